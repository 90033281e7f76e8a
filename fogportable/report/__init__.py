"""What is kept of a session for people to look back at: its history in bounded series, its report and its pictures.

Pure: no Qt, no socket, no clock. The window paints the same pictures and pages that the command line writes.
"""

"""The way to a FOG server: HTTP, TLS with a pinned authority, TFTP. Everything here blocks, within bounds.

Never on the window's thread: every call ends by its time limit, whatever the server does.
"""

"""A session in a file: written with what somebody wants to hide taken out, and opened as the same table."""

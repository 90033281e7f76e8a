"""What a FOG server's answers mean: its pages, its scripts for iPXE, its API. Pure: no socket, no clock, no log."""

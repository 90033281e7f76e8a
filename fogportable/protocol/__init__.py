"""Pure protocol engines: bytes in, bytes and values out. No socket, clock, log or randomness in here."""

"""A classroom in software: PXE clients on loopback that boot through the real services."""

"""The private network's DHCP server, without sockets and clock: who holds which address, and what a client is told."""

"""Octets that nobody sends on purpose, through everything that reads octets of the network."""

"""Configuration of dnsmasq, read and turned into a profile."""

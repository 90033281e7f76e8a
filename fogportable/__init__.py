"""FOG Portable: boot a classroom from a laptop, beside a DHCP server nobody may touch."""

__version__ = "0.1.0"

"""The threads that answer the network: sockets come in bound, decisions come from the engines."""

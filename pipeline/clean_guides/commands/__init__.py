"""The commands beside cleaning, one module a group."""

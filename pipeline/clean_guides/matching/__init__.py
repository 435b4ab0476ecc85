"""Finding mentions: the normalised view, one pass for all literals, and the finders of addresses and names."""

"""DOC: what keeps a guide from being read, and what its directives say for nothing."""

"""Rules about corpus."""

"""Rules about operators."""

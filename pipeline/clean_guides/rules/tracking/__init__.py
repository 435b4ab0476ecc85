"""Rules about tracking."""

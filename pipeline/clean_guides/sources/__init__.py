"""Where guides come from and go back to."""

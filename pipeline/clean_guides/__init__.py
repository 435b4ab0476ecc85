"""clean-guides: a linter and cleaner for guide articles that have been spoiled by promotion."""

__version__ = "0.1.0"

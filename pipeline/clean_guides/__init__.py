"""clean-guides: a linter and cleaner for guide articles that have been spoiled by promotion."""

from importlib.metadata import version

__version__ = version("clean-guides")

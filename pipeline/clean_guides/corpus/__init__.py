"""What is known across guides: tallies, campaigns, guides that read alike, and the reduction that finds them."""

SHOWN = 3
"""How many places are kept of each value, to be named in reports."""

BETWEEN = "\x1f"
"""What parts the answers that one guide gives to one question."""

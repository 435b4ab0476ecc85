"""Cleaning: the one place that applies edits, tidies what they leave behind, and proves the result."""

"""Engines: what runs the pipeline over many guides."""

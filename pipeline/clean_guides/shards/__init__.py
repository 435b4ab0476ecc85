"""Runs over shards: one task a shard, a receipt for each, and nothing done twice."""

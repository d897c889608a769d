"""Canned queries plus layout, nothing else."""

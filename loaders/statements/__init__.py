"""Patterns over clauses, fields and mastheads: what a document states."""

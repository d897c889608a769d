"""Statements to a graph, and out of it."""

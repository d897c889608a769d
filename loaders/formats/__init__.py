"""Bytes to text with offsets, one file a format."""

"""Digests in our own words of the policy documents that a newcomer builds from."""

"""The catalogue of Cypher questions, one file each."""

"""The graph as RDF: written, read, validated."""

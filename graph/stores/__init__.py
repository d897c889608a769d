"""Property-graph engines behind one protocol."""

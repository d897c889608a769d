"""Sentences of our own writing, a phenomenon of the language a file, and the statements that they make."""

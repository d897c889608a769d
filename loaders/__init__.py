"""Documents to statements, one stage a file."""

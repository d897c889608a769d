"""What may be said: the vocabulary, the names of the field and the records that carry both."""

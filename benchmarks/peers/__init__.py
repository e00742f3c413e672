"""In: the same text in each peer's form. Out: a PDF by each peer, one script a peer."""

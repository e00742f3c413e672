"""In: a guide's data. Out: drawings with their alternative text, one file a figure."""

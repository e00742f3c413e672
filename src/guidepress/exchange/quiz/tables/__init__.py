"""Questions in tables: the columns of anybody's sheet understood by their headings or by their shape."""

"""In: what compose says. Out: what pages are made of: blocks and inlines in reading order, each with role and style."""

"""QTI 2.x and 3.0: an item a file, its parts in names of version 2; version 3 spells the same otherwise."""

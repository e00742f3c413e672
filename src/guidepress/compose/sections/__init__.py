"""The kinds of section, a file each: its name, what it prints, its options, and what composes it.

`document/kinds.py` lists them. A file is imported when a layout orders its kind.
"""

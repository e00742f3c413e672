"""In: finished PDF files. Out: one file made of them (a pack), or a print file (imposed); tags survive a merge.

Import from the modules: each needs pypdf, which takes a tenth of a second to import.
"""

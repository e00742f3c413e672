"""In: the bytes of a PDF and what the Book promised. Out: a Report: what holds and what does not.

Import from the modules: `expectation` knows no pypdf, `verify` needs it.
"""

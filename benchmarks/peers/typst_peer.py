"""In: a Typst file. Out: a tagged PDF by Typst.

typst_peer.py IN.typ OUT.pdf FONTS…
"""

import sys

import typst

source, out, *fonts = sys.argv[1:]
typst.compile(source, output=out, font_paths=fonts, ignore_system_fonts=True, pdf_standards=["ua-1"])

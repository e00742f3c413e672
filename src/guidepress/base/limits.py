"""What a file may cost: the most that is read, kept and said of one.

A file may come from a stranger or be chosen by mistake. Each of these is far above what a book needs, and at each the
program still ends within seconds; `docs/limits.md` lists them, and tests stand at their edges.
"""

from __future__ import annotations

__all__ = [
    "DEPTH",
    "DIAGNOSTICS",
    "DIGITS",
    "DOCX_PARAGRAPHS",
    "DOCX_RUNS",
    "DRAWING_PARTS",
    "EXTENDS",
    "FILE_BYTES",
    "JOB_LAYOUTS",
    "LENGTH",
    "MULTIPLE",
    "NODES",
    "NOTE_DEPTH",
    "PAGE_BYTES",
    "PICTURE_BYTES",
    "PICTURE_PIXELS",
    "PLACED_WORDS",
    "QUESTION_ROWS",
    "ROSTER_COLUMNS",
    "ROSTER_ROWS",
    "WORD",
]

FILE_BYTES = 10_000_000
"""Bytes of a guide, a layout or another file of ours. The longest guides hold about 0.5 MB of text."""

NODES = 100_000
"""Values of a file once every alias is written out; a guide of 500 pages has about 20,000."""

DEPTH = 100
"""Levels of lists and mappings inside one another; a guide has six. The parser in C fails at some 100,000."""

EXTENDS = 50
"""Styles, or layouts, that extend one another in a row; those that come with guidepress have four."""

NOTE_DEPTH = 10
"""Footnotes that stand inside one another; nobody follows more than two."""

LENGTH = 14_400_000
"""A length in thousandths of a point: 200 inches, the longest side PDF allows (ISO 32000-1, Annex C.2)."""

DIGITS = 9
"""Digits before the point of a number: more than anything is counted in, and few enough for every arithmetic."""

MULTIPLE = 64
"""Pages that the files of a pack are filled up to a multiple of; no printer folds sheets of more."""

PAGE_BYTES = 100_000_000
"""Bytes of the content of a page of a PDF that names several streams, all joined: a map with every house has ten million."""

PICTURE_PIXELS = 50_000_000
"""Pixels of a picture: 12 times what a page of Letter needs at 300 dpi across; a telephone's pictures have 12 to 50
million. They are counted before a picture is decoded."""

PICTURE_BYTES = 100_000_000
"""Bytes of a picture's file: more than its pixels fill, however they are coded."""

DRAWING_PARTS = 200_000
"""Lines and curves of a drawing, each as often as it is drawn: a map of a town with every house has so many. An element
counts as four, and a hundred letters of its attributes as one."""

PLACED_WORDS = 4_000_000
"""Words of content of a PDF that are followed to see where its texts and pictures stand: those of a book of 1,500 pages."""

WORD = 100_000
"""Letters of a word: what stands between spaces at which a line may end. It is set over many lines, each of which might end at any
of its letters, and costs 14 times what as much prose does."""

JOB_LAYOUTS = 100
"""Entries under `layouts` of a job: some 20 layouts come with guidepress. Each is loaded before a job is planned."""

ROSTER_ROWS, ROSTER_COLUMNS = 50_000, 1_000
"""Of a table with pupils: those of the largest towns fill as many rows, and systems of schools export 200 columns. A cell of
a workbook may say that it stands in any row, a thousand million below the last: all between would be read."""

QUESTION_ROWS = 10_000
"""Rows of a table with questions: those of a publisher's bank. Each costs 1.3 milliseconds to put into a guide."""

DOCX_PARAGRAPHS = 20_000
"""Paragraphs of a Word file, its notes included: "War and Peace" has 12,000. Each costs half a millisecond."""

DOCX_RUNS = 50_000
"""Runs of a Word file: stretches of text in one look. Word parts a paragraph into some five where it was much edited."""

DIAGNOSTICS = 200
"""Faults that are told of a file; nobody reads more at once, and the rest is counted."""

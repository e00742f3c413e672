"""H5P: a question set (Quiz) of multiple choice, true or false, blanks, words to drag, and essays.

A package holds the content alone, as editors of H5P make it for sites: the site has the libraries, in these versions
or with patches to them (`libraries.py`). What each library requires is in its `semantics.json`; a group with a single
field is written as that field.
"""

from __future__ import annotations

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.doors import kind_of
from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.formats.h5p.reading import read_h5p
from guidepress.exchange.quiz.formats.h5p.writing import write_h5p

__all__ = ["FORMAT"]


def _fits(name: str, data: bytes) -> bool:
    try:
        return data.startswith(b"PK") and kind_of(data, name) == "h5p"
    except FaultsFound:
        return False  # who reads it says what is wrong


FORMAT = QuizFormat("H5P", ".h5p", write_h5p, read_h5p, _fits)

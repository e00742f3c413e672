"""Anki: a package of cards, a SQLite database in a ZIP archive.

What is written is the form that every Anki reads (collection.anki2, schema 11): notes have ids that last, so that a
second import changes cards and does not double them. What is read is that form and the one after it; packages of the
newest form are packed in a way that Python cannot unpack, and Anki offers the older when it exports.
"""

from __future__ import annotations

from guidepress.exchange.doors import kind_of
from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.formats.anki.reading import read_anki
from guidepress.exchange.quiz.formats.anki.writing import write_anki

__all__ = ["FORMAT"]


def _fits(name: str, data: bytes) -> bool:
    return data.startswith(b"PK") and b"collection.anki2" in data and kind_of(data, name) == "anki"


FORMAT = QuizFormat("Anki", ".apkg", write_anki, read_anki, _fits)

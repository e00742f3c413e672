"""Moodle XML: everything that Moodle's question bank can say, pictures and folders too.

There is no schema; the rules are those of Moodle's own importer (question/format/xml/format.php).
"""

from __future__ import annotations

import re

from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.formats.moodle.reading import read_moodle
from guidepress.exchange.quiz.formats.moodle.writing import write_moodle

__all__ = ["FORMAT"]


def _fits(_name: str, data: bytes) -> bool:
    return re.search(rb"<quiz[\s>]", data[:4000]) is not None


FORMAT = QuizFormat("Moodle XML", ".xml", write_moodle, read_moodle, _fits)

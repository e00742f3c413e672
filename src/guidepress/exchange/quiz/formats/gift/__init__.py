"""GIFT, the text format of Moodle: a question a paragraph, its answers in braces.

This folder is the pattern of a format: `write` in one file, `read` in another beside it (one file for both where it is
short), and FORMAT here. A writer goes through the questions with their numbers. What it cannot say of one it lists as
a Loss, and a question that it cannot say at all is left out as a whole. A reader gives back the questions, what it
guessed and what it could not keep; it raises FaultsFound only where there is nothing to read.

The rules are those of Moodle's importer (question/format/gift/format.php).
"""

from __future__ import annotations

import re

from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.formats.gift.reading import read_gift
from guidepress.exchange.quiz.formats.gift.writing import write_gift

__all__ = ["FORMAT"]


def _fits(name: str, data: bytes) -> bool:
    head = data[:20000]
    if name.lower().endswith(".gift"):
        return True
    return bool(re.search(rb"^\s*::[^\n]*::|^\$CATEGORY:", head, re.MULTILINE)) or bool(
        re.search(rb"^[^\n<{]{3,}\{\s*(?:[=~#]|T(?:RUE)?\b|F(?:ALSE)?\b)", head, re.MULTILINE)
    )


FORMAT = QuizFormat("GIFT", ".gift", write_gift, read_gift, _fits)

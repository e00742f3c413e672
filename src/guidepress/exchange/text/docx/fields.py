"""In: the signs of fields among the runs. Out: whether what stands there is shown, and where it leads."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from guidepress.base.numbers import whole_number
from guidepress.exchange.text.docx.package import attribute, child, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

__all__ = ["Fields", "form_field"]

_MADE_ANEW = ("TOC", "INDEX", "TOA", "PAGE", "NUMPAGES", "SECTIONPAGES")
"""Fields whose result a book makes anew: contents, indexes, numbers of pages."""

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


class Fields:
    """The fields that are open, one within another: each has an instruction, then a result."""

    def __init__(self) -> None:
        self.passed: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def see(self, element: _Element) -> None:
        """Take note of an element of a run."""
        if element.tag == "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                self._open.append(("", False))
            elif kind == "separate" and self._open:
                self._open[-1] = self._open[-1][0], True
            elif kind == "end" and self._open:
                self._open.pop()
        elif element.tag == "instrText" and self._open:
            self._open[-1] = self._open[-1][0] + (element.text or ""), self._open[-1][1]

    @contextmanager
    def simple(self, instruction: str) -> Iterator[None]:
        """A field that is one element."""
        self._open.append((instruction, True))
        yield
        self._open.pop()

    @property
    def silent(self) -> bool:
        """Whether what stands here is an instruction, or a result that is made anew."""
        return any(not shown or _word(instruction) in _MADE_ANEW for instruction, shown in self._open)

    @property
    def link(self) -> str:
        """Where the words here lead."""
        found = [match[1] for instruction, _ in self._open if (match := _LINK.match(instruction))]
        return found[-1] if found else ""

    def pass_over(self, words: str) -> None:
        """Keep words that are not shown, for the report."""
        if self._open and self._open[-1][1]:
            self.passed.append(words)


def form_field(element: _Element) -> str | None:
    """What a field of a form shows that has no result of its own: a box with or without a tick, a word of a list."""
    form = child(element, "ffData")
    box, words = child(form, "checkBox"), child(form, "ddList")
    if box is not None:
        ticked = value(box, "checked") if child(box, "checked") is not None else value(box, "default")
        return "☐" if ticked is None or ticked == "0" else "☑"
    if words is not None:
        listed = [attribute(each, "val") or "" for each in words.iterchildren("listEntry")]
        chosen = whole_number(value(words, "result") or value(words, "default") or "0")
        return listed[chosen] if chosen is not None and chosen < len(listed) else None
    return None


def _word(instruction: str) -> str:
    return (instruction.split() or [""])[0].upper()

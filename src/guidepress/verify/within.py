"""In: an open PDF of ours. Out: texts and pictures that do not begin on their page, or begin where another stands.

What the engine measured is looked at again in the file itself: where each text begins and each picture stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.cos.pages import LETTER, box_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened

__all__ = ["check_added", "check_within"]

_SLACK = 1.0
"""Points: marks hang into margins, and numbers are rounded, by no more."""

_PLACING = frozenset((b"Td", b"Tm", b"cm", b"q", b"Q", b"BT", b" Q"))
"""How lines of our content end that place something: each stands on a line of its own."""

_PLAIN = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_Matrix = tuple[float, float, float, float, float, float]


def check_within(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    """Check that all that a page shows begins on it, and no two texts at one place; of our own files alone."""
    if expectation is None:
        return
    for index in range(len(opened.pages)):
        yield from check_added(opened, index, opened.content(index))


def check_added(opened: Opened, index: int, content: bytes) -> Iterator[Diagnostic]:
    """Check the same of content that is added to a page, by itself."""
    page = opened.pages[index]
    box = box_of(opened.file, page, "TrimBox") or box_of(opened.file, page, "MediaBox") or LETTER
    seen: set[tuple[float, float]] = set()
    for x, y, text in _places(content):
        on = box[0] - _SLACK <= x <= box[2] + _SLACK and box[1] - _SLACK <= y <= box[3] + _SLACK
        what = "A text" if text else "A picture"
        if not on:
            message = f"{what} of page {index + 1} stands at {x:g}, {y:g}, outside the page."
            yield Diagnostic("error", "off-page", message, "Choose a larger paper or wider margins.")
        elif text and (x, y) in seen:
            message = f"Two texts of page {index + 1} begin at one place, {x:g}, {y:g}."
            yield Diagnostic("warning", "overprinted", message, "Give them more room.")
        if text:
            seen.add((x, y))


def _places(content: bytes) -> Iterator[tuple[float, float, bool]]:
    """Where texts begin and the corners of pictures stand: x and y in points, and whether it is a text."""
    matrix: _Matrix = _PLAIN
    line: _Matrix = _PLAIN
    stack: list[_Matrix] = []
    turned = False
    for step in [each for each in content.split(b"\n") if each[-2:] in _PLACING]:
        words = step.split()
        operator = words[-1]
        if operator == b"Td" and len(words) == 3:
            line = (*line[:4], line[4] + float(words[0]), line[5] + float(words[1]))
            yield (*(_times(line, matrix) if turned else line)[4:], True)
        elif operator == b"BT":
            line = _PLAIN
        elif operator == b"cm" and len(words) == 7:
            matrix, turned = _times(_six(words[:6]), matrix), True
        elif step == b"q":
            stack.append(matrix)
        elif step == b"Q":
            matrix = stack.pop() if stack else _PLAIN
            turned = matrix != _PLAIN
        elif len(words) == 11 and words[7] == b"cm" and words[9] == b"Do":
            a, b, c, d, e, f = _times(_six(words[1:7]), matrix)
            yield e, f, False
            yield a + c + e, b + d + f, False


def _six(numbers: list[bytes]) -> _Matrix:
    a, b, c, d, e, f = map(float, numbers)
    return a, b, c, d, e, f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    """The matrix that does first one, then the other (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u

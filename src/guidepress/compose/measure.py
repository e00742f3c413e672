"""In: a text and a size. Out: about how wide it will be, so that drawings can be laid out before text is shaped.

The widths are those of Source Sans Semibold and Source Serif Semibold, per mille of the type size, for ASCII; other
characters count as an average letter. Labels of other families come out within a tenth, which the drawings allow for.
"""

from __future__ import annotations

__all__ = ["broken", "width"]

_SANS = (
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513,
    513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745,
    656, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564,
    507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324,
    255, 324, 513,
)  # fmt: skip
_SERIF = (
    224, 317, 399, 546, 520, 867, 720, 208, 358, 358, 435, 537, 300, 325, 300, 357, 520, 520, 520, 520, 520, 520, 520,
    520, 520, 520, 300, 300, 537, 537, 537, 432, 862, 669, 640, 627, 707, 599, 579, 678, 778, 379, 384, 681, 589, 899,
    731, 704, 600, 704, 666, 526, 618, 729, 668, 971, 651, 629, 557, 333, 357, 333, 537, 525, 400, 520, 593, 500, 580,
    515, 358, 530, 609, 307, 292, 572, 310, 904, 611, 557, 596, 569, 443, 444, 341, 595, 516, 776, 538, 523, 460, 340,
    261, 340, 537,
)  # fmt: skip
_AVERAGE = 560  # an unlisted character: wider than most letters, so that the estimate errs on the safe side


class _Widths(dict[str, int]):
    """Widths by character; one that is not listed is as wide as an average letter."""

    def __missing__(self, _: str) -> int:
        return _AVERAGE


_TABLES = {
    "sans": _Widths((chr(32 + index), value) for index, value in enumerate(_SANS)),
    "serif": _Widths((chr(32 + index), value) for index, value in enumerate(_SERIF)),
}


def width(text: str, size: int, font: str = "sans", tracking: int = 0) -> int:
    """Estimate the width of one line of text, mpt; `size`, and what `tracking` adds to each letter, are in mpt."""
    table = _TABLES.get(font, _TABLES["sans"])
    return sum(map(table.__getitem__, text)) * size // 1000 + tracking * len(text)


def broken(text: str, size: int, measure: int, font: str = "sans") -> tuple[str, ...]:
    """Break a text into the lines it will probably take in `measure` mpt, first fit."""
    table = _TABLES.get(font, _TABLES["sans"])
    room = measure * 1000 // max(1, size)
    space = table[" "]
    lines: list[str] = []
    line: list[str] = []
    taken = 0
    for word in text.split():
        wide = sum(map(table.__getitem__, word))
        if line and taken + space + wide > room:
            lines.append(" ".join(line))
            line = []
        taken = taken + space + wide if line else wide
        line.append(word)
    return (*lines, " ".join(line)) if line else tuple(lines)

"""In: the widget of a form field. Out: what it would show: its texts, type and marks (ISO 32000-1, 12.7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record
from guidepress.bind.annotations import field_name, inherited, numbers_of
from guidepress.cos import Stream
from guidepress.cos.text import text_of

if TYPE_CHECKING:
    from guidepress.bind.annotations import Annotation
    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary

__all__ = ["FormField", "field_of"]

_MULTILINE, _PASSWORD, _COMB = 1 << 12, 1 << 13, 1 << 24
_PUSH = 1 << 16
"""Flags of fields (tables 226 to 230)."""
_SIZE = re.compile(rb"([\d.]+)\s+Tf\b")
_COLOUR = re.compile(rb"((?:[\d.]+\s+){1,4})(g|rg|k)\b")
_OPERATORS = {1: "g", 3: "rg", 4: "k"}
_BREAKS = re.compile(r"\r\n|\r|\n")
_SHOWS_TEXT = re.compile(rb"T[jJ]\b|['\"]")


@record
class FormField:
    """What a field's widget shows.

    Attributes:
        name: its full name.
        lines: its value; a field of one line has one at most.
        marked: it is a box that is ticked.
        mark: the letter of ZapfDingbats that ticks it ("4" is a check).
        size: of the type, points; 0 fits it into the field.
        paint: operators that set the colour of the text.
        align: where lines stand.
        wraps: its lines are broken where they are too long.
        cells: into how many cells its characters are put; 0 for none.
        fill, frame: operators that set the colours of its ground and its frame; "" for none.
        turn: 0, 90, 180 or 270 degrees, counter-clockwise.
    """

    name: str
    lines: tuple[str, ...] = ()
    marked: bool = False
    mark: str = "4"
    size: float = 0.0
    paint: str = "0 g"
    align: Literal["left", "centre", "right"] = "left"
    wraps: bool = False
    cells: int = 0
    fill: str = ""
    frame: str = ""
    turn: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (any(self.lines) or self.marked or self.fill or self.frame)


def field_of(file: File, widget: Annotation) -> FormField | None:
    """Read what a widget must show that its appearance does not; None where the appearance serves.

    An appearance that shows no text, in a form that asks for its fields to be drawn anew, does not serve a field
    that has a value.
    """
    entries = widget.entries
    form = file.dictionary(file.root.get("AcroForm"))
    kind = file.word(inherited(file, entries, "FT"))
    lines = _lines(file, entries, kind)
    if widget.look is not None and not (
        any(lines) and file.get(form.get("NeedAppearances")) is True and not _shows_text(file, widget.look)
    ):
        return None
    flags = file.integer(inherited(file, entries, "Ff"))
    given = file.get(inherited(file, entries, "DA") or form.get("DA"))
    look = given if isinstance(given, bytes) else b""
    size, colour = _SIZE.search(look), _COLOUR.search(look)
    drawn = file.dictionary(entries.get("MK"))
    align = file.integer(inherited(file, entries, "Q") or form.get("Q"))
    cells = file.integer(inherited(file, entries, "MaxLen")) if kind == "Tx" and flags & _COMB else 0
    state = file.word(entries.get("AS")) or file.word(inherited(file, entries, "V"))
    return FormField(
        field_name(file, entries),
        lines,
        kind == "Btn" and not flags & _PUSH and state not in {"", "Off"},
        text_of(file.get(drawn.get("CA"))) or "4",
        float(size[1]) if size and size[1].count(b".") < 2 and size[1] != b"." else 0.0,
        b"".join(colour.groups()).decode("ascii") if colour else "0 g",
        "centre" if align == 1 or kind == "Btn" else "right" if align == 2 else "left",
        kind == "Tx" and bool(flags & _MULTILINE),
        cells if 0 < cells < 1000 else 0,
        _colour(file, drawn.get("BG")),
        _colour(file, drawn.get("BC")).upper(),
        file.integer(drawn.get("R")) % 360,
    )


def _lines(file: File, entries: Dictionary, kind: str) -> tuple[str, ...]:
    """The value as it is read, broken where it says so."""
    flags = file.integer(inherited(file, entries, "Ff"))
    value = file.get(inherited(file, entries, "V"))
    if kind == "Btn":
        caption = text_of(file.get(file.dictionary(entries.get("MK")).get("CA")))
        return (caption,) if flags & _PUSH and caption else ()
    if kind == "Ch":
        shown = _options(file, entries)
        chosen = [text_of(file.get(each)) for each in (value if isinstance(value, list) else [value])]  # type: ignore[arg-type]
        return tuple(shown.get(each, each) for each in chosen if each)
    if kind != "Tx":
        return ()
    text = text_of(file.content(value) if isinstance(value, Stream) else value)
    if flags & _PASSWORD:
        return ("•" * len(text),)
    lines = _BREAKS.split(text)
    return tuple(lines) if flags & _MULTILINE else (" ".join(lines),)


def _options(file: File, entries: Dictionary) -> dict[str, str]:
    """What is shown for each value that can be chosen."""
    found: dict[str, str] = {}
    for each in file.array(inherited(file, entries, "Opt")):
        pair = file.get(each)
        if isinstance(pair, list) and len(pair) > 1:
            found[text_of(file.get(pair[0]))] = text_of(file.get(pair[1]))
    return found


def _shows_text(file: File, look: Value) -> bool:
    return _SHOWS_TEXT.search(file.content(look)) is not None


def _colour(file: File, value: Value) -> str:
    """Operators that set a colour for filling: grey, RGB or CMYK by how many numbers there are."""
    count = len(file.array(value))
    if count not in _OPERATORS:
        return ""
    numbers = numbers_of(file, value, count)
    return " ".join([*(f"{each:.4g}" for each in numbers), _OPERATORS[count]]) if numbers else ""

"""In: an order for a stamp. Out: the stamped file in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from guidepress import Stamp, stamp
from guidepress.base.colour import parse_colour
from guidepress.base.diagnostics import fault
from guidepress.base.lengths import parse_length
from guidepress.base.numbers import counted
from guidepress.base.record import record, replace
from guidepress.base.suggest import did_you_mean
from guidepress.bind.impose import count_pages
from guidepress.bind.stamp import GREY, WHERE
from guidepress.cli.say import as_data, hush_pypdf, say, say_json
from guidepress.cli.serving import aside, called, place_for, read_input, write_output

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.base.colour import Colour

__all__ = ["StampOrder", "stamp_one"]

_OPACITY = {"watermark": 0.15}
"""A watermark is read through; everything else is printed over white."""

_SIZES = 4_000, 1_000_000
_PART = re.compile(r"(\d{1,6})(?:-(\d{0,6}))?")


@record
class StampOrder:
    """What `guidepress stamp` was asked for."""

    file: Path
    output: Path | None
    text: str
    where: str
    pages: str
    size: str | None
    colour: str | None
    opacity: float | None
    password: str
    strip_active: bool
    as_json: bool


def stamp_one(order: StampOrder) -> int:
    """Stamp a file; returns the exit status.

    Raises:
        FaultsFound: an option or the file is at fault; nothing was written.
    """
    if order.where not in WHERE:
        raise fault("unknown-where", f"--where {order.where!r} is unknown.", did_you_mean(order.where, WHERE))
    where: Any = order.where
    opacity = _OPACITY.get(order.where, 1.0) if order.opacity is None else order.opacity
    if not 0.05 <= opacity <= 1:
        raise fault("bad-opacity", f"--opacity {opacity:g} is out of range.", "Give 0.05 to 1.")
    hush_pypdf()
    pdf = read_input(order.file)
    what = Stamp(order.text, where, frozenset(), _size(order.size), _colour(order.colour), opacity)
    if order.pages.strip():
        count, _ = count_pages(pdf, file=called(order.file), password=order.password)
        what = replace(what, pages=_pages(order.pages, count))
    place = place_for(order.file, order.output, "stamped")
    made = stamp(pdf, what, file=called(order.file), password=order.password, strip_active=order.strip_active)
    write_output(place, made.pdf)
    if order.as_json:
        found = [as_data(diagnostic) for diagnostic in made.diagnostics]
        say_json(
            {
                "ok": True,
                "output": str(place),
                "pages": made.pages,
                "bytes": len(made.pdf),
                "diagnostics": found,
            }
        )
        return 0
    with aside(place):
        for diagnostic in made.diagnostics:
            say(str(diagnostic))
        say(f"{counted(made.pages, 'page')} stamped")
        say(str(place))
    return 0


def _pages(text: str, count: int) -> frozenset[int]:
    """Read "1-5,8,12-": pages counted from 1, as indexes."""
    found: set[int] = set()
    for part in text.split(","):
        match = _PART.fullmatch(part.strip())
        first = int(match[1]) if match else 0
        last = first if match is None or match[2] is None else int(match[2] or count)
        if match is None or not 1 <= first <= last:
            raise fault("bad-pages", f"--pages {text!r} names no pages.", "Write 1-5,8,12- for example.")
        if last > count:
            raise fault(
                "no-such-page",
                f"--pages {text!r}: the file has {counted(count, 'page')}.",
                "Give other --pages.",
            )
        found.update(range(first - 1, last))
    return frozenset(found)


def _size(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        size = parse_length(text)
    except ValueError as problem:
        raise fault("bad-length", f"--size: {problem}.", "") from problem
    if not _SIZES[0] <= size <= _SIZES[1]:
        raise fault("bad-length", f"--size {text} is out of range.", "Give 4pt to 1000pt.")
    return size


def _colour(text: str | None) -> Colour:
    try:
        return GREY if text is None else parse_colour(text)
    except ValueError as problem:
        raise fault("bad-colour", f"--colour: {problem}.", "") from problem

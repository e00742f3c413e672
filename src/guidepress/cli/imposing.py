"""In: an order for the press. Out: the imposed file in its place, its order as text, or single pages again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidepress import Creep, Job, PrinterMarks, impose
from guidepress.base.diagnostics import fault
from guidepress.base.lengths import format_length, parse_length
from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.base.suggest import did_you_mean
from guidepress.bind.impose import count_pages
from guidepress.bind.impose_job import GRIDS, SCHEMES, order_of
from guidepress.bind.linearise import linearise
from guidepress.bind.marks import KINDS
from guidepress.bind.orders import table
from guidepress.cli.say import as_data, hush_pypdf, say, say_json
from guidepress.cli.serving import aside, called, place_for, read_input, write_output
from guidepress.layout.papers import paper_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidepress.bind.impose_plan import SheetPlan
    from guidepress.bind.orders import Order

__all__ = ["ImposeOrder", "impose_one"]

_MOST_LENGTH = 14_400_000
"""mpt: 200 inches, the largest page of a PDF; a longer margin or gutter is a slip of the pen."""


_MOST_PAGES = 100_000
"""Beyond any book; a --count above it is a slip of the pen."""


@record
class ImposeOrder:
    """What `guidepress impose` was asked for; `texts` holds the options that are read here, by their names."""

    file: Path | None
    output: Path | None
    texts: Mapping[str, str | None]
    up: int
    signature: int
    sides: int | None
    last: int
    rtl: bool
    slug: bool
    task: str
    count: int | None
    password: str
    as_json: bool


def impose_one(order: ImposeOrder) -> int:
    """Do what an order asks for; returns the exit status.

    Raises:
        FaultsFound: an option or the file is at fault; nothing was written.
    """
    if order.task == "order" and order.file is None and order.count is not None:
        return _order(order, order.count, upright=True)
    if order.file is None:
        hint = "Name a PDF file; --order also does with --count PAGES."
        raise fault("no-file", "There is no file to impose.", hint)
    hush_pypdf()
    pdf = read_input(order.file)
    if order.task == "order":
        pages, upright = count_pages(pdf, file=called(order.file), password=order.password)
        return _order(order, order.count or pages, upright=upright)
    if order.task == "linearise":
        return _linearise(pdf, order)
    job = _job(order)
    place = place_for(order.file, order.output, f"{job.scheme}-flip-{job.flip}")
    made = impose(pdf, job, file=called(order.file), password=order.password)
    write_output(place, made.pdf)
    found = [*made.diagnostics]
    if order.as_json:
        data = {"ok": True, "output": str(place), "bytes": len(made.pdf), **_as_data(made.plan)}
        data |= {"left_behind": list(made.left_behind)}
        say_json(data | {"diagnostics": [as_data(diagnostic) for diagnostic in found]})
        return 0
    with aside(place):
        for diagnostic in found:
            say(str(diagnostic))
        say(_summary(made.plan, job))
        if made.left_behind:
            say(f"Sheets are for paper: they leave behind {', '.join(made.left_behind)}")
        say(str(place))
    return 0


def _order(order: ImposeOrder, pages: int, *, upright: bool) -> int:
    if pages > _MOST_PAGES:
        raise fault("too-many-pages", f"{pages} pages are too many to list.", f"Give up to {_MOST_PAGES}.")
    job = _job(order)
    try:
        made = order_of(job, pages, upright=upright)
    except ValueError as problem:
        raise fault("order", f"This cannot be put in order: {problem}.", "Change the options.") from problem
    if order.as_json:
        say_json({"ok": True, **_order_data(made)})
    else:
        for line in table(made):
            say(line)
    return 0


def _linearise(pdf: bytes, order: ImposeOrder) -> int:
    file = order.file or Path()
    job = _job(order) if order.texts["scheme"] else None
    place = place_for(file, order.output, "pages")
    made = linearise(pdf, job, file=called(file), password=order.password, pages=order.count)
    write_output(place, made)
    if order.as_json:
        say_json({"ok": True, "output": str(place), "bytes": len(made)})
    else:
        with aside(place):
            say(str(place))
    return 0


def _job(order: ImposeOrder) -> Job:
    texts = {name: text or "" for name, text in order.texts.items()}
    scheme: Any = _choose("scheme", texts["scheme"] or "saddle", SCHEMES)
    flip: Any = _choose("flip", texts["flip"], ("long", "short"))
    scale: Any = _choose("scale", texts["scale"], ("fit", "none"))
    moves: Any = _choose("creep-moves", texts["creep-moves"], ("inside", "outside"))
    if order.up not in GRIDS:
        listed = ", ".join(map(str, GRIDS))
        raise fault(
            "unknown-grid", f"{order.up} pages on a side make no grid.", f"Choose --up from {listed}."
        )
    if order.sides not in {None, 1, 2}:
        raise fault("unknown-sides", f"A sheet has 1 or 2 sides, not {order.sides}.", "Give --sides 1 or 2.")
    caliper, total = _length(texts, "creep-caliper"), _length(texts, "creep-total")
    if caliper and total:
        message = "Creep is given twice, by caliper and as a total."
        raise fault("creep-twice", message, "Give --creep-caliper or --creep-total.")
    marks = PrinterMarks(
        _kinds(texts["marks"]),
        _length(texts, "mark-length"),
        _length(texts, "mark-weight"),
        _length(texts, "mark-offset") if texts["mark-offset"] else None,
    )
    return Job(
        scheme,
        _sheet(texts["sheet"]),
        order.up,
        order.signature,
        order.sides,
        flip,
        order.rtl,
        order.last,
        scale,
        _length(texts, "gutter") if texts["gutter"] else None,
        _length(texts, "margin"),
        Creep(caliper, total, moves),
        marks,
        order.file.name if order.slug and order.file else "",
        _blanks(texts["blank-after"]),
    )


def _choose(option: str, word: str, options: Iterable[str]) -> str:
    if word in options:
        return word
    hint = did_you_mean(word, options)
    raise fault(f"unknown-{option}", f"--{option} {word!r} is unknown.", hint)


def _length(texts: Mapping[str, str], option: str) -> int:
    try:
        length = parse_length(texts[option])
    except ValueError as problem:
        raise fault("bad-length", f"--{option}: {problem}.", "") from problem
    if not 0 <= length <= _MOST_LENGTH:
        message = f"--{option} {texts[option]} is out of range."
        raise fault("bad-length", message, f"Give 0 to {format_length(_MOST_LENGTH)}.")
    return length


def _sheet(text: str) -> tuple[int, int] | None:
    try:
        return paper_size(text) if text else None
    except ValueError as problem:
        raise fault("unknown-paper", f"--sheet: {problem}.", "") from problem


def _blanks(text: str) -> tuple[int, ...]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    for word in words:
        if not word.isdecimal() or len(word) > 6 or int(word) < 1:
            raise fault(
                "bad-pages", f"--blank-after {text!r} names no pages.", "Write 1 or 1,90 for example."
            )
    return tuple(int(word) - 1 for word in words)


def _kinds(text: str) -> frozenset[str]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    return (
        frozenset(KINDS) if words == ["all"] else frozenset(_choose("marks", word, KINDS) for word in words)
    )


def _summary(plan: SheetPlan, job: Job) -> str:
    order = plan.order
    sheets = f"{counted(order.pages, 'page')} on {counted(order.sheets, 'sheet')}"
    size = f"{_mm(plan.width)} x {_mm(plan.height)} mm"
    blanks = f", {order.blanks} blank" if order.blanks else ""
    scale = f", at {plan.scale:.1%}" if abs(plan.scale - 1) > 0.0005 else ""
    flip = (
        f"; print on both sides, flip on the {job.flip} edge" if order.sides == 2 else "; print on one side"
    )
    return f"{sheets} of {size}{blanks}{scale}{flip}"


def _mm(mpt: int) -> str:
    return f"{mpt / 72000 * 25.4:.0f}"


def _as_data(plan: SheetPlan) -> dict[str, object]:
    return {
        "width": format_length(plan.width),
        "height": format_length(plan.height),
        "scale": round(plan.scale, 6),
        **_order_data(plan.order),
    }


def _order_data(order: Order) -> dict[str, object]:
    return {
        "scheme": order.scheme,
        "pages": order.pages,
        "sheets": order.sheets,
        "columns": order.columns,
        "rows": order.rows,
        "places": [
            {
                "sheet": place.sheet + 1,
                "side": "back" if place.side else "front",
                "column": place.column + 1,
                "row": place.row + 1,
                "page": place.page + 1 or None,
                "turn": place.turn,
            }
            for place in order.places
        ],
    }

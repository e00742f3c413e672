"""In: a printer as it was read. Out: faults: names that its tables do not have, rows out of order, ranges without room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.diagnostics import Span
    from guidepress.press.printers.figures import PageRange
    from guidepress.press.printers.model import Printer

__all__ = ["EDGES", "check_printer"]

EDGES = ("top", "bottom", "outside", "inside")
_SPACES = ("grey", "cmyk", "rgb")
_STANDARDS = ("plain", "x1a", "x1a-2003", "x3", "x4")


def check_printer(printer: Printer, place: Span) -> tuple[Diagnostic, ...]:
    """Check what the records alone cannot hold.

    Args:
        printer: as it was read.
        place: the printer's file; the sentence names the entry.
    """
    found = (
        *_tables(printer),
        *_names(printer),
        *_ranges(printer),
        *_rows(printer),
    )
    return tuple(Diagnostic("error", code, message, hint, place) for code, message, hint in found)


_Found = tuple[str, str, str]


def _tables(printer: Printer) -> Iterator[_Found]:
    for what in ("trims", "inks", "papers", "bindings", "finishes"):
        if not getattr(printer, what):
            yield "empty", f"The printer offers no {what}.", "List one at least."


def _names(printer: Printer) -> Iterator[_Found]:
    for paper in printer.papers.values():
        yield from _known(f'The paper "{paper.id}"', "ink", paper.inks, printer.inks)
        for printed in paper.inks.values():
            yield from _known(f'The paper "{paper.id}"', "trim", printed.trims, printer.trims)
    for binding in printer.bindings.values():
        yield from _known(f'The binding "{binding.id}"', "trim", binding.trims, printer.trims)
        yield from _known(f'The binding "{binding.id}"', "ink", binding.inks, printer.inks)
    yield from _known("The bleed", "edge", printer.interior.bleed_edges.value, EDGES)
    yield from _known("The files", "colour space", printer.files.colours.value, _SPACES)
    yield from _known("The files", "standard", printer.files.standards.value, _STANDARDS)


def _known(where: str, what: str, named: Iterable[str], known: Iterable[str]) -> Iterator[_Found]:
    known = tuple(known)
    for name in named:
        if name not in known:
            yield (
                "unknown-name",
                f'{where} names the {what} "{name}", which there is not.',
                did_you_mean(name, known),
            )


def _ranges(printer: Printer) -> Iterator[_Found]:
    ranges: list[tuple[str, PageRange]] = [
        (f'The binding "{each.id}"', each.pages) for each in printer.bindings.values() if each.pages
    ]
    for paper in printer.papers.values():
        for printed in paper.inks.values():
            ranges += [(f'The paper "{paper.id}"', each) for each in (printed.pages, *printed.trims.values())]
    for where, pages in ranges:
        if not 1 <= pages.least <= pages.most:
            message = f"{where} takes from {pages.least} to {pages.most} pages, which is no book."
            yield "wrong-value", message, "Write the smaller count as least, the larger one as most."
    for binding in printer.bindings.values():
        if binding.multiple.value < 1:
            yield "wrong-value", f'The binding "{binding.id}" has no multiple of pages.', "Write 1 or more."


def _rows(printer: Printer) -> Iterator[_Found]:
    tables = {"The gutter": [row.to for row in printer.interior.gutter.rows]}
    for binding in printer.bindings.values():
        if binding.spine.by == "steps":
            tables[f'The spine of the binding "{binding.id}"'] = [step.to for step in binding.spine.steps]
    for where, ends in tables.items():
        if not ends or ends != sorted(set(ends)):
            yield (
                "wrong-order",
                f"{where} is no table of rising counts.",
                "Let each row go further than the last.",
            )
    widths = [each.spine for each in printer.cover.spine_text.clearance]
    if not widths or widths[0] or widths != sorted(set(widths)):
        message = "The clearance of the text on spines is no table from 0 upwards."
        yield "wrong-order", message, "Begin with spine: 0, and let each row begin at a wider spine."

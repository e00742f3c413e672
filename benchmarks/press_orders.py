"""In: nothing. Out: a table: an order of every printer, in two trims, on every paper with every ink, and what its preflight says.

    python -m benchmarks.press_orders [guide [trim …]]

Each order is made whole, interior and cover, and held against the rules of its printer. Without a guide the shortest that
the printer takes is printed. A spine that the printer publishes
no thickness for is given, as its template would. Exit 1 if an order is refused or has a fault.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress import (
    LayoutChoice,
    PressChoice,
    PressJob,
    load_guide,
    load_printer,
    order,
    prepare,
    read_isbn,
)
from guidepress.base.diagnostics import FaultsFound
from guidepress.base.lengths import parse_length
from guidepress.press.printers import printer_names
from guidepress.press.ticket.facts import inches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.guide import Guide
    from guidepress.press.printers import Printer

_GUIDES = ("ozymandias", "a-christmas-carol")
"""Of some forty pages, and of more than a hundred."""
_TRIMS = ("6x9", "5.5x8.5")
_ISBN = read_isbn("978-0-306-40615-7")
_SPINE = parse_length("0.3in")
"""As thick as a book of some hundred pages."""


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    names = tuple(arguments[:1]) or _GUIDES
    guides = [load_guide(Path(f"guides/{name}.yaml")) for name in names]
    trims = tuple(arguments[1:]) or _TRIMS
    print(f"{'printer':<12} {'trim':<8} {'paper':<14} {'ink':<18} {'pages':>5} {'spine, in':>9}  preflight")
    good = True
    for printer in map(load_printer, printer_names()):
        for choice in _choices(printer, trims):
            passed, said = _shortest(guides, printer, choice)
            good = good and passed
            print(f"{printer.id:<12} {choice.trim:<8} {choice.paper:<14} {choice.ink:<18} {said}", flush=True)
    return 0 if good else 1


def _choices(printer: Printer, trims: tuple[str, ...]) -> Iterator[PressChoice]:
    for trim in trims:
        for paper in printer.papers.values():
            for ink, printed in paper.inks.items():
                yield PressChoice(trim, paper.id, ink, spine=None if printed.caliper else _SPINE)


def _shortest(guides: Sequence[Guide], printer: Printer, choice: PressChoice) -> tuple[bool, str]:
    """The row of the first guide that has pages enough."""
    passed, said = False, ""
    for guide in guides:
        passed, said = _made(guide, printer, choice)
        if "[too-few-pages]" not in said:
            break
    return passed, said


def _made(guide: Guide, printer: Printer, choice: PressChoice) -> tuple[bool, str]:
    """Whether an order is made and passes, and its part of the row."""
    try:
        made = prepare(PressJob(guide, LayoutChoice("paperback-6x9"), order(printer, choice), _ISBN))
    except FaultsFound as refused:
        return False, str(refused)
    row = f"{made.settled.count:>5} {inches(made.geometry.spine_width):>9}  {made.proofs.said}"
    return made.proofs.passed, row


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

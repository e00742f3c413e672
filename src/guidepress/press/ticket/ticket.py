"""In: the facts of an order. Out: its files: the ticket, and what its printer asks for beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.press.ticket.ingramspark import ingramspark
from guidepress.press.ticket.kdp import kdp
from guidepress.press.ticket.lulu import lulu
from guidepress.press.ticket.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.press.ticket.facts import TicketFacts

__all__ = ["TICKET", "Ticket", "make_ticket", "sheet_names"]

TICKET = "ticket.json"
"""The name of the ticket in a folder of files for a printer."""

_FORMAT = 1

_PARTS: dict[str, Callable[[TicketFacts], dict[str, object]]] = {"lulu": lulu}
"""What a printer's own part of the ticket holds."""

_SHEETS: dict[str, tuple[str, Callable[[TicketFacts], bytes]]] = {
    "kdp": ("kdp.csv", kdp),
    "ingramspark": ("ingramspark.csv", ingramspark),
}
"""The sheets of printers whose pages are filled in by hand."""


@record
class Ticket:
    """An order in writing.

    Attributes:
        data: the ticket, JSON.
        sheets: name and bytes of each sheet beside it.
    """

    data: bytes
    sheets: tuple[tuple[str, bytes], ...] = ()


def sheet_names(kind: str) -> tuple[str, ...]:
    """The names of the sheets that stand beside a kind of ticket."""
    return (_SHEETS[kind][0],) if kind in _SHEETS else ()


def make_ticket(facts: TicketFacts) -> Ticket:
    """Write an order; the same facts give the same bytes.

    Raises:
        FaultsFound: the printer's own form cannot say what was ordered.
    """
    kind = facts.spec.printer.ticket
    content: dict[str, object] = {"format": _FORMAT, "ticket": kind, **plain(facts)}
    if kind in _PARTS:
        content[kind] = _PARTS[kind](facts)
    data = (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
    name, make = _SHEETS.get(kind, ("", None))
    return Ticket(data, ((name, make(facts)),) if make else ())

"""The printers that guidepress knows, every figure of one with its source, and the spine that a user has of one."""

from __future__ import annotations

from guidepress import load_printer
from guidepress.base.diagnostics import fault
from guidepress.base.lengths import parse_length
from guidepress.cli.say import say, say_json
from guidepress.press.printers import printer_names
from guidepress.press.printers.shown import shown_figures

__all__ = ["list_printers", "show_printer", "spine_width"]


def list_printers(*, as_json: bool) -> int:
    """Print the printers with what each is for."""
    printers = [load_printer(name) for name in printer_names()]
    if as_json:
        say_json([{"id": each.id, "name": each.name, "description": each.description} for each in printers])
        return 0
    width = max(len(each.id) for each in printers)
    for each in printers:
        say(f"{each.id:<{width}}  {each.name}: {each.description}")
    return 0


def show_printer(name: str, *, as_json: bool) -> int:
    """Print all figures of a printer, each with its source, the day on which it was read and its grade.

    Raises:
        FaultsFound: there is no such printer, or its file has faults.
    """
    printer = load_printer(name)
    figures = shown_figures(printer)
    if as_json:
        rows = [
            {
                "name": each.name,
                "value": each.value,
                "source": each.source.title,
                "address": each.source.address,
                "checked": each.source.checked,
                "grade": each.source.grade,
            }
            for each in figures
        ]
        say_json({"id": printer.id, "name": printer.name, "figures": rows, "notes": list(printer.notes)})
        return 0
    say(f"{printer.name}: {printer.description}")
    say("")
    for each in figures:
        say(f"{each.name}: {each.value} · {each.source}")
    say("")
    for note in printer.notes:
        say(note)
    return 0


def spine_width(text: str) -> int | None:
    """The width that --spine gives, mpt; None where it is left out.

    Raises:
        FaultsFound: it is no length.
    """
    try:
        return parse_length(text) if text else None
    except ValueError as problem:
        hint = "Take it from the printer's template."
        raise fault("bad-length", f"--spine: {problem}.", hint) from problem

"""In: the words after `guidepress press`. Out: the files that a printer takes, or a check of those that there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import JSON, LAYOUT, ROOT, SETS
from guidepress.cli.options import CommandOption, Given, WrongUse, files, place, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    guide: Path
    printer: str
    trim: str
    paper: str
    ink: str
    binding: str
    finish: str
    bleed: bool
    spine: str
    package: str
    isbn: str | None
    price: str
    magnification: int | None
    layout: str
    set: list[tuple[str, str]]
    standard: str
    condition: str
    icc: Path | None
    guides: bool
    digital: bool
    output: Path | None
    check: bool
    root: Path | None
    json: bool


def _printers() -> Iterable[str]:
    from guidepress.press.printers import printer_names  # noqa: PLC0415 - for completion only

    return printer_names()


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress import LayoutChoice  # noqa: PLC0415 - likewise
    from guidepress.cli.pressing import PressOrder, check_pair, press_one  # noqa: PLC0415 - help needs no engine

    if given.check:
        return check_pair(given.guide, as_json=given.json)
    if given.package and (given.trim or given.paper or given.ink or given.binding or given.finish):
        raise WrongUse("--package says trim, paper, ink, binding and finish", "leave these options out")
    if given.isbn is not None and not given.isbn.strip():
        raise WrongUse("--isbn is empty", "leave it out for the guide's own, or for none")
    texts = {
        name: getattr(given, name) or ""
        for name in ("trim", "paper", "ink", "binding", "finish", "spine", "package", "isbn", "price")
    }
    return press_one(
        PressOrder(
            given.guide,
            given.printer,
            texts,
            given.bleed,
            LayoutChoice(given.layout, tuple(given.set), given.root),
            None if given.magnification is None else 10 * given.magnification,
            (given.standard, given.condition, given.icc),
            given.guides,
            given.digital,
            given.output,
            given.json,
        )
    )


def _writes(given: _Given) -> bool:
    return not given.check


COMMAND = Command(
    (
        CommandOption(
            "guide",
            "A guide file; with --check, the folder of the files.",
            "GUIDE",
            read=Path,
            needed=True,
            offers=files,
        ),
        CommandOption(
            "--printer",
            "kdp, lulu, ingramspark, generic, or the path of a printer's file.",
            "PRINTER",
            default="generic",
            offers=_printers,
        ),
        CommandOption(
            "--trim", "A trim of the printer; the layout's own page if left out.", "TRIM", default=""
        ),
        CommandOption("--paper", "A paper of the printer, such as cream.", "PAPER", default=""),
        CommandOption("--ink", "An ink of the printer, such as black.", "INK", default=""),
        CommandOption("--binding", "paperback, case-wrap, coil or saddle.", "BINDING", default=""),
        CommandOption("--finish", "Of the cover: matte or gloss.", "FINISH", default=""),
        CommandOption("--bleed", "The interior runs over the edges."),
        CommandOption(
            "--spine", "Its width, from the printer's template; computed if left out.", "LENGTH", default=""
        ),
        CommandOption(
            "--package", "A package of Lulu, in place of trim, paper, ink and binding.", "PACKAGE", default=""
        ),
        CommandOption("--isbn", "Printed as a barcode; the guide's own if left out.", "ISBN"),
        CommandOption("--price", "Five digits beside the barcode: 51499, 90000.", "DIGITS", default=""),
        CommandOption(
            "--magnification",
            "Of the barcode, 80 to 200 per cent; 100, or what has room.",
            "PER_CENT",
            read=whole,
        ),
        CommandOption(
            LAYOUT.name,
            LAYOUT.help,
            LAYOUT.value,
            short=LAYOUT.short,
            default="paperback-6x9",
            offers=LAYOUT.offers,
        ),
        SETS,
        CommandOption(
            "--standard", "plain, x1a, x1a-2003 or x4; the printer's usual if left out.", "NAME", default=""
        ),
        CommandOption(
            "--condition", "The printing condition that a standard names: FOGRA39.", "NAME", default=""
        ),
        CommandOption("--icc", "The profile of the press, CMYK.", "FILE.icc", read=Path, offers=files),
        CommandOption("--guides", "Draw the cover again with the printer's zones."),
        CommandOption("--digital", "Make a copy for screens as well."),
        CommandOption(
            "--output", "The folder for the files.", "FOLDER", short="-o", read=place, offers=files
        ),
        CommandOption("--check", "Check that the files of a folder belong together."),
        ROOT,
        JSON,
    ),
    _Given,
    _run,
    _writes,
)

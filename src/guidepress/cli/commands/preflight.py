"""In: the words after `guidepress preflight`. Out: an order to hold files against a printer's rules."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import JSON, PASSWORD
from guidepress.cli.options import CommandOption, Given, files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    file: Path
    printer: str
    trim: str
    paper: str
    ink: str
    binding: str
    spine: str
    cover: Path | None
    html: Path | None
    password: str
    json: bool


def _printers() -> Iterable[str]:
    from guidepress.press.printers import printer_names  # noqa: PLC0415 - for completion only

    return printer_names()


def _report(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in {".html", ".htm"}:
        raise argparse.ArgumentTypeError(f"needs a file that ends with .html, not {text}")
    return path


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress import PressChoice  # noqa: PLC0415 - likewise
    from guidepress.cli.preflighting import PreflightOrder, preflight_files  # noqa: PLC0415 - help needs no engine
    from guidepress.cli.printing import spine_width  # noqa: PLC0415 - likewise

    choice = PressChoice(given.trim, given.paper, given.ink, given.binding, spine=spine_width(given.spine))
    return preflight_files(
        PreflightOrder(
            given.file,
            given.printer,
            choice,
            given.cover,
            given.html,
            given.password,
            given.json,
        )
    )


def _writes(given: _Given) -> bool:
    return given.html is not None


COMMAND = Command(
    (
        CommandOption(
            "file",
            "The interior, anybody's PDF; - reads it from standard input.",
            "FILE.pdf",
            read=Path,
            needed=True,
            offers=files,
        ),
        CommandOption(
            "--printer",
            "A printer's name (guidepress printers lists them), or the path of a file of your own.",
            "PRINTER",
            default="generic",
            offers=_printers,
        ),
        CommandOption(
            "--trim", "The trim: 6x9 …; else taken from the size of the pages.", "TRIM", default=""
        ),
        CommandOption("--paper", "The paper; else the printer's usual one.", "PAPER", default=""),
        CommandOption(
            "--ink", "black, or one of the printer's colours; else the usual one.", "INK", default=""
        ),
        CommandOption("--binding", "paperback, case-wrap …; else the usual one.", "BINDING", default=""),
        CommandOption("--spine", "The spine's width, from the printer's own template.", "LENGTH", default=""),
        CommandOption("--cover", "The cover that belongs to it.", "FILE.pdf", read=Path, offers=files),
        CommandOption(
            "--html",
            "Write the report with drawings of failing pages.",
            "FILE.html",
            read=_report,
            offers=files,
        ),
        PASSWORD,
        JSON,
    ),
    _Given,
    _run,
    _writes,
)

"""The options that several commands have, and words that their values may be."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from guidepress.cli.options import STANDARD, CommandOption, Given, WrongUse, files, place_or_output, setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "AUTHOR",
    "ENCODING",
    "FORCE",
    "JSON",
    "LANGUAGE",
    "LAYOUT",
    "NO_VERIFY",
    "OUTPUT",
    "PAPER",
    "PASSWORD",
    "ROOT",
    "SETS",
    "TITLE",
    "Styled",
    "papers",
    "refuse_two_outputs",
    "use",
    "uses_offered",
]


class Styled(Given):
    """How a book is to look."""

    layout: str
    paper: str | None
    set: list[tuple[str, str]]
    root: Path | None


def _layouts() -> Iterable[str]:
    from guidepress.layout import stock_layouts  # noqa: PLC0415 - for completion only

    return (name for name, _ in stock_layouts())


def papers() -> Iterable[str]:
    """Offer the names of papers."""
    from guidepress.layout.papers import PAPERS  # noqa: PLC0415 - for completion only

    return PAPERS


def uses_offered() -> Iterable[str]:
    """Offer the uses of questions."""
    from guidepress.guide.model import Use  # noqa: PLC0415 - help and wrong use read nothing

    return get_args(Use)


def use(text: str) -> str:
    """Read a use of questions.

    Raises:
        ArgumentTypeError: it is none.
    """
    if text not in uses_offered():
        raise argparse.ArgumentTypeError(f"is one of {', '.join(uses_offered())}, not {text!r}")
    return text


def refuse_two_outputs(output: Path | None, also: Mapping[str, bool]) -> None:
    """Refuse options that need standard output too, or a file's name, where a PDF goes to standard output.

    Raises:
        WrongUse: one of `also` was asked for.
    """
    asked = " and ".join(name for name, given in also.items() if given)
    if output == STANDARD and asked:
        raise WrongUse(f"--output - leaves no room for {asked}", "name a file with --output")


LAYOUT = CommandOption(
    "--layout",
    "A layout's name, or the path of a layout file.",
    "LAYOUT",
    short="-l",
    default="study-guide",
    offers=_layouts,
)
PAPER = CommandOption("--paper", "letter, a4, a5, 6x9 … or WIDTHxHEIGHT.", "PAPER", offers=papers)
SETS = CommandOption(
    "--set", "Change a key of the layout: page.margins.inside=25mm.", "KEY=VALUE", read=setting, many=True
)
OUTPUT = CommandOption(
    "--output",
    "A .pdf file, or a folder; - writes to standard output.",
    "PLACE",
    short="-o",
    read=place_or_output,
    offers=files,
)
ROOT = CommandOption(
    "--root", "Files may name what lies in this folder too.", "FOLDER", read=Path, offers=files
)
NO_VERIFY = CommandOption("--no-verify", "Do not read the finished file back.")
PASSWORD = CommandOption("--password", "Password of an encrypted file.", "WORD", default="")
JSON = CommandOption("--json", "Print for programs.")
TITLE = CommandOption("--title", "The title of the work; else it is found out.", "TITLE", default="")
AUTHOR = CommandOption("--author", "The author of the work.", "NAME", default="")
LANGUAGE = CommandOption("--language", "Of the guide (en-GB, fr …).", "TAG", default="")
ENCODING = CommandOption(
    "--encoding", "Of text files: utf-8, cp1252 …; else it is found out.", "NAME", default=""
)
FORCE = CommandOption("--force", "Write over a guide that is there.")

"""In: the words after `guidepress impose`. Out: an order for the press."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import JSON, OUTPUT, PASSWORD, papers, refuse_two_outputs
from guidepress.cli.options import CommandOption, Given, files, whole

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]

_LENGTH = "LENGTH"

_TEXTS = (
    CommandOption(
        "--scheme",
        "saddle, perfect, up, stack, cards, repeat or zine.",
        "SCHEME",
        short="-s",
        default="",
        offers=lambda: ("saddle", "perfect", "up", "stack", "cards", "repeat", "zine"),
    ),
    CommandOption(
        "--sheet", "a3, tabloid … or WIDTHxHEIGHT; to measure if left out.", "PAPER", offers=papers
    ),
    CommandOption(
        "--flip",
        "The edge the printer turns sheets round: long or short.",
        "EDGE",
        default="long",
        offers=lambda: ("long", "short"),
    ),
    CommandOption(
        "--blank-after", "Pages with an empty one behind them: 1 for a cover.", "PAGES", default=""
    ),
    CommandOption(
        "--scale",
        "fit the sheet, or none: keep the size of the pages.",
        "HOW",
        default="fit",
        offers=lambda: ("fit", "none"),
    ),
    CommandOption("--gutter", "Between neighbouring pages.", _LENGTH),
    CommandOption("--margin", "Least white around the pages.", _LENGTH, default="0"),
    CommandOption("--creep-caliper", "Make up for creep: thickness of a sheet.", _LENGTH, default="0"),
    CommandOption("--creep-total", "Make up for creep: outermost to innermost sheet.", _LENGTH, default="0"),
    CommandOption(
        "--creep-moves",
        "inside pages towards the spine, or outside pages away from it.",
        "WHICH",
        default="inside",
        offers=lambda: ("inside", "outside"),
    ),
    CommandOption(
        "--marks",
        "trim, fold, register, with commas between, or all.",
        "MARKS",
        default="",
        offers=lambda: ("trim", "fold", "register", "all"),
    ),
    CommandOption("--mark-length", "How long trim and fold marks are.", _LENGTH, default="18pt"),
    CommandOption("--mark-weight", "How thick they are.", _LENGTH, default="0.25pt"),
    CommandOption("--mark-offset", "From the trim; the bleed or 6pt if left out.", _LENGTH),
)
"""Options whose texts the work reads, since what they mean hangs on one another."""


class _Given(Given):
    file: Path | None
    up: int
    signature: int
    sides: int | None
    last: int
    rtl: bool
    slug: bool
    order: bool
    linearise: bool
    count: int | None
    output: Path | None
    password: str
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.imposing import ImposeOrder, impose_one  # noqa: PLC0415 - help and wrong use need no engine

    refuse_two_outputs(given.output, {"--json": given.json})
    texts: dict[str, str | None] = {
        option.name.removeprefix("--"): getattr(given, option.attribute) for option in _TEXTS
    }
    task = "order" if given.order else "linearise" if given.linearise else "impose"
    return impose_one(
        ImposeOrder(
            given.file,
            given.output,
            texts,
            given.up,
            given.signature,
            given.sides,
            given.last,
            given.rtl,
            given.slug,
            task,
            given.count,
            given.password,
            given.json,
        )
    )


COMMAND = Command(
    (
        CommandOption(
            "file", "A PDF file; - reads it from standard input.", "FILE.pdf", read=Path, offers=files
        ),
        *_TEXTS,
        CommandOption(
            "--up",
            "Pages on a side for up, stack, cards, repeat: 2, 4, 8, 9, 16.",
            "PAGES",
            default=2,
            read=whole,
        ),
        CommandOption("--signature", "Sheets in a signature for perfect.", "SHEETS", default=4, read=whole),
        CommandOption("--sides", "1 leaves backs white, 2 prints them.", "SIDES", read=whole),
        CommandOption("--rtl", "Bound at the right, read from the right."),
        CommandOption(
            "--last", "Pages kept at the very end, behind the blanks.", "PAGES", default=0, read=whole
        ),
        CommandOption("--slug", "Print file, sheet and side beside the marks."),
        CommandOption("--order", "Print the order of pages alone; write nothing."),
        CommandOption(
            "--count", "Pages to order (--order) or to take off (--linearise).", "PAGES", read=whole
        ),
        CommandOption("--linearise", "Turn an imposed file back into pages."),
        OUTPUT,
        PASSWORD,
        JSON,
    ),
    _Given,
    _run,
)

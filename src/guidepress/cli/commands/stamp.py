"""In: the words after `guidepress stamp`. Out: an order for a stamp."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import JSON, OUTPUT, PASSWORD, refuse_two_outputs
from guidepress.cli.options import CommandOption, Given, files, number

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    file: Path
    text: str
    where: str
    pages: str
    size: str | None
    colour: str | None
    opacity: float | None
    output: Path | None
    strip_active: bool
    password: str
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.stamping import StampOrder, stamp_one  # noqa: PLC0415 - help and wrong use need no engine

    refuse_two_outputs(given.output, {"--json": given.json})
    return stamp_one(
        StampOrder(
            given.file,
            given.output,
            given.text,
            given.where,
            given.pages,
            given.size,
            given.colour,
            given.opacity,
            given.password,
            given.strip_active,
            given.json,
        )
    )


COMMAND = Command(
    (
        CommandOption(
            "file",
            "A PDF file; - reads it from standard input.",
            "FILE.pdf",
            read=Path,
            needed=True,
            offers=files,
        ),
        CommandOption("--text", "What to print on every page.", "TEXT", short="-t", needed=True),
        CommandOption(
            "--where",
            "footer, header, watermark or corner.",
            "PLACE",
            short="-w",
            default="footer",
            offers=lambda: ("footer", "header", "watermark", "corner"),
        ),
        CommandOption("--pages", "Which pages: 1-5,8,12-; all if left out.", "PAGES", default=""),
        CommandOption("--size", "Size of the type.", "LENGTH"),
        CommandOption("--colour", "Colour of the type.", "#RRGGBB"),
        CommandOption("--opacity", "0.05 to 1; 1 hides what is below.", "NUMBER", read=number),
        CommandOption("--strip-active", "Take out scripts and what the file does by itself."),
        OUTPUT,
        PASSWORD,
        JSON,
    ),
    _Given,
    _run,
)

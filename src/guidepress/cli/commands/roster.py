"""In: the words after `guidepress roster`. Out: what was understood of rosters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command, never
from guidepress.cli.commands.common import ENCODING, JSON
from guidepress.cli.options import CommandOption, Given, files

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    files: list[Path]
    encoding: str
    sheet: str
    names: bool
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.rostering import say_rosters  # noqa: PLC0415 - help and wrong use read nothing

    asked = given.encoding, given.sheet
    return say_rosters(tuple(given.files), asked, names=given.names, as_json=given.json)


COMMAND = Command(
    (
        CommandOption(
            "files",
            "CSV or XLSX files, or what a school's system exports: a folder or a ZIP archive.",
            "FILE…",
            read=Path,
            many=True,
            needed=True,
            offers=files,
        ),
        ENCODING,
        CommandOption("--sheet", "Of a workbook; else the one that has names.", "NAME", default=""),
        CommandOption("--names", "List the pupils too."),
        JSON,
    ),
    _Given,
    _run,
    never,
)

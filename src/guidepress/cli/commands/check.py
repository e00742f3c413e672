"""In: the words after `guidepress check`. Out: the faults of guides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command, never
from guidepress.cli.commands.common import JSON, LAYOUT, ROOT
from guidepress.cli.options import CommandOption, Given, files

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    guides: list[Path]
    layout: str
    root: Path | None
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.checking import check_all  # noqa: PLC0415 - help and wrong use need no engine

    return check_all(tuple(given.guides), given.layout, given.root, as_json=given.json)


COMMAND = Command(
    (
        CommandOption(
            "guides",
            "Guide files (guides/*.yaml); - reads one from standard input.",
            "GUIDE…",
            read=Path,
            many=True,
            needed=True,
            offers=files,
        ),
        LAYOUT,
        ROOT,
        JSON,
    ),
    _Given,
    _run,
    never,
)

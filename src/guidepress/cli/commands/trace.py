"""In: the words after `guidepress trace`. Out: a book as text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command, never
from guidepress.cli.commands.common import LAYOUT, PAPER, ROOT, SETS, Styled
from guidepress.cli.options import CommandOption, files

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Styled):
    guide: Path


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.listing import print_trace  # noqa: PLC0415 - help and wrong use need no engine

    return print_trace(given.guide, given.layout, given.paper, tuple(given.set), given.root)


COMMAND = Command(
    (
        CommandOption(
            "guide",
            "A guide file; - reads it from standard input.",
            "GUIDE",
            read=Path,
            needed=True,
            offers=files,
        ),
        LAYOUT,
        PAPER,
        SETS,
        ROOT,
    ),
    _Given,
    _run,
    never,
)

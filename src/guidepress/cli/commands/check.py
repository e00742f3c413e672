"""In: the words after `guidepress check`. Out: the faults of guides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command, never
from guidepress.cli.commands.common import JSON, LAYOUT, PAPER, ROOT, SETS, Styled
from guidepress.cli.options import CommandOption, files

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Styled):
    guides: list[Path]
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress import load_layout  # noqa: PLC0415 - help and wrong use need no engine
    from guidepress.cli.checking import check_all  # noqa: PLC0415 - likewise

    layout = load_layout(given.layout, paper=given.paper, sets=tuple(given.set), root=given.root)
    return check_all(tuple(given.guides), layout, given.root, as_json=given.json)


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
        PAPER,
        SETS,
        ROOT,
        JSON,
    ),
    _Given,
    _run,
    never,
)

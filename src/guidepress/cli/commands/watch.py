"""In: the words after `guidepress watch`. Out: a guide built after every save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import LAYOUT, NO_VERIFY, PAPER, ROOT, SETS, Styled
from guidepress.cli.options import CommandOption, files, place

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Styled):
    guide: Path
    output: Path | None
    no_verify: bool
    open: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.building import BuildOrder  # noqa: PLC0415 - help and wrong use need no engine
    from guidepress.cli.watching import watch  # noqa: PLC0415 - likewise

    order = BuildOrder(
        (given.guide,),
        given.layout,
        given.paper,
        tuple(given.set),
        given.root,
        given.output,
        not given.no_verify,
        explain=False,
        as_json=False,
    )
    return watch(order, shows=given.open)


COMMAND = Command(
    (
        CommandOption("guide", "A guide file.", "GUIDE", read=Path, needed=True, offers=files),
        LAYOUT,
        PAPER,
        SETS,
        ROOT,
        CommandOption("--output", "A .pdf file, or a folder.", "PLACE", short="-o", read=place, offers=files),
        NO_VERIFY,
        CommandOption("--open", "Open the PDF when it is there."),
    ),
    _Given,
    _run,
)

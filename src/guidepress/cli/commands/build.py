"""In: the words after `guidepress build`. Out: an order for books."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import (
    JSON,
    LAYOUT,
    NO_VERIFY,
    OUTPUT,
    PAPER,
    SETS,
    Styled,
    refuse_two_outputs,
)
from guidepress.cli.options import CommandOption, files

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Styled):
    guides: list[Path]
    output: Path | None
    no_verify: bool
    explain: bool
    json: bool


def _run(given: _Given, finish: Finish | None) -> int:
    from guidepress.cli.building import BuildOrder, build_all  # noqa: PLC0415 - help and wrong use need no engine

    refuse_two_outputs(given.output, {"--json": given.json, "--explain": given.explain})
    order = BuildOrder(
        tuple(given.guides),
        given.layout,
        given.paper,
        tuple(given.set),
        given.output,
        not given.no_verify,
        given.explain,
        given.json,
    )
    return build_all(order, finish)


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
        OUTPUT,
        NO_VERIFY,
        CommandOption("--explain", "Write a report beside the PDF: styles and breaks."),
        JSON,
    ),
    _Given,
    _run,
)

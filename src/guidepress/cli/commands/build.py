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
    ROOT,
    SETS,
    Styled,
    refuse_two_outputs,
)
from guidepress.cli.options import CommandOption, WrongUse, files

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Styled):
    guides: list[Path]
    output: Path | None
    no_verify: bool
    explain: bool
    parts: bool
    json: bool


def _run(given: _Given, finish: Finish | None) -> int:
    from guidepress.cli.building import BuildOrder, build_all  # noqa: PLC0415 - help and wrong use need no engine

    refuse_two_outputs(
        given.output, {"--json": given.json, "--explain": given.explain, "--parts": given.parts}
    )
    if given.parts and given.explain:
        raise WrongUse("--parts leaves no room for --explain", "build the book whole to read of its breaks")
    if given.parts and given.output is not None and given.output.suffix.lower() == ".pdf":
        raise WrongUse(f"--parts writes several files, and {given.output} is one", "name a folder")
    order = BuildOrder(
        tuple(given.guides),
        given.layout,
        given.paper,
        tuple(given.set),
        given.root,
        given.output,
        not given.no_verify,
        given.explain,
        given.json,
    )
    if given.parts:
        from guidepress.cli.parting import part_all  # noqa: PLC0415 - likewise

        return part_all(order, finish)
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
        ROOT,
        OUTPUT,
        NO_VERIFY,
        CommandOption("--parts", "Write versions, sheets, answer sheets and keys as files of their own."),
        CommandOption("--explain", "Write a report beside the PDF: styles and breaks."),
        JSON,
    ),
    _Given,
    _run,
)

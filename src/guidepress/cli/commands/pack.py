"""In: the words after `guidepress pack`. Out: the pack that a file describes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import JSON, ROOT
from guidepress.cli.options import CommandOption, Given, files, place

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    file: Path
    output: Path | None
    root: Path | None
    rebuild: bool
    no_verify: bool
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.merging import PackOrder, pack_one  # noqa: PLC0415 - help and wrong use need no engine

    order = PackOrder(
        given.file,
        given.output,
        given.root,
        rebuild=given.rebuild,
        check=not given.no_verify,
        as_json=given.json,
    )
    return pack_one(order)


COMMAND = Command(
    (
        CommandOption("file", "A pack file.", "PACK.yaml", read=Path, needed=True, offers=files),
        CommandOption("--output", "The pack to write.", "PACK.pdf", short="-o", read=place, offers=files),
        ROOT,
        CommandOption("--rebuild", "Build all its guides anew."),
        CommandOption("--no-verify", "Do not read finished files back."),
        JSON,
    ),
    _Given,
    _run,
)

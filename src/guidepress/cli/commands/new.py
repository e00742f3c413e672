"""In: the words after `guidepress new`. Out: a guide to begin with, which builds at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import AUTHOR, ENCODING, FORCE, JSON, LANGUAGE
from guidepress.cli.options import CommandOption, Given, WrongUse, files, target

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    title: str
    author: str
    language: str
    output: Path | None
    from_: list[Path]
    encoding: str
    force: bool
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.importing import begin_guide  # noqa: PLC0415 - help and wrong use read nothing

    if not given.author.strip() and not given.from_:
        raise WrongUse("--author is missing", 'write --author "O. Henry" for example')
    said = {"title": given.title, "author": given.author, "language": given.language}
    return begin_guide(
        said, given.output, tuple(given.from_), given.encoding, force=given.force, as_json=given.json
    )


COMMAND = Command(
    (
        CommandOption("title", "The title of the work.", "TITLE", needed=True),
        AUTHOR,
        LANGUAGE,
        CommandOption(
            "--output",
            "The guide to write; else it is named after the title.",
            "FILE",
            short="-o",
            read=target,
            offers=files,
        ),
        CommandOption(
            "--from",
            "Begin with the text of this file or folder.",
            "FILE",
            read=Path,
            many=True,
            offers=files,
        ),
        ENCODING,
        FORCE,
        JSON,
    ),
    _Given,
    _run,
)

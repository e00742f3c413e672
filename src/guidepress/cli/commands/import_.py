"""In: the words after `guidepress import`. Out: a guide made of files, and what was guessed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import AUTHOR, ENCODING, FORCE, JSON, LANGUAGE, TITLE
from guidepress.cli.options import CommandOption, Given, files

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    files: list[Path]
    output: Path
    title: str
    author: str
    language: str
    encoding: str
    force: bool
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.importing import import_texts  # noqa: PLC0415 - help and wrong use read nothing

    said = {"title": given.title, "author": given.author, "language": given.language}
    return import_texts(
        tuple(given.files), given.output, said, given.encoding, force=given.force, as_json=given.json
    )


COMMAND = Command(
    (
        CommandOption(
            "files",
            "Texts, Markdown, web pages or Word files; of a folder each file is a unit.",
            "FILE…",
            read=Path,
            many=True,
            needed=True,
            offers=files,
        ),
        CommandOption(
            "--output", "The guide to write.", "FILE", short="-o", read=Path, needed=True, offers=files
        ),
        TITLE,
        AUTHOR,
        LANGUAGE,
        ENCODING,
        FORCE,
        JSON,
    ),
    _Given,
    _run,
)

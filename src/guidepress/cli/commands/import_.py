"""In: the words after `guidepress import`. Out: a guide made of files, and what was guessed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import (
    AUTHOR,
    ENCODING,
    FORCE,
    JSON,
    LANGUAGE,
    TITLE,
    use,
    uses_offered,
)
from guidepress.cli.options import CommandOption, Given, WrongUse, files, target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.finish import Finish
    from guidepress.guide.model import Use

__all__ = ["COMMAND"]


class _Given(Given):
    files: list[Path]
    output: Path | None
    into: Path | None
    format: str
    use: list[str]
    title: str
    author: str
    language: str
    encoding: str
    force: bool
    json: bool


def _formats() -> Iterable[str]:
    from guidepress.exchange.quiz.formats import FORMATS  # noqa: PLC0415 - for completion only

    return FORMATS


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.importing import import_texts  # noqa: PLC0415 - help and wrong use read nothing
    from guidepress.cli.quizzing import (  # noqa: PLC0415 - likewise
        add_questions,
        begin_with_questions,
        holds_questions,
    )
    from guidepress.guide.names import slug  # noqa: PLC0415 - likewise

    said = {"title": given.title, "author": given.author, "language": given.language}
    uses = cast("tuple[Use, ...]", tuple(dict.fromkeys(given.use)) or ("quiz",))
    if given.into is not None:
        if given.output is not None or len(given.files) != 1:
            raise WrongUse("--into takes the questions of one file into a guide", "leave out the rest")
        return add_questions(given.files[0], given.into, given.format, uses, as_json=given.json)
    output = given.output or Path(f"{slug(given.files[0].resolve().stem) or 'guide'}.yaml")
    if given.format or holds_questions(tuple(given.files)):
        return begin_with_questions(
            given.files[0], output, (given.format, uses), said, force=given.force, as_json=given.json
        )
    return import_texts(
        tuple(given.files), output, said, given.encoding, force=given.force, as_json=given.json
    )


COMMAND = Command(
    (
        CommandOption(
            "files",
            "Texts, Markdown, web pages or Word files (of a folder each is a unit), or a file of questions.",
            "FILE…",
            read=Path,
            many=True,
            needed=True,
            offers=files,
        ),
        CommandOption(
            "--output",
            "The guide to write; else it is named after the file.",
            "FILE",
            short="-o",
            read=target,
            offers=files,
        ),
        CommandOption(
            "--into", "A guide that gets the questions of the file.", "GUIDE", read=Path, offers=files
        ),
        CommandOption("--format", "Of questions; else it is found out.", "NAME", default="", offers=_formats),
        CommandOption(
            "--use",
            "Of questions that say none; else quiz. May be repeated.",
            "USE",
            read=use,
            many=True,
            offers=uses_offered,
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

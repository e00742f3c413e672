"""In: the words after `guidepress quiz`. Out: questions in the formats of learning platforms and games."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import JSON, use, uses_offered
from guidepress.cli.options import CommandOption, Given, files, target, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    source: Path
    to: list[str]
    output: Path | None
    use: list[str]
    unit: list[int]
    json: bool


def _formats() -> Iterable[str]:
    from guidepress.exchange.quiz.formats import FORMATS  # noqa: PLC0415 - help and wrong use read nothing

    return FORMATS


def _format(text: str) -> str:
    if text not in _formats():
        raise argparse.ArgumentTypeError(f"is one of {', '.join(_formats())}, not {text!r}")
    return text


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.quizzing import export_quiz  # noqa: PLC0415 - likewise

    asked = tuple(given.use), tuple(given.unit)
    return export_quiz(given.source, tuple(given.to), given.output, asked, as_json=given.json)


COMMAND = Command(
    (
        CommandOption(
            "source", "A guide, or a file of questions to convert.", "FILE", read=Path, needed=True, offers=files
        ),
        CommandOption(
            "--to", "moodle, gift, canvas, kahoot, anki … may be repeated.", "FORMAT", read=_format, many=True,
            needed=True, offers=_formats,
        ),
        CommandOption(
            "--output", "A file; of several formats, a folder.", "PLACE", short="-o", read=target, offers=files
        ),
        CommandOption(
            "--use", "Only questions for quiz, exam …; may be repeated.", "USE", read=use, many=True, offers=uses_offered
        ),
        CommandOption("--unit", "Only questions of this unit, by its number.", "N", read=whole, many=True),
        JSON,
    ),
    _Given,
    _run,
)  # fmt: skip

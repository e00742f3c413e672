"""In: the words after `guidepress verify`. Out: what holds in PDF files, and what does not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command, never
from guidepress.cli.commands.common import JSON, PASSWORD
from guidepress.cli.options import CommandOption, Given, files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    files: list[Path]
    standard: list[str]
    password: str
    json: bool


def _standards() -> Iterable[str]:
    from guidepress.verify.standards import PROFILES  # noqa: PLC0415 - for completion only

    return PROFILES


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.verifying import verify_all  # noqa: PLC0415 - help and wrong use need no engine

    return verify_all(tuple(given.files), tuple(given.standard), given.password, as_json=given.json)


COMMAND = Command(
    (
        CommandOption(
            "files",
            "PDF files; - reads one from standard input.",
            "FILE.pdf…",
            read=Path,
            many=True,
            needed=True,
            offers=files,
        ),
        CommandOption(
            "--standard",
            "Judge by veraPDF too: ua1, 2a, 2b … (may be repeated).",
            "NAME",
            many=True,
            offers=_standards,
        ),
        PASSWORD,
        JSON,
    ),
    _Given,
    _run,
    never,
)

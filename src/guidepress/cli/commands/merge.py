"""In: the words after `guidepress merge`. Out: a pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import JSON, NO_VERIFY
from guidepress.cli.options import CommandOption, Given, files, place, whole

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    files: list[Path]
    output: Path
    title: str
    labels: str
    contents: bool
    cover: str
    each_on_recto: bool
    multiple_of: int
    password: list[str]
    no_verify: bool
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress import MergePlan  # noqa: PLC0415 - help and wrong use need no engine
    from guidepress.bind.plan import labels_named  # noqa: PLC0415 - likewise
    from guidepress.cli.merging import merge_all  # noqa: PLC0415 - likewise

    plan = MergePlan(
        given.title,
        labels_named(given.labels),
        contents=given.contents,
        cover=given.cover,
        each_on_recto=given.each_on_recto,
        multiple_of=given.multiple_of,
        passwords=tuple(given.password),
    )
    return merge_all(tuple(given.files), given.output, plan, check=not given.no_verify, as_json=given.json)


COMMAND = Command(
    (
        CommandOption("files", "PDF files.", "FILE.pdf…", read=Path, many=True, needed=True, offers=files),
        CommandOption(
            "--output", "The pack to write.", "PACK.pdf", short="-o", read=place, needed=True, offers=files
        ),
        CommandOption("--title", "Title of the pack.", "TEXT", default=""),
        CommandOption(
            "--labels",
            "Page labels: keep, continue or none.",
            "HOW",
            default="keep",
            offers=lambda: ("keep", "continue", "none"),
        ),
        CommandOption("--contents", "Put a contents page in front."),
        CommandOption("--cover", "Put a cover in front.", "TEXT", default=""),
        CommandOption("--each-on-recto", "Begin every file on a right-hand page."),
        CommandOption(
            "--multiple-of",
            "Fill every file up to a multiple of so many pages.",
            "PAGES",
            default=1,
            read=whole,
        ),
        CommandOption("--password", "Opens encrypted files (may be repeated).", "WORD", many=True),
        NO_VERIFY,
        JSON,
    ),
    _Given,
    _run,
)

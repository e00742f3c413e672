"""In: the words after `guidepress export`. Out: the files of a job, or what they would be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import JSON
from guidepress.cli.options import CommandOption, Given, files

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    job: Path
    output: Path | None
    plan: bool
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.exporting import export_one, say_plan  # noqa: PLC0415 - help and wrong use need no engine

    if given.plan:
        return say_plan(given.job, as_json=given.json)
    return export_one(given.job, given.output, as_json=given.json)


COMMAND = Command(
    (
        CommandOption("job", "A job file.", "JOB.yaml", read=Path, needed=True, offers=files),
        CommandOption("--output", "A folder for all files.", "FOLDER", short="-o", read=Path, offers=files),
        CommandOption("--plan", "Say what would be made, and write nothing."),
        JSON,
    ),
    _Given,
    _run,
)
"""`--output` goes before the job's own."""

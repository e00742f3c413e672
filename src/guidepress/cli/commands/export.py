"""In: the words after `guidepress export`. Out: the files of a job, or what they would be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import JSON, ROOT
from guidepress.cli.options import CommandOption, Given, files, whole

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    job: Path
    output: str | None
    root: Path | None
    plan: bool
    executor: str
    workers: int
    fail_fast: bool
    no_cache: bool
    log: str | None
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.exporting import export_one, say_plan  # noqa: PLC0415 - help and wrong use need no engine

    if given.plan:
        return say_plan(given.job, given.root, as_json=given.json)
    from guidepress.export.job import load_job  # noqa: PLC0415 - likewise
    from guidepress.export.run import Way  # noqa: PLC0415 - likewise

    way = Way(given.executor, given.workers, given.fail_fast, not given.no_cache)
    return export_one(
        load_job(given.job, given.root), given.output, way, log=given.log == "json", as_json=given.json
    )


COMMAND = Command(
    (
        CommandOption("job", "A job file.", "JOB.yaml", read=Path, needed=True, offers=files),
        CommandOption("--output", "A folder or an address for all files.", "PLACE", short="-o", offers=files),
        ROOT,
        CommandOption("--plan", "Say what would be made, and write nothing."),
        CommandOption(
            "--executor",
            "processes, here, or dask://HOST:PORT; whichever is quicker if left out.",
            "WHO",
            default="",
            offers=lambda: ("processes", "here"),
        ),
        CommandOption(
            "--workers", "So many processes; one a processor if left out.", "COUNT", read=whole, default=0
        ),
        CommandOption("--fail-fast", "Begin nothing more when a file cannot be made."),
        CommandOption("--no-cache", "Make all anew, and keep nothing for later runs."),
        CommandOption(
            "--log", "json: a line for each unit to standard error.", "FORM", offers=lambda: ("json",)
        ),
        JSON,
    ),
    _Given,
    _run,
)
"""`--output` goes before the job's own."""

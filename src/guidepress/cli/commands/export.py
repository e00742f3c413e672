"""In: the words after `guidepress export`. Out: the files of a class or a job, or what they would be."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from guidepress.cli.commands import Command
from guidepress.cli.commands.common import ENCODING, JSON, LAYOUT, PAPER, ROOT
from guidepress.cli.options import CommandOption, Given, files, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidepress.cli.asking import ClassOrder
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    sources: list[Path]
    roster: Path | None
    class_: list[str]
    encoding: str
    sheet: str
    layout: list[str]
    paper: str | None
    title: str
    copies: int | None
    versions: int | None
    personalise: list[str] | None
    order: str | None
    padding: str | None
    files: str | None
    answer_sheets: bool
    no_keys: bool
    no_cover_sheets: bool
    save_job: Path | None
    output: str | None
    root: Path | None
    plan: bool
    executor: str
    workers: int
    fail_fast: bool
    no_cache: bool
    log: str | None
    json: bool


def _words(key: str) -> tuple[str, ...]:
    """What a key of a job may be."""
    from guidepress.export.job.model import Files, Order, Padding, Personal  # noqa: PLC0415 - help reads nothing

    known = {"files": Files, "order": Order, "padding": Padding, "personalise": Personal}
    return get_args(known[key])


def _one_of(key: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in _words(key):
            raise argparse.ArgumentTypeError(f"is one of {', '.join(_words(key))}, not {text!r}")
        return text

    return read


def _several_of(key: str) -> Callable[[str], list[str]]:
    one = _one_of(key)

    def read(text: str) -> list[str]:
        return [one(word.strip()) for word in text.split(",")]

    return read


def _offered(key: str) -> Callable[[], Iterable[str]]:
    return lambda: _words(key)


def _some(text: str) -> int:
    """Read a number of things that there are."""
    count = whole(text)
    if count < 1:
        raise argparse.ArgumentTypeError(f"needs a whole number from 1, not {text!r}")
    return count


def _job_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise argparse.ArgumentTypeError(f"needs a .yaml file, not {text}")
    return path


def _choice(key: str, says: str, value: str) -> CommandOption:
    """An option that says one of the words of a key."""
    return CommandOption(f"--{key}", says, value, read=_one_of(key), offers=_offered(key))


_SETTINGS = (
    PAPER,
    CommandOption("--title", "What cover sheets call it; else the names of its files.", "TITLE", default=""),
    CommandOption("--copies", "Without a roster: so many, that bear no name.", "COUNT", read=_some),
    CommandOption(
        "--versions", "Versions of each quiz: A, B, C …, as many as are asked for.", "COUNT", read=_some
    ),
    CommandOption(
        "--personalise",
        "What a copy says of its pupil: name, class, seat, number, version, code, with commas between; else name, "
        "class and code.",
        "WORDS",
        read=_several_of("personalise"),
        offers=_offered("personalise"),
    ),
    _choice(
        "order", "By name (student), as in the roster, by seat, version, or page: first sheets first.", "HOW"
    ),
    _choice("padding", "Blank pages behind copies: duplex, none for one side of a sheet, 2 or 4.", "HOW"),
    _choice("files", "volumes to print, copies: a file a pupil, or both.", "WHICH"),
    CommandOption("--answer-sheets", "With each test a sheet of boxes that a scanner reads."),
)
"""Options that say what keys of a job of the same names do."""


def _ordered(given: _Given) -> ClassOrder:
    from guidepress.cli.asking import ClassOrder  # noqa: PLC0415 - help and wrong use need no engine

    settings = {option.attribute: getattr(given, option.attribute) for option in _SETTINGS}
    return ClassOrder(
        tuple(given.sources),
        given.roster,
        tuple(given.class_),
        tuple(given.layout),
        {**settings, "keys": given.no_keys, "cover_sheets": given.no_cover_sheets},
        (given.encoding, given.sheet),
        given.output,
        given.root,
        given.save_job,
    )


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.asking import asked_job, save_job  # noqa: PLC0415 - likewise
    from guidepress.cli.exporting import export_one, say_plan, say_saved  # noqa: PLC0415 - likewise
    from guidepress.export.run import Way  # noqa: PLC0415 - likewise

    loaded = asked_job(_ordered(given))
    if given.plan:
        status = say_plan(loaded, given.output, as_json=given.json)
    else:
        way = Way(given.executor, given.workers, given.fail_fast, not given.no_cache)
        status = export_one(loaded, given.output, way, log=given.log == "json", as_json=given.json)
    if given.save_job is not None:
        save_job(loaded)
        say_saved(loaded.file, given.root, as_json=given.json)
    return status


COMMAND = Command(
    (
        CommandOption(
            "sources", "Guides, or one job file.", "FILE…", read=Path, many=True, needed=True, offers=files
        ),
        CommandOption("--roster", "Of guides, who gets a copy: a CSV or XLSX file, or what a school's system exports.", "LIST", read=Path, offers=files),
        CommandOption(
            "--class", "Of the roster, this class only; may be repeated. Of a list without classes, its name.",
            "NAME", many=True,
        ),
        ENCODING,
        CommandOption("--sheet", "Of a workbook; else the one that has names.", "NAME", default=""),
        CommandOption(
            LAYOUT.name, f"{LAYOUT.help} May be repeated; study-guide if left out.", LAYOUT.value,
            short=LAYOUT.short, many=True, offers=LAYOUT.offers,
        ),
        *_SETTINGS,
        CommandOption("--no-keys", "Make no answer keys, which are files of their own."),
        CommandOption("--no-cover-sheets", "Make no sheets for the copy room."),
        CommandOption(
            "--save-job", "Write the job file that does the same, to edit.", "FILE.yaml", read=_job_file, offers=files
        ),
        CommandOption("--output", "A folder or an address for all files.", "PLACE", short="-o", offers=files),
        ROOT,
        CommandOption("--plan", "Say what would be made, and make nothing."),
        CommandOption(
            "--executor", "processes, here, or dask://HOST:PORT; whichever is quicker if left out.", "WHO",
            default="", offers=lambda: ("processes", "here"),
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
)  # fmt: skip
"""`--output` goes before the job's own."""

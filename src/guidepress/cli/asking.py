"""In: files, and the options that ask for a class's copies of guides. Out: the job: that of its file, or one made of them.

A job that is made of options is a mapping as a job file would have it, so that it can be written down and edited. Its
faults are told at the options.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress import FaultsFound, Span
from guidepress.base.diagnostics import fault
from guidepress.base.files import write_whole
from guidepress.base.other_kinds import GUIDE, JOB, plain_kind
from guidepress.base.record import record, replace
from guidepress.base.roots import is_path, root_of
from guidepress.base.yaml import read_yaml
from guidepress.cli.options import WrongUse
from guidepress.export.job import load_job
from guidepress.export.running.storage import is_address
from guidepress.guide.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guidepress import Diagnostic
    from guidepress.base.roots import Root
    from guidepress.base.yaml_writing import Writable
    from guidepress.export.job import LoadedJob

__all__ = ["ClassOrder", "asked_job", "save_job"]

_PLAIN = "study-guide"
"""The layout that goes without saying, in names too."""

_SAVED = Path("job.yaml")
"""The file that a job would be that is not saved; only its folder counts."""


@record
class ClassOrder:
    """What `guidepress export` was asked for, but for the way in which it is done.

    Attributes:
        files: guides, or one job.
        roster: who gets a copy; None for none.
        classes: of the roster, those that are meant.
        layouts: names or paths; none for the usual one.
        settings: other keys of a job with what options say of them; those that were not given are None, "", 0 or ().
        reading: encoding and sheet of the roster, "" to find out.
        output: a folder or an address; None for the job's own.
        root: a folder in which files may lie too.
        saved: the job file to write; None for none.
    """

    files: tuple[Path, ...]
    roster: Path | None
    classes: tuple[str, ...]
    layouts: tuple[str, ...]
    settings: Mapping[str, Writable]
    reading: tuple[str, str]
    output: str | None
    root: Path | None
    saved: Path | None


def asked_job(order: ClassOrder) -> LoadedJob:
    """Load the job that is asked for.

    Raises:
        FaultsFound: a file is neither a guide nor a job, or the job has faults.
        WrongUse: options say what the job file says, or nobody is to get a copy.
    """
    kinds = {path: _kind_of(path) for path in order.files}
    job = next((path for path, kind in kinds.items() if kind == JOB), None)
    if job is None:
        return _made_job(order)
    if len(order.files) > 1:
        raise WrongUse(f"{job} is a job, and stands by itself", "name the job alone, or guides alone")
    said = next(_given(order), "")
    if said:
        raise WrongUse(
            f"{job} is a job, which says for itself what {said} would", f"take {said} out, or edit the job"
        )
    return load_job(job, order.root)


def save_job(loaded: LoadedJob) -> None:
    """Write the file of a job that was made of options.

    Raises:
        FaultsFound: it cannot be written.
    """
    write_whole(loaded.file, loaded.written)


def _kind_of(path: Path) -> str:
    try:
        kind = plain_kind(read_yaml(path))
    except FaultsFound as faults:
        if faults.diagnostics[0].code != "wrong-type":
            raise
        kind = ""  # no keys and values at all: a table, or a text
    if kind in {GUIDE, JOB}:
        return kind
    what = f"This is {kind}, and neither" if kind else "This is neither"
    hint = "A guide has an author and an overview, a plot or units; a job names its guides; a list of pupils is named by --roster."
    raise fault("neither-guide-nor-job", f"{what} a guide nor a job.", hint, Span(str(path), 1, 1))


def _given(order: ClassOrder) -> Iterator[str]:
    """The options that were given and that a job file says for itself."""
    said: dict[str, object] = {
        "--roster": order.roster,
        "--class": order.classes,
        "--encoding": order.reading[0],
        "--sheet": order.reading[1],
        "--layout": order.layouts,
        **{_option(key): value for key, value in order.settings.items()},
        "--save-job": order.saved,
    }
    return (name for name, value in said.items() if value)


def _option(key: str) -> str:
    """The option that says a key of a job; what is usual is said by taking it back."""
    return {"keys": "--no-keys", "cover_sheets": "--no-cover-sheets"}.get(key, f"--{key.replace('_', '-')}")


def _made_job(order: ClassOrder) -> LoadedJob:
    """Make a job of options."""
    _refuse_use(order)
    _refuse_names(order)
    try:
        loaded = load_job(_mapping(order), _root(order), file=order.saved or _SAVED)
    except FaultsFound as faults:
        raise FaultsFound(dict.fromkeys(_at_option(each, order) for each in faults.diagnostics)) from None
    there = order.saved.read_bytes() if order.saved and order.saved.is_file() else loaded.written
    if there != loaded.written:
        message = f"{order.saved} is there already, and says something else."
        raise fault("saved-job", message, "Name another file, or remove it.", Span("--save-job", 0, 0))
    return loaded


def _refuse_use(order: ClassOrder) -> None:
    """Refuse options that need others, or leave them no room."""
    if order.roster is None:
        of_roster = zip(("--class", "--encoding", "--sheet"), (order.classes, *order.reading), strict=True)
        lone = next((name for name, said in of_roster if said), "")
        if lone:
            raise WrongUse(f"{lone} is said of a roster, and there is none", "name a list with --roster")
        if not order.settings.get("copies"):
            raise WrongUse(
                f"nothing says who gets a copy of {order.files[0]}",
                "name a list with --roster, or a number with --copies; guidepress build makes the book alone",
            )
    if order.saved is not None and order.output is not None and is_address(order.output):
        raise WrongUse("--save-job writes a job for a folder, not for an address", "leave out one of the two")


def _refuse_names(order: ClassOrder) -> None:
    """Refuse a guide whose name would mean others too, and a job file in a folder that is not there."""
    for path in order.files:
        if {"*", "?"} & set(str(path)):
            message = 'In a job the name of a guide must have no "*" and no "?", which stand for any letters.'
            raise fault("starred-name", message, "Rename the file.", Span(str(path), 1, 1))
    if order.saved is not None and not order.saved.parent.is_dir():
        message = f"There is no folder {order.saved.parent}."
        raise fault("no-folder", message, "Make it first.", Span("--save-job", 0, 0))


def _root(order: ClassOrder) -> Root | Path | None:
    """Where a job may find its files: wherever the options say, unless it is saved: then where a job file may."""
    if order.saved is not None:
        return order.root
    named = [*order.files, *([order.roster] if order.roster else []), *map(Path, order.layouts)]
    folders = [path.parent for path in named if path.exists()]
    return root_of(None, order.root).wider(*folders, Path(_output(order)))


def _mapping(order: ClassOrder) -> dict[str, Writable]:
    """The job as its file would have it."""
    folder = (order.saved or _SAVED).parent
    title = str(order.settings.get("title") or " · ".join(_words(order)))
    made: dict[str, Writable] = {"format": 1, "title": title}
    guides = [_from(path, folder) for path in order.files]
    made["guides"] = guides[0] if len(guides) == 1 else guides
    layouts = [_layout_from(name, folder) for name in order.layouts or (_PLAIN,)]
    made["layouts"] = layouts[0] if len(layouts) == 1 else layouts
    if order.roster is not None:
        roster: dict[str, Writable] = {"file": _from(order.roster, folder)}
        if order.classes:
            roster["class"] = order.classes[0] if len(order.classes) == 1 else list(order.classes)
        reading = {key: said for key, said in zip(("encoding", "sheet"), order.reading, strict=True) if said}
        made["roster"] = {**roster, **reading} if order.classes or reading else roster["file"]
    made |= {key: value for key, value in order.settings.items() if value and key != "title"}
    made |= {key: False for key in ("keys", "cover_sheets") if key in made}
    made["output"] = _from(Path(_output(order)), folder)
    return made


def _layout_from(name: str, folder: Path) -> str:
    return _from(Path(name), folder) if is_path(name) else name


def _from(path: Path, folder: Path) -> str:
    """A path as a file in a folder names it; one that begins at the root of all folders stays as it is."""
    if path.is_absolute() or folder == Path():
        return path.as_posix()
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # they are on two drives
        return path.absolute().as_posix()


def _words(order: ClassOrder) -> list[str]:
    """What makes the job another one, but for its classes."""
    files, layouts = order.files, order.layouts
    words = [files[0].stem if len(files) == 1 else f"{len(files)}-guides"]
    words += [Path(each).stem for each in layouts if layouts != (_PLAIN,)]
    words += [slug(str(order.settings.get("paper") or ""))]
    words += [order.roster.resolve().stem] if order.roster else []
    return [word for word in words if word]


def _output(order: ClassOrder) -> str:
    """The folder for all files; that of another job is another one, since each has one list of codes."""
    if order.output is not None and not is_address(order.output):
        return order.output
    classes = (slug(each) or each.replace("/", "-") for each in order.classes)
    return f"output/{'-'.join((*_words(order), *classes))}"


def _at_option(each: Diagnostic, order: ClassOrder) -> Diagnostic:
    """Tell a fault of the job at the option that says so; one of another file has its place."""
    if each.span is None or each.span.file != "job":
        return each
    key, _, rest = each.span.keys.partition("[")[0].partition(".")
    if key == "guides":
        rank = each.span.keys.partition("[")[2].partition("]")[0]
        return replace(each, span=Span(str(order.files[int(rank or 0)]), 1, 1))
    option = {"layouts": "--layout"}.get(key, _option(key))
    if key == "roster":
        option = f"--{rest.partition('[')[0]}" if rest not in {"", "file"} else "--roster"
    if each.code == "unknown-paper":
        option = "--paper"
    return replace(each, span=Span(option, 0, 0))

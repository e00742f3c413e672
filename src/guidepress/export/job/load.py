"""In: a job file, or a job as a mapping. Out: it with its guides, layouts and roster found, or every fault with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidepress.base.decoding import Decoder, Rejected
from guidepress.base.diagnostics import FaultsFound, errors_in
from guidepress.base.limits import JOB_LAYOUTS
from guidepress.base.reading import is_file
from guidepress.base.record import record, replace
from guidepress.base.roots import barred, is_path, root_of, same_file
from guidepress.base.sources import read_source
from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode
from guidepress.base.yaml_nodes import child_of
from guidepress.base.yaml_writing import write_yaml
from guidepress.export.abroad import addresses_of
from guidepress.export.job.model import ClassJob, JobLayout, JobPress, JobRoster
from guidepress.export.job.press_order import check_isbns, finish_press
from guidepress.export.job.unsaid import with_unsaid
from guidepress.export.roster import read_roster
from guidepress.export.running.storage import is_address, is_elsewhere
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.decoding import Decoding
    from guidepress.base.roots import Root
    from guidepress.base.yaml import Node
    from guidepress.base.yaml_writing import Writable
    from guidepress.export.roster import Roster
    from guidepress.layout import Layout

__all__ = ["FIELDS", "LoadedJob", "load_job"]

FIELDS = ("guide", "layout", "class", "version", "code", "part", "name", "number", "seat")
"""What names of files may be made of."""

_BRACED = re.compile(r"\{([^{}]*)\}")
_MOST = 100_000
_MOST_VERSIONS = 26
_WHOLE = {"versions": _MOST_VERSIONS, "copies": _MOST, "volumes": _MOST}


@record
class LoadedJob:
    """A job with all that it names.

    Attributes:
        job: as its file has it.
        file: the job file; of a mapping, the one that it would be.
        written: the bytes of that file.
        guides: paths or addresses of guides, each once, in the order of the file and of their names.
        layouts: one an entry of the job.
        roster: who gets a copy, those of other classes left out; None for none.
    """

    job: ClassJob
    file: Path
    written: bytes
    guides: tuple[str, ...]
    layouts: tuple[Layout, ...]
    roster: Roster | None

    @property
    def title(self) -> str:
        """What the job is called."""
        return self.job.title or self.file.stem

    @property
    def output(self) -> Path:
        """The folder for all that is made."""
        return self.file.parent / (self.job.output or self.file.stem)


class _Found:
    """What the hooks found while the file was decoded, and the root in which it must lie."""

    def __init__(self, file: Path, root: Root) -> None:
        self.file, self.folder = file, file.parent
        self.root = root
        self.guides: list[str] = []
        self.named = 0
        self.layouts: list[Layout] = []
        self.roster: Roster | None = None
        self.paper = ""


def load_job(
    job: Path | Mapping[str, Writable], root: Root | Path | None = None, *, file: Path = Path("job.yaml")
) -> LoadedJob:
    """Load a job.

    Args:
        job: the file, or a mapping as a file would have it.
        root: a folder in which what it names may lie beside its own root (`base/roots.py`).
        file: of a mapping, the file that it would be: paths start at its folder, whether it is there or not.

    Raises:
        FaultsFound: the job breaks the format, or names a guide, layout or roster that is not there, has faults or
            lies outside the root; or its files would.
    """
    source = read_source(job, "job")
    path = file if isinstance(job, Mapping) else job
    written = write_yaml(job).encode() if isinstance(job, Mapping) else path.read_bytes()
    found = _Found(path, root_of(path, root))
    found.paper = _paper(source.root)
    decoder = Decoder(
        {int: _whole},
        {
            ClassJob: _finish_job,
            JobLayout: _finish_layout,
            JobPress: _finish_press,
            JobRoster: _finish_roster,
        },
    )
    decoded = decoder.decode(ClassJob, source, found)
    if decoded.record is None or errors_in(decoded.faults):
        raise FaultsFound(decoded.faults)
    made = decoded.record
    if not found.layouts:
        made = replace(made, layouts=tuple(replace(each, paper=made.paper) for each in made.layouts))
    layouts = tuple(found.layouts) or tuple(
        load_layout(each.layout, paper=each.paper or None, root=found.root) for each in made.layouts
    )
    roster = with_unsaid(found.roster, made) if found.roster else None
    return LoadedJob(made, path, written, tuple(dict.fromkeys(found.guides)), layouts, roster)


def _paper(root: Node) -> str:
    """The paper of the job, which its layouts have that name none; they are read before the job is whole."""
    for key, value in root.value if isinstance(root, MappingNode) else ():
        if isinstance(key, ScalarNode) and isinstance(value, ScalarNode) and key.value == "paper":
            return str(value.value)
    return ""


def _whole(node: ScalarNode, _run: Decoding) -> int:
    if node.value.isascii() and node.value.isdigit() and float(node.value) <= _MOST:
        return int(node.value)
    raise Rejected("wrong-value", f'"{node.value}" is no whole number from 0 to {_MOST}.', "Write 4 or 30.")


def _finish_layout(values: dict[str, Any], node: Node, run: Decoding) -> None:
    """Load the layout, so that a name that is wrong is told before anything is made."""
    found = _found(run)
    found.named += 1
    if found.named > JOB_LAYOUTS:
        if found.named == JOB_LAYOUTS + 1:
            run.fault(
                node,
                "too-many-layouts",
                f"A job has no more than {JOB_LAYOUTS} layouts.",
                "Make several of it.",
            )
        return
    values["paper"] = values.get("paper") or found.paper
    name = str(values["layout"])
    known = str(found.folder / name) if is_path(name) else name
    wrong = barred(name, Path(known), found.root) if is_path(name) else None
    if wrong is not None:
        run.fault(child_of(node, "layout"), *wrong)
        return
    _within(values, node, run)
    try:
        paper, sets = str(values.get("paper", "")), tuple(values.get("sets", {}).items())
        found.layouts.append(load_layout(known, paper=paper or None, sets=sets, root=found.root))
    except FaultsFound as faults:
        for each in faults.diagnostics:
            run.fault(child_of(node, "layout"), each.code, each.message, each.hint)


def _finish_press(values: dict[str, Any], node: Node, run: Decoding) -> None:
    found = _found(run)
    finish_press(values, node, run, (found.folder, found.root))


def _finish_roster(values: dict[str, Any], node: Node, run: Decoding) -> None:
    """Read the roster and keep the classes that are asked for; its own faults have their own places."""
    found = _found(run)
    place = found.folder / str(values["file"])
    wrong = barred(str(values["file"]), place, found.root)
    if wrong is not None:
        run.fault(child_of(node, "file"), *wrong)
        return
    if not place.exists():
        message = f'There is no file "{values["file"]}".'
        run.fault(child_of(node, "file"), "file-not-found", message, "Check its name.")
        return
    roster = read_roster(place, encoding=str(values.get("encoding", "")), sheet=str(values.get("sheet", "")))
    wanted = values.get("classes", ())
    if len(wanted) == 1 and not roster.groups:  # a list of one class seldom says which
        roster = replace(roster, pupils=tuple(replace(pupil, group=wanted[0]) for pupil in roster.pupils))
    for name in wanted:
        if name not in roster.groups:
            message = f'There is no class "{name}" in the roster.'
            known = f"Its classes are: {', '.join(roster.groups)}."
            hint = known if roster.groups else "It has no column of classes; head one with Class."
            run.fault(child_of(node, "class"), "unknown-class", message, hint)
    kept = tuple(pupil for pupil in roster.pupils if not wanted or pupil.group in wanted)
    found.roster = replace(roster, pupils=kept)


def _finish_job(values: dict[str, Any], node: Node, run: Decoding) -> None:
    _find_guides(values, node, run)
    _within(values, node, run)
    output, found = str(values.get("output", "")), _found(run)
    wrong = barred(output, found.folder / output, found.root) if output else None
    if wrong is not None:
        run.fault(child_of(node, "output"), *wrong)
    pattern = str(values.get("name", ""))
    for name in _BRACED.findall(pattern):
        if name not in FIELDS:
            hint = f"Write {', '.join('{' + each + '}' for each in FIELDS)}."
            run.fault(child_of(node, "name"), "unknown-field", f'Names know no "{{{name}}}".', hint)
    if values.get("answer_sheets") and "code" not in values.get("personalise", ("code",)):
        message = "Answer sheets are told apart by their codes."
        run.fault(
            child_of(node, "answer_sheets"), "sheets-without-codes", message, "Add `code` to `personalise`."
        )
    check_isbns(values, node, run, found.guides)
    if values.get("roster") is not None and values.get("copies"):
        message = "Copies without names are made where there is no roster."
        run.fault(child_of(node, "copies"), "copies-and-roster", message, "Take out one of the two.")


def _find_guides(values: dict[str, Any], node: Node, run: Decoding) -> None:
    """Find the files that each entry stands for."""
    found = _found(run)
    entries = child_of(node, "guides")
    places = entries.value if isinstance(entries, SequenceNode) else [entries]
    for entry, place in zip(values.get("guides", ()), places, strict=False):
        if is_address(entry):
            _find_abroad(entry, place, run)
        elif "*" in entry or "?" in entry:
            _find_alike(entry, place, run)
        elif is_file(found.folder / entry):
            _hold([found.folder / entry], entry, place, run)
        else:
            run.fault(place, "file-not-found", f'There is no guide "{entry}".', "Check its name.")
    if not values.get("guides"):
        run.fault(entries, "no-guides", "The job has no guides.", "Name one guide file at least.")


def _find_alike(entry: str, place: Node, run: Decoding) -> None:
    """Find the files of a pattern, but for the job itself; the folders that it names before its stars lie in the root."""
    found = _found(run)
    parts = (found.folder / entry).parts
    stars = next(index for index, part in enumerate(parts) if "*" in part or "?" in part)
    base = Path(*parts[:stars])
    wrong = barred(entry, base, found.root)
    if wrong is not None:
        run.fault(place, *wrong)
        return
    files = [
        each
        for each in _matching(base, parts[stars:])
        if each.suffix in {".yaml", ".yml"} and each.is_file() and not same_file(each, found.file)
    ]
    if not files:
        message = f'No guide is found as "{entry}".'
        run.fault(place, "file-not-found", message, "The path starts at the folder of the job file.")
    _hold(files, entry, place, run)


def _matching(base: Path, parts: Sequence[str]) -> list[Path]:
    """The files of a pattern; none where it is no pattern, as "a**" is not."""
    try:
        return sorted(base.glob("/".join(parts)))
    except ValueError:
        return []


def _hold(files: Sequence[Path], entry: str, place: Node, run: Decoding) -> None:
    """Take the guides that lie in the root; the others are faults."""
    found = _found(run)
    for each in files:
        wrong = barred(entry, each, found.root)
        if wrong is not None:
            run.fault(place, *wrong)
            break
        found.guides.append(str(each))


def _find_abroad(entry: str, place: Node, run: Decoding) -> None:
    """Find the guides that an address stands for; one that would open files of this machine is refused."""
    if not is_elsewhere(entry):
        message = f'"{entry}" is an address that may lead to files of this machine, and no job opens such.'
        run.fault(
            place, "outside-root", message, "Name a path, or an address such as s3://bucket/guides/*.yaml."
        )
        return
    try:
        addresses = addresses_of(entry)
    except FaultsFound as faults:
        for each in faults.diagnostics:
            run.fault(place, each.code, each.message, each.hint)
        return
    if not addresses:
        run.fault(place, "file-not-found", f'No guide is found as "{entry}".', "Check the address.")
    _found(run).guides += addresses


def _within(values: dict[str, Any], node: Node, run: Decoding) -> None:
    """Hold that numbers are not larger than anybody means."""
    for key, most in _WHOLE.items():
        if isinstance(values.get(key), int) and values[key] > most:
            message = f"{values[key]} is more {key} than there can be; {most} are the most."
            run.fault(child_of(node, key), "too-many", message)


def _found(run: Decoding) -> _Found:
    found = run.context
    if not isinstance(found, _Found):
        raise Rejected("no-context", "A job is decoded with its folder.")
    return found

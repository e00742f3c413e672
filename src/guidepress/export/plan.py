"""In: a loaded job. Out: its units of work, one after the other, each made when it is asked for.

A unit is planned from the job, the roster and the hashes of files; no guide is opened for it, so that a catalogue of
thousands is planned in no memory.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.record import record, replace
from guidepress.export.abroad import guide_sources
from guidepress.export.copies.codes import copy_code, run_code
from guidepress.export.naming import file_name, refuse_twins
from guidepress.export.ordering import assigned, in_order
from guidepress.export.running.engine import engine_digest
from guidepress.export.running.outcome import digest
from guidepress.export.units import Printing, PupilCopy, WorkUnit
from guidepress.export.variants import has_key, has_quiz, letters_of, seed_of, versioned
from guidepress.layout.inputs import layout_inputs
from guidepress.press.prepare import file_names
from guidepress.press.printers import load_printer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.export.job import ClassJob, JobLayout, LoadedJob
    from guidepress.export.roster import Pupil
    from guidepress.layout import Layout

__all__ = ["ExportPlan", "plan"]


@record
class _Set:
    """A layout of the job with all that its units have in common."""

    entry: JobLayout
    layout: Layout
    versions: int
    seed: int
    letters: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


class ExportPlan:
    """The plan of a job.

    Args:
        loaded: the job.

    Attributes:
        run: the code of the run, which all its pages bear.
    """

    def __init__(self, loaded: LoadedJob) -> None:
        self._loaded = loaded
        job = loaded.job
        self._printing = Printing(
            job.personalise,
            job.order,
            job.padding,
            job.tagged,
            job.answer_sheets,
            job.standards,
            loaded.title,
        )
        self._sets = tuple(map(self._set, job.layouts, loaded.layouts))
        roster = loaded.roster
        # All that a copy's number hangs on: with another seat, version or guide it may be another pupil's, and what has
        # been printed must not seem to be theirs.
        people = b"".join(map(_row, roster.pupils)) if roster else b""
        guides = repr([Path(guide).name for guide in loaded.guides]).encode()
        self._printer = load_printer(job.press.printer) if job.press else None
        self._sources: dict[str, tuple[tuple[str, str], ...]] = {}
        self.run = run_code(
            (loaded.written, people, guides, *(str(each.sources).encode() for each in self._sets))
        )

    @property
    def job(self) -> ClassJob:
        """The job, as its file has it."""
        return self._loaded.job

    @property
    def title(self) -> str:
        """What the job is called."""
        return self._loaded.title

    def units(self) -> Iterator[WorkUnit]:
        """The units, guide by guide.

        Raises:
            FaultsFound: two files would have one name, a guide cannot be read, or a row asks for what there is not.
        """
        names: set[str] = set()
        number = 0
        for guide in self._loaded.guides:
            sources = self._sources_of(guide)
            for each in self._sets:
                made = tuple(self._of(guide, each, (*sources, *each.sources), number))
                number += len({copy.code for unit in made for copy in unit.copies})
                for unit in made:
                    refuse_twins(unit, names)
                yield from made

    def codes(self, units: Iterable[WorkUnit]) -> Iterator[tuple[str, ...]]:
        """Who has which code: a row a copy, with all that the roster has of the pupil, whatever the copies say."""
        roster = self._loaded.roster
        if "code" not in self._printing.personalise and self._loaded.job.files == "volumes":
            return
        people = {each.span: each for each in roster.pupils} if roster else {}
        seen: set[str] = set()
        for unit in units:
            for copy in unit.copies:
                if copy.code in seen:
                    continue
                seen.add(copy.code)
                pupil = people.get(copy.span) if copy.span else None
                person = (pupil.name, pupil.number, pupil.group, pupil.seat) if pupil else ("", "", "", "")
                yield copy.code, *person, copy.version, Path(unit.guide).name, _layout_name(unit.layout)

    def _sources_of(self, guide: str) -> tuple[tuple[str, str], ...]:
        """What a guide is made of; it is read once, however often the plan is gone through."""
        if guide not in self._sources:
            self._sources[guide] = guide_sources(guide)
        return self._sources[guide]

    def _of(
        self, guide: str, each: _Set, sources: tuple[tuple[str, str], ...], number: int
    ) -> Iterator[WorkUnit]:
        job = self._loaded.job
        base = WorkUnit(
            "book",
            "",
            guide,
            each.entry,
            each.versions,
            each.seed,
            self._printing,
            sources,
            engine_digest(),
            letters=each.letters,
        )
        yield from self._pressed(base)
        copied = self._loaded.roster is not None or job.copies > 0
        if not copied:
            yield replace(base, name=self._name(base, part=""))
            return
        every: list[PupilCopy] = []
        for group, copies in self._groups(each, number):
            number += len(copies)
            every += copies
            yield from self._copied(base, group, copies)
        if job.answer_sheets and has_quiz(each.layout):
            # Who has which version, and nothing else of anybody.
            plain = tuple(PupilCopy(copy.code, copy.version) for copy in every)
            yield replace(base, kind="sheets", copies=plain, name=self._name(base, part="sheets"))
        if job.keys and has_key(each.layout):
            for letter in each.letters:
                key = replace(base, kind="key", version=letter)
                yield replace(key, name=self._name(key, part="key", version=letter))

    def _pressed(self, base: WorkUnit) -> Iterator[WorkUnit]:
        """The files of a guide for the job's printer, in a folder of their own."""
        press = self._loaded.job.press
        if press is None or self._printer is None:
            return
        stem = Path(base.guide).stem
        own = {stem: press.isbns[stem]} if stem in press.isbns else {}
        name = self._name(base, part=self._printer.id)
        names = file_names(self._printer, zones=press.zones, digital=press.digital)
        files = (*map(Path, self._printer.read_from), *([Path(press.icc)] if press.icc else []))
        read = tuple((file.name, digest(file.read_bytes())) for file in files)
        yield replace(
            base,
            kind="press",
            name=name,
            names=tuple(f"{name}/{each}" for each in names),
            press=replace(press, isbns=own),
            sources=(*base.sources, *read),
        )

    def _copied(self, base: WorkUnit, group: str, copies: tuple[PupilCopy, ...]) -> Iterator[WorkUnit]:
        """The volumes and files of one class."""
        job = self._loaded.job
        if job.files != "copies":
            most = job.volumes or len(copies)
            parts = [copies[at : at + most] for at in range(0, len(copies), most)]
            for index, part in enumerate(parts, 1):
                volume = replace(base, kind="volume", copies=part)
                said = str(index) if len(parts) > 1 else ""
                name = self._name(volume, part=said, group=group)
                yield replace(volume, name=name)
                if job.cover_sheets:
                    sheet = self._name(volume, part=f"{said}-class-sheet", group=group)
                    yield replace(volume, kind="class-sheet", name=sheet, names=(name,))
        if job.files != "volumes":
            names = tuple(self._name(base, part="", group=group, copy=copy) for copy in copies)
            yield replace(
                base,
                kind="copies",
                copies=copies,
                names=names,
                name=self._name(base, part="copies", group=group),
            )

    def _groups(self, each: _Set, number: int) -> Iterator[tuple[str, tuple[PupilCopy, ...]]]:
        """The copies of each class, in order, with their codes."""
        job, roster = self._loaded.job, self._loaded.roster
        if roster is None:
            letters = each.letters
            yield (
                "",
                tuple(
                    PupilCopy(copy_code(self.run, number + place + 1), letters[place % len(letters)])
                    for place in range(job.copies)
                ),
            )
            return
        groups = roster.groups  # found by going through all pupils
        members: dict[str, list[Pupil]] = {}
        for pupil in roster.pupils:
            members.setdefault(pupil.group if groups else "", []).append(pupil)
        for group in groups or ("",):
            pupils = members.get(group, [])
            ordered = in_order(tuple(zip(pupils, assigned(pupils, each.letters), strict=True)), job.order)
            yield (
                group,
                tuple(
                    self._copy(pupil, version, number + place)
                    for place, (pupil, version) in enumerate(ordered, 1)
                ),
            )
            number += len(pupils)
        rest = [pupil for pupil in roster.pupils if groups and not pupil.group]
        if rest:
            raise fault(
                "no-class",
                "This row has no class, and others have one.",
                "Write its class, or take the column of classes out.",
                rest[0].span,
            )

    def _copy(self, pupil: Pupil, version: str, number: int) -> PupilCopy:
        """What of a pupil goes into a unit: what the job names, and the row for faults."""
        wanted = frozenset(self._printing.personalise) | {
            field for field in ("name", "number", "seat") if f"{{{field}}}" in self._loaded.job.name
        }
        return PupilCopy(
            copy_code(self.run, number),
            version,
            pupil.name if "name" in wanted else "",
            pupil.number if "number" in wanted else "",
            pupil.group if "class" in wanted else "",
            pupil.seat if "seat" in wanted else "",
            pupil.span,
        )

    def _name(
        self, unit: WorkUnit, *, part: str, group: str = "", version: str = "", copy: PupilCopy | None = None
    ) -> str:
        values = {
            "guide": Path(unit.guide).stem,
            "layout": _layout_name(unit.layout),
            "class": group,
            "version": copy.version if copy else version,
            "part": part,
            "code": copy.code if copy else "",
            "name": copy.name if copy else "",
            "number": copy.number if copy else "",
            "seat": copy.seat if copy else "",
        }
        return file_name(self._loaded.job.name, values)

    def _set(self, entry: JobLayout, layout: Layout) -> _Set:
        """Settle a layout: its versions and seed, and the files that it hangs on."""
        job, folder = self._loaded.job, self._loaded.file.parent
        versions, seed = entry.versions or job.versions, entry.seed or job.seed
        changed = versioned(layout, versions, seed)
        own = folder / entry.layout
        whole = str(own) if own.is_file() else entry.layout
        files = layout_inputs(layout)
        sources = tuple((file.name, digest(file.read_bytes())) for file in files if file.is_file())
        return _Set(
            replace(entry, layout=whole),
            changed,
            versions,
            seed or seed_of(changed),
            letters_of(changed),
            sources,
        )


def plan(loaded: LoadedJob) -> ExportPlan:
    """ExportPlan a job; its units come one after the other."""
    return ExportPlan(loaded)


def _layout_name(entry: JobLayout) -> str:
    paper = entry.paper.replace(" ", "")
    stem = Path(entry.layout).stem if entry.layout.endswith((".yaml", ".yml")) else entry.layout
    return f"{stem}-{paper}" if paper else stem


def _row(pupil: Pupil) -> bytes:
    """A pupil as a run is named by them."""
    return repr((pupil.name, pupil.number, pupil.group, pupil.seat, pupil.version)).encode()

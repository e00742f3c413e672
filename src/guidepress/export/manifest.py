"""In: the files of a run. Out: what was made, as JSON and CSV; and who has which code, in a file of its own.

A manifest hangs on the files alone: it is the same bytes however many workers made them, and in whatever order. It
names no pupil; the code of a copy stands for one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.export.running.outcome import digest
from guidepress.export.spreadsheets import as_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.export.units import Artefact, CopyRange

__all__ = ["Entry", "codes_csv", "entries_of", "manifest_csv", "manifest_json"]

_FORMAT = 1


@record
class Entry:
    """A line of the manifest: a file, or a copy in a volume.

    Attributes:
        kind: "book", "volume", "copy", "key", "class-sheet", "sheets", "press".
        file: its name; of a copy in a volume, the volume's.
        guide, layout: what it was made of.
        version: its letter, or "".
        seed: what versions were shuffled by.
        student: the code that stands for a pupil, or "".
        pages: how many; of a copy, the blank ones at its end included.
        first, last: of a copy in a volume, its pages there, from 1; else 1 and the number of pages.
        bytes, sha256: of the file; of a copy in a volume 0 and "".
        warnings, left_out: sentences.
    """

    kind: str
    file: str
    guide: str
    layout: str
    version: str
    seed: int
    student: str
    pages: int
    first: int
    last: int
    bytes: int
    sha256: str
    warnings: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


_FIELDS = (
    "kind",
    "file",
    "guide",
    "layout",
    "version",
    "seed",
    "student",
    "pages",
    "first",
    "last",
    "bytes",
    "sha256",
    "warnings",
    "left_out",
)


def entries_of(artefact: Artefact) -> tuple[Entry, ...]:
    """The lines of a file: its own, then one for each copy in it."""
    own = Entry(
        artefact.kind,
        artefact.name,
        artefact.guide,
        artefact.layout,
        artefact.version,
        artefact.seed,
        artefact.code,
        artefact.pages,
        min(artefact.pages, 1),
        artefact.pages,
        len(artefact.data),
        digest(artefact.data),
        tuple(_said(each) for each in artefact.diagnostics),
        tuple(map(str, artefact.left_out)),
    )
    return (own, *(_copy(own, each) for each in artefact.ranges))


def _copy(volume: Entry, of: CopyRange) -> Entry:
    return Entry(
        "copy", volume.file, volume.guide, volume.layout, of.version, volume.seed, of.code, of.pages, of.first, of.last,
        0, "",
    )  # fmt: skip


def _said(diagnostic: Diagnostic) -> str:
    """A warning with the line of its file, whose folder is nobody's concern."""
    span = diagnostic.span
    place = f"{span.file.rpartition('/')[2]}:{span.line}:{span.column}: " if span else ""
    return f"{place}{diagnostic.message} [{diagnostic.code}]"


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(
        entries,
        key=lambda each: (each.file, each.kind == "copy" and not each.sha256, each.first, each.student),
    )


def manifest_json(entries: Iterable[Entry], run: str, failed: Sequence[dict[str, object]] = ()) -> bytes:
    """Write the manifest: a mapping that holds the list of files as `artefacts`, and what could not be made."""
    listed = [{field: getattr(each, field) for field in _FIELDS} for each in _in_order(entries)]
    whole = {"format": _FORMAT, "run": run, "artefacts": listed, "failed": list(failed)}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def manifest_csv(entries: Iterable[Entry]) -> bytes:
    """Write the same as a table for spreadsheets: UTF-8 with a byte order mark, sentences joined by bars."""
    rows = ([getattr(each, key) for key in _FIELDS] for each in _in_order(entries))
    return as_table(_FIELDS, rows)


def codes_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Write who has which code; keep it where pupils' data may be kept."""
    return as_table(("code", "name", "number", "class", "seat", "version", "guide", "layout"), rows)

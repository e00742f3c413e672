"""The units of work of a job: small records that say all that their files hang on, each with a key of its content."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from guidepress.base.diagnostics import Diagnostic, Span
from guidepress.base.record import record, replace

if TYPE_CHECKING:
    from guidepress.document.left_out import LeftOut
    from guidepress.export.job.model import JobLayout, JobPress, Order, Padding, Personal
from guidepress.export.running.outcome import digest

__all__ = ["Artefact", "CopyRange", "Printing", "PupilCopy", "UnitKind", "WorkUnit"]

_NOWHERE = Span("", 0, 0)

UnitKind: TypeAlias = Literal["book", "volume", "copies", "key", "class-sheet", "sheets", "press"]


@record
class PupilCopy:
    """One copy, and what may be printed on it.

    Attributes:
        code: what stands for the pupil on paper ("7K3QX-0012").
        version: letter of the version that it has, "" where there is only one.
        name, number, group, seat: of the pupil; only what the job names, the rest "".
        span: the pupil's row; None for a copy without a pupil.
    """

    code: str
    version: str
    name: str = ""
    number: str = ""
    group: str = ""
    seat: str = ""
    span: Span | None = None


@record
class Printing:
    """How copies are printed, as the job says."""

    personalise: tuple[Personal, ...]
    order: Order
    padding: Padding
    tagged: bool
    answer_sheets: bool
    standards: tuple[Literal["ua1", "2a"], ...]
    title: str


@record
class WorkUnit:
    """A unit of work: a file or several that are made together.

    Attributes:
        kind: a book, a volume of copies, a file for each copy, a key, or the files for a printer.
        name: of its file, without ".pdf"; no two units of a job share one.
        names: of the files of `copies` and of `press`, the latter with their endings; of a class sheet that of its
            volume.
        guide: the guide file.
        layout: as the job names it, its path made whole.
        versions, seed: of its quizzes; 0 as the layout says.
        version: of a key.
        letters: the versions that its copies have; ("",) for one.
        copies: in the order in which they are printed.
        press: what is ordered from a printer, with the guide's own ISBN alone.
        printing: how.
        sources: the files that the result hangs on, with a hash of each.
        engine: a digest of the program that makes it.
    """

    kind: UnitKind
    name: str
    guide: str
    layout: JobLayout
    versions: int
    seed: int
    printing: Printing
    sources: tuple[tuple[str, str], ...]
    engine: str
    version: str = ""
    letters: tuple[str, ...] = ("",)
    copies: tuple[PupilCopy, ...] = ()
    names: tuple[str, ...] = ()
    press: JobPress | None = None

    @property
    def key(self) -> str:
        """A hash of all that the files hang on: where it is the same, they are the same, byte for byte.

        Where files lie and rows stand does not count.
        """
        layout = replace(self.layout, layout=Path(self.layout.layout).name, span=_NOWHERE)
        copies = tuple(replace(each, span=None) for each in self.copies)
        press = self.press and replace(
            self.press, printer=Path(self.press.printer).name, icc=Path(self.press.icc).name, span=_NOWHERE
        )
        plain = replace(self, guide=Path(self.guide).name, layout=layout, copies=copies, press=press)
        return digest(msgspec.json.encode(plain))


@record
class CopyRange:
    """Where a copy stands in its volume: its first page and its last, from 1; in order `page` its first sheet."""

    code: str
    version: str
    pages: int
    first: int
    last: int


@record
class Artefact:
    """A file that was made.

    Attributes:
        kind: what it is: "book", "volume", "copy", "key", "class-sheet", "sheets", "press".
        name: of its file, with its ending.
        data: its bytes.
        guide, layout: what it was made of, as the job names them.
        version: its letter, or "".
        seed: what its versions were shuffled by; 0 as the layout says.
        code: of the copy that it is, or "".
        pages: how many it has.
        ranges: of the copies in it.
        diagnostics: warnings.
        left_out: what its sections left out.
        reading_time: of a book, as its cover says it.
    """

    kind: str
    name: str
    data: bytes
    guide: str = ""
    layout: str = ""
    version: str = ""
    seed: int = 0
    code: str = ""
    pages: int = 0
    ranges: tuple[CopyRange, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    reading_time: str = ""

"""The records of a roster: a pupil a row, and what became of each column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic, Span

__all__ = ["ColumnUse", "Pupil", "Roster"]


@record
class Pupil:
    """One pupil of one class; a pupil of two classes is two of these.

    Attributes:
        given, family: the two parts of the name; both "" where the roster has whole names and no comma in them.
        name: as it is printed.
        number: what the school knows the pupil by, letter for letter, zeros in front kept; or "".
        group: the class or section, or "".
        seat: where the pupil sits, or "".
        version: the version of a test that the roster asks for ("B"), or "".
        span: the row: file, row from 1, first cell.
    """

    given: str
    family: str
    name: str
    number: str
    group: str
    seat: str
    version: str
    span: Span

    @property
    def filed(self) -> str:
        """The name as lists have it: the family name first."""
        return f"{self.family}, {self.given}" if self.family and self.given else self.family or self.name


@record
class ColumnUse:
    """What was read from a column: its heading as it stands, and the part of a pupil that it gives ("family")."""

    heading: str
    part: str


@record
class Roster:
    """A roster as it was understood.

    Attributes:
        file: the file or folder.
        form: what it was taken for, in words ("OneRoster 1.1", "CSV, UTF-8, semicolons").
        pupils: in the order of the file.
        columns: those that were read.
        unneeded: headings that are known and not kept, such as dates of birth.
        unknown: headings that nobody understood.
        diagnostics: warnings, each with its row.
    """

    file: str
    form: str
    pupils: tuple[Pupil, ...]
    columns: tuple[ColumnUse, ...]
    unneeded: tuple[str, ...]
    unknown: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """The classes, in the order of the file."""
        return tuple(dict.fromkeys(pupil.group for pupil in self.pupils if pupil.group))

"""How findings say places, marks and lengths in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.lengths import format_length
from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.press.ink.marks import InkedGlyph, InkedPicture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.press.ink.marks import Mark
    from guidepress.press.preflight.model import PreflightFinding, PreflightReport

__all__ = ["Alike", "alike", "called", "counts", "length", "listed", "told"]


def length(points: float) -> str:
    """A length in points: "3.6pt"."""
    return format_length(round(points * 100) * 10)


def called(mark: Mark) -> str:
    """What a mark is called in a sentence."""
    if isinstance(mark, InkedGlyph):
        text = mark.string.font.text(mark.code)
        return f'"{text}"' if text.strip() else "a glyph"
    if isinstance(mark, InkedPicture):
        return "a picture"
    return "a shape" if mark.line is None else "a line"


def counts(marks: Sequence[Mark]) -> str:
    """How many marks of each kind: "3 glyphs and 1 picture"."""
    kinds: dict[str, int] = {}
    for mark in marks:
        name = (
            "glyph"
            if isinstance(mark, InkedGlyph)
            else "picture"
            if isinstance(mark, InkedPicture)
            else "shape"
        )
        kinds[name] = kinds.get(name, 0) + 1
    return listed([f"{count} {name}{'' if count == 1 else 's'}" for name, count in kinds.items()])


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


_PARTICULAR = re.compile(r'"[^"]*"|\d[\d.]*')


@record
class Alike:
    """What was found alike on several pages.

    Attributes:
        first: the finding of the first page.
        pages: all of them; none for what is of the file as a whole.
    """

    first: PreflightFinding
    pages: tuple[int, ...]

    def named(self, most: int) -> str:
        """The pages, the first ones by number."""
        more = f" and {len(self.pages) - most} more" if len(self.pages) > most else ""
        return ", ".join(map(str, self.pages[:most])) + more


def alike(findings: Sequence[PreflightFinding]) -> list[Alike]:
    """Put findings together that say the same but for numbers and letters; what is refused comes first."""
    groups: dict[tuple[str, str, str], list[PreflightFinding]] = {}
    for finding in findings:
        key = finding.severity, finding.rule, _PARTICULAR.sub("", finding.message)
        groups.setdefault(key, []).append(finding)
    listed = sorted(groups.values(), key=lambda group: group[0].severity != "error")
    return [Alike(group[0], tuple(finding.page for finding in group if finding.page)) for group in listed]


def told(report: PreflightReport) -> Iterator[Diagnostic]:
    """What was found, a sentence each; that which several pages have alike stands once."""
    for group in alike(report.findings):
        first = group.first
        where = f", page {first.page}" if first.page else ""
        others = f" (alike on {counted(len(group.pages) - 1, 'page')} more)" if len(group.pages) > 1 else ""
        asked = f"Asked for: {first.limit.text} ({first.limit.source})."
        message = f"{report.name}{where}: {first.message}{others} {asked}"
        yield Diagnostic(first.severity, first.rule, message, first.advice)

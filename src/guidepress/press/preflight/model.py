"""What preflight says: findings, what was checked by which limit, and what was not checked, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Severity
    from guidepress.cos.pages import Box

__all__ = ["Checked", "Found", "Limit", "PreflightFinding", "PreflightReport", "Unchecked"]


@record
class Limit:
    """What a rule asks for, and who says so.

    Attributes:
        text: the limit in words: "7pt or more".
        source: where it was read, with date and grade.
    """

    text: str
    source: str


@record
class Found:
    """What a rule found on a page, or in the file.

    Attributes:
        message: a sentence.
        boxes: the places, points from the lower left corner of the page's trim.
        severity: that of this finding, where it is not the rule's own.
        page: from 1; 0 where it is of the file as a whole.
    """

    message: str
    boxes: tuple[Box, ...] = ()
    severity: Severity | None = None
    page: int = 0


@record
class PreflightFinding:
    """One thing that a printer would refuse, or may.

    Attributes:
        rule: the rule's name ("fonts-embedded").
        severity: "error" is refused, "warning" may be.
        message: what was found, as a sentence.
        limit: what the rule asks for.
        advice: what to do, as a sentence.
        page: from 1; 0 where it is of the file as a whole.
        boxes: the places on the page, points from the lower left corner of its trim.
    """

    rule: str
    severity: Severity
    message: str
    limit: Limit
    advice: str
    page: int = 0
    boxes: tuple[Box, ...] = ()

    def __str__(self) -> str:
        where = f"page {self.page}: " if self.page else ""
        return (
            f"{self.severity}: {where}{self.message} {self.advice} "
            f"[{self.rule}: {self.limit.text}; {self.limit.source}]"
        )


@record
class Checked:
    """A rule that was checked, on all pages or on those that could be read."""

    rule: str
    title: str
    limit: Limit


@record
class Unchecked:
    """A rule, or a part of the file, that was not checked, and why.

    Attributes:
        rule: the rule's name; "" for a part of the file.
        what: the rule in words, or the part.
        reason: a clause.
    """

    rule: str
    what: str
    reason: str


@record
class PreflightReport:
    """What was found in a file.

    Attributes:
        name: what the file is called.
        printer: whose rules it was held against.
        cover: whether it was taken for a cover.
        pages: how many it has.
        taken: what it was taken for, a sentence each: its trim, paper, bleed.
        findings: errors and warnings, rule by rule, page by page.
        checked: the rules that were checked.
        not_checked: those that were not, and what could not be read.
    """

    name: str
    printer: str
    cover: bool
    pages: int
    taken: tuple[str, ...]
    findings: tuple[PreflightFinding, ...]
    checked: tuple[Checked, ...]
    not_checked: tuple[Unchecked, ...]

    @property
    def errors(self) -> tuple[PreflightFinding, ...]:
        """What is refused."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def warnings(self) -> tuple[PreflightFinding, ...]:
        """What may be refused."""
        return tuple(finding for finding in self.findings if finding.severity == "warning")

    @property
    def passed(self) -> bool:
        """Whether nothing was found that is refused."""
        return not self.errors

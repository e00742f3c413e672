"""In: a file's bytes, a printer, and what was ordered. Out: the report: every rule asked of every page, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import record
from guidepress.bind.leaves import leaves_of
from guidepress.cos import Malformed, open_file, reading
from guidepress.press.ink.canvas import Budget, Shelf
from guidepress.press.ink.page import ink_of
from guidepress.press.preflight.model import Checked, Limit, PreflightFinding, PreflightReport, Unchecked
from guidepress.press.preflight.rule import OTHER_PART
from guidepress.press.preflight.rules import RULES
from guidepress.press.preflight.sheets import ordered_of, sheet_of
from guidepress.press.preflight.subject import Subject
from guidepress.press.preflight.taking import TakenOrder, media_sizes, take_order
from guidepress.press.spec import PressChoice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.press.preflight.model import Found
    from guidepress.press.preflight.rule import PreflightRule
    from guidepress.press.preflight.subject import Ordered
    from guidepress.press.printers.model import Printer
    from guidepress.press.spec import PressSpec

__all__ = ["PreflightJob", "preflight", "taken_for", "taken_from"]

_MOST_BOXES = 60
"""Places that are kept of one finding."""


@record
class PreflightJob:
    """What a file is to be held against.

    Attributes:
        printer: whose rules.
        spec: what was ordered; None takes it from the file, by `choice`.
        choice: what is known of the order where `spec` is None.
        cover: the file is a cover.
        pages: of the interior, for a cover; 0 where nobody knows.
        password: opens an encrypted file.
    """

    printer: Printer
    spec: PressSpec | None = None
    choice: PressChoice = PressChoice("")
    cover: bool = False
    pages: int = 0
    password: str = ""


def preflight(pdf: bytes, job: PreflightJob, *, name: str = "The file") -> PreflightReport:
    """Hold a file against a printer's rules.

    Args:
        pdf: anybody's file.
        job: whose rules, and what was ordered.
        name: what the report calls the file.

    Returns:
        What was found, what was checked by which limit, and what was not.

    Raises:
        FaultsFound: it is no PDF, or damaged beyond use; or what was ordered is not offered.
    """
    try:
        file = open_file(pdf, name, job.password)
    except FaultsFound as faults:
        if faults.diagnostics[0].code != "encrypted":
            raise
        return _locked(job, name, faults.diagnostics[0].message.replace(name, "The file", 1))
    with reading(name):
        subject = Subject(file, len(pdf), leaves_of(file))
        taken = taken_for(subject, job)
        ordered = ordered_of(subject, job.printer, taken.spec, job.pages, cover=job.cover)
        findings, unread = _look(subject, ordered)
    limits = [(rule, rule.limit(ordered)) for rule in RULES]
    checked = tuple(Checked(rule.id, rule.title, limit) for rule, limit in limits if isinstance(limit, Limit))
    skipped = tuple(
        Unchecked(rule.id, rule.title, limit)
        for rule, limit in limits
        if isinstance(limit, str) and limit != OTHER_PART
    )
    said = (*taken.said, *(f"It is damaged, but can be read: {each}." for each in file.repairs))
    losses = tuple(Unchecked("", f"{name}, in part", each) for each in file.losses)
    return PreflightReport(
        name,
        job.printer.name,
        job.cover,
        len(subject.leaves),
        said,
        findings,
        checked,
        (*skipped, *unread, *losses),
    )


def taken_for(subject: Subject, job: PreflightJob) -> TakenOrder:
    """The order that a file is held against: that which was given, or what its pages tell."""
    if job.spec is not None or job.cover:
        return TakenOrder(job.spec, ())
    return take_order(job.printer, job.choice, media_sizes(subject.file, subject.leaves))


def taken_from(pdf: bytes, job: PreflightJob, *, name: str) -> TakenOrder:
    """The order that the pages of an interior tell: what its cover is held against.

    Raises:
        FaultsFound: it cannot be opened, or what was ordered is not offered.
    """
    file = open_file(pdf, name, job.password)
    with reading(name):
        return taken_for(Subject(file, len(pdf), leaves_of(file)), job)


def _locked(job: PreflightJob, name: str, message: str) -> PreflightReport:
    """What is to be said of a file that only a password opens."""
    limit = Limit("none", str(job.printer.files.forbidden.source))
    finding = PreflightFinding("encryption", "error", message, limit, "Save it without a password.")
    rest = tuple(
        Unchecked(rule.id, rule.title, "the file cannot be opened")
        for rule in RULES
        if rule.id != "encryption"
    )
    title = next(rule.title for rule in RULES if rule.id == "encryption")
    return PreflightReport(
        name, job.printer.name, job.cover, 0, (), (finding,), (Checked("encryption", title, limit),), rest
    )


def _look(subject: Subject, ordered: Ordered) -> tuple[tuple[PreflightFinding, ...], tuple[Unchecked, ...]]:
    """Ask each rule of each page while its ink is there, then of the file."""
    asked = [(rule, limit) for rule in RULES if isinstance(limit := rule.limit(ordered), Limit)]
    found: dict[str, list[PreflightFinding]] = {rule.id: [] for rule, _ in asked}
    shelf, budget = Shelf(subject.file), Budget()
    unread: list[Unchecked] = []
    for number, leaf in enumerate(subject.leaves, 1):
        sheet = sheet_of(ink_of(subject.file, leaf, shelf, budget), leaf, number, ordered)
        subject.remember(sheet)
        unread += _unread(number, sheet.ink.notes, sheet.ink.unfinished)
        for rule, limit in asked:
            if rule.page is not None:
                found[rule.id] += [_finding(rule, limit, each, number) for each in rule.page(sheet, ordered)]
    for rule, limit in asked:
        if rule.file is None:
            continue
        try:
            found[rule.id] += [_finding(rule, limit, each, each.page) for each in rule.file(subject, ordered)]
        except Malformed as problem:
            unread.append(Unchecked(rule.id, rule.title, str(problem)))
    return tuple(finding for rule, _ in asked for finding in found[rule.id]), tuple(_gathered(unread))


def _finding(rule: PreflightRule, limit: Limit, found: Found, page: int) -> PreflightFinding:
    return PreflightFinding(
        rule.id,
        found.severity or rule.severity,
        found.message,
        limit,
        rule.advice,
        page,
        found.boxes[:_MOST_BOXES],
    )


def _unread(number: int, notes: Sequence[str], unfinished: str) -> Iterator[Unchecked]:
    for note in notes:
        yield Unchecked("", f"page {number}", note)
    if unfinished:
        yield Unchecked("", f"page {number}, in part", unfinished)


def _gathered(unread: Sequence[Unchecked]) -> Iterator[Unchecked]:
    """Say what many pages have in common once."""
    by_reason: dict[tuple[str, str], list[str]] = {}
    for each in unread:
        by_reason.setdefault((each.rule, each.reason), []).append(each.what)
    for (rule, reason), places in by_reason.items():
        more = f" and {len(places) - 5} more" if len(places) > 5 else ""
        yield Unchecked(rule, ", ".join(places[:5]) + more, reason)

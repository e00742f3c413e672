"""In: what was ordered, by names. Out: the PressSpec, each name found with its printer and all of them fitting together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound, fault
from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.press.printers.figures import PageRange
    from guidepress.press.printers.model import Printer
    from guidepress.press.printers.offer import Binding, CoverFinish, InkKind, Paper, Trim

__all__ = ["PressChoice", "PressSpec", "count_faults", "order", "padded", "require_count"]


@record
class PressChoice:
    """What a user asks a printer for, by names; "" leaves the choice to the printer's usual one.

    Attributes:
        trim: a trim's key or size.
        paper: of the interior.
        ink: black, or one of the printer's colours.
        binding: paperback, case-wrap, coil, saddle.
        finish: of the cover.
        bleed: whether the interior has bleed.
        spine: its width as the printer's own template says, mpt; None computes it.
    """

    trim: str
    paper: str = ""
    ink: str = ""
    binding: str = ""
    finish: str = ""
    bleed: bool = False
    spine: int | None = None


@record
class PressSpec:
    """What was ordered from a printer; all of it is offered, and together."""

    printer: Printer
    trim: Trim
    paper: Paper
    ink: InkKind
    binding: Binding
    finish: CoverFinish
    bleed: bool = False
    spine: int | None = None


def order(printer: Printer, choice: PressChoice) -> PressSpec:
    """Find what was asked for.

    Args:
        printer: whom it is ordered from.
        choice: what is asked for.

    Raises:
        FaultsFound: something is not offered, or not together with the rest.
    """
    trim = printer.trim(choice.trim)
    paper = printer.paper(choice.paper or next(iter(printer.papers)))
    ink = printer.ink(choice.ink or next(iter(paper.inks)))
    if ink.id not in paper.inks:
        message = f'{printer.name} prints no "{ink.id}" on the paper "{paper.id}".'
        with_ink = [each.id for each in printer.papers.values() if ink.id in each.inks]
        hint = f"On this paper: {', '.join(paper.inks)}. This ink is printed on: {', '.join(with_ink) or 'none'}."
        raise fault("ink-not-on-paper", message, hint)
    usual = [each.id for each in printer.bindings.values() if not _apart(each, trim, ink)]
    binding = printer.binding(choice.binding or next(iter(usual), next(iter(printer.bindings))))
    apart = _apart(binding, trim, ink)
    if apart:
        raise fault("not-bound-so", f"{printer.name} binds no {apart}.", f"Bound so: {_bound(binding)}.")
    finish = printer.finish(choice.finish or next(iter(printer.finishes)))
    if choice.spine is not None and binding.spine.by == "none":
        message = f'The binding "{binding.id}" has no spine, and a spine is given.'
        raise fault("no-spine", message, "Leave the spine out.")
    return PressSpec(printer, trim, paper, ink, binding, finish, choice.bleed, choice.spine)


def _apart(binding: Binding, trim: Trim, ink: InkKind) -> str:
    """What a binding does not go together with, or ""."""
    if binding.trims and trim.id not in binding.trims:
        return f'"{binding.id}" of the trim "{trim.id}"'
    if binding.inks and ink.id not in binding.inks:
        return f'"{binding.id}" printed in "{ink.id}"'
    return ""


def _bound(binding: Binding) -> str:
    listed = [*binding.trims, *(f"{ink} ink" for ink in binding.inks)]
    return ", ".join(listed)


def padded(spec: PressSpec, pages: int, *, ends_blank: bool = False) -> int:
    """The count of pages as printed: with the blank last page that the printer asks for, a multiple of the binding's.

    Args:
        spec: what was ordered.
        pages: how many pages the book has.
        ends_blank: whether its last page is blank already.
    """
    if spec.printer.interior.last_blank.value and not ends_blank:
        pages += 1
    multiple = spec.binding.multiple.value
    return -(-pages // multiple) * multiple


def count_faults(spec: PressSpec, pages: int) -> tuple[Diagnostic, ...]:
    """Say whether a book has too few or too many pages for its paper, ink, trim and binding.

    Args:
        spec: what was ordered.
        pages: the count as printed.

    Returns:
        The faults, each with the rule, its limit and what was found; none where the count is right.
    """
    faults = []
    paper = f"{spec.paper.name or spec.paper.id} paper printed in {(spec.ink.name or spec.ink.id).lower()} at {spec.trim.id}"
    faults += _out_of(spec.paper.pages(spec.ink.id, spec.trim.id), pages, spec, paper)
    if spec.binding.pages is not None:
        faults += _out_of(
            spec.binding.pages, pages, spec, f"the binding {spec.binding.name or spec.binding.id}"
        )
    multiple = spec.binding.multiple
    if pages % multiple.value:
        message = (
            f"{spec.printer.name} takes a multiple of {multiple.value} pages for the binding "
            f"{spec.binding.name or spec.binding.id}, and this book has {pages} ({multiple.source})."
        )
        faults.append(Diagnostic("error", "page-multiple", message, "Add blank pages at the end."))
    return tuple(faults)


def require_count(spec: PressSpec, pages: int) -> None:
    """Stop a book whose count of pages its printer refuses.

    Raises:
        FaultsFound: it has too few or too many pages.
    """
    faults = count_faults(spec, pages)
    if faults:
        raise FaultsFound(faults)


def _out_of(limit: PageRange, pages: int, spec: PressSpec, what: str) -> list[Diagnostic]:
    if limit.least <= pages <= limit.most:
        return []
    few = pages < limit.least
    message = (
        f"{spec.printer.name} takes {limit.least} to {limit.most} pages for {what}, "
        f"and this book has {pages} ({limit.source})."
    )
    hint = (
        "Choose a layout that prints more sections, a smaller trim, or another binding."
        if few
        else "Choose a thinner paper, a larger trim, another binding, or a layout that prints fewer sections."
    )
    return [Diagnostic("error", "too-few-pages" if few else "too-many-pages", message, hint)]

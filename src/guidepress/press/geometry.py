"""In: what was ordered, and the count of pages. Out: margins, boxes and the cover's zones, in mpt: arithmetic alone.

Every figure comes from the printer's data. Zones are in the space of the PDF page, the origin at the lower left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.lengths import format_length
from guidepress.base.record import record
from guidepress.press.zone import Zone

if TYPE_CHECKING:
    from guidepress.press.printers.figures import Source
    from guidepress.press.printers.offer import SpineFormula
    from guidepress.press.spec import PressSpec

__all__ = [
    "CoverGeometry",
    "MarginRule",
    "PageBoxes",
    "Spine",
    "cover_geometry",
    "interior_boxes",
    "margins",
    "spine_of",
]


@record
class MarginRule:
    """The margins that a printer asks for, from the trim, mpt.

    Attributes:
        inside, outside, top, bottom: what pages are built to.
        least_inside, least_outside: what stands nearer to the spine, or to another edge, is refused; between the two
            it is against the printer's advice.
        gutter_source: where the inside margin was read.
        outside_source: where the others were read.
    """

    inside: int
    outside: int
    top: int
    bottom: int
    least_inside: int
    least_outside: int
    gutter_source: Source
    outside_source: Source


@record
class PageBoxes:
    """The boxes of an interior page.

    Attributes:
        media: the page of the file.
        bleed: what may be printed; the media box.
        trim: what is left when the book is cut.
        safe: within the margins.
    """

    media: Zone
    bleed: Zone
    trim: Zone
    safe: Zone


@record
class Spine:
    """How thick a book is.

    Attributes:
        width: mpt; 0 where the binding has no spine.
        source: where the formula's figures were read; the one of the lower grade.
        given: whether the user gave it, from the printer's template.
    """

    width: int
    source: Source
    given: bool = False


@record
class CoverGeometry:
    """The zones of a cover that is one page: back, spine, front.

    Attributes:
        media: the page of the file, the bleed box too.
        trim: what is left when the cover is cut; of a case, with what is turned in.
        back, spine, front: the panels as they lie on the book.
        spine_width: mpt; 0 where the binding has none.
        spine_source: where the formula's figures were read.
        spine_text_allowed: whether the printer takes text on this spine.
        spine_text_refusal: why not, as a sentence; "" where it does.
        spine_text_doubt: why it may not, as a sentence; "" where it does.
        spine_clearance: what is kept clear on each side of the text.
        spine_safe: where that text may stand.
        barcode_zone: on the back.
        safe_back, safe_front: where what is important may stand.
        hinge: beside the spine, where a case bends or a coil bites; already left out of the safe zones.
        wrap: what is turned in at each fore-edge; 0 without boards.
    """

    media: Zone
    trim: Zone
    back: Zone
    spine: Zone
    front: Zone
    spine_width: int
    spine_source: Source
    spine_text_allowed: bool
    spine_text_refusal: str
    spine_text_doubt: str
    spine_clearance: int
    spine_safe: Zone
    barcode_zone: Zone
    safe_back: Zone
    safe_front: Zone
    hinge: int
    wrap: int


def margins(spec: PressSpec, pages: int) -> MarginRule:
    """The margins of a book of so many pages.

    Args:
        spec: what was ordered.
        pages: the count as printed.
    """
    rule = spec.printer.interior
    rows = rule.gutter.rows
    inside = next((row.inside for row in rows if pages <= row.to), rows[-1].inside)
    source = rule.gutter.source
    least = inside if rule.gutter.required else rule.least_inside.value
    bitten = spec.binding.gutter
    if bitten is not None:
        least = max(least, bitten.value)
        if bitten.value > inside:
            inside, source = bitten.value, bitten.source
    outer = rule.outside_with_bleed if spec.bleed else rule.outside
    least_outside = (
        max(outer.value, rule.least_outside.value) if rule.gutter.required else rule.least_outside.value
    )
    edge = outer.value
    return MarginRule(inside, edge, edge, edge, least, least_outside, source, outer.source)


def interior_boxes(spec: PressSpec, pages: int, *, recto: bool) -> PageBoxes:
    """The boxes of a page: bleed at the edges where the printer has it, if it was ordered.

    KDP's page with bleed is W + 0.125 by H + 0.25 in, since its bind edge has none; Lulu's is 0.25 in larger both ways.

    Args:
        spec: what was ordered.
        pages: the count as printed, for the margins.
        recto: whether it is a right-hand page, whose spine is at the left.
    """
    rule = spec.printer.interior
    edges = rule.bleed_edges.value if spec.bleed else ()
    over = {edge: rule.bleed.value if edge in edges else 0 for edge in ("top", "bottom", "outside", "inside")}
    left, right = ("inside", "outside") if recto else ("outside", "inside")
    width, height = spec.trim.width, spec.trim.height
    trim = Zone(over[left], over["bottom"], over[left] + width, over["bottom"] + height)
    media = Zone(0, 0, trim.right + over[right], trim.top + over["top"])
    asked = margins(spec, pages)
    at = {"inside": asked.inside, "outside": asked.outside}
    return PageBoxes(media, media, trim, trim.inset(at[left], asked.bottom, at[right], asked.top))


def spine_of(spec: PressSpec, pages: int) -> Spine:
    """How thick a book of so many pages is.

    Args:
        spec: what was ordered; a spine that was given with it stands.
        pages: the count as printed.

    Raises:
        FaultsFound: the printer publishes no figure for this paper.
    """
    formula = spec.binding.spine
    if formula.by == "none":
        return Spine(0, formula.source)
    if spec.spine is not None:
        return Spine(spec.spine, formula.source, given=True)
    if formula.by == "steps":
        return Spine(_step(formula, pages), formula.source)
    caliper = spec.paper.inks[spec.ink.id].caliper
    if caliper is None:
        raise fault(
            "no-caliper",
            f'{spec.printer.name} publishes no thickness of its paper "{spec.paper.id}", so that the spine of '
            f"{pages} pages cannot be computed.",
            "Take the spine's width from the printer's cover template, and give it: --spine 0.5in.",
        )
    weaker = max(formula.source, caliper.source, key=lambda each: "ABCD".find(each.grade))
    return Spine(round(pages * caliper.value) + formula.added, weaker)


def _step(formula: SpineFormula, pages: int) -> int:
    return next((step.width for step in formula.steps if pages <= step.to), formula.steps[-1].width)


def cover_geometry(spec: PressSpec, pages: int) -> CoverGeometry:
    """The cover of a book of so many pages, seen from outside: the back at the left, the front at the right.

    A paperback's is 2 W + spine + 2 bleed by H + 2 bleed; a case adds what is turned in.

    Args:
        spec: what was ordered.
        pages: the count as printed.

    Raises:
        FaultsFound: the printer publishes no figure for this paper.
    """
    rule, binding = spec.printer.cover, spec.binding
    bleed = rule.bleed.value
    wrap = binding.wrap.value if binding.wrap else 0
    wrap_height = binding.wrap_height.value if binding.wrap_height else wrap
    thick = spine_of(spec, pages)
    width, height = spec.trim.width, spec.trim.height
    left, bottom = bleed + wrap, bleed + wrap_height
    back = Zone(left, bottom, left + width, bottom + height)
    spine = Zone(back.right, bottom, back.right + thick.width, bottom + height)
    front = Zone(spine.right, bottom, spine.right + width, bottom + height)
    media = Zone(0, 0, front.right + left, front.top + bottom)
    hinge = binding.hinge.value if binding.hinge else 0
    safety = rule.safety.value
    beside = max(safety, hinge)
    clear = _clearance(spec, thick.width)
    code = rule.barcode
    right, foot = back.right - max(code.from_spine, beside), back.bottom + code.from_bottom
    refusal, doubt = _spine_text(spec, pages, thick.width)
    return CoverGeometry(
        media=media,
        trim=media.inset(bleed, bleed, bleed, bleed),
        back=back,
        spine=spine,
        front=front,
        spine_width=thick.width,
        spine_source=thick.source,
        spine_text_allowed=not refusal,
        spine_text_refusal=refusal,
        spine_text_doubt=doubt,
        spine_clearance=clear,
        spine_safe=spine.inset(min(clear, thick.width // 2), safety, min(clear, thick.width // 2), safety),
        barcode_zone=Zone(right - code.width, foot, right, foot + code.height),
        safe_back=back.inset(safety, safety, beside, safety),
        safe_front=front.inset(beside, safety, safety, safety),
        hinge=hinge,
        wrap=wrap,
    )


def _clearance(spec: PressSpec, spine: int) -> int:
    rows = spec.printer.cover.spine_text.clearance
    return next(row.clear for row in reversed(rows) if spine >= row.spine)


def _spine_text(spec: PressSpec, pages: int, spine: int) -> tuple[str, str]:
    """Why the spine may bear no text, and why that is in doubt; "" where neither is so."""
    rule, name = spec.printer.cover.spine_text, spec.printer.name
    least, sure = rule.least_pages, rule.sure_pages
    if spec.binding.spine.by == "none":
        return f"The binding {spec.binding.name or spec.binding.id} has no spine.", ""
    if pages < least.value:
        reason = f"and this book has {pages} ({least.source})"
        return f"{name} prints no text on spines of fewer than {least.value} pages, {reason}.", ""
    clear = _clearance(spec, spine)
    if spine <= 2 * clear:
        kept, wide = format_length(clear), format_length(spine)
        return f"A spine of {wide} has no room for text between {kept} kept clear on each side.", ""
    if sure is not None and pages < sure.value:
        reason = f"its own sentences differ below {sure.value} ({sure.source})"
        return "", f"{name} may refuse text on a spine of {pages} pages: {reason}."
    return "", ""

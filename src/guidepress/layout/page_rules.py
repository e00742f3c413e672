"""In: a page and its furniture. Out: faults: margins that leave no room for text, words in braces that mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.lengths import format_length
from guidepress.base.yaml import MappingNode
from guidepress.layout.areas import areas_of
from guidepress.layout.model import NAME_FIELD
from guidepress.standard import versions_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.decoding_run import Decoding
    from guidepress.base.yaml import Node
    from guidepress.document.style import Style
    from guidepress.layout.model import Contents, Fit, Furniture, PageSpec, Sampler, SectionSpec

__all__ = [
    "PLACEHOLDERS",
    "check_contents",
    "check_fit",
    "check_furniture",
    "check_heads",
    "check_page",
    "check_sampler",
    "check_standards",
    "node_at",
]

LEAST_MEASURE = 10
"""Em of the body. Below ten em a line holds four words, and justification fails."""

LEAST_LINES = 6
"""Lines of the body on a page: a heading with two lines below it, and two lines before the next."""

LEAST_NOTE_MEASURE = 6
"""Em of the margin style; a narrower column holds two words a line."""

LEAST_INSET_MEASURE = 4
"""Em that indents and padding must leave of a column; a long syllable with its hyphen needs as much."""

_BELOW = 5
"""Letters reach a fifth of their size below the baseline."""

MOST_LEVELS = 3
"""A contents list with a fourth level of headings is no overview."""

MOST_SHARE = 2000
"""Per mille: type of twice the size is another layout."""

PLACEHOLDERS = ("title", "work", "section", "unit", "theme", "folio", "page", "pages", "logo", "name")
"""What heads and feet may name in braces."""


def node_at(root: MappingNode, *keys: str) -> Node:
    """Find the node at a path of keys, or the nearest above it."""
    node: Node = root
    for key in keys:
        if not isinstance(node, MappingNode):
            break
        below = [value for key_node, value in node.value if key_node.value == key]
        if not below:
            break
        node = below[0]
    return node


def check_page(page: PageSpec, styles: dict[str, Style], node: MappingNode, run: Decoding) -> None:
    """Check that the margins leave room for lines and pages of text.

    Args:
        page: the page.
        styles: every style; "body" and "margin" tell how much room text needs.
        node: the mapping the page was read from, for places.
        run: notes the faults.
    """
    if page.columns < 1:
        run.fault(node_at(node, "columns"), "wrong-value", "A page has at least 1 column.")
        return
    body, margins, areas = styles["body"], page.margins, areas_of(page, styles)
    paper = f"On a page of {format_length(page.width)} x {format_length(page.height)} ({page.size}),"
    if areas.measure < LEAST_MEASURE * body.size:
        message = (
            f"{paper} margins of {format_length(margins.inside)} inside and {format_length(margins.outside)} outside"
            f"{_beside(page)} leave {format_length(areas.measure)} a column; "
            f"the body needs {format_length(LEAST_MEASURE * body.size)}."
        )
        hint = "Choose a larger paper, smaller margins, fewer columns, or margin_column: none."
        run.fault(node_at(node, "margins"), "impossible-margins", message, hint)
    else:  # in a column too narrow for the body every style is too narrow, and one fault says it
        _check_insets(areas.measure, styles, run)
    if areas.height < LEAST_LINES * body.leading:
        message = (
            f"{paper} margins of {format_length(margins.top)} at the top and {format_length(margins.bottom)} at the "
            f"foot leave {format_length(areas.height)}; "
            f"{LEAST_LINES} lines of the body need {format_length(LEAST_LINES * body.leading)}."
        )
        run.fault(node_at(node, "margins"), "impossible-margins", message, "Choose smaller margins.")
    notes, least = page.margin_column, LEAST_NOTE_MEASURE * styles["margin"].size
    if notes is not None and notes.width < least:
        message = f"A margin column of {format_length(notes.width)} is too narrow; notes need {format_length(least)}."
        hint = "Widen it, or write margin_column: none."
        run.fault(node_at(node, "margin_column"), "impossible-margins", message, hint)


def _beside(page: PageSpec) -> str:
    column = page.margin_column
    return f" and a margin column of {format_length(column.width + column.gap)}" if column else ""


def _check_insets(measure: int, styles: dict[str, Style], run: Decoding) -> None:
    for style in styles.values():
        inset = style.indent_left + style.indent_right + style.hang + 2 * style.padding
        left = measure - inset
        if inset and left < LEAST_INSET_MEASURE * style.size:
            message = (
                f'The indents and padding of the style "{style.name}" leave {format_length(left)} of a column of '
                f"{format_length(measure)}; its text needs {format_length(LEAST_INSET_MEASURE * style.size)}."
            )
            run.fault(run.source.root, "impossible-indents", message, "Choose smaller indents.")


def check_heads(
    furniture: Furniture, page: PageSpec, styles: dict[str, Style], node: MappingNode, run: Decoding
) -> None:
    """Check that heads and feet lie on the page.

    Args:
        furniture: their words, and how far they stand from the text.
        page: the page.
        styles: every style; "running-head" and "folio" tell their size.
        node: the mapping the page was read from, for places.
        run: notes the faults.
    """
    if page.columns < 1:
        return  # that is told already
    areas = areas_of(page, styles)
    head = styles.get("running-head", styles["body"])
    above = areas.top - furniture.head_offset - head.size
    below = page.height - areas.foot - furniture.foot_offset - styles.get("folio", head).size // _BELOW
    for what, lines, room, key in (
        ("head", (furniture.head_verso, furniture.head_recto, furniture.first_head), above, "top"),
        ("foot", (furniture.foot_verso, furniture.foot_recto, furniture.first_foot), below, "bottom"),
    ):
        if room < 0 and any(any((slots.left, slots.centre, slots.right)) for slots in lines):
            message = f"The {what} would stand {format_length(-room)} over the edge of the page."
            hint = f"Widen margins.{key}, or lessen furniture.{what}_offset."
            run.fault(node_at(node, "margins", key), "impossible-margins", message, hint)


def check_furniture(furniture: Furniture, root: MappingNode, run: Decoding) -> None:
    """Check that heads and feet use only the words in braces that there are."""
    for line in ("head_verso", "head_recto", "foot_verso", "foot_recto", "first_head", "first_foot"):
        slots = getattr(furniture, line)
        for side in ("left", "centre", "right"):
            # The words in braces: what stands between each "{" and the next "}".
            words = [part.partition("}")[0] for part in getattr(slots, side).split("{")[1:]]
            for word in words:
                if word not in PLACEHOLDERS:
                    hint = f"Known here: {', '.join(f'{{{known}}}' for known in PLACEHOLDERS)}."
                    place = node_at(root, "furniture", line, side)
                    run.fault(place, "unknown-placeholder", f'Heads and feet have no "{{{word}}}".', hint)
            if NAME_FIELD in (said := getattr(slots, side)) and (
                side != "left" or said.strip() != NAME_FIELD
            ):
                hint = "Write it as left, and the words at another place of the line."
                place = node_at(root, "furniture", line, side)
                run.fault(place, "name-not-alone", "The line for a name stands alone, at the left.", hint)


def check_contents(contents: Contents, root: MappingNode, run: Decoding) -> None:
    """Check that the contents have one to three levels."""
    if not 1 <= contents.levels <= MOST_LEVELS:
        message = f"The contents cannot have {contents.levels} levels."
        run.fault(node_at(root, "contents", "levels"), "wrong-value", message, "Write 1, 2 or 3.")


def check_standards(names: Iterable[str], root: MappingNode, run: Decoding) -> None:
    """Check that one file can meet all of the standards."""
    message = versions_apart(names)
    if message:
        hint = "Write [ua1, 2a] or [ua2, 4]."
        run.fault(node_at(root, "standards"), "wrong-value", message, hint)


def check_fit(fit: Fit, root: MappingNode, run: Decoding) -> None:
    """Check that the sizes to try are in order and of a size that can be read."""
    if not 100 <= fit.smallest <= fit.largest <= MOST_SHARE:
        message = f"Sizes cannot be tried from {fit.largest / 10:g}% down to {fit.smallest / 10:g}%."
        hint = "Write the larger share as largest, 200% at the most, and the smaller one as smallest."
        run.fault(node_at(root, "fit"), "wrong-value", message, hint)
    if not 100 <= fit.text <= 1000:
        message = f"The text cannot be lessened to {fit.text / 10:g}%."
        run.fault(node_at(root, "fit"), "wrong-value", message, "Write between 10% and 100%.")


def check_sampler(
    sampler: Sampler, sections: tuple[SectionSpec[Any], ...], root: MappingNode, run: Decoding
) -> None:
    """Check that a sampler opens sections that the layout has."""
    kinds = [spec.kind for spec in sections]
    for kind in sampler.open:
        if kind not in kinds:
            from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

            message = f'The layout orders no section "{kind}" that the sampler could open.'
            run.fault(node_at(root, "sampler", "open"), "wrong-value", message, did_you_mean(kind, kinds))
    if sampler.pages < 0:
        message = f"A sampler cannot show {sampler.pages} pages of a section."
        run.fault(node_at(root, "sampler", "pages"), "wrong-value", message, "Write 0 or more.")
    if sampler.units < 0:
        message = f"A sampler cannot open {sampler.units} units."
        run.fault(node_at(root, "sampler", "units"), "wrong-value", message, "Write 0 or more.")

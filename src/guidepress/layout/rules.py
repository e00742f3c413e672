"""In: a layout that reads well. Out: faults of design: type too small or too faint, margins that leave no page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.colour import WHITE, contrast
from guidepress.base.lengths import PT, format_length
from guidepress.base.yaml import MappingNode

if TYPE_CHECKING:
    from guidepress.base.binding_run import Run
    from guidepress.base.colour import Colour
    from guidepress.base.yaml import Node
    from guidepress.layout.model import Family, Furniture, PageSpec
    from guidepress.layout.style import Style
    from guidepress.layout.styles import StyleReader

__all__ = ["check_furniture", "check_page", "check_styles", "node_at"]

LEAST_SIZE = 7 * PT
"""No text is smaller than 7 pt; below it, small capitals and superior figures no longer print."""

LEAST_CONTRAST = 4.5
"""WCAG 2.1, success criterion 1.4.3, level AA, for text of any size."""

LEAST_MEASURE = 10
"""Em of the body. Below ten em a line holds four words, and justification fails."""

LEAST_LINES = 6
"""Lines of the body on a page: a heading with two lines below it, and two lines before the next."""

LEAST_NOTE_MEASURE = 6
"""Em of the margin style; a narrower column holds two words a line."""

LEAST_LEADING = 0.8
"""Times the size. Below it, lines of capitals touch; openers and covers go as low as 0.875."""

PLACEHOLDERS = ("title", "section", "unit", "folio", "pages")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def node_at(root: MappingNode, *keys: str) -> Node:
    """Find the node at a path of keys, or the nearest above it."""
    node: Node = root
    for key in keys:
        below = [value for key_node, value in node.value if key_node.value == key]
        if not below:
            break
        node = below[0]
        if not isinstance(node, MappingNode):
            break
    return node


def check_styles(reader: StyleReader, fonts: dict[str, Family], colours: dict[str, Colour], run: Run) -> None:
    """Check sizes, leading, faces and contrast of every style."""
    seen: dict[tuple[Colour, Colour], float] = {}
    paper = colours.get("paper", WHITE)
    for style in reader.styles.values():
        nodes = reader.nodes[style.name]
        place = next(iter(nodes.values()))[0] if nodes else run.source.root

        def at(key: str, nodes: dict[str, tuple[Node, Node]] = nodes, place: Node = place) -> Node:
            return nodes[key][1] if key in nodes else place

        if style.size < LEAST_SIZE:
            message = f'The style "{style.name}" is set in {format_length(style.size)}; text starts at 7pt.'
            run.fault(at("size"), "type-too-small", message, "Choose 7pt or more.")
        elif style.leading < LEAST_LEADING * style.size:
            message = f'The style "{style.name}" sets {format_length(style.size)} on {format_length(style.leading)}; lines would touch.'
            run.fault(at("leading"), "tight-leading", message, "A leading of 1.2 times the size is common.")
        if style.widow < 1 or style.orphan < 1:
            run.fault(
                at("widow" if style.widow < 1 else "orphan"), "wrong-value", "A page keeps at least 1 line.", ""
            )
        _check_face(style, fonts, at("weight" if "weight" in nodes else "font"), run)
        ground = style.background or paper
        ratio = seen.get((style.colour, ground))
        if ratio is None:
            ratio = seen[style.colour, ground] = contrast(style.colour, ground)
        if ratio < LEAST_CONTRAST:
            message = f'The text of the style "{style.name}" has a contrast of {ratio:.1f} to 1; 4.5 to 1 is the least.'
            run.fault(at("colour"), "low-contrast", message, "Choose a darker colour, or a lighter background.")


def _check_face(style: Style, fonts: dict[str, Family], node: Node, run: Run) -> None:
    family = fonts.get(style.font)
    if family is None:
        from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

        message = f'The style "{style.name}" names the font "{style.font}", which the layout does not have.'
        run.fault(node, "unknown-font", message, did_you_mean(style.font, fonts))
        return
    face = style.weight + "-italic" * style.italic
    if face not in family.files:
        message = f'The font "{style.font}" has no face "{face}", which the style "{style.name}" needs.'
        run.fault(node, "missing-face", message, f"It has {', '.join(family.files)}.")


def check_page(page: PageSpec, styles: dict[str, Style], node: MappingNode, run: Run) -> None:
    """Check that the margins leave room for lines and pages of text."""
    paper = f"{format_length(page.width)} x {format_length(page.height)} ({page.size})"
    if page.columns < 1:
        run.fault(node_at(node, "columns"), "wrong-value", "A page has at least 1 column.", "")
        return
    body = styles["body"]
    if page.column_measure < LEAST_MEASURE * body.size:
        column = f" and {format_length(_aside(page))} beside the text" if page.margin_column else ""
        message = (
            f"On a page of {paper}, margins of {format_length(page.margins.inside)} inside and "
            f"{format_length(page.margins.outside)} outside{column} leave columns of "
            f"{format_length(page.column_measure)}; the body needs {format_length(LEAST_MEASURE * body.size)}."
        )
        hint = "Choose a larger paper, smaller margins, fewer columns, or margin_column: none."
        run.fault(node_at(node, "margins"), "impossible-margins", message, hint)
    if page.text_height < LEAST_LINES * body.leading:
        message = (
            f"On a page of {paper}, margins of {format_length(page.margins.top)} at the top and "
            f"{format_length(page.margins.bottom)} at the foot leave {format_length(page.text_height)}; "
            f"{LEAST_LINES} lines of the body need {format_length(LEAST_LINES * body.leading)}."
        )
        run.fault(node_at(node, "margins"), "impossible-margins", message, "Choose smaller margins.")
    column_ = page.margin_column
    least = LEAST_NOTE_MEASURE * styles["margin"].size
    if column_ is not None and column_.width < least:
        message = f"A margin column of {format_length(column_.width)} is too narrow; notes need {format_length(least)}."
        run.fault(
            node_at(node, "margin_column"), "impossible-margins", message, "Widen it, or write margin_column: none."
        )


def _aside(page: PageSpec) -> int:
    return page.margin_column.width + page.margin_column.gap if page.margin_column else 0


def check_furniture(furniture: Furniture, node: Node, run: Run) -> None:
    """Check that heads and feet use only the words in braces that there are."""
    for line in ("head_verso", "head_recto", "foot_verso", "foot_recto", "first_head", "first_foot"):
        slots = getattr(furniture, line)
        for side in ("left", "centre", "right"):
            for word in _PLACEHOLDER.findall(getattr(slots, side)):
                if word not in PLACEHOLDERS and isinstance(node, MappingNode):
                    from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

                    place = node_at(node, line, side)
                    hint = did_you_mean(word, PLACEHOLDERS)
                    run.fault(place, "unknown-placeholder", f'Heads and feet have no "{{{word}}}".', hint)

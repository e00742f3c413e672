"""In: the units of the work. Out: the spine of the guide: each unit's opener, summary, analysis, words and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record
from guidepress.compose.glosses import vocabulary_box, with_glosses
from guidepress.compose.key_entries import checks_key
from guidepress.compose.kind import Kind
from guidepress.compose.opener import DropNumbers, OpenerOptions, drop_numbers, opener
from guidepress.compose.passages import passages, stacked
from guidepress.compose.quick_checks import quick_checks
from guidepress.compose.side_by_side import side_by_side
from guidepress.compose.warnings import warning
from guidepress.document.blocks import Break, Group, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class UnitsOptions:
    """The options of `units`."""

    opener: OpenerOptions = OpenerOptions()
    """How each is opened."""
    summary: bool = True
    """The summary."""
    analysis: bool = True
    """The analysis."""
    passages: bool = True
    """Original beside modern text."""
    form: Literal["text", "side-by-side"] = "text"
    """Summary and analysis one below the other, or in rows."""
    vocabulary: Literal["margin", "box", "none"] = "margin"
    """Where the words stand."""
    checks: bool = True
    """Quick checks at the foot."""
    lines: bool = False
    """Ruled lines under the checks."""
    answers: Literal["none", "inline"] = "none"
    """Print the answers below the checks."""
    parts: bool = True
    """Openers for the parts that units belong to."""
    own_page: bool = False
    """Begin each unit on a page of its own."""


_PART_ROOM = 640  # per mille of a page: with less left, a part goes to a new one
_OPENER_ROOM = 3  # an opener goes to a new page if less than a third of this one is left


def units(guide: Guide, spec: SectionSpec[UnitsOptions], context: Context) -> Section | None:
    """Set the units in order, those of a part under its opener."""
    if not guide.units:
        return None
    parts = spec.options.parts and any(unit.part for unit in guide.units)
    level = 3 if parts else 2
    blocks: list[Block] = []
    part = ""
    number = 0
    numbers, apart = drop_numbers(context), stacked(context)
    for unit in guide.units:
        if parts and unit.part and unit.part != part:
            number += 1
            own_page = spec.options.own_page
            blocks.extend(_part(unit.part, number, context, first=not blocks, own_page=own_page))
        elif blocks and spec.options.own_page:
            blocks.append(Break("page"))
        elif blocks:
            blocks.append(Break("room", context.areas.height // _OPENER_ROOM))
        part = unit.part
        blocks.append(
            Group(_unit(unit, spec, context, level=level, numbers=numbers, apart=apart), role="Sect")
        )
    return context.section(spec, context.labels.text("units"), tuple(blocks))


def _part(title: str, number: int, context: Context, *, first: bool, own_page: bool) -> tuple[Block, ...]:
    """Open a part on a new page, unless there is hardly anything on this one; the first under the section's heading."""
    heading = context.heading(2, title, "h2" if first else "part-title", anchor=f"part-{number}")
    room = context.areas.height * _PART_ROOM // 1000
    turn = Break("page") if own_page else Break("room", room)
    return (heading,) if first else (turn, heading)


def _unit(
    unit: Unit,
    spec: SectionSpec[UnitsOptions],
    context: Context,
    *,
    level: int,
    numbers: DropNumbers,
    apart: bool,
) -> tuple[Block, ...]:
    labels = context.labels
    blocks: list[Block] = [
        *opener(unit, spec.options.opener, context, level=level, numbers=numbers),
        *warning(context, unit.content_warnings),
    ]
    words = unit.vocabulary
    in_margin = spec.options.vocabulary == "margin" and context.margin
    shown = (
        ("summary", unit.summary, spec.options.summary),
        ("analysis", unit.analysis, spec.options.analysis),
    )
    texts = [(key, text) for key, text, wanted in shown if text and wanted]
    bodies = [context.blocks(text) for _, text in texts]
    if in_margin and bodies:
        bodies = with_glosses(context, words, bodies)
    heads = [context.heading(level + 1, labels.text(key), "h3", contents=False) for key, _ in texts]
    if len(bodies) > 1 and spec.options.form == "side-by-side":
        blocks.extend(side_by_side(unit, (heads[0], heads[1]), (bodies[0], bodies[1]), context))
    else:
        for heading, body in zip(heads, bodies, strict=True):
            blocks.extend((heading, *body))
    if unit.passages and spec.options.passages:
        both = passages(context, unit.passages, apart=apart)
        title = "parallel-text" if isinstance(both[0], Table) else "original-and-modern"
        blocks.append(context.heading(level + 1, labels.text(title), "h3", contents=False))
        blocks.extend(both)
    if words and spec.options.vocabulary != "none" and not (in_margin and bodies):
        blocks.append(vocabulary_box(context, words))
    if unit.checks and spec.options.checks:
        with_lines, answers = spec.options.lines, spec.options.answers
        blocks.append(quick_checks(context, unit.checks, with_lines=with_lines, answers=answers))
    return tuple(blocks)


def _anchors(guide: Guide, _options: UnitsOptions) -> Iterable[str]:
    return (unit.id for unit in guide.units)


def _answers(guide: Guide, spec: SectionSpec[UnitsOptions], context: Context) -> list[Block]:
    return [] if spec.options.answers != "none" else checks_key(guide, context)


KIND = Kind(
    "units",
    "The units one by one: facts, recap, summary, analysis, vocabulary, checks",
    UnitsOptions,
    units,
    anchors=_anchors,
    answers=_answers,
)

"""In: the units of the work. Out: the spine of the guide: each unit's opener, summary, analysis, words and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record
from guidepress.compose.glosses import used, vocabulary_box
from guidepress.compose.key_entries import checks_key
from guidepress.compose.kind import Kind
from guidepress.compose.opener import DropNumbers, OpenerOptions, drop_numbers, opener
from guidepress.compose.passages import Sides, passages, sides_of
from guidepress.compose.quick_checks import quick_checks
from guidepress.compose.unit_texts import below_one_another, in_rows
from guidepress.compose.warnings import warning
from guidepress.document.blocks import Break, Group, Table
from guidepress.document.left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide, Unit, VocabularyWord
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND", "UnitsOptions", "parted"]


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
    """Summary and analysis one below the other, or in the `rows` that a unit has."""
    vocabulary: Literal["margin", "box", "none"] = "margin"
    """Where the words stand: beside the text that uses them, the others in a box; or all in the box."""
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
    numbers, sides = drop_numbers(context), sides_of(context)
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
            Group(_unit(unit, spec, context, level=level, numbers=numbers, sides=sides), role="Sect")
        )
    _note_replaced(guide, spec.options, context)
    return context.section(spec, context.labels.text("units"), tuple(blocks))


def _note_replaced(guide: Guide, options: UnitsOptions, context: Context) -> None:
    """Note the texts in whose place rows are printed."""
    if options.form != "side-by-side":
        return
    for what, texts in (
        ("summaries", [unit.rows for unit in guide.units if unit.summary and options.summary]),
        ("analyses", [unit.rows for unit in guide.units if unit.analysis and options.analysis]),
    ):
        replaced = sum(bool(rows) for rows in texts)
        if replaced:
            reason = "the rows of their units stand in their place"
            context.left_out.append(LeftOut("units", what, replaced, len(texts), reason))


def parted(
    unit: Unit, options: UnitsOptions, *, margin: bool
) -> tuple[tuple[VocabularyWord, ...], tuple[VocabularyWord, ...]]:
    """Part the words of a unit: those that its texts use stand beside these, if there is a `margin`; all others in its box."""
    rows = options.form == "side-by-side" and unit.rows
    if options.vocabulary != "margin" or not margin or rows:
        return (), unit.vocabulary if options.vocabulary != "none" else ()
    texts = (*(unit.summaries if options.summary else ()), *(unit.analyses if options.analysis else ()))
    beside = used(unit.vocabulary, (text.source for text in texts))
    return beside, tuple(word for word in unit.vocabulary if word not in beside)


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
    sides: Sides,
) -> tuple[Block, ...]:
    labels = context.labels
    blocks: list[Block] = [
        *opener(unit, spec.options.opener, context, level=level, numbers=numbers),
        *warning(context, unit.content_warnings),
    ]
    options = spec.options
    wanted = [key for key in ("summary", "analysis") if getattr(options, key)]
    beside, loose = parted(unit, options, margin=context.margin)
    if options.form == "side-by-side" and unit.rows:
        blocks.extend(in_rows(unit, wanted, context, level=level + 1))
    else:
        blocks.extend(below_one_another(unit, wanted, context, level=level + 1, words=beside))
    if unit.passages and options.passages:
        both = passages(context, unit.passages, sides)
        title = "parallel-text" if isinstance(both[0], Table) else "original-and-modern"
        blocks.append(context.heading(level + 1, labels.text(title), "h3", contents=False))
        blocks.extend(both)
    if loose:
        # Words that nothing places in the work may only be useful to speak of it.
        own = any(word.sentence or word.locator for word in unit.vocabulary)
        title = labels.text("words-in-unit", unit=context.unit_label(unit)) if own else ""
        blocks.append(vocabulary_box(context, loose, level=level + 1, title=title))
    if unit.checks and options.checks:
        with_lines, answers = options.lines, options.answers
        blocks.append(
            quick_checks(context, unit.checks, level=level + 1, with_lines=with_lines, answers=answers)
        )
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

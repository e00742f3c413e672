"""In: the characters. Out: the section about them: map, leading ones at length, the others in short entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.asides import aside
from guidepress.compose.figures.character_map import character_map
from guidepress.compose.figures.map_plan import plan_of
from guidepress.compose.kind import Kind
from guidepress.compose.lists import bullets, described
from guidepress.compose.run_in import RunInOptions, in_brief, run_in
from guidepress.compose.tables import ruled
from guidepress.document.blocks import Figure, Group, MarginNote, Paragraph
from guidepress.document.inlines import Look, PageRef, Text
from guidepress.layout.options import Amount  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section, Table
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Character, Guide, Relation
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class CharactersOptions:
    """The options of `characters`."""

    map: bool = True
    """The map of who is what to whom."""
    arcs: bool = True
    """How each changes from unit to unit."""
    analysis: bool = True
    """The analysis beside the summary."""
    limit: Amount = 0
    """At most so many, the most important ones; 0 is all."""
    run_in: RunInOptions = RunInOptions()
    """How the entries are set."""


_MINOR = 3  # importance from which an entry is short


def characters(guide: Guide, spec: SectionSpec[CharactersOptions], context: Context) -> Section | None:
    """Set the map, the leading characters under headings of their own, and the minor ones together."""
    if not guide.characters:
        return None
    labels = context.labels
    listed = _listed(guide, spec.options)
    context.kept(spec, "characters", len(listed), len(guide.characters))
    factual = _factual(guide)
    if spec.options.run_in.form == "run-in":
        title = labels.text("key_figures" if factual else "who-is-who")
        return context.section(spec, title, (described(_run_in(each, context) for each in listed),))
    blocks: list[Block] = []
    if spec.options.map:
        blocks.extend(_map(guide, context))
    major = [each for each in listed if each.importance < _MINOR or each.analysis]
    minor = [each for each in listed if each not in major]
    blocks.extend(_major(each, spec, context) for each in major)
    if minor:
        if major:
            blocks.append(
                context.heading(2, labels.text("minor-characters"), "h2", anchor="characters-minor")
            )
        blocks.append(described(_minor(each, context) for each in minor))
    said = (
        "characters" if spec.options.analysis else "who-is-who"
    )  # no analysis is promised where none is printed
    title = labels.text("key_figures" if factual else said)
    return context.section(spec, title, tuple(blocks))


def _map(guide: Guide, context: Context) -> Iterator[Block]:
    """Draw the map, and list the lines that its author wants and that are too many; all of them if no page holds it."""
    title = context.labels.text("character-map")
    drawn = character_map(guide, context, context.measure)
    if drawn is not None:
        caption = context.paragraph("caption", title, role="Caption")
        yield Figure(drawn[0], drawn[1], context.style("figure"), caption)
    plan = plan_of(guide, context.labels) if guide.map is not None else None
    if plan is None:
        return
    listed = plan.rest if drawn is not None else (*plan.edges, *plan.rest)
    if drawn is None:
        yield context.label(title)
    if listed:
        colon = context.labels.colon
        said = ((Text(edge.source, Look(strong=True)), Text(f"{colon}{edge.words}")) for edge in listed)
        yield bullets(context.style("list-tight"), said)


def _listed(guide: Guide, options: CharactersOptions) -> list[Character]:
    """Those that the limit leaves, in the guide's order; links lead to no others."""
    leading = sorted(guide.characters, key=lambda each: each.importance)[: options.limit or None]
    kept = {each.id for each in leading}
    return [each for each in guide.characters if each.id in kept]


def _factual(guide: Guide) -> bool:
    """Tell a work of non-fiction, whose people are key figures and no characters."""
    return guide.work.category.lower().startswith("non")


def _major(character: Character, spec: SectionSpec[CharactersOptions], context: Context) -> Group:
    blocks: list[Block] = []
    listed = character.importance < _MINOR
    heading = context.heading(
        2, character.name, "h2", anchor=character.id, contents=listed, span=character.span
    )
    blocks.extend(context.kicked(character.role, heading))
    beside = _aside(character, context)
    if beside and context.margin:
        blocks.append(MarginNote(beside))
    summary = context.blocks(character.summary) if character.summary else ()
    between = beside if not context.margin else ()
    if between:
        summary = (*summary[:-1], *_kept(context, summary[-1:]), *_kept(context, between[:-1], whole=True))
    blocks.extend((*summary, *between[-1:]))
    if character.analysis and spec.options.analysis:
        goes_on = character.summary and not between
        blocks.extend(context.prose.blocks(character.analysis, "body", first="body" if goes_on else ""))
    if character.arc and spec.options.arcs:
        blocks.append(_arc(character, context))
    return Group(tuple(blocks), role="Sect")


def _kept(context: Context, blocks: Sequence[Block], *, whole: bool = False) -> tuple[Block, ...]:
    """Hold paragraphs to what follows them: two lines of names and relations on a new page say of nobody."""
    key = "kept whole" if whole else "kept"
    return tuple(
        replace(each, style=context.varied(each.style.name, key, keep_next=True, keep_together=whole))
        if isinstance(each, Paragraph) and each.style.name in context.layout.styles
        else each
        for each in blocks
    )


def _run_in(character: Character, context: Context) -> Paragraph:
    text = in_brief(context, character.name, character.in_brief, character.span)
    return run_in(context, character.name, text, role=character.role, anchor=character.id)


def _minor(character: Character, context: Context) -> Paragraph:
    """Set a short entry: the name, then who this is, in one paragraph."""
    about = context.line(character.summary) if character.summary else ()
    return run_in(context, character.name, about, role=character.role, anchor=character.id)


def _aside(character: Character, context: Context) -> tuple[Block, ...]:
    """List other names, and relations with the page of the one related to."""
    labels = context.labels
    names = [(Text(", ".join(character.aliases)),)] if character.aliases else []
    related = (_related(relation, context) for relation in character.relations)
    return (
        *aside(context, labels.text("also-known-as"), names),
        *aside(context, labels.text("relations"), related),
    )


def _related(relation: Relation, context: Context) -> tuple[Inline, ...]:
    other = context.guide.character(relation.to)
    link = context.link(other.id) if other else None
    said, name = context.labels.relation(relation.as_, relation.to) if relation.as_ else ("", relation.to)
    before = (Text(said),) if said else ()
    page = (Text("\u2002"), PageRef(other.id, link=link)) if other and link else ()
    return (*before, Text(name, Look(strong=True), link=link), *page)


def _arc(character: Character, context: Context) -> Table:
    """Set the states of a character, a row a unit."""
    guide = context.guide
    units = [guide.unit(stage.unit) for stage in character.arc]
    rows = (
        ((Text(context.numeral(unit), link=context.link(unit.id)),), context.line(stage.state))
        for unit, stage in zip(units, character.arc, strict=True)
    )
    title = (
        f"{context.labels.text('arc')}{context.labels.colon}{character.name}"  # it may stand on another page
    )
    return ruled(context, (180, 820), (guide.unit_name, title), rows, whole=True)


def _anchors(guide: Guide, options: CharactersOptions) -> Iterable[str]:
    return (each.id for each in _listed(guide, options))


KIND = Kind(
    "characters",
    "The characters, the important ones first",
    CharactersOptions,
    characters,
    anchors=_anchors,
)

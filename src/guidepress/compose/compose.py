"""In: a guide and a layout. Out: the Document: cover, sections in the layout's order, footnotes, metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.record import replace
from guidepress.compose.context import Context
from guidepress.compose.cover import cover
from guidepress.compose.headings import nested
from guidepress.compose.kind import kind_of
from guidepress.compose.lost_pictures import lost_pictures
from guidepress.compose.parted import parted
from guidepress.compose.reading import minutes
from guidepress.compose.sections.answer_key import KIND as ANSWER_KEY
from guidepress.compose.sections.sections import after, unprinted
from guidepress.document.blocks import Document
from guidepress.document.left_out import LeftOut
from guidepress.page.book import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.compose.drafts import Drafts
    from guidepress.compose.measurer import Measurer
    from guidepress.document.blocks import Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout, SectionSpec

__all__ = ["compose"]


def compose(guide: Guide, layout: Layout, measurer: Measurer, drafts: Drafts | None = None) -> Document:
    """Compose a guide as a layout orders it.

    Args:
        guide: what to print.
        layout: in what order and which styles.
        measurer: says how much room text takes in this layout's faces.
        drafts: what was worked out for the last guide in this layout; it gets what is worked out for this one.

    Returns:
        Blocks that know no pages yet; page numbers, page count and reading time are late inlines.

    Raises:
        FaultsFound: the engine has no labels in the guide's language, or the layout lacks a style.
    """
    context = Context(guide, layout, measurer, drafts)
    guide = context.guide
    made = [_composed(guide, place, context) for place in range(len(layout.sections))]
    context.composed = tuple(section for _, sections in made for section in sections)
    ordered = tuple(
        section for spec, sections in made for section in (*_late(guide, spec, context), *sections)
    )
    return Document(
        metadata=_metadata(guide, context),
        sections=parted(_numbered(nested(_off_the_key(ordered, layout)), context), layout),
        notes=tuple(context.prose.notes),
        cover=cover(guide, context) if layout.cover == "typographic" else None,
        diagnostics=(
            # The guide's language has words here, if not among those that come with the engine.
            *(each for each in guide.diagnostics if each.code != "no-labels"),
            *context.diagnostics,
        ),
        left_out=_left_out(ordered, context),
        minutes=minutes(context) if layout.reading_time in {"floor", "exact"} else 0,
    )


def _composed(guide: Guide, place: int, context: Context) -> tuple[SectionSpec[Any], tuple[Section, ...]]:
    """Compose the entry at a place of the layout's order, and the guide's own sections that follow it.

    Returns:
        The entry, its width settled, and the sections; none for a kind that waits for all others.
    """
    spec = context.layout.sections[place]
    if not spec.printed:
        return spec, ()
    spec = context.enter(spec)
    if kind_of(spec).last:
        context.begun(spec)
        return spec, after(place, guide, context)
    return spec, (*_made(guide, spec, context), *after(place, guide, context))


def _late(guide: Guide, spec: SectionSpec[Any], context: Context) -> tuple[Section, ...]:
    """Compose a kind that is made of the others."""
    if not (kind_of(spec).last and spec.printed):
        return ()
    context.resume(spec)
    return _made(guide, spec, context)


def _made(guide: Guide, spec: SectionSpec[Any], context: Context) -> tuple[Section, ...]:
    made = kind_of(spec).compose(guide, spec, context)
    return made if isinstance(made, tuple) else () if made is None else (made,)


def _off_the_key(sections: tuple[Section, ...], layout: Layout) -> Iterator[Section]:
    """Begin what follows the key on a new sheet, or page of a book on one side, so that the key's can be taken out."""
    before = ""
    for section in sections:
        off = before == ANSWER_KEY.name != section.kind
        before = section.kind
        yield replace(section, start="recto" if layout.page.mirrored else "page") if off else section


def _numbered(sections: Iterable[Section], context: Context) -> tuple[Section, ...]:
    """Give the sections their edge tabs, and their numbering where the front matter has roman folios."""
    roman = context.layout.numbering_front == "roman"
    front_matter = {spec.kind for spec in context.layout.sections if kind_of(spec).front}
    front = True
    tab = 0
    numbered: list[Section] = []
    for section in sections:
        was_front, front = front, front and section.kind in front_matter
        if front:
            numbered.append(replace(section, numbering="roman" if roman and not numbered else ""))
            continue
        numbered.append(replace(section, tab=tab, numbering="arabic" if roman and was_front else ""))
        tab += 1
    return tuple(numbered)


def _left_out(sections: tuple[Section, ...], context: Context) -> tuple[LeftOut, ...]:
    """All that was to be printed and is not."""
    parts = [*(each.blocks for each in sections), *(note.blocks for note in context.prose.notes)]
    return (
        *dict.fromkeys(context.left_out),
        *_in_part(context),
        *unprinted(context.guide, context.layout),
        *lost_pictures(context.prose.pictures, (block for blocks in parts for block in blocks)),
    )


def _in_part(context: Context) -> tuple[LeftOut, ...]:
    """Tell of texts of which only the beginning is printed."""
    cut = {kind: count for (kind, is_cut), count in context.openings.items() if is_cut}
    return tuple(
        LeftOut(kind, "texts", count, count + context.openings[kind, False], "only how they begin is printed")
        for kind, count in cut.items()
    )


def _metadata(guide: Guide, context: Context) -> Metadata:
    labels, edition = context.labels, context.layout.edition
    return Metadata(
        title=labels.edition_title(guide.title, edition),
        author=", ".join(guide.credits.written_by or guide.credits.edited_by)
        or ", ".join(person.name for person in guide.authors),
        subject=f"{guide.title}, {labels.text('by', name=', '.join(person.name for person in guide.authors))}",
        language=guide.language,
        keywords=(*(theme.name for theme in guide.themes), *guide.work.genre),
        publisher=guide.credits.publisher,
        rights=context.plain(guide.credits.rights) if guide.credits.rights else "",
        date=guide.credits.date,
        identifier=guide.credits.isbn,
        work=guide.title,
    )

"""In: a decoded guide, its names and its parsed texts. Out: the faults that no single field shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.numbers import counted
from guidepress.base.suggest import did_you_mean
from guidepress.document.kinds import OWN_SECTIONS, kind_called, kind_names
from guidepress.guide.markdown import MdReference, MdText, inlines_of, read_markdown
from guidepress.guide.markdown.tree import MdDocument
from guidepress.guide.model import Markdown
from guidepress.guide.rules_map import check_map
from guidepress.guide.rules_story import check_story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.diagnostics import Span
    from guidepress.guide.model import FreeSection, Guide, Unit
    from guidepress.guide.names import Names

__all__ = ["Text", "check_rules", "read_texts"]

Text: TypeAlias = tuple[Markdown, MdDocument]
"""A text field and its tree."""

_SPECIAL = re.compile(r"[<\[]")
"""Links, pictures, footnotes and HTML all need one of these; other texts have nothing that could be wrong."""

_SCHEMES = ("https://", "http://", "mailto:")


def read_texts(fields: Iterable[Markdown]) -> tuple[Text, ...]:
    """Read the fields that may hold faults or pictures."""
    return tuple((field, read_markdown(field)) for field in fields if _SPECIAL.search(field.source))


def check_rules(guide: Guide, names: Names, texts: Iterable[Text]) -> Iterator[Diagnostic]:
    """Check what spans several fields.

    Args:
        guide: the guide; with faults in it, blanks stand in for what could not be read.
        names: what its parts are called, and which themes are used.
        texts: the fields with links, pictures, footnotes or HTML.
    """
    for field, document in texts:
        yield from document.faults
        yield from _links(field, document, names)
    yield from _unused_themes(guide, names)
    yield from _unused_questions(guide)
    yield from _warnings_named(guide)
    yield from _sections_placed(guide)
    yield from _highlights(guide)
    yield from _uneven_rubrics(guide)
    yield from check_story(guide)
    yield from check_map(guide)


def _links(field: Markdown, document: MdDocument, names: Names) -> Iterator[Diagnostic]:
    for blocks in (document.blocks, *(note.blocks for note in document.notes)):
        for inline in inlines_of(blocks):
            if isinstance(inline, MdReference):
                yield from _target(inline.anchor, field.at(inline.offset), names)
            elif isinstance(inline, MdText) and inline.link.startswith("#"):
                yield from _target(inline.link[1:], field.at(inline.offset), names)
            elif isinstance(inline, MdText) and inline.link and not inline.link.startswith(_SCHEMES):
                message = f'The link "{inline.link}" leads nowhere outside this computer.'
                hint = "Begin an address with https://, and a cross-reference with #."
                yield Diagnostic("error", "wrong-link", message, hint, field.at(inline.offset))


def _target(anchor: str, span: Span, names: Names) -> Iterator[Diagnostic]:
    if anchor not in names.anchors:
        message = f'Nothing in the guide has the id "{anchor}".'
        hint = names.suggester.did_you_mean(anchor, names.anchors)
        hint = hint or "Correct it, or give the entry that you mean this id."
        yield Diagnostic("error", "dangling-reference", message, hint, span)


def _unused_themes(guide: Guide, names: Names) -> Iterator[Diagnostic]:
    for theme in guide.themes:
        if theme.id not in names.used:
            hint = "Name it in the themes of a unit, a quote or a symbol."
            message = f'Nothing in the guide refers to the theme "{theme.name}".'
            yield Diagnostic("warning", "unused-theme", message, hint, theme.span)


def _unused_questions(guide: Guide) -> Iterator[Diagnostic]:
    """Tell, once a guide, of questions that no sheet prints."""
    unused = [question for question in guide.questions if not question.use]
    if unused:
        say, them = ("says", "it") if len(unused) == 1 else ("say", "them")
        asked = counted(len(guide.questions), "question")
        message = f"Of {asked}, {len(unused)} {say} no use: no layout prints {them}."
        hint = 'Say where they may stand: "use: discussion", or several, "use: [quiz, exam]".'
        yield Diagnostic("warning", "unused-question", message, hint, unused[0].span)


def _warnings_named(guide: Guide) -> Iterator[Diagnostic]:
    parts: tuple[Unit | FreeSection, ...] = (*guide.units, *guide.sections)
    for part in parts:
        for topic in part.content_warnings:
            if topic not in guide.content_warnings:
                message = f'"{topic}" is not among the content warnings of the guide.'
                hint = (
                    did_you_mean(topic, guide.content_warnings) or "Add it to those at the top of the guide."
                )
                yield Diagnostic("error", "dangling-reference", message, hint, part.span)


def _sections_placed(guide: Guide) -> Iterator[Diagnostic]:
    for section in guide.sections:
        if section.after and kind_called(section.after) in {None, OWN_SECTIONS}:
            message = f'There is no section kind "{section.after}" that "{section.title}" could follow.'
            hint = did_you_mean(section.after, kind_names()) or f"It may follow {', '.join(kind_names())}."
            yield Diagnostic("error", "dangling-reference", message, hint, section.span)


def _highlights(guide: Guide) -> Iterator[Diagnostic]:
    for quote in guide.quotes:
        text = " ".join(quote.text.source.split())
        for words in quote.highlight:
            if words not in text:
                message = f'The words "{words}" do not occur in this quote.'
                hint = "Copy them letter for letter, quotation marks and capitals included."
                yield Diagnostic("warning", "highlight-not-found", message, hint, quote.span)


def _uneven_rubrics(guide: Guide) -> Iterator[Diagnostic]:
    for rubric in guide.rubrics:
        for criterion in rubric.criteria[1:]:
            if len(criterion.levels) != len(rubric.criteria[0].levels):
                message = (
                    f'"{criterion.name}" has {counted(len(criterion.levels), "level")}, '
                    f'and "{rubric.criteria[0].name}" has {len(rubric.criteria[0].levels)}.'
                )
                hint = "The rows of a marking grid need the same number of levels, the best first."
                yield Diagnostic("warning", "uneven-rubric", message, hint, criterion.span)

"""In: guides, and the files that were made of them. Out: the entries of a catalogue, related ones found, collections made."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.base.record import record, replace
from guidepress.compose.filing import filed
from guidepress.labels import Labels
from guidepress.labels.shipped import chain, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.guide import Guide

__all__ = [
    "By",
    "CatalogueEntry",
    "Collection",
    "Edition",
    "GuideFacts",
    "collections",
    "entries",
    "facts_of",
]

By: TypeAlias = Literal["genre", "form", "audience", "category", "language", "theme", "author"]
"""What puts guides into collections."""


@record
class GuideFacts:
    """What a catalogue says of a guide, whatever it is printed as.

    Attributes:
        guide: the path or address of the guide; two guides are never one entry.
        title, authors, language: of the work.
        genre, form, audience, category, themes: likewise; () or "" where the guide does not say.
        related: titles of guides that go with it.
    """

    guide: str
    title: str
    authors: tuple[str, ...] = ()
    language: str = "en"
    genre: tuple[str, ...] = ()
    form: str = ""
    audience: str = ""
    category: str = ""
    themes: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@record
class Edition:
    """One file of a guide: in which layout, how long."""

    file: str
    layout: str
    pages: int
    reading_time: str = ""


@record
class CatalogueEntry:
    """A guide in a catalogue.

    Attributes:
        id: made of the title; no two entries share one.
        facts: of the guide.
        editions: its files, in the order in which they were made.
        related: ids of the entries that go with it.
        missing: titles that go with it and are not in this catalogue.
        letter: under which its title is filed, "H" for "The Hamlet"; "" for one that begins with a figure or a sign.
    """

    id: str
    facts: GuideFacts
    editions: tuple[Edition, ...]
    related: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    letter: str = ""


@record
class Collection:
    """Entries that have something in common; its title is "" for those that have nothing in common with others."""

    title: str
    entries: tuple[CatalogueEntry, ...]


def facts_of(guide: Guide, place: str) -> GuideFacts:
    """Take from a guide what a catalogue says of it."""
    return GuideFacts(
        guide=place,
        title=guide.title,
        authors=tuple(person.name for person in guide.authors),
        language=guide.language,
        genre=guide.work.genre,
        form=guide.work.form,
        audience=guide.work.audience,
        category=guide.work.category,
        themes=tuple(theme.name for theme in guide.themes),
        related=guide.related,
    )


def entries(made: Iterable[tuple[GuideFacts, Edition]]) -> tuple[CatalogueEntry, ...]:
    """Gather editions under their guides, sorted by title; related guides are found by title.

    What a title begins with that is an article in the language of its guide is passed over.
    """
    editions: dict[str, list[Edition]] = {}
    facts: dict[str, GuideFacts] = {}
    for fact, edition in made:
        facts.setdefault(fact.guide, fact)
        editions.setdefault(fact.guide, []).append(edition)
    articles = {each: _articles(each) for each in {fact.language for fact in facts.values()}}
    names = {guide: filed(fact.title, articles[fact.language]) for guide, fact in facts.items()}
    in_order = sorted(facts.values(), key=lambda fact: (names[fact.guide], filed(fact.title), fact.guide))
    ids = _ids(in_order)
    found = {_plain(fact.title): ids[fact.guide] for fact in reversed(in_order)}
    return tuple(
        _linked(
            CatalogueEntry(
                ids[fact.guide], fact, tuple(editions[fact.guide]), letter=_letter(names[fact.guide])
            ),
            found,
        )
        for fact in in_order
    )


def _articles(language: str) -> tuple[str, ...]:
    """The articles of a language; none of one that only layouts have words for."""
    known = any(shipped(tag) is not None for tag in chain(language))
    return Labels.for_language(language).articles if known else ()


def _letter(name: str) -> str:
    first = name[:1].upper()
    return first if first.isalpha() else ""


def _linked(entry: CatalogueEntry, found: dict[str, str]) -> CatalogueEntry:
    named = dict.fromkeys(entry.facts.related)
    there = (found[_plain(title)] for title in named if _plain(title) in found)
    missing = tuple(title for title in named if _plain(title) not in found)
    related = tuple(each for each in dict.fromkeys(there) if each != entry.id)
    return replace(entry, related=related, missing=missing)


def _ids(facts: Iterable[GuideFacts]) -> dict[str, str]:
    """An id for each guide: its title in plain letters, numbered where others have the same."""
    ids: dict[str, str] = {}
    used: dict[str, int] = {}
    for fact in facts:
        name = re.sub(r"[^a-z0-9]+", "-", _plain(fact.title)).strip("-") or "guide"
        used[name] = count = used.get(name, 0) + 1
        ids[fact.guide] = name if count == 1 else f"{name}.{count}"
    return ids


def _plain(title: str) -> str:
    """A title without marks and capitals, as people look for it."""
    apart = unicodedata.normalize("NFKD", title.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def collections(all_entries: tuple[CatalogueEntry, ...], by: By | None) -> tuple[Collection, ...]:
    """Put entries into collections, each into all that it belongs to; those that belong to none come last.

    Args:
        all_entries: sorted.
        by: what they have in common; None makes one collection of all, without a title.
    """
    if by is None:
        return (Collection("", all_entries),)
    found: dict[str, list[CatalogueEntry]] = {}
    for entry in all_entries:
        for title in _belongs(entry.facts, by) or ("",):
            found.setdefault(title, []).append(entry)
    titles = sorted(found, key=lambda title: (not title, filed(title)))
    return tuple(Collection(title, tuple(found[title])) for title in titles)


def _belongs(facts: GuideFacts, by: By) -> tuple[str, ...]:
    many = {"genre": facts.genre, "theme": facts.themes, "author": facts.authors}
    one = {
        "form": facts.form,
        "audience": facts.audience,
        "category": facts.category,
        "language": facts.language,
    }
    named = many[by] if by in many else (one[by],)
    return tuple(
        dict.fromkeys(each[:1].upper() + each[1:] if by != "language" else each for each in named if each)
    )

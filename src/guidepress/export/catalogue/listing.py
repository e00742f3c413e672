"""In: the entries of a catalogue. Out: `index.json` and `index.csv`, for programs and for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from guidepress.export.spreadsheets import as_table

if TYPE_CHECKING:
    from guidepress.export.catalogue.entries import By, CatalogueEntry

__all__ = ["as_csv", "as_json"]

_COLUMNS = (
    "id", "letter", "title", "authors", "language", "form", "genre", "audience", "themes", "layout", "pages", "reading_time", "file",
)  # fmt: skip


def as_json(title: str, entries: tuple[CatalogueEntry, ...], groups: dict[By, dict[str, list[str]]]) -> bytes:
    """The whole catalogue: its guides with their files, and collections as lists of ids."""
    guides = [
        {
            "id": entry.id,
            "letter": entry.letter,
            "title": entry.facts.title,
            "authors": entry.facts.authors,
            "language": entry.facts.language,
            "form": entry.facts.form,
            "genre": entry.facts.genre,
            "audience": entry.facts.audience,
            "category": entry.facts.category,
            "themes": entry.facts.themes,
            "related": entry.related,
            "related_elsewhere": entry.missing,
            "editions": entry.editions,
        }
        for entry in entries
    ]
    told = {"catalogue": title, "count": len(guides), "guides": guides, "collections": groups}
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def as_csv(entries: tuple[CatalogueEntry, ...]) -> bytes:
    """A row for each file."""
    rows = (
        (
            entry.id,
            entry.letter,
            entry.facts.title,
            entry.facts.authors,
            entry.facts.language,
            entry.facts.form,
            entry.facts.genre,
            entry.facts.audience,
            entry.facts.themes,
            each.layout,
            each.pages,
            each.reading_time,
            each.file,
        )
        for entry in entries
        for each in entry.editions
    )
    return as_table(_COLUMNS, rows)

"""In: the entries of a catalogue. Out: `index.json` and `index.csv`, for programs and for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from guidepress.export.catalogue.entries import By, CatalogueEntry

__all__ = ["as_csv", "as_json"]

_COLUMNS = ("id", "title", "authors", "language", "form", "genre", "audience", "themes", "layout", "pages")
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def as_json(title: str, entries: tuple[CatalogueEntry, ...], groups: dict[By, dict[str, list[str]]]) -> bytes:
    """The whole catalogue: its guides with their files, and collections as lists of ids."""
    guides = [
        {
            "id": entry.id,
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
    """A row for each file, in UTF-8 with the mark that Excel asks for."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow((*_COLUMNS, "reading_time", "file"))
    for entry in entries:
        facts = entry.facts
        of_guide = (entry.id, facts.title, "; ".join(facts.authors), facts.language, facts.form)
        more = ("; ".join(facts.genre), facts.audience, "; ".join(facts.themes))
        for each in entry.editions:
            of_file = (each.layout, str(each.pages), each.reading_time, each.file)
            writer.writerow(map(_cell, (*of_guide, *more, *of_file)))
    return text.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULAS) else text

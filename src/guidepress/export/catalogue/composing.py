"""In: the collections of a catalogue. Out: its Document: a list of the collections, then each with its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.document.blocks import Document, Group, Heading, Paragraph, Section
from guidepress.document.inlines import Leader, LinkTo, Look, PageRef, Text
from guidepress.page.book import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.export.catalogue.entries import CatalogueEntry, Collection, Edition
    from guidepress.labels.labels import Labels
    from guidepress.layout import Layout

__all__ = ["Imprint", "catalogue_document"]

_MOST_THEMES = 6
"""Themes that an entry names: a line or two of them."""


@record
class Imprint:
    """What a catalogue says of itself.

    Attributes:
        title: on its first page and in its heads.
        publisher: "" for none.
        language: of its own words.
        date: ISO 8601, or "".
        address: where its files are to be had, "https://books.example/2027"; "" prints no links to them.
    """

    title: str
    publisher: str = ""
    language: str = "en"
    date: str = ""
    address: str = ""


def catalogue_document(groups: tuple[Collection, ...], imprint: Imprint, layout: Layout) -> Document:
    """Compose a catalogue.

    An entry that stands in several collections is printed in each, and links lead to the first.
    """
    writer = _Writer(groups, imprint, layout)
    return Document(
        metadata=Metadata(
            title=imprint.title,
            author=imprint.publisher,
            language=imprint.language,
            publisher=imprint.publisher,
            date=imprint.date,
        ),
        sections=(writer.contents(), *writer.sections()),
    )


class _Writer:
    """Writes entries, and knows where each stands."""

    def __init__(self, groups: tuple[Collection, ...], imprint: Imprint, layout: Layout) -> None:
        self._groups = groups
        self._imprint = imprint
        self._styles: dict[str, Style] = layout.styles
        self._labels: Labels = layout.labels_in(imprint.language)
        self._titles = {entry.id: entry.facts.title for group in groups for entry in group.entries}
        self._placed: set[str] = set()

    def contents(self) -> Section:
        """The title, and where each collection begins."""
        title = self._imprint.title
        lines = [self._line(number, group) for number, group in enumerate(self._groups, 1)]
        heading = self._heading(1, title, "h1", "catalogue")
        return Section("contents", title, "catalogue", (heading, Group(tuple(lines), role="TOC")))

    def _line(self, number: int, group: Collection) -> Paragraph:
        anchor = f"collection-{number}"
        link = LinkTo(f"#{anchor}", self._labels.text("go-to", title=self._title(group)))
        count = Text(f" ({len(group.entries)})", link=link)
        inlines = (Text(self._title(group), link=link), count, Leader(), PageRef(anchor, link=link))
        return Paragraph(self._styles["toc-1"], inlines, role="TOCI")

    def sections(self) -> Iterator[Section]:
        """A section for each collection."""
        for number, group in enumerate(self._groups, 1):
            title, anchor = self._title(group), f"collection-{number}"
            entries = tuple(block for entry in group.entries for block in self._entry(entry))
            yield Section(
                "sections", title, anchor, (self._heading(1, title, "h1", anchor), *entries), start="page"
            )

    def _title(self, group: Collection) -> str:
        """A collection's title; the guides that are in none are the others, and in the only one all."""
        if group.title:
            return group.title
        return self._imprint.title if len(self._groups) == 1 else self._labels.text("other-guides")

    def _heading(self, level: int, title: str, style: str, anchor: str) -> Paragraph:
        return Paragraph(
            self._styles[style],
            (Text(title),),
            role=f"H{level}",
            anchor=anchor,
            heading=Heading(level, title, contents=level == 1, outline=bool(anchor)),
        )

    def _entry(self, entry: CatalogueEntry) -> Iterator[Block]:
        first = entry.id not in self._placed
        self._placed.add(entry.id)
        facts = entry.facts
        yield self._heading(2, facts.title, "h3", f"guide-{entry.id}" if first else "")
        kind = ", ".join(filter(None, (facts.form, *facts.genre)))
        about = " · ".join(filter(None, ("; ".join(facts.authors), kind, facts.audience)))
        if about:
            yield self._small((Text(about),))
        if facts.themes:
            yield self._small((Text(", ".join(facts.themes[:_MOST_THEMES]), Look(emphasis=True)),))
        for edition in entry.editions:
            yield self._small(self._edition(edition))
        if entry.related or entry.missing:
            yield self._small(tuple(self._related(entry)))

    def _edition(self, edition: Edition) -> tuple[Inline, ...]:
        link = None
        if self._imprint.address:
            address = f"{self._imprint.address.rstrip('/')}/{edition.file}"
            link = LinkTo(address, self._labels.text("visit", address=address))
        long = self._labels.count("pages", edition.pages)
        said = ", ".join(filter(None, (long, edition.reading_time)))
        return Text(edition.layout.replace("-", " ").capitalize(), link=link), Text(f" · {said}")

    def _related(self, entry: CatalogueEntry) -> Iterator[Inline]:
        yield Text("→ ")
        for at, other in enumerate(entry.related):
            title = self._titles[other]
            link = LinkTo(f"#guide-{other}", self._labels.text("go-to", title=title))
            yield Text(f"{', ' if at else ''}{title} ", link=link)
            yield PageRef(f"guide-{other}", link=link)
        if entry.missing:
            yield Text(f"{', ' if entry.related else ''}{', '.join(entry.missing)}")

    def _small(self, inlines: tuple[Inline, ...]) -> Paragraph:
        return Paragraph(self._styles["small"], inlines)

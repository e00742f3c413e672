"""What the texts of a document ask of it: its looks, its links, its titles and its labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from guidepress.compose.drafts import Drafts
    from guidepress.document.blocks import Paragraph
    from guidepress.document.inlines import Inline, LinkTo
    from guidepress.document.kinds import SectionKind
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide
    from guidepress.labels import Labels
    from guidepress.layout.model import Layout

__all__ = ["Surroundings"]


class Surroundings(Protocol):
    """The document around a text, as the text sees it.

    Attributes:
        drafts: how texts were parsed before.
        labels: the engine's words in the guide's language.
        titles: titles by anchor, of everything that a text may refer to.
        kind: the kind of section at hand.
    """

    guide: Guide
    layout: Layout
    labels: Labels
    drafts: Drafts
    titles: dict[str, str]
    kind: SectionKind

    def style(self, name: str) -> Style:
        """Look up a style of the layout."""

    def varied(self, name: str, key: str, **changes: object) -> Style:
        """Vary a style by what only the data know; one style object a name and key."""

    def paragraph(self, style: str, text: str | tuple[Inline, ...], *, role: str = "P") -> Paragraph:
        """Make a paragraph of plain text or inlines."""

    def link(self, anchor: str) -> LinkTo | None:
        """Link to something the layout prints; None if it does not."""

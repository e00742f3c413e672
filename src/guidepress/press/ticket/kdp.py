"""In: the facts of an order. Out: the sheet of what KDP's pages for a new book ask, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ticket.facts import inches
from guidepress.press.ticket.sheet import cells, names_of

if TYPE_CHECKING:
    from guidepress.press.ticket.facts import TicketFacts

__all__ = ["kdp"]

_KEYWORDS = 7
"""KDP has seven boxes for keywords."""


def kdp(facts: TicketFacts) -> bytes:
    """Write the sheet: a row a question, in the order in which the pages ask."""
    spec, book = facts.spec, facts.metadata
    keywords = (*book.keywords[:_KEYWORDS],)
    rows = [
        ("Asked", "Answer"),
        ("Language", book.language),
        ("Book title", book.title),
        ("Subtitle", facts.subtitle),
        ("Primary author", book.author),
        ("Contributors", "; ".join(f"{name} ({role})" for name, role in facts.contributors)),
        ("Description", facts.description),
        ("Publishing rights", book.rights),
        *((f"Keyword {number}", word) for number, word in enumerate(keywords, 1)),
        ("Categories (BISAC)", names_of(facts, "bisac")),
        ("Categories (Thema)", names_of(facts, "thema")),
        ("ISBN", facts.isbn.hyphenated if facts.isbn else ""),
        ("Imprint", book.publisher),
        ("Publication date", book.date),
        ("Ink and paper type", f"{spec.ink.name}, {spec.paper.name}"),
        ("Trim size", f"{inches(spec.trim.width):g} x {inches(spec.trim.height):g} in"),
        ("Bleed settings", "Bleed" if spec.bleed else "No bleed"),
        ("Cover finish", spec.finish.name),
        ("Binding", spec.binding.name),
        ("Page count", str(facts.interior.pages)),
        ("Spine width", f"{inches(facts.spine):g} in"),
        ("Manuscript file", facts.interior.name),
        ("Manuscript SHA-256", facts.interior.sha256),
        ("Cover file", facts.cover.name),
        ("Cover SHA-256", facts.cover.sha256),
    ]
    return cells(rows)

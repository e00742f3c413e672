"""In: the facts of an order. Out: the sheet of what IngramSpark asks of a title, a column a question, a row a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ticket.facts import inches
from guidepress.press.ticket.sheet import cells, names_of

if TYPE_CHECKING:
    from guidepress.press.ticket.facts import TicketFacts

__all__ = ["ingramspark"]


def ingramspark(facts: TicketFacts) -> bytes:
    """Write the sheet; prices, discounts and returns are for the publisher to add."""
    spec, book = facts.spec, facts.metadata
    columns = {
        "ISBN": facts.isbn.digits if facts.isbn else "",
        "Title": book.title,
        "Subtitle": facts.subtitle,
        "Language": book.language,
        "Contributors": "; ".join(f"{name} ({role})" for name, role in facts.contributors),
        "Imprint": book.publisher,
        "Publication date": book.date,
        "Full description": facts.description,
        "Keywords": "; ".join(book.keywords),
        "BISAC subjects": names_of(facts, "bisac"),
        "Thema subjects": names_of(facts, "thema"),
        "Trim width (in)": f"{inches(spec.trim.width):g}",
        "Trim height (in)": f"{inches(spec.trim.height):g}",
        "Interior colour": spec.ink.name,
        "Paper": spec.paper.name,
        "Binding": spec.binding.name,
        "Laminate": spec.finish.name,
        "Page count": str(facts.interior.pages),
        "Spine width (in)": f"{inches(facts.spine):g}",
        "Interior file": facts.interior.name,
        "Interior SHA-256": facts.interior.sha256,
        "Cover file": facts.cover.name,
        "Cover SHA-256": facts.cover.sha256,
    }
    return cells([tuple(columns), tuple(columns.values())])

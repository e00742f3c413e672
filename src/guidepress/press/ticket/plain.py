"""In: the facts of an order. Out: the part of the ticket that is the same for every printer, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ticket.facts import inches, millimetres

if TYPE_CHECKING:
    from guidepress.press.ticket.facts import FileFacts, TicketFacts

__all__ = ["plain"]


def plain(facts: TicketFacts) -> dict[str, object]:
    """Say what any printer must know."""
    spec, metadata = facts.spec, facts.metadata
    schemes = sorted({scheme for scheme, _ in facts.subjects})
    book: dict[str, object] = {
        "title": metadata.title,
        "subtitle": facts.subtitle,
        "author": metadata.author,
        "contributors": [{"name": name, "role": role} for name, role in facts.contributors],
        "publisher": metadata.publisher,
        "languages": [metadata.language],
        "date": metadata.date,
        "rights": metadata.rights,
        "description": facts.description,
        "keywords": list(metadata.keywords),
        "subjects": {each: [code for scheme, code in facts.subjects if scheme == each] for each in schemes},
        "isbn": facts.isbn.digits if facts.isbn else "",
        "isbn_hyphenated": facts.isbn.hyphenated if facts.isbn else "",
    }
    ordered: dict[str, object] = {
        "printer": spec.printer.name,
        "trim": spec.trim.id,
        "trim_inches": [inches(spec.trim.width), inches(spec.trim.height)],
        "trim_millimetres": [millimetres(spec.trim.width), millimetres(spec.trim.height)],
        "binding": spec.binding.name or spec.binding.id,
        "paper": spec.paper.name or spec.paper.id,
        "ink": spec.ink.name or spec.ink.id,
        "finish": spec.finish.name or spec.finish.id,
        "bleed": spec.bleed,
        "pages": facts.interior.pages,
        "spine_inches": inches(facts.spine),
        "spine_millimetres": millimetres(facts.spine),
    }
    return {
        "book": book,
        "order": ordered,
        "files": {"interior": _file(facts.interior), "cover": _file(facts.cover)},
    }


def _file(file: FileFacts) -> dict[str, object]:
    return {
        "name": file.name,
        "bytes": file.size,
        "pages": file.pages,
        "page_inches": [inches(file.width), inches(file.height)],
        "sha256": file.sha256,
        "md5": file.md5,
    }

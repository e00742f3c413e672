"""In: a Quiz. Out: an Anki package, the same bytes for the same quiz."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.exchange.markup.html_out import as_html
from guidepress.exchange.quiz.cards import cards_of, gapped, kind_lost
from guidepress.exchange.quiz.formats.anki.schema import BASIC, CLOZE, TABLES, TYPED, collection_row
from guidepress.exchange.quiz.holding import TAGGED, left_out, named, unheld
from guidepress.exchange.quiz.naming import tags_of
from guidepress.exchange.quiz.options import ident
from guidepress.exchange.quiz.packages.zipping import zipped
from guidepress.exchange.quiz.pictures import file_names
from guidepress.exchange.report import Loss, QuizFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.guide.model import Markdown, Question

__all__ = ["write_anki"]

_HOLDS = frozenset({"id", "explanation", "tags", *TAGGED})
_PART = "\x1f"
"""What parts the fields of a note."""


@record
class _Note:
    """A note, its guid, its kind, and its fields; a gap note has a card for each gap."""

    guid: str
    model: int
    fields: tuple[str, ...]
    tags: str
    cards: int = 1


def write_anki(quiz: Quiz) -> QuizFile:
    """Write a package: the collection, and the pictures under numbers with a list of their names."""
    losses: list[Loss] = []
    stored = file_names(quiz.pictures)
    names = {picture.path: name for name, picture in stored.items()}
    notes = [
        note
        for number, question in enumerate(quiz.questions, 1)
        for note in _notes(question, named(number, question), names, losses)
    ]
    notes = _told_apart(notes)
    media = {str(index): name for index, name in enumerate(stored)}
    files: list[tuple[str, bytes]] = [
        ("collection.anki2", _collection(quiz.title, notes)),
        ("media", json.dumps(media, ensure_ascii=False).encode()),
    ]
    files += [(str(index), picture.data) for index, picture in enumerate(stored.values())]
    return QuizFile(zipped(files), tuple(losses))


def _told_apart(notes: list[_Note]) -> list[_Note]:
    """Notes of which no two have one id: a question that is asked again is a note again."""
    seen: dict[str, int] = {}
    apart = []
    for note in notes:
        again = seen[note.guid] = seen.get(note.guid, 0) + 1
        apart.append(replace(note, guid=f"{note.guid}-again-{again}") if again > 1 else note)
    return apart


def _notes(question: Question, place: str, names: Mapping[str, str], losses: list[Loss]) -> Iterator[_Note]:
    def text(source: Markdown) -> str:
        return as_html(source, lambda path: names.get(path, path))

    tags = " ".join(re.sub(r"\s+", "_", tag) for tag in tags_of(question))
    why = text(question.explanation) if question.explanation else ""
    if any(" " in tag for tag in tags_of(question)):
        losses.append(Loss(place, "tags", "Anki has tags of one word: spaces are underscores now"))
    if question.type == "fill_blank":
        losses.extend(unheld(place, question, "Anki", _HOLDS))
        yield _Note(ident(question), CLOZE, (gapped(question, text), why), tags, len(question.answer))
        return
    cards = cards_of(question, text, html=True)
    if not cards:
        losses.append(left_out(place, question, "a card has a back, and it has no answer"))
        return
    typed = {"match"} if question.match == "any_case" and cards[0].typed else set()
    losses.extend(unheld(place, question, "Anki", _HOLDS | typed))
    losses.extend(kind_lost(place, question, "Anki"))
    for index, card in enumerate(cards):
        guid = ident(question) if len(cards) == 1 else f"{ident(question)}-{index + 1}"
        yield _Note(guid, TYPED if card.typed else BASIC, (card.front, card.back, why), tags)


def _collection(title: str, notes: list[_Note]) -> bytes:
    deck = _number(f"deck {title}")
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(TABLES)
        base.execute(f"INSERT INTO col VALUES ({','.join('?' * 13)})", collection_row(deck, title))  # noqa: S608 - no word of it comes from outside
        note_rows, card_rows = [], []
        for due, note in enumerate(notes, 1):
            number = _number(f"note {note.guid}")
            first = re.sub(r"<[^>]+>", "", note.fields[0])
            tags = f" {note.tags} " if note.tags else ""
            sum_ = int(hashlib.sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16)
            note_rows.append(
                (number, note.guid, note.model, 0, -1, tags, _PART.join(note.fields), first, sum_, 0, "")
            )
            card_rows += [
                (_number(f"card {note.guid} {order}"), number, deck, order, 0, -1, 0, 0, due, *[0] * 8, "")
                for order in range(note.cards)
            ]
        base.executemany(f"INSERT INTO notes VALUES ({','.join('?' * 11)})", note_rows)  # noqa: S608 - likewise
        base.executemany(f"INSERT INTO cards VALUES ({','.join('?' * 18)})", card_rows)  # noqa: S608 - likewise
        base.commit()
        return bytes(base.serialize())


def _number(text: str) -> int:
    """A number for an id that is the same in every export, as large as Anki's own (milliseconds)."""
    return 10**12 + int.from_bytes(hashlib.sha256(text.encode()).digest()[:5], "big")

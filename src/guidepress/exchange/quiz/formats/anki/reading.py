"""In: an Anki package. Out: its Quiz: a question a note, gaps as blanks."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from guidepress.base.diagnostics import fault
from guidepress.base.record import replace
from guidepress.exchange.doors import open_archive
from guidepress.exchange.quiz.asked import with_blanks, with_texts
from guidepress.exchange.quiz.formats.anki.schema import TYPED
from guidepress.exchange.quiz.intake import Intake
from guidepress.exchange.quiz.naming import with_name, with_tags
from guidepress.exchange.quiz.options import QuizOption
from guidepress.guide.model import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.exchange.doors import Archive
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported

__all__ = ["read_anki"]

_GAP = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
_SOUND = re.compile(r"\[sound:([^\]]*)\]")
_NOTES = """
SELECT guid, mid, notes.tags, flds FROM notes LEFT JOIN cards ON nid = notes.id GROUP BY notes.id
ORDER BY min(CASE cards.type WHEN 0 THEN due ELSE 0 END), notes.id LIMIT ?
"""
"""In the order in which new cards are shown."""

_MOST = 200_000
"""Notes of a package; the largest shared decks have 50,000."""


def read_anki(name: str, data: bytes) -> Imported[Quiz]:
    """Read a package.

    Raises:
        FaultsFound: it is no archive, damaged, or of the form that Python cannot unpack.
    """
    archive = open_archive(data, name)
    if "collection.anki21b" in archive and "collection.anki21" not in archive:
        message = f"{name} is packed as the newest Anki does, which cannot be read here."
        raise fault("unread-format", message, 'Tick "Support older Anki versions" when you export it.')
    stored = "collection.anki21" if "collection.anki21" in archive else "collection.anki2"
    intake = Intake(name)
    try:
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(archive.read(stored))
            base.execute("PRAGMA trusted_schema = OFF")
            _refuse_computed(base)
            models, decks = _settings(base)
            rows = base.execute(_NOTES, (_MOST,)).fetchall()
    except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        message = f"The cards of {name} cannot be read: {str(problem).rstrip('.')}."
        raise fault("damaged-archive", message, "Export the deck again.") from problem
    files = _media(archive)
    for number, (guid, model, tags, fields) in enumerate(rows, 1):
        intake.place = f"note {number}"
        kind: dict[str, Any] = models.get(str(model), {})
        asked = _question(kind, str(fields).split("\x1f"), files, intake)
        if asked is not None:
            intake.add(with_name(with_tags(asked, str(tags).split()), _ours(str(guid))))
    return intake.imported(decks, hint="The deck has no notes.", rooted=False)


def _ours(guid: str) -> str:
    """An id that we wrote; Anki's own guids are noise to a reader."""
    return guid if re.fullmatch(r"[\w.-]{1,60}", guid) and not re.fullmatch(r"[A-Za-z0-9]{10}", guid) else ""


def _refuse_computed(base: sqlite3.Connection) -> None:
    """Hold that what is asked for lies in the file: a view may count without end, and a computed column fill the memory.

    Raises:
        ValueError: a table is something else.
    """
    for table in ("col", "notes", "cards"):
        kinds = base.execute("SELECT type FROM sqlite_master WHERE lower(name) = ?", (table,)).fetchall()
        hidden = [row[6] for row in base.execute(f"PRAGMA table_xinfo({table})")]
        if kinds != [("table",)] or any(hidden):
            raise ValueError(f"its {table} are no plain table")


def _settings(base: sqlite3.Connection) -> tuple[dict[str, Any], str]:
    """The kinds of notes, and the name of the deck if there is one alone."""
    models, decks = base.execute("SELECT models, decks FROM col").fetchone()
    named = [str(each["name"]) for each in json.loads(decks).values() if each["name"] != "Default"]
    kinds = {key: _kind(each) for key, each in json.loads(models).items()}
    return kinds, named[0] if len(named) == 1 else ""


def _kind(said: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the JSON holds
    """A kind of notes, its fields those that have names."""
    fields = said.get("flds", [])
    return {**said, "flds": [each for each in fields if isinstance(each, dict)]}


def _media(archive: Archive) -> dict[str, bytes]:
    if "media" not in archive:
        return {}
    try:
        names = json.loads(archive.read("media"))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(names, dict):
        return {}
    return {str(name): archive.read(number) for number, name in names.items() if number in archive}


def _question(
    kind: dict[str, Any], fields: Sequence[str], files: dict[str, bytes], intake: Intake
) -> Question | None:
    names = [str(each.get("name", "")).casefold() for each in kind.get("flds", [])]
    for sound in _SOUND.findall(" ".join(fields)):
        intake.lose(f"the sound {sound}")
    texts = [_SOUND.sub("", field) for field in fields]
    why = None
    if (
        names
        and names[-1] in {"explanation", "extra", "back extra", "notes", "remarks"}
        and len(texts) == len(names)
    ):
        why = intake.maybe(texts.pop(), files)
    asked = Question(intake.html(texts[0], files), explanation=why)
    if _GAP.search(texts[0]):
        for rest in filter(str.strip, texts[1:]):
            intake.lose(f'the field "{rest[:60]}"')
        return _gapped(asked, texts[0], files, intake)
    answers = [text for text in texts[1:] if text.strip()]
    if not asked.prompt.source or not answers:
        intake.lose(
            " | ".join(filter(None, texts)), "a card without a front or a back is no question", whole=True
        )
        return None
    for rest in answers[1:]:
        intake.lose(f'the field "{rest[:60]}"')
    options = [QuizOption(intake.html(answers[0], files), 100.0)]
    return with_texts(asked, options, "any_case" if kind.get("id") in {TYPED, str(TYPED)} else "")


def _gapped(asked: Question, text: str, files: dict[str, bytes], intake: Intake) -> Question:
    words = [found[2] for found in _GAP.finditer(text)]
    for found in _GAP.finditer(text):
        if found[3]:
            intake.lose(f'the hint "{found[3]}"')
    prompt = intake.html(_GAP.sub("____", text), files)
    return with_blanks(
        replace(asked, prompt=prompt), [[QuizOption(intake.html(word, files), 100.0)] for word in words]
    )

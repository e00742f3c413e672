"""Cards: packages and text of Anki, text of Quizlet."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing

import pytest
from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.exchange.quiz.asked import with_blanks, with_choices, with_pairs, with_texts
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.model import Quiz, QuizPicture
from guidepress.exchange.quiz.options import QuizOption
from guidepress.guide.model import Markdown, Question

ANKI, QUIZLET = format_called("anki"), format_called("quizlet")
PNG = b"\x89PNG\r\n\x1a\n not much of a picture"
CHOICE = with_choices(
    Question(Markdown("Who?"), id="q-1", tags=("night",), explanation=Markdown("He *must*.")),
    [QuizOption(Markdown("The sentry"), 100.0), QuizOption(Markdown("a < b"))],
    single=True,
)
TYPED = with_texts(Question(Markdown("Where? ![a map](map.png)")), [QuizOption(Markdown("Rome"), 100.0)])
GAPS = with_blanks(
    Question(Markdown("The ____ is ____.")),
    [[QuizOption(Markdown(each), 100.0)] for each in ("river", "deep")],
)
PAIRS = with_pairs(
    Question(Markdown("Match.")), [(Markdown("one"), Markdown("eins")), (Markdown("two"), Markdown("zwei"))]
)
QUIZ = Quiz("Carol", (CHOICE, TYPED, GAPS, PAIRS, Question(Markdown("Why?"))), (QuizPicture("map.png", PNG),))


def written(quiz: Quiz = QUIZ) -> bytes:
    assert ANKI.write is not None
    return ANKI.write(quiz).data


def rows(data: bytes, query: str) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive, closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(archive.read("collection.anki2"))
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return base.execute(query).fetchall()


@pytest.mark.parametrize("name", ["anki", "quizlet"])
@given(quiz=quizzes())
@settings(deadline=None, max_examples=30)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(name: str, quiz: Quiz) -> None:
    single = tuple(
        question for question in quiz.questions if question.type != "matching"
    )  # these are a card a pair
    if single:
        assert_round_trip(format_called(name), replace(quiz, questions=single))


def test_a_package_has_a_note_for_each_question_and_each_pair() -> None:
    found = rows(written(), "SELECT guid, tags, flds FROM notes")
    assert {row[0] for row in found} >= {"q-1"}
    assert len(found) == 5
    first = next(row for row in found if row[0] == "q-1")
    assert first[1] == " night "
    assert str(first[2]).split("\x1f") == [
        'Who?<ol type="A"><li>The sentry</li><li>a &lt; b</li></ol>',
        "The sentry",
        "He <em>must</em>.",
    ]


def test_gaps_have_a_card_each() -> None:
    assert rows(
        written(), "SELECT ord FROM cards JOIN notes ON nid = notes.id WHERE flds LIKE '%c2::%' ORDER BY ord"
    ) == [
        (0,),
        (1,),
    ]


def test_pictures_are_stored_under_numbers_with_their_names() -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        assert json.loads(archive.read("media")) == {"0": "map.png"}
        assert archive.read("0") == PNG
    assert ANKI.read is not None
    back = ANKI.read("d.apkg", written()).found
    assert [picture.data for picture in back.pictures] == [PNG]
    assert back.title == "Carol"


def test_a_question_changes_its_card_and_gets_no_second() -> None:
    changed = replace(CHOICE, prompt=Markdown("Who waits?"))
    one, other = (
        rows(written(Quiz("Carol", (each,))), "SELECT id, guid FROM notes") for each in (CHOICE, changed)
    )
    assert one == other


def test_the_same_quiz_makes_the_same_bytes() -> None:
    assert written() == written()


def test_a_package_of_the_newest_form_is_refused_with_a_way_out() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("collection.anki21b", b"\x28\xb5\x2f\xfd")
        archive.writestr("collection.anki2", b"")
    assert ANKI.read is not None
    with pytest.raises(FaultsFound, match='Tick "Support older Anki versions"'):
        ANKI.read("d.apkg", out.getvalue())


@pytest.mark.parametrize(
    "change",
    [
        (
            "DROP TABLE notes; CREATE VIEW NOTES AS WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) "
            "SELECT x AS id, x AS guid, 1 AS mid, '' AS tags, 'a' AS flds FROM t"
        ),
        "ALTER TABLE notes ADD COLUMN more AS (hex(zeroblob(400000000)))",
        "DROP TABLE cards",
        "UPDATE col SET decks = '[]'",
        "UPDATE col SET models = '{\"1\": []}'",
        "UPDATE col SET models = '" + "[" * 100_000 + "'",
        "DELETE FROM col",
    ],
    ids=["endless", "computed", "missing", "decks", "kinds", "deep", "empty"],
)
def test_a_collection_that_would_count_without_end_or_lacks_its_parts_is_refused(change: str) -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as archive, closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(archive.read("collection.anki2"))
        base.executescript(change)
        data = base.serialize()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", data)
    assert ANKI.read is not None
    with pytest.raises(FaultsFound, match=r"The cards of d\.apkg cannot be read"):
        ANKI.read("d.apkg", out.getvalue())


def test_a_collection_that_is_none_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("collection.anki2", b"SQLite format 3\0 and no more")
    assert ANKI.read is not None
    with pytest.raises(FaultsFound, match=r"The cards of d\.apkg cannot be read"):
        ANKI.read("d.apkg", out.getvalue())


@pytest.mark.parametrize(
    "text",
    [
        "Where?\tRome\nWhy?\tHe must.\n",
        "#separator:Semicolon\n#html:true\n#deck:Carol\nWhere?;Rome\nWhy?;He must.\n",
        "Where? - Rome\nWhy? - He must.\n",
    ],
)
def test_cards_of_text_are_read_by_their_separator(text: str) -> None:
    assert QUIZLET.read is not None
    found = QUIZLET.read("cards.txt", text.encode()).found.questions
    assert [(each.prompt.source, each.answer[0].source) for each in found] == [
        ("Where?", "Rome"),
        ("Why?", "He must."),
    ]


def test_a_column_of_tags_is_no_back() -> None:
    assert QUIZLET.read is not None
    (found,) = QUIZLET.read("cards.txt", b"#tags column:3\nWhere?\tRome\tmap town\n").found.questions
    assert found.tags == ("map", "town")


def test_a_question_that_is_asked_twice_is_two_notes() -> None:
    once = with_texts(Question(Markdown("Who?")), [QuizOption(Markdown("I"), 100.0)])
    data = written(Quiz("Q", (once, once)))
    assert rows(data, "SELECT count(*), count(DISTINCT id), count(DISTINCT guid) FROM notes") == [(2, 2, 2)]

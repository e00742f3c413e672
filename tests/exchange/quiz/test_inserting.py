"""Questions go into a guide, and all else of it stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.quiz.inserting import gap_for

HEAD = "format: 1\ntitle: T\nauthor: A\noverview: O  # why\n"
OLD = "questions:\n  - prompt: Old?  # kept\n    answer: |\n      # no comment\n      Yes.\n"
NEW = "  - prompt: New?\n"


def put(text: str, entries: str = NEW) -> str:
    return gap_for(text, "guide.yaml").filled(entries)


def test_they_stand_behind_the_last_question() -> None:
    assert put(HEAD + OLD) == HEAD + OLD + NEW


def test_they_stand_before_the_next_key_and_its_comment() -> None:
    rest = "\n# Essays of the class\nessays:\n  - prompt: P\n"
    assert put(HEAD + OLD + rest) == HEAD + OLD + NEW + rest


def test_they_stand_before_the_end_of_the_document() -> None:
    assert put(f"{HEAD}{OLD}...\n") == f"{HEAD}{OLD}{NEW}...\n"


def test_a_guide_without_questions_gets_the_key_at_its_end() -> None:
    assert put(HEAD) == f"{HEAD}\nquestions:\n{NEW}"


def test_a_key_without_a_value_is_filled() -> None:
    assert put(f"{HEAD}questions:\nrelated: [x]\n") == f"{HEAD}questions:\n{NEW}related: [x]\n"


def test_an_empty_list_gives_way_and_the_comment_behind_it_stays() -> None:
    assert put(f"{HEAD}questions: []  # later\nrelated: [x]\n") == (
        f"{HEAD}questions:  # later\n{NEW}related: [x]\n"
    )


def test_a_last_line_without_its_end_gets_one() -> None:
    assert put((HEAD + OLD).rstrip("\n")) == HEAD + OLD + NEW


def test_lines_end_as_the_others_of_the_file_do() -> None:
    text = (HEAD + OLD).replace("\n", "\r\n")
    assert put(text) == text + NEW.replace("\n", "\r\n")


def test_dashes_at_the_left_edge_stay_there() -> None:
    text = f"{HEAD}questions:\n- prompt: Old?\n# the end\nrelated: [x]\n"
    gap = gap_for(text, "guide.yaml")
    assert gap.indent == ""
    assert gap.filled("- prompt: New?\n") == text.replace("Old?\n", "Old?\n- prompt: New?\n")


@pytest.mark.parametrize(
    "text", [f"{HEAD}questions: [{{prompt: Old?}}]\n", "{format: 1, title: T}\n", f"{HEAD}...\n"]
)
def test_where_there_is_no_room_for_lines_it_is_said(text: str) -> None:
    with pytest.raises(FaultsFound, match=r"guide\.yaml:\d+:1: error: "):
        put(text)


def test_what_would_change_the_guide_is_refused() -> None:
    with pytest.raises(FaultsFound, match="without changing it"):
        put(HEAD + OLD, "title: Another\n")


def test_every_stock_guide_has_room() -> None:
    for path in sorted((Path(__file__).parents[3] / "guides").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        gap = gap_for(text, path.name)
        made = gap.filled(f"{gap.indent}- prompt: New?\n")
        assert made.replace(f"{gap.indent}- prompt: New?\n", "", 1).rstrip() in {
            text.rstrip(),
            f"{text.rstrip()}\n\nquestions:",
        }


def test_an_anchor_beside_the_key_does_not_move_the_dashes() -> None:
    old = OLD.replace("questions:", "questions: &asked")
    assert put(HEAD + old) == HEAD + old + NEW

"""The command `quiz`: files whole or none, a report for each, one sentence where it cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guidepress.cli import main
from guidepress.guide import load_guide

GUIDE = """\
format: 1
title: T
author: A
overview: O
questions:
  - {prompt: "Who?", type: multiple_choice, choices: [I, you], answer: A, use: quiz}
  - {prompt: Order., type: ordering, choices: [one, two, three], use: exam}
"""


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    path = tmp_path / "guide.yaml"
    path.write_text(GUIDE, encoding="utf-8")
    return path


def test_several_formats_go_into_a_folder_each_with_its_losses(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = guide.parent / "out"
    assert main(["quiz", str(guide), "--to", "gift", "--to", "moodle", "-o", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(each["format"], each["questions"]) for each in told["files"]] == [("gift", 1), ("moodle", 2)]
    assert [loss["why"] for loss in told["files"][0]["losses"]] == ["GIFT has no ordering"]
    assert sorted(path.name for path in out.iterdir()) == ["guide-gift.gift", "guide-moodle.xml"]


def test_the_report_names_what_is_left_out(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quiz", str(guide), "--to", "gift", "-o", str(guide.parent / "q.gift")]) == 0
    said = capsys.readouterr().out
    assert "1 question of 2 for GIFT" in said
    assert "question 2  ordering (GIFT has no ordering)" in said


def test_questions_can_be_asked_for_by_their_use(guide: Path) -> None:
    assert (
        main(["quiz", str(guide), "--to", "aiken", "--use", "quiz", "-o", str(guide.parent / "q.txt")]) == 0
    )
    assert (guide.parent / "q.txt").read_text(encoding="utf-8") == "Who?\nA. I\nB. you\nANSWER: A\n"


def test_a_file_of_questions_is_converted(guide: Path) -> None:
    bank, made = guide.parent / "bank.gift", guide.parent / "bank.xml"
    bank.write_text("Who? {=I ~you}\n", encoding="utf-8")
    assert main(["quiz", str(bank), "--to", "moodle", "-o", str(made)]) == 0
    assert '<question type="multichoice">' in made.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--to", "word"], 2, "is one of"),
        (
            ["--to", "aiken", "--use", "exam"],
            1,
            "None of the questions can go into Aiken: Aiken has choices alone.",
        ),
        (["--to", "gift", "--use", "discussion"], 1, 'There is no question of that kind in "T".'),
        (["--to", "gift", "-o", "{guide}"], 1, "is the file that is read"),
        (["--to", "gift", "-o", "-"], 2, "--output - is no name for GIFT; let it end with .gift or .txt"),
        (
            ["--to", "kahoot", "-o", "out.pdf"],
            2,
            "--output out.pdf is no name for Kahoot; let it end with .xlsx",
        ),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_written(
    guide: Path, capsys: pytest.CaptureFixture[str], words: list[str], status: int, said: str
) -> None:
    asked = [word.format(guide=guide) for word in words]
    output = [] if "-o" in asked else ["-o", str(guide.parent / "out.txt")]
    assert main(["quiz", str(guide), *asked, *output]) == status
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in guide.parent.iterdir()) == ["guide.yaml"]
    assert guide.read_text(encoding="utf-8") == GUIDE


def test_a_file_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(b"\x00\x01")
    assert main(["quiz", str(path), "--to", "gift", "-o", str(tmp_path / "q.gift")]) == 1
    assert "is of no format of questions that guidepress knows" in capsys.readouterr().err


def test_one_line_of_the_report_names_every_question_that_loses_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bank = tmp_path / "bank.gift"
    bank.write_text("One? {}\n\nTwo? {=a ~b}\n\nThree? {}\n", encoding="utf-8")
    assert main(["quiz", str(bank), "--to", "aiken", "-o", str(tmp_path / "q.txt")]) == 0
    assert "question 1  long answer (Aiken has choices alone; so too question 3)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "uses", "said"),
    [
        ([], ("quiz",), '2 of them said no use, and got "use: [quiz]"; --use says another.'),
        (["--use", "exam", "--use", "discussion"], ("exam", "discussion"), '"use: [exam, discussion]"'),
    ],
)
def test_questions_that_say_no_use_get_one_since_no_layout_would_print_them(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    more: list[str],
    uses: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("Week 3.gift").write_text(
        "Who lies? {=Vera ~Framton}\n\nWho runs? {~Vera =Framton}\n", encoding="utf-8"
    )
    assert main(["import", "Week 3.gift", *more]) == 0
    assert said in capsys.readouterr().out
    made = load_guide("week-3.yaml")
    assert [each.use for each in made.questions] == [uses, uses]
    assert main(["import", "Week 3.gift", "--into", "week-3.yaml", *more]) == 0
    assert load_guide("week-3.yaml").questions == made.questions  # both are there already

"""Questions of a file in a guide: the loader reads them back, and what it would refuse stands there as a comment."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import without

from guidepress import load_guide
from guidepress.base.record import fields
from guidepress.cli import main
from guidepress.exchange.quiz.importing import entered
from guidepress.exchange.quiz.inserting import gap_for
from guidepress.exchange.quiz.model import Quiz
from guidepress.exchange.quiz.picking import quiz_of
from guidepress.exchange.report import Imported
from guidepress.guide.model import BlankRule, Markdown, Question

GUIDE = "format: 1\ntitle: T\nauthor: A\noverview: O\n"
GIFT = """\
// [id:x1]
Who waits? {=The sentry#Yes. ~The moon}

Same? {=a ~a}

Read this first.

[html]See <img src\\="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"> {}
"""


@given(quizzes())
@settings(deadline=None, max_examples=30)
def test_what_is_written_as_yaml_is_loaded_as_it_was(quiz: Quiz) -> None:
    made = entered(Imported(quiz), gap_for(GUIDE, "guide"), 0)
    assert made.kept_out == ()
    back = quiz_of(load_guide(made.text.encode())).questions
    for question, found in zip(quiz.questions, back, strict=True):
        assert plain(found) == plain(question)


def plain(question: Question) -> dict[str, object]:
    """What a question says, its texts without their places."""
    return {key: lay(value) for key, value in without(question, [], like=question).items()}


def lay(value: object) -> object:
    if isinstance(value, Markdown):
        return value.source
    if isinstance(value, BlankRule):
        return [lay(getattr(value, field.name)) for field in fields(value) if field.name != "span"]
    if isinstance(value, tuple):
        return [lay(each) for each in value]
    return {key: lay(each) for key, each in value.items()} if isinstance(value, dict) else value


def test_a_file_goes_into_a_guide_once_and_ids_that_are_taken_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide, bank = tmp_path / "guide.yaml", tmp_path / "bank.gift"
    guide.write_text(GUIDE, encoding="utf-8")
    bank.write_text(GIFT, encoding="utf-8")
    assert main(["import", str(bank), "--into", str(guide)]) == 0
    loaded = load_guide(guide)
    assert [question.type for question in loaded.questions] == ["multiple_choice", "long_answer"]
    assert loaded.questions[0].id == "x1"
    text = guide.read_text(encoding="utf-8")
    assert text.startswith(GUIDE)
    assert '# A guide cannot hold this question: Two choices read "a".' in text
    assert "  # - prompt: Same?\n" in text
    assert "# left out: Read this first. (line 6: it asks nothing)" in text
    assert (tmp_path / "guide-pictures").is_dir()
    capsys.readouterr()
    assert main(["import", str(bank), "--into", str(guide), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["questions"] == 0
    assert [loss["why"] for loss in told["losses"]].count("the guide asks it already") == 2
    assert guide.read_text(encoding="utf-8") == text
    bank.write_text("// [id:x1]\nWho else? {=The sentry ~The moon}\n", encoding="utf-8")
    assert main(["import", str(bank), "--into", str(guide), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert 'The id "question x1" is taken' in told["losses"][0]["why"]


def test_a_file_by_itself_becomes_a_guide_that_loads(tmp_path: Path) -> None:
    bank = tmp_path / "bank.gift"
    bank.write_text(GIFT, encoding="utf-8")
    assert main(["import", str(bank), "-o", str(tmp_path / "new.yaml")]) == 0
    assert len(load_guide(tmp_path / "new.yaml").questions) == 2


def test_a_fault_leaves_the_guide_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide, bank = tmp_path / "guide.yaml", tmp_path / "bank.gift"
    guide.write_text(f"{GUIDE}questions: [{{prompt: Old?}}]\n", encoding="utf-8")
    bank.write_text(GIFT, encoding="utf-8")
    before = guide.read_bytes()
    assert main(["import", str(bank), "--into", str(guide)]) == 1
    assert guide.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bank.gift", "guide.yaml"]
    assert "guide.yaml:5:1: error: The questions of this guide" in capsys.readouterr().err


def test_what_is_put_in_twice_stands_there_once_and_it_is_said() -> None:
    same = Question(
        Markdown("Same?"), "multiple_choice", choices=(Markdown("a"), Markdown("a")), answer=(Markdown("A"),)
    )
    two = Quiz("Q", (Question(Markdown("Who?"), answer=(Markdown("I"),)), same))
    once = entered(Imported(two), gap_for(GUIDE, "guide"), 0)
    assert (once.count, len(once.kept_out)) == (1, 1)  # two choices that read alike are kept as a comment
    again = entered(Imported(two), gap_for(once.text, "guide"), 0)
    assert again.text == once.text
    assert (again.count, [loss.why for loss in again.kept_out][:1]) == (0, ["the guide asks it already"])


def test_a_question_whose_owner_gave_it_points_is_still_the_same_and_another_answer_is_not() -> None:
    def asked(answer: str) -> Imported[Quiz]:
        return Imported(Quiz("Q", (Question(Markdown("Who?"), answer=(Markdown(answer),)),)))

    text = entered(asked("I"), gap_for(GUIDE, "guide"), 0).text.rstrip() + "\n    points: 2\n"
    assert entered(asked("I"), gap_for(text, "guide"), 0).text == text
    assert entered(asked("You"), gap_for(text, "guide"), 0).count == 1


HOTSPOT = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="h" title="Edinburgh">
<responseDeclaration identifier="R" cardinality="single" baseType="identifier"/>
<itemBody><hotspotInteraction responseIdentifier="R" maxChoices="1"><prompt>Point at the castle.</prompt>
<object type="image/png" data="map.png" width="9" height="9"/>
<hotspotChoice identifier="A" shape="circle" coords="1,1,1"/></hotspotInteraction></itemBody></assessmentItem>
"""


@pytest.mark.parametrize(
    ("name", "text", "said", "why"),
    [
        ("map.xml", HOTSPOT, "A guide can hold no question of", "a place in a picture is clicked on"),
        ("twins.gift", "::x:: Which? {=a ~a}\n", "A guide can hold none", 'Two choices read "a".'),
    ],
)
def test_a_file_of_which_a_guide_can_hold_nothing_says_why_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, said: str, why: str
) -> None:
    bank, guide = tmp_path / name, tmp_path / "new.yaml"
    bank.write_text(text, encoding="utf-8")
    assert main(["import", str(bank), "-o", str(guide)]) == 1
    found = capsys.readouterr().err
    assert said in found
    assert why in found
    assert not guide.exists()

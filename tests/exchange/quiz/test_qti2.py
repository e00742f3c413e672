"""QTI 2.1, 2.2 and 3.0: what is written comes back, and items of others are read."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from lxml import etree
from tests.exchange.doors.test_archives import packed
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.record import replace
from guidepress.exchange.quiz.asked import with_blanks, with_choices, with_numbers, with_truth
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.model import Quiz, QuizPicture
from guidepress.exchange.quiz.options import QuizOption
from guidepress.exchange.report import Imported
from guidepress.guide.model import Markdown, Question

VERSIONS = ("qti21", "qti22", "qti30")
PNG = b"\x89PNG\r\n\x1a\n not much of a picture"


def files(name: str, quiz: Quiz) -> dict[str, bytes]:
    write = format_called(name).write
    assert write is not None
    with zipfile.ZipFile(io.BytesIO(write(quiz).data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def back(name: str, quiz: Quiz) -> Quiz:
    form = format_called(name)
    assert form.write is not None
    assert form.read is not None
    return form.read("q.zip", form.write(quiz).data).found


def read(body: str, declared: str = "", after: str = "", extra: str = "") -> Imported[Quiz]:
    item = (
        '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i1" title="One" '
        f'adaptive="false" timeDependent="false"{extra}>{declared}<itemBody>{body}</itemBody>{after}</assessmentItem>'
    )
    form = format_called("qti21")
    assert form.read is not None
    assert form.fits("item.xml", item.encode())
    return form.read("item.xml", item.encode())


def declared(*right: str, kind: str = "identifier", cardinality: str = "single", mapping: str = "") -> str:
    values = "".join(f"<value>{each}</value>" for each in right)
    return (
        f'<responseDeclaration identifier="R" cardinality="{cardinality}" baseType="{kind}">'
        f"<correctResponse>{values}</correctResponse>{mapping}</responseDeclaration>"
    )


def choices(*names: str, kind: str = "simpleChoice") -> str:
    return "".join(f'<{kind} identifier="{name}" matchMax="1">{name.lower()}</{kind}>' for name in names)


@pytest.mark.parametrize("name", VERSIONS)
@given(quiz=quizzes())
@settings(deadline=None, max_examples=40)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(name: str, quiz: Quiz) -> None:
    assert_round_trip(format_called(name), quiz)


@pytest.mark.parametrize("name", VERSIONS)
def test_all_that_blanks_can_say_comes_back(name: str) -> None:
    gaps = [
        [QuizOption(Markdown("grave"), 100.0, Markdown("Yes.")), QuizOption(Markdown("tomb"), 50.0)],
        [QuizOption(Markdown("1843"), 100.0, None, 2.0)],
        [QuizOption(Markdown("dead"), 100.0), QuizOption(Markdown("alive"), 0.0, Markdown("Look again."))],
    ]
    asked = with_blanks(
        Question(Markdown("A ____ of ____ for the ____."), id="b"), gaps, (1.0, 2.0, 1.0), "exact"
    )
    (found,) = back(name, Quiz("Q", (asked,))).questions
    assert found == asked


@pytest.mark.parametrize("name", VERSIONS)
def test_notes_lines_order_and_pins_come_back(name: str) -> None:
    essay = Question(
        Markdown("Why?"), type="long_answer", id="e", lines=7, answer=(Markdown("Because."),),
        teacher_note=Markdown("Ask *twice*."), points=5.0,
    )  # fmt: skip
    options = [QuizOption(Markdown(text), 100.0 * (text == "b")) for text in "abc"]
    kept = replace(with_choices(Question(Markdown("Which?"), id="k"), options, single=True), keep_order=True)
    pinned = replace(kept, id="p", keep_order=False, pinned=(Markdown("C"),), fixed=(2,))
    short = Question(Markdown("Who?"), type="short_answer", id="s", answer=(Markdown("Marley"),))
    quiz = Quiz("Q", (essay, kept, pinned, short))
    assert back(name, quiz).questions == quiz.questions


@pytest.mark.parametrize("name", VERSIONS)
def test_folders_are_sections_and_the_order_stays(name: str) -> None:
    folder = ("Stave one", "Stave one/Marley", "", "Stave one")
    quiz = Quiz(
        "Carol",
        tuple(
            Question(Markdown(f"{n}?"), type="long_answer", id=f"q{n}", category=each)
            for n, each in enumerate(folder)
        ),
    )
    found = back(name, quiz)
    assert found.title == "Carol"
    assert [(each.id, each.category) for each in found.questions] == [
        (f"q{n}", each) for n, each in enumerate(folder)
    ]


@pytest.mark.parametrize("name", VERSIONS)
def test_pictures_lie_beside_the_items_and_come_back(name: str) -> None:
    quiz = Quiz(
        "Q",
        (Question(Markdown("Who? ![a ghost](pictures/ghost.png)"), type="long_answer", id="g"),),
        (QuizPicture("pictures/ghost.png", PNG),),
    )
    made = files(name, quiz)
    assert made["images/ghost.png"] == PNG
    assert b'<file href="images/ghost.png"/>' in made["imsmanifest.xml"]
    assert back(name, quiz) == quiz


def test_ids_that_xml_does_not_allow_are_labels_and_twins_get_numbers() -> None:
    quiz = Quiz(
        "Q", tuple(Question(Markdown("Why?"), type="long_answer", id=name) for name in ("1 é", "a", "A"))
    )
    made = files("qti21", quiz)
    items = [
        etree.fromstring(data) for name, data in made.items() if name.endswith(".xml") and name[0] in "qaA"
    ]
    # sha256 of "1 é" begins with these figures.
    assert [item.get("identifier") for item in items] == ["q_1___adaf3105", "a", "A-2"]
    assert [item.get("label") for item in items] == ["1 é", None, "A"]
    assert [each.id for each in back("qti21", quiz).questions] == ["1 é", "a", "A"]


def test_true_and_false_are_said_in_the_language_of_the_quiz() -> None:
    quiz = Quiz("Q", (with_truth(Question(Markdown("Er ist tot."), id="t"), truth=True),), language="de")
    assert b'identifier="true">Richtig<' in files("qti22", quiz)["t.xml"]
    assert back("qti22", quiz).questions[0].truth is True


def test_version_3_spells_its_names_its_own_way() -> None:
    quiz = Quiz(
        "Q",
        (
            with_numbers(
                Question(Markdown("When?"), id="n"), [QuizOption(Markdown("1843"), 100.0, None, 2.0)]
            ),
        ),
    )
    text = files("qti30", quiz)["n.xml"].decode()
    assert '<qti-text-entry-interaction response-identifier="RESPONSE"' in text
    assert '<qti-equal tolerance-mode="absolute" tolerance="2 2">' in text
    tags = {str(each.tag).rpartition("}")[2] for each in etree.fromstring(text.encode()).iter()}
    assert {tag for tag in tags if not tag.startswith("qti-")} == {"p"}


def test_an_item_that_asks_several_things_is_several_questions() -> None:
    body = (
        "<p>Both.</p>"
        f'<choiceInteraction responseIdentifier="R" shuffle="true" maxChoices="1">{choices("A", "B")}</choiceInteraction>'
        '<extendedTextInteraction responseIdentifier="S"><prompt>Why?</prompt></extendedTextInteraction>'
    )
    found = read(body, declared("B"))
    assert [each.type for each in found.found.questions] == ["multiple_choice", "long_answer"]
    assert [guess.value for guess in found.guesses] == ["2 questions, each with the whole text"] * 2


def test_words_to_drag_into_gaps_are_menus() -> None:
    body = (
        f'<gapMatchInteraction responseIdentifier="R"><prompt>Fill.</prompt>{choices("W", "S", kind="gapText")}'
        '<p>the <gap identifier="G1"/> of</p></gapMatchInteraction>'
    )
    (question,) = read(body, declared("W G1", kind="directedPair", cardinality="multiple")).found.questions
    assert question.prompt == Markdown("Fill.\n\nthe ____ of")
    assert question.answer == (Markdown("w"),)
    assert question.blanks[0].wrong == (Markdown("s"),)


def test_pairs_of_one_list_are_matched_and_told() -> None:
    inside = choices("A", "B", "C", "D", "E", kind="simpleAssociableChoice")
    body = (
        f'<associateInteraction responseIdentifier="R"><prompt>Pair.</prompt>{inside}</associateInteraction>'
    )
    found = read(body, declared("A C", "D B", kind="pair", cardinality="multiple"))
    (question,) = found.found.questions
    assert question.pairs == ((Markdown("a"), Markdown("c")), (Markdown("d"), Markdown("b")))
    assert question.decoys == (Markdown("e"),)
    assert [guess.value for guess in found.guesses] == ["the first of each pair stands on the left"]


def test_a_mapping_scores_and_a_template_that_matches_leaves_it_aside() -> None:
    entries = '<mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="B" mappedValue="2"/>'
    mapping = f'<mapping defaultValue="0">{entries}</mapping>'
    body = f'<choiceInteraction responseIdentifier="R" shuffle="true" maxChoices="1">{choices("A", "B")}</choiceInteraction>'
    (scored,) = read(body, declared("B", mapping=mapping)).found.questions
    assert scored.weights == {"A": 50.0, "B": 100.0}
    template = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>'
    (matched,) = read(body, declared("B", mapping=mapping), template).found.questions
    assert matched.weights == {}


def test_conditions_say_who_is_told() -> None:
    after = (
        "<responseProcessing><responseCondition><responseIf><match><variable identifier='R'/><correct identifier='R'/>"
        "</match><setOutcomeValue identifier='F'><baseValue baseType='identifier'>x</baseValue></setOutcomeValue>"
        "</responseIf><responseElse><setOutcomeValue identifier='F'><baseValue baseType='identifier'>y</baseValue>"
        "</setOutcomeValue></responseElse></responseCondition></responseProcessing>"
    ) + "".join(
        f'<modalFeedback outcomeIdentifier="F" identifier="{name}" showHide="show">{name} said</modalFeedback>'
        for name in "xyz"
    )
    body = f'<choiceInteraction responseIdentifier="R" shuffle="true" maxChoices="1">{choices("A", "B")}</choiceInteraction>'
    found = read(body, declared("B"), after)
    assert found.found.questions[0].feedback == {"right": Markdown("x said"), "wrong": Markdown("y said")}
    assert [loss.what for loss in found.losses] == ['the feedback "z said"']


@pytest.mark.parametrize(
    ("tolerance", "off"),
    [
        ('toleranceMode="absolute" tolerance="1 3"', 3.0),
        ('toleranceMode="relative" tolerance="10"', 4.0),
        ("", 0.0),
    ],
)
def test_a_number_may_be_off(tolerance: str, off: float) -> None:
    after = (
        f'<responseProcessing><responseCondition><responseIf><equal {tolerance}><variable identifier="R"/>'
        '<baseValue baseType="float">40</baseValue></equal></responseIf></responseCondition></responseProcessing>'
    )
    body = '<p>How many?</p><p><textEntryInteraction responseIdentifier="R"/></p>'
    (question,) = read(body, declared("40", kind="float"), after).found.questions
    assert (question.answer, question.tolerance) == ((Markdown("40"),), (off,))


@pytest.mark.parametrize(
    ("body", "extra", "why"),
    [
        ('<uploadInteraction responseIdentifier="R"/>', "", "a file is handed in"),
        ('<hotspotInteraction responseIdentifier="R"/>', "", "a place in a picture is clicked on"),
        ("<p>Read.</p>", "", "it asks nothing"),
        ('<novelInteraction responseIdentifier="R"/>', "", "novelInteraction has no counterpart"),
    ],
)
def test_what_a_guide_cannot_ask_is_left_out_with_its_reason(body: str, extra: str, why: str) -> None:
    found = read(body, extra=extra)
    assert found.found.questions == ()
    assert [(loss.place, loss.why, loss.whole) for loss in found.losses] == [("item One", why, True)]


def test_an_item_whose_numbers_are_drawn_is_left_out() -> None:
    body = '<p><textEntryInteraction responseIdentifier="R"/></p>'
    assert (
        read(body, "<templateProcessing/>").losses[0].why
        == "its text or numbers are drawn anew for each pupil"
    )


def test_a_text_of_its_own_file_leads_the_question_and_one_that_is_missing_is_told() -> None:
    item = (
        '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="One">'
        '<qti-assessment-stimulus-ref identifier="s" href="../texts/s.xml"/>'
        '<qti-assessment-stimulus-ref identifier="t" href="t.xml"/><qti-item-body><p>Why?</p>'
        '<qti-extended-text-interaction response-identifier="R"/></qti-item-body></qti-assessment-item>'
    )
    stimulus = "<qti-assessment-stimulus><qti-stimulus-body><p>Marley was dead.</p></qti-stimulus-body></qti-assessment-stimulus>"
    read_it = format_called("qti30").read
    assert read_it is not None
    found = read_it("q.zip", packed({"items/i.xml": item.encode(), "texts/s.xml": stimulus.encode()}))
    assert [each.prompt for each in found.found.questions] == [Markdown("Marley was dead.\n\nWhy?")]
    assert [loss.what for loss in found.losses] == ["the text t.xml, which the item is about"]


def test_texts_about_all_questions_of_a_test_are_told() -> None:
    test = (
        '<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="Carol"><testPart>'
        '<assessmentSection title="S"><rubricBlock view="candidate"><p>Take your time.</p></rubricBlock>'
        '<assessmentItemRef href="i.xml"/></assessmentSection></testPart></assessmentTest>'
    )
    item = (
        '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="One"><itemBody><p>Why?</p>'
        '<extendedTextInteraction responseIdentifier="R"/></itemBody></assessmentItem>'
    )
    read_it = format_called("qti21").read
    assert read_it is not None
    found = read_it("q.zip", packed({"t.xml": test.encode(), "i.xml": item.encode()}))
    assert [(loss.place, loss.what) for loss in found.losses] == [
        ("test Carol", 'the text "Take your time." about all questions')
    ]

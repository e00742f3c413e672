"""Canvas: what it writes comes back, keeps its idents, and says what is lost; QTI 1.2 of others is read."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.quiz.asked import with_choices, with_numbers, with_order, with_texts
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.model import Quiz, QuizPicture
from guidepress.exchange.quiz.options import QuizOption
from guidepress.exchange.report import Imported
from guidepress.guide.model import Markdown, Question

CANVAS = format_called("canvas")
PNG = b"\x89PNG\r\n\x1a\n not much of a picture"
ITEMS = '<questestinterop><assessment title="A test"><section>{}</section></assessment></questestinterop>'


def files(quiz: Quiz) -> dict[str, str]:
    assert CANVAS.write is not None
    with zipfile.ZipFile(io.BytesIO(CANVAS.write(quiz).data)) as archive:
        return {name: archive.read(name).decode("latin-1") for name in archive.namelist()}


def read(items: str) -> Imported[Quiz]:
    assert CANVAS.read is not None
    return CANVAS.read("test.xml", ITEMS.format(items).encode())


def asked(item: str) -> Question:
    (question,) = read(item).found.questions
    return question


def item(kind: str, responses: str, rules: str = "", extra: str = "") -> str:
    return (
        f'<item ident="i1" title="One"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>'
        f"<fieldentry>{kind}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>"
        f"<presentation><material><mattext>What?</mattext></material>{responses}</presentation>"
        f"<resprocessing>{rules}</resprocessing>{extra}</item>"
    )


def labels(*texts: str) -> str:
    each = "".join(
        f'<response_label ident="{n}"><material><mattext>{text}</mattext></material></response_label>'
        for n, text in enumerate(texts, 1)
    )
    return f"<render_choice>{each}</render_choice>"


def scores(value: str, points: str = "100", *, response: str = "r", how: str = "varequal") -> str:
    return (
        f'<respcondition><conditionvar><{how} respident="{response}">{value}</{how}></conditionvar>'
        f'<setvar action="Add">{points}</setvar></respcondition>'
    )


@given(quizzes())
@settings(deadline=None, max_examples=30)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(quiz: Quiz) -> None:
    assert_round_trip(CANVAS, quiz)


def test_a_second_export_has_the_same_bytes_and_a_changed_text_keeps_its_idents() -> None:
    def said(text: str) -> Quiz:
        options = [QuizOption(Markdown("yes"), 100.0), QuizOption(Markdown("no"))]
        return Quiz("Carol", (with_choices(Question(Markdown(text), id="q-1"), options, single=True),))

    assert CANVAS.write is not None
    assert CANVAS.write(said("Is he dead?")).data == CANVAS.write(said("Is he dead?")).data
    before, after = files(said("Is he dead?")), files(said("Is Marley dead?"))
    assert before.keys() == after.keys()
    assert all('<item ident="q-1"' in each[name] for each in (before, after) for name in each if "/g" in name)


def test_an_ordering_is_left_out_with_its_reason() -> None:
    assert CANVAS.write is not None
    written = CANVAS.write(
        Quiz("Q", (with_order(Question(Markdown("Sort."), id="o"), [Markdown("a"), Markdown("b")]),))
    )
    (loss,) = written.losses
    assert (loss.place, loss.what, loss.why, loss.whole) == (
        "question 1 (o)", "ordering", "Canvas Classic has no ordering", True,
    )  # fmt: skip


def test_metadata_say_what_canvas_wants_and_capitals_are_a_loss() -> None:
    quiz = Quiz(
        "Q",
        (
            with_numbers(
                Question(Markdown("When?"), points=2), [QuizOption(Markdown("1843"), 100.0, None, 2.0)]
            ),
            with_texts(Question(Markdown("Who?")), [QuizOption(Markdown("Ali & Co"), 100.0)], "exact"),
        ),
    )
    assert CANVAS.write is not None
    (text,) = (text for name, text in files(quiz).items() if "/g" in name)
    assert "<fieldentry>numerical_question</fieldentry>" in text
    assert "<fieldlabel>points_possible</fieldlabel><fieldentry>2</fieldentry>" in text
    # 1843 off by 2 is 1841 to 1845.
    assert '<vargte respident="response1">1841</vargte><varlte respident="response1">1845</varlte>' in text
    assert '<varequal respident="response1">Ali &amp; Co</varequal>' in text
    assert [loss.what for loss in CANVAS.write(quiz).losses] == ["match"]


def test_a_picture_goes_along_and_comes_back() -> None:
    options = [QuizOption(Markdown("![a ghost](pictures/ghost.png)"), 100.0), QuizOption(Markdown("no"))]
    quiz = Quiz(
        "Q",
        (with_choices(Question(Markdown("Who?")), options, single=True),),
        (QuizPicture("pictures/ghost.png", PNG),),
    )
    assert files(quiz)["images/ghost.png"].encode("latin-1") == PNG
    assert CANVAS.write is not None
    assert CANVAS.read is not None
    back = CANVAS.read("q.zip", CANVAS.write(quiz).data).found
    assert back.pictures == (QuizPicture("pictures/ghost.png", PNG),)
    assert back.questions[0].choices[0] == Markdown("![a ghost](pictures/ghost.png)")


def test_a_picture_without_its_file_is_a_loss() -> None:
    quiz = Quiz("Q", (Question(Markdown("Who? ![a ghost](ghost.png)"), type="long_answer"),))
    assert CANVAS.write is not None
    assert [(loss.what, loss.why) for loss in CANVAS.write(quiz).losses] == [
        ("the picture ghost.png", "its file is not there")
    ]


def test_more_questions_than_canvas_imports_are_several_quizzes() -> None:
    quiz = Quiz("Q", tuple(Question(Markdown(f"Tell {n}."), type="long_answer") for n in range(501)))
    assert sum(name.endswith("assessment_meta.xml") for name in files(quiz)) == 2
    assert CANVAS.write is not None
    assert CANVAS.read is not None
    written = CANVAS.write(quiz)
    assert [loss.why for loss in written.losses] == ["Canvas hangs at 1,500 questions: it is 2 quizzes now"]
    assert len(CANVAS.read("q.zip", written.data).found.questions) == 501


@pytest.mark.parametrize(
    ("rules", "right", "weights"),
    [
        (scores("2"), (1,), {}),
        (scores("1", "5") + scores("2", "10"), (1,), {"A": 50.0, "B": 100.0, "C": 0.0}),
        (scores("2", "SCORE.max"), (1,), {}),
        ("", (), {}),
    ],
)
def test_a_choice_is_marked_as_a_platform_would(
    rules: str, right: tuple[int, ...], weights: dict[str, float]
) -> None:
    found = asked(item("", f'<response_lid ident="r">{labels("a", "b", "c")}</response_lid>', rules))
    assert (found.type, found.right, found.weights) == ("multiple_choice", right, weights)


def test_all_right_choices_in_one_rule_are_several_right_ones() -> None:
    rule = (
        '<respcondition><conditionvar><and><varequal respident="r">1</varequal><not><varequal respident="r">2'
        '</varequal></not><varequal respident="r">3</varequal></and></conditionvar><setvar>100</setvar></respcondition>'
    )
    found = asked(
        item(
            "",
            f'<response_lid ident="r" rcardinality="Multiple">{labels("a", "b", "c")}</response_lid>',
            rule,
        )
    )
    assert (found.right, found.weights) == ((0, 2), {})


def test_a_range_is_its_middle_and_half_its_width() -> None:
    rule = (
        '<respcondition><conditionvar><vargte respident="r">1</vargte><varlte respident="r">4</varlte></conditionvar>'
        "<setvar>100</setvar></respcondition>"
    )
    found = asked(item("numerical_question", '<response_str ident="r"><render_fib/></response_str>', rule))
    assert found.answer == (Markdown("2.5"),)
    assert found.tolerance == (1.5,)


def test_names_in_brackets_are_blanks_in_the_order_of_the_text() -> None:
    text = item(
        "multiple_dropdowns_question",
        f'<response_lid ident="response_b">{labels("x", "y")}</response_lid>'
        f'<response_lid ident="response_a">{labels("v", "w")}</response_lid>',
        scores("1", "50", response="response_a") + scores("2", "50", response="response_b"),
    ).replace("What?", "First [a], then [b].")
    found = asked(text)
    assert found.prompt == Markdown("First ____, then ____.")
    assert found.answer == (Markdown("v"), Markdown("y"))
    assert [rule.wrong for rule in found.blanks] == [(Markdown("w"),), (Markdown("x"),)]


def test_all_words_that_canvas_lists_for_a_blank_are_right() -> None:
    text = item(
        "fill_in_multiple_blanks_question",
        f'<response_lid ident="response_a">{labels("grave", "tomb")}</response_lid>',
        scores("1", response="response_a"),
    ).replace("What?", "A [a].")
    assert asked(text).blanks[0].accept == (Markdown("tomb"),)


def test_right_sides_that_none_asks_for_are_decoys() -> None:
    left = "<material><mattext>{}</mattext></material>"
    found = asked(
        item(
            "matching_question",
            "".join(
                f'<response_lid ident="r{n}">{left.format(text)}{labels("one", "two", "three")}</response_lid>'
                for n, text in enumerate("ab")
            ),
            scores("1", "50", response="r0") + scores("3", "50", response="r1"),
        )
    )
    assert found.pairs == ((Markdown("a"), Markdown("one")), (Markdown("b"), Markdown("three")))
    assert found.decoys == (Markdown("two"),)


def test_blackboards_right_sides_stand_apart() -> None:
    def flow(kind: str, inside: str) -> str:
        return f'<flow class="{kind}">{inside}</flow>'

    def words(text: str) -> str:
        return flow(
            "T",
            f"<material><mat_extension><mat_formattedtext>{text}</mat_formattedtext></mat_extension></material>",
        )

    rows = "".join(
        flow("Block", f'<response_lid ident="r{n}">{labels("", "")}</response_lid>{words(text)}')
        for n, text in enumerate("ab")
    )
    rights = "".join(flow("Block", words(text)) for text in ("one", "two"))
    said = (
        "<item><itemmetadata><bbmd_questiontype>Matching</bbmd_questiontype></itemmetadata><presentation>"
        f"{flow('QUESTION_BLOCK', words('Match.'))}{flow('RESPONSE_BLOCK', rows)}{flow('RIGHT_MATCH_BLOCK', rights)}"
        f"</presentation><resprocessing>{scores('2', response='r0')}{scores('1', response='r1')}</resprocessing></item>"
    )
    found = asked(said)
    assert found.prompt == Markdown("Match.")
    assert found.pairs == ((Markdown("a"), Markdown("two")), (Markdown("b"), Markdown("one")))


def test_feedback_goes_to_who_is_told_it() -> None:
    def fb(name: str) -> str:
        return (
            f'<itemfeedback ident="{name}"><material><mattext>{name} said</mattext></material></itemfeedback>'
        )

    rules = (
        '<respcondition><conditionvar><other/></conditionvar><displayfeedback linkrefid="general_fb"/></respcondition>'
        '<respcondition><conditionvar><varequal respident="r">2</varequal></conditionvar>'
        '<displayfeedback linkrefid="x"/></respcondition>'
    ) + scores("1").replace("</respcondition>", '<displayfeedback linkrefid="correct_fb"/></respcondition>')
    found = read(
        item(
            "multiple_choice_question",
            f'<response_lid ident="r">{labels("a", "b")}</response_lid>',
            rules,
            "".join(map(fb, ("general_fb", "x", "correct_fb", "nobody"))),
        )
    )
    (question,) = found.found.questions
    assert question.explanation == Markdown("general_fb said")
    assert question.feedback == {"right": Markdown("correct_fb said"), "B": Markdown("x said")}
    assert [(loss.what, loss.why) for loss in found.losses] == [
        ('the feedback "nobody said"', "the file does not say when it is shown")
    ]


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("calculated_question", "its numbers are drawn anew for each pupil"),
        ("text_only_question", "it asks nothing"),
        ("file_upload_question", "a file is handed in"),
        ("Likert", "it asks for an opinion, which has no right answer"),
    ],
)
def test_what_a_guide_cannot_ask_is_left_out_with_its_reason(kind: str, why: str) -> None:
    found = read(item(kind, f'<response_lid ident="r">{labels("a", "b")}</response_lid>'))
    assert found.found.questions == ()
    assert [(loss.place, loss.what, loss.why, loss.whole) for loss in found.losses] == [
        ("item 1 (One)", "What?", why, True)
    ]


def test_a_place_in_a_picture_is_no_choice() -> None:
    spots = labels("1,1,9,9", "20,1,9,9").replace("render_choice", "render_hotspot")
    found = read(item("", f'<response_lid ident="r">{spots}</response_lid>', scores("1")))
    assert [loss.why for loss in found.losses] == ["a place in a picture is clicked on"]


def test_a_choice_that_was_a_picture_which_is_not_there_goes_by_its_name() -> None:
    choices = labels("a", "b").replace("<mattext>a</mattext>", '<matimage uri="folder/sign.gif"/>')
    found = read(item("", f'<response_lid ident="r">{choices}</response_lid>', scores("1")))
    assert found.found.questions[0].choices == (Markdown("sign.gif"), Markdown("b"))
    assert [loss.what for loss in found.losses] == ["the picture folder/sign.gif"]


def test_feedback_to_a_pair_that_was_not_made_is_not_told_to_all_wrong_ones() -> None:
    left = "<material><mattext>{}</mattext></material>"
    responses = "".join(
        f'<response_lid ident="r{n}">{left.format(n)}{labels("one", "two")}</response_lid>' for n in (1, 2)
    )
    miss = (
        '<respcondition><conditionvar><not><varequal respident="r1">1</varequal></not></conditionvar>'
        '<displayfeedback linkrefid="x"/></respcondition>'
    )
    said = '<itemfeedback ident="x"><material><mattext>Not two.</mattext></material></itemfeedback>'
    rules = miss + scores("1", "50", response="r1") + scores("2", "50", response="r2")
    found = read(item("matching_question", responses, rules, said))
    assert found.found.questions[0].feedback == {}
    assert [loss.what for loss in found.losses] == ['the feedback "Not two."']


def test_a_file_without_questions_or_of_another_kind_is_refused() -> None:
    with pytest.raises(FaultsFound, match=r"test\.xml:1:1: error: There is no question in test\.xml\."):
        read("")
    assert CANVAS.read is not None
    with pytest.raises(
        FaultsFound, match=r"q\.zip is a PDF, not a QTI file, a QTI package or a Common Cartridge"
    ):
        CANVAS.read("q.zip", b"%PDF-1.7")


def test_a_broken_file_of_a_package_is_a_loss_and_the_others_are_read() -> None:
    good = ITEMS.format(item("essay_question", '<response_str ident="r"><render_fib/></response_str>'))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a/good.xml", good)
        archive.writestr("b/bad.xml", "<questestinterop><item></questestinterop>")
    assert CANVAS.read is not None
    found = CANVAS.read("q.zip", out.getvalue())
    assert len(found.found.questions) == 1
    (loss,) = found.losses
    assert loss.place == "q.zip/b/bad.xml:1:42"
    assert loss.what == "a file of questions"


def test_the_format_is_known_by_what_a_file_holds() -> None:
    assert CANVAS.fits("x.txt", ITEMS.format("").encode())
    assert not CANVAS.fits("x.xml", b"<quiz><question/></quiz>")
    assert CANVAS.write is not None
    assert CANVAS.fits("x", CANVAS.write(Quiz("Q", ())).data)


def test_a_question_that_stands_twice_is_written_once_and_said() -> None:
    one, other = (Question(Markdown(text), type="long_answer") for text in ("Why?", "How?"))
    assert CANVAS.write is not None
    quiz = Quiz("Carol", (one, other, one))
    made = CANVAS.write(quiz)
    twice = [loss for loss in made.losses if loss.whole]
    assert [(loss.what, "stands twice" in loss.why) for loss in twice] == [("long answer", True)]
    (items,) = (text for name, text in files(quiz).items() if text.count("<item ident"))
    assert items.count("<item ident") == 2

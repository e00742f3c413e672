"""Questions to exchange: shapes by hand, and random ones that say all that a question can say."""

from __future__ import annotations

from hypothesis import strategies as st

from guidepress.base.record import replace
from guidepress.exchange.quiz.asked import (
    with_blanks,
    with_choices,
    with_numbers,
    with_order,
    with_pairs,
    with_texts,
    with_truth,
)
from guidepress.exchange.quiz.model import Quiz
from guidepress.exchange.quiz.options import QuizOption
from guidepress.guide.model import Markdown, Question

WORD = st.text("abcdefghijklmnopqrstuvwxyzäéßжあ", min_size=1, max_size=8)
SIGNS = st.sampled_from(
    ["", "", "", "=", "#", "~", "{", "}", ":", "\\", "%", "->", "&", ";", "/", "|", '"', "'", "$"]
)
"""Among words, each by itself; a backslash before a space is one in Markdown too."""


@st.composite
def words(draw: st.DrawFn, most: int = 5) -> Markdown:
    """Words and signs without markup, as Markdown has them."""
    pieces = []
    for word in draw(st.lists(WORD, min_size=1, max_size=most)):
        sign = draw(SIGNS)
        pieces += [word, sign] if sign else [word]
    pieces.append(draw(WORD))
    return Markdown(" ".join(pieces))


@st.composite
def rich(draw: st.DrawFn) -> Markdown:
    """Words, with emphasis, a link or a second paragraph now and then."""
    text = draw(words()).source
    kind = draw(st.integers(0, 6))
    if kind == 1:
        text += f" *{draw(WORD)}*"
    elif kind == 2:
        text += f" **{draw(WORD)} {draw(WORD)}** {draw(WORD)}"
    elif kind == 3:
        text += f" [{draw(WORD)}](https://example.org/{draw(st.integers(1, 9))})"
    elif kind == 4:
        text += f"\n\n{draw(words()).source}"
    elif kind == 5:
        text += f"\n\n- {draw(WORD)}\n- {draw(WORD)}"
    return Markdown(text)


def maybe(strategy: st.SearchStrategy[Markdown]) -> st.SearchStrategy[Markdown | None]:
    return st.none() | strategy


@st.composite
def distinct(draw: st.DrawFn, least: int, most: int, texts: st.SearchStrategy[Markdown]) -> list[Markdown]:
    """Texts that differ, however they are folded."""
    return draw(
        st.lists(
            texts,
            min_size=least,
            max_size=most,
            unique_by=lambda each: " ".join(each.source.split()).casefold(),
        )
    )


@st.composite
def base(draw: st.DrawFn, number: int) -> Question:
    """What any type has; the prompt begins with its number, so that no two are alike."""
    tags = draw(st.lists(WORD, max_size=2, unique=True))
    return Question(
        Markdown(f"Number {number} {draw(rich()).source}"),
        explanation=draw(maybe(rich())),
        id=f"q-{number}" if draw(st.booleans()) else "",
        tags=tuple(tags),
        category="/".join(draw(st.lists(WORD, max_size=2))),
        level=draw(st.sampled_from(["", "core", "stretch"])),
        use=draw(st.sampled_from([(), ("quiz",), ("quiz", "exam")])),
        points=draw(st.sampled_from([None, 1.0, 2.0, 0.5])),
    )


@st.composite
def options(draw: st.DrawFn, *, plain: bool) -> list[QuizOption]:
    texts = draw(distinct(2, 5, words() if plain else rich()))
    return [QuizOption(text, 0.0, draw(maybe(words()))) for text in texts]


@st.composite
def one_right(draw: st.DrawFn, asked: Question) -> Question:
    given = draw(options(plain=False))
    right = draw(st.integers(0, len(given) - 1))
    weighed = [replace(each, weight=100.0 * (index == right)) for index, each in enumerate(given)]
    return with_choices(asked, weighed, single=True)


@st.composite
def several_right(draw: st.DrawFn, asked: Question) -> Question:
    given = draw(options(plain=False))
    rest = draw(st.sampled_from([0.0, -50.0]))
    weights = [*draw(st.sampled_from([(50.0, 50.0), (60.0, 40.0)])), *[rest] * (len(given) - 2)]
    weighed = [replace(each, weight=weight) for each, weight in zip(given, weights, strict=True)]
    return with_choices(asked, weighed, single=False)


@st.composite
def statement(draw: st.DrawFn, asked: Question) -> Question:
    true, false = draw(maybe(words())), draw(maybe(words()))
    return with_truth(asked, truth=draw(st.booleans()), true_feedback=true, false_feedback=false)


@st.composite
def worded(draw: st.DrawFn, asked: Question) -> Question:
    texts = draw(distinct(1, 3, words(2)))
    given = [
        QuizOption(text, 50.0 if index else 100.0, draw(maybe(words()))) for index, text in enumerate(texts)
    ]
    return with_texts(asked, given, draw(st.sampled_from(["any_case", "exact"])))


@st.composite
def counted(draw: st.DrawFn, asked: Question) -> Question:
    numbers = draw(st.lists(st.integers(-50, 2000), min_size=1, max_size=2, unique=True))
    off = draw(st.sampled_from([0.0, 0.5, 3.0]))
    return with_numbers(asked, [QuizOption(Markdown(str(each)), 100.0, None, off) for each in numbers])


@st.composite
def paired(draw: st.DrawFn, asked: Question) -> Question:
    lefts, rights = draw(distinct(2, 4, words(2))), draw(distinct(5, 5, words(2)))
    return with_pairs(
        asked, list(zip(lefts, rights, strict=False)), rights[4:] if draw(st.booleans()) else ()
    )


@st.composite
def ordered(draw: st.DrawFn, asked: Question) -> Question:
    return with_order(asked, draw(distinct(3, 5, words(3))))


@st.composite
def blanked(draw: st.DrawFn, asked: Question) -> Question:
    return _blanked(asked, draw(distinct(1, 3, words(1))), one=draw(st.booleans()))


def essay(asked: Question) -> st.SearchStrategy[Question]:
    return st.just(replace(asked, type="long_answer"))


TYPES = (one_right, several_right, statement, worded, counted, paired, ordered, blanked, essay)


@st.composite
def questions(draw: st.DrawFn, number: int) -> Question:
    """A question of any type."""
    return draw(draw(st.sampled_from(TYPES))(draw(base(number))))


def _blanked(asked: Question, texts: list[Markdown], *, one: bool) -> Question:
    """One blank for which any of the texts is right, or a blank for each."""
    count = 1 if one else len(texts)
    options = [QuizOption(text, 100.0) for text in texts]
    gaps = [options] if one else [[each] for each in options]
    prompt = " and ".join(["____"] * count)
    return with_blanks(
        replace(asked, prompt=Markdown(f"{asked.prompt.source.partition(chr(10))[0]} {prompt} end")), gaps
    )


@st.composite
def quizzes(draw: st.DrawFn) -> Quiz:
    """A quiz of a few questions."""
    count = draw(st.integers(1, 4))
    return Quiz("A quiz", tuple(draw(questions(number)) for number in range(1, count + 1)))

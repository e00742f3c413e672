"""Whatever a guide holds, it is composed: no error, no heading without content, no link without an end."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.compose.outline import outline, texts
from tests.composing import compose
from tests.examples import so_many

from guidepress.guide.model import (
    Activity,
    Background,
    Beat,
    Character,
    Credits,
    Essay,
    Event,
    Guide,
    Markdown,
    Part,
    Person,
    Question,
    Quote,
    Reading,
    Relation,
    Symbol,
    Term,
    Theme,
    Unit,
    VocabularyWord,
    Work,
)
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.layout.model import Layout

T = TypeVar("T")

LAYOUTS: dict[str, Layout] = {name: load_layout(name) for name in ("study-guide", "handout")}

lines = st.text(
    st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x24F), min_size=1, max_size=40
).map(lambda text: text.strip() or "x")
short = st.one_of(st.just(""), lines)
fields = st.lists(lines, min_size=1, max_size=3).map(lambda parts: Markdown("\n\n".join(parts)))
some = st.one_of(st.none(), fields)


def many(strategy: st.SearchStrategy[T], most: int = 4) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    def few(make: Callable[[int], st.SearchStrategy[T]], most: int = 3) -> tuple[T, ...]:
        return tuple(draw(make(number)) for number in range(1, draw(st.integers(0, most)) + 1))

    themes = few(lambda n: st.builds(Theme, lines, st.just(f"theme-{n}"), text=some, number=st.just(n)))
    ids = (
        many(st.sampled_from([f"theme-{n}" for n in range(1, len(themes) + 1)]), 2) if themes else st.just(())
    )
    names = [f"{draw(lines)} {n}" for n in range(draw(st.integers(0, 5)))]
    people = many(st.sampled_from(names), 3) if names else st.just(())
    units = few(
        lambda n: st.builds(
            Unit, lines, st.just(f"unit-{n}"), part=st.sampled_from(["", "One", "Two"]), covers=short, pages=short,
            setting=some, characters=people, themes=ids, recap=some, summary=some, analysis=some,
            vocabulary=many(st.builds(VocabularyWord, lines, fields, short, some, short)), number=st.just(n),
            checks=many(st.builds(Question, fields, answer=many(fields, 2), lines=st.integers(0, 4))),
        ),
        4,
    )  # fmt: skip
    unit = st.one_of(st.none(), st.integers(1, len(units))) if units else st.none()
    relations = many(st.builds(Relation, st.sampled_from(names), short)) if names else st.just(())
    characters = tuple(
        draw(
            st.builds(
                Character, st.just(name), st.just(f"character-{n}"), short, summary=some, analysis=some,
                importance=st.integers(1, 4), relations=relations,
            )
        )
        for n, name in enumerate(names)
    )  # fmt: skip
    questions = st.one_of(
        st.builds(
            Question, fields, answer=many(fields, 1), unit=unit, points=st.one_of(st.none(), st.just(2.0))
        ),
        st.builds(
            Question, fields, st.just("multiple_choice"), st.tuples(fields, fields), right=st.just((1,))
        ),
        st.builds(Question, fields, st.just("true_false"), truth=st.booleans()),
        st.builds(Question, fields, st.just("matching"), pairs=many(st.tuples(fields, fields), 6)),
        st.builds(Question, fields, st.just("ordering"), st.tuples(fields, fields, fields)),
    )
    return Guide(
        1,
        draw(lines),
        (Person(draw(lines), draw(short), draw(short), draw(some)),),
        draw(short),
        Work(draw(short), draw(short), draw(short), draw(short)),
        draw(st.sampled_from(["en", "en-GB", "es", "fr-CA", "de"])),
        credits=Credits((draw(lines),), date=draw(st.sampled_from(["", "2026", "2026-11-23"]))),
        overview=draw(fields),
        plot=draw(many(st.builds(Part, fields, short))),
        background=draw(many(st.builds(Background, fields, short))),
        units=units,
        characters=characters,
        themes=themes,
        symbols=few(lambda n: st.builds(Symbol, lines, st.just(f"symbol-{n}"), themes=ids, text=some)),
        quotes=few(
            lambda n: st.builds(
                Quote, fields, short, unit, short, ids, some, st.tuples(lines), number=st.just(n)
            )
        ),
        timeline=draw(
            many(st.builds(Event, lines, fields, short, unit, st.one_of(st.none(), st.integers(1, 9))))
        ),
        plot_arc=draw(
            many(
                st.builds(
                    Beat, st.sampled_from(["exposition", "rising action", "climax", "resolution"]), unit, some
                ),
                9,
            )
        ),
        vocabulary=draw(many(st.builds(VocabularyWord, lines, fields))),
        glossary=draw(many(st.builds(Term, lines, fields))),
        questions=draw(many(questions, 6)),
        essays=draw(many(st.builds(Essay, fields, many(fields), some))),
        activities=draw(many(st.builds(Activity, lines, some, st.just(5), short, many(lines), some))),
        further_reading=draw(many(st.builds(Reading, lines, st.just("book"), short, short, some))),
        related=draw(many(lines)),
    )


@settings(
    deadline=None,
    max_examples=so_many(40),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(guides(), st.sampled_from(sorted(LAYOUTS)))
def test_a_guide_of_any_content_is_composed(guide: Guide, name: str) -> None:
    document = compose(guide, LAYOUTS[name])
    assert all(len(section.blocks) > 1 for section in document.sections)
    anchors = {word[1:] for word in outline(document).split() if word.startswith("#")}
    for section in document.sections:
        for block in texts(section.blocks):
            for inline in block.inlines:
                link = getattr(inline, "link", None)
                if link is not None and link.target.startswith("#"):
                    assert link.target[1:] in anchors


@settings(
    deadline=None,
    max_examples=so_many(12),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(guides())
def test_a_guide_is_composed_the_same_way_twice(guide: Guide) -> None:
    assert compose(guide, LAYOUTS["study-guide"]) == compose(guide, LAYOUTS["study-guide"])

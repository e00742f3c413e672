"""A guide file becomes a Guide whose references are resolved; any other file becomes faults."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow
from tests.examples import so_many

from guidepress.base.colour import Colour
from guidepress.base.diagnostics import FaultsFound, Span, errors_in
from guidepress.base.yaml import parse_yaml
from guidepress.guide import check_guide, load_guide
from guidepress.guide.decoder import decode_guide
from guidepress.guide.markdown import parse_markdown
from guidepress.guide.model import Guide, ImageFile, Markdown, Person
from guidepress.guide.rules import check_rules, read_texts

CASES = Path(__file__).parent / "cases"
GUIDES = sorted((Path(__file__).parents[2] / "guides").glob("*.yaml"))


@pytest.fixture(scope="module")
def everything() -> Guide:
    return load_guide(CASES / "everything.yaml")


def test_values_keep_the_text_that_the_file_has(everything: Guide) -> None:
    assert everything.work.published == "1843"
    assert everything.units[0].covers == "1.10"
    assert everything.credits.date == "2026-11-23"


def test_a_plain_name_and_a_mapping_are_both_authors(everything: Guide) -> None:
    first, second = everything.authors
    assert (first.name, first.born, first.died) == ("Charles Dickens", "1812", "1870")
    assert second == Person("John Leech", span=Span(str(CASES / "everything.yaml"), 5, 79))


def test_the_place_of_the_palette_is_that_of_its_name(everything: Guide) -> None:
    # cover: {image: whole.png, alt: A grey dot, palette: winter, …}: its name begins in column 53.
    assert everything.cover is not None
    assert everything.cover.palette_span == Span(str(CASES / "everything.yaml"), 19, 53)


def test_free_labels_join_the_facts_in_order(everything: Guide) -> None:
    assert list(everything.work.facts) == ["narrator", "point of view"]


def test_references_are_resolved(everything: Guide) -> None:
    (unit,) = everything.units
    assert (unit.number, unit.id) == (1, "unit-marleys-ghost")
    assert unit.characters == ("Ebenezer Scrooge",)
    assert unit.themes == ("theme-redemption",)
    assert [character.id for character in everything.characters] == [
        "character-ebenezer-scrooge",
        "character-bob",
    ]
    theme = everything.themes[0]
    assert (theme.id, theme.number, theme.colour) == ("theme-redemption", 1, Colour(0, 0x72, 0xB2))
    (quote,) = everything.quotes
    assert (quote.number, quote.speaker, quote.unit) == (1, "Ebenezer Scrooge", 1)
    assert everything.unit(1) is unit
    assert everything.character("Bob Cratchit") is everything.characters[1]
    assert everything.character("Nobody") is None


def test_right_answers_are_found(everything: Guide) -> None:
    question, *_ = everything.questions
    assert (question.right, question.points, question.lines) == ((0,), 0.5, 0)


def test_pictures_are_measured(everything: Guide) -> None:
    assert everything.images == {"whole.png": ImageFile(str(CASES / "whole.png"), 2, 2)}


def test_right_answers_of_each_type() -> None:
    source = parse_yaml((CASES / "questions.yaml").read_bytes(), "q.yaml")
    guide, _, _ = decode_guide(source)
    assert guide is not None
    right = [(question.type, question.right, question.truth) for question in guide.questions]
    assert right[0] == ("multiple_choice", (1,), None)
    assert right[1] == ("multiple_choice", (1,), None)
    assert right[2] == ("multiple_choice", (0, 1), None)
    assert ("true_false", (), False) in right
    assert ("ordering", (1, 0, 2), None) in right
    assert ("ordering", (0, 1, 2), None) in right


def test_places_of_a_text_are_those_of_the_file() -> None:
    path = CASES / "dangling.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    columns = [fault.span.column for fault in check_guide(path) if fault.span and fault.span.line == 5]
    # The reference stands where "[](" does, counted from 1.
    assert columns == [lines[4].index("[](#theme-redemtion)") + 1]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_the_guides_of_the_project_have_no_faults(path: Path) -> None:
    assert errors_in(check_guide(path)) == ()


def test_a_file_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    (fault,) = check_guide(tmp_path / "none.yaml")
    assert fault.code == "file-not-found"
    with pytest.raises(FaultsFound):
        load_guide(tmp_path / "none.yaml")


def diagnose(data: bytes) -> None:
    """Go through all that loading does but opening pictures."""
    try:
        source = parse_yaml(data, "fuzz.yaml")
    except FaultsFound:
        return
    guide, names, _ = decode_guide(source)
    if guide is not None:
        list(check_rules(guide, names, read_texts(names.texts)))


EVERYTHING = (CASES / "everything.yaml").read_bytes()
SCRAPS = (
    b": ",
    b"- ",
    b"[",
    b"]",
    b"{",
    b"}",
    b"\n",
    b"'",
    b'"',
    b"*x",
    b"&x ",
    b"|",
    b"~",
    b"!t ",
    b"\t",
    b"#",
    b"\xff",
)


@settings(max_examples=so_many(60), deadline=None)
@given(st.integers(0, 2**32))
def test_a_mutilated_guide_is_diagnosed_and_never_crashes(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - it breaks files, not codes
    data = bytearray(EVERYTHING)
    for _ in range(dice.randrange(1, 6)):
        at = dice.randrange(len(data))
        match dice.randrange(4):
            case 0:
                data[at : at + dice.randrange(40)] = b""
            case 1:
                data[at:at] = dice.choice(SCRAPS)
            case 2:
                data[at : at + 1] = dice.choice(SCRAPS)
            case _:
                start = dice.randrange(len(data))
                data[at:at] = data[start : start + dice.randrange(80)]
    diagnose(bytes(data))


VALUES = st.recursive(
    st.sampled_from(["1", "x", "~", "true", "''", "C", "*x*", "2026-11-23", "'#000000'", "one two"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(
            st.sampled_from(
                ["name", "title", "text", "type", "prompt", "choices", "answer", "pairs", "unit", "id"]
            ),
            inner,
            max_size=4,
        ).map(lambda found: "{" + ", ".join(f"{key}: {value}" for key, value in found.items()) + "}"),
    ),
    max_leaves=8,
)


@settings(max_examples=so_many(150), deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            [
                "format",
                "author",
                "plot",
                "units",
                "themes",
                "characters",
                "quotes",
                "questions",
                "rubrics",
                "sections",
            ]
        ),
        VALUES,
    )
)
def test_any_value_in_any_place_is_diagnosed(found: dict[str, str]) -> None:
    diagnose("\n".join(f"{key}: {value}" for key, value in found.items()).encode())


def test_a_long_guide_loads_fast(tmp_path: Path) -> None:
    paragraph = "The clerk in the tank put his comforter on, and tried to warm himself at the candle. " * 3
    # 60 units of 9 paragraphs of 51 words: 27,540 words, about 140 KB.
    text = "".join(f"\n\n      {paragraph}" for _ in range(9)).strip()
    units = "".join(f"  - title: Unit {number}\n    summary: |-\n      {text}\n" for number in range(60))
    path = tmp_path / "long.yaml"
    path.write_text(f"format: 1\ntitle: Long\nauthor: Somebody\nunits:\n{units}", encoding="utf-8")
    best = min(_timed(path) for _ in range(4))
    # 25 ms of the processor, with every text parsed; four times that where others use its caches.
    assert best < 0.100


def _timed(path: Path) -> float:
    start = time.process_time()
    guide = load_guide(path)
    for unit in guide.units:
        parse_markdown(unit.summary or Markdown(""))
    return time.process_time() - start


MAPPING = {
    "format": 1,
    "title": "T",
    "author": "A",
    "overview": "One.\n\nSee [](#theme-gilt).",
    "themes": [{"name": "Guilt", "text": "x"}],
    "characters": [
        {"name": "A", "id": "x", "summary": "a"},
        {"name": "B", "id": "x", "summary": "b", "aliases": ["A"]},
    ],
    "timeline": [{"when": "Now", "event": "E", "told": 1}, {"when": "Then", "event": "F", "told": 1}],
    "units": [{"title": ""}],
}


def test_faults_of_a_mapping_name_the_keys_in_its_order() -> None:
    assert [str(fault).partition(" [")[0] for fault in check_guide(MAPPING) if fault.severity == "error"] == [
        'guide:overview:3:5: error: Nothing in the guide has the id "theme-gilt". Did you mean "theme-guilt"?',
        (
            'guide:characters[1].id: error: The id "character-x" is taken by the entry at characters[0].id. '
            "Give one of them an id of its own (id: …)."
        ),
        (
            'guide:characters[1]: error: "A" is a name of A (at characters[0]) and of B. '
            "Take it from the aliases of one of them."
        ),
        (
            "guide:timeline[1]: error: Two events are told as number 1; the other stands at timeline[0]. "
            "Number the events in the order in which the work tells them: 1, 2, 3 and so on."
        ),
        "guide:units[0].title: error: This is empty. Fill it in, or delete the key.",
    ]


def test_a_mapping_a_text_and_a_file_give_one_guide(tmp_path: Path) -> None:
    text = (
        "format: 1\ntitle: T\nauthor: A\ncover: {image: p.png, alt: A dot.}\noverview: |-\n  One.\n\n  Two.\n"
    )
    mapping = {
        "format": 1,
        "title": "T",
        "author": "A",
        "cover": {"image": "p.png", "alt": "A dot."},
        "overview": "One.\n\nTwo.",
    }
    Pillow.new("L", (1, 1)).save(tmp_path / "p.png")
    path = tmp_path / "g.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = load_guide(path)
    assert loaded.overview is not None
    for other in (
        load_guide(str(path)),
        load_guide(text, folder=tmp_path),
        load_guide(mapping, folder=tmp_path),
    ):
        assert other.overview is not None
        assert (other.title, other.images, other.overview.source) == (
            "T",
            loaded.images,
            loaded.overview.source,
        )
    with pytest.raises(FaultsFound, match=r'ours:4:8: error: There is no picture "p\.png"'):
        load_guide(text, name="ours")

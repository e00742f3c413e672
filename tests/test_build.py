"""`build`: anything that a guide or a layout is read from goes in, and what was made says so of itself."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.build import Built, Tools, build
from guidepress.guide import load_guide
from guidepress.layout import load_layout

GUIDE = {"format": 1, "title": "T", "author": "A", "overview": "One paragraph.\n\nAnother."}


def asked(count: int, words: int = 1) -> dict[str, object]:
    """A guide with questions for a quiz."""
    prompt = "Why does he say so, and what does he mean by it? " * words
    return {
        **GUIDE,
        "questions": [
            {"type": "short_answer", "prompt": f"{prompt}{number}", "use": ["quiz"]}
            for number in range(count)
        ],
    }


def test_a_book_is_the_same_whatever_it_is_read_from(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text("format: 1\ntitle: T\nauthor: A\noverview: |-\n  One paragraph.\n\n  Another.\n", "utf-8")
    layout = load_layout("handout")
    books = [
        build(GUIDE, "handout"),
        build(path, layout),
        build(load_guide(str(path)), {"extends": "handout"}),
    ]
    # The last one's layout bears another name, and nothing else.
    assert len({built.pdf for built in books}) == 1


WORDS = re.compile(r"(?<=[a-z]) (?=[a-z]+ [a-z]+ [a-z]+)")


def edited(text: str, draw: random.Random) -> str:
    """A guide in which a word is longer, a line stands twice, a word was deleted, or all has moved down a line."""
    at = draw.choice([match.start() for match in WORDS.finditer(text)])
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at) + 1
    change = draw.randrange(4)
    if change == 0:
        return f"{text[:at]}{draw.choice('aeiou') * draw.randrange(1, 30)}{text[at:]}"
    if change == 1:
        return f"# moved\n{text}"
    if change == 2:
        return text[:end] + text[begin:end] + text[end:]
    return text[:at] + text[text.index(" ", at + 1) :]


def test_the_second_of_two_builds_has_the_bytes_of_a_first() -> None:
    layout, draw = load_layout("study-guide"), random.Random(5)  # noqa: S311 - edits, not secrets
    text = (Path(__file__).parents[1] / "guides" / "ozymandias.yaml").read_text("utf-8")
    tools, built = Tools(layout), 0
    while built < 6:
        changed = edited(text, draw)
        try:
            guide = load_guide(changed)
        except FaultsFound:
            continue  # the line that stands twice was a key
        warm, cold = (build(guide, layout, tools=each, check=False) for each in (tools, Tools(layout)))
        assert warm.pdf == cold.pdf
        assert warm.diagnostics == cold.diagnostics
        text, built = changed, built + 1


def test_tools_forget_words_when_there_are_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    tools = Tools(load_layout("handout"))
    built = build(GUIDE, tools.layout, tools=tools, check=False)
    fonts, words = tools.fonts, tools.fonts.words
    assert words > 3  # "One", "paragraph.", "Another." at least
    for most, kept in ((words, True), (words - 1, False)):
        monkeypatch.setattr(sys.modules["guidepress.build"], "_MOST_WORDS", most)
        assert build(GUIDE, tools.layout, tools=tools, check=False).pdf == built.pdf
        assert (tools.fonts is fonts) is kept


def test_a_built_book_counts_its_pages(small_book: Built) -> None:
    assert small_book.pages == small_book.book.page_count > 1
    assert small_book.reading_time == small_book.book.reading_time
    assert small_book.left_out == ()


def test_a_section_says_how_many_questions_its_limit_leaves_out() -> None:
    # The layout quiz takes 20 questions; its key takes the same, and says nothing of its own.
    assert [str(each) for each in build(asked(26), "quiz", check=False).left_out] == [
        "quiz: 6 of 26 questions left out: the section's limit is 20"
    ]
    assert build(asked(20), "quiz", check=False).left_out == ()


def test_where_pages_are_too_few_that_is_the_reason() -> None:
    (gone,) = build(asked(20, 8), "quiz", check=False).left_out
    assert (gone.section, gone.of, gone.reason) == ("quiz", 20, "they do not fit 3 pages")
    assert 0 < gone.count < 20


def test_faults_of_guide_and_layout_are_raised() -> None:
    with pytest.raises(FaultsFound, match="guide: error: The guide has no overview"):
        build({"format": 1, "title": "T", "author": "A"}, "handout")
    with pytest.raises(FaultsFound, match=r'There is no layout "handuot"\. Did you mean "handout"\?'):
        build(GUIDE, "handuot")


def test_tools_of_another_layout_are_refused() -> None:
    with pytest.raises(ValueError, match="tools are those of the layout 'quiz', not of 'handout'"):
        build(GUIDE, "handout", tools=Tools(load_layout("quiz")))


def test_a_title_and_an_author_are_no_guide_for_a_reading_group() -> None:
    """They were a cover and a card with two facts, which the cover says already."""
    units = {"format": 1, "title": "T", "author": "A", "units": [{"title": "U", "summary": "Much happens."}]}
    with pytest.raises(FaultsFound, match="nothing that the layout 'book-club' is made for: overview, poem"):
        build(units, "book-club")
    assert build({**units, "overview": "A few words."}, "book-club", check=False).book.page_count == 1

"""No picture of a text is lost: it stands on the pages, or the book says that it does not; its alt text is never prose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image as Pillow
from tests.compose.outline import outline
from tests.composing import compose

from guidepress.build import build
from guidepress.compose.lost_pictures import pictures_in
from guidepress.guide import load_guide
from guidepress.layout import load_layout
from guidepress.page.items import Frame, Image, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.build import Built
    from guidepress.guide.model import Guide
    from guidepress.page.items import Item

RING = "![a purple ring](ring.png)"
CHOICES = {"type": "multiple_choice", "prompt": f"Which {RING}?", "choices": [RING, f"round {RING}", "none"]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a picture of 40 by 20 pixels, which stand as many points."""
    path = tmp_path_factory.mktemp("pictures")
    Pillow.new("RGB", (40, 20), "purple").save(path / "ring.png")
    return path


def guide_of(folder: Path, **keys: object) -> Guide:
    return load_guide(
        {"format": 1, "title": "T", "author": "A", "language": "en", "overview": "X", **keys}, folder=folder
    )


def items(frames: Iterable[Item]) -> Iterator[Item]:
    for item in frames:
        yield item
        if isinstance(item, Frame):
            yield from items(item.items)


def printed(built: Built) -> tuple[int, str]:
    """How many pictures stand on the pages, and all text."""
    found = [item for page in built.book.pages for item in items(page.frames)]
    words = (word.text for item in found if isinstance(item, Run) for word in item.words)
    return sum(isinstance(item, Image) for item in found), " ".join(words)


@pytest.mark.parametrize(
    ("text", "pictures"),
    [
        (f"Look here: {RING} and see.", 1),
        (f"{RING}{RING}", 2),
        (f"- one {RING}\n- {RING}", 2),
        (f"| a | b |\n|---|---|\n| x {RING} | y |", 1),
        (f"> Said {RING}", 1),
        (f"Noted.[^1]\n\n[^1]: A note {RING}.", 1),
        (f"## Head {RING}\n\nText.", 1),
        (f"*Set {RING} in* **bold {RING}**", 2),
    ],
)
def test_a_picture_in_a_line_is_set_below_it(text: str, pictures: int, folder: Path) -> None:
    built = build(guide_of(folder, overview=text), "study-guide")
    found, words = printed(built)
    assert (found, "purple" in words, built.left_out) == (pictures, False, ())
    assert sum(node.alt == "a purple ring" for node in built.book.tree) == pictures


def test_the_text_around_a_picture_runs_on_above_it(folder: Path) -> None:
    layout = load_layout({"extends": "study-guide", "sections": [{"overview": {}}]})
    _, words = printed(build(guide_of(folder, overview=f"Look here: {RING} and see."), layout))
    assert "Look here: and see." in words


def test_choices_may_be_pictures_and_keep_their_letters(folder: Path) -> None:
    layout = load_layout({"extends": "quiz", "sections": [{"quiz": {"use": []}}]})
    built = build(guide_of(folder, questions=[{**CHOICES, "answer": "A"}]), layout)
    found, words = printed(built)
    assert (found, built.left_out) == (3, ())  # of the prompt, and of two choices
    assert [letter for letter in "ABC" if f" {letter} " in words] == ["A", "B", "C"]


def test_a_picture_in_a_choice_is_no_higher_than_eight_lines(tmp_path: Path) -> None:
    Pillow.new("RGB", (600, 600), "purple").save(tmp_path / "ring.png")
    layout = load_layout({"extends": "quiz", "sections": [{"quiz": {"use": []}}], "fit": "none"})
    built = build(guide_of(tmp_path, questions=[{**CHOICES, "answer": "A"}]), layout)
    leading = layout.styles["list-tight"].leading
    heights = [
        item.height for page in built.book.pages for item in items(page.frames) if isinstance(item, Image)
    ]
    assert heights[1:] == [8 * leading, 8 * leading]


@pytest.mark.parametrize(
    ("layout", "keys", "said"),
    [
        (
            "flash-cards",
            {"vocabulary": [{"word": "ring", "meaning": f"round {RING}"}]},
            ["flash-cards: 1 of 1 pictures left out: they stand where only text is set"],
        ),
        (
            "one-page",
            {"overview": f"Text.\n\nMore {RING}.\n\n{RING}"},
            ["overview: 2 of 2 pictures left out: they stand where only text is set"],
        ),
    ],
)
def test_a_picture_that_no_place_has_room_for_is_told(
    layout: str, keys: dict[str, object], said: list[str], folder: Path
) -> None:
    built = build(guide_of(folder, **keys), layout)
    assert [str(each) for each in built.left_out if each.what == "pictures"] == said
    assert printed(built)[0] == 0


def test_pictures_are_found_in_every_kind_of_block(folder: Path) -> None:
    text = f"{RING}\n\nIn {RING} a line.\n\n- {RING}\n\n| {RING} | b |\n|---|---|\n| {RING} | y |"
    document = compose(guide_of(folder, overview=text), load_layout("study-guide"))
    blocks = (block for section in document.sections for block in section.blocks)
    assert len(set(pictures_in(blocks))) == 5


def test_the_words_of_a_bank_are_read_as_text(folder: Path) -> None:
    question = {"type": "fill_blank", "prompt": "A ____.", "answer": "*ring*"}
    layout = load_layout({"extends": "study-guide", "sections": [{"quiz": {"bank": True}}]})
    assert "Word bank\u2003ring\u2003" in outline(
        compose(guide_of(folder, questions=[question]), layout)
    ).replace("*", "")

"""What pages share is followed once, and what stands on each is told as if it had been followed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cos.making import file_of

from guidepress.verify.foreign_places import check_places
from guidepress.verify.reading import open_pdf
from guidepress.verify.shown import FollowedFile, WordBudget
from guidepress.verify.shown_streams import ShownStreams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.cos.values import Dictionary
    from guidepress.verify.shown import GraphicsState, Stretch

FONT = b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 97/Widths[500 500 500 500 500 500]>>"
BOOK = b"q BT /F 10 Tf 20 100 Td (aaaa) Tj 0 -20 Td (bbbb) Tj ET Q"
COPY = b"q 1 0 0 1 0 50 cm"
FIRST = 10


def pdf(streams: Sequence[bytes], *pages: Sequence[int]) -> bytes:
    """A file of content streams and of pages, each with the numbers of the streams that it shows."""
    count = len(pages)
    numbers = range(FIRST + len(streams), FIRST + len(streams) + count)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    tree = b"<</Type/Pages/Count %d/MediaBox[0 0 300 200]/Resources<</Font<</F 5 0 R>>>>/Kids[%b]>>" % (
        count,
        kids,
    )
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: tree, 5: FONT}
    for number, content in enumerate(streams, FIRST):
        objects[number] = b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content)
    for number, shown in zip(numbers, pages, strict=True):
        contents = b" ".join(b"%d 0 R" % (FIRST + each) for each in shown)
        objects[number] = b"<</Type/Page/Parent 2 0 R/Contents[%b]>>" % contents
    return file_of(objects)


def found(data: bytes) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in check_places(open_pdf(data), None)]


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The pieces of content that have been followed."""
    pieces: list[bytes] = []
    real = FollowedFile.follow

    def noted(self: FollowedFile, content: bytes, resources: Dictionary, start: GraphicsState) -> Stretch:
        pieces.append(content)
        return real(self, content, resources, start)

    monkeypatch.setattr(FollowedFile, "follow", noted)
    return pieces


def own(number: int) -> bytes:
    return b"BT 20 %d Td /F 10 Tf (cccc) Tj ET Q" % number


def test_streams_that_pages_share_are_followed_once(followed: list[bytes]) -> None:
    """Two copies of three pages: three pages of a book, two streams of copies, six of pages are 3 + 2 + 6."""
    book = [BOOK, BOOK + b" ", BOOK + b"  "]
    streams = [*book, COPY, COPY + b" ", *(own(each) for each in range(6))]
    pages = [(index % 3, 3 + index // 3, 5 + index) for index in range(6)]
    assert found(pdf(streams, *pages)) == []
    assert sorted(followed) == sorted(streams)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The copy has moved all 50 up: 20, 50 is 20, 100, where the book has "aaaa".
        (
            b"BT 24 50 Td /F 10 Tf (cccc) Tj ET Q",
            "Two texts of page 3 are printed over one another at 24, 100.",
        ),
        (
            b"BT 20 29 Td /F 10 Tf (cccc) Tj ET Q",
            "Two texts of page 3 are printed over one another at 20, 79.",
        ),
        (b"BT 20 155 Td /F 10 Tf (cccc) Tj ET Q", "A text of page 3 at 20, 205 does not lie on the page."),
        (b"BT 290 0 Td /F 10 Tf (cccc) Tj ET Q", "A text of page 3 at 290, 50 does not lie on the page."),
    ],
)
def test_what_one_copy_has_wrong_is_told_of_its_page(text: bytes, told: str) -> None:
    streams = [BOOK, COPY, own(0), own(10), text]
    assert [message for _, message in found(pdf(streams, (0, 1, 2), (0, 1, 3), (0, 1, 4)))] == [told]


def test_what_a_shared_stream_has_wrong_is_told_of_each_page() -> None:
    off = b"BT 299 9 Td /F 10 Tf (aaaa) Tj ET"
    assert [message[:19] for _, message in found(pdf([off, own(0)], (0, 1), (0,)))] == [
        "A text of page 1 at",
        "A text of page 2 at",
    ]


def test_a_stream_that_pages_come_to_in_other_states_is_followed_in_each(followed: list[bytes]) -> None:
    """Moved by 250 the text ends at 290, by 270 at 310."""
    text = b"BT 20 10 Td /F 10 Tf (aaaa) Tj ET"
    streams = [b"1 0 0 1 250 0 cm", b"1 0 0 1 270 0 cm", text]
    assert found(pdf(streams, (0, 2), (1, 2), (0, 2))) == [
        ("off-page", "A text of page 2 at 290, 10 does not lie on the page.")
    ]
    assert followed.count(text) == 2


def test_a_page_whose_streams_part_an_operator_from_its_numbers_is_followed_as_one() -> None:
    streams = [b"BT /F 10 Tf 290 10", b"Td (aaaa) Tj ET", b"q Q"]
    message = "does not lie on the page."
    assert found(pdf(streams, (0, 1), (2, 0, 1))) == [
        ("off-page", f"A text of page 1 at 290, 10 {message}"),
        ("off-page", f"A text of page 2 at 290, 10 {message}"),
    ]


def test_what_pages_keep_between_streams_and_lists_of_many_streams_cost_what_words_do() -> None:
    """A thousand states that are kept, on each of ten pages: 10 x 1,000 more than the thousand words."""
    opened = open_pdf(pdf([b"q " * 1000, b"Q"], *[(0, 1)] * 10))
    budget = WordBudget(100_000)
    streams = ShownStreams(opened, budget)
    for index in range(10):
        streams.on_page(index)
    assert budget.words < 100_000 - 10 * 1000 - 1000
    spent = WordBudget(50)
    ShownStreams(open_pdf(pdf([b""], [0] * 40, [0] * 40)), spent)
    assert spent.words < 0  # 2 x 39

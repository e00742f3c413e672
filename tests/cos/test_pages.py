"""Pages come in order, with what they inherit."""

from __future__ import annotations

import pytest
from tests.cos.making import PAGE, TREE, file_of

from guidepress.cos import Malformed, open_file, pages
from guidepress.cos.pages import box_of, lacks_content, pages_of


def test_a_page_has_what_it_inherits_unless_it_says_otherwise() -> None:
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R 5 0 R]/MediaBox[0 0 300 200]/Rotate 90>>",
        3: b"<</Type/Pages/Parent 2 0 R/Kids[4 0 R]/Rotate 180>>",
        4: b"<</Type/Page/Parent 3 0 R>>",
        5: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 20]>>",
    }
    file = open_file(file_of(objects), "a.pdf")
    found = [(page.number, page.entries["Rotate"], box_of(file, page, "MediaBox")) for page in pages_of(file)]
    assert found == [(4, 180, (0, 0, 300, 200)), (5, 90, (0, 0, 10, 20))]


def test_a_page_that_stands_twice_is_there_twice() -> None:
    file = open_file(file_of({**TREE, 2: b"<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]>>"}), "a.pdf")
    assert [page.number for page in pages_of(file)] == [3, 3]


def test_a_true_circle_is_refused() -> None:
    objects = {**TREE, 2: b"<</Type/Pages/Kids[4 0 R]>>", 4: b"<</Type/Pages/Kids[3 0 R 2 0 R]>>"}
    with pytest.raises(Malformed, match="circle"):
        pages_of(open_file(file_of(objects), "a.pdf"))


def test_a_page_may_be_written_into_its_parent() -> None:
    file = open_file(file_of({**TREE, 2: b"<</Type/Pages/Kids[%b 3 0 R 77 0 R]>>" % PAGE}), "a.pdf")
    assert [page.number for page in pages_of(file)] == [0, 3]
    assert file.losses == ["a page that its page tree names"]


@pytest.mark.parametrize(
    ("contents", "lacks"),
    [
        (b"", False),
        (b"/Contents null", False),
        (b"/Contents 4 0 R", False),
        (b"/Contents[4 0 R 4 0 R]", False),
        (b"/Contents[]", False),
        (b"/Contents 9 0 R", True),
        (b"/Contents[4 0 R 9 0 R]", True),
    ],
)
def test_content_that_is_named_is_there_or_not(contents: bytes, *, lacks: bool) -> None:
    page = b"<</Type/Page/Parent 2 0 R%b>>" % contents
    file = open_file(file_of({**TREE, 3: page, 4: b"<</Length 1>>\nstream\nq\nendstream"}), "a.pdf")
    assert lacks_content(file, pages_of(file)[0]) is lacks


def test_where_the_tree_is_lost_the_pages_are_looked_for() -> None:
    file = open_file(file_of({**TREE, 1: b"<</Type/Catalog>>"}), "a.pdf")
    assert [page.number for page in pages_of(file)] == [3]
    assert file.repairs == ["its page tree is lost"]
    assert [page.rooted for page in pages_of(file)] == [False]
    assert [page.rooted for page in pages_of(open_file(file_of(TREE), "a.pdf"))] == [True]


def test_a_tree_may_be_as_deep_as_it_likes() -> None:
    # In time that grows with its depth: 8,000 nodes, each remembering all above it, would be 32,000,000 numbers.
    depth = 8_000
    nodes = {number: b"<</Type/Pages/Kids[%d 0 R]>>" % (number + 1) for number in range(2, depth)}
    parts = [b"%d 0 obj%b endobj\n" % each for each in {1: TREE[1], **nodes, depth: PAGE}.items()]
    file = open_file(b"%PDF-1.7\n" + b"".join(parts) + b"trailer<</Root 1 0 R>>", "a.pdf")
    assert [page.number for page in pages_of(file)] == [depth]


def test_a_node_may_stand_in_two_places_that_are_not_below_one_another() -> None:
    objects = {**TREE, 2: b"<</Type/Pages/Kids[4 0 R 4 0 R]>>", 4: b"<</Type/Pages/Kids[3 0 R]>>"}
    assert [page.number for page in pages_of(open_file(file_of(objects), "a.pdf"))] == [3, 3]


def test_a_tree_without_pages_that_shares_its_nodes_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_MOST", 5000)
    nodes = {number: b"<</Type/Pages/Kids[%b]>>" % (b"%d 0 R " % (number + 1) * 2) for number in range(2, 60)}
    with pytest.raises(Malformed, match="more pages"):
        pages_of(open_file(file_of({1: TREE[1], **nodes, 60: b"<</Type/Pages/Kids[]>>"}), "a.pdf"))


def test_a_file_without_pages_is_said() -> None:
    with pytest.raises(Malformed, match="no pages"):
        pages_of(
            open_file(file_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]>>"}), "a.pdf")
        )


def test_a_tree_that_claims_more_pages_than_there_can_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_MOST", pages._MOST // 100)  # 40 to the power of 7 are more than either
    nodes = {number: b"<</Type/Pages/Kids[%b]>>" % (b"%d 0 R " % (number + 1) * 40) for number in range(2, 9)}
    with pytest.raises(Malformed, match="more pages"):
        pages_of(open_file(file_of({1: TREE[1], **nodes, 9: b"<</Type/Page>>"}), "a.pdf"))


@pytest.mark.parametrize(
    ("box", "raw"),
    [
        ((1, 2, 3, 4), b"[3 4 1 2]"),
        ((0, 0, 5, 6), b"4 0 R"),
        (None, b"[0 0 5]"),
        (None, b"[0 0 /x 5]"),
        (None, b"null"),
    ],
)
def test_boxes_are_read_with_their_corners_in_order(box: object, raw: bytes) -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox %b>>" % raw
    file = open_file(file_of({**TREE, 3: page, 4: b"[0 0 5 0 R 6]", 5: b"5"}), "a.pdf")
    assert box_of(file, pages_of(file)[0], "MediaBox") == box

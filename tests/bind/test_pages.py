"""Pages are found in order with what they inherit, and are written under nodes of forty."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bind.bound import bind
from tests.bind.held import Held, opened
from tests.bind.packs import raw_pdf, reader_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.pages import PageTree, find_pages, seed_pages, write_pages

BOX = b"/MediaBox[0 0 200 300]"


def tree(*kids: bytes, above: bytes = BOX) -> dict[int, bytes]:
    """A catalog, a node, and pages from 3 on."""
    listed = b" ".join(b"%d 0 R" % number for number in range(3, 3 + len(kids)))
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%b]%b>>" % (listed, above),
        **{number: b"<</Type/Page/Parent 2 0 R%b>>" % kid for number, kid in enumerate(kids, 3)},
    }


def refused(objects: dict[int, bytes]) -> str:
    with pytest.raises(FaultsFound) as caught:
        find_pages(opened(objects), b"2 0 R")
    (diagnostic,) = caught.value.diagnostics
    return f"{diagnostic.code}: {diagnostic.message}"


def test_pages_come_in_the_order_of_the_tree() -> None:
    objects = {
        2: b"<</Kids[5 0 R 3 0 R 4 0 R]%b>>" % BOX,
        3: b"<</Kids[7 0 R 6 0 R]>>",
        **dict.fromkeys((4, 5, 6, 7), b"<</Type/Page>>"),
    }
    pages = find_pages(opened({1: b"<<>>", **objects}), b"2 0 R")
    assert [page.number for page in pages] == [5, 7, 6, 4]


def test_what_stands_nearest_to_a_page_holds() -> None:
    own, inherits = find_pages(
        opened(tree(b"/Rotate 180/MediaBox[0 0 9 9]", b"", above=BOX + b"/Rotate 90")), b"2 0 R"
    )
    assert (own.parts[b"/Rotate"], own.parts[b"/MediaBox"]) == (b"180", b"[0 0 9 9]")
    assert (inherits.parts[b"/Rotate"], inherits.parts[b"/MediaBox"]) == (b"90", b"[0 0 200 300]")


def test_a_page_inherits_nothing_but_what_the_standard_says() -> None:
    (page,) = find_pages(opened(tree(b"", above=BOX + b"/Tabs/S/Resources<<>>")), b"2 0 R")
    assert page.parts.keys() == {b"/Type", b"/Parent", b"/MediaBox", b"/Resources"}


@pytest.mark.parametrize(
    ("turn", "size"), [(0, (200, 300)), (90, (300, 200)), (180, (200, 300)), (-90, (300, 200))]
)
def test_a_page_on_its_side_is_measured_as_it_is_looked_at(turn: int, size: tuple[int, int]) -> None:
    # The corners of the box stand in any order: 210 - 10 = 200 wide, 350 - 50 = 300 high.
    (page,) = find_pages(opened(tree(b"/MediaBox[210 50 10 350]/Rotate %d" % turn)), b"2 0 R")
    assert page.size == size


def test_annotations_are_listed_once_and_only_where_all_are_objects() -> None:
    once, inside = find_pages(
        opened(tree(b"/Annots[8 0 R 9 0 R 8 0 R]", b"/Annots[8 0 R <</Subtype/Link>>]")), b"2 0 R"
    )
    assert (once.annotations, inside.annotations) == ((8, 9), ())


def test_a_page_that_is_not_there_is_passed_over() -> None:
    objects = tree(b"", b"") | {2: b"<</Kids[null 9 0 R 4 0 R]%b>>" % BOX}
    assert [page.number for page in find_pages(opened(objects), b"2 0 R")] == [4]


def test_a_circular_page_tree_is_said() -> None:
    objects = tree(b"") | {3: b"<</Type/Pages/Kids[2 0 R]>>"}
    assert refused(objects) == "circular-pages: The page tree of a.pdf goes in a circle."


@pytest.mark.parametrize(
    "box", [b"", b"/MediaBox[0 0 0 9]", b"/MediaBox[0 9 9 9]", b"/MediaBox[0 0 9]", b"/MediaBox 7 0 R"]
)
def test_a_page_without_a_size_is_named(box: bytes) -> None:
    objects = tree(BOX, box, above=b"")
    assert refused(objects) == "no-media-box: Page 2 of a.pdf has no size (MediaBox)."


def test_no_pages_are_said() -> None:
    assert refused(tree()) == "no-pages: a.pdf has no pages."


def test_pages_go_under_nodes_of_forty() -> None:
    source, held = opened(tree(*[b""] * 41)), Held()
    copier = held.copier(source)
    pages = find_pages(source, b"2 0 R")
    copies = seed_pages(pages, copier)
    assert write_pages(pages, copier, tagged=True) == [
        (42, copies[:40]),
        (43, copies[40:]),
    ]  # 41 pages before


def test_a_written_page_knows_its_node_and_has_what_it_inherited() -> None:
    source, held = opened(tree(b"/StructParents 7/Annots[9 0 R 9 0 R]")), Held()
    copier = held.copier(source)
    copier.parents = {7: 20}
    pages = find_pages(source, b"2 0 R")
    assert seed_pages(pages, copier) == [1]  # the annotation is 2, the node 3
    write_pages(pages, copier, tagged=True)
    assert held.read().dictionary(b"1 0 R") == {
        b"/Type": b"/Page",
        b"/Parent": b"3 0 R",
        b"/MediaBox": b"[0 0 200 300]",
        b"/StructParents": b"20",
        b"/Annots": b"[2 0 R]",
    }


def test_a_page_without_tags_has_no_key_to_them() -> None:
    source, held = opened(tree(b"/StructParents 7")), Held()
    copier = held.copier(source)
    copier.parents = {7: 20}
    pages = find_pages(source, b"2 0 R")
    seed_pages(pages, copier)
    write_pages(pages, copier, tagged=False)
    assert b"/StructParents" not in held.read().dictionary(b"1 0 R")


@pytest.mark.parametrize(
    ("groups", "kids", "counts"),
    [(40, 40, {2}), (41, 2, {80, 2})],  # two pages a node: of 41 nodes 40 go under one more, 40 times 2
)
def test_the_tree_has_as_few_levels_as_it_takes(groups: int, kids: int, counts: set[int]) -> None:
    held = Held()
    tree = PageTree(held.sink)
    nodes = [held.sink.reserve() for _ in range(groups)]
    tree.close([(node, (900, 901)) for node in nodes])
    source = held.read()
    root = source.dictionary(b"%d 0 R" % tree.root)
    assert (root[b"/Count"], b"/Parent" in root) == (b"%d" % (2 * groups), False)
    below = [source.dictionary(kid) for kid in source.items(root[b"/Kids"])]
    assert (len(below), {int(kid[b"/Count"]) for kid in below}) == (kids, counts)
    assert {kid[b"/Parent"] for kid in below} == {b"%d 0 R" % tree.root}


def test_a_page_inherits_what_its_file_says_for_all(tmp_path: Path) -> None:
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 200 300]/Rotate 90/Resources<</Font<<>>>>>>",
        3: b"<</Type/Pages/Count 1/Kids[4 0 R]/Parent 2 0 R/CropBox[10 10 90 90]>>",
        4: b"<</Type/Page/Parent 3 0 R>>",
    }
    _, pack = bind(tmp_path, raw_pdf(objects))
    page = reader_of(pack).pages[0]
    assert (page["/MediaBox"], page["/CropBox"], page["/Rotate"]) == ([0, 0, 200, 300], [10, 10, 90, 90], 90)
    assert page["/Resources"] == {"/Font": {}}

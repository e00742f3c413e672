"""Pages are found in order with what they inherit, and are written under nodes of forty."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bind.bound import bind
from tests.bind.held import Held, file_with
from tests.bind.packs import raw_pdf, reader_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.pages import PageTree, find_pages, seed_pages, write_pages
from guidepress.cos import Name, Ref

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
        find_pages(file_with(objects))
    (diagnostic,) = caught.value.diagnostics
    return f"{diagnostic.code}: {diagnostic.message}"


def test_pages_come_in_the_order_of_the_tree() -> None:
    objects = {
        1: b"<</Pages 2 0 R>>",
        2: b"<</Kids[5 0 R 3 0 R 4 0 R]%b>>" % BOX,
        3: b"<</Kids[7 0 R 6 0 R]>>",
        **dict.fromkeys((4, 5, 6, 7), b"<</Type/Page>>"),
    }
    assert [page.number for page in find_pages(file_with(objects))] == [5, 7, 6, 4]


def test_what_stands_nearest_to_a_page_holds() -> None:
    own, inherits = find_pages(
        file_with(tree(b"/Rotate 180/MediaBox[0 0 9 9]", b"", above=BOX + b"/Rotate 90"))
    )
    assert (own.entries["Rotate"], own.entries["MediaBox"]) == (180, [0, 0, 9, 9])
    assert (inherits.entries["Rotate"], inherits.entries["MediaBox"]) == (90, [0, 0, 200, 300])


def test_a_page_inherits_nothing_but_what_the_standard_says() -> None:
    (page,) = find_pages(file_with(tree(b"", above=BOX + b"/Tabs/S/Resources<<>>")))
    assert page.entries.keys() == {"MediaBox", "Resources"}


@pytest.mark.parametrize(
    ("turn", "size"), [(0, (200, 300)), (90, (300, 200)), (180, (200, 300)), (-90, (300, 200))]
)
def test_a_page_on_its_side_is_measured_as_it_is_looked_at(turn: int, size: tuple[int, int]) -> None:
    # The corners of the box stand in any order: 210 - 10 = 200 wide, 350 - 50 = 300 high.
    (page,) = find_pages(file_with(tree(b"/MediaBox[210 50 10 350]/Rotate %d" % turn)))
    assert page.size == size


def test_annotations_are_listed_once_whether_they_are_objects_or_stand_in_the_page() -> None:
    once, inside = find_pages(
        file_with(tree(b"/Annots[8 0 R 9 0 R 8 0 R]", b"/Annots[8 0 R null <</Subtype/Link>>]"))
    )
    assert (once.annotations, inside.annotations) == ((8, 9), (8,))
    assert once.entries["Annots"] == [Ref(8), Ref(9)]
    assert inside.entries["Annots"] == [Ref(8), {"Subtype": Name("Link")}]


def test_a_page_that_is_not_there_is_passed_over() -> None:
    objects = tree(b"", b"") | {2: b"<</Kids[null 9 0 R 4 0 R]%b>>" % BOX}
    assert [page.number for page in find_pages(file_with(objects))] == [4]


def test_a_circular_page_tree_is_said() -> None:
    objects = tree(b"") | {3: b"<</Type/Pages/Kids[2 0 R]>>"}
    assert refused(objects) == "no-pages: a.pdf cannot be bound: its page tree goes in a circle."


@pytest.mark.parametrize(
    "box", [b"", b"/MediaBox[0 0 0 9]", b"/MediaBox[0 9 9 9]", b"/MediaBox[0 0 9]", b"/MediaBox 7 0 R"]
)
def test_a_page_without_a_size_is_letter(box: bytes) -> None:
    named, guessed = find_pages(file_with(tree(BOX, box, above=b"")))
    assert (named.guessed, named.size) == (False, (200, 300))
    assert (guessed.guessed, guessed.size, guessed.entries["MediaBox"]) == (
        True,
        (612, 792),
        [0, 0, 612, 792],
    )


def test_the_numbers_of_a_size_may_be_objects() -> None:
    (page,) = find_pages(file_with(tree(b"/MediaBox[0 0 8 0 R 300]") | {8: b"250"}))
    assert (page.guessed, page.size) == (False, (250, 300))


def test_no_pages_are_said() -> None:
    assert refused(tree()) == "no-pages: a.pdf cannot be bound: it has no pages."


def test_a_page_that_stands_twice_in_the_tree_is_bound_twice(tmp_path: Path) -> None:
    objects = tree(b"/Rotate 90", b"") | {2: b"<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 3 0 R]%b>>" % BOX}
    merged, pack = bind(tmp_path, raw_pdf(objects))
    assert merged.pages == 3
    assert [page.get("/Rotate") for page in reader_of(pack).pages] == [90, None, 90]


def written(objects: dict[int, bytes]) -> tuple[Held, list[int], list[tuple[int, list[int]]]]:
    """The pages of a file copied; the numbers of the copies, and the nodes they hang on."""
    file, held = file_with(objects), Held()
    copier = held.copier(file)
    copier.names.parents = {7: 20}
    pages = find_pages(file)
    copies = seed_pages(pages, copier)
    return held, copies, write_pages(pages, copies, copier)


def test_pages_go_under_nodes_of_forty() -> None:
    _, copies, groups = written(tree(*[b""] * 41))
    assert groups == [(42, copies[:40]), (43, copies[40:])]  # 41 pages before


def test_a_written_page_knows_its_node_and_has_what_it_inherited() -> None:
    held, copies, _ = written(tree(b"/StructParents 7/Annots[9 0 R 9 0 R]"))
    assert copies == [1]  # the annotation is 2, the node 3
    assert held.read().dictionary(Ref(1)) == {
        "Type": "Page",
        "Parent": Ref(3),
        "MediaBox": [0, 0, 200, 300],
        "StructParents": 20,
        "Annots": [Ref(2)],
    }


def test_a_page_without_tags_has_no_key_to_them() -> None:
    held, _, _ = written(tree(b"/StructParents 8"))
    assert "StructParents" not in held.read().dictionary(Ref(1))


@pytest.mark.parametrize(
    ("groups", "kids", "counts"),
    [(40, 40, {2}), (41, 2, {80, 2})],  # two pages a node: of 41 nodes 40 go under one more, 40 times 2
)
def test_the_tree_has_as_few_levels_as_it_takes(groups: int, kids: int, counts: set[int]) -> None:
    held = Held()
    tree = PageTree(held.sink)
    nodes = [held.sink.reserve() for _ in range(groups)]
    tree.close([(node, (900, 901)) for node in nodes])
    file = held.read()
    root = file.dictionary(Ref(tree.root))
    assert (root["Count"], "Parent" in root) == (2 * groups, False)
    below = [file.dictionary(kid) for kid in file.array(root["Kids"])]
    assert (len(below), {kid["Count"] for kid in below}) == (kids, counts)
    assert [kid["Parent"] for kid in below] == [Ref(tree.root)] * kids


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

"""The trees of all files become one, each a Part under the Document."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bind.bound import bind, root_of
from tests.bind.held import Held, file_with
from tests.bind.packs import raw_pdf, reader_of

from guidepress.bind.pages import find_pages
from guidepress.bind.structure import JoinedTree, astray_pages, has_tags, is_marked
from guidepress.cos import File, Ref

DOCUMENT = {
    1: b"<</Type/Catalog/StructTreeRoot 2 0 R/MarkInfo<</Marked true>>>>",
    2: b"<</Type/StructTreeRoot/K 3 0 R/ParentTree<</Nums[4 [5 0 R]]>>/IDTree<</Names[(n)5 0 R]>>>>",
    3: b"<</S/Document/P 2 0 R/K[5 0 R]>>",
    5: b"<</S/H1/P 3 0 R/ID(n)/K 0>>",
}


def joined(*files: File, titles: tuple[str, ...] = ("One", "Two")) -> tuple[JoinedTree, File, int]:
    """The trees of these files joined, what was written, and the number of its root."""
    held = Held()
    tree = JoinedTree(held.sink)
    for rank, file in enumerate(files):
        copier = held.copier(file, str(rank + 1))
        pairs = tree.number_parents(copier)
        tree.join(copier, pairs, title=titles[rank], language="fr" if rank else "", rank=-rank)
    root = tree.close()
    return tree, held.read(), root


@pytest.mark.parametrize(
    ("mark", "kids", "expected"),
    [
        (b"true", b"[3 0 R]", (True, True)),
        (b"9 0 R", b"[3 0 R]", (True, True)),  # any value may be a reference
        (b"false", b"[3 0 R]", (True, False)),
        (b"true", b"[]", (False, True)),
    ],
)
def test_a_file_has_tags_and_says_so(mark: bytes, kids: bytes, expected: tuple[bool, bool]) -> None:
    catalog = b"<</StructTreeRoot 2 0 R/MarkInfo<</Marked %b>>>>" % mark
    file = file_with({1: catalog, 2: b"<</K%b>>" % kids, 3: b"<<>>", 9: b"true"})
    assert (has_tags(file), is_marked(file)) == expected


def test_a_page_whose_key_leads_to_no_list_is_astray() -> None:
    pages = {number: b"<</Type/Page/StructParents %d>>" % (number - 10) for number in (10, 11, 12)}
    objects = {1: b"<</Pages 2 0 R>>", 2: b"<</Kids[10 0 R 11 0 R 12 0 R 13 0 R]>>", 13: b"<</Type/Page>>"}
    file = file_with({**objects, **pages})
    # The first has a list; the second leads to an element, as an annotation would; the third to nothing.
    assert astray_pages(file, find_pages(file), [(0, [Ref(5)]), (1, Ref(1))]) == [2, 3]


def test_each_document_becomes_a_part_in_the_order_of_ranks() -> None:
    _, made, root = joined(file_with(DOCUMENT), file_with(DOCUMENT))
    document = made.dictionary(made.dictionary(Ref(root))["K"])
    parts = [made.dictionary(raw) for raw in made.array(document["K"])]
    # The second has rank -1 and so stands first.
    assert [(part["S"], part["T"], part.get("Lang")) for part in parts] == [
        ("Part", b"Two", b"fr"),
        ("Part", b"One", None),
    ]
    assert [made.dictionary(part["P"])["S"] for part in parts] == ["Document"] * 2


def test_a_tree_without_a_document_is_wrapped() -> None:
    _, made, root = joined(file_with(DOCUMENT | {3: b"<</S/Sect/P 2 0 R/K[5 0 R]>>"}))
    document = made.dictionary(made.dictionary(Ref(root))["K"])
    (part,) = (made.dictionary(raw) for raw in made.array(document["K"]))
    assert part["S"] == "Part"
    assert made.dictionary(made.array(part["K"])[0])["S"] == "Sect"


def test_keys_of_the_parent_tree_and_identifiers_stay_apart() -> None:
    _, made, root = joined(file_with(DOCUMENT), file_with(DOCUMENT))
    parts = made.dictionary(Ref(root))
    assert parts["ParentTreeNextKey"] == 2  # a key of each
    assert made.array(made.dictionary(parts["ParentTree"])["Nums"])[::2] == [0, 1]
    assert made.array(made.dictionary(parts["IDTree"])["Names"])[::2] == [b"1.n", b"2.n"]


def test_roles_that_are_mapped_otherwise_are_renamed_apart() -> None:
    def mapped(to: bytes) -> File:
        root = DOCUMENT[2][:-2] + b"/RoleMap<</Head/%b>>>>" % to
        return file_with(DOCUMENT | {2: root, 5: b"<</S/Head/P 3 0 R/K 0>>"})

    _, made, root = joined(mapped(b"H1"), mapped(b"P"))
    assert made.dictionary(made.dictionary(Ref(root))["RoleMap"]) == {"Head": "H1", "Head.2": "P"}


def test_kinds_of_headings_and_doubts_are_remembered() -> None:
    tree, _, _ = joined(file_with(DOCUMENT))
    assert (tree.headings, tree.suspects, tree.is_empty) == ({"a.pdf": {"H#"}}, False, False)
    doubtful = DOCUMENT[1].replace(b"/Marked true", b"/Marked true/Suspects true")
    tree, _, _ = joined(file_with(DOCUMENT | {1: doubtful, 5: b"<</S/H/P 3 0 R/K 0>>"}))
    assert (tree.headings, tree.suspects) == ({"a.pdf": {"H"}}, True)
    assert JoinedTree(Held().sink).is_empty


def test_a_page_may_refer_to_its_document(tmp_path: Path) -> None:
    page = b"<</Type/Page/Parent 9 0 R/MediaBox[0 0 9 9]/Tags 3 0 R/StructParents 4>>"
    objects = DOCUMENT | {
        1: DOCUMENT[1][:-2] + b"/Pages 9 0 R>>",
        9: b"<</Type/Pages/Count 1/Kids[10 0 R]>>",
        10: page,
    }
    _, pack = bind(tmp_path, raw_pdf(objects))
    assert root_of(pack)["/StructTreeRoot"]["/K"]["/K"][0]["/T"] == reader_of(pack).pages[0]["/Tags"]["/T"]

"""The trees of all files become one, each a Part under the Document."""

from __future__ import annotations

import pytest
from tests.bind.held import Held, opened

from guidepress.bind.source import Source
from guidepress.bind.structure import JoinedTree, is_tagged
from guidepress.bind.syntax import entries

DOCUMENT = {
    1: b"<</Type/Catalog/StructTreeRoot 2 0 R/MarkInfo<</Marked true>>>>",
    2: b"<</Type/StructTreeRoot/K 3 0 R/ParentTree<</Nums[4 [5 0 R]]>>/IDTree<</Names[(n)5 0 R]>>>>",
    3: b"<</S/Document/P 2 0 R/K[5 0 R]>>",
    5: b"<</S/H1/P 3 0 R/ID(n)/K 0>>",
}


def joined(*sources: Source, titles: tuple[str, ...] = ("One", "Two")) -> tuple[JoinedTree, Source, int]:
    """The trees of these files joined, what was written, and the number of its root."""
    held = Held()
    tree = JoinedTree(held.sink)
    for rank, source in enumerate(sources):
        copier = held.copier(source, str(rank + 1))
        catalog = entries(source.body(1))
        pairs = tree.number_parents(source, source.dictionary(catalog[b"/StructTreeRoot"]), copier)
        tree.join(copier, catalog, pairs, title=titles[rank], language="fr" if rank else "", rank=-rank)
    root = tree.close()
    return tree, held.read(), root


@pytest.mark.parametrize(
    ("mark", "kids", "tagged"),
    [(b"true", b"[3 0 R]", True), (b"false", b"[3 0 R]", False), (b"true", b"[]", False)],
)
def test_a_tagged_file_says_so_and_has_a_tree(mark: bytes, kids: bytes, tagged: bool) -> None:  # noqa: FBT001 - a row of a table
    source = opened(
        {1: b"<</StructTreeRoot 2 0 R/MarkInfo<</Marked %b>>>>" % mark, 2: b"<</K%b>>" % kids, 3: b"<<>>"}
    )
    assert is_tagged(source, entries(source.body(1))) is tagged


def test_each_document_becomes_a_part_in_the_order_of_ranks() -> None:
    _, made, root = joined(opened(DOCUMENT), opened(DOCUMENT))
    document = made.dictionary(made.dictionary(b"%d 0 R" % root)[b"/K"])
    parts = [made.dictionary(raw) for raw in made.items(document[b"/K"])]
    # The second has rank -1 and so stands first.
    assert [(part[b"/S"], part[b"/T"], part.get(b"/Lang")) for part in parts] == [
        (b"/Part", b"(Two)", b"(fr)"),
        (b"/Part", b"(One)", None),
    ]
    assert {made.dictionary(part[b"/P"])[b"/S"] for part in parts} == {b"/Document"}


def test_a_tree_without_a_document_is_wrapped() -> None:
    _, made, root = joined(opened(DOCUMENT | {3: b"<</S/Sect/P 2 0 R/K[5 0 R]>>"}))
    document = made.dictionary(made.dictionary(b"%d 0 R" % root)[b"/K"])
    (part,) = (made.dictionary(raw) for raw in made.items(document[b"/K"]))
    assert part[b"/S"] == b"/Part"
    assert made.dictionary(made.items(part[b"/K"])[0])[b"/S"] == b"/Sect"


def test_keys_of_the_parent_tree_and_identifiers_stay_apart() -> None:
    _, made, root = joined(opened(DOCUMENT), opened(DOCUMENT))
    parts = made.dictionary(b"%d 0 R" % root)
    assert parts[b"/ParentTreeNextKey"] == b"2"  # a key of each
    assert made.items(made.dictionary(parts[b"/ParentTree"])[b"/Nums"])[::2] == [b"0", b"1"]
    assert made.items(made.dictionary(parts[b"/IDTree"])[b"/Names"])[::2] == [b"(1.n)", b"(2.n)"]


def test_roles_that_are_mapped_otherwise_are_renamed_apart() -> None:
    def mapped(to: bytes) -> Source:
        root = DOCUMENT[2][:-2] + b"/RoleMap<</Head/%b>>>>" % to
        return opened(DOCUMENT | {2: root, 5: b"<</S/Head/P 3 0 R/K 0>>"})

    _, made, root = joined(mapped(b"H1"), mapped(b"P"))
    assert made.dictionary(made.dictionary(b"%d 0 R" % root)[b"/RoleMap"]) == {
        b"/Head": b"/H1",
        b"/Head.2": b"/P",
    }


def test_kinds_of_headings_and_doubts_are_remembered() -> None:
    tree, _, _ = joined(opened(DOCUMENT))
    assert (tree.headings, tree.suspects, tree.is_empty) == ({"a.pdf": {"H#"}}, False, False)
    doubtful = DOCUMENT[1].replace(b"/Marked true", b"/Marked true/Suspects true")
    tree, _, _ = joined(opened(DOCUMENT | {1: doubtful, 5: b"<</S/H/P 3 0 R/K 0>>"}))
    assert (tree.headings, tree.suspects) == ({"a.pdf": {"H"}}, True)
    assert JoinedTree(Held().sink).is_empty

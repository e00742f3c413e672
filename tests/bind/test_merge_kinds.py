"""Kinds of files that readers open and that writers write: nothing of them is lost, and none is refused without need."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from tests.bind.bound import bind, root_of
from tests.bind.packs import page_file, raw_pdf, reader_of
from tests.cos.making import TREE, file_of, packed, revised

TEXT = b"<</Subtype/Text/Rect[0 0 9 9]/Contents(%b)>>"
TAGGED = {
    4: b"<</Type/StructTreeRoot/K 5 0 R/ParentTree 6 0 R>>",
    5: b"<</S/P/P 4 0 R/Pg 3 0 R/K 0>>",
    6: b"<</Nums[0 [5 0 R]]>>",
}
CLAIM = b"<?xpacket?><pdfuaid:part>1</pdfuaid:part>"


def tagged(mark: bytes, *, keys: bytes = b"0", claim: bytes = b"") -> bytes:
    more = {
        **TAGGED,
        7: b"true",
        8: b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(claim), claim),
    }
    catalog = b"/Lang(en)/Metadata 8 0 R/StructTreeRoot 4 0 R" + mark
    return page_file(catalog, b"/StructParents " + keys, more)


@pytest.mark.parametrize("stream", [False, True])
def test_the_newest_revision_is_bound(tmp_path: Path, *, stream: bool) -> None:
    old = file_of({**TREE, 3: TREE[3][:-2] + b"/Annots[4 0 R]>>", 4: TEXT % b"old"})
    _, pack = bind(tmp_path, revised(old, {4: TEXT % b"new"}, stream=stream))
    assert [each.get_object()["/Contents"] for each in reader_of(pack).pages[0]["/Annots"]] == ["new"]


def test_a_comment_may_stand_wherever_white_space_may(tmp_path: Path) -> None:
    objects = {
        1: b"% the catalog\n<</Type/Catalog % its type\n/Pages 2 0 % a reference\n R>>",
        2: b"% pages\n<</Type/Pages/Count 1/Kids[% one\n3 0 R]>>",
        3: b"% a page\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots 4 0 R>>",
        4: b"% a note\n[5 0 R % and its end ]\n]",
        5: b"% the note\n" + TEXT % b"see",
    }
    merged, pack = bind(tmp_path, file_of(objects))
    assert [each.get_object()["/Contents"] for each in reader_of(pack).pages[0]["/Annots"]] == ["see"]
    assert merged.diagnostics == ()


def test_object_streams_may_hold_comments(tmp_path: Path) -> None:
    bodies = {2: b"% pages\n" + TREE[2], 3: b"% a page\n" + TREE[3]}
    holder = packed(bodies, gap=b"\n% between\n")
    old = file_of({1: TREE[1]})
    rows = b"".join(b"\2" + b"\0\0\0\x09" + bytes([rank]) for rank in range(2))
    at = len(old)
    body = b"9 0 obj\n%b\nendobj\n" % holder
    rows += b"\1" + at.to_bytes(4, "big") + b"\0"
    data = zlib.compress(rows)
    before = int(old.rpartition(b"startxref\n")[2].split()[0])
    section = (
        b"98 0 obj\n<</Type/XRef/Size 99/W[1 4 1]/Index[2 2 9 1]/Root 1 0 R/Prev %d/Filter/FlateDecode/Length %d>>"
        b"\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
        % (before, len(data), data, at + len(body))
    )
    merged, pack = bind(tmp_path, old + body + section)
    assert (merged.pages, reader_of(pack).pages[0]["/MediaBox"]) == (1, [0, 0, 300, 200])


def test_names_may_be_escaped_in_keys_too(tmp_path: Path) -> None:
    merged, pack = bind(
        tmp_path,
        page_file(page=b"/#41nnots[4 0 R]", more={4: b"<</#53ubtype/T#65xt/Rect[0 0 9 9]/Contents(see)>>"}),
    )
    assert merged.diagnostics == ()
    (note,) = reader_of(pack).pages[0]["/Annots"]
    assert (note.get_object()["/Subtype"], note.get_object()["/Contents"]) == ("/Text", "see")


def test_nul_is_white_space(tmp_path: Path) -> None:
    _, pack = bind(tmp_path, page_file(page=b"/Annots\0[4\0000\0R\0]", more={4: TEXT % b"see"}))
    assert len(reader_of(pack).pages[0]["/Annots"]) == 1


def test_a_file_that_does_not_say_where_its_objects_lie_is_repaired_and_said(tmp_path: Path) -> None:
    data = page_file(page=b"/Rotate 90").partition(b"xref")[0]
    merged, pack = bind(tmp_path, data + b"trailer<</Root 1 0 R>>")
    assert reader_of(pack).pages[0]["/Rotate"] == 90
    assert [each.message for each in merged.diagnostics] == [
        "1.pdf is damaged, but can be read: it does not say where its objects lie."
    ]


def test_tags_are_kept_where_the_mark_is_a_reference(tmp_path: Path) -> None:
    merged, pack = bind(tmp_path, tagged(b"/MarkInfo<</Marked 7 0 R>>", claim=CLAIM))
    assert root_of(pack)["/StructTreeRoot"]["/K"]["/K"][0]["/S"] == "/Part"
    assert merged.claims == ("PDF/UA-1",)


def test_tags_that_are_not_said_are_kept_and_claim_nothing(tmp_path: Path) -> None:
    merged, pack = bind(tmp_path, tagged(b"", claim=CLAIM))
    assert root_of(pack)["/StructTreeRoot"]["/K"]["/K"][0]["/K"][0]["/S"] == "/P"
    assert "/MarkInfo" not in root_of(pack)
    assert merged.claims == ()
    assert {each.code for each in merged.diagnostics} >= {"unmarked-tags", "standard-lost"}


def test_a_page_whose_tags_cannot_be_found_costs_the_claim(tmp_path: Path) -> None:
    merged, _ = bind(tmp_path, tagged(b"/MarkInfo<</Marked true>>", keys=b"5", claim=CLAIM))
    assert merged.claims == ()
    said = [each.message for each in merged.diagnostics]
    assert "The pack is not PDF/UA-1: the tags of page 1 of 1.pdf cannot be found from there." in said
    assert "The tags of page 1 of 1.pdf cannot be found from there (StructParents)." in said


def test_a_page_without_a_size_is_letter_and_said(tmp_path: Path) -> None:
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R>>",
    }
    merged, pack = bind(tmp_path, raw_pdf(objects))
    assert reader_of(pack).pages[0]["/MediaBox"] == [0, 0, 612, 792]
    assert (
        merged.diagnostics[0].message
        == "Page 1 of 1.pdf does not say how large it is; it is bound as Letter."
    )


def test_a_bookmark_that_led_nowhere_before_is_a_warning(tmp_path: Path) -> None:
    more = {
        4: b"<</First 5 0 R/Last 6 0 R>>",
        5: b"<</Title(gone)/Parent 4 0 R/Dest(nowhere)/Next 6 0 R>>",
        6: b"<</Title(here)/Parent 4 0 R/Dest[0/Fit]/Prev 5 0 R>>",
    }
    merged, pack = bind(tmp_path, page_file(b"/Outlines 4 0 R", more=more))
    assert 'Bookmarks of 1.pdf lead nowhere: "gone". It was so in the file.' in [
        each.message for each in merged.diagnostics
    ]
    top = root_of(pack)["/Outlines"]["/First"]
    assert [top["/First"]["/Title"], top["/Last"]["/Title"]] == ["gone", "here"]
    assert top["/Last"]["/Dest"][0].get_object()["/Type"] == "/Page"


def test_more_bookmarks_than_five_thousand_in_a_row_are_kept(tmp_path: Path) -> None:
    def item(number: int) -> bytes:
        return b"<</Title(%d)/Parent 4 0 R/Dest[3 0 R/Fit]/Next %d 0 R>>" % (number, number + 1)

    more = {4: b"<</First 5 0 R/Last 6004 0 R>>", **{number: item(number) for number in range(5, 6005)}}
    _, pack = bind(tmp_path, page_file(b"/Outlines 4 0 R", more=more))
    assert len(reader_of(pack).outline[1]) == 6000

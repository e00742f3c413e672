"""A pack is checked once it is written, and what its files brought along is said as warnings."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.bind.bound import bind
from tests.bind.packs import page_file, raw_pdf

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.bind.account import Account, take_account
from guidepress.bind.assembly import PackWriter
from guidepress.bind.plan import Merged, MergePart, MergePlan
from guidepress.bind.reread import PartAccount, read_back
from guidepress.cos import open_file
from guidepress.cos.pages import pages_of

EARLIER = Diagnostic("warning", "before", "Said before.")


def written(folder: Path, data: bytes, pages: int, claims: tuple[str, ...] = ()) -> Merged:
    path = folder / "pack.pdf"
    path.write_bytes(data)
    return Merged(path, len(data), pages, (), (), claims, (EARLIER,))


def pages(count: int, page: bytes = b"") -> bytes:
    """A file of so many pages; `page` are more entries of each."""
    listed = b" ".join(b"%d 0 R" % number for number in range(3, 3 + count))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count %d/Kids[%b]/MediaBox[0 0 200 300]>>" % (count, listed),
        **dict.fromkeys(range(3, 3 + count), b"<</Type/Page/Parent 2 0 R%b>>" % page),
    }
    return raw_pdf(objects)


ASTRAY = b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/Dest(nowhere)>>]"


def test_a_pack_as_it_should_be_stays_as_it_was(tmp_path: Path) -> None:
    merged = written(tmp_path, pages(2), 2)
    assert read_back(merged) == merged


@pytest.mark.parametrize(("count", "claims"), [(3, ()), (2, ("PDF/UA-1",))])
def test_other_pages_or_claims_than_were_written_are_our_fault(
    tmp_path: Path, count: int, claims: tuple[str, ...]
) -> None:
    with pytest.raises(
        FaultsFound, match=f"does not hold what was written \\(2 of {count} pages\\)"
    ) as caught:
        read_back(written(tmp_path, pages(2), count, claims))
    assert [each.code for each in caught.value.diagnostics] == ["not-as-written"]


def test_a_pack_that_cannot_be_checked_is_kept_with_a_warning(tmp_path: Path) -> None:
    made = read_back(written(tmp_path, b"no PDF", 2))
    assert made.diagnostics[0] == EARLIER
    (found,) = made.diagnostics[1:]
    assert (found.severity, found.code) == ("warning", "not-checked")
    assert found.message.startswith(f"{tmp_path / 'pack.pdf'} cannot be checked: ")


@pytest.mark.parametrize(
    ("count", "more"),
    [(3, []), (5, ["The same is so 2 times more."])],  # three are told one by one; 5 - 3 = 2
)
def test_alike_findings_are_told_three_times_and_then_counted(
    tmp_path: Path, count: int, more: list[str]
) -> None:
    made = read_back(written(tmp_path, pages(count, ASTRAY), count))
    told = [f"A link on page {page} leads nowhere." for page in (1, 2, 3)]
    assert [each.message for each in made.diagnostics[1:]] == told + more
    assert {each.severity for each in made.diagnostics} == {"warning"}


def held(data: bytes) -> Account:
    file = open_file(data, "a.pdf")
    return take_account(file, pages_of(file))


RICH = page_file(
    b"/AcroForm<</Fields[5 0 R]>>/PageLabels<</Nums[0<</P(A-)/S/D>>]>>/Outlines 7 0 R"
    b"/Names<</EmbeddedFiles<</Names[(n)9 0 R]>>>>/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>",
    b"/Annots[6 0 R]",
    {
        5: b"<</FT/Tx/T(name)/V(Ann)>>",
        6: b"<</Subtype/Text/Rect[0 0 9 9]>>",
        7: b"<</First 8 0 R>>",
        8: b"<</Title(One)/Dest[3 0 R/Fit]>>",
        9: b"<</Type/Filespec/F(a.txt)>>",
        10: b"<</Type/OCG/Name(Answers)>>",
    },
)


def test_what_a_pack_lacks_of_its_parts_is_said(tmp_path: Path) -> None:
    made = read_back(written(tmp_path, page_file(), 1), [PartAccount("1.pdf", 0, held(RICH))])
    assert [each.code for each in made.diagnostics[1:]] == [
        "annotations-lost",
        "fields-lost",
        "attachments-lost",
        "layers-lost",
        "bookmarks-lost",
        "labels-lost",
    ]


def test_what_a_pack_holds_of_its_parts_is_not_said(tmp_path: Path) -> None:
    assert read_back(written(tmp_path, RICH, 1), [PartAccount("1.pdf", 0, held(RICH))]).diagnostics == (
        EARLIER,
    )


def test_what_a_pack_lacks_is_said_though_it_is_not_checked(tmp_path: Path) -> None:
    merged = written(tmp_path, pages(1, ASTRAY), 1)
    made = read_back(merged, [PartAccount("1.pdf", 0, held(RICH))], check=False)
    found = [each.code for each in made.diagnostics[1:]]
    assert "fields-lost" in found
    assert "link" not in found


def test_a_merge_that_is_not_checked_counts_all_but_tags() -> None:
    tree = {5: b"<</Type/StructTreeRoot/K 6 0 R>>", 6: b"<</S/P/P 5 0 R>>"}
    part = MergePart(Path("1.pdf"), data=page_file(b"/StructTreeRoot 5 0 R", more=tree))
    files = [PackWriter(io.BytesIO(), MergePlan(), checked=each) for each in (True, False)]
    counts = [
        bound.account.elements
        if (bound := each.add(open_file(part.data or b"", "1.pdf"), "", 0)).account
        else -1
        for each in files
    ]
    assert counts == [1, 0]


def test_a_merge_holds_its_pack_against_its_parts(tmp_path: Path) -> None:
    merged, _ = bind(tmp_path, RICH, RICH, plan=MergePlan(each_on_recto=True, cover="Two", contents=True))
    lost = {each.code for each in merged.diagnostics if each.code.endswith("-lost")}
    assert lost == {"standard-lost"}  # the cover claims what the files do not

"""One run makes interior, cover and ticket, which agree; the copy for screens has what print has not."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256

import pytest
from tests.paginate.making import said
from tests.press.books import guide
from tests.press.orders import ordered

from guidepress.base.record import replace
from guidepress.cos.file import File
from guidepress.cos.opening import open_file
from guidepress.cos.pages import box_of, pages_of
from guidepress.cos.values import Ref
from guidepress.press.design import LayoutChoice
from guidepress.press.inks import FileWish
from guidepress.press.isbn import read_isbn
from guidepress.press.prepare import COVER, DIGITAL, INTERIOR, ZONES, Prepared, PressJob, prepare

ISBN = read_isbn("978-0-306-40615-7")


@cache
def made(name: str, *, bleed: bool = False) -> Prepared:
    """A book of some thirty pages for a printer."""
    spec = ordered(name, bleed=bleed)
    return prepare(
        PressJob(guide(36), LayoutChoice("study-guide"), spec, isbn=ISBN, zones=True, digital=True)
    )


def opened(name: str, file: str, *, bleed: bool = False) -> File:
    return open_file(made(name, bleed=bleed).file(file), file)


def test_files_come_in_order_with_the_printers_own_sheet() -> None:
    assert [each.name for each in made("kdp").files] == [
        INTERIOR, COVER, "ticket.json", "kdp.csv", ZONES, DIGITAL, "preflight.html", "preflight.json",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["kdp", "lulu", "ingramspark", "generic"])
def test_ticket_interior_and_cover_agree(name: str) -> None:
    press = made(name)
    ticket = json.loads(press.file("ticket.json"))
    pages = pages_of(opened(name, INTERIOR))
    assert len(pages) == ticket["files"]["interior"]["pages"] == press.settled.count
    assert len(pages) % 2 == 0
    for file, key in ((INTERIOR, "interior"), (COVER, "cover")):
        assert ticket["files"][key]["sha256"] == sha256(press.file(file)).hexdigest()
    (cover,) = pages_of(opened(name, COVER))
    media = box_of(opened(name, COVER), cover, "MediaBox")
    assert media is not None
    # 2 x 6 in, the spine, 2 x 0.125 in
    assert media[2] == pytest.approx(882 + press.geometry.spine_width / 1000, abs=0.01)
    assert ticket["order"]["spine_inches"] == round(press.geometry.spine_width / 72_000, 4)


def test_the_imprint_bears_the_number_of_the_order() -> None:
    """The guide names none; it stands on the back of the title page and on the cover."""
    assert guide(36).credits.isbn == ""
    assert "ISBN 978-0-306-40615-7" in said(made("kdp").settled.book.pages[1])


def test_the_interior_has_nothing_for_screens() -> None:
    file = opened("kdp", INTERIOR)
    assert not {"Outlines", "StructTreeRoot", "Names", "AcroForm", "OpenAction"} & file.root.keys()
    assert all("Annots" not in file.dictionary(Ref(page.number)) for page in pages_of(file))


def test_sections_of_the_copy_for_screens_begin_on_any_page() -> None:
    """In print contents and units that begin on right-hand pages leave others before them; a screen has no right hand."""
    recto = (("sections.contents.start", "recto"), ("sections.units.start", "recto"))
    press = prepare(PressJob(guide(36), LayoutChoice("study-guide", recto), ordered("kdp"), digital=True))
    plain = made("kdp")
    assert len(press.settled.book.pages) > len(plain.settled.book.pages)
    screens = [len(pages_of(open_file(each.file(DIGITAL), DIGITAL))) for each in (press, plain)]
    assert screens[0] == screens[1]


def test_the_copy_for_screens_has_links_tags_and_its_cover() -> None:
    file = opened("kdp", DIGITAL)
    assert {"Outlines", "StructTreeRoot"} <= file.root.keys()
    book = made("kdp").settled.book
    assert len(pages_of(file)) == len(book.pages) - 2 + 1  # a cover in place of title page and imprint
    margins = [box_of(file, page, "TrimBox") for page in pages_of(file)]
    assert set(margins) == {(0, 0, 432, 648)}


def test_boxes_of_a_book_with_bleed() -> None:
    file = opened("kdp", INTERIOR, bleed=True)
    first, second, *_ = pages_of(file)
    assert box_of(file, first, "MediaBox") == (0, 0, 441, 666)  # 6.125 x 9.25 in
    assert box_of(file, first, "TrimBox") == (0, 9, 432, 657)
    assert box_of(file, second, "TrimBox") == (9, 9, 441, 657)


def test_the_last_page_for_ingramspark_is_blank() -> None:
    press = made("ingramspark")
    assert len(press.settled.book.pages) < press.settled.count


def test_what_the_printer_must_confirm_is_said() -> None:
    assert "spine-approximate" in {each.code for each in made("ingramspark").diagnostics}
    assert "spine-approximate" not in {each.code for each in made("kdp").diagnostics}
    spec = ordered("ingramspark", spine=20_000)
    given = prepare(PressJob(guide(36), LayoutChoice("paperback-6x9"), spec, isbn=ISBN))
    assert "spine-approximate" not in {each.code for each in given.diagnostics}
    assert given.geometry.spine_width == 20_000


def test_the_same_order_gives_the_same_bytes() -> None:
    job = PressJob(guide(36), LayoutChoice("paperback-6x9"), ordered("kdp"), isbn=ISBN)
    assert prepare(job).files == prepare(job).files


def test_subjects_and_contributors_are_those_of_the_guide() -> None:
    named = guide(36)
    credit = replace(named.credits, edited_by=("C. Editor",), bisac=("STU004000",), thema=("YPCA21",))
    job = PressJob(
        replace(named, credits=credit), LayoutChoice("paperback-6x9"), ordered("generic"), files=FileWish()
    )
    book = json.loads(prepare(job).file("ticket.json"))["book"]
    assert book["subjects"] == {"bisac": ["STU004000"], "thema": ["YPCA21"]}
    assert [each["role"] for each in book["contributors"]] == ["author", "editor"]
    assert book["isbn"] == ""


@pytest.mark.parametrize("name", ["kdp", "lulu", "ingramspark", "generic"])
@pytest.mark.parametrize("bleed", [False, True])
def test_the_files_pass_their_own_preflight(name: str, bleed: bool) -> None:  # noqa: FBT001 - a row
    proofs = made(name, bleed=bleed).proofs
    assert proofs.passed, [str(each) for each in proofs.diagnostics]
    assert [each.name for each in proofs.reports] == [INTERIOR, COVER]
    assert json.loads(proofs.data)["ok"] is True
    assert proofs.said.startswith("Checked against ")
    assert "no fault found" in proofs.said


@pytest.mark.parametrize(
    ("name", "binding", "units"),
    [
        ("kdp", "case-wrap", 80),
        ("lulu", "coil", 20),
        ("lulu", "saddle", 20),
        ("lulu", "case-wrap", 20),
        ("ingramspark", "saddle", 20),
        ("ingramspark", "case-wrap", 20),
        ("generic", "coil", 20),
        ("generic", "saddle", 20),
        ("generic", "case-wrap", 20),
    ],
)
def test_other_bindings_pass_their_own_preflight(name: str, binding: str, units: int) -> None:
    spec = ordered(name, binding=binding)
    press = prepare(PressJob(guide(units), LayoutChoice("paperback-6x9"), spec, isbn=ISBN))
    assert press.proofs.passed, [str(each) for each in press.proofs.diagnostics]
    assert press.settled.count % spec.binding.multiple.value == 0
    assert (press.geometry.spine_width == 0) is (binding in {"coil", "saddle"})
    assert (press.geometry.wrap > 0) is (binding == "case-wrap")

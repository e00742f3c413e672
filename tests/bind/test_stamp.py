"""Stamps: a line on every page, as an artifact; everything else stays as it was."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf.generic import (
    IndirectObject,
    NameObject,
)
from tests.bind.packs import page_file, raw_pdf
from tests.bind.sheets import box, changed, numbered, operators, reader_of, text_spots, texts, turn
from tests.groups import VERAPDF
from tests.pdf.conftest import Hand
from tests.pdf.everything import everything
from tests.pdf.helpers import tag_tree

from guidepress.base.colour import Colour
from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.stamp import WHERE, Stamp, stamp
from guidepress.page.items import Frame
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf
from guidepress.verify.standards import validate
from guidepress.verify.verify import verify

pytestmark = pytest.mark.xdist_group(VERAPDF)


WORD = "open, sesame"


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with tables, figures, links, notes and languages."""
    return write_pdf(everything(Hand(), tmp_path_factory.mktemp("rich")))


def codes(found: pytest.ExceptionInfo[FaultsFound]) -> list[str]:
    return [diagnostic.code for diagnostic in found.value.diagnostics]


def written(reader: Any, number: int) -> bytes:  # noqa: ANN401 - pypdf's reader
    """An object as pypdf writes it."""
    out = io.BytesIO()
    reader.get_object(IndirectObject(number, 0, reader)).write_to_stream(out)
    return out.getvalue()


def archival(part: int) -> bytes:
    """A file that claims PDF/A of a part, without an output intent."""
    packet = b'<rdf:Description pdfaid:part="%d" pdfaid:conformance="B"/>' % part
    metadata = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(packet), packet)
    return page_file(catalog=b"/Metadata 6 0 R", more={6: metadata}, version=b"1.4")


PAGE = "<html lang=en><title>T</title><h1>Head</h1><p>A paragraph of some length.</p></html>"


def test_a_footer_stands_in_the_middle_at_the_foot_of_every_page() -> None:
    made = stamp(numbered(3), Stamp("Copy for Ada"))
    assert made.pages == 3
    for page in range(3):
        ((x, y),) = text_spots(made.pdf, page, ["Copy for Ada"])
        assert x == pytest.approx(0.5, abs=0.01)
        # The baseline is 22 pt above the edge of 400, the capitals' middle some 3 pt above that.
        assert y == pytest.approx(1 - 24 / 400, abs=0.01)
    assert texts(made.pdf)[1].split() == ["page", "2", "Copy", "for", "Ada"]


@pytest.mark.parametrize(
    ("where", "x", "y"), [("header", 0.5, 0.06), ("corner", 0.85, 0.06), ("watermark", 0.5, 0.5)]
)
def test_other_places(where: Any, x: float, y: float) -> None:  # noqa: ANN401 - a literal
    made = stamp(numbered(1), Stamp("Draft", where))
    ((across, down),) = text_spots(made.pdf, 0, ["Draft"])
    assert across == pytest.approx(x, abs=0.05)
    assert down == pytest.approx(y, abs=0.03)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_foot_is_where_the_reader_sees_it(degrees: int) -> None:
    pdf = changed(numbered(1), lambda _, page: turn(page, degrees))
    ((x, y),) = text_spots(stamp(pdf, Stamp("Copy for Ada")).pdf, 0, ["Copy for Ada"])
    height = 400 if degrees % 180 == 0 else 300
    assert x == pytest.approx(0.5, abs=0.01)
    assert y == pytest.approx(1 - 24 / height, abs=0.01)


def test_the_foot_is_that_of_the_trimmed_page() -> None:
    def bleed(_: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        for key in ("/MediaBox", "/CropBox", "/BleedBox"):
            page[NameObject(key)] = box(-100, -100, 400, 500)
        page[NameObject("/TrimBox")] = box(0, 0, 300, 400)

    pdf = stamp(changed(numbered(1), bleed), Stamp("Copy for Ada")).pdf
    ((_, y),) = text_spots(pdf, 0, ["Copy for Ada"])
    # 100 pt of media below the trim, 24 pt above it, of 600 in all.
    assert y == pytest.approx(1 - 124 / 600, abs=0.01)


def test_only_the_pages_named_are_stamped() -> None:
    made = stamp(numbered(5), Stamp("X", pages=frozenset({1, 3})))
    assert made.pages == 2
    assert ["X" in text for text in texts(made.pdf)] == [False, True, False, True, False]
    old, new = reader_of(numbered(5)), reader_of(made.pdf)
    assert old.pages[0]["/Contents"].get_data() == new.pages[0]["/Contents"].get_data()


def test_names_of_many_alphabets_of_europe_are_set() -> None:
    made = stamp(numbered(1), Stamp("Zoë Žižek-Łuczak  &\tÅsa Ørsted"))
    assert "Zoë Žižek-Łuczak & Åsa Ørsted" in texts(made.pdf)[0]


def test_a_long_line_is_made_smaller_and_a_longer_one_refused() -> None:
    ((x, _),) = text_spots(stamp(numbered(1), Stamp("word " * 18 + "end")).pdf, 0, ["end"])
    assert 0.8 < x < 1
    with pytest.raises(FaultsFound, match="is too long for a page") as found:
        stamp(numbered(1), Stamp("word " * 60))
    assert codes(found) == ["text-too-long"]


def test_what_led_nowhere_before_is_said_again() -> None:
    catalog = b"/Outlines 7 0 R"
    more = {7: b"<</First 8 0 R/Last 8 0 R>>", 8: b"<</Title(One)/Parent 7 0 R/Dest[99 0 R/Fit]>>"}
    (warning,) = stamp(page_file(catalog, more=more), Stamp("X")).diagnostics
    assert (warning.severity, warning.message) == ("warning", "The bookmark 'One' leads nowhere.")


def test_size_colour_and_opacity() -> None:
    made = stamp(
        numbered(1), Stamp("M", "watermark", size=100_000, colour=Colour(0, 0, 255), opacity=0.25)
    ).pdf
    form = reader_of(made).pages[0]["/Resources"]["/XObject"]["/GpStamp"]
    assert form["/Resources"]["/ExtGState"]["/Gs"]["/ca"] == 0.25
    assert b"/Cs cs 0 0 1 sc /Gs gs" in form.get_data()
    assert form["/Resources"]["/ColorSpace"]["/Cs"][0] == "/ICCBased"


@pytest.mark.parametrize("where", WHERE)
def test_a_stamped_file_meets_the_standards_it_met(where: Any, rich: bytes, tmp_path: Path) -> None:  # noqa: ANN401
    path = tmp_path / "stamped.pdf"
    look = Stamp("Copy for Ada", where, colour=Colour(160, 0, 0), opacity=0.3 if where == "watermark" else 1)
    path.write_bytes(stamp(rich, look).pdf)
    for standard in ("ua1", "2a"):
        (verdict,) = validate([path], standard)
        assert verdict.faults == ()
        assert verdict.conforms
    assert verify(path.read_bytes()).claims == ("PDF/UA-1", "PDF/A-2a")


def test_tags_and_everything_else_are_untouched(rich: bytes) -> None:
    old, new = rich, stamp(rich, Stamp("Copy for Ada")).pdf
    assert tag_tree(new) == tag_tree(old)
    before, after = reader_of(old), reader_of(new)
    pages = {page.indirect_reference.idnum for page in before.pages}
    kept = [number for number in before.xref[0] if number and number not in pages]
    assert [written(after, number) for number in kept] == [written(before, number) for number in kept]


def test_stamps_are_artifacts_in_one_shared_form() -> None:
    pdf = stamp(numbered(4), Stamp("Copy for Ada")).pdf
    reader = reader_of(pdf)
    assert operators(pdf).rstrip().endswith("Q\nEMC")
    assert (
        "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\nq 1 0 0 1 0 0 cm /GpStamp Do Q\nEMC"
        in operators(pdf)
    )
    forms = {page["/Resources"]["/XObject"].raw_get("/GpStamp").idnum for page in reader.pages}
    tails = {page.raw_get("/Contents")[-1].idnum for page in reader.pages}
    assert (len(forms), len(tails)) == (1, 1)


def test_a_file_may_be_stamped_twice() -> None:
    pdf = stamp(stamp(numbered(2), Stamp("first")).pdf, Stamp("second", "header")).pdf
    assert texts(pdf)[0].split() == ["page", "1", "first", "second"]
    assert set(reader_of(pdf).pages[0]["/Resources"]["/XObject"]) == {"/GpStamp", "/GpStamp1"}


def test_a_thousand_pages_grow_by_less_than_a_hundredth() -> None:
    hand = Hand()
    nodes = (Node("Document", -1), *(Node("P", 0) for _ in range(1000)))
    # 24 lines of 9 words a page out of 1999, no two pages alike: a light page of prose.
    made = []
    for number in range(1, 1001):
        lines = tuple(
            hand.run(
                " ".join(f"{number * 7919 * line * word % 1999}" for word in range(1, 10)), 0, 12_000 * line
            )
            for line in range(1, 25)
        )
        made.append(hand.page(Frame(20_000, 30_000, lines, number), number=number))
    old = write_pdf(hand.book(*made, tree=nodes))
    # Compared with the file packed as tightly: one that has a stamp on one page only.
    packed = len(stamp(old, Stamp("Copy for Ada Lovelace", pages=frozenset({0}))).pdf)
    new = len(stamp(old, Stamp("Copy for Ada Lovelace")).pdf)
    assert new < 1.01 * packed
    assert new < 1.01 * len(old)


def test_the_same_stamp_gives_the_same_bytes() -> None:
    assert stamp(numbered(3), Stamp("a")).pdf == stamp(numbered(3), Stamp("a")).pdf


def test_shared_and_inherited_resources_stay_shared() -> None:
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 200 300]/Resources 5 0 R>>",
        3: b"<</Type/Page/Parent 2 0 R>>",
        4: b"<</Type/Page/Parent 2 0 R>>",
        5: b"<</XObject<<>>>>",
    }
    reader = reader_of(stamp(raw_pdf(objects), Stamp("X")).pdf)
    first, second = (page.indirect_reference.get_object().raw_get("/Resources") for page in reader.pages)
    assert first.idnum == second.idnum


def test_an_encrypted_file_is_stamped_open_and_says_so() -> None:
    locked = changed(numbered(2), lambda *_: None, user_password=WORD, algorithm="RC4-128")
    with pytest.raises(FaultsFound) as found:
        stamp(locked, Stamp("X"))
    assert codes(found) == ["encrypted"]
    made = stamp(locked, Stamp("X"), password=WORD)
    assert [diagnostic.code for diagnostic in made.diagnostics] == ["encryption"]
    assert texts(made.pdf)[1].split() == ["page", "2", "X"]
    assert tag_tree(made.pdf) == tag_tree(numbered(2))


def test_a_signed_file_is_warned_of() -> None:
    pdf = page_file(catalog=b"/AcroForm<</SigFlags 3/Fields[]>>")
    assert [diagnostic.code for diagnostic in stamp(pdf, Stamp("X")).diagnostics] == ["signature"]


def test_pdf_a_1_is_written_as_it_must_be() -> None:
    made = stamp(archival(1), Stamp("X")).pdf
    assert made.startswith(b"%PDF-1.4")
    assert b"/ObjStm" not in made
    assert b"\nxref\n0 " in made
    assert texts(made) == ["X"]
    with pytest.raises(FaultsFound, match="PDF/A-1, which allows nothing to be seen through"):
        stamp(archival(1), Stamp("X", "watermark", opacity=0.5))


# WeasyPrint leaves its colour profile open when it writes PDF/A.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("variant", "standard", "opacity"),
    [("pdf/ua-1", "ua1", 0.4), ("pdf/a-1b", "1b", 1), ("pdf/a-2b", "2b", 0.4)],
)
def test_files_of_weasyprint_meet_their_standards_still(
    variant: str, standard: str, opacity: float, tmp_path: Path
) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    path = tmp_path / "stamped.pdf"
    look = Stamp("Copy for Zoë", "watermark", colour=Colour(160, 0, 0), opacity=opacity)
    path.write_bytes(stamp(weasyprint.HTML(string=PAGE).write_pdf(pdf_variant=variant), look).pdf)
    (verdict,) = validate([path], standard)
    assert verdict.faults == ()
    assert verdict.conforms


@pytest.mark.parametrize(("variant", "standard"), [("ua-1", "ua1"), ("a-2a", "2a")])
def test_files_of_typst_meet_their_standards_still(variant: str, standard: str, tmp_path: Path) -> None:
    typst = pytest.importorskip("typst")
    source, path = tmp_path / "a.typ", tmp_path / "stamped.pdf"
    source.write_text(
        '#set document(title: "T")\n#set text(lang: "en")\n= Head\n#lorem(50)\n', encoding="utf-8"
    )
    path.write_bytes(
        stamp(typst.compile(str(source), pdf_standards=[variant]), Stamp("Copy for Zoë", opacity=0.4)).pdf
    )
    (verdict,) = validate([path], standard)
    assert verdict.faults == ()
    assert verdict.conforms


def test_a_page_without_a_blending_space_gets_one() -> None:
    page = reader_of(stamp(archival(2), Stamp("X", opacity=0.5)).pdf).pages[0]
    assert page["/Group"]["/S"] == "/Transparency"
    assert page["/Group"]["/CS"][0] == "/ICCBased"
    # A file with an output intent blends in that.
    assert "/Group" not in reader_of(stamp(numbered(1), Stamp("X", opacity=0.5)).pdf).pages[0]


def test_text_that_cannot_be_set_is_said() -> None:
    for text, code in (("", "no-text"), (" \t\n", "no-text"), ("日本", "missing-glyph")):
        with pytest.raises(FaultsFound) as found:
            stamp(numbered(1), Stamp(text))
        assert codes(found) == [code]


def test_pages_that_are_not_there_are_named() -> None:
    with pytest.raises(FaultsFound, match="has no page 4; it has 3"):
        stamp(numbered(3), Stamp("X", pages=frozenset({0, 3})))


def test_a_circular_page_tree_and_no_pages_are_said() -> None:
    circle = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Pages/Count 1/Kids[2 0 R]>>",
    }
    for pdf in (
        raw_pdf(circle),
        raw_pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 0/Kids[]>>"}),
    ):
        with pytest.raises(FaultsFound) as found:
            stamp(pdf, Stamp("X"))
        assert len(codes(found)) == 1

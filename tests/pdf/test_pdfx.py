"""An independent reader finds every file of PDF/X in order, and each fault that is put into one."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from tests.pdf.conftest import Hand
from tests.pdf.everything import everything
from tests.pdf.pdfx import breaches
from tests.pdf.press_profile import press_profile

from guidepress.build import make_book
from guidepress.guide import load_guide
from guidepress.layout import load_layout
from guidepress.pdf import write_pdf, write_press
from guidepress.pdf.intents import srgb_profile
from guidepress.pdf.output_profile import read_output_profile
from guidepress.pdf.press_ink import PressInk

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PROFILE = read_output_profile(press_profile(), "press")
INKS = {
    "x1a": PressInk("cmyk", "x1a", "CGATS TR 006"),
    "x1a-2003": PressInk("cmyk", "x1a-2003", "FOGRA39"),
    "x4": PressInk("cmyk", "x4", profile=PROFILE),
    "x1a of black": PressInk("grey", "x1a", "FOGRA52", least=10),
    "x4 of black": PressInk("grey", "x4", profile=PROFILE),
    "x1a by a profile": PressInk("cmyk", "x1a", profile=PROFILE),
}


@cache
def files() -> dict[str, bytes]:
    """The same book written in every way."""
    with TemporaryDirectory() as folder:
        book = everything(Hand(), Path(folder))
        return {name: write_press(book, ink) for name, ink in INKS.items()}


def file(name: str) -> bytes:
    return files()[name]


@pytest.mark.parametrize("name", INKS)
def test_an_independent_reader_finds_nothing(name: str) -> None:
    assert breaches(file(name), name.partition(" ")[0]) == []


@pytest.mark.parametrize("name", INKS)
def test_qpdf_and_pdfium_open_every_file_in_silence(name: str) -> None:
    with pikepdf.open(io.BytesIO(file(name))) as pdf:
        assert pdf.check_pdf_syntax() == []
    document = pypdfium2.PdfDocument(file(name))
    drawn = [page.render(scale=2).to_pil().convert("L").getextrema() for page in document]
    assert [darkest < 100 for darkest, _ in drawn] == [True, True]
    document.close()


@pytest.mark.parametrize("layout", ["study-guide", "handout"])
def test_stock_books_are_in_order(layout: str) -> None:
    _, made = make_book(load_guide(ROOT / "guides/ozymandias.yaml"), load_layout(layout))
    assert breaches(write_press(made, INKS["x1a"]), "x1a") == []
    assert breaches(write_press(made, INKS["x4"]), "x4") == []


def test_a_file_for_readers_is_in_order_for_no_press(tmp_path: Path) -> None:
    found = breaches(write_pdf(everything(Hand(), tmp_path)), "x1a")
    assert {"header", "not identified", "colour", "transparency", "annotation", "newer syntax"} <= set(found)


def image(pdf: Any) -> Any:  # noqa: ANN401 - pikepdf's objects
    return next(
        each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
    )


def page(pdf: Any) -> Any:  # noqa: ANN401 - pikepdf's objects
    return pdf.pages[0].obj


def state(pdf: Any, **entries: Any) -> None:  # noqa: ANN401 - pikepdf's objects
    page(pdf).Resources.ExtGState.Bad = Dictionary(**entries)


def draw(pdf: Any, content: bytes) -> None:  # noqa: ANN401 - pikepdf's objects
    pdf.pages[0].contents_add(pdf.make_stream(content))


def font(pdf: Any, key: str = "/FontFile2") -> Any:  # noqa: ANN401 - pikepdf's objects
    """A font descriptor with a file of this kind."""
    return next(each for each in pdf.objects if isinstance(each, Dictionary) and key in each)


def packet(pdf: Any, old: bytes, new: bytes) -> None:  # noqa: ANN401 - pikepdf's objects
    said = pdf.Root.Metadata.read_bytes()
    assert old in said
    pdf.Root.Metadata = pdf.make_stream(said.replace(old, new))


def drop(holder: Any, *keys: str) -> None:  # noqa: ANN401 - pikepdf's objects
    for key in keys:
        del holder[key]


def intents(pdf: Any) -> Any:  # noqa: ANN401 - pikepdf's objects
    return pdf.Root.OutputIntents


def note(left: int) -> Any:  # noqa: ANN401 - pikepdf's objects
    """Annotations: one that begins so far from the left."""
    return Array([Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([left, 10, left + 10, 20]))])


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Write a file with its streams as they are."""
    out = io.BytesIO()
    pdf.save(
        out,
        fix_metadata_version=False,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return out.getvalue()


FAULTS: dict[str, tuple[str, str, Callable[[Any], object]]] = {
    "layers": ("x1a", "layers", lambda pdf: pdf.Root.__setitem__("/OCProperties", Dictionary())),
    "title": ("x1a", "no title, creator or producer", lambda pdf: drop(pdf.trailer.Info, "/Title")),
    "producer": ("x4", "no title, creator or producer", lambda pdf: drop(pdf.trailer.Info, "/Producer")),
    "date": ("x1a", "no date", lambda pdf: drop(pdf.trailer.Info, "/ModDate")),
    "trapped": ("x1a", "trapped unknown", lambda pdf: pdf.trailer.Info.__setitem__("/Trapped", Name.Unknown)),
    "trapped text": ("x4", "trapped unknown", lambda pdf: pdf.trailer.Info.__setitem__("/Trapped", "/False")),
    "version": ("x1a", "not identified", lambda pdf: drop(pdf.trailer.Info, "/GTS_PDFXVersion")),
    "conformance": ("x1a", "not identified", lambda pdf: drop(pdf.trailer.Info, "/GTS_PDFXConformance")),
    "other year": ("x1a-2003", "not identified", lambda pdf: pdf.trailer.Info.__setitem__("/GTS_PDFXVersion", "PDF/X-1:2001")),
    "newer version": ("x4", "not identified", lambda pdf: packet(pdf, b">PDF/X-4<", b">PDF/X-5<")),
    "namespace": ("x4", "not identified", lambda pdf: packet(pdf, b"npes.org/pdfx/ns", b"example.org")),
    "metadata": ("x4", "no metadata", lambda pdf: drop(pdf.Root, "/Metadata")),
    "document id": ("x4", "metadata incomplete", lambda pdf: packet(pdf, b"xmpMM:DocumentID", b"xmpMM:Other")),
    "other date": ("x4", "dates differ", lambda pdf: packet(pdf, b"<xmp:CreateDate>2026", b"<xmp:CreateDate>2025")),
    "no intent": ("x1a", "not one output intent", lambda pdf: drop(pdf.Root, "/OutputIntents")),
    "two intents": ("x1a", "not one output intent", lambda pdf: intents(pdf).append(intents(pdf)[0])),
    "condition": ("x1a", "output condition not named", lambda pdf: drop(intents(pdf)[0], "/OutputConditionIdentifier")),
    "registry": ("x1a", "no output profile", lambda pdf: drop(intents(pdf)[0], "/RegistryName")),
    "profile": ("x4", "no output profile", lambda pdf: drop(intents(pdf)[0], "/DestOutputProfile")),
    "screen": ("x4", "no profile of a press", lambda pdf: intents(pdf)[0].DestOutputProfile.write(srgb_profile())),
    "channels": ("x4", "no profile of a press", lambda pdf: intents(pdf)[0].DestOutputProfile.__setitem__("/N", 3)),
    "rgb": ("x1a", "colour", lambda pdf: draw(pdf, b"1 0 0 rg")),
    "rgb in x4": ("x4", "colour", lambda pdf: draw(pdf, b"1 0 0 RG")),
    "space": ("x1a", "colour", lambda pdf: draw(pdf, b"/DeviceRGB cs")),
    "within the content": ("x1a", "colour", lambda pdf: draw(pdf, b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI")),
    "picture": ("x1a", "colour", lambda pdf: image(pdf).__setitem__("/ColorSpace", Name.DeviceRGB)),
    "indexed": ("x1a", "colour", lambda pdf: image(pdf).__setitem__("/ColorSpace", Array([Name.Indexed, Name.DeviceRGB, 0, b"abc"]))),
    "calibrated": ("x1a", "colour", lambda pdf: image(pdf).__setitem__("/ColorSpace", Array([Name.CalGray, Dictionary()]))),
    "soft mask": ("x1a", "transparency", lambda pdf: image(pdf).__setitem__("/SMask", pdf.make_stream(b""))),
    "fill": ("x1a", "transparency", lambda pdf: state(pdf, ca=0.5)),
    "stroke": ("x1a-2003", "transparency", lambda pdf: state(pdf, CA=0.5)),
    "blend": ("x1a", "transparency", lambda pdf: state(pdf, BM=Name.Multiply)),
    "state mask": ("x1a", "transparency", lambda pdf: state(pdf, SMask=Dictionary())),
    "group": ("x1a", "transparency", lambda pdf: page(pdf).__setitem__("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))),
    "group of rgb": ("x4", "mixed in another space", lambda pdf: page(pdf).__setitem__("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))),
    "transfer": ("x1a", "transfer function", lambda pdf: state(pdf, TR=Name.Identity)),
    "font": ("x1a", "font not embedded", lambda pdf: drop(font(pdf), "/FontFile2")),
    "newer font": ("x1a", "newer syntax", lambda pdf: font(pdf, "/FontFile3").FontFile3.__setitem__("/Subtype", Name.OpenType)),
    "trim": ("x1a", "boxes missing", lambda pdf: drop(page(pdf), "/TrimBox")),
    "art": ("x1a", "boxes missing", lambda pdf: page(pdf).__setitem__("/ArtBox", page(pdf).TrimBox)),
    "trim outside": ("x1a", "boxes not nested", lambda pdf: page(pdf).__setitem__("/TrimBox", Array([0, 0, 301, 400]))),
    "bleed outside": ("x4", "boxes not nested", lambda pdf: page(pdf).__setitem__("/BleedBox", Array([-9, 0, 300, 400]))),
    "annotation": ("x1a", "annotation", lambda pdf: page(pdf).__setitem__("/Annots", note(290))),
    "action": ("x1a", "actions", lambda pdf: pdf.Root.__setitem__("/OpenAction", Array([page(pdf), Name.Fit]))),
    "files": ("x4", "actions", lambda pdf: pdf.Root.__setitem__("/Names", pdf.make_indirect(Dictionary(EmbeddedFiles=Dictionary())))),
    "postscript": ("x1a", "postscript", lambda pdf: page(pdf).Resources.XObject.__setitem__("/P", pdf.make_stream(b"", Subtype=Name.PS))),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_no_other(fault: str) -> None:
    standard, found, put = FAULTS[fault]
    with pikepdf.open(io.BytesIO(file(standard))) as pdf:
        put(pdf)
        assert breaches(saved(pdf), standard) == [found]


def test_an_annotation_beside_the_page_is_no_fault() -> None:
    with pikepdf.open(io.BytesIO(file("x1a"))) as pdf:
        page(pdf).Annots = note(300)
        assert breaches(saved(pdf), "x1a") == []


def test_what_pikepdf_would_not_write_is_found_in_the_bytes() -> None:
    data = file("x1a")
    assert breaches(b"%PDF-1.4" + data[8:], "x1a") == ["header"]
    assert breaches(data.replace(b"/DCTDecode", b"/LZWDecode"), "x1a") == ["lzw"]
    assert breaches(data.replace(b"/DCTDecode", b"/JPXDecode"), "x1a") == ["jpeg 2000"]
    assert breaches(file("x4").replace(b"/DCTDecode", b"/JPXDecode"), "x4") == []
    named = file("x4").replace(b"/Type /Metadata", b"/Filter [     ]")
    assert breaches(named, "x4") == ["metadata deflated"]

"""Each rule is broken once, in a file that is right but for that; and nothing else is found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.press.orders import ordered, printer
from tests.press.preflight.making import (
    BLOCK,
    FONT,
    FREE,
    PICTURE,
    Draft,
    as_x1a,
    as_x4,
    barcode,
    cover_draft,
    interior_draft,
    picture,
)

from guidepress.base.record import replace
from guidepress.press.geometry import cover_geometry
from guidepress.press.preflight import PreflightJob, PreflightReport, preflight, rules
from guidepress.press.preflight.rules import RULES
from guidepress.press.printers.figures import SourcedCount

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.press.printers import Printer


class Broken(NamedTuple):
    """A rule, whose it is, what breaks it, and a piece of what is said."""

    rule: str
    printer: str
    change: Callable[[Draft], None]
    said: str


def look(draft: Draft, name: str) -> PreflightReport:
    return preflight(draft.write(), PreflightJob(printer(name)), name="a.pdf")


def cover_report(draft: Draft, name: str = "kdp", pages: int = 200) -> PreflightReport:
    spec = ordered(name, paper="white", ink="black", binding="paperback")
    return preflight(draft.write(), PreflightJob(printer(name), spec, cover=True, pages=pages), name="c.pdf")


def conforming(name: str) -> Draft:
    """A file that the printer takes: of IngramSpark it must be PDF/X-1a; the generic one gets PDF/X-4."""
    draft = interior_draft()
    return as_x1a(draft) if name == "ingramspark" else as_x4(draft) if name == "generic" else draft


def on_page(page: int, content: bytes) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        draft.pages[page - 1] += content

    return change


def with_resources(more: bytes, page: int, content: bytes, **objects: bytes) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        draft.resources += more
        draft.pages[page - 1] += content
        draft.objects |= {int(key[1:]): value for key, value in objects.items()}

    return change


def annotation(entries: bytes) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        draft.page[4] = b"/Annots[<</Type/Annot/Rect[100 100 200 120]%b>>]" % entries

    return change


def _size(draft: Draft) -> None:
    draft.boxes[6] = b"/MediaBox[0 0 441 700]/TrimBox[0 9 432 657]"


def _boxes(draft: Draft) -> None:
    draft.boxes[6] = b"/MediaBox[0 0 441 666]/BleedBox[0 0 441 666]/TrimBox[30 9 441 657]"


def _few(draft: Draft) -> None:
    del draft.pages[4:8], draft.boxes[4:8]


def _odd(draft: Draft) -> None:
    draft.pages.insert(4, BLOCK)
    draft.boxes.append(draft.boxes[0])


def _last(draft: Draft) -> None:
    draft.pages[-1] = BLOCK


def _blank(draft: Draft) -> None:
    draft.pages[6:11] = [b""] * 5


def _no_font(draft: Draft) -> None:
    draft.objects[FREE] = draft.objects[FONT].replace(b"/FontDescriptor 6 0 R", b"")
    draft.resources = draft.resources.replace(b"<</F 5 0 R", b"<</F 5 0 R/G 20 0 R")
    draft.pages[5] += b"BT /G 11 Tf 100 350 Td (not here) Tj ET\n"


def _catalog(entries: bytes) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        draft.catalog += entries

    return change


def _encrypted(draft: Draft) -> None:
    # the filter that changes nothing: anybody opens the file, and still it says that it is encrypted
    draft.trailer += b"/Encrypt<</Filter/Standard/V 4/R 4/P -1/StmF/Identity/StrF/Identity/CF<<>>>>"


def _no_standard(draft: Draft) -> None:
    draft.info = b"/Title(A book)"


def _no_trapping(draft: Draft) -> None:
    draft.info = draft.info.replace(b"/Trapped/False", b"/Trapped/Unknown")


def _no_intent(draft: Draft) -> None:
    draft.catalog = b""


def _no_trim(draft: Draft) -> None:
    draft.boxes[4] = b"/MediaBox[0 0 441 666]/BleedBox[0 0 441 666]"


def _lzw(draft: Draft) -> None:
    draft.objects[FREE] = b"<</Filter/LZWDecode/Length 4>>\nstream\n\x80\x0b\x60\x50\nendstream"


def _rgb_group(draft: Draft) -> None:
    draft.page[4] = b"/Group<</S/Transparency/CS/DeviceRGB>>"


BROKEN = [
    Broken("page-size", "kdp", _size, "The page measures 441pt x 700pt."),
    Broken("page-boxes", "kdp", _boxes, "The TrimBox is not where the printer cuts."),
    Broken("page-count", "kdp", _few, "The book has 20 pages."),
    Broken("page-multiple", "kdp", _odd, "The book has 25 pages."),
    Broken("last-page-blank", "ingramspark", _last, "The last page is printed on."),
    Broken("blank-pages", "kdp", _blank, "Pages 7 to 11 are blank, 5 in a row."),
    # the ground of page 2 from 4 pt below its head to its foot: of 666 pt at the left 4 are white in the bleed alone
    Broken("bleed-filled", "kdp", on_page(6, b".8 g 4 0 437 666 re f\n" + BLOCK), "at the left, but for"),
    Broken("safety", "kdp", on_page(5, b"BT /F 11 Tf 20 400 Td (Near) Tj ET\n"), '"N"'),
    Broken("marks", "kdp", on_page(6, b"0 G 1 w 2 9 m 7 9 l S\n"), "stands outside of the page"),
    Broken("fonts-embedded", "kdp", _no_font, "The font Serif is not embedded."),
    Broken(
        "smallest-type",
        "kdp",
        on_page(5, b"BT /F 6 Tf 100 350 Td (small) Tj ET\n"),
        'Type of 6pt is set, as in "small".',
    ),
    Broken(
        "hidden-text",
        "kdp",
        on_page(5, b"BT 3 Tr /F 11 Tf 100 350 Td (ghost) Tj ET\n"),
        "5 glyphs are invisible.",
    ),
    Broken("thinnest-line", "kdp", on_page(5, b"0 G .3 w 100 390 m 300 390 l S\n"), "A line is 0.3pt thick."),
    Broken("lightest-tint", "kdp", on_page(5, b".95 g 100 300 50 50 re f\n"), "A ground has 5 % of black."),
    # 150 pixels on 72 pt
    Broken("resolution", "kdp", on_page(5, b"q 72 0 0 72 100 200 cm /P Do Q\n"), "has 150 an inch as placed"),
    Broken("colour-spaces", "ingramspark", on_page(5, b".5 .5 .5 rg 100 300 50 50 re f\n"), "RGB is used."),
    Broken("grey-book", "kdp", on_page(5, b"1 0 0 rg 100 300 50 50 re f\n"), "1 shape is coloured."),
    Broken(
        "black-text",
        "kdp",
        on_page(5, b"BT .1 .1 .1 1 k /F 11 Tf 100 350 Td (rich) Tj ET\n"),
        "4 glyphs of black type are",
    ),
    # 60 + 60 + 60 + 80
    Broken("total-ink", "ingramspark", on_page(5, b".6 .6 .6 .8 k 100 300 50 50 re f\n"), "260 % of ink"),
    Broken(
        "transparency",
        "kdp",
        with_resources(b"/ExtGState<</H<</ca .5>>>>", 5, b"q /H gs 0 g 100 300 50 50 re f Q\n"),
        "1 shape is transparent (by opacity).",
    ),
    Broken("layers", "kdp", on_page(5, b"/OC /L BDC 0 g 100 300 50 50 re f EMC\n"), "The file has layers."),
    Broken("encryption", "kdp", _encrypted, "The file is encrypted."),
    Broken(
        "scripts", "kdp", _catalog(b"/OpenAction<</S/JavaScript/JS(app.beep\\(\\))>>"), "when it is opened"
    ),
    Broken(
        "attachments",
        "kdp",
        _catalog(b"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec>>]>>>>"),
        "table of attachments",
    ),
    Broken(
        "outline", "kdp", _catalog(b"/Outlines<</First<</Title(A)>>/Count 1>>"), "The file has bookmarks."
    ),
    Broken(
        "links", "kdp", annotation(b"/Subtype/Link/A<</S/URI/URI(http://a.example)>>"), "The page has 1 link."
    ),
    Broken("annotations", "kdp", annotation(b"/Subtype/Text/Contents(a)"), "The page has 1 annotation."),
    Broken("forms", "kdp", annotation(b"/Subtype/Widget/FT/Tx"), "The page has 1 field."),
    Broken("standard", "ingramspark", _no_standard, "The file claims no PDF/X."),
    Broken("x-keys", "ingramspark", _no_trapping, "Trapped, True or False"),
    Broken("x-intent", "ingramspark", _no_intent, "The file names no printing condition."),
    Broken("x-boxes", "ingramspark", _no_trim, "The page has neither box."),
    Broken("x-contents", "ingramspark", _lzw, "The file holds LZW."),
    Broken("x-groups", "generic", _rgb_group, "Transparency is mixed in RGB."),
]


def _cover(content: Callable[[Draft], bytes]) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        draft.pages[0] += content(draft)

    return change


GEOMETRY = cover_geometry(ordered("kdp", paper="white", ink="black", binding="paperback"), 200)
ZONE = GEOMETRY.barcode_zone
SPINE = (GEOMETRY.spine.left + GEOMETRY.spine.right) / 2000


def _code(scale: float = 1.0, white: float = 11.0) -> Callable[[Draft], None]:
    def change(draft: Draft) -> None:
        old = barcode(ZONE.left / 1000 + 14, ZONE.bottom / 1000 + 6)
        assert old in draft.pages[0]
        x = ZONE.left / 1000 + 14
        draft.pages[0] = draft.pages[0].replace(old, barcode(x, ZONE.bottom / 1000 + 6, scale, white=white))

    return change


def _dear(draft: Draft) -> None:
    old = barcode(ZONE.left / 1000 + 14, ZONE.bottom / 1000 + 6)
    new = barcode(ZONE.left / 1000 + 14, ZONE.bottom / 1000 + 6, ink=b"0 .2 0 .9 k")
    draft.pages[0] = draft.pages[0].replace(old, new)


def _no_code(draft: Draft) -> None:
    x, y = ZONE.left / 1000, ZONE.bottom / 1000
    draft.pages[0] = draft.pages[0].replace(
        barcode(x + 14, y + 6), b"BT /F 11 Tf %.1f %.1f Td (Text) Tj ET" % (x + 30, y + 30)
    )


COVERS = [
    ("cover-size", None, "has a spine of 32.429pt"),
    ("cover-safety", on_page(1, b"BT 0 0 0 1 k /F 11 Tf 12 300 Td (Edge) Tj ET\n"), '"E" first'),
    (
        "spine-text",
        on_page(1, b"BT 0 0 0 1 k /F 40 Tf 0 -1 1 0 %.3f 300 Tm (TALL) Tj ET\n" % (SPINE - 13)),
        "reach into",
    ),
    ("barcode", _code(scale=0.6), "60 % of the nominal size"),
    ("barcode", _dear, "not of black ink alone"),
    ("barcode", _code(white=4.0), "The white to the left of the barcode is too narrow."),
    ("barcode", _no_code, "Type stands where the barcode will be printed"),
]


def test_there_is_a_break_for_every_rule() -> None:
    broken = {each.rule for each in BROKEN} | {rule for rule, _, _ in COVERS} | {"file-size"}
    assert sorted(rule.id for rule in RULES) == sorted(broken)


def test_every_rule_has_its_file_and_its_place_in_the_list() -> None:
    files = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert len(files) == len(RULES) == len({rule.id for rule in RULES})


@pytest.mark.parametrize("name", ["kdp", "ingramspark", "generic"])
def test_a_file_that_is_right_passes(name: str) -> None:
    report = look(conforming(name), name)
    assert [str(finding) for finding in report.findings] == []
    assert len(report.checked) > 20
    assert report.taken[0].startswith("Trim 6x9, with bleed")


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.rule)
def test_a_rule_that_is_broken_is_found_and_nothing_else(broken: Broken) -> None:
    draft = conforming(broken.printer)
    broken.change(draft)
    report = look(draft, broken.printer)
    assert [finding.rule for finding in report.findings] == [broken.rule], list(map(str, report.findings))
    assert broken.said in report.findings[0].message


@pytest.mark.parametrize("name", ["kdp", "ingramspark"])
def test_a_cover_that_is_right_passes(name: str) -> None:
    spec = ordered(name, paper="white", ink="black", binding="paperback")
    draft = cover_draft(spec, 200)
    report = cover_report(as_x1a(draft) if name == "ingramspark" else draft, name)
    assert [str(finding) for finding in report.findings] == []


@pytest.mark.parametrize(
    ("rule", "change", "said"), COVERS, ids=[f"{rule} {said[:20]}" for rule, _, said in COVERS]
)
def test_a_cover_whose_rule_is_broken(rule: str, change: Callable[[Draft], None] | None, said: str) -> None:
    draft = cover_draft(ordered("kdp", paper="white", ink="black", binding="paperback"), 200)
    if change is not None:
        change(draft)
    # 220 pages where the cover was made for 200: 0.45 in of spine, 32.43 pt, for 35.67
    report = cover_report(draft, pages=200 if change is not None else 220)
    assert [finding.rule for finding in report.findings] == [rule], list(map(str, report.findings))
    assert said in report.findings[0].message


def test_a_spine_of_too_few_pages_bears_no_type() -> None:
    draft = cover_draft(ordered("kdp", paper="white", ink="black", binding="paperback"), 60)
    assert [finding.rule for finding in cover_report(draft, pages=60).findings] == ["spine-text"]


def test_a_cover_without_the_barcode_that_is_asked_for_is_refused() -> None:
    spec = ordered("ingramspark", paper="white", ink="black", binding="paperback")
    draft = as_x1a(cover_draft(spec, 200))
    zone = cover_geometry(spec, 200).barcode_zone
    draft.pages[0] = draft.pages[0].replace(barcode(zone.left / 1000 + 14, zone.bottom / 1000 + 6), b"")
    (finding,) = cover_report(draft, "ingramspark").findings
    assert (finding.rule, finding.message) == ("barcode", "The back has no barcode.")


def test_a_file_that_is_too_large_is_refused() -> None:
    kdp: Printer = printer("kdp")
    none = replace(kdp, files=replace(kdp.files, megabytes=SourcedCount(0, kdp.files.forbidden.source)))
    report = preflight(interior_draft().write(), PreflightJob(none))
    assert [finding.rule for finding in report.findings] == ["file-size"]


def test_a_picture_of_four_inks_is_weighed() -> None:
    # 90 % of each ink: 360 % against 240
    draft = conforming("ingramspark")
    draft.objects[PICTURE] = picture(150, 150, b"/DeviceCMYK", 8, b"\xe6" * 90_000)
    report = look(draft, "ingramspark")
    found = {finding.rule: finding.message for finding in report.findings}
    assert found.keys() == {"total-ink", "grey-book"}  # and coloured in a book of black ink
    assert found["total-ink"].startswith("361 %")  # in steps of 1.6


def test_pictures_of_black_and_white_need_more() -> None:
    draft = conforming("ingramspark")
    draft.objects[PICTURE] = picture(150, 150, b"/DeviceGray", 1, b"\x55" * 19 * 150)
    (finding,) = look(draft, "ingramspark").findings
    assert (finding.rule, finding.page) == ("resolution", 3)


def test_an_italic_that_hangs_over_is_caught_by_its_ink_alone() -> None:
    # the least margin is 27 pt (0.375 in) from the spine; a j whose origin is at 28 begins left of it
    draft = conforming("kdp")
    draft.pages[4] += b"BT /F 40 Tf 28 350 Td (j) Tj ET\n"
    (finding,) = look(draft, "kdp").findings
    assert finding.rule == "safety"
    assert finding.boxes[0][0] < 27


def test_advice_that_is_not_followed_is_a_warning() -> None:
    # Lulu: 0.5 in of safety are advised, 0.125 in are asked for; the page has bleed on all sides
    draft = interior_draft(pages=32)
    draft.boxes = [b"/MediaBox[0 0 450 666]/BleedBox[0 0 450 666]/TrimBox[9 9 441 657]"] * 32
    draft.pages[1] = draft.pages[1].replace(b"441", b"450")
    draft.pages[4] += b"BT /F 11 Tf 30 350 Td (A) Tj ET\n"
    report = look(draft, "lulu")
    assert [(finding.rule, finding.severity) for finding in report.findings] == [("safety", "warning")]
    assert report.passed


def test_a_claim_forbids_what_the_printer_would_take() -> None:
    # KDP takes RGB; a file that says it is PDF/X-1a has none
    draft = as_x1a(conforming("kdp"))
    draft.pages[4] += b".5 .5 .5 rg 100 300 50 50 re f\n"
    (finding,) = look(draft, "kdp").findings
    assert (finding.rule, finding.limit.text) == ("colour-spaces", "grey and CMYK, no profiles")

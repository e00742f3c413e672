"""Each check has a file, broken on purpose, that it alone finds fault with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NullObject,
    NumberObject,
    TextStringObject,
)
from tests.cos.making import file_of
from tests.verify.files import book, changed, faults, name, sound

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.verify.checks import CHECKS
from guidepress.verify.expectation import expect
from guidepress.verify.reading import open_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

COUNT, BOXES, FONTS, BLANKS, METADATA, LABELS = (CHECKS[index][0] for index in (0, 1, 2, 3, 7, 8))
HINT = "This is a fault of the writer, not of the guide; please report it."


def box(*edges: float) -> ArrayObject:
    return ArrayObject(map(FloatObject, edges))


def content(page: Any, operators: bytes) -> None:  # noqa: ANN401 - pypdf's page
    stream = DecodedStreamObject()
    stream.set_data(operators)
    page[name("Contents")] = page.indirect_reference.pdf._add_object(stream)


def fonts_of(writer: Any, page: int) -> Any:  # noqa: ANN401 - pypdf's objects
    return writer.pages[page]["/Resources"]["/Font"]


def bare_font(**more: object) -> DictionaryObject:
    made = DictionaryObject({name("Type"): name("Font"), name("BaseFont"): name("Bare")})
    made.update({name(key): value for key, value in more.items()})
    return made


def test_a_sound_file_has_no_faults() -> None:
    assert faults(sound()) == {}
    assert faults(sound(), alone=True) == {}


def test_all_checks_are_made_and_named() -> None:
    assert [title for title, _ in CHECKS] == [
        "page count",
        "page sizes and boxes",
        "fonts embedded, with ToUnicode",
        "no unmeant blank page",
        "all lies on its page",
        "outline arrives",
        "links arrive",
        "metadata",
        "page labels",
        "tags and pages agree",
        "text in reading order",
        "another reader agrees",
    ]


def test_a_page_too_many() -> None:
    broken = changed(lambda writer: writer.add_page(writer.pages[3]))
    assert faults(broken) == {COUNT: ["page-count: The file has 6 pages, not 5."]}


def test_a_file_without_pages() -> None:
    empty = changed(lambda writer: writer.root_object["/Pages"].update({name("Kids"): ArrayObject()}))
    orphans = open_pdf(empty)
    assert orphans.file.repairs == ["its page tree is lost"]
    bare = file_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"})
    with pytest.raises(FaultsFound, match="it has no pages"):
        open_pdf(bare)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # Five pages, of which the cover is not counted.
        ({"counted": 4}, {}),
        ({"counted": 5}, {COUNT: ["The book block has 5 pages, but 5 are printed on the cover."]}),
        ({"counted": 3}, {COUNT: ["The book block has 5 pages, but 3 are printed on the cover."]}),
        # An excerpt has fewer pages than the book, or as many, and its cover.
        ({"counted": 90, "excerpt": True}, {}),
        ({"counted": 4, "excerpt": True}, {}),
        ({"counted": 3, "excerpt": True}, {COUNT: ["The excerpt has 5 pages, but the whole book only 3."]}),
    ],
)
def test_the_pages_printed_on_the_cover(changes: dict[str, Any], expected: dict[str, list[str]]) -> None:
    expected = {title: [f"printed-count: {each}" for each in said] for title, said in expected.items()}
    if changes == {"counted": 5}:
        expected = {}  # all pages counted: a book without a cover
    assert faults(sound(), replace(expect(book()), **changes)) == expected


def test_a_book_without_labels_has_no_cover_to_leave_out() -> None:
    bare = replace(expect(book()), labels=(), counted=4)
    said = "printed-count: The book block has 5 pages, but 4 are printed on the cover."
    assert faults(sound(), bare) == {COUNT: [said]}


@pytest.mark.parametrize(
    ("trim", "expected"),
    [
        ((0, 0, 300, 401), "page-size: Page 2 measures 300 x 401 pt, not 300 x 400 pt."),
        ((0, 0, 299, 400), "page-size: Page 2 measures 299 x 400 pt, not 300 x 400 pt."),
        ((0, 0, 300.02, 400), "page-size: Page 2 measures 300.02 x 400 pt, not 300 x 400 pt."),
        ((0, 0, 300, 399.98), "page-size: Page 2 measures 300 x 399.98 pt, not 300 x 400 pt."),
    ],
)
def test_a_page_of_another_size(trim: tuple[float, ...], expected: str) -> None:
    def cut(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        writer.pages[1][name("MediaBox")] = box(0, 0, 500, 500)
        writer.pages[1][name("TrimBox")] = box(*trim)

    assert faults(changed(cut)) == {BOXES: [expected]}


def test_a_hundredth_of_a_point_is_rounding() -> None:
    def cut(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        writer.pages[1][name("MediaBox")] = box(0, 0, 500, 500)
        writer.pages[1][name("TrimBox")] = box(0, 0, 300.009, 399.991)

    assert faults(changed(cut)) == {}


@pytest.mark.parametrize("edges", [(-1, 0, 299, 400), (0, -1, 300, 399), (1, 0, 301, 400), (0, 1, 300, 401)])
def test_a_page_trimmed_beyond_its_paper(edges: tuple[float, ...]) -> None:
    def cut(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        writer.pages[1][name("TrimBox")] = box(*edges)

    said = ["trim-box: The trim box of page 2 reaches out of its media box."]
    assert faults(changed(cut)) == {BOXES: said}
    assert faults(changed(cut), alone=True) == {BOXES: said}


@pytest.mark.parametrize("edges", [(9, 9, 9, 99), (9, 9, 99, 9)])
def test_a_page_without_area(edges: tuple[float, ...]) -> None:
    def cut(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        writer.pages[1][name("TrimBox")] = box(*edges)

    assert faults(changed(cut), alone=True) == {BOXES: ["page-size: Page 2 has no area."]}

    def narrow(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        writer.pages[1][name("TrimBox")] = box(0, 0, 0.5, 0.5)

    assert faults(changed(narrow), alone=True) == {}


def test_a_font_that_is_not_in_the_file() -> None:
    def drop(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        font = fonts_of(writer, 1)["/F0"]
        del font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]

    (said,) = faults(changed(drop)).pop(FONTS)
    assert said.startswith("font-not-embedded: The font ")
    assert said.endswith("+SourceSerifPro-Regular (page 1) is not embedded.")
    assert set(faults(changed(drop))) == set(faults(changed(drop), alone=True)) == {FONTS}


def test_a_font_that_does_not_say_what_its_glyphs_mean() -> None:
    def add(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        descriptor = DictionaryObject({name("FontFile"): NumberObject(0)})
        fonts_of(writer, 3)[name("F9")] = bare_font(FontDescriptor=descriptor)

    said = "no-tounicode: The font Bare (page 1) has no ToUnicode map."
    assert faults(changed(add)) == {
        FONTS: [said]
    }  # pages share their fonts: told once, with the first of them


def test_fonts_are_looked_at_page_by_page() -> None:
    def add(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        nameless = DictionaryObject({name("Type"): name("Font")})
        fonts = DictionaryObject({name("F8"): bare_font(), name("F9"): nameless})
        writer.pages[3][name("Resources")] = DictionaryObject({name("Font"): fonts})

    assert faults(changed(add))[FONTS] == [
        "font-not-embedded: The font Bare (page 4) is not embedded.",
        "no-tounicode: The font Bare (page 4) has no ToUnicode map.",
        "font-not-embedded: The font F9 (page 4) is not embedded.",
        "no-tounicode: The font F9 (page 4) has no ToUnicode map.",
    ]


@pytest.mark.parametrize(
    ("more", "embedded"),
    [
        ({"Subtype": name("Type3")}, True),  # its glyphs are drawn in the file itself
        ({"FontDescriptor": DictionaryObject({name("FontFile"): NumberObject(0)})}, True),
        ({"FontDescriptor": DictionaryObject({name("FontFile2"): NumberObject(0)})}, True),
        ({"FontDescriptor": DictionaryObject({name("FontFile3"): NumberObject(0)})}, True),
        ({"FontDescriptor": DictionaryObject()}, False),
        ({"DescendantFonts": ArrayObject()}, False),
        ({"DescendantFonts": ArrayObject([DictionaryObject()])}, False),
    ],
)
def test_ways_to_embed_a_font(more: dict[str, object], *, embedded: bool) -> None:
    def add(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        fonts_of(writer, 3)[name("F9")] = bare_font(ToUnicode=NumberObject(0), **more)

    said = ["font-not-embedded: The font Bare (page 1) is not embedded."]
    assert faults(changed(add)) == ({} if embedded else {FONTS: said})


def test_a_font_whose_descriptor_stands_by_itself_is_embedded() -> None:
    def add(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        descriptor = writer._add_object(DictionaryObject({name("FontFile3"): NumberObject(0)}))
        fonts_of(writer, 3)[name("F9")] = bare_font(ToUnicode=NumberObject(0), FontDescriptor=descriptor)

    assert faults(changed(add)) == {}


def empty_it(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    content(writer.pages[3], b"/Artifact BMC\nEMC\n")


def remove_it(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    del writer.pages[3]["/Contents"]


@pytest.mark.parametrize("change", [empty_it, remove_it])
def test_a_page_that_came_out_blank(change: Callable[[Any], None]) -> None:
    said = ["blank-page: Page 4 is blank, and was not meant to be."]
    assert faults(changed(change)) == {BLANKS: said}
    assert faults(changed(change), alone=True) == {}  # nobody knows what was meant


@pytest.mark.parametrize(
    "operators",
    [
        b"BT [(a)]TJ ET",
        b"BT (a)Tj ET",
        b"q /X Do Q",
        b"0 0 9 9 re\nf",
        b"0 0 9 9 re f",
        b"0 0 m 9 9 l\nS",
        b"0 0 m 9 9 l S",
        b"0 0 9 9 re\nB",
    ],
)
def test_ink_of_any_kind_is_no_blank(operators: bytes) -> None:
    assert faults(changed(lambda writer: content(writer.pages[3], operators))) == {}


def test_another_title() -> None:
    broken = changed(lambda writer: writer.add_metadata({"/Title": "Another"}))
    assert faults(broken) == {METADATA: ["title: The file's title reads 'Another', not 'A Test'."]}
    assert faults(broken, alone=True) == {}


def test_no_title_at_all() -> None:
    def drop(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        writer.metadata = None

    assert faults(changed(drop)) == {
        METADATA: ["title: The file's title is missing; it should read 'A Test'."]
    }


def test_another_language() -> None:
    def say(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        writer.root_object[name("Lang")] = TextStringObject("fr")

    assert faults(changed(say)) == {METADATA: ["language: The file's language is 'fr', not 'en'."]}
    del_lang = changed(lambda writer: writer.root_object.pop("/Lang"))
    assert faults(del_lang) == {METADATA: ["language: The file's language is missing; it should be 'en'."]}


def test_labels_that_count_otherwise() -> None:
    def count(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        letters = DictionaryObject({name("S"): name("D")})
        numbers = ArrayObject([NumberObject(0), letters])
        writer.root_object[name("PageLabels")] = DictionaryObject({name("Nums"): numbers})

    assert faults(changed(count)) == {
        LABELS: [
            "page-label: Page 1 is labelled '1', but 'Cover' is printed on it.",
            "page-label: Page 2 is labelled '2', but '1' is printed on it.",
            "page-label: Page 3 is labelled '3', but '2' is printed on it.",
            "page-label: Page 4 is labelled '4', but '3' is printed on it.",
            "page-label: Page 5 is labelled '5', but '4' is printed on it.",
        ]
    }
    assert faults(changed(count), alone=True) == {}


def retarget(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    writer.root_object["/Outlines"]["/First"][name("Dest")] = TextStringObject("two")


def mislead(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    writer.pages[1]["/Annots"][0].get_object()[name("Dest")] = TextStringObject("nowhere")


def reverse(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    document = writer.root_object["/StructTreeRoot"]["/K"]
    document[name("K")] = ArrayObject(reversed(document["/K"]))


def lose(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    document = writer.root_object["/StructTreeRoot"]["/K"]
    del document[name("K")][-1]


def miscount(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    writer.root_object["/Pages"][name("Count")] = NumberObject(9)


def orphan(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
    pairs = writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    at = [int(key) for key in pairs[::2]].index(int(writer.pages[1]["/StructParents"]))
    pairs[2 * at + 1].get_object()[1] = NullObject()


@pytest.mark.parametrize(
    ("change", "title", "said"),
    [
        (retarget, "outline arrives", "outline: The bookmark 'One' leads to page 3, not 2."),
        (mislead, "links arrive", "link: A link on page 2 leads nowhere."),
        (
            reverse,
            "text in reading order",
            "reading-order: The last paragraph of 'One' is out of order in what a screen reader reads.",
        ),
        (
            lose,
            "text in reading order",
            "reading-order: The last paragraph of 'Two' is missing in what a screen reader reads.",
        ),
        (
            orphan,
            "tags and pages agree",
            "tags: On page 2, content with the marks 1 belongs to no element.",
        ),
        (
            miscount,
            "another reader agrees",
            "other-reader: Another reader (pypdf) is told of 9 pages; there are 5.",
        ),
    ],
)
def test_what_other_modules_check_is_found_by_its_check_alone(
    change: Callable[[Any], None], title: str, said: str
) -> None:
    found = faults(changed(change))
    assert list(found) == [title]
    assert found[title][0] == said


def test_a_fault_is_an_error_and_names_whose_it_is() -> None:
    opened = open_pdf(changed(lambda writer: writer.add_page(writer.pages[3])))
    (found,) = dict(CHECKS)[COUNT](opened, expect(book()))
    assert (found.severity, found.code, found.hint) == ("error", "page-count", HINT)

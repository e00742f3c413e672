"""A class set is right: each name on its version, each copy on a fresh sheet, all codes read back, keys by themselves."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from tests.export.classes import GUIDE, NAMES, class_job, codes_on, made, texts_of, units_of
from tests.groups import VERAPDF

from guidepress.base.record import replace
from guidepress.cos import Ref
from guidepress.export.copies import places
from guidepress.export.copies.filling import Filler
from guidepress.export.units import Artefact
from guidepress.page.items import Frame
from guidepress.verify.foreign_places import check_places
from guidepress.verify.reading import open_pdf
from guidepress.verify.shown import FollowedFile, Stretch
from guidepress.verify.standards import validate

JOB = """\
layouts: {layout: exam, versions: 2, seed: 7}
roster: class.csv
personalise: [name, class, seat, version, code]
order: seat
"""


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return class_job(tmp_path_factory.mktemp("class"), JOB + "files: both\n")


@pytest.fixture(scope="module")
def volume(job: Path) -> Artefact:
    (found,) = made(job, "volume")
    return found


@pytest.fixture(scope="module")
def copies(job: Path) -> list[Artefact]:
    return made(job, "copies")


def test_each_name_stands_on_its_version_in_the_order_of_seats(volume: Artefact) -> None:
    texts = texts_of(volume.data)
    for index, each in enumerate(volume.ranges):
        first = texts[each.first - 1]
        name = NAMES[4 - index]  # seats run from 5 down
        assert name in first
        assert f"Version {each.version}" in first
        assert f"Seat {index + 1}" in first
        assert not any(other in first for other in NAMES if other != name)
    assert [each.version for each in volume.ranges] == ["A", "B", "A", "B", "A"]


def test_every_copy_begins_on_a_fresh_sheet(volume: Artefact) -> None:
    assert all(each.first % 2 == 1 for each in volume.ranges)
    assert volume.pages == sum(each.pages for each in volume.ranges)
    assert [each.last + 1 for each in volume.ranges[:-1]] == [each.first for each in volume.ranges[1:]]


@pytest.mark.parametrize("dpi", [150, 300])
def test_every_code_is_read_back_and_is_that_of_its_page(volume: Artefact, dpi: int) -> None:
    read = list(codes_on(volume.data, dpi))
    printed = texts_of(volume.data)
    for each in volume.ranges:
        for place, page in enumerate(range(each.first - 1, each.last)):
            if printed[page].strip():
                code = f"{each.code}-{place + 1:03}"
                assert read[page] == [code]
                assert code in re.sub(r"\s", "", printed[page])
            else:
                assert read[page] == []  # left blank, to fill a sheet


def test_a_volume_is_a_print_file_of_nearly_one_copy_s_size(volume: Artefact, copies: list[Artefact]) -> None:
    with pikepdf.open(io.BytesIO(volume.data)) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"
        assert b"pdfuaid" not in pdf.Root.Metadata.read_bytes()
        with pdf.open_outline() as outline:
            assert [each.title for each in outline.root] == [each.code for each in volume.ranges]
    # Two versions, one of each: 15 % are the codes of five copies.
    assert len(volume.data) < 1.5 * sum(len(each.data) for each in copies[:2])


def test_a_volume_s_contents_are_followed_once(volume: Artefact, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many pieces as streams that several pages name, and one for each page that has more of its own."""
    followed: list[bytes] = []
    real = FollowedFile.follow

    def noted(self: FollowedFile, content: bytes, *given: Any) -> Stretch:  # noqa: ANN401 - handed on
        followed.append(content)
        return real(self, content, *given)

    monkeypatch.setattr(FollowedFile, "follow", noted)
    opened = open_pdf(volume.data)
    assert list(check_places(opened, None)) == []
    pages = [[each for each in opened.streams(index) if isinstance(each, Ref)] for index in range(20)]
    named = Counter(each.number for page in pages for each in page)
    shared = [number for number, count in named.items() if count > 1]
    own = [page for page in pages if any(named[each.number] == 1 for each in page)]
    assert (len(pages), len(shared)) == (volume.pages, 8)  # four pages of two versions
    assert len(followed) == len(shared) + len(own)


@pytest.mark.parametrize(("by", "code"), [(700_000, "off-page"), (-35_000, "overprinted")])
def test_a_name_in_a_wrong_place_is_told_of_a_volume(
    job: Path, monkeypatch: pytest.MonkeyPatch, by: int, code: str
) -> None:
    """Shifted off the paper, or to the left onto the word that asks for it; five copies, two pages of each."""
    assert "off-page" not in {each.code for each in made(job, "volume")[0].diagnostics}
    real = Filler.written

    def shifted(self: Filler, *given: Any) -> tuple[Frame, ...]:  # noqa: ANN401 - handed on
        return tuple(replace(each, x=each.x + by) for each in real(self, *given))

    monkeypatch.setattr(Filler, "written", shifted)
    (found,) = made(job, "volume")
    told = [each for each in found.diagnostics if each.code == code]
    assert len(told) == 5 * 2


def test_a_copy_of_its_own_has_the_name_in_its_tags_behind_the_word_that_asks_for_it(
    copies: list[Artefact],
) -> None:
    with pikepdf.open(io.BytesIO(copies[0].data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert not any(name in str(pdf.docinfo) for name in NAMES)
    said = texts_in_order(copies[0].data)
    assert said[said.index("Name") + 1] == "Thị Ánh Nguyễn"
    assert said[said.index("Class") + 1] == "7b"


def texts_in_order(data: bytes) -> list[str]:
    """The text of each mark of the first page, in the order in which they are read."""
    opened = open_pdf(data)
    read = opened.marked_text(0)
    return [" ".join(read.get(mark, "").split()) for page, mark in opened.reading_order() if page == 0]


LONG = "Wolfeschlegel " * 7 + "Ana García-Wolfe"
"""So long that the lines beside a code are set smaller: 114 letters."""


@pytest.mark.parametrize(("fits", "lines"), [(True, ["Bo Li · 7b", f"{LONG} · 7b"]), (False, [])])
def test_a_cover_says_whose_copy_it_is_unless_it_has_no_room(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fits: bool,  # noqa: FBT001 - a column
    lines: list[str],
) -> None:
    job = class_job(
        tmp_path, "layouts: student-workbook\nroster: class.csv\n", f"Name,Class\n{LONG},7b\nBo Li,7b\n"
    )
    (tmp_path / "heart.yaml").write_text(GUIDE.replace("[exam]", "[quiz]"), encoding="utf-8")
    if not fits:
        monkeypatch.setattr(Filler, "fits", lambda *_: False)
    (volume,) = made(job, "volume")
    texts = texts_of(volume.data)
    first, second = (texts[each.first - 1].split("\r\n") for each in volume.ranges)
    assert [line for line in (*first, *second) if "7b" in line] == lines
    assert [first[-1], second[-1]] == [f"{each.code}-001" for each in volume.ranges]
    assert "Bo Li" in texts[volume.ranges[0].first]  # on its line, overleaf


def test_a_cover_says_whose_copy_it_is_where_copies_have_no_code(tmp_path: Path) -> None:
    """The pages within have the name on their lines, and nothing beside it."""
    job = class_job(tmp_path, "layouts: student-workbook\nroster: class.csv\npersonalise: [name]\n")
    (tmp_path / "heart.yaml").write_text(GUIDE.replace("[exam]", "[quiz]"), encoding="utf-8")
    (volume,) = made(job, "volume")
    texts = texts_of(volume.data)
    for each in volume.ranges:
        said = [name for name in NAMES if name in texts[each.first - 1]]
        assert len(said) == 1
        assert texts[each.first].count(said[0]) == 1
        assert size_of(volume.data, each.first - 1, said[0]) == pytest.approx(12, abs=0.1)


def size_of(pdf: bytes, page: int, words: str) -> float:
    """The size of type of some words, points."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        at = text.get_text_range().index(words)
        return float(pypdfium2.raw.FPDFText_GetFontSize(text.raw, at))


def test_a_cover_without_white_leaves_the_name_to_the_pages_within(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = class_job(tmp_path, "layouts: student-workbook\nroster: class.csv\npersonalise: [name]\n")
    (tmp_path / "heart.yaml").write_text(GUIDE.replace("[exam]", "[quiz]"), encoding="utf-8")
    monkeypatch.setattr(places, "_candidates", lambda *_: ())
    (volume,) = made(job, "volume")
    texts = texts_of(volume.data)
    assert not any(name in texts[each.first - 1] for each in volume.ranges for name in NAMES)
    assert all(any(name in texts[each.first] for name in NAMES) for each in volume.ranges)


def test_large_type_beside_a_code_stands_on_one_line_where_a_copy_has_room_for_it(tmp_path: Path) -> None:
    """Two lines of it stand on the strip at the cover's head, on a plate that hides it; a long name has no other room."""
    name, long = "Nguyễn Thị Minh Khai", "Bartholomew Alexander James Montgomery-Li"
    job = class_job(
        tmp_path, "layouts: large-print\nroster: class.csv\n", f"Name,Class\n{name},7b\n{long},7b\n"
    )
    work = "work: {category: Fiction, form: Story, published: '1843', audience: Adult}\n"
    guide = (tmp_path / "heart.yaml").read_text(encoding="utf-8")
    (tmp_path / "heart.yaml").write_text(guide + work, encoding="utf-8")
    (volume,) = made(job, "volume")
    texts = texts_of(volume.data)
    first, second = (texts[each.first - 1].split("\r\n") for each in volume.ranges)  # by surname
    assert first[-2:] == [f"{long} · 7b", f"{volume.ranges[0].code}-001"]
    assert second[-1] == f"{name} · 7b · {volume.ranges[1].code}-001"


def test_a_key_is_a_file_of_its_own_and_no_copy_has_answers(job: Path, volume: Artefact) -> None:
    keys = made(job, "key")
    assert [each.version for each in keys] == ["A", "B"]
    assert all("The sound grows." in "".join(texts_of(each.data)) for each in keys)
    assert "The sound grows." not in "".join(texts_of(volume.data))
    letters = [
        re.findall(r"^(\d)\.?\s+([A-D])\.", "\n".join(texts_of(each.data)), re.MULTILINE) for each in keys
    ]
    assert letters[0] != letters[1]


@pytest.mark.parametrize(
    ("layout", "more"), [("quiz", ""), ("quiz", "answer_sheets: true\n"), ("handout", "")]
)
def test_a_key_has_the_answers_to_what_copies_had_room_for(tmp_path: Path, layout: str, more: str) -> None:
    """Forty questions do not fit a sheet: those that are on it are chosen anew, and so are their answers."""
    asked = "\n".join(
        f"  - {{type: short_answer, prompt: Why did the man of page {number} not sleep?, lines: 2,"
        f" answer: He hears number {number}., use: [{'quiz' if layout == 'quiz' else 'discussion'}]}}"
        for number in range(1, 41)
    )
    job = class_job(tmp_path, f"layouts: {layout}\ncopies: 1\n{more}")
    head = GUIDE.partition("questions:")[0].replace(
        "why he is not mad.", "why he is not mad. " + "He is calm. " * 400
    )
    (tmp_path / "heart.yaml").write_text(f"{head}questions:\n{asked}\n", encoding="utf-8")
    (volume,), (key,) = made(job, "volume"), made(job, "key")
    asked_for, answered = (" ".join(" ".join(texts_of(each.data)).split()) for each in (volume, key))
    posed = re.findall(r"(\d+)\. Why did the man of page (\d+) not", asked_for)
    assert 3 < len(posed) < 40
    assert re.findall(r"(\d+)\. He hears number (\d+)\.", answered) == posed


def test_the_leaf_of_an_answer_sheet_takes_no_room_from_the_questions(tmp_path: Path) -> None:
    """A quiz of two pages stays one, and its sheet is the third page."""
    asked = "\n".join(
        f"  - {{type: multiple_choice, prompt: 'Question number {number} and more of it?', choices: [A, B, C, D],"
        f" answer: A, use: [quiz]}}"
        for number in range(1, 31)
    )
    head = GUIDE.partition("questions:")[0]
    posed = []
    for more in ("", "answer_sheets: true\n"):
        job = class_job(tmp_path, f"layouts: quiz\ncopies: 1\n{more}")
        (tmp_path / "heart.yaml").write_text(f"{head}questions:\n{asked}\n", encoding="utf-8")
        (volume,) = made(job, "volume")
        texts = texts_of(volume.data)
        posed.append(re.findall(r"Question number (\d+)", "".join(texts[:2])))
        assert [each.code for each in volume.diagnostics] == []
        assert ("Answer Sheet" in "".join(texts[2:3])) == bool(more)
    assert len(posed[0]) > 9
    assert posed[0] == posed[1]


def test_all_versions_ask_the_same_questions_where_a_sheet_has_room_for_more_of_one(tmp_path: Path) -> None:
    """Long and short questions in another order fill pages otherwise: one version has room for more of them."""
    asked = "\n".join(
        f"  - {{type: multiple_choice, prompt: 'Question number {number}{', and more of it' * (number % 4) ** 2}?',"
        f" choices: [{', '.join('ABCDEFGH'[: 2 + number * 7 % 5])}], answer: A, use: [quiz]}}"
        for number in range(1, 31)
    )
    job = class_job(tmp_path, "layouts: {layout: quiz, versions: 4, seed: 7}\ncopies: 4\n")
    head = GUIDE.partition("questions:")[0]
    (tmp_path / "heart.yaml").write_text(f"{head}questions:\n{asked}\n", encoding="utf-8")
    (volume,), keys = made(job, "volume"), made(job, "key")
    texts = texts_of(volume.data)
    posed = [
        set(re.findall(r"Question number (\d+)", "".join(texts[each.first - 1 : each.last])))
        for each in volume.ranges
    ]
    assert 3 < len(posed[0]) < 20  # a quiz asks twenty at most
    assert posed == [posed[0]] * 4
    answers = [re.findall(r"^\d+\.? ", "\n".join(texts_of(each.data)), re.MULTILINE) for each in keys]
    assert [len(each) for each in answers] == [len(posed[0])] * 4
    assert [each.reason for each in volume.left_out] == ["they do not fit 2 pages"]


def test_the_same_job_makes_the_same_bytes(job: Path, volume: Artefact, copies: list[Artefact]) -> None:
    assert made(job, "volume")[0].data == volume.data
    assert [each.data for each in made(job, "copies")] == [each.data for each in copies]


def test_a_class_sheet_counts_sheets(job: Path, volume: Artefact) -> None:
    (sheet,) = made(job, "class-sheet")
    text = " ".join("".join(texts_of(sheet.data)).split())
    assert f"Sheets in all {volume.pages // 2}" in text
    assert "Copies 5 (Version A: 3, Version B: 2)" in text
    assert "Both sides, flip on the long edge" in text
    assert f"{volume.ranges[0].code} – {volume.ranges[-1].code}" in text


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "Colour on 2 of 6 pages; works in grey"),
        ("![A heart](heart.png)", "Colour on 2 of 6 pages Codes"),
    ],
)
def test_a_class_sheet_says_that_black_alone_will_do_where_it_will(
    tmp_path: Path, more: str, said: str
) -> None:
    """Deep green on white is legible in grey; of a picture nobody knows."""
    job = class_job(tmp_path, JOB.replace("seed: 7", "seed: 7, set: {styles.question.colour: '#0b5d66'}"))
    Image.new("RGB", (40, 40), "red").save(tmp_path / "heart.png")
    (tmp_path / "heart.yaml").write_text(GUIDE.replace("What does he hear?", f"'What does he hear? {more}'"))
    (sheet,) = made(job, "class-sheet")
    assert said in " ".join("".join(texts_of(sheet.data)).split())


def test_nothing_of_a_pupil_is_in_names_of_files_or_in_codes(job: Path) -> None:
    words = [word.casefold() for name in NAMES for word in name.split()]
    for unit in units_of(job):
        said = " ".join((unit.name, *unit.names, *(copy.code for copy in unit.copies))).casefold()
        assert not any(word in said for word in words)


def test_in_the_order_page_the_first_sheets_of_all_come_first(tmp_path: Path) -> None:
    (volume,) = made(class_job(tmp_path, JOB.replace("order: seat", "order: page")), "volume")
    sheets = [read[0].rpartition("-") for read in codes_on(volume.data, 150) if read]
    # A copy is a sheet with questions, white behind, and an answer sheet.
    assert [(code[-1], page) for code, _, page in sheets[:6]] == [
        ("1", "001"),
        ("2", "001"),
        ("3", "001"),
        ("4", "001"),
        ("5", "001"),
        ("1", "003"),
    ]


def test_a_tagged_volume_is_an_accessible_book(tmp_path: Path) -> None:
    (volume,) = made(class_job(tmp_path, JOB + "tagged: true\n"), "volume")
    with pikepdf.open(io.BytesIO(volume.data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) == volume.pages
        assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()


@pytest.mark.xdist_group(VERAPDF)
@pytest.mark.parametrize("standard", ["ua1", "2a"])
def test_a_copy_of_its_own_meets_the_standards(copies: list[Artefact], tmp_path: Path, standard: str) -> None:
    path = tmp_path / "copy.pdf"
    path.write_bytes(copies[0].data)
    (verdict,) = validate([path], standard)
    assert verdict.faults == ()
    assert verdict.conforms

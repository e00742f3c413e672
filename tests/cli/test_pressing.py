"""`guidepress press` writes the files of an order or nothing, and refuses a pair that does not match."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdfium2
import pytest
from tests.press.books import SENTENCE

from guidepress.cli import main

GUIDE = "format: 1\ntitle: Fog\nauthor: A. Clerk\ncredits: {{date: 2026-11-28}}\nunits:\n{}"
UNIT = "  - title: Morning {}\n    summary: {}\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A guide of some thirty pages."""
    path = tmp_path / "fog.yaml"
    units = "".join(UNIT.format(number, SENTENCE * 12) for number in range(36))
    path.write_text(GUIDE.format(units), encoding="utf-8")
    return path


def pressed(book: Path, *words: str) -> int:
    return main(["press", str(book), "--output", str(book.parent / "out"), *words])


def test_files_are_written_and_told(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pressed(book, "--printer", "kdp", "--paper", "cream", "--isbn", "978-0-306-40615-7") == 0
    said = capsys.readouterr().out.splitlines()
    folder = book.parent / "out"
    assert "Amazon KDP · 6x9 · Cream · Black ink · Paperback · " in said[-8]
    assert said[-6:] == [
        str(folder / name)
        for name in (
            "interior.pdf",
            "cover.pdf",
            "ticket.json",
            "kdp.csv",
            "preflight.html",
            "preflight.json",
        )
    ]
    assert sorted(path.name for path in folder.iterdir()) == [
        "cover.pdf",
        "interior.pdf",
        "kdp.csv",
        "preflight.html",
        "preflight.json",
        "ticket.json",
    ]
    assert main(["press", str(folder), "--check"]) == 0
    assert "interior.pdf: as the ticket has it" in capsys.readouterr().out
    (folder / "interior.pdf").write_bytes((folder / "cover.pdf").read_bytes())
    assert main(["press", str(folder), "--check", "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert "and this one has 1 pages: the spine would be wrong" in found["message"]


def test_a_program_reads_the_rounds_of_the_gutter(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = "0600X0900.BW.STD.PB.060UC444.GXX"
    assert pressed(book, "--printer", "lulu", "--package", package, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["gutter_rounds"] == [{"inside_inches": 0.875, "pages": told["pages"], "asked_inches": 0.5}]
    ticket = json.loads((book.parent / "out/ticket.json").read_text(encoding="utf-8"))
    (item,) = ticket["lulu"]["print_job"]["line_items"]
    assert item["printable_normalization"]["pod_package_id"] == package


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--printer", "kpd"], 'There is no printer "kpd". Did you mean "kdp"?'),
        (["--printer", "kdp", "--trim", "3x3"], 'Amazon KDP offers no trim "3x3". Offered: '),
        (
            ["--printer", "kdp", "--ink", "standard-colour"],
            "takes 72 to 600 pages for White paper printed in standard",
        ),
        (["--isbn", "978-0-306-40615-8"], "ends in 8, and by its other digits it must end in 7"),
        (["--isbn", "12345"], "has 5 digits; an ISBN has 13"),
        (["--price", "51499"], "A price stands beside a barcode, and there is no ISBN to make one of."),
        (["--spine", "thin"], "'thin' is not a length"),
        (["--standard", "x9"], 'takes no files of the standard "x9"'),
        (["--icc", "no.icc"], "no.icc"),
        (
            ["--package", "0600X0900.BW.STD.PB.060UC444.GXX"],
            "Generic printer has no packages; --package is Lulu's.",
        ),
        (["--printer", "kdp", "--paper", "groundwood"], "publishes no thickness of its paper"),
    ],
)
def test_bad_orders_are_refused_and_nothing_is_written(
    book: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pressed(book, *words) == 1
    err = capsys.readouterr().err
    assert said in err
    assert "nothing was written" in err
    assert not (book.parent / "out").exists()


@pytest.mark.parametrize(
    ("units", "words", "said"),
    [
        (
            4,
            ["--printer", "kdp"],
            (
                "error: Amazon KDP takes 24 to 828 pages for White paper printed in black ink at 6x9, and this book has {} "
                "(BookBolt's restatement of KDP Print Options, 2026-11-23 [C]). Choose a layout that prints more sections, a "
                "smaller trim, or another binding. [too-few-pages]"
            ),
        ),
        (
            60,
            ["--printer", "lulu", "--binding", "saddle"],
            (
                "error: Lulu takes 4 to 48 pages for the binding Saddle stitch, and this book has {} (General practice, not "
                "confirmed by Lulu, 2026-11-23 [D]). Choose a thinner paper, a larger trim, another binding, or a layout that "
                "prints fewer sections. [too-many-pages]"
            ),
        ),
    ],
)
def test_a_count_that_the_printer_refuses_is_told_with_its_limit(
    tmp_path: Path, units: int, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fog.yaml"
    text = "".join(UNIT.format(number, SENTENCE * 12) for number in range(units))
    path.write_text(GUIDE.format(text), encoding="utf-8")
    assert pressed(path, *words) == 1
    err = capsys.readouterr().err
    (found,) = re.findall(r"and this book has (\d+) ", err)
    assert said.format(found) in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (
            "79",
            "A barcode of 79 % cannot be relied on at a till. Choose 80 to 200 %; 100 % is the rule for books.",
        ),
        ("201", "A barcode of 201 % cannot be relied on at a till."),
        ("0", "A barcode of 0 % cannot be relied on at a till."),
        # 113 X of 0.33 mm are 105.7 pt at 100 %; KDP's zone is 2 x 1.2 in.
        (
            "150",
            "at 150 %, and the printer's zone has 144pt by 86.4pt. Ask for a smaller one, or for none of a size.",
        ),
    ],
)
def test_a_barcode_of_a_size_that_cannot_be_is_refused(
    book: Path, size: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--printer", "kdp", "--isbn", "978-0-306-40615-7", "--magnification", size)
    assert pressed(book, *words) == 1
    assert said in capsys.readouterr().err


def test_a_barcode_is_printed_in_the_size_that_is_asked_for(book: Path) -> None:
    """KDP's zone takes 100 %; 85 % of 113 modules of 0.33 mm are 89.87 pt."""
    words = ("--printer", "kdp", "--isbn", "978-0-306-40615-7", "--magnification", "85")
    assert pressed(book, *words) == 0
    document = pypdfium2.PdfDocument(book.parent / "out/cover.pdf")
    digits = document[0].get_textpage().search("780306").get_next()
    box = document[0].get_textpage().get_charbox(digits[0])
    document.close()
    # A digit every 7 modules of 0.33 mm at 85 %, 5.566 pt; it fills no more than 94 % of that.
    assert 0 < box[2] - box[0] <= 5.24


def test_a_size_needs_a_barcode(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pressed(book, "--magnification", "100") == 1
    assert "There is no ISBN to make a barcode of, whatever its size." in capsys.readouterr().err
    assert pressed(book, "--magnification", "big") == 2


def test_a_package_leaves_no_room_for_other_choices(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pressed(book, "--package", "x", "--trim", "6x9") == 2
    assert "--package says trim, paper, ink, binding and finish" in capsys.readouterr().err


def test_a_picture_of_too_few_pixels_stops_the_files_and_leaves_the_reports(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from PIL import Image  # noqa: PLC0415 - only this test needs it

    Image.new("L", (150, 100), 128).save(book.parent / "dim.png")
    text = book.read_text(encoding="utf-8").replace(
        "units:\n", "overview: |-\n  ![A dim room](dim.png)\nunits:\n"
    )
    book.write_text(text, encoding="utf-8")
    assert pressed(book, "--printer", "kdp") == 1
    told = capsys.readouterr()
    said = told.out.splitlines()
    assert said[-3] == "Nothing but the reports was written."
    assert "1 fault, " in said[-4]
    assert "error: interior.pdf, page " in told.err
    assert "[resolution]" in told.err
    assert sorted(path.name for path in (book.parent / "out").iterdir()) == [
        "preflight.html",
        "preflight.json",
    ]


def test_an_empty_isbn_is_not_taken_for_none(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pressed(book, "--isbn", "") == 2
    assert "--isbn is empty; leave it out for the guide's own, or for none." in capsys.readouterr().err

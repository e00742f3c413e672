"""`guidepress impose` and `guidepress stamp`: what they write, what they say, and what they leave alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.bind.sheets import numbered, reader_of, texts

from guidepress.cli import main


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "guide.pdf"
    path.write_bytes(numbered(12))
    return path


def test_a_booklet_is_written_and_described(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out" / "booklet.pdf"
    words = [
        "--scheme",
        "saddle",
        "--sheet",
        "a3",
        "--creep-caliper",
        "0.1mm",
        "--flip",
        "short",
        "--marks",
        "all",
    ]
    assert main(["impose", str(source), *words, "--slug", "-o", str(out)]) == 0
    # A3 lies; 420 mm hold two pages of 300 pt, 24 pt of marks left and right: (1190.55 - 48) / 600 = 190.4 %;
    # 297 mm hold one of 400 pt: (841.89 - 48) / 400 = 198.5 %. The smaller counts.
    said, left, place = capsys.readouterr().out.splitlines()
    assert (
        said == "12 pages on 3 sheets of 420 x 297 mm, at 190.4%; print on both sides, flip on the short edge"
    )
    # The document and a paragraph a page.
    assert left == "Sheets are for paper: they leave behind 13 structure elements, 12 page labels"
    assert place == str(out)
    assert len(reader_of(out.read_bytes()).pages) == 6
    back = tmp_path / "back.pdf"
    assert main(["impose", str(out), "--linearise", "-o", str(back)]) == 0
    assert texts(back.read_bytes()) == texts(numbered(12))


def test_the_name_of_the_file_says_how_it_flips(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["impose", str(source), "-o", str(tmp_path / "out")]) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["guide-saddle-flip-long.pdf"]
    capsys.readouterr()


def test_the_order_alone_writes_nothing(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["impose", str(source), "--order"]) == 0
    assert capsys.readouterr().out.split("\n")[:2] == ["sheet 1 front  12   1 ", "sheet 1 back    2  11 "]
    assert main(["impose", "--order", "--count", "8", "--scheme", "zine", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["places"][0] == {"sheet": 1, "side": "front", "column": 1, "row": 1, "page": 7, "turn": 180}
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--scheme", "sadle"], "--scheme 'sadle' is unknown. Did you mean \"saddle\"?"),
        (["--sheet", "a99"], "is not a paper"),
        (["--margin", "3"], "'3' is not a length"),
        (["--gutter", "-3mm"], "is out of range"),
        (["--flip", "left"], "Known here: long, short."),
        (["--scheme", "up", "--up", "5"], "5 pages on a side make no grid. Choose --up from 2, 4, 8, 9, 16."),
        (["--creep-caliper", "1mm", "--creep-total", "2mm"], "Creep is given twice"),
        (["--marks", "trim,folds"], 'Did you mean "fold"?'),
        (["--sheet", "a6", "--scale", "none"], "the sheet is 105 mm x 148 mm"),
        (["--sides", "3"], "A sheet has 1 or 2 sides, not 3."),
        (["--last", "13"], "the last 13 of 12 pages cannot be kept at the end"),
        (["--blank-after", "x"], "--blank-after 'x' names no pages"),
        (["--linearise"], "has no record of how it was imposed"),
        (["-o", "guide.pdf"], "is the file that is read"),
    ],
)
def test_a_wrong_option_is_one_sentence(
    words: list[str], sentence: str, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [str(tmp_path / word) if word == "guide.pdf" else word for word in words]
    out = [] if "-o" in words else ["-o", str(tmp_path / "out.pdf")]
    assert main(["impose", str(source), *words, *out]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert len(said.splitlines()) == 2  # the sentence, and that nothing was written
    assert [path.name for path in tmp_path.iterdir()] == ["guide.pdf"]
    assert source.read_bytes() == numbered(12)


def test_files_that_cannot_be_read_are_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(numbered(4)[:30])
    for words in (
        ["impose", str(tmp_path / "no.pdf")],
        ["impose"],
        ["impose", str(broken)],
        ["stamp", str(broken), "-t", "X"],
    ):
        assert main([*words, *([] if len(words) == 1 else ["-o", str(tmp_path / "out.pdf")])]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["broken.pdf"]


def test_a_folder_without_permission_is_one_sentence(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = source / "below-a-file.pdf"
    assert main(["impose", str(source), "-o", str(out)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_pages_are_stamped(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "stamped.pdf"
    assert main(["stamp", str(source), "--text", "Copy for Ada", "--pages", "1-2,11-", "-o", str(out)]) == 0
    assert capsys.readouterr().out.splitlines() == ["4 pages stamped", str(out)]
    stamped = [number for number, text in enumerate(texts(out.read_bytes()), 1) if "Ada" in text]
    assert stamped == [1, 2, 11, 12]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--where", "fotter"], 'Did you mean "footer"?'),
        (["--pages", "3-1"], "'3-1' names no pages"),
        (["--pages", "9-13"], "the file has 12 pages"),
        (["--size", "1pt"], "--size 1pt is out of range"),
        (["--colour", "red"], "'red' is not a colour"),
        (["--opacity", "0"], "--opacity 0 is out of range"),
    ],
)
def test_a_wrong_stamp_is_one_sentence(
    words: list[str], sentence: str, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stamp", str(source), "-t", "X", *words, "-o", str(tmp_path / "out.pdf")]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert len(said.splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["guide.pdf"]

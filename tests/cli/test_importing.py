"""`new` and `import` write a guide that is checked, say what they understood, and write nothing over anybody's work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guidepress.cli import main
from guidepress.guide import load_guide

PAGE = Path(__file__).parents[1] / "exchange" / "text" / "samples" / "page.txt"


def test_new_writes_a_guide_that_builds_and_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "The Gift of the Magi", "--author", "O. Henry"]) == 0
    assert "Next: guidepress build the-gift-of-the-magi.yaml" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "guide.schema.json",
        "the-gift-of-the-magi.yaml",
    ]
    assert main(["check", "the-gift-of-the-magi.yaml"]) == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", " --paper a4\n"), ("en-GB", " --paper a4\n"), ("es-MX", "\n"), ("fr-CA", "\n"), ("en-US", "\n")],
)
def test_new_names_the_paper_of_a_language_whose_schools_have_no_letter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    place = tmp_path / "woyzeck.yaml"
    begin = ["new", "Woyzeck", "--author", "Georg Büchner", "--language", language, "-o", str(place)]
    assert main(begin) == 0
    assert f"Next: guidepress build {place}{said}" in capsys.readouterr().out


def test_new_takes_a_file_to_begin_with(tmp_path: Path) -> None:
    place = tmp_path / "heart.yaml"
    assert main(["new", "Her Title", "--author", "A. Writer", "--from", str(PAGE), "-o", str(place)]) == 0
    guide = load_guide(place)
    assert (guide.title, guide.authors[0].name, len(guide.plot)) == ("Her Title", "A. Writer", 3)
    text = place.read_text(encoding="utf-8")
    assert "\n# vocabulary:" in text
    assert "\n# quotes:" not in text


def test_new_needs_an_author(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "Title"]) == 2
    assert (
        'guidepress: --author is missing; write --author "O. Henry" for example.' in capsys.readouterr().err
    )


def test_import_says_what_it_understood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(PAGE), "-o", str(tmp_path / "a" / "heart.yaml")]) == 0
    said = capsys.readouterr().out
    assert "  line 5        title: The Tell-Tale Heart (likely)\n" in said
    assert "  line 1   18 pages 45 minutes read (pages and time are counted anew)\n" in said


def test_the_report_is_data_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(PAGE), "-o", str(tmp_path / "heart.yaml"), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is True
    assert {
        "place": "line 3",
        "what": "author",
        "value": "Edgar Allan Poe",
        "confidence": "likely",
    } in report["guesses"]
    assert report["losses"][0] == {
        "place": "line 52",
        "what": "Unlock IconUnlock all 18 pages of this Study Guide",
        "why": "the page's own, not the guide's",
    }


def test_a_guide_that_is_there_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "heart.yaml"
    place.write_text("mine", encoding="utf-8")
    assert main(["import", str(PAGE), "-o", str(place)]) == 1
    assert f"{place} is there already." in capsys.readouterr().err
    assert place.read_text(encoding="utf-8") == "mine"
    assert main(["import", str(PAGE), "-o", str(place), "--force"]) == 0
    assert load_guide(place).title == "The Tell-Tale Heart"


def test_what_cannot_be_set_is_told_when_it_is_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, place = tmp_path / "x.md", tmp_path / "x.yaml"
    path.write_text("# Plot\n\nAll well \U0001f986.\n", encoding="utf-8")
    assert main(["import", str(path), "-o", str(place), "--author", "A"]) == 1
    told = capsys.readouterr()
    assert f"{place}:" in told.err
    assert "No font has the character" in told.err
    assert f"The guide is written as it is; mend it, then: guidepress check {place}" in told.out


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7 ...", "is a PDF, not a text, Markdown, a web page or a Word file."),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "is an Office file of before 2007, or one with a password"),
        (b"", "is empty."),
        (b"   \n \n", "holds no text."),
        (b"abc\x00def" + bytes(range(256)), "is no file that guidepress knows"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, sentence: str
) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert main(["import", str(path), "-o", str(tmp_path / "out.yaml")]) == 1
    error = capsys.readouterr().err
    assert sentence in error
    assert "1 error; nothing was written." in error
    assert [each.name for each in tmp_path.iterdir()] == ["x.txt"]


def test_a_guess_stands_beside_its_value_when_no_option_says_it(tmp_path: Path) -> None:
    place = tmp_path / "heart.yaml"
    assert main(["import", str(PAGE), "-o", str(place)]) == 0
    assert "title: The Tell-Tale Heart  # likely: title (line 5)\n" in place.read_text(encoding="utf-8")
    assert main(["import", str(PAGE), "-o", str(place), "--force", "--title", "Mine"]) == 0
    assert "title: Mine\n" in place.read_text(encoding="utf-8")


def test_a_guide_is_not_written_over_what_is_no_guide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "page.txt"
    text.write_bytes(PAGE.read_bytes())
    assert main(["import", str(text), "-o", str(text), "--force"]) == 1
    assert "is called otherwise. Let it end with .yaml. [wrong-suffix]" in capsys.readouterr().err
    assert text.read_bytes() == PAGE.read_bytes()

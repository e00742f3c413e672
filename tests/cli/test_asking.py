"""`export GUIDE --roster LIST` is a job that needs no file: the same files, faults at the options, and the job to keep."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.export.classes import NAMES, class_job, texts_of

from guidepress.cli import main

OUT = Path("output/heart-exam-class")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder at work with a guide, a list of five in one class, and a job."""
    class_job(tmp_path, "roster: class.csv\n")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(*words: str) -> int:
    return main(["export", "heart.yaml", *words])


def said_of(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The lines on standard error of a command that fails and writes nothing."""
    before = {*Path().rglob("*")}
    assert main(["export", *words]) in {1, 2}
    assert {*Path().rglob("*")} == before
    return capsys.readouterr().err.splitlines()


def test_a_class_has_its_copies_with_a_guide_a_list_and_no_job(capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--roster", "class.csv", "-l", "exam") == 0
    assert capsys.readouterr().out.splitlines()[0] == "class.csv: CSV, UTF-8, commas, 5 pupils"
    text = "\n".join(texts_of((OUT / "heart-exam-7b.pdf").read_bytes()))
    assert [name for name in NAMES if name not in text] == []
    # Four versions of an exam: the class's copies, the sheet for the copy room, and a key a version.
    keys = [f"heart-exam-key-{letter}.pdf" for letter in "ABCD"]
    assert sorted(each.name for each in OUT.glob("*.pdf")) == [
        "heart-exam-7b-class-sheet.pdf",
        "heart-exam-7b.pdf",
        *keys,
    ]


def test_a_workbook_without_classes_is_of_the_class_that_is_named() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Nachname", "Vorname"), ("Müller", "Jörg"), ("Öztürk", "Can")):
        sheet.append(row)
    book.save("liste.xlsx")
    assert export("--roster", "liste.xlsx", "--class", "8B", "-l", "exam", "--paper", "a4") == 0
    text = "\n".join(texts_of(Path("output/heart-exam-a4-liste-8b/heart-exam-a4-8B.pdf").read_bytes()))
    assert "Can Öztürk" in text
    assert "8B" in text


def test_options_say_what_a_job_s_keys_say(folder: Path) -> None:
    options = ["-l", "exam", "-l", "study-guide", "--versions", "2", "--files", "both", "--padding", "none"]
    more = ["--personalise", "name,seat,code", "--order", "seat", "--answer-sheets", "--title", "English 7b"]
    last = ["--no-keys", "--no-cover-sheets", "--paper", "a4", "--class", "7b", "--save-job", "kept.yaml"]
    assert export("--roster", "class.csv", *options, *more, *last, "--plan") == 0
    assert (
        (folder / "kept.yaml").read_text("utf-8")
        == """\
format: 1
title: English 7b
guides: heart.yaml
layouts: [exam, study-guide]

roster:
  file: class.csv
  class: 7b

paper: a4
versions: 2
personalise: [name, seat, code]
order: seat
padding: "none"
files: both
answer_sheets: true
keys: false
cover_sheets: false
output: output/heart-exam-study-guide-a4-class-7b
"""
    )


def test_the_job_that_is_saved_does_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--roster", "class.csv", "-l", "exam", "--versions", "2"]
    assert export(*words) == 0
    made = {each: each.read_bytes() for each in OUT.iterdir() if each.is_file() and each.name != "run.json"}
    assert export(*words, "--save-job", "kept.yaml") == 0
    assert (
        "saved as kept.yaml; next time: guidepress export kept.yaml" in capsys.readouterr().out.splitlines()
    )
    assert main(["export", "kept.yaml"]) == 0
    assert "4 of 4 were there already, and nothing in them has changed" in capsys.readouterr().out
    assert {each: each.read_bytes() for each in made} == made


def test_a_job_in_a_folder_of_its_own_names_what_lies_beside_it() -> None:
    Path("jobs").mkdir()
    words = ["--roster", "class.csv", "-l", "exam", "--versions", "1"]
    assert export(*words, "--save-job", "jobs/kept.yaml") == 0
    text = Path("jobs/kept.yaml").read_text("utf-8")
    assert 'guides: "../heart.yaml"\n' in text
    assert 'roster: "../class.csv"\n' in text
    assert main(["export", "jobs/kept.yaml"]) == 0
    assert len([*OUT.glob("*.pdf")]) == 3


def test_without_names_so_many_copies_are_made(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--copies", "3", "-l", "exam", "--versions", "1", "--no-keys", "--no-cover-sheets", "--json"]
    assert export(*words) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["file"] for each in told["files"]] == ["heart-exam.pdf"]
    assert told["output"] == "output/heart-exam"


def test_what_is_odd_in_a_list_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("class.csv").write_text("Name,Class,Hobby\nAna,7b,a\nAna,7b,b\n", encoding="utf-8")
    words = ["--roster", "class.csv", "-l", "exam", "--versions", "1"]
    assert export(*words) == 0
    said = capsys.readouterr()
    assert "  not understood: Hobby" in said.out.splitlines()
    assert said.err.startswith("class.csv:3:1: warning: ")
    assert export(*words, "--json") == 0
    assert [each["line"] for each in json.loads(capsys.readouterr().out)["diagnostics"]] == [3]


def test_several_guides_may_be_named_and_paths_lead_anywhere(folder: Path) -> None:
    home = folder / "elsewhere"
    home.mkdir()
    (home / "raven.yaml").write_bytes((folder / "heart.yaml").read_bytes())
    (home / "list.csv").write_bytes((folder / "class.csv").read_bytes())
    work = folder / "work"
    work.mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(work)
        words = ["../heart.yaml", str(home / "raven.yaml"), "--roster", str(home / "list.csv"), "-l", "exam"]
        assert main(["export", *words, "--versions", "1"]) == 0
        assert {each.name for each in Path("output/2-guides-exam-list").glob("*7b.pdf")} == {
            "heart-exam-7b.pdf",
            "raven-exam-7b.pdf",
        }


FAULTS: dict[str, tuple[list[str], list[str]]] = {
    "of many options": (
        ["heart.yaml", "--roster", "clas.csv", "-l", "quizz", "--versions", "40", "--copies", "100001"],
        [
            '--layout: error: There is no layout "quizz". Did you mean "quiz"? [unknown-layout]',
            '--roster: error: There is no file "clas.csv". Check its name. [file-not-found]',
            '--copies: error: "100001" is no whole number from 0 to 100000.',
            "--versions: error: 40 is more versions than there can be; 26 are the most. [too-many]",
        ],
    ),
    "of a class": (
        ["heart.yaml", "--roster", "class.csv", "--class", "7x"],
        ['--class: error: There is no class "7x" in the roster. Its classes are: 7b. [unknown-class]'],
    ),
    "of the paper": (["heart.yaml", "--copies", "2", "--paper", "a99"], ["--paper: error: "]),
    "of a job's place": (
        ["heart.yaml", "--copies", "2", "--save-job", "no/kept.yaml"],
        ["--save-job: error: There is no folder no. Make it first. [no-folder]"],
    ),
    "of a job that is there": (
        ["heart.yaml", "--copies", "2", "--save-job", "job.yaml"],
        ["--save-job: error: job.yaml is there already, and says something else. Name another file"],
    ),
    "of a row": (["heart.yaml", "--roster", "ragged.csv"], ["ragged.csv:2:3: error: This row has 3 cells"]),
    "of a name with stars": (
        ["h?art.yaml", "--copies", "2"],
        ['h?art.yaml:1:1: error: In a job the name of a guide must have no "*" and no "?"'],
    ),
    "a table": (["class.csv", "--copies", "2"], ["class.csv:1:1: error: This is neither a guide nor a job."]),
    "a pack": (["pack.yaml"], ["pack.yaml:1:1: error: This is a pack, and neither a guide nor a job."]),
    "nothing": (["heat.yaml", "--copies", "2"], ['error: There is no file "heat.yaml".']),
    "nobody": (["heart.yaml"], ["guidepress: nothing says who gets a copy of heart.yaml; name a list with"]),
    "a class of none": (
        ["heart.yaml", "--copies", "2", "--class", "7b"],
        ["guidepress: --class is said of a roster, and there is none; name a list with --roster."],
    ),
    "a job with options": (
        ["job.yaml", "--roster", "class.csv"],
        [
            "guidepress: job.yaml is a job, which says for itself what --roster would; take --roster out, or edit"
        ],
    ),
    "a job without keys": (
        ["job.yaml", "--no-keys"],
        ["guidepress: job.yaml is a job, which says for itself what --no-keys would; take --no-keys out"],
    ),
    "a job among guides": (
        ["heart.yaml", "job.yaml"],
        ["guidepress: job.yaml is a job, and stands by itself; name the job alone, or guides alone."],
    ),
    "a word": (
        ["heart.yaml", "--copies", "2", "--order", "alphabet"],
        [
            "guidepress: --order is one of student, roster, seat, version, page, not 'alphabet'; see guidepress"
        ],
    ),
    "a word among others": (
        ["heart.yaml", "--copies", "2", "--personalise", "name, hair"],
        [
            "guidepress: --personalise is one of name, class, seat, number, code, version, not 'hair'; see guidepress"
        ],
    ),
    "a job that is no YAML": (
        ["heart.yaml", "--copies", "2", "--save-job", "kept.txt"],
        ["guidepress: --save-job needs a .yaml file, not kept.txt; see guidepress export --help."],
    ),
    "a job at an address": (
        ["heart.yaml", "--copies", "2", "--save-job", "kept.yaml", "-o", "memory://out"],
        ["guidepress: --save-job writes a job for a folder, not for an address; leave out one of the two."],
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_a_sentence_at_its_option(
    fault: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words, wanted = FAULTS[fault]
    (folder / "ragged.csv").write_text("Name,Class\nAna,7a,b\n", encoding="utf-8")
    (folder / "pack.yaml").write_text("format: 1\nparts: [heart.yaml]\n", encoding="utf-8")
    (folder / "h?art.yaml").write_bytes((folder / "heart.yaml").read_bytes())
    said = [line for line in said_of(capsys, *words) if "nothing was written" not in line]
    assert len(said) == len(wanted)
    assert [line[: len(start)] for line, start in zip(said, wanted, strict=True)] == wanted


def test_a_job_to_be_saved_where_it_may_not_name_its_files_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "work").mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder / "work")
        words = ["../heart.yaml", "--copies", "2", "-l", "exam", "--versions", "1", "--save-job", "kept.yaml"]
        (line, _) = said_of(capsys, *words)
        assert line.startswith('../heart.yaml:1:1: error: "../heart.yaml" does not lie in ')
        assert main(["export", *words, "--root", ".."]) == 0
        assert "next time: guidepress export kept.yaml --root .." in capsys.readouterr().out
        assert main(["export", "kept.yaml", "--root", ".."]) == 0


def test_a_plan_says_the_place_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--copies", "2", "--plan", "-o", "there") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "into there"
    assert main(["export", "job.yaml", "--plan", "-o", "there"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "into there"
    assert not Path("there").exists()


@pytest.mark.parametrize("option", ["--versions", "--copies"])
def test_none_of_what_is_to_be_made_is_wrong_use(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    (line, *_) = said_of(capsys, "heart.yaml", "--copies", "2", option, "0")
    assert line.startswith(f"guidepress: {option} needs a whole number from 1, not '0'")

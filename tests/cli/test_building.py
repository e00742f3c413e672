"""`guidepress build`: what it writes, what it says, and what it leaves alone."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

from guidepress.cli import main

GOOD = "format: 1\ntitle: T\nauthor: A\noverview: |-\n  One paragraph of text, long enough to be set.\n"
FAULTY = "format: 1\ntitle: T\nauthor: A\n"


def write(folder: Path, text: str, name: str = "guide.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_build_says_pages_standards_path_and_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out" / "book.pdf"
    assert main(["build", write(tmp_path, GOOD), "-o", str(out)]) == 0
    pages, standards, place, seconds = capsys.readouterr().out.splitlines()
    assert " page" in pages
    assert pages.endswith("read")
    assert standards == "PDF/UA-1 and PDF/A-2a"
    assert place == str(out)
    assert seconds.endswith(" s, verified")
    assert out.read_bytes().startswith(b"%PDF-1.7")


def test_a_build_says_what_it_noticed_in_the_guide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unused = "themes:\n  - {name: Love, id: love, text: Words.}\n"
    guide = write(tmp_path, GOOD + unused)
    assert main(["build", guide, "-o", str(tmp_path / "book.pdf"), "--no-verify"]) == 0
    warning = capsys.readouterr().out.splitlines()[0]
    assert warning.startswith(f'{guide}:7:5: warning: Nothing in the guide refers to the theme "Love".')
    assert main(["build", guide, "-o", str(tmp_path / "book.pdf"), "--no-verify", "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert [found["code"] for found in result["diagnostics"]] == ["unused-theme"]


def test_a_faulty_guide_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["build", write(tmp_path, FAULTY), "-o", str(out)]) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert not out.exists()


def test_a_layout_that_finds_nothing_to_print_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide, out = write(tmp_path, GOOD), tmp_path / "out.pdf"
    assert main(["build", guide, "--layout", "quiz", "-o", str(out)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        f"{guide}:1:1: error: The guide holds nothing that the layout 'quiz' prints: quiz ("
    )
    assert not out.exists()


def test_one_faulty_guide_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = write(tmp_path, FAULTY, "bad.yaml"), write(tmp_path, GOOD, "good.yaml")
    out = tmp_path / "out"
    assert main(["build", bad, good, "-o", str(out), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [result["ok"] for result in said["results"]] == [False, True]
    assert [path.name for path in out.iterdir()] == ["good.pdf"]


def test_one_file_cannot_hold_two_guides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = write(tmp_path, GOOD, "a.yaml"), write(tmp_path, GOOD, "b.yaml")
    assert main(["build", first, second, "-o", str(tmp_path / "x.pdf")]) == 1
    assert "one file" in capsys.readouterr().err


def test_two_guides_of_one_name_do_not_overwrite_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other").mkdir()
    first, second = write(tmp_path, GOOD), write(tmp_path / "other", GOOD)
    assert main(["build", first, second, "-o", str(tmp_path / "out")]) == 1
    assert "Two guides" in capsys.readouterr().err


def test_a_guide_is_never_overwritten_by_its_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write(tmp_path, GOOD, "guide.pdf")
    assert main(["build", guide, "-o", guide]) == 1
    assert "is the guide itself" in capsys.readouterr().err
    assert Path(guide).read_text(encoding="utf-8") == GOOD


def test_an_unwritable_place_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert main(["build", write(tmp_path, GOOD), "-o", str(tmp_path / "file" / "x.pdf")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_an_explanation_names_styles_and_breaks(tmp_path: Path) -> None:
    out = tmp_path / "book.pdf"
    assert main(["build", write(tmp_path, GOOD), "-o", str(out), "--explain", "--no-verify"]) == 0
    text = out.with_suffix(".explain.md").read_text(encoding="utf-8")
    assert "Why each page ended" in text
    assert "- `h1`: H1" in text
    assert "base.yaml:" in text


def test_the_same_guide_gives_the_same_bytes(tmp_path: Path) -> None:
    guide = write(tmp_path, GOOD)
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    assert main(["build", guide, "-o", str(first)]) == main(["build", guide, "-o", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_another_paper_and_another_layout_overwrite_nothing(tmp_path: Path) -> None:
    guide = write(tmp_path, GOOD)
    for extra in ([], ["--paper", "a4"], ["-l", "handout"], ["-l", "handout", "--paper", "170mm x 240mm"]):
        assert main(["build", guide, "-o", str(tmp_path / "out"), "--no-verify", *extra]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "guide-a4.pdf",
        "guide-handout-170mm-x-240mm.pdf",
        "guide-handout.pdf",
        "guide.pdf",
    ]


def test_of_many_guides_those_that_could_not_be_built_are_named_at_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("good", "format: 1\ntitle: T\nauthor: A\nplot: P.\n"), ("bad", "format: 1\n")):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    bad, good = (str(tmp_path / f"{name}.yaml") for name in ("bad", "good"))
    assert main(["build", bad, good, "--output", f"{tmp_path}/out/"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == f"1 of 2 guides could not be built: {bad}"


@pytest.mark.parametrize("collects", [True, False])
def test_a_build_leaves_the_collector_of_circles_as_it_was(tmp_path: Path, collects: bool) -> None:  # noqa: FBT001
    was = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        assert main(["build", write(tmp_path, GOOD), "-o", str(tmp_path / "book.pdf")]) == 0
        assert gc.isenabled() is collects
    finally:
        (gc.enable if was else gc.disable)()

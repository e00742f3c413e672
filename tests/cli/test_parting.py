"""`build --parts` writes files that can be handed out, and says which sections nobody gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guidepress.cli.main import main

GUIDE = str(Path(__file__).parents[2] / "guides" / "ozymandias.yaml")


def test_every_copy_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["build", GUIDE, "-l", "exam", "--parts", "--paper", "a4", "-o", str(tmp_path), "--no-verify"])
        == 0
    )
    keys = ["answer-key", *(f"answer-key-{letter}" for letter in "abcd")]
    names = [*keys, "answer-sheet", "version-a", "version-b", "version-c", "version-d"]
    assert {path.name for path in tmp_path.iterdir()} == {f"ozymandias-exam-a4-{name}.pdf" for name in names}
    said = capsys.readouterr().out.splitlines()
    assert sum(line.endswith("not verified") for line in said) == len(names)


def test_programs_read_what_was_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", GUIDE, "-l", "quiz", "--parts", "-o", str(tmp_path), "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert [(copy["name"], copy["verified"]) for copy in result["copies"]] == [
        ("quiz", True),
        ("answer-key", True),
    ]
    assert all(Path(copy["output"]).stat().st_size == copy["bytes"] for copy in result["copies"])


def test_a_layout_without_sheets_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", GUIDE, "-l", "handout", "--parts", "-o", str(tmp_path)]) == 1
    assert "prints nothing that is handed out by itself" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "one.pdf"], "--parts writes several files, and one.pdf is one; name a folder."),
        (["--explain"], "--parts leaves no room for --explain; build the book whole to read of its breaks."),
        (["-o", "-"], "--output - leaves no room for --parts; name a file with --output."),
    ],
)
def test_wrong_use_is_said(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", GUIDE, "--parts", *words]) == 2
    assert said in capsys.readouterr().err

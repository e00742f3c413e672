"""A file that is named to the wrong command is called what it is, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from guidepress.base.other_kinds import GUIDE as A_GUIDE
from guidepress.base.other_kinds import JOB as A_JOB
from guidepress.base.other_kinds import plain_kind
from guidepress.base.yaml import parse_yaml
from guidepress.cli import main

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = "format: 1\ntitle: Ozymandias\nauthor: P. B. Shelley\nplot: A ruin.\n"
FILES = {
    "guide.yaml": GUIDE,
    "job.yaml": "format: 1\nguides: guide.yaml\nlayouts: handout\n",
    "pack.yaml": "format: 1\nparts: [guide.yaml]\n",
    "look.yaml": "extends: handout\ndescription: Ours\n",
}


@pytest.mark.parametrize(
    ("command", "file", "said"),
    [
        (
            "build",
            "job.yaml",
            "This is a job for a class, not a guide. Make what it asks for: guidepress export",
        ),
        ("check", "pack.yaml", "This is a pack, not a guide. Bind what it lists: guidepress pack"),
        (
            "build",
            "look.yaml",
            "This is a layout, not a guide. Build a guide in it: guidepress build … --layout",
        ),
        ("pack", "guide.yaml", "This is a guide, not a pack. Build it: guidepress build"),
    ],
)
def test_the_command_that_takes_a_file_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, file: str, said: str
) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path / file
    assert main([command, str(path)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"{path}:1:1: error: {said} {path}. [another-kind]"
    assert lines[1].startswith("1 error")


@pytest.mark.parametrize("stray", ["parts: []", "guides: x.yaml", "extends: handout"])
def test_a_guide_with_a_stray_key_is_a_guide_still(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], stray: str
) -> None:
    (tmp_path / "guide.yaml").write_text(f"{GUIDE}{stray}\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "guide.yaml")]) == 1
    assert "guide.yaml:5:1: error: There is no key" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\xff", "a Word file, a workbook or another archive"),
        (b"%PDF-1.7\n\xff", "a PDF"),
        (b"\xd0\xcf\x11\xe0", "an Office file of before 2007"),
    ],
)
def test_a_file_of_another_program_is_not_told_of_its_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    (tmp_path / "notes.docx").write_bytes(data)
    assert main(["build", str(tmp_path / "notes.docx")]) == 1
    assert f"notes.docx:1:1: error: This is {said}, not a file of YAML." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (GUIDE, A_GUIDE),
        (f"{GUIDE}guides: x.yaml\n", A_GUIDE),
        ("guides: x.yaml\nlayouts: handout\noverview: A ruin.\n", A_JOB),
        ("roster: class.csv\n", A_JOB),
        ("parts: []\n", "a pack"),
        ("format: 1\ntitle: Ozymandias\n", ""),
    ],
)
def test_a_file_is_what_most_of_its_keys_are_of(text: str, kind: str) -> None:
    assert plain_kind(parse_yaml(text.encode(), "a.yaml")) == kind

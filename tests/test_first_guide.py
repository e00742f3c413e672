"""A newcomer's first minute: the commands of the document make a book, and what it shows is a guide."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from guidepress.cli import main
from guidepress.guide import load_guide

PAGE = (Path(__file__).parents[1] / "docs" / "first-guide.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```sh\nguidepress (.+)\n```", PAGE, re.MULTILINE)


def test_the_three_commands_make_a_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert [command.split()[0] for command in COMMANDS] == ["new", "build", "verify"]
    assert [main(shlex.split(command)) for command in COMMANDS] == [0, 0, 0]
    assert "output/the-gift-of-the-magi.pdf" in capsys.readouterr().out


def test_the_example_is_part_of_a_guide() -> None:
    example, job = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    guide = load_guide(f"format: 1\ntitle: T\nauthor: A\noverview: O.\n{example}")
    assert guide.characters[0].name == "Della"
    assert job.startswith("format: 1\n")  # what a job says is held by the tests of documents

"""What is printed steers no terminal, and needs no letters that the terminal has not."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guidepress.cli import main
from guidepress.cli.say import say, say_json, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ein Gruß, ½ “so”", "Ein Gruß, ½ “so”"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("a\rb\x9b31m", "a\\x0db\\x9b31m"),
        ("two\nlines", "two\nlines"),
        ("\u202eabc", "\\u202eabc"),
        ("\udcff.yaml", "\\udcff.yaml"),
    ],
)
def test_what_steers_a_terminal_stands_as_its_number(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_terminal_without_the_letters_has_their_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
    monkeypatch.setattr(sys, "stdout", out)
    say("“ü”")
    say_json({"a": "ü\x9b"})
    printed = out.buffer.getvalue()
    assert printed.startswith(b"\\u201c\\xfc\\u201d\n")
    assert json.loads(printed.partition(b"\n")[2]) == {"a": "ü\x9b"}


def test_a_name_that_is_no_text_is_one_sentence(tmp_path: Path) -> None:
    words = [os.fsencode(sys.executable), b"-m", b"guidepress", b"check", b"\xff\xfe.yaml"]
    done = subprocess.run(words, capture_output=True, cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"error:") == 1


def test_a_guide_cannot_steer_the_terminal_by_what_is_wrong_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = tmp_path / "g.yaml"
    guide.write_text('format: 1\ntitle: T\nauthor: A\n"\\e[31mkey\\a": x\n', "utf-8")
    assert main(["check", str(guide)]) == 1
    assert "\x1b" not in capsys.readouterr().err

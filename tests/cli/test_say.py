"""What is printed steers no terminal, and needs no letters that the terminal has not."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.press.preflight.making import interior_draft

from guidepress.cli import exporting, main
from guidepress.cli.say import json_line, say, say_json, shown
from guidepress.export.running.driving import Tally
from guidepress.export.running.outcome import Outcome


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


def test_a_line_for_programs_steers_no_terminal_either() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    data = {"unit": "\x1b]0;a\x07\x7f\x9b31m\u202eü"}
    line = json_line(data, stream)
    assert shown(line) == line
    assert json.loads(line) == data
    assert json_line({"unit": "Gruß"}, stream) == '{"unit": "Gruß"}'


def test_the_log_of_an_export_steers_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    exporting._log(Outcome("\x1b[31m", "a", "failed", faults=("\x9b no",)), Tally(), 1)
    said = capsys.readouterr().err
    assert json.loads(said)["faults"] == ["\x9b no"]
    assert shown(said) == said


def test_a_report_before_the_press_steers_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "\x1b[31m.pdf"
    path.write_bytes(interior_draft().write())
    assert main(["preflight", str(path), "--printer", "kdp", "--trim", "5x8"]) == 1
    said = capsys.readouterr()
    assert "\\x1b[31m.pdf, page 1: " in said.err  # its pages are of 6x9
    assert "\x1b" not in said.out + said.err

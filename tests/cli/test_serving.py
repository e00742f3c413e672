"""Standard input and output: "-" stands for them where a file is asked for."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from guidepress import verify
from guidepress.cli import main

GUIDE = b"format: 1\ntitle: T\nauthor: A\noverview: |-\n  One paragraph of text, long enough to be set.\n"


def run(*words: str, given: bytes) -> tuple[int, bytes, str]:
    """Run the command in a process of its own: its status, what it hands on and what it says beside."""
    process = [sys.executable, "-m", "guidepress", *words]
    done = subprocess.run(process, input=given, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


def test_a_guide_comes_in_and_a_pdf_goes_out() -> None:
    status, pdf, said = run("build", "-", "--output", "-", given=GUIDE)
    assert (status, verify(pdf).passed) == (0, True)
    assert said.splitlines()[1] == "PDF/UA-1 and PDF/A-2a"


def test_files_are_handed_on_from_command_to_command() -> None:
    _, pdf, _ = run("build", "-", "-o", "-", "--no-verify", given=GUIDE)
    status, stamped, said = run("stamp", "-", "--text", "Copy", "-o", "-", given=pdf)
    assert (status, said.splitlines()[1]) == (0, "-")
    status, imposed, _ = run("impose", "-", "-o", "-", given=stamped)
    assert status == 0
    status, out, _ = run("verify", "-", given=imposed)
    assert (status, out.decode().startswith("<stdin>: holds; ")) == (0, True)


def test_places_in_standard_input_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GUIDE + b"titel: x\n")))
    assert main(["check", "-", "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (found["file"], found["line"], found["column"]) == ("<stdin>", 6, 1)


def test_what_standard_input_held_is_named_after_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GUIDE)))
    assert main(["build", "-", "--no-verify", "-l", "handout", "-o", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["stdin-handout.pdf"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GUIDE)))
    assert main(["trace", "-", "-l", "handout"]) == 0
    assert "One paragraph" in capsys.readouterr().out


def test_a_terminal_gets_no_pdf(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GUIDE)))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert main(["build", "-", "--no-verify", "-o", "-"]) == 1
    assert "error: A terminal cannot show a PDF. Hand it on with | or >" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["build", "-", "-o", "-", "--json"],
            "--output - leaves no room for --json; name a file with --output.",
        ),
        (["build", "-", "-o", "-", "--explain"], "--output - leaves no room for --explain; name a file"),
        (["stamp", "-", "-t", "x", "-o", "-", "--json"], "--output - leaves no room for --json"),
        (["impose", "-", "-o", "-", "--json"], "--output - leaves no room for --json"),
        (["merge", "a.pdf", "-o", "-"], "--output needs a .pdf file, not standard output; see"),
    ],
)
def test_two_things_cannot_go_to_standard_output(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.startswith(f"guidepress: {sentence}")

"""Completion: scripts made of the very options that are read; bash's runs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from guidepress.cli import main
from guidepress.cli.commands import COMMANDS, options_of

BASH = shutil.which("bash")


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.skipif(BASH is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["bu"], ["build"]),
        (["--v"], ["--version"]),
        (["build", "--la"], ["--layout"]),
        (["build", "--layout", "qu"], ["quiz"]),
        (["build", "-l", "qu"], ["quiz"]),
        (["build", "--layout", "base"], []),  # no layout for a book, but what all stand on
        (["build", "--json", "gu"], ["guide.yaml"]),
        (["build", "gu"], ["guide.yaml"]),
        (["build", "--set", ""], []),
        (["export", "--layout", "qu"], ["quiz"]),
        (["export", "--order", "s"], ["student", "seat"]),
        (["export", "--personalise", "n"], ["name", "number"]),
        (["export", "guide.yaml", "--roster", "gu"], ["guide.yaml"]),
        (["impose", "--scheme", "s"], ["saddle", "stack"]),
        (["impose", "--sheet", "tab"], ["tabloid"]),
        (["merge", "-o", "gu"], ["guide.yaml"]),
        (["schema", ""], ["guide", "layout", "labels", "job", "pack", "printer"]),
        (["verify", "guide.yaml", "--st"], ["--standard"]),
        (["completion", "f"], ["fish"]),
    ],
)
def test_bash_completes(
    typed: list[str], offered: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "guide.yaml").touch()
    asking = 'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _guidepress; printf "%s\\n" "${COMPREPLY[@]}"'
    words = [str(BASH), "-c", f"{script('bash', capsys)}\n{asking}", "bash", "guidepress", *typed]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert (done.stdout.split(), done.stderr) == (offered, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_option_of_every_command_is_offered(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = script(shell, capsys)
    # Each shell names a command before its options; fish writes --layout as "-l layout".
    start = {"bash": "'{} -')", "zsh": "        {}) _arguments", "fish": "__fish_seen_subcommand_from {}'"}[
        shell
    ]
    for name in COMMANDS:
        mine = [line for line in made.split("\n") if start.format(name) in line]
        written = [option.name for option in options_of(name) if option.flags]
        wanted = [f" -l {flag.removeprefix('--')} " if shell == "fish" else flag for flag in written]
        assert [flag for flag in wanted if not any(flag in line for line in mine)] == []


def test_zsh_gets_no_bare_colon_or_bracket_in_what_an_option_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert r"Judge by veraPDF too\: ua1, 2a" in script("zsh", capsys)

"""Help: names beside what they mean, as wide as the terminal and no wider."""

from __future__ import annotations

import pytest

from guidepress.cli.commands import COMMANDS, options_of
from guidepress.cli.help import command_help
from guidepress.cli.options import CommandOption

OPTIONS = (
    CommandOption("file", "A file.", "FILE", needed=True),
    CommandOption(
        "--size", "Of the type, large or small, as it suits the place.", "LENGTH", short="-s", default="9pt"
    ),
    CommandOption("--text", "What to print.", "TEXT", needed=True),
    CommandOption("--json", "Print for programs."),
)

# The names take 2 + 19 ("-s, --size LENGTH" has 17) + 2 columns; 44 columns leave 23 for what they mean.
EXPECTED = """\
Usage: guidepress it [options] --text TEXT FILE

Does it.

Arguments
  FILE  A file.

Options
  -s, --size LENGTH  Of the type, large or
                     small, as it suits the
                     place. [default: 9pt]
      --text TEXT    What to print. Needed.
      --json         Print for programs."""


def test_help_is_set_in_two_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    assert command_help("it", "Does it.", OPTIONS) == EXPECTED


@pytest.mark.parametrize("width", [60, 80, 300])
def test_every_help_fits_its_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    widest = min(width, 100)  # longer lines are hard to read
    lines = [
        line
        for name, says in COMMANDS.items()
        for line in command_help(name, says, options_of(name)).split("\n")
    ]
    assert [line for line in lines if len(line) > widest and not line.startswith("Usage")] == []
    assert max(map(len, lines)) > widest - 25, "the room that there is is used"


def test_nothing_is_bold_where_no_terminal_reads() -> None:
    assert "\x1b" not in command_help("it", "Does it.", OPTIONS)

"""The commands: a file each, and what each is given are its options."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from guidepress.cli import commands
from guidepress.cli.commands import COMMANDS, command, options_of
from guidepress.cli.options import Given

FOLDER = Path(commands.__file__).parent


def test_each_command_has_its_file_and_each_file_its_command() -> None:
    named = {
        path.stem.removesuffix("_") for path in FOLDER.glob("*.py") if path.stem not in {"__init__", "common"}
    }
    assert named == COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_command_is_given_are_its_options(name: str) -> None:
    given = command(name).given
    annotated = {
        key for each in given.__mro__ if issubclass(each, Given) for key in inspect.get_annotations(each)
    }
    # impose hands on some of its options under their own names, all at once.
    texts = {
        option.attribute
        for option in options_of(name)
        if name == "impose" and option.attribute not in annotated
    }
    assert annotated | texts == {option.attribute for option in options_of(name)}
    assert len(texts) == (14 if name == "impose" else 0)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is(name: str) -> None:
    assert [option.name for option in options_of(name) if not option.help.endswith((".", ")"))] == []

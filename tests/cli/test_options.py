"""Options as data: words in any order say the same, and every value has its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.cli.options import CommandOption, Given, WrongUse, place, read

OPTIONS = (
    CommandOption("files", "Files.", "FILE…", many=True),
    CommandOption("--layout", "A layout.", "NAME", short="-l", default="study-guide"),
    CommandOption("--set", "A setting.", "TEXT", many=True),
    CommandOption("--json", "For programs."),
    CommandOption("--help", "Help."),
)


class Asked(Given):
    files: list[str]
    layout: str
    set: list[str]
    json: bool


def asked(*words: str) -> tuple[list[str], str, list[str], bool]:
    got = read("it", OPTIONS, words, Asked())
    return got.files, got.layout, got.set, got.json


def test_what_is_not_given_has_its_default() -> None:
    assert asked() == ([], "study-guide", [], False)


def test_a_value_may_follow_its_option_in_every_usual_way() -> None:
    expected: object = (["a"], "quiz", [], False)
    assert asked("a", "--layout", "quiz") == expected
    assert asked("a", "--layout=quiz") == expected
    assert asked("a", "-l", "quiz") == expected
    assert asked("a", "-lquiz") == expected


def test_a_value_may_begin_with_a_hyphen() -> None:
    assert asked("--layout", "-3mm") == ([], "-3mm", [], False)
    assert asked("-l", "-3mm", "a") == (["a"], "-3mm", [], False)
    assert asked("-") == (["-"], "study-guide", [], False)


def test_after_two_hyphens_all_words_are_arguments() -> None:
    assert asked("--json", "--", "--layout", "-x") == (["--layout", "-x"], "study-guide", [], True)


def test_the_help_excuses_everything_else() -> None:
    needed = (CommandOption("file", "A file.", "FILE", needed=True), CommandOption("--help", "Help."))
    assert read("it", needed, ["--help"], Given()).help
    with pytest.raises(WrongUse, match="FILE is missing"):
        read("it", needed, [], Given())


WORDS = st.text("abc./=", min_size=1, max_size=6)
GROUPS = st.one_of(
    WORDS.map(lambda word: ("files", word)),
    WORDS.map(lambda word: ("--set", word)),
    st.just(("--json", "")),
)


@given(st.lists(GROUPS, max_size=6))
def test_arguments_and_options_may_stand_in_any_order(groups: list[tuple[str, str]]) -> None:
    words = [
        word for name, value in groups for word in ([value] if name == "files" else [name, value]) if word
    ]
    named = [value for name, value in groups if name == "files"]
    sets = [value for name, value in groups if name == "--set"]
    assert asked(*words) == (named, "study-guide", sets, ("--json", "") in groups)


@pytest.mark.parametrize("text", ["a.pdf", "a.PDF", "folder", "out/2026.11", "a.docx/", "."])
def test_a_place_is_a_pdf_or_a_folder(text: str) -> None:
    assert place(text) == Path(text)


def test_a_folder_that_is_there_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "old.docx"
    with pytest.raises(Exception, match=r"old\.docx; end"):
        place(str(folder))
    folder.mkdir()
    assert place(str(folder)) == folder

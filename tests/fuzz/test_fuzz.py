"""What the fuzzers have found stays mended, and each of them runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.fuzz.harness import CORPUS, Case, attempt, fuzz, seeded
from tests.fuzz.making import MAKERS, replays

FILES = sorted(CORPUS.iterdir())
NAME = re.compile(r"([a-z]+)-(.+)-([^-]+)")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_that_once_broke_a_command_is_a_sentence_or_a_result(path: Path) -> None:
    found = NAME.fullmatch(path.name)
    assert found is not None
    for case in replays(found[1], found[3], path.read_bytes()):
        assert attempt(case, seconds=60) == ""


@pytest.mark.parametrize("name", MAKERS)
def test_the_first_cases_of_each_fuzzer_are_sentences_or_results(name: str) -> None:
    for number in range(3):
        case = seeded(MAKERS[name], 1, number)
        assert case == seeded(MAKERS[name], 1, number)
        assert attempt(case, seconds=60) == ""


def test_a_failure_is_named_shrunk_and_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that fails for an "x" anywhere: of a hundred letters the one is left."""

    def broken(words: tuple[str, ...]) -> int:
        with open(words[0], encoding="utf-8") as stream:  # noqa: PTH123 - as plain as a command can be
            if "x" in stream.read():
                raise LookupError
        return 0

    monkeypatch.setattr("tests.fuzz.harness.guidepress", broken)
    monkeypatch.setattr("tests.fuzz.harness.CORPUS", tmp_path)
    case = Case({"a.txt": b"a" * 60 + b"x" + b"b" * 39}, ("a.txt",), "a.txt")
    assert fuzz("trial", lambda _: case, ["--seconds", "5", "--most", "2"]) == 1
    (kept,) = tmp_path.iterdir()
    assert kept.read_bytes() == b"x"
    assert "2 failures of 1 kinds" in capsys.readouterr().out

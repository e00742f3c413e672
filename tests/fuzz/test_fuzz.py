"""What the fuzzers have found stays mended, and each of them runs."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.cos.making import TREE, file_of
from tests.fuzz.harness import CORPUS, Case, attempt, seeded
from tests.fuzz.making import MAKERS, replays
from tests.fuzz.running import fuzz
from tests.fuzz.small import small_guide
from tests.fuzz.small_notes import noted_section
from tests.fuzz.table import table
from tests.fuzz.warm import warm

from guidepress.base.limits import NOTE_DEPTH
from guidepress.cli import main
from guidepress.guide import check_guide

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = sorted(CORPUS.iterdir())
NAME = re.compile(r"([a-z]+)-(.+)-([^-]+)")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_that_once_broke_a_command_is_a_sentence_or_a_result(path: Path) -> None:
    found = NAME.fullmatch(path.name)
    assert found is not None
    for case in replays(found[1], found[3], path.read_bytes()):
        assert attempt(case, seconds=60).wrong == ""


@pytest.mark.parametrize("name", MAKERS)
def test_the_first_cases_of_each_fuzzer_are_sentences_or_results(name: str) -> None:
    for number in range(3):
        case = seeded(MAKERS[name], 1, number)
        assert case == seeded(MAKERS[name], 1, number)
        assert attempt(case, seconds=60).wrong == ""


def test_a_failure_is_named_shrunk_and_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that fails for an "x" anywhere: of a hundred letters the one is left."""

    def broken(words: tuple[str, ...]) -> int:
        if "x" in Path(words[0]).read_text(encoding="utf-8"):
            raise LookupError
        return 0

    monkeypatch.setattr("tests.fuzz.harness.guidepress", broken)
    monkeypatch.setattr("tests.fuzz.running.CORPUS", tmp_path)
    case = Case({"a.txt": b"a" * 60 + b"x" + b"b" * 39}, (("a.txt",),), "a.txt")
    assert fuzz("trial", lambda _: case, ["--seconds", "60", "--most", "2"]) == 1
    (kept,) = tmp_path.iterdir()
    assert kept.read_bytes() == b"x"
    assert "2 failures of 1 kinds" in capsys.readouterr().out


def test_what_ends_the_process_is_one_case_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second of four cases kills its process: signal 9. Three are done, and a line is added for the table."""
    parent = os.getpid()

    def killed(words: tuple[str, ...]) -> int:
        if os.getpid() != parent and Path(words[0]).read_bytes() == b"1":
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    monkeypatch.setattr("tests.fuzz.harness.guidepress", killed)
    monkeypatch.setattr("tests.fuzz.running.CORPUS", tmp_path)
    numbers = {seeded_number(at): at for at in range(4)}
    made = lambda chance: Case({"a": b"%d" % numbers[chance.random()]}, (("a",),), "a")  # noqa: E731
    into = tmp_path / "lines"
    assert fuzz("trial", made, ["--seconds", "60", "--most", "4", "--into", str(into)]) == 1
    assert "case 1: ended by signal 9" in capsys.readouterr().out
    line = json.loads(into.read_text())
    assert (line["cases"], line["done"], line["other"]) == (4, 3, 1)
    row = table([line, line]).splitlines()[-1]
    assert row.startswith("| trial | 1 | 8 | 6 | 0 | 2 | 2 | 0 |")  # all of it twice


def seeded_number(at: int) -> float:
    """What chance says first in the case of a number."""
    return Random(f"1-{at}").random()  # noqa: S311 - no secrets


@pytest.mark.parametrize(
    ("command", "wrong"),
    [
        (lambda _: 1 / 0, "ZeroDivisionError in test_fuzz.py:<lambda>"),
        (lambda _: _spin(), "slow"),
        (lambda _: Path("b.txt").write_bytes(b"b"), "left .txt behind"),
        (lambda _: Path("g.yaml").write_bytes(b"b"), "changed its input"),
        (lambda _: 0, "wrote nothing"),
        (lambda _: _refusing("[title]"), "refused its own book: title"),
        (lambda _: _refusing("[wrong-value]"), ""),
        (lambda _: _stray(50), ""),
        (lambda _: _stray(-30), "off the page"),
    ],
)
def test_each_way_to_fail_is_seen(
    command: Callable[[object], int], wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.fuzz.harness.guidepress", command)
    case = Case({"g.yaml": b"a"}, (("build", "g.yaml", "-o", "o.pdf"),), "g.yaml")
    assert attempt(case, seconds=1).wrong == wrong


def _spin() -> int:
    while True:
        pass


def _refusing(code: str) -> int:
    sys.stderr.write(f"g.yaml:1:1: error: This is wrong. {code}\n")
    return 1


def _stray(x: int) -> int:
    """A build whose one line begins x points from the left of a page of 300 by 200 points."""
    text = b"BT /F 12 Tf %d 100 Td (Hello) Tj ET" % x
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    content = b"<</Length %d>>\nstream\n%b\nendstream" % (len(text), text)
    Path("o.pdf").write_bytes(file_of({**TREE, 3: page, 4: content, 5: font}))
    return 0


def test_warm_commands_say_what_cold_ones_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "g.yaml").write_text(small_guide(Random(4)))  # noqa: S311 - no secrets
    said = []
    for setting in (contextlib.nullcontext, warm, warm):
        with setting():
            status = main(("build", "g.yaml", "-l", "one-page", "-o", "o.pdf"))
            said.append((status, capsys.readouterr().out.splitlines()[:-1], Path("o.pdf").read_bytes()))
    assert said[0] == said[1] == said[2]
    assert said[0][0] == 0


def test_sections_with_notes_in_notes_are_sound_and_hold_chains_as_long_as_may_be() -> None:
    """What chance draws is never refused by itself: faults are found in what is broken afterwards, or in the engine."""
    head, deepest = "format: 1\ntitle: T\nauthor: A\noverview: A text.\n", 0
    for seed in range(12):
        section = noted_section(Random(seed))  # noqa: S311 - no secrets
        assert [
            each.code for each in check_guide(f"{head}{section}".encode()) if each.severity == "error"
        ] == []
        deepest = max(deepest, *(int(level) for level in re.findall(r"\[\^\d+-(\d+)\]: ", section)))
    assert deepest == NOTE_DEPTH - 1

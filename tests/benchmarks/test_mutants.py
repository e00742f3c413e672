"""Damaged copies are made by a seed, go through all commands, and come to nothing but done or refused."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest
from benchmarks.corpus_try import COMMANDS, Outcome
from tests.cos.making import TREE, file_of
from tests.verify.files import sound

from benchmarks import mutants

if TYPE_CHECKING:
    from pathlib import Path


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - no secret


def test_a_seed_decides_what_is_damaged() -> None:
    data = sound()
    one, same, other = (mutants.mutant(data, seeded(seed)) for seed in (1, 1, 2))
    assert one == same
    assert len({data, one, other}) == 3


@pytest.mark.parametrize("way", dict.fromkeys(mutants._WAYS))
def test_every_way_takes_any_bytes(way: object) -> None:
    for seed in range(50):
        for data in (b"x", b"1 0 obj", sound()):
            made = bytearray(data)
            way(made, seeded(seed))  # type: ignore[operator]


def test_mutants_go_through_every_command_and_the_table_counts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(file_of(TREE))
    monkeypatch.setattr(sys, "argv", ["mutants", str(tmp_path), "--count", "3", "--jobs", "1"])
    assert mutants.main() == 0
    rows = [line.split("|")[1:-1] for line in capsys.readouterr().out.splitlines()[2:]]
    assert [row[0].strip() for row in rows] == list(COMMANDS)
    assert [sum(map(int, row[1:])) for row in rows] == [3] * 4


def test_what_may_not_be_is_named_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"damaged")
    mutants._tell(
        7, source, source, {"merge": Outcome("hang"), "stamp": Outcome("refused", "No.")}, tmp_path / "kept"
    )
    assert capsys.readouterr().out == "7: a.pdf: merge: hang: \n"
    assert (tmp_path / "kept" / "7.pdf").read_bytes() == b"damaged"

"""The benchmark of packs tells a claim that holds from one that does not, and a loss that is said from one that is not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from benchmarks.corpus_packs import claimed, packed, profile_of, table
from tests.bind.packs import page_file
from tests.bind.sheets import numbered

from guidepress.bind import assembly

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("claim", "profile"),
    [("PDF/UA-1", "ua1"), ("PDF/UA-2", "ua2"), ("PDF/A-2b", "2b"), ("PDF/A-4", "4"), ("PDF/A-1a", "")],
)
def test_a_claim_is_held_against_its_profile(claim: str, profile: str) -> None:
    assert profile_of(claim) == profile


def test_what_a_file_claims_is_read() -> None:
    assert claimed(numbered(1)) == {"ua1", "2a"}
    assert claimed(page_file()) == set()
    assert claimed(b"no PDF") == set()


def test_packs_are_told_apart_by_what_they_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, bare, pack = (tmp_path / name for name in ("ours.pdf", "bare.pdf", "pack.pdf"))
    ours.write_bytes(numbered(1))
    bare.write_bytes(page_file())
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no PDF")
    assert packed((ours, ours), "ua1", pack, lambda *_: True) == "conforms"
    assert packed((ours, ours), "ua1", pack, lambda *_: False) == "false claim"
    assert packed((ours, bare), "ua1", pack, lambda *_: True) == "says why not"
    assert packed((ours, broken), "ua1", pack, lambda *_: True) == "refused"
    monkeypatch.setattr(assembly, "keep_claims", lambda *_, **__: ((), ()))
    assert packed((ours, ours), "ua1", pack, lambda *_: True) == "says nothing"


def test_the_table_has_a_line_a_standard() -> None:
    assert table({"ua1": Counter({"conforms": 2, "says why not": 1})}, {"ua1": 7})[2:] == [
        "| ua1 | 7 | 2 | 1 | 0 | 0 | 0 |"
    ]

"""The corpus benchmark finds what it is to find: refusals, tracebacks, losses, and what other readers say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from benchmarks.corpus import Outcomes, run, spread, table
from benchmarks.corpus_peers import Counts, count, losses
from benchmarks.corpus_try import PEERS, Outcome
from tests.cos.making import TREE, file_of
from tests.verify.files import sound

from benchmarks import corpus_try
from guidepress.base.diagnostics import Diagnostic, fault


def test_both_readers_count_pages_letters_and_annotations() -> None:
    counts = count(sound())
    assert (counts.pdfium, counts.qpdf, counts.opens) == (5, 5, True)
    assert counts.annotations == {"Link": 2}  # the two sections lead to one another
    assert counts.letters["b"] == 2  # "One begins", "Two begins"


def test_what_no_reader_opens_is_said() -> None:
    assert count(b"no PDF") == Counts(-1, -1)
    assert not Counts(5, -1).opens
    assert not Counts(None, None).opens


BEFORE = Counts(5, 5, Counter({"a": 300, "b": 100}), Counter({"Link": 2, "Widget": 1}))


@pytest.mark.parametrize(
    ("expected", "after", "same_pages"),
    [
        ([], BEFORE, True),
        ([], Counts(6, 6, Counter({"a": 301, "b": 99, "c": 7}), BEFORE.annotations), True),
        (["2 of 5 pages"], Counts(3, 5, BEFORE.letters, BEFORE.annotations), True),
        ([], Counts(3, 5, BEFORE.letters), False),  # five pages on three sides
        # A hundredth of 400 letters, 4, may be guessed otherwise.
        ([], Counts(5, 5, Counter({"a": 300, "b": 96}), BEFORE.annotations), True),
        (["5 of 400 letters"], Counts(5, 5, Counter({"a": 300, "b": 95}), BEFORE.annotations), True),
        (["5 of 400 letters"], Counts(3, 3, Counter({"a": 300, "b": 95})), False),
        (
            ["1 of 2 annotations Link", "1 of 1 annotations Widget"],
            Counts(5, 5, BEFORE.letters, Counter({"Link": 1})),
            True,
        ),
    ],
)
def test_what_is_less_than_it_was_is_lost(expected: list[str], after: Counts, *, same_pages: bool) -> None:
    assert losses(BEFORE, after, same_pages=same_pages) == expected


def test_files_are_taken_at_even_distances() -> None:
    files = [Path(str(number)) for number in range(10)]
    assert spread(files, 4) == [files[0], files[2], files[5], files[7]]
    assert spread(files, 0) == spread(files, 99) == files


def test_an_exception_is_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_: bytes) -> None:
        raise KeyError("/Kids")

    monkeypatch.setattr(corpus_try, "verify", stumble)
    outcome = corpus_try._tried("verify", b"", {})
    assert outcome.kind == "traceback"
    assert outcome.detail.startswith("KeyError at test_corpus.py:")


def test_a_refusal_is_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: bytes) -> None:
        raise fault("bad", "It is bad.")

    monkeypatch.setattr(corpus_try, "verify", refuse)
    assert corpus_try._tried("verify", b"", {}) == Outcome("refused", "It is bad. [bad]")


def test_a_loss_that_was_said_is_another_than_one_that_was_not() -> None:
    less = file_of(TREE)
    made = {"merge": (less, False), "impose": (less, False), "stamp": (less, True)}
    found = corpus_try._compared(sound(), made)
    assert found[PEERS] is True
    assert [found[command].kind for command in ("merge", "impose", "stamp")] == [  # type: ignore[union-attr]
        "lost",
        "lost",
        "lost, and said",
    ]
    assert corpus_try._compared(less, {"stamp": (less, False)}) == {PEERS: True}


def test_a_warning_about_how_a_file_was_read_tells_of_no_loss() -> None:
    assert not corpus_try._says([Diagnostic("warning", "damaged", "It is damaged.")])
    assert corpus_try._says([Diagnostic("warning", "lost-links", "Links are lost.")])


def test_every_command_is_run_on_every_file(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(sound())
    (tmp_path / "bad.pdf").write_bytes(b"hello")
    files = sorted(tmp_path.iterdir())
    found = run(files, jobs=1, seconds=60)
    lines = table(found, tmp_path)
    # One is good and one is refused, which no reader opens.
    assert lines[2:6] == [
        f"| {command} | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 |" for command in ("verify", "merge", "impose", "stamp")
    ]
    assert "2 files; qpdf and pdfium both open 1; 0 could not be compared." in lines
    assert lines[-1] == "Files:"


def test_a_file_that_takes_too_long_hangs_and_the_next_is_tried(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(sound())
    files = sorted(tmp_path.iterdir())
    outcomes = run(files, jobs=1, seconds=0)[files[0]]
    assert {outcome.kind for outcome in outcomes.values()} == {"hang"}


def test_needless_refusals_are_listed() -> None:
    outcomes: Outcomes = dict.fromkeys(("verify", "merge", "impose", "stamp"), Outcome("ok"))
    outcomes |= {"merge": Outcome("refused", "No. [no-pages]"), PEERS: Outcome("ok")}
    lines = table({Path("a/b.pdf"): outcomes}, Path("a"))
    assert lines[3] == "| merge | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"
    assert "      1 merge: no-pages" in lines
    assert lines[-1] == "  merge: refused: b.pdf: No. [no-pages]"


def test_pages_that_a_tree_claims_and_has_not_are_not_counted() -> None:
    found = count(file_of({**TREE, 2: b"<</Type/Pages/Count 9/Kids[3 0 R]>>"}))
    assert (found.pdfium, found.qpdf) == (1, 1)

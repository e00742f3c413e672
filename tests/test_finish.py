"""A second process writes and verifies; without it the same is done here."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.finish import Finisher, finish_here
from guidepress.pdf.lower import lower
from guidepress.verify.expectation import expect

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes do not fork there")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.build import Built


@pytest.fixture
def finisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Finisher]:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    started = Finisher.start(verifies=True)
    assert started is not None
    yield started
    started.close()


def test_both_write_the_same_bytes_and_report_the_same(small_book: Built, finisher: Finisher) -> None:
    objects, expectation = lower(small_book.book), expect(small_book.book)
    assert finisher(objects, expectation) == finish_here(objects, expectation)
    assert finisher(objects, None) == (small_book.pdf, None)


def test_a_broken_promise_comes_back_as_a_report(small_book: Built, finisher: Finisher) -> None:
    wrong = replace(expect(small_book.book), title="Another")
    _, report = finisher(lower(small_book.book), wrong)
    assert report is not None
    assert [found.code for found in report.diagnostics] == ["title"]


def test_a_file_that_cannot_be_read_back_is_a_fault_here_too(small_book: Built, finisher: Finisher) -> None:
    nothing = ((b"<<>>",), 1, 1)
    with pytest.raises(FaultsFound, match="cannot be read"):
        finisher(nothing, expect(small_book.book))


def test_if_the_other_process_is_gone_the_work_is_done_here(small_book: Built, finisher: Finisher) -> None:
    os.kill(finisher._process, signal.SIGKILL)
    assert finisher(lower(small_book.book), None) == (small_book.pdf, None)


def test_one_processor_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert Finisher.start(verifies=True) is None


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Finisher]:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    started = Finisher.start(verifies=False, first=lambda: ("read" * 100_000, "more"))
    assert started is not None
    yield started
    started.close()


def test_what_it_does_first_is_given_part_by_part_and_then_it_writes(
    small_book: Built, reader: Finisher
) -> None:
    assert reader.ahead() == "read" * 100_000
    assert reader.ahead() == "more"
    assert reader.ahead() is None
    assert reader.ahead() is None
    assert reader(lower(small_book.book), None) == (small_book.pdf, None)


def test_what_nobody_asked_for_does_not_stand_in_the_way(small_book: Built, reader: Finisher) -> None:
    assert reader(lower(small_book.book), None) == (small_book.pdf, None)


def test_where_nothing_was_to_be_done_first_nothing_is_waited_for(finisher: Finisher) -> None:
    assert finisher.ahead() is None


def test_if_it_ends_at_what_it_does_first_all_is_done_here(
    small_book: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    started = Finisher.start(verifies=False, first=lambda: (1 // each for each in (1, 0)))
    assert started is not None
    assert started.ahead() == 1
    assert started.ahead() is None
    assert started(lower(small_book.book), None) == (small_book.pdf, None)
    started.close()


def test_pages_that_were_deflated_ahead_are_written_as_they_would_be(
    small_book: Built, finisher: Finisher, reader: Finisher
) -> None:
    for each in (finisher, reader, finisher):
        pages: list[bytes] = []

        def deflate(content: bytes, level: int, each: Finisher = each, pages: list[bytes] = pages) -> None:
            pages.append(content)
            each.deflate(content, level)

        assert each(lower(small_book.book, deflate=deflate), None) == (small_book.pdf, None)
        assert len(pages) == len(small_book.book.pages)


def test_what_is_deflated_already_is_not_deflated_again(small_book: Built) -> None:
    contents: list[tuple[bytes, int]] = []
    objects = lower(small_book.book, deflate=lambda *each: contents.append(each))
    said = {each: zlib.compress(each[0], each[1]) for each in contents}
    assert finish_here(objects, None, said) == (small_book.pdf, None)
    others = dict.fromkeys(contents, zlib.compress(b"another page"))
    pdf, _ = finish_here(objects, None, others)
    assert pdf.count(zlib.compress(b"another page")) == len(contents)


def test_if_the_other_process_is_gone_nobody_deflates(small_book: Built, finisher: Finisher) -> None:
    os.kill(finisher._process, signal.SIGKILL)
    os.waitid(os.P_PID, finisher._process, os.WEXITED | os.WNOWAIT)
    objects = lower(small_book.book, deflate=finisher.deflate)
    assert finisher(objects, None) == (small_book.pdf, None)


def test_who_writes_and_verifies_imports_nothing_that_sets_or_codes() -> None:
    code = (
        "import sys, guidepress.pdf.emit, guidepress.verify.verify; "
        "assert not {'uharfbuzz', 'guidepress.pdf.lower', 'guidepress.compose'} & {*sys.modules}"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

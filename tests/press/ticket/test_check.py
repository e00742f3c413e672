"""A pair that does not match is refused: the cover of another count, another interior, files that are gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.press.ticket.facts import facts

from guidepress.base.diagnostics import FaultsFound
from guidepress.page.book import Book, Metadata, Page
from guidepress.page.leaves import PrintLeaf
from guidepress.page.tree import Node
from guidepress.pdf.emit import emit
from guidepress.pdf.volume import volume_objects
from guidepress.press.ticket import TICKET, check_folder, file_facts, make_ticket


def pdf(pages: int) -> bytes:
    """A file of so many blank pages."""
    leaves = [PrintLeaf(Page(number, "", 432_000, 648_000, ())) for number in range(1, pages + 1)]
    book = Book(Metadata("Fog"), tuple(leaf.page for leaf in leaves), (Node("Document", -1),), (), pages, "")
    return emit(volume_objects(leaves, book.metadata))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pair and its ticket."""
    interior, cover = pdf(4), pdf(1)
    (tmp_path / "interior.pdf").write_bytes(interior)
    (tmp_path / "cover.pdf").write_bytes(cover)
    ticket = make_ticket(
        facts(
            "kdp",
            file_facts("interior.pdf", interior, 4, (432_000, 648_000)),
            file_facts("cover.pdf", cover, 1, (902_430, 666_000)),
        )
    )
    (tmp_path / TICKET).write_bytes(ticket.data)
    return tmp_path


def refused(folder: Path) -> list[str]:
    with pytest.raises(FaultsFound) as raised:
        check_folder(folder)
    return [str(each).replace(f"{folder}/", "") for each in raised.value.diagnostics]


def test_a_pair_that_matches_is_passed(folder: Path) -> None:
    assert [each.replace(f"{folder}/", "") for each in check_folder(folder)] == [
        "interior.pdf: as the ticket has it",
        "cover.pdf: as the ticket has it",
    ]


def test_an_interior_of_another_count_makes_the_spine_wrong(folder: Path) -> None:
    (folder / "interior.pdf").write_bytes(pdf(6))
    said = (
        "interior.pdf:1:1: error: The cover was made for an interior of 4 pages, its spine 0.2838 in, and this one has "
        "6 pages: the spine would be wrong. Make the files anew, all in one run: guidepress press. [stale-pair]"
    )
    assert refused(folder) == [said]


def test_another_interior_of_the_same_count_is_refused(folder: Path) -> None:
    (folder / "interior.pdf").write_bytes(pdf(4).replace(b"Fog", b"Mud"))
    assert refused(folder)[0].startswith(
        "interior.pdf:1:1: error: This is another interior than that of the ticket, though it has 4 pages as well."
    )


def test_another_cover_is_refused(folder: Path) -> None:
    (folder / "cover.pdf").write_bytes(pdf(2))
    assert refused(folder)[0].startswith(
        "cover.pdf:1:1: error: This is not the cover that the ticket was made with, for 4 pages and a spine of 0.2838 in."
    )


def test_a_file_that_is_gone_and_one_that_is_none(folder: Path) -> None:
    (folder / "cover.pdf").unlink()
    (folder / "interior.pdf").write_bytes(b"no PDF")
    found = refused(folder)
    assert "and this one cannot be opened: the spine would be wrong" in found[0]
    assert found[1].startswith(
        "cover.pdf:1:1: error: The ticket names this file, and it cannot be read: no such file"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        json.dumps({"files": {}}),
        json.dumps({"files": {"interior": {"name": 1}}}),
        "[" * 9999,
    ],
)
def test_a_damaged_ticket(folder: Path, text: str) -> None:
    (folder / TICKET).write_text(text, encoding="utf-8")
    assert refused(folder)[0].startswith("ticket.json:1:1: error: This is no ticket, or a damaged one")


def test_a_folder_without_a_ticket(tmp_path: Path) -> None:
    assert refused(tmp_path)[0].startswith("ticket.json:1:1: error: There is no ticket to read: no such file")

"""A copy has the objects of its book, and its own beside them: content that goes on, marks, the tree of tags."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.groups import VERAPDF
from tests.pdf.filling import book, leaves, shell
from tests.pdf.helpers import open_pdf, tag_tree, text_of

from guidepress.cos.extents import extents
from guidepress.page.leaves import PrintLeaf
from guidepress.verify.standards import validate

EMPTY = tuple(map(PrintLeaf, book().pages))


def test_a_copy_differs_in_its_pages_its_elements_and_the_tree_of_marks_alone() -> None:
    made = shell("Ana", "Bo")
    before, mine = extents(made.alone()), extents(made.filled(leaves("Ana")))
    changed = [number for number in before if mine[number] != before[number]]
    # The two pages, the element of the name, the tree.
    assert len(changed) == 4
    kinds = b" ".join(mine[number] for number in changed)
    assert (kinds.count(b"/Type/Page/"), kinds.count(b"/S/P/"), kinds.count(b"/Nums[")) == (2, 1, 1)
    # What is common to both pages, and what is each page's own.
    assert len(mine) - len(before) == 3


def test_a_copy_that_adds_nothing_is_the_book() -> None:
    made = shell("Ana")
    assert made.filled(EMPTY) == made.alone()


def test_the_name_is_read_behind_the_word_that_asks_for_it() -> None:
    tree = tag_tree(shell("Ana").filled(leaves("Ana")))
    assert tree.splitlines() == ["Document", "  H1 1:0", "  P 1:1 1:2", "  P 2:0"]


def test_an_element_that_the_book_has_nothing_of_is_written_where_it_belongs() -> None:
    tree = tag_tree(shell("Ana").filled(leaves("Ana", 4)))
    assert tree.splitlines() == ["Document", "  H1 1:0", "  P 1:1", "  P 2:0", "  P 1:2"]


def test_copies_do_not_know_of_one_another() -> None:
    made = shell("Ana", "Bo")
    first = made.filled(leaves("Ana"))
    second = made.filled(leaves("Bo"))
    assert "Ana" in text_of(first)
    assert "Bo" not in text_of(first)
    assert "Ana" not in text_of(second)
    assert made.filled(leaves("Ana")) == first


def test_what_a_page_has_set_does_not_reach_what_is_filled_in() -> None:
    contents = open_pdf(shell("Ana").filled(leaves("Ana"))).pages[1]["/Contents"]
    base, common, _ = (each.get_object().get_data() for each in contents)
    assert b" Tc\n" in base
    assert base.startswith(b"q\n")
    assert base.endswith(b"Q\n")
    assert b" Tc\n" not in common


def test_a_name_with_letters_that_the_book_lacks_is_shown() -> None:
    assert "Zoë" in text_of(shell("Ana", "Zoë").filled(leaves("Zoë")))


@pytest.mark.xdist_group(VERAPDF)
@pytest.mark.parametrize("standard", ["ua1", "2a", "ua2", "4"])
def test_a_copy_meets_the_standards_of_its_book(tmp_path: Path, standard: str) -> None:
    path = tmp_path / "copy.pdf"
    asked = ("ua1", "2a") if standard in {"ua1", "2a"} else ("ua2", "4")
    path.write_bytes(shell("Ana", standards=asked).filled(leaves("Ana")))
    (verdict,) = validate([path], standard)
    assert verdict.faults == ()
    assert verdict.conforms

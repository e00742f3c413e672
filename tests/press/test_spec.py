"""An order is checked against its printer: each name, all of them together, and the count of pages."""

from __future__ import annotations

import pytest
from tests.press.orders import ordered

from guidepress.base.diagnostics import FaultsFound
from guidepress.press.spec import count_faults, padded, require_count


def test_what_is_not_said_is_the_usual() -> None:
    spec = ordered("kdp")
    assert (spec.paper.id, spec.ink.id, spec.binding.id, spec.finish.id) == (
        "white",
        "black",
        "paperback",
        "matte",
    )


def test_an_ink_that_is_not_printed_on_the_paper() -> None:
    with pytest.raises(FaultsFound) as raised:
        ordered("kdp", paper="cream", ink="premium-colour")
    assert str(raised.value) == (
        'error: Amazon KDP prints no "premium-colour" on the paper "cream". '
        "On this paper: black. This ink is printed on: white. [ink-not-on-paper]"
    )


@pytest.mark.parametrize(
    ("trim", "ink", "said"),
    [
        ("5x8", "black", '"case-wrap" of the trim "5x8"'),
        ("6x9", "standard-colour", '"case-wrap" printed in "standard-colour"'),
    ],
)
def test_what_is_not_bound_so(trim: str, ink: str, said: str) -> None:
    with pytest.raises(FaultsFound, match=f"Amazon KDP binds no {said}. Bound so: 5.5x8.5, 6x9"):
        ordered("kdp", trim, ink=ink, binding="case-wrap")


def test_a_trim_that_only_a_case_has_is_bound_as_a_paperback_where_the_printer_says_nothing() -> None:
    assert ordered("kdp", "8.25x11").binding.id == "paperback"


def test_a_spine_for_a_binding_without_one() -> None:
    with pytest.raises(FaultsFound, match='The binding "coil" has no spine, and a spine is given'):
        ordered("lulu", binding="coil", spine=1000)


@pytest.mark.parametrize(
    ("name", "binding", "pages", "blank", "count"),
    [
        ("kdp", "paperback", 100, False, 100),
        ("kdp", "paperback", 101, False, 102),
        ("ingramspark", "paperback", 100, False, 102),  # and a blank one, and then even
        ("ingramspark", "paperback", 101, False, 102),
        ("ingramspark", "paperback", 100, True, 100),
        ("lulu", "saddle", 33, False, 36),
    ],
)
def test_pages_are_made_a_multiple(name: str, binding: str, pages: int, blank: bool, count: int) -> None:  # noqa: FBT001 - a row
    assert padded(ordered(name, binding=binding), pages, ends_blank=blank) == count


@pytest.mark.parametrize(
    ("name", "choice", "pages", "code"),
    [
        ("kdp", {}, 22, "too-few-pages"),
        ("kdp", {}, 830, "too-many-pages"),
        ("kdp", {"paper": "cream"}, 778, "too-many-pages"),
        ("kdp", {"ink": "standard-colour"}, 70, "too-few-pages"),
        ("kdp", {"binding": "case-wrap"}, 74, "too-few-pages"),
        ("lulu", {}, 30, "too-few-pages"),
        ("lulu", {"binding": "saddle"}, 52, "too-many-pages"),
        ("lulu", {"binding": "saddle"}, 34, "page-multiple"),
    ],
)
def test_counts_that_a_printer_refuses(name: str, choice: dict[str, str], pages: int, code: str) -> None:
    assert [each.code for each in count_faults(ordered(name, **choice), pages)] == [code]


def test_a_count_is_refused_with_rule_limit_and_what_was_found() -> None:
    with pytest.raises(FaultsFound) as raised:
        require_count(ordered("kdp", paper="cream"), 800)
    assert str(raised.value) == (
        "error: Amazon KDP takes 24 to 776 pages for Cream paper printed in black ink at 6x9, and this book has 800 "
        "(BookBolt's restatement of KDP Print Options, 2026-11-23 [C]). Choose a thinner paper, a larger trim, "
        "another binding, or a layout that prints fewer sections. [too-many-pages]"
    )


def test_a_count_that_fits_is_passed() -> None:
    require_count(ordered("kdp"), 24)

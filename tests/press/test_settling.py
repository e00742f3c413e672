"""The inside margin follows the count of pages, and the count the margin, until both hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.paginate.making import said
from tests.press.books import SENTENCE, guide
from tests.press.orders import ordered, printer

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.guide import Guide, load_guide
from guidepress.press import settling
from guidepress.press.design import LayoutChoice, design
from guidepress.press.opening_side import require_left_binding
from guidepress.press.prepare import PressJob, prepare
from guidepress.press.printers.demand import GutterRow
from guidepress.press.settling import settle

NARROW = (("page.margins.inside", "0.375in"), ("page.margins.outside", "0.5in"))


def test_a_margin_that_is_wide_enough_is_kept() -> None:
    made = settle(guide(30), LayoutChoice("paperback-6x9"), ordered("kdp"))
    assert [(each.inside, each.asked) for each in made.rounds] == [
        (63_000, 27_000)
    ]  # 0.875 in; 0.375 in asked
    assert made.said == ""
    assert made.count == len(made.book.pages) + len(made.book.pages) % 2


def test_a_book_that_crosses_150_pages_is_built_again_with_the_wider_margin_and_says_so() -> None:
    made = settle(guide(50, 40), LayoutChoice("paperback-6x9", NARROW), ordered("kdp"))
    first, second = made.rounds
    # 0.375 in up to 150 pages, 0.5 in up to 300; 3 pt each for what hangs out of the lines.
    assert (first.inside, second.inside) == (30_000, 39_000)
    assert 150 < first.pages <= second.pages
    assert (made.layout.page.margins.inside, second.asked) == (39_000, 36_000)
    assert made.said == (
        f"The inside margin was raised until it held: with 30pt it had {first.pages} pages, which need 36pt; with 39pt "
        f"it has {second.pages} pages (KDP Help, Trim Size, Bleed and Margins, 2026-11-23 [A])."
    )


def _long(words: int) -> Guide:
    """One unit of so many words, in an order that does not repeat within a page."""
    known = SENTENCE.split()
    count = len(known)
    told = " ".join(known[(place * 7 + place // count * 5) % count] for place in range(words))
    return load_guide(
        {
            "format": 1,
            "title": "Fog",
            "author": "A. Clerk",
            "units": [{"title": "Morning", "summary": told}],
        }
    )


def test_a_book_that_the_wider_margin_alone_carries_over_150_pages_settles_and_says_so() -> None:
    """At 0.5 in it has fewer than 150 pages, which need 0.625 in; so set it has more, which need 1 in, and that holds."""
    made = settle(_long(80_500), LayoutChoice("paperback-6x9", NARROW), ordered("lulu"))
    first, second, third = made.rounds
    assert [(each.inside, each.asked) for each in made.rounds] == [
        (39_000, 45_000),
        (48_000, 72_000),
        (75_000, 72_000),
    ]
    assert first.pages <= 150 < second.pages < third.pages <= 400
    assert made.count == third.pages
    assert made.said.startswith(
        f"The inside margin was raised until it held: with 39pt it had {first.pages} pages, which need 45pt; with 48pt it "
        f"had {second.pages} pages, which need 72pt; with 75pt it has {third.pages} pages (Lulu Book Creation Guide"
    )


@pytest.mark.parametrize("language", ["ar", "he-IL", "fa", "az-Arab"])
def test_a_book_that_opens_from_the_right_is_refused(language: str) -> None:
    with pytest.raises(FaultsFound, match="is read from right to left and bound at the right"):
        settle(replace(guide(30), language=language), LayoutChoice("paperback-6x9"), ordered("kdp"))


@pytest.mark.parametrize("language", ["es", "az", "ur-Latn", "de-1996"])
def test_a_book_that_opens_from_the_left_is_not(language: str) -> None:
    require_left_binding(language)


def test_what_hangs_out_of_the_lines_keeps_the_printers_distance() -> None:
    """The printer measures ink: a comma or hyphen at a line's end must not stand in the margin that it asks for."""
    spec = ordered("lulu", "5x8", binding="coil")
    look = LayoutChoice(
        "paperback-6x9", (*NARROW, ("styles.body.size", "17pt"), ("styles.body.leading", "27pt"))
    )
    proofs = prepare(PressJob(guide(6, 30), look, spec)).proofs
    assert [str(each) for each in proofs.diagnostics if each.code == "safety"] == []


def test_large_headings_hang_further() -> None:
    look = LayoutChoice("paperback-6x9", (*NARROW, ("styles.h1.size", "40pt"), ("styles.h1.leading", "54pt")))
    made = design(look, ordered("kdp"), pages=30)
    assert made.layout.page.margins.inside == 27_000 + 5_200  # 13 % of 40 pt


def test_a_margin_is_never_lowered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second building is shorter than the first, as one with fewer pages by chance may be."""
    counts = iter([160, 140, 140])
    monkeypatch.setattr(settling, "padded", lambda *_, **__: next(counts))
    made = settle(guide(12), LayoutChoice("paperback-6x9", NARROW), ordered("kdp"))
    assert [each.inside for each in made.rounds] == [30_000, 39_000]  # 27 and 36 pt, and 3 pt each
    assert made.count == 140


def test_what_does_not_settle_in_five_buildings_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = iter([2, 3, 4, 5, 6])
    monkeypatch.setattr(settling, "padded", lambda *_, **__: next(counts))
    spec = ordered("kdp")
    rule = spec.printer.interior
    rows = tuple(GutterRow(to, 27_000 + to * 4000) for to in range(1, 7))  # a row a page
    steep = replace(rule, gutter=replace(rule.gutter, rows=rows))
    with pytest.raises(FaultsFound) as raised:
        settle(
            guide(12),
            LayoutChoice("paperback-6x9", NARROW),
            replace(spec, printer=replace(spec.printer, interior=steep)),
        )
    assert str(raised.value) == (
        "error: The inside margin did not settle in 5 buildings (34pt: 2 pages, 38pt: 3 pages, 42pt: 4 pages, "
        "46pt: 5 pages, 50pt: 6 pages). Set it yourself: --set page.margins.inside=1in. [gutter-unsettled]"
    )


@pytest.mark.parametrize(("units", "code"), [(2, "too-few-pages")])
def test_a_count_that_the_printer_refuses(units: int, code: str) -> None:
    with pytest.raises(FaultsFound) as raised:
        settle(guide(units), LayoutChoice("paperback-6x9"), ordered("kdp"))
    assert [each.code for each in raised.value.diagnostics] == [code]


def test_margins_hold_head_and_foot() -> None:
    made = settle(guide(40), LayoutChoice("study-guide"), ordered("lulu", "5x8"))
    margins, furniture = made.layout.page.margins, made.layout.furniture
    size = made.layout.styles["running-head"].size
    assert margins.top - furniture.head_offset - size >= 36_000  # 0.5 in
    assert margins.bottom - furniture.foot_offset >= 36_000
    assert min(margins.inside, margins.outside) >= 36_000


def test_what_touches_the_edges_needs_bleed() -> None:
    plain = settle(guide(40), LayoutChoice("study-guide", (("colours.paper", "#FBF5E6"),)), ordered("kdp"))
    assert [each.code for each in plain.notes] == ["ground-left-out", "tabs-left-out"]
    assert not plain.layout.furniture.tabs
    bled = settle(
        guide(40), LayoutChoice("study-guide", (("colours.paper", "#FBF5E6"),)), ordered("kdp", bleed=True)
    )
    assert bled.notes == ()
    assert bled.layout.furniture.tabs


@pytest.mark.parametrize(
    ("look", "binding"), [("study-guide", ""), ("handout", "saddle"), ("paperback-6x9", "")]
)
def test_a_book_opens_with_its_title_page_and_the_imprint_on_the_back_of_it(look: str, binding: str) -> None:
    made = settle(guide(60, overview=6), LayoutChoice(look), ordered("generic", binding=binding))
    assert [(page.section, page.master) for page in made.book.pages[:2]] == [("title-page", "plain")] * 2
    assert made.book.pages[2].section != "title-page"
    title, imprint = made.book.pages[:2]
    assert said(title) == "Fog A. Clerk Study guide Candle Press"
    assert said(imprint).startswith("Written by B. Writer. Published by Candle Press.")
    assert "colophon" not in {section.kind for section in made.document.sections}


def test_a_layout_on_its_side_is_turned_up() -> None:
    made = settle(guide(60), LayoutChoice("paperback-6x9", (("page.landscape", "true"),)), ordered("kdp"))
    assert (made.layout.page.width, made.layout.page.height) == (432_000, 648_000)


def test_a_layout_without_room_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wide.yaml"
    path.write_text("format: 1\nextends: generic\ninterior:\n  outside: 5in\n", encoding="utf-8")
    spec = replace(ordered("generic"), printer=printer(str(path)))
    with pytest.raises(FaultsFound, match=r"leave .* a column; the body needs"):
        settle(guide(12), LayoutChoice("paperback-6x9"), spec)

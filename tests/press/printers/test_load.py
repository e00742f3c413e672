"""Printers are read from data: every figure with its source; a user's own file lays its figures over them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import fields, is_record
from guidepress.press.printers import Printer, load_printer, printer_names
from guidepress.press.printers.figures import Source


def sources_in(value: object) -> Iterator[Source]:
    """Every source named anywhere in a printer, its table of sources aside."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from sources_in(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from sources_in(each)
    elif is_record(value):
        for field in fields(value):
            if field.name != "sources":
                yield from sources_in(getattr(value, field.name))


def own(tmp_path: Path, text: str) -> Printer:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return load_printer(path)


def faults(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(FaultsFound) as raised:
        own(tmp_path, text)
    return [str(each).replace(str(tmp_path), "") for each in raised.value.diagnostics]


def test_four_printers_are_known() -> None:
    assert printer_names() == ("generic", "ingramspark", "kdp", "lulu")


@pytest.mark.parametrize("name", printer_names())
def test_every_figure_was_read_somewhere_on_a_day(name: str) -> None:
    printer = load_printer(name)
    found = list(sources_in(printer))
    assert len(found) > 50
    assert all(each.title and len(each.checked) == 10 and each.grade in "ABCD" for each in found)
    assert {each.id for each in found} == set(printer.sources), "a source that no figure names"


def test_a_source_reads_as_its_title_its_day_and_its_grade() -> None:
    assert str(load_printer("kdp").interior.bleed.source) == (
        "KDP Help, Trim Size, Bleed and Margins, 2026-11-23 [A]"
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("6x9", "6x9"),
        ("6 x 9", "6x9"),
        ("152.4mm x 228.6mm", "6x9"),
        ("a4", "a4"),
        ("8.27 x 11.69", "a4"),
        ("letter", "8.5x11"),
        ("4.5x7", "4.5x7"),  # within what is cut to order
    ],
)
def test_a_trim_is_found_by_name_and_by_size(asked: str, found: str) -> None:
    assert load_printer("kdp").trim(asked).id == found


@pytest.mark.parametrize(
    ("what", "asked", "said"),
    [
        ("trim", "3x3", 'Amazon KDP offers no trim "3x3". Offered: 5x8, '),
        ("trim", "large", 'Amazon KDP offers no trim "large". Offered: 5x8, '),
        (
            "paper",
            "creme",
            'Amazon KDP offers no paper "creme". Did you mean "cream"? Offered: white, cream, ',
        ),
        ("ink", "red", 'Amazon KDP offers no ink "red". Offered: black, standard-colour, premium-colour.'),
        ("binding", "coil", 'Amazon KDP offers no binding "coil". Offered: paperback, case-wrap.'),
        ("finish", "satin", 'Amazon KDP offers no finish "satin". Offered: matte, gloss.'),
    ],
)
def test_what_is_not_offered_is_said_with_what_is(what: str, asked: str, said: str) -> None:
    with pytest.raises(FaultsFound) as raised:
        getattr(load_printer("kdp"), what)(asked)
    assert str(raised.value).startswith(f"error: {said}")


def test_pages_of_a_paper_differ_by_trim() -> None:
    white = load_printer("kdp").paper("white")
    assert (white.pages("black", "6x9").most, white.pages("black", "8.5x11").most) == (828, 590)


def test_an_unknown_printer_is_refused() -> None:
    with pytest.raises(FaultsFound, match=r'There is no printer "kpd"\. Did you mean "kdp"'):
        load_printer("kpd")


def test_own_figures_lie_over_those_of_the_printer_and_say_so(tmp_path: Path) -> None:
    printer = own(
        tmp_path,
        "format: 1\nextends: kdp\nname: KDP at home\n"
        "sources: {letter: {title: A letter, checked: 2026-11-28, grade: B}}\n"
        "trims: {9x12: {width: 9in, height: 12in}, 5x8: none}\n"
        "interior:\n  bleed: 3mm\n  smallest_type: {value: 8pt}\n"
        "  thinnest_line: {value: 1pt, source: letter}\n",
    )
    assert (printer.id, printer.name) == ("own", "KDP at home")
    assert "5x8" not in printer.trims
    assert str(printer.trims["9x12"].source) == "own.yaml [own]"
    assert (printer.interior.bleed.value, printer.interior.bleed.source.grade) == (
        8504,
        "own",
    )  # 3 / 25.4 x 72 pt
    assert (printer.interior.smallest_type, printer.interior.thinnest_line) != (None, None)
    assert printer.interior.smallest_type
    assert printer.interior.smallest_type.source.grade == "own"
    assert printer.interior.thinnest_line
    assert printer.interior.thinnest_line.source.title == "A letter"
    assert printer.interior.outside == load_printer("kdp").interior.outside


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extends: kpd\n", '/own.yaml:2:10: error: There is no printer "kpd". Did you mean "kdp"?'),
        ("extends: own.yaml\n", "/own.yaml:2:10: error: This printer extends itself by way of "),
        ("extends: ../../other.yaml\n", '/own.yaml:2:10: error: "../../other.yaml" does not lie in '),
        ("extends: [kdp]\n", "/own.yaml:2:10: error: `extends` must name one printer."),
        ("extends: kdp\ninterior: {bleed: wide}\n", "/own.yaml:3:19: error: 'wide' is not a length"),
        (
            "extends: kdp\ninterior: {bleed: {value: 3mm, source: nobody}}\n",
            '/own.yaml:3:40: error: The table of sources has no "nobody".',
        ),
        ("extends: kdp\nmargins: 1in\n", '/own.yaml:3:1: error: There is no key "margins" in a printer.'),
        (
            "extends: kdp\ninterior: {bleeds: 3mm}\n",
            '/own.yaml:3:12: error: There is no key "bleeds" in an interior rule. Did you mean "bleed"?',
        ),
        (
            "extends: kdp\npapers: {pink: {inks: {pink: {pages: {least: 2, most: 4}}}}}\n",
            '/own.yaml:1:1: error: The paper "pink" names the ink "pink", which there is not.',
        ),
        (
            "extends: kdp\nbindings: {paperback: {pages: {least: 20, most: 4}}}\n",
            '/own.yaml:1:1: error: The binding "paperback" takes from 20 to 4 pages, which is no book.',
        ),
        (
            "extends: kdp\nbindings: {paperback: {multiple: 0}}\n",
            '/own.yaml:1:1: error: The binding "paperback" has no multiple of pages.',
        ),
        (
            "extends: kdp\ninterior: {gutter: {rows: [{to: 9, inside: 1in}, {to: 8, inside: 2in}]}}\n",
            "/own.yaml:1:1: error: The gutter is no table of rising counts.",
        ),
        (
            "extends: kdp\ncover: {spine_text: {clearance: [{spine: 1in, clear: 1mm}]}}\n",
            "/own.yaml:1:1: error: The clearance of the text on spines is no table from 0 upwards.",
        ),
        (
            "extends: kdp\nfinishes: {matte: none, gloss: none}\n",
            "/own.yaml:1:1: error: The printer offers no finishes.",
        ),
    ],
)
def test_a_fault_is_said_at_its_place(tmp_path: Path, text: str, said: str) -> None:
    found = faults(tmp_path, f"format: 1\n{text}")
    assert any(each.startswith(said) for each in found), found


def test_a_file_by_itself_needs_a_source_for_each_figure(tmp_path: Path) -> None:
    found = faults(tmp_path, "format: 1\nname: One\ninterior: {bleed: 3mm}\n")
    assert any("This figure has no source. Name one of the table" in each for each in found), found

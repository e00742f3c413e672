"""Cover and contents are set by the engine, are tagged, and lead where they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bind.packs import guide, reader_of, spoken, the_outline
from tests.groups import VERAPDF
from tests.pdf.conftest import Hand

from guidepress.bind.merge import merge
from guidepress.bind.plan import Merged, MergePart, MergePlan
from guidepress.verify.standards import validate

pytestmark = pytest.mark.xdist_group(VERAPDF)


@pytest.fixture(scope="module")
def hand() -> Hand:
    return Hand()


def bind(folder: Path, parts: list[MergePart], plan: MergePlan) -> tuple[Merged, bytes]:
    merged = merge(parts, folder / "pack.pdf", plan)
    return merged, (folder / "pack.pdf").read_bytes()


def three(hand: Hand) -> list[MergePart]:
    return [
        MergePart(Path(f"{name}.pdf"), data=guide(hand, name, pages))
        for name, pages in (("One", 3), ("Two", 1))
    ]


def test_the_contents_lead_to_the_pages_they_name(hand: Hand, tmp_path: Path) -> None:
    merged, pack = bind(tmp_path, three(hand), MergePlan(contents=True, each_on_recto=True))
    # The contents on page 1, a blank, One on 3 to 5, a blank, Two on 7.
    assert merged.parts == (("One", 3), ("Two", 7))
    assert merged.blanks == (2, 6)
    assert spoken(pack).startswith("ContentsOne 3Two 7")
    reader = reader_of(pack)
    named = reader.named_destinations
    led = {
        str(annotation.get_object()["/Contents"]): reader.get_destination_page_number(
            named[annotation.get_object()["/Dest"]]
        )
        for annotation in reader.pages[0]["/Annots"]
    }
    assert led == {"Go to One": 2, "Go to Two": 6}


def test_characters_that_no_font_has_are_left_out_of_the_contents_and_named(
    hand: Hand, tmp_path: Path
) -> None:
    """Bookmarks and what is read aloud keep them; of a title of nothing else the number of its file is printed."""
    titles = ("東京 Tokyo", "日本")
    parts = [MergePart(Path(f"{title}.pdf"), title, data=guide(hand, "One", 1)) for title in titles]
    merged, pack = bind(tmp_path, parts, MergePlan(contents=True))
    assert [each.message for each in merged.diagnostics if each.code == "missing-glyph"] == [
        "No font has these characters, which the contents are printed without: 京 日 本 東."
    ]
    assert spoken(pack).startswith("ContentsTokyo 22. 3")  # on pages 2 and 3
    reader = reader_of(pack)
    said = {str(each.get_object()["/Contents"]) for each in reader.pages[0]["/Annots"]}
    assert said == {f"Go to {title}" for title in titles}
    assert {title for _, title, _ in the_outline(pack)} >= set(titles)
    assert merged.claims == ("PDF/UA-1", "PDF/A-2a")


def test_a_pack_with_cover_and_contents_meets_the_standards(hand: Hand, tmp_path: Path) -> None:
    merged, pack = bind(tmp_path, three(hand), MergePlan(contents=True, cover="Poems & plays"))
    assert merged.claims == ("PDF/UA-1", "PDF/A-2a")
    assert reader_of(pack).metadata.title == "Poems & plays"
    assert reader_of(pack).page_labels[:3] == ["Cover", "i", "1"]
    for standard in ("ua1", "2a"):
        (verdict,) = validate([merged.path], standard)
        assert verdict.faults == ()


def test_the_front_is_set_on_the_paper_of_the_first_file(hand: Hand, tmp_path: Path) -> None:
    _, pack = bind(tmp_path, three(hand), MergePlan(cover="A small book"))
    page = reader_of(pack).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (300, 400)


def test_many_files_make_several_pages_of_contents(hand: Hand, tmp_path: Path) -> None:
    one = guide(hand, "One", 1)
    parts = [MergePart(Path("one.pdf"), f"Part {number}", data=one) for number in range(120)]
    merged, pack = bind(tmp_path, parts, MergePlan(contents=True))
    before = merged.parts[0][1] - 1
    assert before > 1
    assert merged.pages == before + 120
    assert f"Part 119 {before + 120}" in spoken(pack)


def test_a_part_that_leads_has_those_after_it_below_itself(hand: Hand, tmp_path: Path) -> None:
    parts = [
        MergePart(Path("d.pdf"), name, data=guide(hand, name, 1), leads=name.isupper())
        for name in ("a", "B", "c", "D", "e")
    ]
    _, pack = bind(tmp_path, parts, MergePlan())
    titles = [(depth, title) for depth, title, _ in the_outline(pack) if not title.endswith(" 1")]
    assert titles == [(1, "a"), (1, "B"), (2, "c"), (1, "D"), (2, "e")]

"""A pack holds all that its files hold: tags, texts, links, bookmarks, labels, standards."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.bind.bound import bind
from tests.bind.packs import count_streams, guide, landings, reader_of, spoken
from tests.groups import VERAPDF
from tests.pdf.conftest import Hand
from tests.pdf.everything import everything
from tests.pdf.helpers import tag_tree

from guidepress.bind.merge import merge
from guidepress.bind.plan import MergePart, MergePlan
from guidepress.pdf import write_pdf
from guidepress.verify.standards import validate

pytestmark = pytest.mark.xdist_group(VERAPDF)


@pytest.fixture(scope="module")
def hand() -> Hand:
    return Hand()


def conforms(path: Path, *standards: str) -> None:
    for standard in standards:
        (verdict,) = validate([path], standard)
        assert verdict.faults == ()
        assert verdict.conforms


def test_two_guides_stay_accessible_and_archival(hand: Hand, tmp_path: Path) -> None:
    merged, _ = bind(tmp_path, write_pdf(everything(hand, tmp_path)), guide(hand, "Ozymandias"))
    assert merged.claims == ("PDF/UA-1", "PDF/A-2a")
    assert merged.diagnostics == ()
    conforms(merged.path, "ua1", "2a")


def test_forty_guides_stay_accessible_and_archival(hand: Hand, tmp_path: Path) -> None:
    merged, _ = bind(tmp_path, *(guide(hand, f"Guide {number}", 2) for number in range(40)))
    assert merged.pages == 80
    conforms(merged.path, "ua1", "2a")


def test_the_trees_are_joined_under_one_document(hand: Hand, tmp_path: Path) -> None:
    _, pack = bind(tmp_path, guide(hand, "One", 1), guide(hand, "Two", 1))
    # The marks keep their numbers: each page counts its own from 0. The link's mark is 1, its paragraph's rest 2.
    part = "  Part\n    H1 {0}:0\n    P {0}:1\n      Link {0}->{0}.place-0\n    P {0}:2\n    Note {0}:3"
    assert tag_tree(pack) == "Document\n" + part.format(1) + "\n" + part.format(2)


def test_a_screen_reader_reads_the_parts_in_order(hand: Hand, tmp_path: Path) -> None:
    files = [write_pdf(everything(hand, tmp_path)), guide(hand, "Macbeth"), guide(hand, "Don Quijote", 5)]
    _, pack = bind(tmp_path, *files)
    assert spoken(pack) == "".join(map(spoken, files))


def test_every_link_lands_where_it_did(hand: Hand, tmp_path: Path) -> None:
    files = [guide(hand, "Macbeth"), write_pdf(everything(hand, tmp_path)), guide(hand, "Don Quijote", 5)]
    _, pack = bind(tmp_path, *files)
    expected = [landing for file in files for landing in landings(file)]
    assert len(expected) == 3 + 3 + 5
    assert landings(pack) == expected


def test_each_page_finds_its_tags(hand: Hand, tmp_path: Path) -> None:
    """The ParentTree leads from each mark back to the element that holds it."""
    _, pack = bind(tmp_path, guide(hand, "One", 2), guide(hand, "Two", 2))
    reader = reader_of(pack)
    nums = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    tree = dict(zip(nums[::2], nums[1::2], strict=True))
    assert list(tree) == list(range(8))  # four pages and four links
    for page in reader.pages:
        elements = tree[page["/StructParents"]].get_object()
        assert [element.get_object()["/S"] for element in elements] == [
            "/H1" if "1" in page.extract_text().split("\n")[0] else "/H2",
            "/P",
            "/P",
            "/Note",
        ]
        link = page["/Annots"][0].get_object()
        assert tree[link["/StructParent"]]["/S"] == "/Link"


def test_each_file_begins_on_a_right_hand_page(hand: Hand, tmp_path: Path) -> None:
    files = guide(hand, "One", 3), guide(hand, "Two", 1), guide(hand, "Three", 1)
    merged, _ = bind(tmp_path, *files, plan=MergePlan(each_on_recto=True))
    assert merged.parts == (("One", 1), ("Two", 5), ("Three", 7))
    assert merged.blanks == (4, 6)  # nothing follows the last
    conforms(merged.path, "ua1", "2a")


def test_files_are_filled_up_for_folding(hand: Hand, tmp_path: Path) -> None:
    merged, pack = bind(tmp_path, guide(hand, "One", 3), guide(hand, "Two", 5), plan=MergePlan(multiple_of=4))
    assert merged.pages == 4 + 8
    assert merged.blanks == (4, 10, 11, 12)
    reader = reader_of(pack)
    contents = reader.pages[3].get_contents()
    assert contents is not None
    assert contents.get_data().split() == [b"/Artifact", b"<</Type", b"/Layout>>", b"BDC", b"EMC"]
    assert reader.pages[3].mediabox == reader.pages[2].mediabox


def test_languages_are_kept_on_the_parts(hand: Hand, tmp_path: Path) -> None:
    _, pack = bind(tmp_path, guide(hand, "One", 1), guide(hand, "Dos", 1, language="es"))
    root = reader_of(pack).trailer["/Root"]
    first, second = root["/StructTreeRoot"]["/K"]["/K"]
    assert (root["/Lang"], first.get("/Lang"), second["/Lang"]) == ("en", None, "es")


def test_identical_parts_are_stored_once(hand: Hand, tmp_path: Path) -> None:
    one = guide(hand, "One", 3)
    _, pack = bind(tmp_path, one, one, one)
    assert count_streams(pack, "/FontFile2") == 1
    assert count_streams(pack, "/Contents") == 3  # three pages, nine times shown
    # What is added for a copy is its tags and its page objects, less than a tenth of the file.
    assert len(pack) < 1.2 * len(one)


def test_guides_with_the_same_faces_take_half_the_room(hand: Hand, tmp_path: Path) -> None:
    """Forty copies that differ in name and letters, so that no two have the same font."""
    files = [guide(hand, f"Copy for {chr(0xC0 + number)}{chr(0xE0 + number)}", 4) for number in range(40)]
    merged, _ = bind(tmp_path, *files)
    assert merged.size <= 0.5 * sum(map(len, files))


def test_the_same_files_give_the_same_bytes(hand: Hand, tmp_path: Path) -> None:
    files = guide(hand, "One"), guide(hand, "Two")
    assert bind(tmp_path, *files)[1] == bind(tmp_path, *files)[1]


def test_a_pack_can_be_bound_again(hand: Hand, tmp_path: Path) -> None:
    files = [guide(hand, name, 2) for name in ("One", "Two", "Three")]
    _, two = bind(tmp_path, *files[:2])
    merged, three = bind(tmp_path, two, files[2])
    assert spoken(three) == "".join(map(spoken, files))
    assert landings(three) == [landing for file in files for landing in landings(file)]
    conforms(merged.path, "ua1", "2a")


@pytest.fixture
def few_files() -> Iterator[int]:
    """A process may have so many files open, and no more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, hard))
    yield 200
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_more_files_than_may_be_open_at_once(hand: Hand, tmp_path: Path, few_files: int) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(guide(hand, "One", 1))
    merged = merge([path] * (few_files + 10), tmp_path / "pack.pdf", check=False)
    assert merged.pages == few_files + 10


def test_progress_names_each_file(hand: Hand, tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    parts = [MergePart(Path(f"{name}.pdf"), data=guide(hand, name, 1)) for name in ("One", "Two")]
    merge(parts, tmp_path / "pack.pdf", progress=lambda *step: seen.append(step))
    assert seen == [(1, 2, "One.pdf"), (2, 2, "Two.pdf")]

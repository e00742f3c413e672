"""A pack claims what all its files meet."""

from __future__ import annotations

import warnings
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typst
from tests.bind.bound import bind, root_of
from tests.bind.packs import guide, page_file, reader_of
from tests.groups import VERAPDF
from tests.pdf.conftest import Hand

from guidepress.bind.claims import Facts, keep_claims
from guidepress.verify.standards import validate

pytestmark = pytest.mark.xdist_group(VERAPDF)


HTML = """<html lang="en-GB"><head><title>From HTML</title></head><body><h1 id="a">Hello</h1>
<p>See <a href="#b">below</a> and <a href="https://example.org">out</a>.</p><h2 id="b">Below</h2>
<ul><li>one</li><li>two</li></ul><table><thead><tr><th>A</th><th>B</th></tr></thead>
<tbody><tr><td>1</td><td>2</td></tr></tbody></table></body></html>"""


TYPST = b"""#set document(title: "From Typst", date: datetime(year: 2026, month: 11, day: 23))
#set text(lang: "en")
#set heading(numbering: "1.")
#outline()
= First <a>
Hello world, see @b #footnote[A note.] and #link("https://example.org")[a link].
== Second <b>
#table(columns: 2, table.header[A][B], [1], [2])
"""


compile_typst: Any = typst.compile  # its stub lists each standard as a literal


@pytest.fixture(scope="module")
def hand() -> Hand:
    return Hand()


def of_weasyprint(variant: str) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of libraries that WeasyPrint will want one day
        weasyprint = import_module("weasyprint")
        made: bytes = weasyprint.HTML(string=HTML).write_pdf(pdf_variant=variant)
    return made


def of_typst(folder: Path, standard: str) -> bytes:
    (folder / "t.typ").write_bytes(TYPST)
    made: bytes = compile_typst(str(folder / "t.typ"), format="pdf", pdf_standards=standard)
    return made


def test_archives_of_three_makers_make_one_archive(hand: Hand, tmp_path: Path) -> None:
    """Their sRGB profiles differ byte by byte, but not in the colours they mean."""
    files = [
        guide(hand, "Ours"),
        of_weasyprint("pdf/a-2a"),
        of_typst(tmp_path, "a-2a"),
    ]
    merged, _ = bind(tmp_path, *files)
    assert merged.claims == ("PDF/A-2a",)
    (verdict,) = validate([merged.path], "2a")
    assert verdict.faults == ()


def test_the_weakest_level_of_an_archive_is_kept(hand: Hand, tmp_path: Path) -> None:
    merged, _ = bind(tmp_path, guide(hand, "Ours"), of_weasyprint("pdf/a-3b"))
    assert merged.claims == ("PDF/A-3b",)


def test_a_standard_that_is_lost_is_named_with_the_file(hand: Hand, tmp_path: Path) -> None:
    merged, pack = bind(tmp_path, guide(hand, "Ours"), page_file())
    assert merged.claims == ()
    said = [diagnostic.message for diagnostic in merged.diagnostics]
    assert said[:3] == [
        "The pack is not PDF/UA-1: 2.pdf is not tagged.",
        "The pack is not PDF/A: 2.pdf does not claim it.",
        "2.pdf: not tagged, so a screen reader passes over it.",
    ]
    assert len(root_of(pack)["/StructTreeRoot"]["/K"]["/K"]) == 1


def facts(name: str = "a.pdf", *claims: str, marked: bool = True, language: str = "en") -> Facts:
    return Facts(name, claims, marked, "", "", language, "", "1.7")


BOTH = facts("a.pdf", "PDF/UA-1", "PDF/A-2a")


def kept(*files: Facts, headings: dict[str, set[str]] | None = None, **more: Any) -> tuple[str, ...]:  # noqa: ANN401
    return keep_claims(
        files,
        headings or {},
        more.get("conflict"),
        suspects=more.get("suspects", False),
        astray=more.get("astray", {}),
    )[0]


def lost(*files: Facts, headings: dict[str, set[str]] | None = None, **more: Any) -> list[str]:  # noqa: ANN401
    made = keep_claims(
        files,
        headings or {},
        more.get("conflict"),
        suspects=more.get("suspects", False),
        astray=more.get("astray", {}),
    )
    assert {(each.severity, each.code) for each in made[1]} <= {("warning", "standard-lost")}
    return [each.message for each in made[1]]


def test_what_all_files_claim_is_kept() -> None:
    assert kept(BOTH, BOTH) == ("PDF/UA-1", "PDF/A-2a")
    assert lost(BOTH, BOTH) == []
    assert kept(facts(), facts()) == ()
    assert lost(facts(), facts()) == []  # nobody claimed it, so nothing is lost


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        # The higher part, the weaker level: b asks for less than u, u for less than a.
        (("2a", "3b"), ("PDF/A-3b",)),
        (("2u", "2a"), ("PDF/A-2u",)),
        (("3a", "2u", "2b"), ("PDF/A-3b",)),
    ],
)
def test_of_several_parts_and_levels(levels: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert kept(*(facts("x", f"PDF/A-{level}") for level in levels)) == expected


def test_the_first_file_that_does_not_meet_a_standard_is_named() -> None:
    archive = facts("b.pdf", "PDF/A-2a")
    assert lost(BOTH, archive) == ["The pack is not PDF/UA-1: b.pdf does not claim it."]
    bare = facts("c.pdf", marked=False)
    assert lost(BOTH, bare) == [
        "The pack is not PDF/UA-1: c.pdf is not tagged.",
        "The pack is not PDF/A: c.pdf does not claim it.",
    ]
    assert lost(BOTH, bare, bare)[1] == "The pack is not PDF/A: c.pdf does not claim it, nor does one other."
    assert lost(BOTH, bare, bare, bare)[1].endswith("does not claim it, nor do 2 others.")
    old = facts("d.pdf", "PDF/UA-1", "PDF/A-1b")
    assert lost(BOTH, old) == [
        "The pack is not PDF/A: d.pdf claims PDF/A-1b, which cannot be joined with parts 2 and 3."
    ]


def test_files_of_a_newer_standard_hear_of_theirs() -> None:
    newer = facts("e.pdf", "PDF/UA-2", "PDF/A-4")
    assert lost(newer, newer) == [
        "The pack is not PDF/UA: e.pdf claims PDF/UA-2, whose files cannot be joined under it, nor can one other.",
        "The pack is not PDF/A: e.pdf claims PDF/A-4, which cannot be joined with parts 2 and 3, nor can one other.",
    ]
    assert lost(BOTH, newer)[0].startswith("The pack is not PDF/UA: e.pdf claims PDF/UA-2, whose files")
    assert lost(BOTH, facts("c.pdf", marked=False), facts("d.pdf", marked=False))[0] == (
        "The pack is not PDF/UA-1: c.pdf is not tagged, nor is one other."
    )


def test_colours_for_two_devices_are_no_archive() -> None:
    assert kept(BOTH, BOTH, conflict=("a.pdf", "b.pdf")) == ("PDF/UA-1",)
    assert lost(BOTH, BOTH, conflict=("a.pdf", "b.pdf")) == [
        "The pack is not PDF/A: a.pdf and b.pdf mean their colours for different devices (output intents)."
    ]


def test_what_joining_breaks_of_accessibility() -> None:
    assert kept(BOTH, suspects=True) == ("PDF/A-2a",)
    assert lost(BOTH, suspects=True) == ["The pack is not PDF/UA-1: a file says that its tags may be wrong."]
    headings = {"a.pdf": {"H#"}, "b.pdf": {"H"}}
    assert lost(BOTH, BOTH, headings=headings) == [
        "The pack is not PDF/UA-1: the headings of a.pdf have levels, those of b.pdf have none."
    ]
    assert lost(BOTH, BOTH, headings={"a.pdf": {"H#"}, "b.pdf": {"H#"}}) == []
    silent = facts("a.pdf", "PDF/UA-1", language="")
    assert lost(silent) == ["The pack is not PDF/UA-1: no file names its language."]
    assert kept(silent, BOTH) == ("PDF/UA-1",)  # one names it for all


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (b"D:20261123102030+05'30'", "2026-11-23T10:20:30+05:30"),
        (b"D:20261123102030Z", "2026-11-23T10:20:30Z"),
        (b"D:2026112310", "2026-11-23T10:00:00"),
        (b"D:202611", "2026-11-01"),
        (b"D:2026", "2026-01-01"),
        (b"yesterday", ""),
    ],
)
def test_dates_of_files_become_those_of_the_pack(tmp_path: Path, date: bytes, expected: str) -> None:
    file = page_file(more={9: b"<</ModDate(%b)/Author( Ann )/Title(T)>>" % date}, trailer=b"/Info 9 0 R")
    _, pack = bind(tmp_path, file)
    xmp = root_of(pack)["/Metadata"].get_data().decode()
    assert (f"<xmp:CreateDate>{expected}</xmp:CreateDate>" in xmp) == bool(expected)
    assert ("CreateDate" in xmp) == bool(expected)
    assert reader_of(pack).metadata.author == "Ann"


ARCHIVAL = b"<x pdfaid:part='2' pdfaid:conformance='B'/>"


def archive(
    extension: bytes = b"", catalog: bytes = b"", page: bytes = b"", more: dict[int, bytes] | None = None
) -> bytes:
    packet = ARCHIVAL + extension
    stream = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream"
    own = {
        20: stream % (len(packet), packet),
        21: stream % (1, b"x"),
        22: b"<</FT/Sig/T(s)/V<<>>>>",
        23: b"<</FT/Sig/T(s)>>",
    }
    return page_file(b"/Metadata 20 0 R" + catalog, page, {**own, **(more or {})})


SCHEMA = b"<pdfaSchema:namespaceURI>%b</pdfaSchema:namespaceURI>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (archive(), ""),
        (archive(catalog=b"/AcroForm<</Fields[23 0 R]>>"), ""),  # a field for a signature that is not there
        (archive(SCHEMA % b"http://www.aiim.org/pdfua/ns/id/"), ""),
        (
            archive(SCHEMA % b"http://a.org/ns/", more={21: b"null"}),
            "",
        ),  # used by the packet alone, which a pack drops
        (archive(SCHEMA % b"http://a.org/ns/"), "has metadata within that use schemas of its own"),
        (archive(b"<x pdfaSchema:namespaceURI = 'a:b'/>"), "has metadata within that use schemas of its own"),
        (
            archive(catalog=b"/AcroForm<</Fields[22 0 R]>>"),
            "is signed, and a signature holds for that file alone",
        ),
    ],
)
def test_an_archive_that_holds_by_itself_alone_makes_no_archive(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    merged, _ = bind(tmp_path, data)
    assert merged.claims == (() if reason else ("PDF/A-2b",))
    said = [each.message for each in merged.diagnostics if each.code == "standard-lost"]
    assert said == ([f"The pack is not PDF/A: 1.pdf {reason}."] if reason else [])

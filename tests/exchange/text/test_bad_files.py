"""Files that are damaged, dangerous or of another kind end in one sentence, soon, and nothing is written."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.text.word import LISTS, W, listed, par, run, table, word_file

from guidepress.base.diagnostics import FaultsFound
from guidepress.cli import main
from guidepress.exchange.text.docx import read_docx
from guidepress.exchange.text.html import read_page
from guidepress.exchange.text.markdown_file import read_markdown_text

GOOD = word_file(par("x"))


def packed(text: bytes, name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, text)
    return out.getvalue()


ENTITIES = f'<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="{W}"><w:body>&b;</w:body></w:document>'
CASES = {
    "bomb": (packed(b"<d>" + b" " * 20_000_000 + b"</d>"), "grows more than 400 times"),
    "entities": (packed(ENTITIES.encode()), "declares entities"),
    "half": (GOOD[: len(GOOD) // 2], "its end is missing"),
    "outside": (packed(b"x", "../../x"), "leads out of the archive"),
    "not well-formed": (packed(b"<d><p></d>"), "not well-formed XML"),
    "deep": (
        word_file("<w:tbl><w:tr><w:tc>" * 100 + par("deep") + "</w:tc></w:tr></w:tbl>" * 100),
        "excessive depth",
    ),
    "no text": (word_file(""), "holds no text"),
    "slides": (packed(b"<x/>", "ppt/presentation.xml"), "is a PowerPoint file, not a text"),
    "old": (b"\xd0\xcf\x11\xe0" + bytes(512), "Save it as .docx"),
    "text": (b"Dear reader, this is no Word file.", "is a text, not a Word file"),
}


@pytest.mark.parametrize("name", CASES)
def test_one_sentence_says_what_is_wrong(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, sentence = CASES[name]
    path = tmp_path / "x.docx"
    path.write_bytes(data)
    assert main(["import", str(path), "-o", str(tmp_path / "out.yaml")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert sentence in lines[0]
    assert "x.docx" in lines[0]
    assert lines[1:] == ["1 error; nothing was written."]
    assert [each.name for each in tmp_path.iterdir()] == ["x.docx"]


def test_a_file_of_100_mb_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.txt"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    assert main(["import", str(path), "-o", str(tmp_path / "out.yaml")]) == 1
    assert "has more than 64 MB" in capsys.readouterr().err


def test_markdown_that_nests_without_end_is_refused_not_cut() -> None:
    assert read_markdown_text("> " * 25 + "deep\n", Path("x.md")).blocks[0].plain == "deep"
    assert (
        read_markdown_text("".join(f"{'  ' * n}- n{n}\n" for n in range(20)), Path("x.md"))
        .blocks[0]
        .plain.count("n")
        == 20
    )
    with pytest.raises(
        FaultsFound, match=re.escape("x.md:1:1: error: Lists and quotations nest more than 30 deep")
    ):
        read_markdown_text("> " * 20_000 + "deep\n", Path("x.md"))


BODY = (
    par("Plot", style="Heading1") + par(run("a", "<w:b/>"), '<w:r><w:footnoteReference w:id="1"/></w:r>') + listed("x")
    + listed("y", depth=1) + table(("a", "b"), ("c", "d")) + par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "z")
)  # fmt: skip
TAGS = re.findall(r"</?[\w:]+[^>]*>", BODY)


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(TAGS) - 1), st.sampled_from(["", "<w:p/>", "<w:tbl/>", "<w:r/>", "<w:ins/>"])
        )
    )
)
@settings(max_examples=80, deadline=None)
def test_word_files_that_lack_elements_are_read_or_refused(changes: list[tuple[int, str]]) -> None:
    body = BODY
    for index, other in changes:
        body = body.replace(TAGS[index], other, 1)
    notes = f'<w:footnote w:id="1">{par("note")}</w:footnote>'
    try:
        read_docx(word_file(body, {"numbering": LISTS, "footnotes": notes}), Path("x.docx"))
    except FaultsFound as faults:
        assert len(faults.diagnostics) == 1  # noqa: PT017 - either way is right


@given(
    st.dictionaries(
        st.sampled_from(["ilvl", "numId", "sz", "gridSpan", "outlineLvl", "start"]),
        st.text("-0123456789x\u00b2\u0663", max_size=12) | st.just("9" * 5000),
    )
)
@settings(max_examples=60, deadline=None)
def test_figures_that_are_none_do_no_harm(figures: dict[str, str]) -> None:
    def said(name: str) -> str:
        return f'<w:{name} w:val="{figures[name]}"/>' if name in figures else ""

    more = f"<w:numPr>{said('ilvl')}{said('numId')}</w:numPr>{said('outlineLvl')}"
    cell = f"<w:tbl><w:tr><w:tc><w:tcPr>{said('gridSpan')}</w:tcPr>{par('c')}</w:tc></w:tr></w:tbl>"
    numbering = LISTS.replace('<w:start w:val="1"/>', said("start"))
    source = read_docx(
        word_file(par(run("a", said("sz")), more=more) + cell, {"numbering": numbering}), Path("x.docx")
    )
    assert " ".join(block.plain for block in source.blocks).split()[-1] == "c"


def test_a_list_is_no_deeper_than_word_makes_any() -> None:
    """Each paragraph one level below the one before it: below the ninth there is none (ISO 29500-1, 17.9.3)."""
    body = "".join(listed(f"x{depth}", depth=depth) for depth in range(1200))
    (block,) = read_docx(word_file(body, {"numbering": LISTS}), Path("x.docx")).blocks
    lines = block.text.splitlines()
    assert [line.partition("x")[2] for line in lines if line.strip()] == [*map(str, range(1200))]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    assert len(set(indents)) <= 9


def test_a_list_begins_no_later_than_word_counts() -> None:
    """In letters the billionth item would have forty million of them."""
    late = LISTS.replace('<w:start w:val="1"/>', '<w:start w:val="999999999"/>')
    body = "".join(listed("x", depth=1) for _ in range(3))
    assert len(read_docx(word_file(body, {"numbering": late}), Path("x.docx")).blocks[0].text) < 5000


@given(st.text("<>/abp &;\"'=!-[]ultd", max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_page_is_read(text: str) -> None:
    read_page(f"<body>{text}", Path("x.html"), "web page", {})

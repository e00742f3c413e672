"""A web page becomes blocks: what is of the site is named and left out, lists, tables, pictures and notes stay."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.text.html import read_html
from guidepress.exchange.text.importing import import_guide
from guidepress.exchange.text.source import SourceText
from guidepress.guide import load_guide

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


def read(body: str, folder: Path = Path(), encoding: str = "") -> SourceText:
    return read_html(f"<html lang='en-GB'><body>{body}".encode(), folder / "page.html", encoding)


def texts(source: SourceText) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in source.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>A <em>b</em></h2><p>c", [("heading", "A b"), ("paragraph", "c")]),
        ("<p>a <b>bold </b>and <i>b</i>", [("paragraph", "a **bold** and *b*")]),
        ("<p>one<br>two", [("paragraph", "one\\\ntwo")]),
        ("<div>a<p>b</p>c</div>", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<ol start=3><li>a<ul><li>b</ul><li>c</ol>", [("list", "3. a\n   - b\n4. c")]),
        ("<ol type=a><li>x<li>y</ol>", [("list", "a. x\\\nb. y")]),
        ("<dl><dt>foe<dd>an enemy</dl>", [("list", "- **foe**: an enemy")]),
        ("<blockquote><p>a<p>b</blockquote>", [("quote", "> a\n>\n> b")]),
        ("<pre>x\n  y</pre>", [("code", "```\nx\n  y\n```")]),
        ("<p>1. no list, 2 &lt; 3, *no*", [("paragraph", "1\\. no list, 2 < 3, \\*no\\*")]),
        ("<p>H<sub>2</sub>O, <a href='https://x.org/'>there</a>, <a href='x.html'>here</a>",
         [("paragraph", "H₂O, [there](https://x.org/), here")]),
        ("<table><tr><td colspan=2>a<td>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>",
         [("table", "| a |  | b |\n| --- | --- | --- |\n| c | d | e |\n|  | f | g |")]),
        ("<table><tr><td>by itself</table>", [("paragraph", "by itself")]),
    ],
)  # fmt: skip
def test_elements_become_markdown(body: str, expected: list[tuple[str, str]]) -> None:
    assert texts(read(body)) == expected


def test_what_is_of_the_site_is_named() -> None:
    page = read(
        "<nav>Home</nav><header>Logo</header><main><p>Text<script>x()</script></main><footer>End</footer>"
    )
    assert texts(page) == [("paragraph", "Text")]
    assert sorted(loss.what for loss in page.losses) == [
        "around the text: End",
        "around the text: Logo",
        "navigation: Home",
    ]


def test_what_paper_cannot_show_is_named() -> None:
    page = read("<p>a<button>Buy</button><span hidden>secret</span><iframe src='v'></iframe>")
    assert [loss.what for loss in page.losses] == [
        "a button: Buy",
        "hidden text: secret",
        "a page in a frame: v",
    ]


def test_footnotes_of_other_programs_are_notes() -> None:
    page = read(
        "<p>Text<a href='#fn1' class='footnote-ref'><sup>1</sup></a>.</p>"
        "<section role='doc-endnotes'><ol><li id='fn1'><p>The note.<a href='#fnref1'>↩</a></p></li></ol></section>"
    )
    assert (texts(page), page.notes) == ([("paragraph", "Text[^1].")], {"1": "The note."})


def test_pictures_beside_a_page_come_along(tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(PNG)
    inside = f"<img src='data:image/png;base64,{base64.b64encode(PNG).decode()}' alt='Again'>"
    page = read(f"<p><img src='cat.png' alt='A *cat*'>{inside}<img src='../x.png' alt='Far'>", tmp_path)
    assert texts(page)[0][1] == "![A \\*cat\\*](pictures/page-1.png)![Again](pictures/page-1.png)\\[Far]"
    assert [picture.data for picture in page.pictures] == [PNG]
    assert [loss.what for loss in page.losses] == ['picture "../x.png": Far']


def test_drawings_come_along_and_other_pictures_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<?xml version='1.0'?>\n<!-- x --><svg/>", encoding="utf-8")
    (tmp_path / "b.gif").write_bytes(b"GIF89a")
    page = read("<p><img src='a.svg' alt='A'><img src='b.gif' alt='B'>", tmp_path)
    assert [picture.name for picture in page.pictures] == ["pictures/page-1.svg"]
    assert [loss.why for loss in page.losses] == ["a GIF cannot be set: export it as PNG, JPEG or SVG"]


def test_a_picture_without_alt_text_asks_for_one(tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(PNG)
    (guess,) = read("<p><img src='cat.png'>", tmp_path).guesses
    assert (guess.value, guess.confidence) == ("Picture 1", "doubtful")


def test_the_page_says_its_encoding() -> None:
    data = '<html><head><meta charset="iso-8859-2"></head><body><p>Żółw</p>'.encode("iso-8859-2")
    assert read_html(data, Path("x.html"), "").blocks[0].plain == "Żółw"


def test_deep_pages_keep_their_words_or_are_refused() -> None:
    assert read("<div>" * 200 + "deep" + "</div>" * 200).blocks[-1].plain == "deep"
    with pytest.raises(FaultsFound, match="nested more than 250 deep"):
        read("<div>" * 5000 + "deep" + "</div>" * 5000)


def test_a_page_becomes_a_guide(tmp_path: Path) -> None:
    path = tmp_path / "hamlet.html"
    path.write_text(
        "<h1>Hamlet Study Guide</h1><p>by William Shakespeare</p><h2>Chapter Summaries</h2><h3>Act 1, Scene 1: The Ghost"
        "</h3><h4>Summary</h4><p>S.</p><h4>Analysis</h4><p>A.</p><h4>Quick checks</h4><ol><li>Who?<li>Why?</ol>"
        "<h3>Act 1, Scene 2</h3><p>T.</p><h2>Quotes</h2><blockquote><p>To be<br>— Hamlet, 3.1</blockquote><p>It asks.</p>",
        encoding="utf-8",
    )
    guide = load_guide(import_guide([path], {}).found.text)
    assert (guide.title, guide.authors[0].name, guide.unit_name) == ("Hamlet", "William Shakespeare", "Scene")
    assert [(unit.title, unit.covers) for unit in guide.units] == [
        ("The Ghost", "1.1"),
        ("Act 1, Scene 2", "1.2"),
    ]
    assert [len(guide.units[0].checks), len(guide.quotes)] == [2, 1]
    assert (guide.quotes[0].speaker, guide.quotes[0].locator) == ("Hamlet", "3.1")

"""In: a public-domain text, or what a layout prints of a stock guide. Out: the same words for all peers.

The plain text has about 24,000 words: contents, five headings, a folio at the foot, Source Serif 10.5 on 14 pt, 6.5 in
wide. Of a stock guide the peers get every word that is printed, as headings and paragraphs; tables, margin notes, boxes
and drawings are ours alone.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.build import make_book
from guidepress.document.blocks import Figure, Paragraph, Table
from guidepress.document.inlines import plain_text
from guidepress.guide import load_guide
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.document.blocks import Block
    from guidepress.guide import Guide
    from guidepress.layout import Layout

__all__ = [
    "GUIDES",
    "HERE",
    "Chapter",
    "Workload",
    "printed_chapters",
    "read_chapters",
    "write_printed",
    "write_workload",
]

HERE = Path(__file__).parent
GUIDES = HERE.parent / "guides"
LANGUAGE = "en-GB"
_ESCAPED = r"\\\1"
_MARKDOWN = re.compile(r"([\\`*_<])")
_TYPST = re.compile(r"([\\*_#$@<>`~\[\]/=\-+])")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workload:
    """Files of one text in each peer's form, and its number of words."""

    guide: Path
    layout: str
    text: Path
    typst: Path
    html: Path
    words: int


def read_chapters(text: Path, most_words: int = 24_000) -> tuple[Chapter, ...]:
    """Read a text ("# " opens a chapter, one paragraph a line, an indented line goes on) up to about `most_words`."""
    chapters: list[Chapter] = []
    words = 0
    for line in text.read_text(encoding="utf-8").splitlines()[1:]:
        said = line.strip().replace("[", "(").replace("]", ")")  # stage directions are no markup in any peer
        if not said or words > most_words:
            continue
        if said.startswith("#"):
            chapters.append(Chapter(said.lstrip("# "), ()))
        elif chapters:
            title, paragraphs = chapters[-1].title, chapters[-1].paragraphs
            if line.startswith("  ") and paragraphs:  # a speech goes on: verse is set as prose here
                chapters[-1] = Chapter(title, (*paragraphs[:-1], f"{paragraphs[-1]} {said}"))
            else:
                chapters[-1] = Chapter(title, (*paragraphs, said))
            words += len(said.split())
    return tuple(chapters)


def write_workload(name: str, folder: Path) -> Workload:
    """Write a text in every peer's form into `folder`."""
    text, guide = HERE / "texts" / f"{name}.txt", folder / f"{name}.yaml"
    chapters = read_chapters(text)
    guide.write_text(_guide(name, chapters), encoding="utf-8")
    return _for_peers(
        Workload(guide, str(HERE / "plain.yaml"), text, *_peers(guide), _count(chapters)), chapters
    )


def write_printed(name: str, layout: str, folder: Path) -> Workload:
    """Write what a layout prints of a stock guide in every peer's form into `folder`."""
    guide = GUIDES / f"{name}.yaml"
    chapters = printed_chapters(load_guide(guide), load_layout(layout))
    text = folder / f"{name}.{layout}.txt"
    lines = [line for each in chapters for line in (f"# {each.title}", *each.paragraphs)]
    text.write_text("\n".join(("", *lines)), encoding="utf-8")
    return _for_peers(Workload(guide, layout, text, *_peers(text), _count(chapters)), chapters)


def printed_chapters(guide: Guide, layout: Layout) -> tuple[Chapter, ...]:
    """The sections of a composed guide: every paragraph of text, in boxes, cells, margins and notes too."""
    document, _ = make_book(guide, layout)
    chapters = [Chapter(each.title, tuple(_texts(each.blocks))) for each in document.sections]
    notes = tuple(text for note in document.notes for text in _texts(note.blocks))
    return (*chapters, Chapter("Notes", notes)) if notes else tuple(chapters)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            text = " ".join(plain_text((*block.marker, *block.inlines)).split())
            if text:
                yield text
        elif isinstance(block, Table):
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from _texts(cell.blocks)
        elif isinstance(block, Figure):
            yield from (plain_text(label.inlines) for label in block.drawing.labels)
        else:
            yield from _texts(getattr(block, "blocks", ()))
        caption = getattr(block, "caption", None)
        if caption is not None:
            yield from _texts((caption,))


def _count(chapters: Iterable[Chapter]) -> int:
    return sum(len(paragraph.split()) for chapter in chapters for paragraph in chapter.paragraphs)


def _peers(beside: Path) -> tuple[Path, Path]:
    return beside.with_suffix(".typ"), beside.with_suffix(".html")


def _for_peers(work: Workload, chapters: tuple[Chapter, ...]) -> Workload:
    work.typst.write_text(_typst(work.guide.stem, chapters), encoding="utf-8")
    work.html.write_text(_html(work.guide.stem, chapters), encoding="utf-8")
    return work


def _guide(name: str, chapters: tuple[Chapter, ...]) -> str:
    lines = ["format: 1", f"title: {name}", "author: Benchmark", f"language: {LANGUAGE}", "plot:"]
    for chapter in chapters:
        lines += [f'  - title: "{chapter.title}"', "    text: |-"]
        for paragraph in chapter.paragraphs:
            lines += ["      " + _MARKDOWN.sub(r"\\\1", paragraph), ""]
    return "\n".join(lines) + "\n"


def _typst(name: str, chapters: tuple[Chapter, ...]) -> str:
    lines = [
        f'#set document(title: "{name}", author: "Benchmark")',
        '#set page("us-letter", margin: 1in, footer: context align(center, counter(page).display()))',
        '#set text(font: "Source Serif Pro", size: 10.5pt, lang: "en", region: "GB", top-edge: 0.8em, bottom-edge: -0.2em)',
        "#set par(justify: true, leading: 3.5pt, spacing: 3.5pt, first-line-indent: 1em)",
        "#outline()",
    ]
    for chapter in chapters:
        lines += [f"= {_TYPST.sub(_ESCAPED, chapter.title)}", ""]
        for paragraph in chapter.paragraphs:
            lines += [_TYPST.sub(_ESCAPED, paragraph), ""]
    return "\n".join(lines) + "\n"


def _html(name: str, chapters: tuple[Chapter, ...]) -> str:
    contents = "".join(f'<li><a href="#c{n}">{html.escape(c.title)}</a></li>' for n, c in enumerate(chapters))
    body = "".join(
        f'<h1 id="c{number}">{html.escape(chapter.title)}</h1>'
        + "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in chapter.paragraphs)
        for number, chapter in enumerate(chapters)
    )
    style = (
        "@page{size:letter;margin:1in;@bottom-center{content:counter(page)}}"
        "body{font:10.5pt/14pt 'Source Serif Pro';text-align:justify;hyphens:auto}p{margin:0;text-indent:1em}"
        "li a::after{content:target-counter(attr(href),page)}"
    )
    head = f'<meta charset="utf-8"><title>{name}</title><style>{style}</style>'
    return f'<!DOCTYPE html><html lang="{LANGUAGE}"><head>{head}</head><body><ol>{contents}</ol>{body}</body></html>'

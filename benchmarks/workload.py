"""In: a public-domain text. Out: the same book as a guide, a Typst file, and an HTML page.

About 24,000 words: contents, five headings, a folio at the foot, Source Serif 10.5 on 14 pt, 6.5 in wide.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

__all__ = ["HERE", "Chapter", "Workload", "read_chapters", "write_workload"]

HERE = Path(__file__).parent
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
    layout: Path
    typst: Path
    html: Path
    words: int


def read_chapters(name: str, most_words: int = 24_000) -> tuple[Chapter, ...]:
    """Read a text ("# " opens a chapter, one paragraph a line, an indented line goes on) up to about `most_words`."""
    chapters: list[Chapter] = []
    words = 0
    for line in (HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8").splitlines()[1:]:
        text = line.strip().replace("[", "(").replace("]", ")")  # stage directions are no markup in any peer
        if not text or words > most_words:
            continue
        if text.startswith("#"):
            chapters.append(Chapter(text.lstrip("# "), ()))
        elif chapters:
            title, paragraphs = chapters[-1].title, chapters[-1].paragraphs
            if line.startswith("  ") and paragraphs:  # a speech goes on: verse is set as prose here
                chapters[-1] = Chapter(title, (*paragraphs[:-1], f"{paragraphs[-1]} {text}"))
            else:
                chapters[-1] = Chapter(title, (*paragraphs, text))
            words += len(text.split())
    return tuple(chapters)


def write_workload(name: str, folder: Path) -> Workload:
    """Write a text in every peer's form into `folder`."""
    chapters = read_chapters(name)
    guide, typst, page = (folder / f"{name}.{suffix}" for suffix in ("yaml", "typ", "html"))
    guide.write_text(_guide(name, chapters), encoding="utf-8")
    typst.write_text(_typst(name, chapters), encoding="utf-8")
    page.write_text(_html(name, chapters), encoding="utf-8")
    words = sum(len(paragraph.split()) for chapter in chapters for paragraph in chapter.paragraphs)
    return Workload(guide, HERE / "plain.yaml", typst, page, words)


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

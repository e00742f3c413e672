"""In: a Markdown file. Out: its blocks; it is made a page first, so that HTML in it is cleaned as pages are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from guidepress.base.diagnostics import FaultsFound, Span, fault
from guidepress.base.record import replace
from guidepress.base.yaml import ScalarNode, SequenceNode, parse_yaml
from guidepress.exchange.report import Loss
from guidepress.exchange.text.html import read_page
from guidepress.guide.markdown.notes import take_notes

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.base.yaml import Node
    from guidepress.exchange.text.source import SourceText

__all__ = ["looks_like_markdown", "read_markdown_text"]

_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_KEYS = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "lang": "language",
    "language": "language",
    "subtitle": "subtitle",
}
_DEEPEST = 60
"""Levels of blocks within each other that are followed; a list takes two. A page of more is not made by people."""

_SIGNS = re.compile(r"^(?:#{1,6} \S|\*\*\S[^*]*\*\*|```|> \S|\|.+\|$|\[\^[^\]]+\]:)", re.MULTILINE)
"""What text in Markdown has and other text has not."""


def looks_like_markdown(text: str) -> bool:
    """Whether a text without a telling name is Markdown: two lines say so, one of them a heading."""
    return len(_SIGNS.findall(text)) > 1 and re.search(r"^#{1,6} \S", text, re.MULTILINE) is not None


def read_markdown_text(text: str, path: Path) -> SourceText:
    """Read a Markdown text.

    Args:
        text: all of it.
        path: the file it is of.
    """
    front = _FRONT.match(text)
    said, losses = _said(front[1], str(path)) if front else ({}, [])
    body, definitions = take_notes(text[front.end() :] if front and (said or losses) else text)
    notes = {each.name: _page(each.text, str(path)) for each in definitions}
    read = read_page(_page(body, str(path)), path, "Markdown", notes)
    unmarked = [name for name in notes if not _marked(name, read)]
    losses += [Loss("", f"[^{name}]: {read.notes[name]}", "nothing marks this note") for name in unmarked]
    return replace(read, said={**read.said, **said}, losses=(*read.losses, *losses))


def _page(text: str, file: str) -> str:
    """Make a page of Markdown; what nests deeper than markdown-it follows would be lost, and is refused."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    deep = next((each for each in tokens if each.level >= _DEEPEST - 2), None)
    if deep is not None:
        place = Span(file, deep.map[0] + 1 if deep.map else 1, 1)
        message = f"Lists and quotations nest more than {_DEEPEST // 2} deep here."
        raise fault("unsafe-page", message, "Use no file that you do not know.", place)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _marked(name: str, read: SourceText) -> bool:
    mark = f"[^{name}]"
    return any(mark in block.text for block in read.blocks) or any(
        mark in text for other, text in read.notes.items() if other != name
    )


def _said(front: str, file: str) -> tuple[dict[str, str], list[Loss]]:
    """What the YAML at the head of a file says; keys of no use are named."""
    try:
        root = parse_yaml(front.encode(), file).root
    except FaultsFound:
        return {}, []
    said: dict[str, str] = {}
    losses = []
    for key, value in root.value:
        words = ", ".join(_words(value))
        if key.value in _KEYS and words:
            said[_KEYS[key.value]] = " ".join(words.split())
        else:
            losses.append(Loss("head of the file", f"{key.value}: {words}", "no key of a guide"))
    return said, losses


def _words(node: Node) -> list[str]:
    if isinstance(node, ScalarNode):
        return [node.value] if node.value else []
    if isinstance(node, SequenceNode):
        return [word for each in node.value for word in _words(each)]
    return [f"{key.value}: {' '.join(_words(value))}" for key, value in node.value]

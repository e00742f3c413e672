"""In: a page with footnotes as other programs write them. Out: the notes, their marks in place, their list gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

__all__ = ["MARK", "take_notes"]

MARK = "guidepress-note"
"""The element that stands for a mark; its `name` is that of the note."""

_NOTES = (
    "//*[@role='doc-endnotes' or @role='doc-footnotes' or contains(concat(' ', @class, ' '), ' footnotes ')"
    " or contains(concat(' ', @class, ' '), ' endnotes ')]//*[@id]"
)


def take_notes(root: HtmlElement, write: Callable[[HtmlElement], str]) -> dict[str, str]:
    """Take footnotes out of a page.

    Args:
        root: the page; changed.
        write: writes the inside of a note as Markdown.

    Returns:
        The Markdown of each note, by name.
    """
    targets = {each.get("id"): each for each in root.xpath(_NOTES)}
    if not targets:
        return {}
    marks = [
        (link, link.get("href", "").removeprefix("#"))
        for link in root.iter("a")
        if link.get("href", "").startswith("#") and link.get("href", "")[1:] in targets
    ]
    inside = {id(each) for target in targets.values() for each in target.iter()}
    found: dict[str, str] = {}
    names: dict[str, str] = {}
    for link, target in marks:
        if id(link) in inside:
            continue
        name = names.setdefault(target, str(len(names) + 1))
        link.tag = MARK
        link.set("name", name)
        for child in list(link):
            child.drop_tree()
        link.text = None
    for target, name in names.items():
        element = targets[target]
        for back in [each for each in element.iter("a") if each.get("href", "").startswith("#")]:
            back.drop_tree()
        found[name] = write(element)
        element.drop_tree()
    return found

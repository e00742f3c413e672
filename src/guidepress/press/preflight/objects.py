"""In: an open file. Out: its objects that no press prints: annotations, actions, scripts, attachments, layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.bind.leaves import upright
from guidepress.cos import Malformed, Ref, Stream
from guidepress.cos.trees import name_pairs
from guidepress.press.ink.places import NOWHERE, box_through

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.bind.leaves import Leaf
    from guidepress.cos.pages import Box
    from guidepress.cos.values import Dictionary, Value
    from guidepress.press.preflight.subject import Subject

__all__ = ["Annotated", "annotated", "attachments", "by_page", "layers", "scripts", "streams"]

_MOST = 100_000


@record
class Annotated:
    """An annotation of a page.

    Attributes:
        page: from 1.
        kind: its subtype: "Link", "Widget", "Text" …
        entries: all of it.
        box: its place, points from the lower left corner of the page's trim.
    """

    page: int
    kind: str
    entries: Dictionary
    box: Box


def annotated(subject: Subject) -> Iterator[Annotated]:
    """Yield the annotations of all pages."""
    file = subject.file
    for number, leaf in enumerate(subject.leaves, 1):
        for each in file.array(leaf.page.entries.get("Annots"))[:_MOST]:
            entries = file.dictionary(each)
            if entries:
                kind, box = file.word(entries.get("Subtype")), _place_of(subject, leaf, entries)
                yield Annotated(number, kind, entries, box)


def by_page(found: Iterable[Annotated]) -> dict[int, list[Annotated]]:
    """Put annotations together by their pages."""
    pages: dict[int, list[Annotated]] = {}
    for each in found:
        pages.setdefault(each.page, []).append(each)
    return pages


def _place_of(subject: Subject, leaf: Leaf, entries: Dictionary) -> Box:
    edges = [subject.file.number(each) for each in subject.file.array(entries.get("Rect"))[:4]]
    if len(edges) != 4:
        return NOWHERE
    x0, y0, x1, y1 = edges
    return box_through(upright(leaf), (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def scripts(subject: Subject) -> Iterator[str]:
    """Yield where the file has scripts, or actions at opening and closing."""
    file, root = subject.file, subject.file.root
    names = file.dictionary(root.get("Names"))
    if any(True for _ in name_pairs(file, names.get("JavaScript"))):
        yield "in the file's table of scripts"
    for key, where in (("OpenAction", "when it is opened"), ("AA", "in actions of the file")):
        if _is_script(subject, root.get(key)):
            yield where
    for number, leaf in enumerate(subject.leaves, 1):
        if _is_script(subject, leaf.page.entries.get("AA")):
            yield f"in actions of page {number}"
    for each in annotated(subject):
        if any(_is_script(subject, each.entries.get(key)) for key in ("A", "AA")):
            yield f"in an annotation of page {each.page}"


def _is_script(subject: Subject, value: Value, depth: int = 0) -> bool:
    file = subject.file
    entries = file.dictionary(value)
    if file.word(entries.get("S")) == "JavaScript" or "JS" in entries:
        return True
    if depth > 3:
        return False
    return any(
        _is_script(subject, each, depth + 1)
        for key, each in entries.items()
        if key not in {"D", "P", "Parent"}
    )


def attachments(subject: Subject) -> Iterator[str]:
    """Yield where the file has files within it."""
    file = subject.file
    names = file.dictionary(file.root.get("Names"))
    if any(True for _ in name_pairs(file, names.get("EmbeddedFiles"))):
        yield "in the file's table of attachments"
    if file.array(file.root.get("AF")):
        yield "among the file's associated files"
    for each in annotated(subject):
        if each.kind == "FileAttachment":
            yield f"in an annotation of page {each.page}"


def layers(subject: Subject) -> bool:
    """Whether the file has layers, optional content by its proper name."""
    groups = subject.file.dictionary(subject.file.root.get("OCProperties")).get("OCGs")
    used = any("layers" in facts.features for facts in subject.facts)
    return used or bool(subject.file.array(groups))


def streams(subject: Subject) -> Iterator[tuple[int, Stream]]:
    """Yield the streams of a file with their numbers; those that cannot be read are passed over."""
    for number in subject.file.numbers()[:_MOST]:
        try:
            made = subject.file.get(Ref(number))
        except (Malformed, RecursionError):
            continue
        if isinstance(made, Stream):
            yield number, made

"""In: an open PDF. Out: an account of what it holds that a reader could miss, and what of it another file lacks."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.cos import Name, Ref
from guidepress.cos.labels import labels_of
from guidepress.cos.shapes import PLAIN_NAME, PLAIN_REFERENCE, dictionary_shape
from guidepress.cos.text import text_of
from guidepress.cos.trees import name_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.cos import File, Value
    from guidepress.cos.pages import PageObject

__all__ = ["Account", "Reckoning", "take_account"]

Count: TypeAlias = "Counter[tuple[str, str]]"
"""How often there is what has this name and this value or state."""

_ELEMENT = dictionary_shape(
    {
        "S": PLAIN_NAME,
        "K": PLAIN_REFERENCE + rb"|\d++|\[(?:[\d\sR]++|<<\s*+/Type\s*+/(?:MCR|OBJR)[^<>]*+>>)*+\]",
    }
)
"""A structure element that says plainly what is below it, as nearly all do."""
_ANNOTATION = dictionary_shape({"Subtype": PLAIN_NAME})
_KID = re.compile(rb"<<[^>]*+>>|(?<!\d)(\d{1,10}+)\s++\d++\s++R")
_TOLD = 5
"""Names listed in one message; a form of four hundred fields could lose them all."""
_MOST = 1_000_000
"""Things of one kind that are counted; a file that has more goes in a circle."""


@record
class Account:
    """What a file holds.

    Attributes:
        annotations: for each page, how many it has of each kind.
        fields: name, without those above it, and value of each field of the form.
        attachments: name of each attached file, and "".
        layers: name of each layer, and "on" or "off".
        bookmarks: title of each entry of the outline, and "".
        labels: what each page is called.
        elements: how many structure elements its tags have.
    """

    annotations: tuple[Counter[str], ...]
    fields: Count
    attachments: Count
    layers: Count
    bookmarks: Count
    labels: tuple[str, ...]
    elements: int

    def navigation(self) -> tuple[str, ...]:
        """What leads through the file or comes with it, and no paper shows, each kind with its count."""
        links = sum(kinds["Link"] for kinds in self.annotations)
        counts = {
            "link": links,
            "bookmark": self.bookmarks.total(),
            "structure element": self.elements,
            "attachment": self.attachments.total(),
            "page label": sum(map(bool, self.labels)),
        }
        return tuple(counted(count, noun) for noun, count in counts.items() if count)


def take_account(file: File, pages: Sequence[PageObject], *, tags: bool = True) -> Account:
    """Count what a file holds; damaged parts count as nothing.

    Args:
        file: the file.
        pages: all its pages.
        tags: count its structure elements, too, most of what there is to count.
    """
    trees = file.dictionary(file.root.get("Names"))
    attached = (file.dictionary(value) for _, value in name_pairs(file, trees.get("EmbeddedFiles")))
    return Account(
        tuple(_annotations(file, page) for page in pages),
        Counter(_fields(file)),
        Counter((text_of(file.get(each.get("UF") or each.get("F"))), "") for each in attached),
        Counter(_layers(file)),
        Counter((title, "") for title in _bookmarks(file)),
        tuple(labels_of(file, len(pages))),
        _elements(file) if tags else 0,
    )


class Reckoning:
    """Sets what parts held against the whole that was made of them.

    Args:
        whole: what the whole holds.
    """

    def __init__(self, whole: Account) -> None:
        self._whole = whole
        self._left = {
            "field": whole.fields.copy(),
            "attachment": whole.attachments.copy(),
            "layer": whole.layers.copy(),
            "bookmark": whole.bookmarks.copy(),
        }
        self._elements = whole.elements

    def lost(self, part: Account, name: str, first: int = 0) -> Iterator[Diagnostic]:
        """Yield a warning for each kind of thing that is less in the whole; call it once for each part.

        Args:
            part: what the part held.
            name: of its file.
            first: the index of its first page in the whole.
        """
        for index, kinds in enumerate(part.annotations):
            at = first + index
            there = self._whole.annotations[at] if at < len(self._whole.annotations) else Counter()
            for kind, count in (kinds - there).items():
                message = f"Page {index + 1} of {name} has annotations that the result has not: {count} of kind {kind}."
                yield Diagnostic("warning", "annotations-lost", message)
        held = {
            "field": part.fields,
            "attachment": part.attachments,
            "layer": part.layers,
            "bookmark": part.bookmarks,
        }
        for kind, wanted in held.items():
            gone = wanted - self._left[kind]
            self._left[kind] -= wanted
            if gone:
                yield Diagnostic("warning", f"{kind}s-lost", _sentence(name, kind, gone))
        missing = part.elements - max(0, self._elements)
        self._elements -= part.elements
        if missing > 0:
            message = f"Of the tags of {name} the result lacks {counted(missing, 'structure element')}."
            yield Diagnostic("warning", "tags-lost", message)


def _sentence(name: str, kind: str, gone: Count) -> str:
    told = [f"{each!r}" + (f" ({state})" if state else "") for each, state in list(gone)[:_TOLD]]
    more = " …" if len(gone) > _TOLD else ""
    return f"The result has not, as it was, {counted(gone.total(), kind)} of {name}: {', '.join(told)}{more}."


def _annotations(file: File, page: PageObject) -> Counter[str]:
    kinds = (_kind(file, each) for each in file.array(page.entries.get("Annots")))
    return Counter(kind for kind in kinds if kind)


def _kind(file: File, value: Value) -> str:
    """The kind of an annotation; "" where there is none."""
    plain = file.match(value.number, _ANNOTATION) if isinstance(value, Ref) else None
    if plain is not None and plain["Subtype"] is not None:
        return str(plain["Subtype"][1:].decode("latin-1"))
    entries = file.dictionary(value)
    return file.word(entries.get("Subtype")) or ("unknown" if entries else "")


def _fields(file: File) -> Iterator[tuple[str, str]]:
    form = file.dictionary(file.root.get("AcroForm"))
    for node in _walk(file, file.array(form.get("Fields")), "Kids"):
        if "T" in node:
            value = file.get(node.get("V"))
            text = f"/{value}" if isinstance(value, Name) else text_of(value)
            yield text_of(file.get(node["T"])).rpartition(".")[2], text


def _layers(file: File) -> Iterator[tuple[str, str]]:
    properties = file.dictionary(file.root.get("OCProperties"))
    settings = file.dictionary(properties.get("D"))
    otherwise = "off" if file.word(settings.get("BaseState")) == "OFF" else "on"
    states: dict[Value, str] = {}
    for key, state in (("ON", "on"), ("OFF", "off")):
        states |= {each: state for each in file.array(settings.get(key)) if isinstance(each, Ref)}
    for layer in file.array(properties.get("OCGs")):
        state = states.get(layer, otherwise) if isinstance(layer, Ref) else otherwise
        yield text_of(file.get(file.dictionary(layer).get("Name"))), state


def _bookmarks(file: File) -> Iterator[str]:
    stack = [file.dictionary(file.root.get("Outlines")).get("First")]
    seen: set[Value] = set()
    while stack and len(seen) < _MOST:
        value = stack.pop()
        if not isinstance(value, Ref) or value in seen:
            continue
        seen.add(value)
        entry = file.dictionary(value)
        if entry:
            yield text_of(file.get(entry.get("Title")))
            stack += (entry.get("Next"), entry.get("First"))


def _elements(file: File) -> int:
    """Count the structure elements; most say plainly what is below them and need not be parsed."""
    count = 0
    stack = [file.dictionary(file.root.get("StructTreeRoot")).get("K")]
    seen: set[int] = set()
    while stack and len(seen) < _MOST:
        value = stack.pop()
        if not _first(value, seen):
            continue
        if isinstance(value, Ref):
            plain = file.match(value.number, _ELEMENT)
            if plain is not None and plain["S"] is not None:
                count += 1
                stack.extend(Ref(int(kid)) for kid in _KID.findall(plain["K"] or b"") if kid)
                continue
        made = file.get(value)
        if isinstance(made, dict):
            count += "S" in made
            made = made.get("K")
            if not isinstance(made, list):
                stack.append(made)
        if isinstance(made, list):
            stack.extend(made)
    return count


def _first(value: Value, seen: set[int]) -> bool:
    """Whether a value is met for the first time; only objects are remembered."""
    if not isinstance(value, Ref):
        return True
    new = value.number not in seen
    seen.add(value.number)
    return new


def _walk(file: File, tops: Sequence[Value], key: str) -> Iterator[dict[str, Value]]:
    """Yield the nodes of a tree, each once; `key` leads to those below."""
    stack = list(tops)
    seen: set[int] = set()
    while stack and len(seen) < _MOST:
        value = stack.pop()
        if not _first(value, seen):
            continue
        made = file.get(value)
        if isinstance(made, list):
            stack.extend(made)
        elif isinstance(made, dict):
            yield made
            below = made.get(key)
            if isinstance(below, list):
                stack.extend(below)
            elif below is not None:
                stack.append(below)

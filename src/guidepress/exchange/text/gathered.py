"""What has been found of a guide so far: its values by key, each guess and each loss with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import fields
from guidepress.base.yaml_writing import Remarked
from guidepress.document.kinds import OWN_SECTIONS, kind_called
from guidepress.exchange.report import Guess, Loss
from guidepress.exchange.text.markdown import broken, list_of
from guidepress.guide.model import Guide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.base.yaml_writing import Writable
    from guidepress.exchange.report import Confidence
    from guidepress.exchange.text.source import SourceBlock, SourceText

__all__ = ["Gathered", "joined"]

_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_CARRIED = re.compile(r"\[\^[^\]\s]+\]|!\[(?:[^\]\\]|\\.)*\]\([^)]*\)")
"""What a heading may hold and a line of a guide may not: marks of notes, pictures."""

ORDER = tuple(each.metadata.get("key", each.name) for each in fields(Guide))
"""The keys of a guide in the order of the format."""


class Gathered:
    """Collects a guide from one file or several.

    Args:
        several: places name their file too.
    """

    def __init__(self, *, several: bool = False) -> None:
        self.guesses: list[Guess] = []
        self.losses: list[Loss] = []
        self.words: dict[str, str] = {}
        self._values: dict[str, Writable] = {}
        self._lists: dict[str, list[Writable]] = {}
        self._remarks: dict[str, list[str]] = {}
        self._several = several
        self._file = ""
        self._notes: dict[str, str] = {}
        self._last = ""

    def enter(self, source: SourceText) -> None:
        """Go on to a file: its notes are those that marks mean, its name that of places."""
        self._file, self._notes = source.file, source.notes
        self.guesses += [
            Guess(self._named(each.place), each.what, each.value, each.confidence) for each in source.guesses
        ]
        self.losses += [
            Loss(self._named(each.place), each.what, each.why, each.whole) for each in source.losses
        ]

    def has(self, key: str) -> bool:
        """Whether a key has a value."""
        return key in self._values or key in self._lists

    def text(self, blocks: Iterable[SourceBlock], *, first: SourceBlock | None = None) -> str:
        """Write blocks as one text, with the notes that they mark.

        Args:
            blocks: in order.
            first: a heading whose words went elsewhere; its notes and pictures stand at the head of the text.
        """
        carried = " ".join(_CARRIED.findall(first.text)) if first else ""
        return self.noted("\n\n".join(filter(None, (carried, joined(blocks)))))

    def noted(self, text: str) -> str:
        """Add to a text the notes that it marks, and those that these mark in turn."""
        names: list[str] = []
        waiting = _MARK.findall(text)
        while waiting:
            name = waiting.pop(0)
            if name in self._notes and name not in names:
                names.append(name)
                waiting += _MARK.findall(self._notes[name])
        notes = [f"[^{name}]: " + re.sub(r"\n(?=.)", "\n    ", self._notes[name]) for name in names]
        return broken("\n\n".join(filter(None, (text, "\n".join(notes)))))

    def put(self, key: str, value: str, *remarks: str) -> None:
        """Give a key a value; a text joins the text that is there."""
        before = self._values.get(key)
        self._values[key] = f"{before}\n\n{value}" if isinstance(before, str) else value
        self._remarks.setdefault(key, []).extend(filter(None, remarks))
        self._last = key if kind_called(key) else self._last

    def nest(self, key: str, values: dict[str, Writable], *remarks: str) -> None:
        """Give a key a mapping; what is said of it already stays."""
        before = self._values.get(key)
        self._values[key] = {**values, **before} if isinstance(before, dict) else values
        self._remarks.setdefault(key, []).extend(filter(None, remarks))

    def add(self, key: str, entries: Sequence[Writable], *remarks: str) -> None:
        """Add entries to a list."""
        self._lists.setdefault(key, []).extend(entries)
        self._remarks.setdefault(key, []).extend(filter(None, remarks))
        self._last = key if kind_called(key) else self._last

    def entries(self, key: str) -> list[Writable]:
        """The entries of a list so far."""
        return self._lists.setdefault(key, [])

    def keep(self, title: str, text: str, block: SourceBlock | None, why: str) -> None:
        """Keep a text that has no place of its own as a section of the guide's own."""
        if not text.strip():
            return
        sure: Confidence = "doubtful" if block is not None and block.inferred else "likely"
        remark = self.guess(block, f"section of its own: {why}", title, sure)
        entry: dict[str, Writable] = {"title": title, "text": text}
        if self._last and kind_called(self._last) != OWN_SECTIONS:
            entry["after"] = self._last
        self._lists.setdefault("sections", []).append(Remarked(entry, (remark,)))

    def guess(
        self, block: SourceBlock | None, what: str, value: str, confidence: Confidence = "likely"
    ) -> str:
        """Note a guess; returns the remark that stands beside the value."""
        place = self._named(f"paragraph {block.number}" if block and block.number else "")
        self.guesses.append(Guess(place, what, value, confidence))
        return f"{confidence}: {what}{f' ({place})' if place else ''}"

    def lose(self, block: SourceBlock | None, what: str, why: str) -> None:
        """Note something that was left out."""
        place = f"paragraph {block.number}" if block and block.number else ""
        self.losses.append(Loss(self._named(place), what, why))

    def _named(self, place: str) -> str:
        return ", ".join(filter(None, (self._file if self._several else "", place)))

    def ordered(self) -> dict[str, Writable]:
        """Everything found, in the order of the format."""
        plot = self._lists.get("plot", [])
        if len(plot) == 1 and isinstance(plot[0], str):
            self._values["plot"] = self._lists.pop("plot")[0]
        found: dict[str, Writable] = {
            **self._values,
            **{key: each for key, each in self._lists.items() if each},
        }
        return {
            key: Remarked(found[key], tuple(self._remarks[key])) if self._remarks.get(key) else found[key]
            for key in ORDER
            if key in found
        }


def joined(blocks: Iterable[SourceBlock]) -> str:
    """Write blocks one after the other; two lists in a row keep apart."""
    parts: list[str] = []
    before: SourceBlock | None = None
    other = False
    for block in blocks:
        text = block.text
        if block.kind in {"heading", "title"}:
            text = f"{'#' * min(block.level + 1, 6)} {text}"
        elif block.kind == "list" and before is not None and before.kind == "list":
            other = not other
            if other:
                text = list_of(block.items, block.labels, other=True)
        else:
            other = False
        before = block
        parts.append(text)
    return "\n\n".join(filter(None, parts))

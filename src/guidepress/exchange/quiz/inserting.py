"""In: the text of a guide and entries for its `questions`. Out: the guide with them, all else of it byte for byte."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Span, fault
from guidepress.base.record import record
from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.yaml import Node

__all__ = ["Gapped", "asked_in", "gap_for"]

_KEY = "questions"


_ASKS = ("type", "prompt", "choices", "pairs", "answer")
"""What makes a question the one that it is; points, units and tags may be changed by its owner."""


@record
class Gapped:
    """A guide with a gap where entries go.

    Attributes:
        before: what stands above them.
        after: what stands below.
        indent: what stands before the dash of each.
        end: how its lines end.
        said: what the guide says by key, to see that it still says it.
    """

    before: str
    after: str
    indent: str
    end: str
    said: dict[str, object]

    def filled(self, entries: str) -> str:
        """Put entries in.

        Raises:
            FaultsFound: the guide would say something else than before; none is known that does.
        """
        text = f"{self.before}{entries.replace(chr(10), self.end)}{self.after}"
        now = _said(parse_yaml(text.encode(), "guide").root)
        asked, before = now.pop(_KEY, ()), self.said.get(_KEY) or ()
        kept = isinstance(asked, tuple) and isinstance(before, tuple) and asked[: len(before)] == before
        if not kept or now != {key: value for key, value in self.said.items() if key != _KEY}:
            raise fault("not-inserted", "The questions cannot be put into the guide without changing it.")
        return text


def gap_for(text: str, name: str) -> Gapped:
    """Find where further questions go: behind the last, or at the end of a guide that has none.

    Args:
        text: the guide, its line ends as they are.
        name: what the guide is called in faults.

    Raises:
        FaultsFound: it is no guide, or its questions are written in one line.
    """
    root = parse_yaml(text.encode(), name).root
    end = "\r\n" if "\r\n" in text else "\n"
    said = _said(root)
    lines = text.splitlines(keepends=True)
    place = next((index for index, (key, _) in enumerate(root.value) if key.value == _KEY), None)
    if place is None or root.flow_style:
        return _at_the_end(text, root, name, end, said)
    key, value = root.value[place]
    if isinstance(value, ScalarNode) and not value.value and value.start_mark.line == key.start_mark.line:
        line = key.start_mark.line + 1
        return Gapped("".join(lines[:line]), "".join(lines[line:]), "  ", end, said)
    if isinstance(value, SequenceNode) and not value.value and value.end_mark.line == key.start_mark.line:
        return _in_place_of_none(lines, value, end, said)
    if not isinstance(value, SequenceNode) or value.flow_style or not value.value:
        message = "The questions of this guide are not written one below the other."
        hint = 'Write each in a line of its own, after "- ".'
        raise fault("not-inserted", message, hint, Span(name, key.start_mark.line + 1, 1))
    behind = root.value[place + 1][0].start_mark.line if place + 1 < len(root.value) else len(lines)
    below = (each for each in lines[key.start_mark.line + 1 :] if each.lstrip().startswith("-"))
    dash = next(len(each) - len(each.lstrip()) for each in below)  # not its mark: an anchor may stand there
    line = _last(lines, behind, dash)
    before = "".join(lines[:line])
    return Gapped(
        before if before.endswith("\n") else before + end, "".join(lines[line:]), " " * dash, end, said
    )


def _in_place_of_none(lines: Sequence[str], none: SequenceNode, end: str, said: dict[str, object]) -> Gapped:
    """The gap of an empty list, whose brackets go; a comment behind them stays."""
    line = none.start_mark.line
    head = lines[line][: none.start_mark.column].rstrip()
    tail = lines[line][none.end_mark.column :].rstrip()
    return Gapped(f"{''.join(lines[:line])}{head}{tail}{end}", "".join(lines[line + 1 :]), "  ", end, said)


def asked_in(text: str) -> tuple[tuple[object, ...], ...]:
    """What each question of a guide asks, as it is written; what is equal asks the same.

    Args:
        text: the guide, or only its `questions`.
    """
    entries = _said(parse_yaml(text.encode(), "guide").root).get(_KEY)
    if not isinstance(entries, tuple):
        return ()
    return tuple(tuple(dict(each).get(key) for key in _ASKS) for each in entries if isinstance(each, tuple))


def _last(lines: Sequence[str], behind: int, dash: int) -> int:
    """The line behind the last entry: blank lines and comments before the next key are that key's."""
    line = behind
    while line > 0:
        text = lines[line - 1]
        bare = text.strip()
        own = bare.startswith("#") and len(text) - len(text.lstrip()) <= dash
        if bare and not own and bare not in {"...", "---"}:
            return line
        line -= 1
    return behind


def _at_the_end(text: str, root: MappingNode, name: str, end: str, said: dict[str, object]) -> Gapped:
    if root.flow_style or re.search(r"^\.\.\.", text, re.MULTILINE):
        message = "There is no room for questions in this guide: it does not end with a key at the left."
        raise fault("not-inserted", message, 'Add a key "questions:" to it.', Span(name, 1, 1))
    before = text if text.endswith("\n") else text + end
    return Gapped(f"{before}{end}questions:{end}", "", "  ", end, said)


def _said(root: MappingNode) -> dict[str, object]:
    return {key.value: _plain(value) for key, value in root.value}


def _plain(node: Node) -> object:
    if isinstance(node, ScalarNode):
        return node.value.rstrip("\n")  # a file that does not end its last line gets its end
    if isinstance(node, SequenceNode):
        return tuple(_plain(each) for each in node.value)
    return tuple((_plain(key), _plain(value)) for key, value in node.value)

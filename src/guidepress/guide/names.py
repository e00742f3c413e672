"""In: the nodes of a guide. Out: what its parts are called, known before anything that refers to them is decoded."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from guidepress.base.decoding import Rejected
from guidepress.base.suggest import Suggester
from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from guidepress.base.decoding import Decoding
    from guidepress.base.yaml import Node, YamlFile
    from guidepress.guide.model import Markdown

__all__ = ["Names", "slug"]

_LIGATURES = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d"}
)
"""Letters that Unicode does not take apart into a letter and a mark."""

_NAMED = (
    ("theme", "themes", "name"),
    ("character", "characters", "name"),
    ("unit", "units", "title"),
    ("symbol", "symbols", "name"),
    ("section", "sections", "title"),
)
"""Kinds with anchors: the kind, its list in the file, and the key that names an entry."""


def slug(text: str) -> str:
    """Fold a name into an id: ASCII letters and digits, lower case, words joined by "-", apostrophes dropped."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    plain = re.sub(r"['’‘ʼ]", "", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


class Names:
    """The names of one guide file.

    Attributes:
        anchors: every anchor with the title that cross-references print.
        used: the theme anchors that something refers to.
        texts: every text field that has been decoded, in file order.
        suggester: finds what a reference may have meant.
    """

    __slots__ = ("_claimed", "_counts", "_ids", "_known", "_options", "anchors", "suggester", "texts", "used")

    def __init__(self, source: YamlFile) -> None:
        self.anchors: dict[str, str] = {}
        self.used: set[str] = set()
        self.texts: list[Markdown] = []
        self.suggester = Suggester()
        self._ids: dict[int, tuple[str, Node | None]] = {}
        self._claimed: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._known: dict[str, dict[str, str | int]] = {kind: {} for kind, _, _ in _NAMED}
        self._options: dict[str, list[str]] = {kind: [] for kind, _, _ in _NAMED}
        lists = {key.value: value for key, value in source.root.value if isinstance(key, ScalarNode)}
        for kind, key, label in _NAMED:
            for number, entry in enumerate(_entries(lists.get(key)), 1):
                self._enter(kind, entry, label, number)
        for number in range(1, len(_entries(lists.get("quotes"))) + 1):
            self.anchors[f"quote-{number}"] = ""
        self._known["rubric"] = {}
        self._options["rubric"] = []
        for entry in _entries(lists.get("rubrics")):
            name = _texts(entry).get("id")
            if name is not None:
                self._known["rubric"][name.value] = name.value
                self._options["rubric"].append(name.value)

    def _enter(self, kind: str, entry: MappingNode, label: str, number: int) -> None:
        texts = _texts(entry)
        given, named = texts.get("id"), texts.get(label)
        name: str = named.value if named is not None else ""
        stem = given.value.removeprefix(f"{kind}-") if given is not None else slug(name)
        anchor = f"{kind}-{stem}" if stem else f"{kind}-{number}"
        self._ids[id(entry)] = (anchor, given or named)
        self.anchors.setdefault(anchor, name)
        known = self._known[kind]
        meant: dict[str, str | int] = {"theme": anchor, "character": name, "unit": number}
        aliases = [alias.value for alias in _scalars(entry, "aliases")] if kind == "character" else []
        for key in (anchor, stem, name, *aliases):
            known.setdefault(_fold(key), meant.get(kind, anchor))
        if kind == "unit":
            known[str(number)] = number
        options = self._options[kind]
        options.extend((given.value, name) if given is not None else (name,))
        options.extend(aliases)

    def finish(self, kind: str, values: dict[str, Any], node: Node, run: Decoding) -> None:
        """Give a decoded entry its anchor and number; note an id that is malformed or taken."""
        values["number"] = self.count(kind)
        anchor, place = self._ids.get(id(node), (f"{kind}-{values['number']}", None))
        given = values.get("id", "")
        if given and slug(given) != given:
            hint = f'Write "{slug(given)}".' if slug(given) else ""
            run.fault(place or node, "wrong-id", f'"{given}" is no id: lower-case words joined by "-".', hint)
        values["id"] = anchor
        self.claim(anchor, place or node, run)

    def count(self, kind: str) -> int:
        """The number of the next entry of a kind, from 1."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]

    def claim(self, anchor: str, node: Node, run: Decoding) -> None:
        """Note an id that two entries have."""
        if anchor in self._claimed:
            message = f'The id "{anchor}" is taken by the entry {self._claimed[anchor]}.'
            run.fault(node, "duplicate-id", message, "Give one of them an id of its own (id: …).")
        else:
            self._claimed[anchor] = run.source.span(node).where

    def resolve(self, kind: str, node: ScalarNode) -> str | int:
        """Find what a reference means.

        Raises:
            Rejected: nothing of that kind is called so.
        """
        found = self._known[kind].get(_fold(node.value))
        if found is not None:
            return found
        if kind == "character" and not self._known[kind]:
            return str(node.value)  # without a list of characters, names are only names
        options = self._options[kind]
        if not options:
            message = f'There is no {kind} "{node.value}": the guide lists none.'
            raise Rejected("dangling-reference", message, f'Add it to "{kind}s", or delete it here.')
        hint = self.suggester.did_you_mean(node.value, options) or f'Correct it, or add it to "{kind}s".'
        if kind == "unit" and node.value.lstrip("-").isdigit():
            hint = f"Units are counted from 1 to {len(options)}."
        raise Rejected("dangling-reference", f'There is no {kind} "{node.value}".', hint)

    def speaker(self, name: str) -> str:
        """The character's name for an alias; other names stay as they are."""
        found = self._known["character"].get(_fold(name))
        return found if isinstance(found, str) and found else name


def _fold(key: str) -> str:
    """Capitals and the shape of apostrophes do not tell names apart."""
    return key.casefold().replace("’", "'").strip()


def _entries(node: Node | None) -> list[MappingNode]:
    if not isinstance(node, SequenceNode):
        return []
    return [entry for entry in node.value if isinstance(entry, MappingNode)]


def _texts(entry: MappingNode) -> dict[str, ScalarNode]:
    """The keys of an entry that hold a single value; the first of duplicates counts."""
    found: dict[str, ScalarNode] = {}
    for key, value in entry.value:
        if isinstance(key, ScalarNode) and isinstance(value, ScalarNode) and value.value:
            found.setdefault(key.value, value)
    return found


def _scalars(entry: MappingNode, key: str) -> list[ScalarNode]:
    for name, value in entry.value:
        if name.value == key and isinstance(value, SequenceNode):
            return [item for item in value.value if isinstance(item, ScalarNode)]
    return []

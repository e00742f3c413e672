"""In: what the catalog of each input holds besides pages and tags. Out: the same, side by side, in the pack's.

Attachments, scripts, layers, article threads and output intents; what cannot be kept is said.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic
from guidepress.bind.source import UNREADABLE
from guidepress.bind.syntax import (
    array,
    dictionary,
    entries,
    integer,
    prefixed,
    reference_of,
    text_of,
    write_string,
)
from guidepress.bind.trees import name_pairs, write_tree

if TYPE_CHECKING:
    from guidepress.bind.copier import Copier
    from guidepress.cos.writer import Writer

__all__ = ["Belongings", "Intents", "OptionalContent"]

_ColourSpace: TypeAlias = "tuple[str | float | bytes, ...]"
"""What tells the colours of two output intents apart: channels and primaries, or the profile itself."""

_LEFT_OUT = {
    b"/OpenAction": "what it does when it is opened",
    b"/AA": "its actions",
    b"/Collection": "its portfolio view",
    b"/Perms": "its permissions",
    b"/Legal": "its legal attestation",
    b"/SpiderInfo": "its web capture data",
    b"/Requirements": "its requirements",
}
_QUIET = {b"/OpenAction"}
"""Left out without a word: a pack opens at its own first page."""


class Belongings:
    """Attachments, scripts, threads, associated files and developer extensions."""

    def __init__(self) -> None:
        self._names: dict[bytes, dict[bytes, bytes]] = {b"/EmbeddedFiles": {}, b"/JavaScript": {}}
        self._lists: dict[bytes, list[bytes]] = {b"/AF": [], b"/Threads": []}
        self._extensions: dict[bytes, bytes] = {}
        self.diagnostics: list[Diagnostic] = []

    def take(self, copier: Copier, catalog: dict[bytes, bytes]) -> None:
        """Copy what an input's catalog holds."""
        source = copier.source
        trees = source.dictionary(catalog.get(b"/Names"))
        for kind, kept in self._names.items():
            for key, raw in name_pairs(source, trees.get(kind)):
                name = prefixed(key, f"{copier.prefix}.") if key in kept else key
                kept[name] = copier.rewrite(raw)
        for key, listed in self._lists.items():
            listed += [copier.rewrite(raw) for raw in source.items(catalog.get(key))]
        for key, raw in source.dictionary(catalog.get(b"/Extensions")).items():
            if key != b"/Type":
                self._extensions.setdefault(key, copier.rewrite(raw))
        self._tell(source.name, catalog, set(trees) - {b"/Dests", *self._names})
        base = source.dictionary(catalog.get(b"/URI")).get(b"/Base")
        if base is not None and text_of(base):
            message = f"Addresses in {source.name} are relative to {text_of(base)}, which a pack cannot say of one part."
            self.diagnostics.append(Diagnostic("warning", "base-lost", message))

    def _tell(self, name: str, catalog: dict[bytes, bytes], trees: set[bytes]) -> None:
        lost = [words for key, words in _LEFT_OUT.items() if key in catalog and key not in _QUIET]
        lost += [f"its names of {key.decode('latin-1')[1:]}" for key in sorted(trees)]
        if lost:
            message = f"Of {name} the pack leaves out {', '.join(lost)}."
            self.diagnostics.append(Diagnostic("warning", "left-out", message))

    def close(self, sink: Writer) -> tuple[dict[bytes, bytes], dict[bytes, bytes]]:
        """Entries of the catalog, and of its name dictionary."""
        parts = {key: array(values) for key, values in self._lists.items() if values}
        if self._extensions:
            parts[b"/Extensions"] = dictionary(self._extensions)
        names = {
            kind: b"%d 0 R"
            % write_tree(sink, b"/Names", [(write_string(key), kept[key]) for key in sorted(kept)])
            for kind, kept in self._names.items()
            if kept
        }
        return parts, names


class OptionalContent:
    """Optional content of all inputs (ISO 32000-1, 8.11): each group stays what it was, under one configuration."""

    _LISTS = (b"/Order", b"/AS", b"/RBGroups", b"/Locked")

    def __init__(self) -> None:
        self._groups: list[bytes] = []
        self._off: list[bytes] = []
        self._lists: dict[bytes, list[bytes]] = {key: [] for key in self._LISTS}
        self._name = b""

    def seed(self, copier: Copier, catalog: dict[bytes, bytes]) -> None:
        """Fix the numbers of the groups before the pages are copied: equal groups of two files are not one group."""
        properties = copier.source.dictionary(catalog.get(b"/OCProperties"))
        for raw in copier.source.items(properties.get(b"/OCGs")):
            number = reference_of(raw)
            if number and number not in copier.map:
                copier.seed(number)
                copier.place(number)

    def take(self, copier: Copier, catalog: dict[bytes, bytes]) -> None:
        """Add an input's groups and what its default configuration says of them."""
        source = copier.source
        properties = source.dictionary(catalog.get(b"/OCProperties"))
        groups = [raw for raw in source.items(properties.get(b"/OCGs")) if reference_of(raw)]
        if not groups:
            return
        view = source.dictionary(properties.get(b"/D"))
        self._groups += [copier.rewrite(raw) for raw in groups]
        off = source.items(view.get(b"/OFF"))
        if view.get(b"/BaseState") == b"/OFF":
            on = {reference_of(raw) for raw in source.items(view.get(b"/ON"))}
            off = [raw for raw in groups if reference_of(raw) not in on]
        self._off += [copier.rewrite(raw) for raw in off]
        for key, listed in self._lists.items():
            listed += [copier.rewrite(raw) for raw in source.items(view.get(key))]
        self._name = self._name or view.get(b"/Name", b"")

    def close(self) -> bytes:
        """The optional content properties; b"" if there are none."""
        if not self._groups:
            return b""
        view = {b"/Name": self._name or b"(Default)"}
        view.update({key: array(values) for key, values in self._lists.items() if values})
        if self._off:
            view[b"/OFF"] = array(self._off)
        return dictionary({b"/OCGs": array(self._groups), b"/D": dictionary(view)})


class Intents:
    """Output intents: the one that all inputs share, or none."""

    def __init__(self) -> None:
        self._kept: dict[_ColourSpace, bytes] = {}
        self._from: dict[_ColourSpace, str] = {}

    def take(self, copier: Copier, catalog: dict[bytes, bytes]) -> None:
        """Look at an input's intents for PDF/A."""
        source = copier.source
        for raw in source.items(catalog.get(b"/OutputIntents")):
            parts = source.dictionary(raw)
            if parts.get(b"/S") != b"/GTS_PDFA1":
                continue
            number = reference_of(parts.get(b"/DestOutputProfile"))
            key = self._space(copier, number)
            if key not in self._kept:
                self._kept[key] = copier.rewrite(dictionary(parts))
                self._from[key] = source.name

    def _space(self, copier: Copier, number: int) -> _ColourSpace:
        """What colours a profile means: its channels and, of RGB, where its primaries lie."""
        if not number:
            return ("none",)
        try:
            profile = copier.source.content(number)
            channels = integer(entries(copier.source.body(number)).get(b"/N"))
            return (channels, *_primaries(profile)) if channels == 3 else (copier.number(number),)
        except UNREADABLE:
            return (copier.number(number),)

    @property
    def conflict(self) -> tuple[str, str] | None:
        """Two files whose colours mean different things."""
        names = list(self._from.values())
        return (names[0], names[1]) if len(names) > 1 else None

    def close(self) -> bytes:
        """The array of intents; b"" if there are none, or if they differ."""
        return array(self._kept.values()) if len(self._kept) == 1 else b""


def _primaries(profile: bytes) -> _ColourSpace:
    """The colorants of a matrix profile in thousandths, so that versions of sRGB by different makers count as one."""
    tags: dict[bytes, tuple[int, int]] = {}
    (count,) = struct.unpack_from(">I", profile, 128)
    for index in range(min(count, 100)):
        name, offset, length = struct.unpack_from(">4sII", profile, 132 + 12 * index)
        tags[name] = (offset, length)
    found: list[float] = []
    for name in (b"rXYZ", b"gXYZ", b"bXYZ"):
        if name not in tags:
            return (profile,)
        found += [round(value / 65536, 2) for value in struct.unpack_from(">3i", profile, tags[name][0] + 8)]
    return tuple(found)

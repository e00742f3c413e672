"""In: what the catalog of each input holds besides pages and tags. Out: the same, side by side, in the pack's.

Attachments, scripts, layers, article threads and output intents; what cannot be kept is said.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic
from guidepress.bind.opening import opening_lost
from guidepress.bind.trees import write_tree
from guidepress.cos import Malformed, Ref, Stream
from guidepress.cos.plain import write_string
from guidepress.cos.text import prefixed, text_of
from guidepress.cos.trees import name_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.bind.copier import PartCopier
    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer

__all__ = ["Belongings", "Intents", "OptionalContent", "hidden_layers", "layers_of"]

_ColourSpace: TypeAlias = "tuple[str | float | bytes, ...]"
"""What tells the colours of two output intents apart: channels and primaries, or the profile itself."""

_ARCHIVAL = "GTS_PDFA1"
"""The kind of output intent that PDF/A asks for (ISO 19005-2, 6.2.3)."""

_LEFT_OUT = {
    "AA": "its actions",
    "Collection": "its portfolio view",
    "DSS": "its proofs of signatures",
    "DPartRoot": "its document parts",
    "Legal": "its legal attestation",
    "Perms": "its permissions",
    "PieceInfo": "the private data of its maker",
    "Requirements": "its requirements",
    "SpiderInfo": "its web capture data",
}
"""What a pack cannot say of one part."""


class Belongings:
    """Attachments, scripts, threads, associated files and developer extensions."""

    def __init__(self) -> None:
        self._names: dict[str, dict[bytes, bytes]] = {"EmbeddedFiles": {}, "JavaScript": {}}
        self._lists: dict[str, list[Value]] = {"AF": [], "Threads": []}
        self._extensions: Dictionary = {}
        self.diagnostics: list[Diagnostic] = []

    def take(self, copier: PartCopier) -> None:
        """Copy what an input's catalog holds."""
        file, catalog = copier.file, copier.file.root
        trees = file.dictionary(catalog.get("Names"))
        for kind, kept in self._names.items():
            for key, value in name_pairs(file, trees.get(kind)):
                name = prefixed(key, f"{copier.prefix}.") if key in kept else key
                kept[name] = copier.bytes_of(value)
        for entry, listed in self._lists.items():
            listed += [made for each in file.array(catalog.get(entry)) if (made := copier.value(each))]
        for maker, value in file.dictionary(catalog.get("Extensions")).items():
            if maker != "Type":
                self._extensions.setdefault(maker, copier.value(value))
        self._tell(file, set(trees) - {"Dests", *self._names}, copier.names.pages)
        base = text_of(file.get(file.dictionary(catalog.get("URI")).get("Base")))
        if base:
            message = f"Addresses in {file.name} are relative to {base}, which a pack cannot say of one part."
            self.diagnostics.append(Diagnostic("warning", "base-lost", message))

    def _tell(self, file: File, trees: set[str], pages: Sequence[int]) -> None:
        lost = [words for key, words in _LEFT_OUT.items() if file.get(file.root.get(key)) is not None]
        lost += [f"its names of {key}" for key in sorted(trees)]
        lost += opening_lost(file, pages)
        if lost:
            message = f"Of {file.name} the pack leaves out {', '.join(lost)}."
            self.diagnostics.append(Diagnostic("warning", "left-out", message))

    def close(self, sink: Writer) -> tuple[Dictionary, Dictionary]:
        """Entries of the catalog, and of its name dictionary."""
        parts: Dictionary = {key: values for key, values in self._lists.items() if values}
        if self._extensions:
            parts["Extensions"] = self._extensions
        names: Dictionary = {
            kind: Ref(write_tree(sink, b"/Names", [(write_string(key), kept[key]) for key in sorted(kept)]))
            for kind, kept in self._names.items()
            if kept
        }
        return parts, names


def layers_of(file: File) -> list[int]:
    """The numbers of a file's layers (optional content groups, ISO 32000-1, 8.11.2)."""
    properties = file.dictionary(file.root.get("OCProperties"))
    listed = [each.number for each in file.array(properties.get("OCGs")) if isinstance(each, Ref)]
    return [number for number in dict.fromkeys(listed) if file.dictionary(Ref(number))]


def hidden_layers(file: File) -> list[int]:
    """The numbers of those that are hidden when the file is opened (8.11.4.3)."""
    layers = layers_of(file)
    view = file.dictionary(file.dictionary(file.root.get("OCProperties")).get("D"))
    if file.word(view.get("BaseState")) == "OFF":
        shown = {each.number for each in file.array(view.get("ON")) if isinstance(each, Ref)}
        return [number for number in layers if number not in shown]
    off = {each.number for each in file.array(view.get("OFF")) if isinstance(each, Ref)}
    return [number for number in layers if number in off]


class OptionalContent:
    """Optional content of all inputs (ISO 32000-1, 8.11): each group stays what it was, under one configuration."""

    _LISTS = ("Order", "AS", "RBGroups", "Locked")

    def __init__(self) -> None:
        self._groups: list[Value] = []
        self._off: list[Value] = []
        self._lists: dict[str, list[Value]] = {key: [] for key in self._LISTS}
        self._name: Value = None
        self.diagnostics: list[Diagnostic] = []

    def seed(self, copier: PartCopier) -> None:
        """Fix the numbers of the groups before the pages are copied: equal groups of two files are not one group."""
        for number in layers_of(copier.file):
            copier.seed(number)
            copier.place(number)

    def take(self, copier: PartCopier) -> None:
        """Add an input's groups and what its default configuration says of them."""
        file = copier.file
        groups = layers_of(file)
        if not groups:
            return
        properties = file.dictionary(file.root.get("OCProperties"))
        view = file.dictionary(properties.get("D"))
        self._groups += [Ref(copier.map[number]) for number in groups]
        self._off += [Ref(copier.map[number]) for number in hidden_layers(file)]
        for key, listed in self._lists.items():
            listed += [made for each in file.array(view.get(key)) if (made := copier.value(each))]
        self._name = self._name or file.get(view.get("Name"))  # type: ignore[assignment]  # no stream is a name
        if file.array(properties.get("Configs")):
            message = f"Of the layers of {file.name} the pack keeps one view, the one it opens with."
            self.diagnostics.append(Diagnostic("warning", "views-lost", message))

    def close(self) -> Dictionary:
        """The optional content properties; empty if there are none."""
        if not self._groups:
            return {}
        view: Dictionary = {"Name": self._name or b"Default"}
        view.update({key: values for key, values in self._lists.items() if values})
        if self._off:
            view["OFF"] = self._off
        return {"OCGs": self._groups, "D": view}


class Intents:
    """Output intents: of each kind the one that all inputs share, or none."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[_ColourSpace, Value]] = {}
        self._from: dict[str, dict[_ColourSpace, str]] = {}

    def take(self, copier: PartCopier) -> None:
        """Look at an input's intents."""
        file = copier.file
        for raw in file.array(file.root.get("OutputIntents")):
            parts = file.dictionary(raw)
            kind = file.word(parts.get("S"))
            key = self._space(copier, parts)
            if kind and key not in self._kept.setdefault(kind, {}):
                self._kept[kind][key] = copier.value(parts)
                self._from.setdefault(kind, {})[key] = file.name

    def _space(self, copier: PartCopier, intent: Dictionary) -> _ColourSpace:
        """What colours a profile means: its channels and, of RGB, where its primaries lie."""
        at = intent.get("DestOutputProfile")
        profile = copier.file.get(at)
        if not isinstance(at, Ref) or not isinstance(profile, Stream):
            return (text_of(copier.file.get(intent.get("OutputConditionIdentifier"))),)
        try:
            channels = copier.file.integer(profile.entries.get("N"))
            if channels == 3:
                return (channels, *_primaries(copier.file.content(profile)))
        except (Malformed, struct.error):
            pass  # a profile that cannot be read is another than all others
        return (copier.number(at.number),)

    @property
    def conflict(self) -> tuple[str, str] | None:
        """Two files whose colours, as PDF/A counts them, mean different things."""
        return self._differing(_ARCHIVAL)

    def _differing(self, kind: str) -> tuple[str, str] | None:
        names = list(self._from.get(kind, {}).values())
        return (names[0], names[1]) if len(names) > 1 else None

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """A warning for each kind that the pack goes without because the files differ."""
        made = []
        for kind in self._kept:
            two = self._differing(kind)
            if two is not None:
                message = (
                    f"{two[0]} and {two[1]} are made for different devices; the pack names none ({kind})."
                )
                made.append(Diagnostic("warning", "intents-lost", message))
        return made

    def close(self) -> list[Value]:
        """The intents; none of a kind in which the files differ."""
        return [next(iter(kept.values())) for kept in self._kept.values() if len(kept) == 1]


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

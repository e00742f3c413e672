"""In: the structure tree of each input. Out: one tree under one Document, each input a Part of it.

MCIDs stay what they are; keys of the ParentTree move on; names that would meet (roles mapped differently, classes,
identifiers) are renamed apart, in their definitions and wherever they are used (ISO 32000-1, 14.7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.bind.structure_names import StructureNames
from guidepress.bind.trees import write_tree
from guidepress.cos import Name, Ref
from guidepress.cos.plain import write, write_string
from guidepress.cos.text import prefixed, text_string
from guidepress.cos.trees import name_pairs, number_pairs
from guidepress.standard.structure import STRUCTURE_TYPES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.bind.copier import PartCopier
    from guidepress.bind.pages import SourcePage
    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer

__all__ = ["JoinedTree", "astray_pages", "has_tags", "is_marked"]


def has_tags(file: File) -> bool:
    """Whether a file has a structure tree with something in it."""
    return bool(file.array(file.dictionary(file.root.get("StructTreeRoot")).get("K")))


def is_marked(file: File) -> bool:
    """Whether a file says that it is tagged (14.7.1)."""
    return file.get(file.dictionary(file.root.get("MarkInfo")).get("Marked")) is True


def astray_pages(file: File, pages: Sequence[SourcePage], pairs: Sequence[tuple[int, Value]]) -> list[int]:
    """The pages, from 1, whose key leads to no list of elements in the parent tree (14.7.4.4)."""
    known = dict(pairs)
    return [
        rank
        for rank, page in enumerate(pages, 1)
        if "StructParents" in page.entries
        and not isinstance(
            file.get(known.get(file.integer(page.entries["StructParents"], -1))),
            list,
        )
    ]


class JoinedTree:
    """The output's tree while it grows.

    Attributes:
        suspects: some input says that its tags may be wrong.
        marked: some input says that it is tagged.
        headings: by input, the kinds of heading it uses: "H", "H#" or both.
    """

    def __init__(self, sink: Writer) -> None:
        self._sink = sink
        self._root = sink.reserve()
        self._document = sink.reserve()
        self._parts: list[tuple[int, int]] = []  # (rank, element)
        self._parents: list[tuple[int, bytes]] = []
        self._roles: dict[str, str] = {}
        self._classes: Dictionary = {}
        self._identifiers: list[tuple[bytes, bytes]] = []
        self._namespaces: list[Value] = []
        self._extra: dict[str, list[Value]] = {"AF": [], "PronunciationLexicon": []}
        self.headings: dict[str, set[str]] = {}
        self.suspects = False
        self.marked = False

    @property
    def is_empty(self) -> bool:
        """Whether no input was tagged."""
        return not self._parts

    def number_parents(self, copier: PartCopier) -> list[tuple[int, Value]]:
        """Give the keys of an input's ParentTree their places after those that are there, and its root its own.

        Before its pages are copied, which may refer to their tags.
        """
        file = copier.file
        root = file.dictionary(file.root.get("StructTreeRoot"))
        pairs = sorted(dict(number_pairs(file, root.get("ParentTree"))).items(), key=lambda pair: pair[0])
        at = file.root.get("StructTreeRoot")
        top = self._document_of(file, root)
        if isinstance(at, Ref):
            copier.seed(at.number, self._document if top else 0)
        if top:
            copier.seed(top)
        base = len(self._parents)
        copier.names.parents = {key: base + index for index, (key, _) in enumerate(pairs)}
        self._parents += [(base + index, b"null") for index in range(len(pairs))]
        return pairs

    def join(
        self, copier: PartCopier, pairs: Sequence[tuple[int, Value]], *, title: str, language: str, rank: int
    ) -> int:
        """Copy an input's tree; returns the Part that stands for it.

        Args:
            copier: copies the input's objects; its pages and annotations have their numbers.
            pairs: what `number_parents` returned.
            title: the Part's.
            language: the Part's, "" where it is that of the output.
            rank: the Part's place in reading order.
        """
        file = copier.file
        at = file.root.get("StructTreeRoot")
        root = file.dictionary(at)
        mapped = {key: file.word(value) for key, value in file.dictionary(root.get("RoleMap")).items()}
        roles = self._rename_roles(mapped, copier.prefix)
        names = StructureNames(copier, mapped, roles, self._rename_classes(copier, root))
        names.begin()
        part = self._part(copier, root, at, title=title, language=language)
        self._parts.append((rank, part))
        self._take_parents(copier, pairs)
        self._take_identifiers(copier, root)
        self._take_rest(copier, root)
        copier.adapt(None)
        self.headings[file.name] = names.headings
        self.suspects |= file.get(file.dictionary(file.root.get("MarkInfo")).get("Suspects")) is True
        self.marked |= is_marked(file)
        return part

    def _part(self, copier: PartCopier, root: Dictionary, at: Value, *, title: str, language: str) -> int:
        """Make an input's Document the Part that stands for it, or put what stands above all into one."""
        file = copier.file
        kids = file.array(root["K"])
        extra: Dictionary = {"T": text_string(title)}
        if language:
            extra["Lang"] = text_string(language)
        top = self._document_of(file, root)
        if top:
            own = {**extra, **file.dictionary(Ref(top)), "S": Name("Part")}
            if not isinstance(at, Ref):
                own.pop("P", None)
            copier.put(top, own)
            return copier.map[top]
        part = copier.map[at.number] if isinstance(at, Ref) else self._sink.reserve()
        own = {"S": Name("Part"), "P": Ref(self._document), **extra, "K": copier.value(kids)}
        self._sink.put(part, write(own))
        return part

    def _document_of(self, file: File, root: Dictionary) -> int:
        """The number of the Document that holds all of an input's tree; 0 if there is none."""
        kids = file.array(root.get("K"))
        if len(kids) != 1 or not isinstance(kids[0], Ref):
            return 0
        return kids[0].number if file.word(file.dictionary(kids[0]).get("S")) == "Document" else 0

    def _take_parents(self, copier: PartCopier, pairs: Sequence[tuple[int, Value]]) -> None:
        for key, raw in pairs:
            value = copier.bytes_of(raw)
            if value.startswith(b"["):
                # An array of its own keeps the tree's leaves small.
                value = b"%d 0 R" % self._sink.add(value)
            at = copier.names.parents[key]
            self._parents[at] = at, value

    def _take_identifiers(self, copier: PartCopier, root: Dictionary) -> None:
        for key, value in name_pairs(copier.file, root.get("IDTree")):
            self._identifiers.append((prefixed(key, f"{copier.prefix}."), copier.bytes_of(value)))

    def _take_rest(self, copier: PartCopier, root: Dictionary) -> None:
        file = copier.file
        for value in map(copier.value, file.array(root.get("Namespaces"))):
            if value is not None and value not in self._namespaces:
                self._namespaces.append(value)
        for key, listed in self._extra.items():
            listed += [copier.value(each) for each in file.array(root.get(key))]

    def _rename_roles(self, mapped: dict[str, str], prefix: str) -> dict[str, str]:
        """Add an input's RoleMap; a name that is mapped otherwise already gets a new one, and so what is mapped to it."""
        own = {key: value for key, value in mapped.items() if value and key != value}
        renamed: dict[str, str] = {}
        for _ in range(
            len(own) + 1
        ):  # a name that is renamed changes what leads to it, which may then clash too
            clash = [
                key
                for key, value in own.items()
                if key not in renamed
                and (
                    key in STRUCTURE_TYPES
                    or self._roles.get(key, renamed.get(value, value)) != renamed.get(value, value)
                )
            ]
            if not clash:
                break
            renamed.update({key: f"{key}.{prefix}" for key in clash})
        for key, value in own.items():
            self._roles[renamed.get(key, key)] = renamed.get(value, value)
        return renamed

    def _rename_classes(self, copier: PartCopier, root: Dictionary) -> dict[str, str]:
        renamed: dict[str, str] = {}
        for key, raw in copier.file.dictionary(root.get("ClassMap")).items():
            value = copier.value(raw)
            if self._classes.setdefault(key, value) != value:
                renamed[key] = f"{key}.{copier.prefix}"
                self._classes[renamed[key]] = value
        return renamed

    def close(self) -> int:
        """Write the Document and the trees; returns the number of the StructTreeRoot."""
        listed = b" ".join(b"%d 0 R" % part for _, part in sorted(self._parts))
        self._sink.put(self._document, b"<</S/Document/P %d 0 R/K[%b]>>" % (self._root, listed))
        parents = write_tree(self._sink, b"/Nums", [(b"%d" % key, value) for key, value in self._parents])
        parts: Dictionary = {
            "Type": Name("StructTreeRoot"),
            "K": Ref(self._document),
            "ParentTree": Ref(parents),
            "ParentTreeNextKey": len(self._parents),
        }
        if self._identifiers:
            pairs = [(write_string(key), value) for key, value in sorted(self._identifiers)]
            parts["IDTree"] = Ref(write_tree(self._sink, b"/Names", pairs))
        if self._roles:
            parts["RoleMap"] = {key: Name(value) for key, value in sorted(self._roles.items())}
        if self._classes:
            parts["ClassMap"] = dict(sorted(self._classes.items(), key=lambda pair: pair[0]))
        if self._namespaces:
            parts["Namespaces"] = self._namespaces
        parts.update({key: values for key, values in self._extra.items() if values})
        self._sink.put(self._root, write(parts))
        return self._root

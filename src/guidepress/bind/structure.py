"""In: the structure tree of each input. Out: one tree under one Document, each input a Part of it.

MCIDs stay what they are; keys of the ParentTree move on; names that would meet (roles mapped differently, classes,
identifiers) are renamed apart, in their definitions and wherever they are used (ISO 32000-1, 14.7).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.bind.syntax import (
    Malformed,
    array,
    dictionary,
    entries,
    items,
    name_of,
    prefixed,
    reference_of,
    string_bytes,
    write_string,
    write_text,
)
from guidepress.bind.trees import name_pairs, number_pairs, write_tree

if TYPE_CHECKING:
    from guidepress.bind.copier import Copier
    from guidepress.bind.source import Source
    from guidepress.cos.writer import Writer

__all__ = ["STANDARD", "JoinedTree", "is_tagged"]

STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)
"""The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4)."""

_ROLE = re.compile(rb"/S[\s\x00]*+/([^\s\x00()<>\[\]{}/%]++)")
_TABLE_HEADERS = b"/Headers"


def is_tagged(source: Source, catalog: dict[bytes, bytes]) -> bool:
    """Whether a file says that it is tagged and has a tree."""
    marked = source.dictionary(catalog.get(b"/MarkInfo")).get(b"/Marked") == b"true"
    root = source.dictionary(catalog.get(b"/StructTreeRoot"))
    return marked and bool(source.items(root.get(b"/K")))


class JoinedTree:
    """The output's tree while it grows.

    Attributes:
        suspects: some input says that its tags may be wrong.
        headings: by input, the kinds of heading it uses: "H", "H#" or both.
    """

    def __init__(self, sink: Writer) -> None:
        self._sink = sink
        self._root = sink.reserve()
        self._document = sink.reserve()
        self._parts: list[tuple[int, int]] = []  # (rank, element)
        self._parents: list[tuple[int, bytes]] = []
        self._roles: dict[bytes, bytes] = {}
        self._classes: dict[bytes, bytes] = {}
        self._identifiers: list[tuple[bytes, bytes]] = []
        self._namespaces: list[int] = []
        self._extra: dict[bytes, list[bytes]] = {b"/AF": [], b"/PronunciationLexicon": []}
        self.headings: dict[str, set[str]] = {}
        self.suspects = False

    @property
    def is_empty(self) -> bool:
        """Whether no input was tagged."""
        return not self._parts

    def number_parents(
        self, source: Source, root: dict[bytes, bytes], copier: Copier
    ) -> list[tuple[int, bytes]]:
        """Give the keys of an input's ParentTree their places after those that are there; before its pages are copied."""
        pairs = sorted(dict(number_pairs(source, root.get(b"/ParentTree"))).items())
        base = len(self._parents)
        copier.parents = {key: base + index for index, (key, _) in enumerate(pairs)}
        self._parents += [(base + index, b"null") for index in range(len(pairs))]
        return pairs

    def join(
        self,
        copier: Copier,
        catalog: dict[bytes, bytes],
        pairs: list[tuple[int, bytes]],
        *,
        title: str,
        language: str,
        rank: int,
    ) -> int:
        """Copy an input's tree; returns the Part that stands for it.

        Args:
            copier: copies the input's objects; its pages and annotations have their numbers.
            catalog: the input's.
            pairs: what `number_parents` returned.
            title: the Part's.
            language: the Part's, "" where it is that of the output.
            rank: the Part's place in reading order.
        """
        source = copier.source
        root = source.dictionary(catalog[b"/StructTreeRoot"])
        number = reference_of(catalog[b"/StructTreeRoot"])
        names = _Names(
            copier.prefix, self._rename_roles(source, root, copier.prefix), self._rename_classes(copier, root)
        )
        copier.adapt = names.adapt
        kids = source.items(root[b"/K"])
        first = reference_of(kids[0])
        extra = b"/T " + write_text(title) + (b"/Lang " + write_text(language) if language else b"")
        if len(kids) == 1 and first and names.role(source.body(first)) == "Document":
            if number:
                copier.seed(number, self._document)
            part = copier.seed(first)
            names.wrap(source.body(first), extra)
            copier.place(first)
        else:
            part = self._sink.reserve()
            if number:
                copier.seed(number, part)
            listed = copier.rewrite(array(kids))
            self._sink.put(part, b"<</S/Part/P %d 0 R%b/K %b>>" % (self._document, extra, listed))
        self._parts.append((rank, part))
        self._take_parents(copier, pairs)
        self._take_identifiers(copier, root)
        self._take_rest(copier, root)
        copier.adapt = None
        self.headings[source.name] = names.headings()
        self.suspects |= source.dictionary(catalog.get(b"/MarkInfo")).get(b"/Suspects") == b"true"
        return part

    def _take_parents(self, copier: Copier, pairs: list[tuple[int, bytes]]) -> None:
        for key, raw in pairs:
            value = copier.rewrite(raw)
            if value.startswith(b"["):
                # An array of its own keeps the tree's leaves small.
                value = b"%d 0 R" % self._sink.add(value)
            at = copier.parents[key]
            self._parents[at] = at, value

    def _take_identifiers(self, copier: Copier, root: dict[bytes, bytes]) -> None:
        for key, raw in name_pairs(copier.source, root.get(b"/IDTree")):
            self._identifiers.append((prefixed(key, f"{copier.prefix}."), copier.rewrite(raw)))

    def _take_rest(self, copier: Copier, root: dict[bytes, bytes]) -> None:
        source = copier.source
        for raw in source.items(root.get(b"/Namespaces")):
            number = copier.number(reference_of(raw)) if reference_of(raw) else 0
            if number and number not in self._namespaces:
                self._namespaces.append(number)
        for key, listed in self._extra.items():
            listed += [copier.rewrite(raw) for raw in source.items(root.get(key))]

    def _rename_roles(self, source: Source, root: dict[bytes, bytes], prefix: str) -> dict[bytes, bytes]:
        """Add an input's RoleMap; a name that is mapped otherwise already gets a new one, and so what is mapped to it."""
        own = {key: value for key, value in source.dictionary(root.get(b"/RoleMap")).items() if key != value}
        renamed: dict[bytes, bytes] = {}
        for _ in range(
            len(own) + 1
        ):  # a name that is renamed changes what leads to it, which may then clash too
            clash = [
                key
                for key, value in own.items()
                if key not in renamed
                and (
                    key[1:].decode("latin-1") in STANDARD
                    or self._roles.get(key, renamed.get(value, value)) != renamed.get(value, value)
                )
            ]
            if not clash:
                break
            renamed.update({key: key + b"." + prefix.encode() for key in clash})
        for key, value in own.items():
            self._roles[renamed.get(key, key)] = renamed.get(value, value)
        return renamed

    def _rename_classes(self, copier: Copier, root: dict[bytes, bytes]) -> dict[bytes, bytes]:
        renamed: dict[bytes, bytes] = {}
        for key, raw in copier.source.dictionary(root.get(b"/ClassMap")).items():
            value = copier.rewrite(raw)
            if self._classes.setdefault(key, value) != value:
                renamed[key] = key + b"." + copier.prefix.encode()
                self._classes[renamed[key]] = value
        return renamed

    def close(self) -> int:
        """Write the Document and the trees; returns the number of the StructTreeRoot."""
        listed = b" ".join(b"%d 0 R" % part for _, part in sorted(self._parts))
        self._sink.put(self._document, b"<</S/Document/P %d 0 R/K[%b]>>" % (self._root, listed))
        parents = write_tree(self._sink, b"/Nums", [(b"%d" % key, value) for key, value in self._parents])
        parts = {
            b"/Type": b"/StructTreeRoot",
            b"/K": b"%d 0 R" % self._document,
            b"/ParentTree": b"%d 0 R" % parents,
            b"/ParentTreeNextKey": b"%d" % len(self._parents),
        }
        if self._identifiers:
            pairs = [(write_string(key), value) for key, value in sorted(self._identifiers)]
            parts[b"/IDTree"] = b"%d 0 R" % write_tree(self._sink, b"/Names", pairs)
        if self._roles:
            parts[b"/RoleMap"] = dictionary(dict(sorted(self._roles.items())))
        if self._classes:
            parts[b"/ClassMap"] = dictionary(dict(sorted(self._classes.items())))
        if self._namespaces:
            parts[b"/Namespaces"] = array(b"%d 0 R" % number for number in self._namespaces)
        parts.update({key: array(values) for key, values in self._extra.items() if values})
        self._sink.put(self._root, dictionary(parts))
        return self._root


class _Names:
    """What is named otherwise in the output, and which roles an input uses."""

    def __init__(self, prefix: str, roles: dict[bytes, bytes], classes: dict[bytes, bytes]) -> None:
        self._prefix = prefix
        self._roles = roles
        self._classes = classes
        self._wrapped: tuple[bytes, bytes] = (b"", b"")
        self._used: set[bytes] = set()

    def role(self, body: bytes) -> str:
        """The role of an element as it is written."""
        return name_of(entries(body).get(b"/S"))

    def wrap(self, body: bytes, extra: bytes) -> None:
        """Let the element with this body, an input's Document, become its Part."""
        self._wrapped = (body, extra)

    def headings(self) -> set[str]:
        """Whether headings carry no level ("H"), a level ("H#"), or both occur."""
        kinds = {b"H": "H"} | {b"H%d" % level: "H#" for level in range(1, 7)}
        return {kinds[role] for role in self._used if role in kinds}

    def adapt(self, body: bytes) -> bytes:
        """Change the bytes of an object of the tree, still in the input's numbers."""
        match = _ROLE.search(body)
        if match is not None:
            self._used.add(match[1])
        named = b"/ID" in body or _TABLE_HEADERS in body
        if named or (match is not None and (self._roles or self._classes)) or body == self._wrapped[0]:
            return self._rename(body)
        return body

    def _rename(self, body: bytes) -> bytes:
        if not body.lstrip().startswith(b"<<"):
            return body
        parts = entries(body)
        if b"/S" in parts and b"/P" in parts:
            parts[b"/S"] = self._roles.get(parts[b"/S"], parts[b"/S"])
            if b"/ID" in parts:
                parts[b"/ID"] = self._identifier(parts[b"/ID"])
            if b"/C" in parts and self._classes:
                parts[b"/C"] = b" ".join(
                    self._classes.get(b"/" + word, b"/" + word) if index else word
                    for index, word in enumerate(parts[b"/C"].replace(b"]", b" ]").split(b"/"))
                )
            if _TABLE_HEADERS in parts.get(b"/A", b""):
                parts[b"/A"] = self._headers(parts[b"/A"])
        elif parts.get(b"/O") == b"/Table" and _TABLE_HEADERS in parts:
            parts[_TABLE_HEADERS] = self._listed(parts[_TABLE_HEADERS])
        if body == self._wrapped[0]:
            return self._as_part(parts)
        return dictionary(parts)

    def _as_part(self, parts: dict[bytes, bytes]) -> bytes:
        parts[b"/S"] = b"/Part"
        for key, value in entries(b"<<" + self._wrapped[1] + b">>").items():
            parts.setdefault(key, value)
        return dictionary(parts)

    def _headers(self, raw: bytes) -> bytes:
        """Rename the identifiers in an element's attributes: a dictionary, or an array of them."""
        if raw.startswith(b"["):
            return array(self._headers(each) if each.startswith(b"<<") else each for each in items(raw))
        parts = entries(raw)
        if _TABLE_HEADERS in parts:
            parts[_TABLE_HEADERS] = self._listed(parts[_TABLE_HEADERS])
        return dictionary(parts)

    def _listed(self, raw: bytes) -> bytes:
        return array(map(self._identifier, items(raw))) if raw.startswith(b"[") else raw

    def _identifier(self, raw: bytes) -> bytes:
        try:
            return write_string(prefixed(string_bytes(raw), f"{self._prefix}."))
        except Malformed:
            return raw

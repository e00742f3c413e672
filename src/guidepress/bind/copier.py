"""In: object numbers of one input. Out: the numbers of their copies; what is identical is written once.

Objects are copied after those they refer to, so that equal trees of objects (a font with its descriptor, its widths
and its program) have equal bytes from the leaves up, and a fingerprint finds the copy of another input. Objects in
a circle (tags and their parents) are never equal; they get their numbers first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from guidepress.bind.syntax import HEX, LITERAL, Malformed, prefixed, string_bytes, write_string
from guidepress.cos.writer import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guidepress.bind.source import Source
    from guidepress.cos.writer import Writer

__all__ = ["Copier", "Pieces"]

Pieces: TypeAlias = "list[bytes]"
"""An object's bytes parted at its references: text, number, text, number, … text."""

_REFERENCE = re.compile(
    rb"(?<![^\s\x00()<>\[\]{}/%])(\d++)[\s\x00]++\d++[\s\x00]++R(?![^\s\x00()<>\[\]{}/%])"
)
_NAME = rb"/[^\s\x00()<>\[\]{}/%]++"
_STRING = LITERAL + rb"|" + HEX
_CAREFUL = re.compile(
    rb"(?P<parent>/StructParents?[\s\x00]++(?P<key>\d++))"
    rb"|/Dest[\s\x00]*+(?P<destination>" + _STRING + rb"|" + _NAME + rb")"
    rb"|/D[\s\x00]*+(?P<target>" + _STRING + rb"|" + _NAME + rb")"
    rb"|" + _STRING + rb"|%[^\r\n]*+|(?P<open>\()"
    rb"|(?<![^\s\x00()<>\[\]{}/%])(?P<number>\d++)[\s\x00]++\d++[\s\x00]++R(?![^\s\x00()<>\[\]{}/%])",
    re.DOTALL,
)
_PAGE = re.compile(rb"/Type[\s\x00]*+/Pages?(?![^\s\x00()<>\[\]{}/%])")
_SIGNS = (b"(", b"%", b"/StructParent", b"/Dest", b"/GoTo")
_DEEPEST = 5000
"""Most objects that may be open inside one another; a guide has twenty. Beyond this the file is broken."""


class _Frame:
    """An object that waits for those it refers to."""

    __slots__ = ("data", "number", "pieces", "unique", "wanted")

    def __init__(self, number: int, pieces: Pieces, data: bytes | None) -> None:
        self.number = number
        self.pieces = pieces
        self.data = data
        self.unique = False
        self.wanted: Iterator[int] = iter(list(map(int, pieces[1::2])))


class Copier:
    """Copies the objects of one input.

    Attributes:
        map: the number of the copy by the number in the input; 0 for an object that is left out.
        prefix: goes before the names of destinations.
        parents: new keys of the ParentTree by old ones.
        written: seeded objects that have been written (fields, which may be widgets as well).
        adapt: changes an object's bytes (without a stream) before it is copied, in the input's own numbers.
    """

    def __init__(self, source: Source, sink: Writer, known: dict[bytes, int], prefix: str) -> None:
        self.source = source
        self.sink = sink
        self.map: dict[int, int] = {}
        self.prefix = prefix
        self.parents: dict[int, int] = {}
        self.adapt: Callable[[bytes], bytes] | None = None
        self.written: set[int] = set()
        self._known = known
        self._unique: set[int] = set()

    def seed(self, number: int, copy: int = 0) -> int:
        """Fix the number of a copy that is written by the caller, or by `place`; a new one if none is given."""
        copy = copy or self.map.get(number) or self.sink.reserve()
        self.map[number] = copy
        self._unique.add(number)
        return copy

    def drop(self, number: int) -> None:
        """Leave an object out: references to it become null."""
        self.map[number] = 0

    def place(self, number: int) -> None:
        """Copy an object to the number that was fixed for it."""
        if number not in self.written:
            self.written.add(number)
            body, data = self.source.raw(number)
            self.put(self.map[number], body, data)

    def put(self, copy: int, body: bytes, data: bytes | None = None) -> None:
        """Write an object whose bytes are still in the input's numbers."""
        if self.adapt is not None and data is None:
            body = self.adapt(body)
        self.sink.put(copy, self.rewrite(body), data, tag=self.adapt is not None)

    def rewrite(self, body: bytes) -> bytes:
        """Copy what a value refers to, and return the value in the numbers of the output."""
        pieces = self._dissect(body)
        if len(pieces) == 1:
            return pieces[0]
        for number in map(int, pieces[1::2]):
            if number not in self.map:
                self._copy(number)
        return self._join(pieces)

    def number(self, number: int) -> int:
        """The number of an object's copy, which is made if it is not there yet."""
        if number not in self.map:
            self._copy(number)
        return self.map[number]

    def _join(self, pieces: Pieces) -> bytes:
        numbers = self.map
        pieces[1::2] = [
            b"%d 0 R" % copy if (copy := numbers[int(number)]) else b"null" for number in pieces[1::2]
        ]
        return b"".join(pieces)

    def _copy(self, number: int) -> None:
        stack = [self._open(number)]
        open_ = {number: stack[0]}
        known, unique = self.map, self._unique
        while stack:
            frame = stack[-1]
            for wanted in frame.wanted:
                if wanted in known:
                    if wanted in unique:
                        frame.unique = True
                elif wanted in open_:
                    open_[wanted].unique = frame.unique = True
                    self.seed(wanted)
                else:
                    if len(stack) > _DEEPEST:
                        raise Malformed("objects lie too deep inside one another")
                    stack.append(self._open(wanted))
                    open_[wanted] = stack[-1]
                    break
            else:
                stack.pop()
                del open_[frame.number]
                self._close(frame)
                if stack and frame.number in unique:
                    stack[-1].unique = True

    def _open(self, number: int) -> _Frame:
        body, data = self.source.raw(number)
        if b"/Page" in body and _PAGE.search(body):
            body, data = (
                b"null",
                None,
            )  # it is in no page tree any more: copying it would drag the old one along
        if self.adapt is not None and data is None:
            body = self.adapt(body)
        return _Frame(number, self._dissect(body), data)

    def _close(self, frame: _Frame) -> None:
        number = frame.number
        body = self._join(frame.pieces)
        if frame.unique:
            self.sink.put(self.seed(number), body, frame.data, tag=self.adapt is not None)
            return
        if body == b"null":
            self.map[number] = 0
            return
        key = fingerprint(body, frame.data)
        copy = self._known.get(key)
        if copy is None:
            copy = self._known[key] = self.sink.add(body, frame.data)
        self.map[number] = copy

    def _dissect(self, body: bytes) -> Pieces:
        """Part an object at its references, and change what has another name in the output."""
        for sign in _SIGNS:
            if sign in body:
                return self._dissect_carefully(body)
        return _REFERENCE.split(body)

    def _dissect_carefully(self, body: bytes) -> Pieces:
        """Mind strings, which may hold anything; rename destinations, renumber keys of the ParentTree."""
        leads = b"/GoTo" in body and b"/GoToR" not in body and b"/GoToE" not in body
        pieces: Pieces = []
        text: list[bytes] = []
        last = 0
        for match in _CAREFUL.finditer(body):
            kind = match.lastgroup
            if kind is None:
                continue
            if kind == "open":
                raise Malformed("a string is not closed")
            if kind == "target" and not leads:
                continue
            text.append(body[last : match.start()])
            last = match.end()
            if kind == "number":
                pieces += [b"".join(text), match["number"]]
                text = []
            elif kind == "parent":
                key = self.parents.get(int(match["key"]))
                word = match["parent"].split()[0]
                text.append(b"" if key is None else b"%b %d" % (word, key))
            else:
                name = match[kind]
                text.append(b"/Dest" if kind == "destination" else b"/D")
                text.append(write_string(self.destination(name)))
        text.append(body[last:])
        pieces.append(b"".join(text))
        return pieces

    def destination(self, name: bytes) -> bytes:
        """The name of a destination in the output; a name object and a string of one spelling stay apart."""
        if name.startswith(b"/"):
            return self.prefix.encode() + b"/" + name[1:]
        return prefixed(string_bytes(name), f"{self.prefix}.")

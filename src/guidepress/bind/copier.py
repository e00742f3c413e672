"""In: object numbers of one input. Out: the numbers of their copies; what is identical is written once.

Objects are copied after those they refer to, so that equal trees of objects (a font with its descriptor, its widths
and its program) have equal bytes from the leaves up, and a fingerprint finds the copy of another input. Objects in
a circle (tags and their parents) are never equal; they get their numbers first.

An object that only moves is copied as bytes, parted at its references. One that may have another name in the output,
which signs in its bytes tell, is gone through token by token.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.bind.renaming import SIGNS, Renaming
from guidepress.cos import Malformed
from guidepress.cos.copier import part
from guidepress.cos.parser import Parser
from guidepress.cos.plain import parse, write
from guidepress.cos.writer import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer

__all__ = ["PartCopier"]

_SIGNS = re.compile(SIGNS)


class _Frame:
    """An object that waits for those it refers to."""

    __slots__ = ("data", "number", "pieces", "unique", "wanted")

    def __init__(self, number: int, pieces: list[bytes], data: bytes | None) -> None:
        self.number = number
        self.pieces = pieces
        self.data = data
        self.unique = False
        self.wanted: Iterator[int] = iter(list(map(int, pieces[1::2])))


class PartCopier:
    """Copies the objects of one input.

    Attributes:
        file: the input.
        map: the number of the copy by the number in the input; 0 for an object that is left out.
        names: what the input's destinations and places in the parent tree are called in the output.
        written: seeded objects that have been written (fields, which may be widgets as well).
    """

    def __init__(self, file: File, sink: Writer, known: dict[bytes, int], prefix: str) -> None:
        self.file = file
        self.sink = sink
        self.map: dict[int, int] = {}
        self.names = Renaming(file, prefix)
        self.written: set[int] = set()
        self._change: Callable[[Dictionary], Dictionary] | None = None
        self._signs = _SIGNS
        self._known = known
        self._unique: set[int] = set()

    @property
    def prefix(self) -> str:
        """What goes before the names of the input."""
        return self.names.prefix

    def adapt(self, change: Callable[[Dictionary], Dictionary] | None, signs: bytes = b"") -> None:
        """Change dictionaries from now on, in the input's own numbers; None ends it.

        Args:
            change: gives the dictionary to be copied instead of one.
            signs: a pattern that finds the bytes of every object that holds one to be changed.
        """
        self._change = change
        self._signs = re.compile(SIGNS + b"|" + signs) if signs else _SIGNS

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
            body, data = self._raw(number)
            self.sink.put(self.map[number], self._moved(body), data, tag=self._change is not None)

    def put(self, number: int, entries: Dictionary) -> None:
        """Write a dictionary, still in the input's numbers, where that of a seeded object would stand."""
        if number in self.written:
            self.map[number] = self.sink.reserve()  # a damaged file calls one object a field and a tag
        self.written.add(number)
        self.sink.put(self.map[number], self.bytes_of(entries), tag=self._change is not None)

    def bytes_of(self, value: Value) -> bytes:
        """A value as it is written in the output; what it refers to is copied."""
        body = write(value if self._change is None else self._changed(value))
        if _SIGNS.search(body) is not None:
            body = self.names.renamed(body)
        return self._moved(body)

    def value(self, value: Value) -> Value:
        """A value in the numbers and names of the output; what it refers to is copied."""
        return _read(self.bytes_of(value))

    def number(self, number: int) -> int:
        """The number of an object's copy, which is made if it is not there yet; 0 if it is left out."""
        if number not in self.map:
            self._copy(number)
        return self.map[number]

    def _moved(self, body: bytes) -> bytes:
        """Copy what plain bytes refer to, and return them in the numbers of the output."""
        pieces = part(body)
        for number in map(int, pieces[1::2]):
            if number not in self.map:
                self._copy(number)
        return self._join(pieces)

    def _join(self, pieces: list[bytes]) -> bytes:
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
        body, data = self._raw(number)
        return _Frame(number, part(body), data)

    def _close(self, frame: _Frame) -> None:
        number = frame.number
        body = self._join(frame.pieces)
        if frame.unique:
            self.sink.put(self.seed(number), body, frame.data, tag=self._change is not None)
            return
        if body == b"null":
            self.map[number] = 0
            return
        key = fingerprint(body, frame.data)
        copy = self._known.get(key)
        if copy is None:
            copy = self._known[key] = self.sink.add(body, frame.data)
        self.map[number] = copy

    def _raw(self, number: int) -> tuple[bytes, bytes | None]:
        """An object's bytes in the input's numbers, changed where it has another name in the output."""
        try:
            body, data = self.file.raw(number)
        except Malformed as problem:
            self.file.lose(f"object {number} ({problem})")
            return b"null", None
        if self._signs.search(body) is None:
            return body, data
        if self._change is not None:
            value = _read(body)
            made = self._changed(value)
            body = body if made == value else write(made)
            if _SIGNS.search(body) is None:
                return body, data
        body = self.names.renamed(body)
        # A page that is in no page tree any more: copying it would drag the old one along.
        return (b"null", None) if body == b"null" else (body, data)

    def _changed(self, value: Value) -> Value:
        """Change the dictionaries in a value, from within."""
        if isinstance(value, list):
            return [self._changed(each) for each in value]
        if isinstance(value, dict) and self._change is not None:
            return self._change({key: self._changed(each) for key, each in value.items()})
        return value


def _read(body: bytes) -> Value:
    plain, value = parse(body)
    return value if plain else Parser(body).value(0)[0]

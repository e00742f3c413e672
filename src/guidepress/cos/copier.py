"""In: objects of a file that is open. Out: their copies in a file that is being written, each once, with all it needs.

What only moves is never parsed: plain bytes are parted at their references, and the new numbers put between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos.plain import LITERAL, REFERENCE
from guidepress.cos.values import Malformed, Ref, Stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.cos.file import File
    from guidepress.cos.values import Object, Value
    from guidepress.cos.writer import Writer

__all__ = ["ObjectCopier", "part"]

_PARTS = re.compile(LITERAL + rb"|" + REFERENCE.pattern, re.DOTALL)


def part(body: bytes) -> list[bytes]:
    """Part plain bytes at their references: text, number, text, number, … text; a string may hold what looks like one."""
    if b"(" not in body:
        return REFERENCE.split(body)
    pieces: list[bytes] = []
    last = 0
    for match in _PARTS.finditer(body):
        if match[1] is not None:
            pieces += (body[last : match.start()], match[1])
            last = match.end()
    return [*pieces, body[last:]]


class ObjectCopier:
    """Copies objects of one file into another; what is met for the first time gets a number and waits.

    Args:
        file: the file they are in.
        writer: the file they go to.
        known: numbers that copies have already; the caller writes those.
    """

    def __init__(self, file: File, writer: Writer, known: Mapping[int, int] | None = None) -> None:
        self._file = file
        self._writer = writer
        self._numbers: dict[int, int] = dict(known or {})
        self._waiting: list[int] = []

    def claim(self, number: int) -> int:
        """Fix the number of a copy that the caller writes."""
        if number not in self._numbers:
            self._numbers[number] = self._writer.reserve()
        return self._numbers[number]

    def drop(self, number: int) -> None:
        """Leave an object out: what refers to it gets null."""
        self._numbers[number] = 0

    def number(self, number: int) -> int:
        """The number of an object's copy; 0 for one that is left out or that the file does not have."""
        found = self._numbers.get(number)
        if found is None:
            found = self._numbers[number] = self._writer.reserve() if self._file.has(number) else 0
            if found:
                self._waiting.append(number)
        return found

    def value(self, value: Value) -> Value:
        """A value of the file as it stands in the copy: its references lead to copies."""
        if isinstance(value, Ref):
            number = self.number(value.number)
            return Ref(number) if number else None
        if isinstance(value, list):
            return [self.value(each) for each in value]
        if isinstance(value, dict):
            return {key: self.value(each) for key, each in value.items()}
        return value

    def object(self, made: Object) -> Object:
        """The same for an object, which may be a stream."""
        if isinstance(made, Stream):
            return Stream({key: self.value(each) for key, each in made.entries.items()}, made.data)
        return self.value(made)

    def body(self, body: bytes) -> bytes:
        """The same for an object's plain bytes."""
        pieces = part(body)
        for at in range(1, len(pieces), 2):
            number = self.number(int(pieces[at]))
            pieces[at] = b"%d 0 R" % number if number else b"null"
        return b"".join(pieces)

    def place(self, number: int) -> None:
        """Write the copy of an object under the number it has.

        Raises:
            Malformed: the object cannot be read.
        """
        body, data = self._file.raw(number)
        self._writer.put(self._numbers[number], self.body(body), data)

    def copy_waiting(self) -> None:
        """Write all that is referred to, until nothing new turns up; what cannot be read is null, and the file's `losses` say so."""
        for number in self._waiting:  # grows while it is walked
            try:
                self.place(number)
            except (Malformed, RecursionError) as problem:
                self._file.lose(f"object {number} ({problem})")
                self._writer.put(self._numbers[number], b"null")
        self._waiting.clear()

"""In: an open PDF and some objects in place of its own. Out: the same file with those objects, nothing else changed.

Objects keep their numbers and their bytes, so tags, links, names and attachments cannot come to harm.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from guidepress.cos import Malformed, Name, Ref
from guidepress.cos.copier import ObjectCopier
from guidepress.cos.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.cos import File
    from guidepress.cos.values import Object

__all__ = ["Rewriting"]

_HOUSEKEEPING = re.compile(rb"/Type\s*/(?:XRef|ObjStm)(?![A-Za-z])")
"""Streams that tell where objects lie in the old file."""
_LINEARISED = re.compile(rb"<<\s*/Linearized(?![A-Za-z])")
"""What tells that its objects are in the order in which they are needed, which they are no more."""

_MOST_NUMBERS = 20
"""Object numbers for every object there is; editors that delete much leave some free, not that many."""


class Rewriting:
    """A file that is written anew with some objects changed.

    Args:
        file: the file.
        plain: write PDF 1.4, without object streams.

    Raises:
        Malformed: the file has no root.

    Attributes:
        writer: takes new objects.
        copier: gives values of the old file as they stand in the new one.
    """

    def __init__(self, file: File, *, plain: bool) -> None:
        root = file.trailer.get("Root")
        if not isinstance(root, Ref) or not file.has(root.number):
            raise Malformed("its root is missing")
        self._root = root.number
        self._file = file
        self._out = io.BytesIO()
        self.writer = Writer(self._out, packed=not plain, version=file.version)
        numbers = file.numbers()
        # A file with far more numbers than objects is broken, or wants to be: it gets new numbers.
        if numbers[-1] > _MOST_NUMBERS * len(numbers) + 1000:
            self._numbers = {number: self.writer.reserve() for number in numbers}
        else:
            self._numbers = {number: number for number in numbers}
            for _ in range(numbers[-1]):
                self.writer.reserve()
        self.copier = ObjectCopier(file, self.writer, self._numbers)
        self._changed: set[int] = set()

    def change(self, number: int, made: Object) -> None:
        """Write an object, in the new file's numbers, in place of one of the old file."""
        self._changed.add(number)
        self.writer.put_object(self._numbers[number], made)

    def replant(self, top: int, pages: Sequence[Ref]) -> None:
        """Hang the pages, in the new file's numbers, below a node of their own, reserved, in place of their tree."""
        self.writer.put_object(top, {"Type": Name("Pages"), "Count": len(pages), "Kids": list(pages)})
        root = {key: self.copier.value(value) for key, value in self._file.root.items()}
        self.change(self._root, {**root, "Type": Name("Catalog"), "Pages": Ref(top)})

    def close(self) -> bytes:
        """Write all other objects.

        Returns:
            The file. What of the old one could not be read is left out, and its `losses` say so.
        """
        locks, info = (self._file.trailer.get(key) for key in ("Encrypt", "Info"))
        done = self._changed | ({locks.number} if isinstance(locks, Ref) else set())
        for number in [each for each in self._numbers if each not in done]:
            try:
                self._move(number)
            except (Malformed, RecursionError) as problem:
                self._file.lose(f"object {number} ({problem})")
        known = self._numbers.get(info.number) if isinstance(info, Ref) else None
        self.writer.close(self._numbers[self._root], known or self.writer.add(b"<<>>"))
        return self._out.getvalue()

    def _move(self, number: int) -> None:
        body, data = self._file.raw(number)
        if (_LINEARISED.match(body) if data is None else _HOUSEKEEPING.search(body)) is not None:
            return
        self.writer.put(self._numbers[number], self.copier.body(body), data)

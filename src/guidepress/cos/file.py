"""In: the bytes of a PDF file. Out: a File: its objects by number, each read where it lies and when it is asked for.

An object comes as plain bytes (`raw`), for what only moves, or as values (`get`), for what is looked into. What is
not plain in the file, comments, odd white space, damage, has been read by the whole grammar and written plainly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from guidepress.cos.filters import decode, filters_of
from guidepress.cos.groups import unpack
from guidepress.cos.parser import GAP, Parser
from guidepress.cos.places import DATA_END, HEADER, STREAM, Places, read_places
from guidepress.cos.plain import is_plain, parse, write, write_entries
from guidepress.cos.repair import scan
from guidepress.cos.values import Malformed, Name, Ref, Stream, Undecodable

if TYPE_CHECKING:
    from guidepress.cos.decryption import Decryption
    from guidepress.cos.places import ObjectPlace
    from guidepress.cos.values import Dictionary, Object, Value

__all__ = ["File", "Raw"]

_VERSION = re.compile(rb"%PDF-(\d)\.(\d)")
_STREAM_START = re.compile(rb">>[\x00\s]*+stream(?:\r\n|\n|\r)")
_DATA_STOP = re.compile(rb"endstream|(?<=[\r\n])endobj")
_LENGTH = re.compile(rb"/Length[\s]++(\d{1,15}+)(?!\d)(?:\s++(\d{1,10}+)\s++(R)(?![A-Za-z0-9]))?")
_EMPTY = re.compile(GAP + rb"endobj")
_HOPS = 32
"""Most references followed from one to the next."""
_KEPT = 40_000
"""Objects kept as values: some 100 MB; a book of a hundred pages has 6,000."""


class Raw(NamedTuple):
    """An object as plain bytes; of a stream, those of its dictionary, and its data as stored, decrypted."""

    body: bytes
    data: bytes | None = None


_NULL = Raw(b"null")


class File:
    """One file open for reading.

    Attributes:
        name: what messages call it.
        data: its bytes.
        version: that of its header ("1.7"); the catalog may name a newer one.
        trailer: entries of its trailers.
        repairs: what was wrong and read all the same, a clause each.
        losses: what could not be read and was left out, a clause each.
    """

    def __init__(self, data: bytes, name: str, decryption: Decryption | None = None) -> None:
        self.name = name
        self.data = data
        head = _VERSION.search(data, 0, 2048)
        self.version = f"{int(head[1])}.{int(head[2])}" if head else "1.4"
        self.repairs: list[str] = []
        self.losses: list[str] = []
        self._escapes = self.version >= "1.2"
        self._decryption = decryption
        self._scanned = False
        self._held: dict[int, Object] = {}
        self._groups: dict[int, list[tuple[int, bytes]]] = {}
        self._reading: set[int] = set()
        self.latest = 0
        try:
            places = read_places(data, head.start() if head else 0, escapes=self._escapes)
        except Malformed as problem:
            places = self._repaired(str(problem))
        self._places = places.found
        self.trailer = places.trailer
        root = self.dictionary(self._root)
        if "Pages" not in root and root.get("Type") != "Catalog":
            self._rescan("its root is missing")

    @property
    def _root(self) -> Ref | None:
        root = self.trailer.get("Root")
        return root if isinstance(root, Ref) else None

    @property
    def root(self) -> Dictionary:
        """The catalog."""
        return self.dictionary(self.trailer.get("Root"))

    @property
    def is_encrypted(self) -> bool:
        """Whether the file was encrypted; what comes out of it is not."""
        return self._decryption is not None

    @property
    def withholds(self) -> bool:
        """Whether it has attached files that a password would open; without, they cannot be read."""
        return self._decryption is not None and self._decryption.withhold

    def lock(self, attached: frozenset[int]) -> None:
        """Say which streams are encrypted in a way of their own."""
        assert self._decryption is not None  # noqa: S101 - only of a file that is encrypted
        self._decryption.attached = attached
        self._held.clear()

    def _is_locked(self, number: int) -> bool:
        return self._decryption is not None and self._decryption.hold(number)

    def numbers(self) -> list[int]:
        """The numbers of all objects, upwards."""
        return sorted(number for number, place in self._places.items() if place is not None and number)

    def has(self, number: int) -> bool:
        """Whether there is an object of this number."""
        return self._places.get(number) is not None

    def note(self, what: str) -> None:
        """Remember what was wrong and was read all the same, once."""
        if what not in self.repairs:
            self.repairs.append(what)

    def lose(self, what: str) -> None:
        """Remember what could not be read and is left out, once."""
        if what not in self.losses:
            self.losses.append(what)

    # objects

    def raw(self, number: int) -> Raw:
        """An object as plain bytes; one that is missing is `null` (7.3.10).

        Raises:
            Malformed: it is there, but cannot be read.
        """
        place = self._places.get(number)
        if place is None:
            return _NULL
        if place.holder:
            body = self._from_group(number, place)
            return _NULL if body is None else Raw(body if is_plain(body) else self._plainly(body))
        found = None if self._is_locked(number) else self._as_it_lies(number, place)
        if found is not None:
            return found
        made = self.get(Ref(number))
        if isinstance(made, Stream):
            entries = {**made.entries, "Length": len(made.data)}
            return Raw(b"<<%b>>" % write_entries(entries), made.data)
        return Raw(write(made))

    def match(self, number: int, shape: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Match an object's bytes as they lie; None where they are not of that shape, and must be read as values.

        Args:
            number: the object's.
            shape: what a whole object must look like (`dictionary_shape`).
        """
        place = self._places.get(number)
        if place is None:
            return None
        if place.holder:
            body = self._from_group(number, place)
            found = None if body is None else shape.match(body)
            return found if found is not None and found["number"] is None else None
        found = None if self._is_locked(number) else shape.match(self.data, place.offset)
        return found if found is not None and found["number"] == b"%d" % number else None

    def get(self, value: Value) -> Object:
        """A value itself, or what it refers to, from one reference to the next.

        Raises:
            Malformed: an object is there, but cannot be read, or references lead in a circle.
        """
        made: Object = value
        for _ in range(_HOPS):
            if not isinstance(made, Ref):
                return made
            self.latest = number = made.number
            if number not in self._held:
                if len(self._held) >= _KEPT:
                    for old in list(self._held)[: _KEPT // 2]:
                        del self._held[old]
                self._held[number] = self._read(number)
            made = self._held[number]
        raise Malformed("references lead in a circle")

    def dictionary(self, value: Value) -> Dictionary:
        """A dictionary or the one referred to, of a stream its entries; empty where it is none."""
        made = self.get(value)
        if isinstance(made, Stream):
            return made.entries
        return made if isinstance(made, dict) else {}

    def array(self, value: Value) -> list[Value]:
        """An array or the one referred to; a single value is its own only item, and null has none."""
        made = self.get(value)
        if isinstance(made, list):
            return made
        return [] if made is None else [value]

    def integer(self, value: Value, otherwise: int = 0) -> int:
        """A whole number or the one referred to; `otherwise` where it is none."""
        made = self.get(value)
        if isinstance(made, float):
            return int(made)
        return made if isinstance(made, int) and not isinstance(made, bool) else otherwise

    def number(self, value: Value, otherwise: float = 0.0) -> float:
        """A number or the one referred to; `otherwise` where it is none."""
        made = self.get(value)
        return float(made) if isinstance(made, int | float) and not isinstance(made, bool) else otherwise

    def word(self, value: Value) -> str:
        """A name or the one referred to; "" where it is none."""
        made = self.get(value)
        return str(made) if isinstance(made, Name) else ""

    def content(self, value: Object) -> bytes:
        """The data of a stream or of the one referred to, decoded; as it lies where it is not coded as it says.

        So readers have it: a page whose text was put into a file by hand under the old filter shows it.

        Raises:
            Malformed: it is no stream, or coded in a way that only pictures are.
        """
        made = value if isinstance(value, Stream) else self.get(value)
        if not isinstance(made, Stream):
            raise Malformed("a stream was expected")
        try:
            return decode(made, self.get)
        except Undecodable as problem:
            self.note(f"{problem}, and was read as it lies")
            return made.data

    # reading

    def _read(self, number: int) -> Object:
        place = self._places.get(number)
        if place is None or number in self._reading:
            return None
        self._reading.add(number)  # an object whose length is told by itself, say
        try:
            if place.holder:
                body = self._from_group(number, place)
                return None if body is None else self._value_of(body)
            if self._decryption is not None and self._decryption.hold(number):
                return self._decrypted(number, place, self._decryption)
            return self._parsed(number, place)
        finally:
            self._reading.discard(number)

    def _parsed(self, number: int, place: ObjectPlace) -> Object:
        lying = self._as_it_lies(number, place)
        if lying is not None:
            plain, value = parse(lying.body)
            if plain and lying.data is None:
                return value
            if plain and isinstance(value, dict) and lying.data is not None:
                return Stream(value, lying.data)
        head = self._head(number, place)
        if head is None:
            return self._elsewhere(number)
        parser = Parser(self.data, escapes=self._escapes)
        if _EMPTY.match(self.data, head.end()):
            return None  # an object without a value is null, as readers have it
        value, end = parser.value(head.end())
        if parser.damaged:
            self.note(f"object {number} is damaged")
        lead = STREAM.match(self.data, end) if isinstance(value, dict) else None
        if lead is None or not isinstance(value, dict):
            return value
        return Stream(value, self._stored(value, lead.end(), number))

    def _stored(self, entries: Dictionary, start: int, number: int) -> bytes:
        """A stream's data; where its length is wrong, what lies before `endstream`."""
        length = self.get(entries.get("Length"))
        if (
            isinstance(length, int)
            and 0 <= length <= len(self.data)
            and DATA_END.match(self.data, start + length)
        ):
            return self.data[start : start + length]
        mark = _DATA_STOP.search(self.data, start)
        stop = mark.start() if mark else len(self.data)
        self.note(f"the length of stream {number} is wrong")
        data = self.data[start:stop]
        return data[:-2] if data.endswith(b"\r\n") else data[:-1] if data.endswith((b"\n", b"\r")) else data

    def _head(self, number: int, place: ObjectPlace) -> re.Match[bytes] | None:
        head = HEADER.match(self.data, place.offset)
        return head if head is not None and int(head[1]) == number else None

    def _elsewhere(self, number: int) -> Object:
        """An object that is not where it should be: the file is looked through, once."""
        if self._scanned:
            return None
        self._rescan(f"object {number} is not where it should be")
        place = self._places.get(number)
        if place is None:
            return None
        self._reading.discard(number)
        return self._read(number)

    def _as_it_lies(self, number: int, place: ObjectPlace) -> Raw | None:
        """An object's bytes if they are plain; None if there is any doubt."""
        data = self.data
        head = self._head(number, place)
        if head is None:
            return None
        start = head.end()
        stop = data.find(b"endobj", start)
        if stop >= 0 and data.find(b"stream", start, stop) < 0:
            body = data[start:stop].strip()
            return Raw(body) if body and is_plain(body) else None
        end = _STREAM_START.search(data, start, stop if stop >= 0 else len(data))
        if end is None:
            return None  # the word stands in a name or a string
        body = data[start : end.start() + 2].lstrip()
        if not is_plain(body):
            return None
        length = self._plain_length(body)
        if not 0 <= length <= len(data) or DATA_END.match(data, end.end() + length) is None:
            return None
        return Raw(body, data[end.end() : end.end() + length])

    def _plain_length(self, body: bytes) -> int:
        match = _LENGTH.search(body)
        if match is None:
            return -1
        return self.integer(Ref(int(match[1])), -1) if match[3] else int(match[1])

    def _plainly(self, body: bytes) -> bytes:
        return write(self._value_of(body))

    def _value_of(self, body: bytes) -> Value:
        plain, value = parse(body)
        return value if plain else Parser(body, escapes=self._escapes).value(0)[0]

    def _from_group(self, number: int, place: ObjectPlace) -> bytes | None:
        """The bytes of an object in an object stream (7.5.7)."""
        group = self._groups.get(place.holder)
        if group is None:
            group = self._groups[place.holder] = self._unpacked(place.holder)
        if place.offset < len(group) and group[place.offset][0] == number:
            return group[place.offset][1]
        return next((body for held, body in group if held == number), None)

    def _unpacked(self, holder: int) -> list[tuple[int, bytes]]:
        above = self._places.get(holder)
        if above is None or above.holder:
            return []
        stream = self.get(Ref(holder))
        if not isinstance(stream, Stream):
            return []
        return unpack(stream, self.get)

    def _decrypted(self, number: int, place: ObjectPlace, decryption: Decryption) -> Object:
        if number in decryption.attached:
            stored = self._parsed(number, place)
            if isinstance(stored, Stream):
                return stored._replace(data=decryption.attachment(number, place.generation, stored.data))
            if not decryption.whole:
                return stored  # it is named as a file attached, and is none
        made = decryption.object(number, place.generation)
        if isinstance(made, Stream) and any(name == "Crypt" for name, _ in filters_of(made.entries)):
            return self._parsed(number, place)  # a stream with a filter of its own, nearly always none at all
        if isinstance(made, dict) and "ByteRange" in made:
            stored = self._parsed(number, place)  # of a signature its value is never encrypted (7.6.1)
            return {**made, "Contents": stored.get("Contents")} if isinstance(stored, dict) else made
        if made is None and self._parsed(number, place) is not None:
            raise Malformed(f"object {number} cannot be decrypted")  # pypdf makes null of what it cannot read
        return made

    # repair

    def _repaired(self, why: str) -> Places:
        self._scanned = True
        self.note(why)
        return scan(self.data, escapes=self._escapes)

    def _rescan(self, why: str) -> None:
        """Look through the whole file; what the sections say of objects that are where they should be still counts."""
        if self._scanned:
            return
        found = self._repaired(why)
        for number, place in found.found.items():
            known = self._places.get(number)
            if known is None or (not known.holder and self._head(number, known) is None):
                self._places[number] = place
        self.trailer = {
            **found.trailer,
            **{key: value for key, value in self.trailer.items() if key != "Root"},
        }
        self._held.clear()
        self._groups.clear()

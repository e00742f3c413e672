"""In: a stream as stored. Out: its data, decoded within bounds (ISO 32000-1, 7.4).

What only pictures are coded with stays as it is.
"""

from __future__ import annotations

import base64
import re
import zlib
from typing import TYPE_CHECKING

from guidepress.cos.values import Malformed, Name, Stream, Undecodable

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.cos.values import Dictionary, Object, Value

__all__ = ["MOST", "decode", "deflated", "filters_of"]

MOST = 200_000_000
"""Most bytes that a stream may hold, decoded; more is a bomb."""

_ABBREVIATIONS = {
    "A85": "ASCII85Decode",
    "AHx": "ASCIIHexDecode",
    "CCF": "CCITTFaxDecode",
    "DCT": "DCTDecode",
    "Fl": "FlateDecode",
    "LZW": "LZWDecode",
    "RL": "RunLengthDecode",
}
"""Of pictures within content only (table 94), but found elsewhere, and read by all."""

_WHITE = b"\x00\t\n\x0c\r "
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
_PREDICTED = frozenset({"FlateDecode", "LZWDecode"})
_PICTORIAL = frozenset({"CCITTFaxDecode", "DCTDecode", "JBIG2Decode", "JPXDecode"})
_TEXTUAL = frozenset({"ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode", "LZWDecode"})


def _itself(value: Value) -> Object:
    return value


def filters_of(
    entries: Dictionary, resolve: Callable[[Value], Object] = _itself
) -> list[tuple[str, Dictionary]]:
    """The names of a stream's filters, written out, each with its parameters."""
    names = resolve(entries.get("Filter", entries.get("F") if isinstance(entries.get("F"), Name) else None))
    given = resolve(entries.get("DecodeParms", entries.get("DP")))
    listed = [resolve(each) for each in names] if isinstance(names, list) else [names]
    settings = [resolve(each) for each in given] if isinstance(given, list) else [given]
    settings += [None] * (len(listed) - len(settings))
    return [
        (
            _ABBREVIATIONS.get(name, name),
            {key: resolve(value) for key, value in setting.items()} if isinstance(setting, dict) else {},  # type: ignore[misc]
        )
        for name, setting in zip(listed, settings, strict=False)
        if isinstance(name, Name)
    ]


def decode(stream: Stream, resolve: Callable[[Value], Object] = _itself) -> bytes:
    """Undo a stream's filters.

    Raises:
        Undecodable: the data is not coded as its filters say.
        Malformed: it is a bomb, or coded in a way that only pictures are.
    """
    data = stream.data
    for name, settings in filters_of(stream.entries, resolve):
        if name == "FlateDecode":
            data = _inflate(data)
        elif name in _TEXTUAL:
            data = _undo_text(name, data)
        elif name != "Crypt":  # which has been undone when the file was read
            why = "which is for pictures" if name in _PICTORIAL else "which no standard knows"
            raise Malformed(f"a stream is coded as {name}, {why}")
        predictor = settings.get("Predictor", 1)
        if name in _PREDICTED and isinstance(predictor, int) and predictor > 1:
            data = _unpredict(data, predictor, settings)
        if len(data) > MOST:
            raise Malformed("a stream is too large")
    return data


def deflated(content: bytes, entries: Dictionary) -> Stream:
    """A stream that holds this content, deflated, with these entries besides."""
    return Stream({**entries, "Filter": Name("FlateDecode")}, zlib.compress(content, 6))


def _inflate(data: bytes) -> bytes:
    """Undo deflate; of data that breaks off, what comes before."""
    made, rest = _inflated(data, zlib.MAX_WBITS)
    if made or rest is not None or not data.strip(_WHITE):
        return made
    # Some writers leave out the head. Nearly anything can begin so, a page's text too: it must go to its end.
    made, rest = _inflated(data, -zlib.MAX_WBITS)
    if rest is None or rest.strip(_WHITE):
        raise Undecodable("a stream's data is damaged (FlateDecode)")
    return made


def _inflated(data: bytes, window: int) -> tuple[bytes, bytes | None]:
    """Inflate as far as it goes; what comes after the end, or None where it is not reached."""
    inflater = zlib.decompressobj(window)
    try:
        made = inflater.decompress(data, MOST)
    except zlib.error:
        return _as_far_as_it_goes(data, window), None
    if inflater.unconsumed_tail and len(made) >= MOST:
        raise Malformed("a stream is too large")
    return made, inflater.unused_data if inflater.eof else None


def _as_far_as_it_goes(data: bytes, window: int) -> bytes:
    inflater = zlib.decompressobj(window)
    made: list[bytes] = []
    size = 0
    try:
        for at in range(0, len(data), 64):
            made.append(inflater.decompress(data[at : at + 64], MOST - size + 1))
            size += len(made[-1])
            if size > MOST:
                break
    except zlib.error:
        pass
    return b"".join(made)


def _undo_text(name: str, data: bytes) -> bytes:
    """Undo what makes bytes text, and the two old ways to make data shorter."""
    try:
        if name == "ASCII85Decode":
            whole, _, _ = data.lstrip().removeprefix(b"<~").partition(b"~")
            return base64.a85decode(whole, ignorechars=b"\x00\t\n\x0b\x0c\r ")
        if name == "ASCIIHexDecode":
            digits = _NOT_HEX.sub(b"", data.partition(b">")[0])
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        if name == "RunLengthDecode":
            return _run_lengths(data)
        from pypdf.errors import PyPdfError  # noqa: PLC0415 - few files need it
        from pypdf.filters import LZWDecode  # noqa: PLC0415

        try:
            return bytes(LZWDecode.decode(data))
        except PyPdfError as problem:
            raise Undecodable(f"a stream's data is damaged ({name})") from problem
    except (ValueError, IndexError, KeyError, OverflowError) as problem:
        raise Undecodable(f"a stream's data is damaged ({name})") from problem


def _run_lengths(data: bytes) -> bytes:
    made: list[bytes] = []
    at = 0
    while at < len(data) and data[at] != 128:
        length = data[at]
        if length < 128:
            made.append(data[at + 1 : at + 2 + length])
            at += 2 + length
        else:
            made.append(data[at + 1 : at + 2] * (257 - length))
            at += 2
    return b"".join(made)


def _unpredict(data: bytes, predictor: int, settings: Dictionary) -> bytes:
    """Undo a predictor (7.4.4.4): of TIFF for whole bytes, of PNG for all."""
    colours, bits, columns = (
        _setting(settings, *each) for each in (("Colors", 1), ("BitsPerComponent", 8), ("Columns", 1))
    )
    step = max(1, colours * bits // 8)
    width = (colours * bits * columns + 7) // 8
    if width > MOST:
        raise Malformed("a stream's rows are too wide")
    if predictor == 2:
        return _untiff(data, width, step) if bits == 8 else data
    made = bytearray()
    above = bytearray(width)
    for at in range(0, len(data), width + 1):
        row = bytearray(data[at + 1 : at + 1 + width])
        row.extend(bytes(width - len(row)))
        _UNDO.get(data[at], _none)(row, above, step)
        made += row
        above = row
    return bytes(made)


def _setting(settings: Dictionary, key: str, otherwise: int) -> int:
    value = settings.get(key, otherwise)
    return value if isinstance(value, int) and 0 < value < 1_000_000 else otherwise


def _untiff(data: bytes, width: int, step: int) -> bytes:
    made = bytearray(data)
    for start in range(0, len(made), width):
        for at in range(start + step, min(start + width, len(made))):
            made[at] = (made[at] + made[at - step]) & 255
    return bytes(made)


def _none(_row: bytearray, _above: bytearray, _step: int) -> None:
    pass


def _sub(row: bytearray, _: bytearray, step: int) -> None:
    for at in range(step, len(row)):
        row[at] = (row[at] + row[at - step]) & 255


def _up(row: bytearray, above: bytearray, _: int) -> None:
    # One addition for the whole row: bytes are kept apart by adding sevens and ones by themselves.
    size = len(row)
    seven, one = int.from_bytes(b"\x7f" * size, "big"), int.from_bytes(b"\x80" * size, "big")
    first, second = int.from_bytes(row, "big"), int.from_bytes(above, "big")
    row[:] = (((first & seven) + (second & seven)) ^ ((first ^ second) & one)).to_bytes(size, "big")


def _average(row: bytearray, above: bytearray, step: int) -> None:
    for at in range(len(row)):
        left = row[at - step] if at >= step else 0
        row[at] = (row[at] + (left + above[at]) // 2) & 255


def _paeth(row: bytearray, above: bytearray, step: int) -> None:
    for at in range(len(row)):
        left, corner = (row[at - step], above[at - step]) if at >= step else (0, 0)
        guess = left + above[at] - corner
        near = min(
            (abs(guess - left), 0, left),
            (abs(guess - above[at]), 1, above[at]),
            (abs(guess - corner), 2, corner),
        )
        row[at] = (row[at] + near[2]) & 255


_UNDO: dict[int, Callable[[bytearray, bytearray, int], None]] = {1: _sub, 2: _up, 3: _average, 4: _paeth}

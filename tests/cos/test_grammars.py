"""Whatever the grammar allows is read as it is meant, and whatever it does not is read or refused in bounded time."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cos.making import TREE, body_of, file_of, packed, table_of
from tests.cos.test_plain import VALUES
from tests.examples import so_many

from guidepress.base.diagnostics import FaultsFound
from guidepress.cos import File, Malformed, Name, Ref, open_file
from guidepress.cos.pages import pages_of
from guidepress.cos.parser import Parser
from guidepress.cos.plain import write

if TYPE_CHECKING:
    from guidepress.cos import Value

GAPS = st.sampled_from([b" ", b"\n", b"\0", b"\r\n", b"\t\x0c", b"%>> endobj (\r", b" %\n", b"% 1 0 R\n \0"])
"""What may stand between two tokens (7.2.3)."""
NUMBERS = range(4, 10)
"""Objects of the files here, besides those of their page tree."""


class Noise:
    """Writes values in ways that a plain writer does not, each drawn."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data

    def gap(self) -> bytes:
        return self._data.draw(GAPS)

    def write(self, value: Value) -> bytes:
        if isinstance(value, Name):
            return b"/" + b"".join(map(self._name_byte, value.encode("latin-1")))
        if isinstance(value, bytes):
            return self._string(value)
        if isinstance(value, Ref):
            return b"%d" % value.number + self.gap() + b"0" + self.gap() + b"R"
        if isinstance(value, list):
            return b"[" + b"".join(self.gap() + self.write(each) for each in value) + self.gap() + b"]"
        if isinstance(value, dict):
            pairs = (
                self.gap() + self.write(Name(key)) + self.gap() + self.write(each)
                for key, each in value.items()
            )
            return b"<<" + b"".join(pairs) + self.gap() + b">>"
        return write(value)

    def _name_byte(self, byte: int) -> bytes:
        regular = 0x21 <= byte <= 0x7E and byte not in b"()<>[]{}/%#"
        return bytes([byte]) if regular and self._data.draw(st.booleans()) else b"#%02x" % byte

    def _string(self, value: bytes) -> bytes:
        if self._data.draw(st.booleans()):
            return (
                b"<"
                + b"".join(b"%02X" % byte + self._data.draw(st.sampled_from([b"", b"\n"])) for byte in value)
                + b">"
            )
        return b"(" + b"".join(map(self._string_byte, value)) + b")"

    def _string_byte(self, byte: int) -> bytes:
        bare = byte not in b"()\\\r\n" and not 0x30 <= byte <= 0x37
        ways = [b"\\%03o" % byte, b"\\\r\n\\%03o" % byte, *([bytes([byte])] if bare else [])]
        return self._data.draw(st.sampled_from(ways))


@settings(max_examples=so_many(100), deadline=None)
@given(VALUES, st.data())
def test_a_value_is_read_whatever_way_it_is_written(value: Value, data: st.DataObject) -> None:
    noise = Noise(data)
    parser = Parser(noise.gap() + noise.write(value) + b" ")
    assert parser.value(0)[0] == value
    assert not parser.damaged


class Revision(NamedTuple):
    """What a writer adds to a file: objects, each by itself or in an object stream, and numbers that are free now."""

    alone: dict[int, int]
    grouped: dict[int, int]
    freed: frozenset[int]
    told: str


NUMBERED = st.dictionaries(st.sampled_from(NUMBERS), st.integers(0, 999), max_size=3)
REVISIONS = st.lists(
    st.builds(
        Revision,
        NUMBERED,
        NUMBERED,
        st.frozensets(st.sampled_from(NUMBERS), max_size=2),
        st.sampled_from(["table", "stream", "both"]),
    ),
    max_size=4,
)


def added(old: bytes, rank: int, revision: Revision) -> bytes:
    """The file with a revision behind it; of a number that is told twice in it, what stands by itself counts."""
    before = int(old.rpartition(b"startxref\n")[2].split()[0])
    holder, section = 20 + 2 * rank, 21 + 2 * rank
    objects = {number: b"%d" % value for number, value in revision.alone.items()}
    grouped = {} if revision.told == "table" else hidden(revision)
    if grouped:
        objects[holder] = packed({number: b"%d " % value for number, value in grouped.items()})
    body, places = body_of(objects, len(old))
    rows = {number: b"\2%b%c" % (holder.to_bytes(3, "big"), place) for place, number in enumerate(grouped)}
    trailer = b"/Root 1 0 R/Size 99/Prev %d" % before
    at = len(old) + len(body)
    if revision.told == "stream":
        rows |= {number: b"\1%b\0" % place.to_bytes(3, "big") for number, place in places.items()}
        rows |= dict.fromkeys(revision.freed, b"\0\0\0\0\0")
        return old + body + stream_of(section, rows, trailer) + b"startxref\n%d\n%%%%EOF\n" % at
    beside = b""
    if revision.told == "both":
        beside = stream_of(section, rows, b"/Size 99")
        trailer += b"/XRefStm %d" % at
    free = b"".join(b"%d 1\n0000000000 00001 f \n" % number for number in revision.freed)
    table = table_of(places) + free + b"trailer\n<<%b>>\n" % trailer
    return old + body + beside + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(beside))


def hidden(revision: Revision) -> dict[int, int]:
    return {number: value for number, value in revision.grouped.items() if number not in revision.alone}


def stream_of(number: int, rows: dict[int, bytes], entries: bytes) -> bytes:
    index = b" ".join(b"%d 1" % each for each in rows)
    made = b"".join(rows.values())
    head = b"%d 0 obj\n<</Type/XRef/W[1 3 1]/Index[%b]%b/Length %d>>\nstream\n" % (
        number,
        index,
        entries,
        len(made),
    )
    return head + made + b"\nendstream\nendobj\n"


def meant(revisions: list[Revision]) -> dict[int, int | None]:
    """What each object is, by the standard: the newest section that tells of it, the stream beside a table first."""
    found: dict[int, int | None] = {}
    for revision in revisions:
        found |= dict.fromkeys(revision.freed)
        if revision.told != "stream":
            found |= {} if revision.told == "table" else hidden(revision)
            found |= revision.alone
        else:
            found |= {
                number: value for number, value in hidden(revision).items() if number not in revision.freed
            }
            found |= {
                number: value for number, value in revision.alone.items() if number not in revision.freed
            }
    return {number: found.get(number) for number in NUMBERS}


@settings(max_examples=so_many(100), deadline=None)
@given(REVISIONS)
def test_of_any_revisions_in_tables_and_streams_the_newest_is_read(revisions: list[Revision]) -> None:
    data = file_of(TREE)
    for rank, revision in enumerate(revisions):
        data = added(data, rank, revision)
    file = open_file(data, "a.pdf")
    assert {number: file.get(Ref(number)) for number in NUMBERS} == meant(revisions)
    assert file.repairs == []
    assert [page.number for page in pages_of(file)] == [3]


COUNTS = st.sampled_from(
    [b"0", b"1", b"3", b"7", b"65535", b"99999999", b"4294967296", b"9" * 20, b"-1", b"1.5"]
)
PIECES = st.one_of(
    COUNTS.map(lambda count: count + b" 0 obj"),
    COUNTS.map(lambda count: b"/Length " + count),
    COUNTS.map(lambda count: b"/Prev " + count),
    COUNTS.map(lambda count: b"/XRefStm " + count),
    COUNTS.map(lambda count: b"xref\n0 " + count + b"\n0000000000 65535 f \n"),
    COUNTS.map(lambda count: b"startxref\n" + count),
    COUNTS.map(lambda count: b"/Type/XRef/W[1 8 8]/Index[0 " + count + b"]"),
    COUNTS.map(lambda count: b"/Type/ObjStm/N " + count + b"/First " + count),
    st.sampled_from(
        [
            *(
                b"<<",
                b">>",
                b"[",
                b"]",
                b"(",
                b")",
                b"<",
                b"{",
                b"%",
                b"\0",
                b"\\",
                b" R",
                b"1 0 R",
                b"3 0 R",
            ),
            *(
                b"endobj",
                b"stream\n",
                b"\nendstream",
                b"trailer<</Root 1 0 R>>",
                b"trailer",
                b"xref",
                b"/Kids[2 0 R]",
            ),
            *(
                b"/Type/Catalog",
                b"/Type/Pages",
                b"/Type/Page",
                b"/Pages 2 0 R",
                b"/Filter/FlateDecode",
                b"/F/A85",
            ),
            *(b"/Filter[/LZW/RL/AHx]", b"/DecodeParms<</Predictor 15/Columns 99999999>>", b"/Encrypt 1 0 R"),
        ]
    ),
    st.binary(max_size=8),
)
"""Words of the syntax, in no order, with numbers that are too large, too small or no numbers."""


@settings(max_examples=so_many(200), deadline=None)
@given(st.lists(PIECES, max_size=40), st.booleans())
def test_any_words_are_read_or_refused(pieces: list[bytes], whole: bool) -> None:  # noqa: FBT001 - drawn
    soup = b" ".join(pieces)
    data = file_of({**TREE, 4: soup}) + soup if whole else b"%PDF-1.7\n" + soup
    with contextlib.suppress(FaultsFound):
        look_through(open_file(data, "a.pdf"))


def look_through(file: File) -> None:
    """Read all there is, in every way."""
    with contextlib.suppress(Malformed):
        pages_of(file)
    for number in file.numbers():
        for read in (file.raw, lambda each: file.get(Ref(each)), lambda each: file.content(Ref(each))):
            with contextlib.suppress(Malformed):
                read(number)

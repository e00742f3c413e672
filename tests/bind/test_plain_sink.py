"""A file of PDF 1.4: each object by itself, in a plain table."""

from __future__ import annotations

from tests.bind.held import Held

from guidepress.bind.plain_sink import PlainSink


def test_objects_lie_by_themselves_and_are_found() -> None:
    held = Held(PlainSink)
    later = held.sink.reserve()
    held.sink.add(b"<</Length 3>>", b"abc")
    held.sink.put(later, b"(late)", tag=True)
    data = held.close()
    assert data.startswith(b"%PDF-1.4\n")
    assert b"2 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj\n1 0 obj\n(late)\nendobj\n" in data
    assert b"/ObjStm" not in data
    assert b"/XRef" not in data
    assert held.sink.written == len(data)


def test_the_table_says_where_each_object_begins_and_links_the_free_ones() -> None:
    held = Held(PlainSink)
    held.sink.reserve()
    number = held.sink.add(b"null")
    held.sink.reserve()
    data = held.close()
    rows = data.partition(b"xref\n0 6\n")[2].splitlines(keepends=True)[:6]
    assert {len(row) for row in rows} == {20}
    # 0 leads to 1, the next that is free, 1 to 3, and 3, the last, to 0.
    assert [rows[free] for free in (0, 1, 3)] == [
        b"0000000001 65535 f \n",
        b"0000000003 00000 f \n",
        b"0000000000 00000 f \n",
    ]
    assert rows[number] == b"%010d 00000 n \n" % data.index(b"2 0 obj")


def test_the_trailer_says_how_many_numbers_there_are() -> None:
    held = Held(PlainSink)
    held.sink.add(b"null")
    # Number 0, the object, catalog and information: 4.
    assert b"trailer\n<</Size 4/Root 2 0 R/Info 3 0 R/ID[" in held.close()

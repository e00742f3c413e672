"""Small objects lie in object streams, and a stream is stored in whichever way is shorter."""

from __future__ import annotations

import io

import pikepdf

from guidepress.pdf.objects import ObjectTable
from guidepress.pdf.packing import emit_packed


def packed(content: bytes) -> tuple[str, bytes]:
    """The filter of a stream in the file, and what it holds."""
    table = ObjectTable()
    catalog, root = table.reserve(), table.reserve()
    stream = table.add_stream(content, 6)
    table.put(root, f"<</Type/Pages/Count 0/Kids[]/Content {stream} 0 R>>")
    table.put(catalog, f"<</Type/Catalog/Pages {root} 0 R>>")
    data = emit_packed(table.close(catalog, table.add("<</Title(x)>>")))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = pdf.Root.Pages.Content
        return str(found.get("/Filter", "")), found.read_bytes()


def test_what_deflates_is_deflated() -> None:
    assert packed(b"long " * 100) == ("/FlateDecode", b"long " * 100)


def test_what_deflating_makes_longer_is_stored_as_it_is() -> None:
    assert packed(b"\x00\x17\xff!") == ("", b"\x00\x17\xff!")

"""In: Objects. Out: the bytes of a PDF file whose objects lie in object streams, for files of very many small ones."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from guidepress.cos.writer import Writer

if TYPE_CHECKING:
    from guidepress.pdf.objects import Objects

__all__ = ["emit_packed"]


def emit_packed(objects: Objects) -> bytes:
    """Write the file; the same objects give the same bytes.

    A stream that deflating would make longer is stored as it is.
    """
    bodies, catalog, info = objects
    out = io.BytesIO()
    writer = Writer(out)
    for _ in bodies:
        writer.reserve()
    for number, body in enumerate(bodies, 1):
        if isinstance(body, bytes):
            writer.put(number, body)
            continue
        entries, content, level = body
        said = "".join(f"/{key} {value}" for key, value in entries)
        deflated = zlib.compress(content, level) if level else content
        if len(deflated) < len(content):
            content, said = deflated, f"{said}/Filter/FlateDecode"
        writer.put(number, f"<<{said}/Length {len(content)}>>".encode("latin-1"), content)
    writer.close(catalog, info)
    return out.getvalue()

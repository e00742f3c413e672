"""Objects that were just written into a file, open to be looked at."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from guidepress.cos import open_file
from guidepress.cos.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.cos import File, Ref

__all__ = ["written"]


def written(make: Callable[[Writer], Ref]) -> File:
    """The file whose root is what `make` writes."""
    out = io.BytesIO()
    writer = Writer(out)
    root = make(writer)
    writer.close(root.number, writer.add(b"<<>>"))
    return open_file(out.getvalue(), "b.pdf")

"""The PDF writer: `write_pdf` turns a Book into a PDF/UA-1 and PDF/A-2a file, `write_press` into one for a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidepress.pdf.write import write_pdf, write_press

__all__ = ["write_pdf", "write_press"]


if not TYPE_CHECKING:  # a type checker knows them from above, and should know no others

    def __getattr__(name: str) -> object:
        """Import what codes pages when it is first asked for (PEP 562): who only emits objects needs none of it."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from guidepress.pdf import write  # noqa: PLC0415 - see above

        return getattr(write, name)

"""The Report that ends every build: the outcome of each check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic

__all__ = ["Report"]


@record
class Report:
    """What was found in a file.

    Attributes:
        pages: pages in the file, the cover included.
        checks: names of the checks that were run, in order.
        diagnostics: what does not hold; empty for a good file.
        claims: standards the file claims in its metadata ("PDF/UA-1", "PDF/A-2a").
    """

    pages: int
    checks: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    claims: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing was found that must not be."""
        return not any(diagnostic.severity == "error" for diagnostic in self.diagnostics)

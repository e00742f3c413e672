"""In: the bytes of a PDF and, for our own files, an Expectation. Out: a Report of every check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.verify.checks import CHECKS, FOREIGN, run_checks
from guidepress.verify.claims import claims_of
from guidepress.verify.reading import open_pdf
from guidepress.verify.report import Report

if TYPE_CHECKING:
    from guidepress.verify.expectation import Expectation

__all__ = ["verify"]


def verify(pdf: bytes, expectation: Expectation | None = None, *, password: str = "") -> Report:
    """Check a finished file.

    Args:
        pdf: the file's bytes.
        expectation: what the Book promised; None checks a file on its own, as far as it can be.
        password: to open an encrypted file.

    Returns:
        The report; its diagnostics name each fault with its page.

    Raises:
        FaultsFound: the file cannot be opened at all.
    """
    opened = open_pdf(pdf, password)
    checks = FOREIGN if expectation is None else CHECKS
    found = tuple(run_checks(opened, expectation, checks))
    names = tuple(name for name, _ in checks)
    return Report(len(opened.pages), names, found, claims_of(opened.file))

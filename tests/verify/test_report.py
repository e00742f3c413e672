"""A report passes where nothing in it is an error."""

from __future__ import annotations

from guidepress.base.diagnostics import Diagnostic
from guidepress.verify.report import Report


def test_warnings_pass_and_errors_do_not() -> None:
    warning = Diagnostic("warning", "odd", "Odd.")
    assert Report(1, ("page count",), ()).passed
    assert Report(1, ("page count",), (warning,)).passed
    assert not Report(1, ("page count",), (warning, Diagnostic("error", "bad", "Bad."))).passed

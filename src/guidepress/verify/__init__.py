"""In: the bytes of a PDF and what the Book promised. Out: a Report: what holds and what does not."""

from guidepress.verify.expectation import Expectation, expect
from guidepress.verify.report import Report
from guidepress.verify.verify import verify

__all__ = ["Expectation", "Report", "expect", "verify"]

"""Preflight: a file held against a printer's rules before the printer does it.

What passes has been checked against the rules that the report lists, as far as it says; nobody has certified it.
"""

from guidepress.press.preflight.model import Checked, PreflightFinding, PreflightReport, Unchecked
from guidepress.press.preflight.run import PreflightJob, preflight

__all__ = ["Checked", "PreflightFinding", "PreflightJob", "PreflightReport", "Unchecked", "preflight"]

"""The standards: every conformance fault once, the profiles that judge them, the audit before writing."""

from guidepress.standard.audit import audit
from guidepress.standard.faults import Fault
from guidepress.standard.judge import Finding, judge, known, versions_apart
from guidepress.standard.profiles import NEWER, PROFILES
from guidepress.standard.structure import ROLE_MAP

__all__ = [
    "NEWER",
    "PROFILES",
    "ROLE_MAP",
    "Fault",
    "Finding",
    "audit",
    "judge",
    "known",
    "versions_apart",
]

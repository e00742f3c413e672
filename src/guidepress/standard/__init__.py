"""The standards: every conformance fault once, the profiles that judge them, the audit before writing."""

from guidepress.standard.audit import audit
from guidepress.standard.faults import Fault
from guidepress.standard.judge import Finding, judge, known
from guidepress.standard.profiles import PROFILES, Profile, Verdict
from guidepress.standard.structure import LANGUAGE, ROLE_MAP, ROLES

__all__ = [
    "LANGUAGE",
    "PROFILES",
    "ROLES",
    "ROLE_MAP",
    "Fault",
    "Finding",
    "Profile",
    "Verdict",
    "audit",
    "judge",
    "known",
]

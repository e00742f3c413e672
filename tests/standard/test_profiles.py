"""Every profile judges every fault."""

from __future__ import annotations

import pytest

from guidepress.standard import PROFILES, Fault


@pytest.mark.parametrize("name", ["ua1", "2a", "3a", "ua2", "4", "x1a", "x1a-2003", "x4"])
def test_a_profile_judges_every_fault(name: str) -> None:
    assert set(PROFILES[name].verdicts) == set(Fault)
    assert set(PROFILES[name].verdicts.values()) <= {"error", "ignored", "n.a."}


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_a_clause_stands_behind_errors_only(profile: object) -> None:
    verdicts, clauses = profile.verdicts, profile.clauses  # type: ignore[attr-defined]
    assert [fault for fault in clauses if verdicts[fault] != "error"] == []

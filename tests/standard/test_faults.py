"""Every fault has a code of its own."""

from __future__ import annotations

from guidepress.standard import Fault


def test_codes_are_unique_kebab_case_names() -> None:
    codes = [fault.code for fault in Fault]
    assert len(codes) == len(set(codes))
    assert all(code == code.lower() and " " not in code for code in codes)

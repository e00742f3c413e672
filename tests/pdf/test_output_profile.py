"""A profile is that of a press, or a sentence says what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pdf.press_profile import press_profile

from guidepress.base.diagnostics import FaultsFound
from guidepress.pdf.intents import srgb_profile
from guidepress.pdf.output_profile import load_output_profile, read_output_profile

PROFILE = press_profile()


def test_a_press_is_called_what_it_calls_itself(tmp_path: Path) -> None:
    path = tmp_path / "press.icc"
    path.write_bytes(PROFILE)
    assert load_output_profile(path).description == "Test press"
    assert load_output_profile(path).data == PROFILE


def test_a_newer_profile_says_its_name_in_another_way() -> None:
    words = "Presse".encode("utf-16-be")
    tag = b"mluc" + bytes(4) + (1).to_bytes(4, "big") + (12).to_bytes(4, "big") + b"frFR"
    tag += len(words).to_bytes(4, "big") + (28).to_bytes(4, "big") + words
    at, room = PROFILE.index(b"desc\0\0\0\0"), 101
    newer = PROFILE[:at] + tag.ljust(room, b"\0") + PROFILE[at + room :]
    assert read_output_profile(newer, "p").description == "Presse"


def test_one_without_a_name_is_called_as_its_file() -> None:
    assert (
        read_output_profile(PROFILE.replace(b"Test press", bytes(10)), "press.icc").description == "press.icc"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no profile", "it is no ICC profile, or not a whole one"),
        (PROFILE[:-4], "it is no ICC profile, or not a whole one"),
        (srgb_profile(), r"it describes a screen \(class mntr\), not a press \(prtr\)"),
        (press_profile(b"scnr"), r"it describes a scanner \(class scnr\)"),
        (press_profile(b"abst"), r"it describes something else \(class abst\)"),
        (press_profile(space=b"RGB "), "its colours are RGB, not CMYK"),
        (press_profile(space=b"6CLR"), "its colours are 6CLR, not CMYK"),
        (press_profile(tables=("A2B0",)), "it has no table B2A0"),
        (press_profile(tables=()), "it has no table A2B0 and no table B2A0"),
        (PROFILE[:8] + b"\5" + PROFILE[9:], "it is of version 5 of the format"),
    ],
)
def test_what_is_no_press_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(FaultsFound, match=f"^error: The profile p.icc cannot be used: {reason}") as caught:
        read_output_profile(data, "p.icc")
    assert "Give the printer's CMYK profile" in str(caught.value)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FaultsFound, match=r"gone\.icc cannot be used: No such file or directory\."):
        load_output_profile(tmp_path / "gone.icc")

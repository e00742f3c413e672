"""The output intent: sRGB, which all colours of a book are meant in (ISO 19005-2, 6.2.3).

`srgb.icc` is what Pillow's ImageCms makes, its creation date fixed so that the bytes stay the same. It is kept as
a file since importing ImageCms costs 25 ms; a test holds the file to what ImageCms makes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.pdf.objects import reference

if TYPE_CHECKING:
    from guidepress.pdf.objects import ObjectTable

__all__ = ["output_intent", "srgb_profile"]

_CONDITION = "sRGB IEC61966-2.1"


def srgb_profile() -> bytes:
    """Read the ICC profile."""
    return Path(__file__).with_name("srgb.icc").read_bytes()


def output_intent(table: ObjectTable) -> str:
    """Write the profile; returns the output intent dictionary."""
    profile = table.add_stream(srgb_profile(), 6, N="3")
    return (
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier({_CONDITION})"
        f"/Info({_CONDITION})/DestOutputProfile {reference(profile)}>>"
    )

"""The output intent is sRGB."""

from __future__ import annotations

import io

from PIL import ImageCms

from guidepress.pdf.intents import output_intent, srgb_profile
from guidepress.pdf.objects import ObjectTable


def test_the_profile_is_what_imagecms_makes_but_for_its_date() -> None:
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    shipped = srgb_profile()
    made[24:36] = shipped[24:36]  # creation date
    made[4:8], made[8:12] = shipped[4:8], shipped[8:12]  # maker and version of the library's format
    made[40:44] = shipped[40:44]  # the platform it was made on
    assert shipped == bytes(made)
    assert (
        ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(shipped))).strip()
        == "sRGB built-in"
    )


def test_the_intent_holds_its_profile_and_says_its_channels() -> None:
    table = ObjectTable()
    written = output_intent(table)
    condition = "sRGB IEC61966-2.1"
    assert written == (
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier({condition})/Info({condition})"
        "/DestOutputProfile 1 0 R>>"
    )
    assert table.close(0, 0)[0] == (((("N", "3"),), srgb_profile(), 6),)

"""An output intent names a condition, and holds a profile where one is given."""

from __future__ import annotations

from tests.pdf.press_profile import press_profile

from guidepress.pdf.conditions import press_intent
from guidepress.pdf.objects import ObjectTable
from guidepress.pdf.output_profile import OutputProfile
from guidepress.pdf.press_ink import PressInk


def test_a_registered_condition_needs_no_profile() -> None:
    table = ObjectTable()
    assert press_intent(PressInk(condition="FOGRA52"), table) == (
        "<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA52)/RegistryName(http://www.color.org)"
        "/Info(Offset on wood-free uncoated paper, ISO 12647-2:2013)>>"
    )
    assert table.close(0, 0)[0] == ()


def test_another_is_called_as_its_profile_and_holds_it() -> None:
    table, profile = ObjectTable(), OutputProfile(press_profile(), "Our press")
    assert press_intent(PressInk(profile=profile), table) == (
        "<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(Our press)/Info(Our press)/DestOutputProfile 1 0 R>>"
    )
    assert table.close(0, 0)[0] == (((("N", "4"),), profile.data, 6),)

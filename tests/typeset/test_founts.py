from __future__ import annotations

from tests.typeset.specimen import BARE, FONTS, LEFT_ALIGNED, set_text

from guidepress.base.record import replace
from guidepress.document.inlines import Text
from guidepress.typeset import set_line


def test_tracking_widens_every_glyph() -> None:
    plain = set_line((Text("stave"),), BARE, FONTS).width
    # five letters, one thousand mpt after each
    assert plain + 5000 == set_line((Text("stave"),), replace(BARE, tracking=1000), FONTS).width


def test_word_spacing_widens_spaces_alone() -> None:
    (plain,) = set_text("Marley was dead", LEFT_ALIGNED)
    (wide,) = set_text("Marley was dead", replace(LEFT_ALIGNED, word_spacing=1000))
    assert wide.runs[0].gap == plain.runs[0].gap + 1000
    assert wide.width == plain.width + 2 * 1000

"""In: a layout's logo and the front of a cover. Out: where the logo stands on it, and what makes room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.page.items import Image

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.cover_face import CoverFace

__all__ = ["CoverLogo", "cover_logo"]

_BESIDE = 12_000  # mpt between the logo and the words beside it
_CLEAR = 10_000  # mpt between the logo and the stripes above it, or the title strip below it
_EDGE = 14_000  # mpt that it keeps from the foot of the page, unless what is safe is more


@record
class CoverLogo:
    """A logo on a cover.

    Attributes:
        pictures: the picture with its alternative text; none where there is no logo.
        taken: the width at the right of the foot that it takes from the words there, mpt.
        lowered: how much further down the title strip stands for it, mpt.
        shelf_foot: the lowest place for the stripes, mpt from the top.
    """

    pictures: tuple[tuple[Image, str], ...]
    taken: int
    lowered: int
    shelf_foot: int


def cover_logo(context: Context, face: CoverFace) -> CoverLogo:
    """Place the layout's logo on the front of a cover; nothing where it has none there."""
    logo = context.layout.logo
    if logo is None or logo.cover == "none":
        return CoverLogo((), 0, 0, face.height)
    high = logo.cover_height
    wide = logo.width_at(high)
    if wide > face.measure:
        wide, high = face.measure, high * face.measure // wide
    most = wide * context.layout.picture_resolution // 72_000  # mpt to the inch
    if logo.cover == "top":
        picture = Image(logo.path, face.left, face.side, wide, high, most=most)
        return CoverLogo(((picture, logo.alt),), 0, high + _CLEAR, face.height)
    style = context.style("cover-foot")
    middle = face.foot(style.size) - style.size // 3
    foot = min(middle + high - high // 2, face.height - max(face.safe, _EDGE))
    picture = Image(logo.path, face.left + face.measure - wide, foot - high, wide, high, most=most)
    return CoverLogo(((picture, logo.alt),), wide + _BESIDE, 0, foot - high - _CLEAR)

"""White space between blocks: where it may grow, and where a paragraph is seen to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.stacks import PLAIN, frame, para, paragraph, piece, stacker

from guidepress.base.record import replace
from guidepress.document.inlines import Text
from guidepress.paginate.pieces import Box, Close, Open

if TYPE_CHECKING:
    from guidepress.paginate.galley import Galley
    from guidepress.paginate.pieces import Piece
    from guidepress.typeset import Fonts


def stack(fonts: Fonts, *pieces: Piece) -> Galley:
    return stacker(fonts).stack(pieces, main=True)


def boxed(box: Box, *pieces: Piece) -> tuple[Piece, ...]:
    return Open(box), *pieces, Close(box)


def test_white_space_between_blocks_may_grow(fonts: Fonts) -> None:
    apart = replace(PLAIN, space_before=9000)
    title = replace(PLAIN, space_before=20_000, space_after=4000, keep_next=True)
    made = stack(fonts, para(2, apart), para(1, title), para(1), para(1, apart), para(1))
    # Above the title and the fourth paragraph: not above the first, not between the title and its text.
    assert made.gaps == ((2, 20_000), (4, 9000))


def test_white_space_inside_what_is_drawn_or_kept_together_stays(fonts: Fonts) -> None:
    apart = replace(PLAIN, space_before=9000)
    for box in (
        frame(style=replace(PLAIN, keep_together=True)),
        Box(None, PLAIN, 0, 200_000, decorated=True),
    ):
        made = stack(fonts, para(1), *boxed(box, para(1, apart), para(1, apart)), para(1, apart))
        assert [atom for atom, _ in made.gaps] == [1, 3]  # above the box and below it


def test_white_space_between_lists_that_stand_one_after_the_other_may_grow(fonts: Fonts) -> None:
    apart = replace(PLAIN, space_before=9000)
    made = stack(fonts, *boxed(frame(), para(1, apart)), *boxed(frame(), para(1, apart)))
    assert made.gaps == ((1, 9000),)


def test_a_paragraph_with_a_marker_begins_visibly(fonts: Fonts) -> None:
    item = piece(paragraph(1, marker=(Text("•"),)))
    assert stack(fonts, para(1), item, para(1)).inside == (False, False, True)

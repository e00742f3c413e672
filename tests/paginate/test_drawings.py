"""Labels of drawings, each set in its measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.stacks import LABELS, PLAIN

from guidepress.base.record import replace
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import LineBreak, Text
from guidepress.page.items import BACKGROUND, INHERIT, Frame, Image, Shape
from guidepress.paginate.drawings import art_frame, cover_frames, label_frames
from guidepress.paginate.pieces import Art
from guidepress.paginate.resolve import unknown
from guidepress.paginate.setter import Setter

if TYPE_CHECKING:
    from guidepress.typeset import Fonts

SHAPE = Shape((("r", (0, 0, 1, 1)),))
LABEL = Label(10_000, 20_000, (Text("a"), LineBreak(), Text("b")), PLAIN, 50_000)


def setter(fonts: Fonts) -> Setter:
    return Setter(fonts, LABELS, unknown(LABELS))


def art(*labels: Label, tags: tuple[int, ...] = (), **values: object) -> Art:
    return Art(Drawing(100_000, 100_000, (SHAPE,), labels, **values), 0, 4, tags or (4,) * len(labels), "en")  # type: ignore[arg-type]


def places(made: Frame) -> list[tuple[int, int, int]]:
    return [(each.x, each.y, each.tag) for each in made.items if isinstance(each, Frame)]


def test_a_drawing_is_one_frame_of_shapes_and_labels(fonts: Fonts) -> None:
    made = art_frame(art(LABEL), setter(fonts), 3000, 5000)
    assert (made.x, made.y, made.tag, made.items[0]) == (3000, 5000, 4, SHAPE)
    # The first baseline at 20, the second a leading below; both belong to the figure.
    assert places(made) == [(10_000, 20_000, INHERIT), (10_000, 34_000, INHERIT)]


def test_a_label_with_an_element_of_its_own_names_it(fonts: Fonts) -> None:
    made = art_frame(art(LABEL, tags=(7,)), setter(fonts), 0, 0)
    assert [tag for *_, tag in places(made)] == [7, 7]


def test_a_label_stands_at_its_own_height_unless_it_is_below_another(fonts: Fonts) -> None:
    made = art_frame(art(LABEL, replace(LABEL, y=70_000)), setter(fonts), 0, 0)
    assert [y for _, y, _ in places(made)] == [20_000, 34_000, 70_000, 84_000]


def test_labels_end_at_their_place_or_stand_about_it(fonts: Fonts) -> None:
    right, centred = replace(LABEL, align="right"), replace(LABEL, align="centred")
    made = art_frame(art(right, centred), setter(fonts), 0, 0)
    assert [x for x, *_ in places(made)] == [-40_000, -40_000, -15_000, -15_000]


def test_a_label_below_another_is_counted_from_its_last_line(fonts: Fonts) -> None:
    below = replace(LABEL, y=16_000, below=True)
    made = art_frame(art(LABEL, below, below), setter(fonts), 0, 0)
    # 34 and 16, a leading on; 64 and 16.
    assert [y for _, y, _ in places(made)] == [20_000, 34_000, 50_000, 64_000, 80_000, 94_000]


def test_below_an_empty_label_one_is_counted_from_its_place(fonts: Fonts) -> None:
    empty = replace(LABEL, inlines=())
    made = art_frame(art(empty, replace(LABEL, y=16_000, below=True)), setter(fonts), 0, 0)
    assert [y for _, y, _ in places(made)] == [36_000, 50_000]


def test_of_a_cover_only_pictures_and_labels_are_read(fonts: Fonts) -> None:
    image = Image("a.png", 0, 0, 1, 1)
    cover = Art(Drawing(1, 1, (SHAPE,), (LABEL,), ((image, "A face"),)), 0, 1, (3,), "en", (2,))
    shapes, picture, *labels = cover_frames(cover, setter(fonts))
    assert shapes == Frame(0, 0, (SHAPE,), BACKGROUND)
    assert picture == Frame(0, 0, (image,), 2)
    assert [(each.x, each.y, each.tag) for each in labels] == [(10_000, 20_000, 3), (10_000, 34_000, 3)]


def test_a_turned_label_is_one_frame_with_its_lines_in_it(fonts: Fonts) -> None:
    (made,) = label_frames(replace(LABEL, turn=3, align="centred"), setter(fonts), "en", 4)
    assert (made.x, made.y, made.tag, made.turn) == (10_000, 20_000, 4, 3)
    assert places(made) == [(-25_000, 0, 4), (-25_000, 14_000, 4)]

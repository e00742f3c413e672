"""Drawings are read to the shapes that another reader sees, or refused with what is in the way."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.base.colour import Colour
from guidepress.page.svg import SvgError, is_drawing, read_svg

SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inner: str, size: str = 'width="200" height="100" viewBox="0 0 200 100"') -> bytes:
    return f"<svg {SPACE} {size}>{inner}</svg>".encode()


def test_a_line_stands_where_it_should() -> None:
    # 200 pixels of 0.75 pt; the group moves by (10, 20) and doubles
    (shape,) = read_svg(
        svg('<g transform="translate(10 20) scale(2)"><path d="M1 2L3 4" stroke="red" fill="none"/></g>')
    ).shapes
    assert shape.path == (("m", (9000, 18_000)), ("l", (12_000, 21_000)))
    assert (shape.stroke, shape.fill, shape.line_width) == (Colour(255, 0, 0), None, 1500)


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        ('width="2in" height="1in"', 144_000, 72_000),
        ('width="10mm" height="5mm" viewBox="0 0 20 10"', 28_346, 14_173),
        ('viewBox="0 0 40 20"', 30_000, 15_000),
        ('width="100%" height="50%" viewBox="0 0 40 20"', 30_000, 15_000),
    ],
)
def test_a_drawing_is_as_large_as_it_says(size: str, width: int, height: int) -> None:
    drawing = read_svg(svg('<rect width="5" height="5"/>', size))
    assert (drawing.width, drawing.height) == (width, height)


def test_what_an_element_says_itself_outdoes_its_class_and_that_its_attribute() -> None:
    sheet = "<style>.a{fill:lime;stroke:teal}</style>"
    (shape,) = read_svg(
        svg(f'{sheet}<rect class="a" style="fill:red" stroke="blue" width="9" height="9"/>')
    ).shapes
    assert (shape.fill, shape.stroke) == (Colour(255, 0, 0), Colour(0, 128, 128))


def test_a_drawing_of_another_shape_than_its_box_stands_whole_in_the_middle() -> None:
    # 40 by 40 units in 80 by 40 pixels: one unit is a pixel, with 20 pixels, 15 pt, of white at either side
    drawing = read_svg(svg('<rect width="40" height="40"/>', 'width="80" height="40" viewBox="0 0 40 40"'))
    assert {values[0] for _, values in drawing.shapes[0].path if values} == {15_000, 45_000}


def test_an_entity_is_not_filled_in() -> None:
    entity = b"<!DOCTYPE svg [<!ENTITY r \"<rect width='9' height='9'/>\">]>"
    with pytest.raises(SvgError, match="draws nothing"):
        read_svg(entity + svg("&r;"))


def test_scaled_shapes_fill_their_rectangle() -> None:
    drawing = read_svg(svg('<rect width="200" height="100" stroke="black" stroke-width="2"/>'))
    (shape,) = drawing.scaled(300_000, 150_000)
    assert max(value for _, values in shape.path for value in values) == 300_000
    assert shape.line_width == 3000


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<text>Hello</text>", "text"),
        ('<image href="a.png"/>', "picture in the drawing"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "gradient"),
        ('<rect width="9" height="9" opacity="0.5"/>', "half transparent"),
        ('<rect width="9" height="9" fill="rgba(1,2,3,0.5)"/>', "half transparent"),
        ('<rect width="9" height="9" clip-path="url(#c)"/>', "clip-path"),
        ('<use href="#nowhere"/>', "which it does not have"),
        ('<g id="a"><use href="#a"/></g>', "too deep"),
        ("<style>a{b{c}}</style><rect width='9' height='9'/>", "more than plain rules"),
        ('<path d="M0 0 L1"/>', "takes 2 numbers"),
        ('<path d="L1 1"/>', "begin with M"),
        ('<rect width="9" height="9" transform="turn(3)"/>', "no transform"),
        ('<rect width="9" height="nine"/>', "no length"),
        ('<rect width="9" height="9" fill="purplish"/>', "purplish"),
        ("<style>g > rect{fill:red}</style><rect width='9' height='9'/>", "style sheet"),
        ('<path d="M0 0H1e12"/>', "far outside"),
        ("<g/>", "draws nothing"),
        ("<blink/>", "not drawn: blink"),
    ],
)
def test_what_is_not_printed_is_refused_with_its_name(inner: str, said: str) -> None:
    with pytest.raises(SvgError, match=said):
        read_svg(svg(inner))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg", "well-formed"),
        (b"", "well-formed"),
        (b"<html/>", "no SVG"),
        (svg("<rect width='9' height='9'/>", "width='0' height='9'"), "no size"),
        (svg("<rect width='9' height='9'/>", ""), "no size"),
        (svg("<rect width='9' height='9'/>", "viewBox='0 0 9'"), "viewBox"),
        (
            b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
            "no size",
        ),
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(SvgError, match=said):
        read_svg(data)


BOX = "<rect width='9' height='9'/>"
COSTLY = {
    "elements": ('<g id="a">' + "<g/>" * 500 + "</g>" + '<use href="#a"/>' * 101, "has more than 200,000"),
    "lines": ('<path d="M0 0' + "h1" * 200_000 + '"/>', "has more than 200,000"),
    "lines used again": (
        '<g id="a"><path d="M0 0' + "h1" * 20_000 + '"/></g>' + '<use href="#a"/>' * 10, "has more than 200,000",
    ),
    "points": ('<polyline points="' + "1 " * 400_002 + '"/>', "has more than 200,000"),
    "numbers": ('<path d="M0 0L' + "1 " * 1_400_002 + '"/>', "has more than 200,000"),
    "letters": (
        '<g id="a"><path class="' + "a" * 1_000_000 + '"/></g>' + '<use href="#a"/>' * 20, "has more than 200,000",
    ),
    "digits": ('<rect width="' + "1" * 400_000 + 'x" height="9"/>', "no length"),
    "a sheet without a rule": (f"<style>{'a' * 400_000}</style>{BOX}", "more than plain rules"),
    "comments without an end": (f"<style>{'/* ' * 400_000}</style>{BOX}", "comment without an end"),
    "transforms": ('<g transform="' + "scale(1)" * 100_000 + " " * 99_999 + 'x"/>', "no transform"),
}  # fmt: skip


@pytest.mark.parametrize("name", COSTLY)
def test_what_would_take_long_is_refused_soon(name: str) -> None:
    """Each takes a second at most; what is compared again from every place, or drawn again, would take minutes."""
    inner, said = COSTLY[name]
    began = process_time()
    with pytest.raises(SvgError, match=said):
        read_svg(svg(inner))
    assert process_time() - began < 10


def test_a_drawing_may_have_so_many_lines() -> None:
    """An element counts as four, and every hundred letters of its attributes as one: 391,818 letters as 3,918."""
    data = "M0 0" + "h1h-1" * 78_362
    (shape,) = read_svg(svg(f'<path d="{data}" stroke="red"/>')).shapes
    assert len(shape.path) == 156_725
    comments = "<style>/* one */ rect /* two */ {fill: red}</style>"
    assert read_svg(svg(comments + BOX)).shapes[0].fill == Colour(255, 0, 0)


def test_a_large_file_is_not_read() -> None:
    with pytest.raises(SvgError, match="larger than 1 MB"):
        read_svg(b" " * 1_000_001, 1_000_000)


def test_a_drawing_is_known_by_its_name() -> None:
    assert is_drawing("a/Logo.SVG")
    assert not is_drawing("logo.svg.png")


@given(st.text("MLHVCSQTAZmlhvcsqtaz0123456789.-+e, ", max_size=60))
def test_path_data_of_any_kind_are_drawn_or_refused(data: str) -> None:
    try:
        drawing = read_svg(svg(f'<path d="M0 0{data}"/>'))
    except SvgError:
        return
    assert drawing.shapes

from __future__ import annotations

from tests.bind.held import file_with
from tests.press.ink.making import stream

from guidepress.cos.parser import Parser
from guidepress.press.ink.functions import ends_of

RISING = b"<</FunctionType 2/N 1/C0[0 0 0 0]/C1[1 .5 0 0]>>"


def ends(shading: bytes, size: int = 4, objects: dict[int, bytes] | None = None) -> list[tuple[float, ...]]:
    entries, _ = Parser(shading).value(0)
    assert isinstance(entries, dict)
    return ends_of(file_with({1: b"<<>>", **(objects or {})}), entries, size)


def test_an_exponential_function_has_two_ends() -> None:
    assert ends(b"<</ShadingType 2/Function %b>>" % RISING) == [(0, 0, 0, 0), (1, 0.5, 0, 0)]


def test_stitched_functions_have_the_ends_of_all() -> None:
    stitched = b"<</FunctionType 3/Functions[%b %b]>>" % (RISING, RISING)
    assert len(ends(b"<</ShadingType 3/Function %b>>" % stitched)) == 4


def test_a_function_a_component_is_bounded_by_the_heaviest_of_each() -> None:
    one, other = b"<</FunctionType 2/C0[0]/C1[.7]>>", b"<</FunctionType 2/C0[.9]/C1[.1]>>"
    assert ends(b"<</ShadingType 2/Function[%b %b]>>" % (one, other), 2) == [(0.7, 0.9), (0, 0.1)]


def test_samples_are_read() -> None:
    samples = stream(b"\x00\xff\x80\x00", b"/FunctionType 0/Size[2]/BitsPerSample 8/Range[0 1 0 1]")
    assert ends(b"<</ShadingType 2/Function 5 0 R>>", 2, {5: samples}) == [(0, 1), (128 / 255, 0)]


def test_what_a_program_works_out_and_meshes_are_not_told() -> None:
    assert ends(b"<</ShadingType 2/Function<</FunctionType 4>>>>") == []
    assert ends(b"<</ShadingType 7/Function %b>>" % RISING) == []

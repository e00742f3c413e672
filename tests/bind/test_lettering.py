"""Short texts become operators with the fonts they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.bind.written import written

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.lettering import Lettered, Lettering, letter
from guidepress.cos import Ref

if TYPE_CHECKING:
    from guidepress.cos import File
    from guidepress.cos.writer import Writer
    from guidepress.typeset import Line


def lettered(*lines: Line) -> tuple[tuple[Lettered, ...], File]:
    """The lines, and the file with their fonts, whose root they are."""
    made: list[Lettered] = []

    def make(writer: Writer) -> Ref:
        made.extend(letter(lines, writer))
        assert isinstance(made[0].fonts, Ref)
        return made[0].fonts

    file = written(make)
    return tuple(made), file


def test_a_line_is_as_wide_as_its_glyphs() -> None:
    lettering = Lettering()
    # Source Sans Pro: "n" has 547 units of 1000, so 5.47 pt at 10 pt.
    assert lettering.line("n", 10_000).width == 5_470
    assert lettering.line("nn", 20_000).width == 2 * 2 * 5_470


def test_operators_draw_from_the_origin_without_tags_or_colour() -> None:
    (made,), _ = lettered(Lettering().line("A", 10_000))
    assert made.operators.splitlines()[:3] == [b"BT", b"0 0 Td", b"/F0 10 Tf"]
    assert made.operators.splitlines()[-1] == b"ET"


def test_lines_lettered_together_share_their_fonts() -> None:
    lettering = Lettering()
    (first, second), file = lettered(lettering.line("Ada", 10_000), lettering.line("Ben", 8_000))
    assert first.fonts == second.fonts
    assert set(file.root) == {"F0"}
    assert first.operators != second.operators


def test_a_line_knows_its_measures() -> None:
    line = Lettering().line("Ada", 10_000)
    (made,), _ = lettered(line)
    assert (made.width, made.ascent, made.descent) == (line.width, line.ascent, line.descent)


def test_what_the_sans_lacks_is_set_in_the_serif() -> None:
    _, file = lettered(Lettering().line("a \N{BITCOIN SIGN} b", 10_000))
    assert set(file.root) == {"F0", "F1"}


def test_a_character_that_no_face_has_is_refused() -> None:
    with pytest.raises(FaultsFound, match="'日' cannot be set") as caught:
        Lettering().line("日", 10_000)
    assert [each.code for each in caught.value.diagnostics] == ["missing-glyph"]

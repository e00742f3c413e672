"""In: the styles of a layout. Out: faults of design: type too small, too tight, too faint, or in a face there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.colour import WHITE, contrast
from guidepress.base.lengths import PT, format_length

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.base.decoding_run import Decoding
    from guidepress.document.style import Style
    from guidepress.layout.model import Family
    from guidepress.layout.styles import StyleReader

__all__ = ["LEAST_SIZE", "check_styles"]

LEAST_SIZE = 7 * PT
"""No text is smaller than 7 pt; below it, small capitals and superior figures no longer print."""

LEAST_CONTRAST = 4.5
"""WCAG 2.1, success criterion 1.4.3, level AA, for text of any size."""

WEIGHTS = ("light", "regular", "semibold", "bold", "black")
"""Weights that the nearest serves where a family lacks them; another name must be one of the family's own."""

LEAST_LEADING = 0.8
"""Times the size. Below it, lines of capitals touch; numbers on openers go as low as 0.875."""


def check_styles(
    reader: StyleReader, fonts: dict[str, Family], colours: dict[str, Colour], run: Decoding
) -> None:
    """Check sizes, leading, faces and contrast of every style; what many styles inherit is noted once."""
    checks = _Checks(reader, fonts, colours.get("paper", WHITE), run)
    for style in reader.styles.values():
        checks.lines(style)
        checks.face(style)
        checks.contrast(style)


class _Checks:
    def __init__(self, reader: StyleReader, fonts: dict[str, Family], paper: Colour, run: Decoding) -> None:
        self._reader = reader
        self._fonts = fonts
        self._paper = paper
        self._run = run
        self._told: set[tuple[int, str]] = set()
        self._grounds: set[tuple[Colour, Colour]] = set()

    def lines(self, style: Style) -> None:
        size, leading = format_length(style.size), format_length(style.leading)
        if style.size < LEAST_SIZE:
            message = f'The style "{style.name}" is set in {size}; text starts at 7pt.'
            self._fault(style, ("size",), "type-too-small", message, "Choose 7pt or more.")
        elif style.leading < LEAST_LEADING * style.size:
            message = f'The style "{style.name}" sets {size} on {leading}; lines would touch.'
            hint = "A leading of 1.2 times the size is common."
            self._fault(style, ("leading", "size"), "tight-leading", message, hint)
        for key, count in (("widow", style.widow), ("orphan", style.orphan)):
            if count < 1:
                self._fault(
                    style, (key,), "wrong-value", f"{count} lines cannot stand alone.", "Write 1 or more."
                )

    def face(self, style: Style) -> None:
        family = self._fonts.get(style.font)
        face = style.weight + "-italic" * style.italic
        if family is None:
            from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

            message = f'The layout has no font "{style.font}", which the style "{style.name}" names.'
            self._fault(style, ("font",), "unknown-font", message, did_you_mean(style.font, self._fonts))
        elif style.weight not in WEIGHTS and face not in family.files:
            message = f'The font "{style.font}" has no face "{face}", which the style "{style.name}" needs.'
            hint = f"It has {', '.join(family.files)}."
            self._fault(style, ("weight", "italic", "font"), "missing-face", message, hint)

    def contrast(self, style: Style) -> None:
        pair = (style.colour, style.background or self._paper)
        if pair in self._grounds:
            return
        self._grounds.add(pair)
        ratio = contrast(*pair)
        if ratio < LEAST_CONTRAST:
            message = f'The text of the style "{style.name}" has a contrast of {ratio:.1f} to 1; 4.5 to 1 is the least.'
            hint = "Choose a darker colour, or a lighter background."
            self._fault(style, ("colour", "background"), "low-contrast", message, hint)

    def _fault(self, style: Style, keys: tuple[str, ...], code: str, message: str, hint: str) -> None:
        """Note a fault at one of the keys that lead to it, once for all styles that inherit it."""
        node = self._reader.place(style.name, keys)
        if (id(node), code) not in self._told:
            self._told.add((id(node), code))
            self._run.fault(node, code, message, hint)

"""In: scalars as layouts write them. Out: lengths in mpt, colours by name, borders; or a sentence about the fault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.colour import Colour, parse_colour
from guidepress.base.decoding_run import Rejected
from guidepress.base.lengths import parse_length, scaled
from guidepress.base.limits import DIGITS
from guidepress.document.style import Border
from guidepress.layout.merge import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from guidepress.base.decoding_run import Decoding
    from guidepress.base.yaml import ScalarNode

__all__ = ["CONVERTERS", "ValueScope", "names_of"]

_EM = re.compile(r"\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*em\s*")
_SHARE = re.compile(r"\s*(\d{1,3}(?:\.\d*)?|\.\d+)\s*%\s*")


class ValueScope:
    """What the scalars of one mapping may refer to.

    Attributes:
        colours: the colours by name; empty while they are being read.
        size: the type size that "em" means, mpt; 0 where em has no meaning.
        name: the name of the style or family being read.
    """

    __slots__ = ("colours", "name", "size")

    def __init__(self, colours: dict[str, Colour], size: int = 0, name: str = "") -> None:
        self.colours = colours
        self.size = size
        self.name = name


def names_of(run: Decoding) -> ValueScope:
    """The names that the mapping being read may refer to."""
    return run.context if isinstance(run.context, ValueScope) else ValueScope({})


def _offset(node: ScalarNode, run: Decoding) -> int:
    text: str = node.value
    em = _EM.fullmatch(text) if text.endswith("m") else None
    if em is None:
        length = parse_length(text)
    else:
        size = names_of(run).size
        if not size:
            raise Rejected(
                "wrong-value", f'"{text}" has no type size to measure by.', "Use pt, mm, cm, in or pc."
            )
        length = scaled(text, em[1], size)
    return length


def _length(node: ScalarNode, run: Decoding) -> int:
    length = _offset(node, run)
    if length < 0:
        raise Rejected("wrong-value", f'"{node.value}" is negative.', "Lengths here start at 0.")
    return length


def _share(node: ScalarNode, _run: Decoding) -> int:
    match = _SHARE.fullmatch(node.value) if node.value != "0" else None
    if match is None and node.value != "0":
        raise Rejected("wrong-value", f'"{node.value}" is not a share.', "Write it in per cent, such as 2%.")
    return round(float(match[1]) * 10) if match else 0


def _colour(text: str, run: Decoding) -> Colour:
    colours = names_of(run).colours
    if text in colours:
        return colours[text]
    try:
        return parse_colour(text)
    except ValueError:
        from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

        hint = did_you_mean(text, colours) or "Write six hexadecimal digits in quotes, such as '#0072B2'."
        raise Rejected("wrong-value", f'"{text}" is no colour.', hint) from None


def _paint(node: ScalarNode, run: Decoding) -> Colour | None:
    return None if node.value == NONE else _colour(node.value, run)


def _border(node: ScalarNode, run: Decoding) -> Border:
    if node.value in {NONE, "0"}:
        return Border()
    width, _, colour = node.value.partition(" ")
    if not colour:
        raise Rejected(
            "wrong-value", f'"{node.value}" is no rule.', 'Write width and colour: "0.5pt accent".'
        )
    return Border(parse_length(width), _colour(colour.strip(), run))


def _whole(node: ScalarNode, _run: Decoding) -> int:
    if node.value.isdecimal() and node.value.isascii() and len(node.value) <= DIGITS:
        return int(node.value)
    raise Rejected("wrong-type", f'This must be a whole number from 0 up, not "{node.value}".')


CONVERTERS: dict[Hashable, Callable[[ScalarNode, Decoding], object]] = {
    "length": _length,
    "offset": _offset,
    "share": _share,
    "paint": _paint,
    "whole": _whole,
    "amount": _whole,
    Colour: lambda node, run: _colour(node.value, run),
    Border: _border,
}

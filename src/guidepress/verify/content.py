"""In: a page's content stream and its fonts. Out: the text of each marked-content sequence.

The structure tree names text by marks in the content, so the text is decoded here, mark by mark, and not
taken from a text extractor that knows no marks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from guidepress.cos.parser import unescape_string
from guidepress.cos.plain import HEX, LITERAL
from guidepress.cos.text import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.verify.font_text import FontText

__all__ = ["read_marked_text"]

_INSIDE = rb"(?:[^<>()]++|" + LITERAL + rb"|" + HEX + rb")*+"
_TOKEN = re.compile(
    LITERAL
    + rb"|<<(?:[^<>()]++|" + LITERAL + rb"|" + HEX + rb"|<<" + _INSIDE + rb">>)*+>>\s*+BDC"
    rb"|" + HEX + rb"|/[^\s/<>\[\]()]++\s++[-+\d.]++\s++Tf(?![\w*])"
    rb"|B[DM]C(?<![^\s>\])]...)(?!\w)|EMC(?<![^\s>\])]...)(?!\w)",
    re.DOTALL,
)  # fmt: skip
"""What text depends on: strings, marks, fonts; all branches begin with a letter of their own, so that a scan is quick."""
_MARK = re.compile(rb"/MCID\s++(\d{1,7}+)(?!\d)")
_ACTUAL = re.compile(
    rb"/ActualText\s*+(?:<(?P<hex>[0-9A-Fa-f\s]*+)>|(?P<literal>" + LITERAL + rb"))", re.DOTALL
)
_TEXTS = re.compile(LITERAL, re.DOTALL)
_BRACKET, _SLASH = b"(/"


class _State(NamedTuple):
    """The mark in force, -1 for none, and whether an ActualText stands for what is shown under it."""

    mark: int = -1
    replaced: bool = False


def read_marked_text(
    content: bytes, fonts: Mapping[str, FontText], *, unmarked: bool = False
) -> dict[int, str]:
    """Decode the text under each MCID.

    Args:
        content: a page's content stream, decompressed.
        fonts: for each font's resource name ("F1"), the text of its strings.
        unmarked: decode what stands under no mark, too, as that of -1.

    Returns:
        Text by marked-content identifier; text under an ActualText is that ActualText.
    """
    parts: dict[int, list[str]] = {}
    stack: list[_State] = []
    state = _State()
    font: FontText | None = None
    shown: list[bytes] = []
    least = -1 if unmarked else 0
    for token in _TOKEN.findall(content):
        if token[0] == _BRACKET or token[-1:] == b">":
            shown.append(token)
            continue
        if shown:
            if font is not None and state.mark >= least and not state.replaced:
                parts.setdefault(state.mark, []).extend(map(font.__getitem__, shown))
            shown.clear()
        if token == b"EMC":
            if stack:
                state = stack.pop()
        elif token[0] == _SLASH:
            font = fonts.get(token[1:].split(None, 1)[0].decode("latin-1"))
        else:
            stack.append(state)
            state, actual = _opened(token, state)
            if actual is not None and state.mark >= least:
                parts.setdefault(state.mark, []).append(actual)
    return {mark: "".join(texts) for mark, texts in parts.items()}


@lru_cache(4096)
def _opened(token: bytes, outer: _State) -> tuple[_State, str | None]:
    """What is in force after the beginning of a sequence, and the text that stands for what is shown in it."""
    actual = _ACTUAL.search(token)
    mark = _MARK.search(_TEXTS.sub(b"", token))
    state = outer if mark is None else _State(int(mark[1]))
    if actual is None or state.replaced:
        return state, None
    if actual["hex"] is not None:
        digits = b"".join(actual["hex"].split())
        text = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    else:
        text = unescape_string(actual["literal"][1:-1])
    return _State(state.mark, replaced=True), text_of(text)

"""In: a page's content stream. Out: what must stand before and after it so that nothing of its state leaks out.

Pages exist that save more often than they restore, restore more than they saved, or leave text and marked content
open. Whatever is drawn after such a page would be turned, scaled, clipped or tagged by it.
"""

from __future__ import annotations

import re

__all__ = ["closing"]

_TOKEN = re.compile(
    rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\([^()]*+\))*+\))*+\)"  # strings, with brackets three deep
    rb"|<<|>>|<[0-9A-Fa-f\s]*+>"
    rb"|%[^\r\n]*+"
    rb"|(?P<image>(?<![^\s\x00\])>])BI(?=[\s\x00/]).*?[\s\x00]EI(?![^\s\x00]))"
    rb"|/[^\s\x00()<>\[\]{}/%]*+"
    rb"|(?P<word>[^\s\x00()<>\[\]{}/%]++)",
    re.DOTALL,
)
_WORDS = frozenset((b"q", b"Q", b"BT", b"ET", b"BMC", b"BDC", b"EMC"))


def closing(content: bytes) -> tuple[bytes, bytes]:
    """Say how a content stream is to be wrapped.

    Args:
        content: all of a page's content, decoded, its parts joined by line feeds.

    Returns:
        What goes before it, and what goes after it; a save and a restore for a page that is in order.
    """
    depth = lowest = marks = 0
    in_text = False
    for token in _words(content):
        if token == b"q":
            depth += 1
        elif token == b"Q":
            depth -= 1
            lowest = min(lowest, depth)
        elif token == b"BT":
            in_text = True
        elif token == b"ET":
            in_text = False
        elif token == b"EMC":
            marks = max(0, marks - 1)
        else:
            marks += 1
    before = 1 - lowest
    after = before + depth
    end = b"\nET" if in_text else b""
    return b"q\n" * before, end + b"\nEMC" * marks + b"\nQ" * after + b"\n"


def _words(content: bytes) -> list[bytes]:
    """The operators that open or close something, in order; what only looks like one in a string is left out."""
    return [
        word for token in _TOKEN.finditer(content) if (word := token["word"]) is not None and word in _WORDS
    ]

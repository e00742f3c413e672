"""In: a guide's text, sound or not. Out: the paths that it may name as pictures, before it is loaded."""

from __future__ import annotations

import re
from urllib.parse import unquote

__all__ = ["picture_names"]

_PICTURES = re.compile(
    r"!\[[^\]]*\]\(\s*(?:<([^>\n]+)>|([^)<\s]+))|^\s*image:\s*[\"']?([^\"'\n#]+)", re.MULTILINE
)
"""A picture in a text, or that of a cover; what looks like one and is none does no harm to who asks."""


def picture_names(text: str) -> tuple[str, ...]:
    """List what a text may name as pictures, each once, in its order."""
    found = (
        unquote(pointed or inline) if pointed or inline else whole.strip()
        for pointed, inline, whole in _PICTURES.findall(text)
    )
    return tuple(dict.fromkeys(found))

"""In: the keys one asks for. Out: a pattern that matches a whole plain dictionary as it lies, with their values.

Most objects of a file are alike: thousands of elements and links, each a dictionary of names, numbers, references and
texts. One match reads such a dictionary in a tenth of the time that its values would take. What does not match, nested
deeper or not plain, is read as values: a pattern never guesses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos.parser import REGULAR

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NEVER", "PLAIN_NAME", "PLAIN_REFERENCE", "PLAIN_STRING", "dictionary_shape"]

_SPACE = rb"[\t\n\r ]*+"

PLAIN_REFERENCE = rb"\d{1,10}+[\t\n\r ]++\d{1,10}+[\t\n\r ]++R(?!" + REGULAR + rb")"

PLAIN_NAME = rb"/[^\x00-\x20()<>\[\]{}/%#]*+"
"""A name without escapes."""

PLAIN_STRING = rb"\([^()\\\r]*+\)"
"""A string that is what stands between its brackets."""

NEVER = rb"(?!)"
"""The value of a key that must not be there."""

_FLAT = (
    PLAIN_NAME,
    PLAIN_REFERENCE,
    rb"[-+.\d]++",
    rb"\((?:[^()\\]++|\\.)*+\)",
    rb"<[0-9A-Fa-f\t\n\r ]*+>",
    rb"\[[^\[\]<>(){}%#\x00\x0b\x0c]*+\]",
    rb"<<[^<>(){}%#\x00\x0b\x0c]*+>>",
    rb"(?:true|false|null)(?!" + REGULAR + rb")",
)
"""Values of the keys that nobody asks for: without parts, or with parts that have none."""

_HEAD = rb"(?:(?P<number>\d{1,10}+)[\t\n\r ]++\d{1,10}+[\t\n\r ]++obj(?![A-Za-z]))?+" + _SPACE
"""An object that does not lie in an object stream begins with its number."""
_END = _SPACE + rb"(?:endobj|\Z)"


def dictionary_shape(asked: Mapping[str, bytes]) -> re.Pattern[bytes]:
    """Build the pattern of a dictionary, to be matched by `File.match`.

    Args:
        asked: for each key the pattern of its value; of two branches that begin alike the longer stands first.

    Returns:
        A pattern whose groups are called as the keys: None where the dictionary has no such key; a dictionary in
        which the value is another does not match at all. The group `number` is the object's own number, where the
        file says it.
    """
    values = [
        b"/%b(?!%b)%b(?P<%b>%b)" % (key.encode(), REGULAR, _SPACE, key.encode(), value)
        for key, value in asked.items()
    ]
    names = b"|".join(key.encode() for key in asked)
    other = rb"/(?!(?:%b)(?!%b))\w++(?!%b)%b(?:%b)" % (names, REGULAR, REGULAR, _SPACE, b"|".join(_FLAT))
    entries = rb"(?:(?:%b)%b)*+" % (b"|".join([*values, other]), _SPACE)
    return re.compile(_HEAD + b"<<" + _SPACE + entries + b">>" + _END, re.DOTALL)

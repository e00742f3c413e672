"""In: a sound file and a source of chance. Out: the same file, damaged as accidents and malice damage files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

__all__ = ["PDF_WORDS", "TOKENS", "mutated", "mutated_figures", "mutated_text", "mutated_words"]

TOKENS = (
    *(
        "\u0301",
        " \u0301",
        "\u200d",
        "\u00ad",
        "\u200b",
        "\u202e",
        "\x1b[31m",
        "\x85",
        "\ufeff",
        "\U0001f469\u200d\U0001f469",
    ),
    *(
        "*",
        "**",
        "a*b*c*",
        "_",
        "`",
        "```",
        "~~~",
        "#",
        "> ",
        "- ",
        "1. ",
        "|",
        "|-|\n",
        "<b>",
        "&lt;",
        "\\",
        "---",
    ),
    *("[^1]", "[^1]: x[^1]", "[](#x)", "[a](#theme-x)", "![a](b.png)", "![a](../../x.png)", "[a]{lang=de}"),
    *(
        "{",
        "}",
        "[",
        "]",
        "&a",
        "*a",
        "!!python/name:os",
        "? ",
        ": ",
        "- - - -",
        "''",
        '"',
        '"\\U00110000"',
        "~",
        "null",
    ),
    *(
        "0",
        "-1",
        "1e999",
        "9" * 12,
        "9" * 400,
        "9" * 5000,
        "\u00b2",
        "\u0663",
        "0.0000001",
        "nan",
        "1000",
        "true",
        "none",
        "1em",
        "-3pt",
        "0pt",
        "99in",
        "200%",
    ),
    *(
        "x" * 300,
        "w-" * 200,
        "\u00e9" * 90,
        "\u0645\u0631",
        "\u4e2d\u6587",
        "\t",
        "\n",
        "\n\n",
        " " * 9,
        "\r",
        "%",
        "%00",
        "../",
    ),
)
"""What stands in for a value, or is put anywhere: each has been a fault of some program."""

PDF_WORDS = (
    *(
        b"<< >> [ ] ( ) < > / % #41 null true obj endobj endstream xref trailer startxref 0 -1 99999 2147483648 1e9 .5 "
        b"/Kids /Parent /Type /Length /Filter /Prev /Contents /Annots /FlateDecode /First /Next /K /P /D /A /Dest "
        b"/Fields /MediaBox /Resources /Font /XObject /Names /Nums /W /Index /Size /Root"
    ).split(),
    *(b" R", b" 1 0 R", b" 2 0 R", b" 10 0 R", b"stream\n", b"\0", b"9" * 20, b"9" * 5000),
)
"""Words of PDF's syntax that damage puts in or takes out."""

_FIGURES = (
    "0",
    "-1",
    "2",
    "1e999",
    "nan",
    "1e-400",
    "9" * 12,
    "9" * 5000,
    "\u00b2",
    "\u0663",
    "0x1",
    "1_0",
    "",
    " ",
    "65536",
)
"""What stands where a number is looked for."""

_VALUE = re.compile(r"(?<=[:\-] )[^\n]+")
_NUMBER = re.compile(rb"\d+")
_LETTERS = re.compile(r"(?<=[a-z])(?=[a-z ,.])(?![a-z_ ]*:)|(?<= )(?=[a-z])(?![a-z_ ]*:)")
_BLIND = 0.6
"""How much of the damage is blind, where words of the syntax are known."""
_OFTEN = 0.6
_WORD = re.compile(rb"[^\s<>\[\]()/]{1,20}|/[A-Za-z]+")


_WORDS = (
    *(
        "\u0301",
        " \u0301",
        "\u200d",
        "\u00ad",
        "\u200b",
        "\u2028",
        "\u00a0",
        "\ufeff",
        "\U0001f469\u200d\U0001f469",
    ),
    *(
        "*",
        "**",
        "*b*",
        "a*b*c*",
        "_",
        "`",
        "`` ` ``",
        "<b>",
        "&lt;",
        "\\\\",
        "---",
        "~~",
        "~2~",
        "^2^",
        "$",
        "[",
        "]",
        "](",
        "!",
    ),
    *(
        "[^1]",
        "[](#theme-time)",
        "[a](https://a.b)",
        "![a](L.png)",
        "[a]{lang=de}",
        "[a]{.smallcaps}",
        "https://a.b/c",
    ),
    *(
        "x" * 300,
        "w-" * 100,
        "\u00e9" * 90,
        "\u4e2d\u6587",
        "\u0645\u0631",
        "\u03b1\u0301",
        "WWW" * 20,
        "i" * 200,
        "word " * 120,
    ),
    *(
        "\u2192",
        "\u266d",
        "\u2153",
        "\U0001d400",
        "\ufb01",
        "\u0f40\u0f71",
        "\u0e01\u0e33",
        "1/2",
        "--",
        "...",
        "''",
    ),
)
"""What is put into the midst of a text: YAML reads it as the text that it is, mostly."""


def mutated_words(text: str, chance: Random) -> str:
    """Put something odd between the letters of one to three texts: the guide is mostly sound as before."""
    for _ in range(chance.randint(1, 3)):
        places = [match.start() for match in _LETTERS.finditer(text, text.index("overview:") + 12)]
        at = chance.choice(places)
        text = text[:at] + chance.choice(_WORDS) + text[at:]
    return text


def mutated_text(text: str, chance: Random) -> str:
    """Damage a text of lines, keys and values in one to four places."""
    for _ in range(chance.randint(1, 4)):
        way = chance.randrange(6)
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        if way == 0:
            found = list(_VALUE.finditer(text))
            if found:
                one = chance.choice(found)
                text = text[: one.start()] + chance.choice(TOKENS) + text[one.end() :]
        elif way == 1:
            place = chance.randrange(len(text) + 1)
            text = text[:place] + chance.choice(TOKENS) + text[place:]
        elif way == 2:
            del lines[at : at + chance.randint(1, 5)]
            text = "\n".join(lines)
        elif way == 3:
            block = lines[at : at + chance.randint(1, 8)] * chance.randint(1, 20)
            text = "\n".join([*lines[:at], *block, *lines[at:]])
        elif way == 4:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
            text = "\n".join(lines)
        else:
            lines[at] = " " * chance.randint(0, 6) + lines[at]
            text = "\n".join(lines)
    return text


def mutated_figures(data: bytes, chance: Random) -> bytes:
    """Put something odd in the place of one to three numbers of a file."""
    for _ in range(chance.randint(1, 3)):
        found = list(_NUMBER.finditer(data))
        if not found:
            break
        one = chance.choice(found)
        data = data[: one.start()] + chance.choice(_FIGURES).encode() + data[one.end() :]
    return data


def mutated(data: bytes, chance: Random, words: tuple[bytes, ...] = ()) -> bytes:
    """Damage bytes in one to six places: bits, lengths, numbers, whole pieces; words of the format's syntax put in."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if not made:
            break
        if words and chance.random() > _BLIND:
            _worded(made, chance, words)
        else:
            chance.choice(_WAYS)(made, chance)
    return bytes(made)


def _worded(made: bytearray, chance: Random, words: tuple[bytes, ...]) -> None:
    at = chance.randrange(len(made))
    found = list(_WORD.finditer(bytes(made[at : at + 400])))
    one = chance.choice(found) if found and chance.random() < _OFTEN else None
    start, end = (at + one.start(), at + one.end()) if one else (at, at)
    made[start:end] = chance.choice(words)


def _span(made: bytearray, chance: Random) -> slice:
    at = chance.randrange(len(made))
    return slice(at, at + chance.choice((1, 2, 8, 64, 512)))


def _turned(made: bytearray, chance: Random) -> None:
    made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)


def _cut(made: bytearray, chance: Random) -> None:
    del made[_span(made, chance)]


def _doubled(made: bytearray, chance: Random) -> None:
    span = _span(made, chance)
    made[span.start : span.start] = made[span] * chance.randint(1, 3)


def _exchanged(made: bytearray, chance: Random) -> None:
    made[_span(made, chance)] = made[_span(made, chance)]


def _numbered(made: bytearray, chance: Random) -> None:
    at = chance.randrange(len(made))
    found = list(_NUMBER.finditer(bytes(made[at : at + 4000])))
    if found:
        one = chance.choice(found)
        number = chance.choice((b"0", b"-1", b"2147483648", b"99999999999999", one[0] + b"0", b"1"))
        made[at + one.start() : at + one.end()] = number


def _ended(made: bytearray, chance: Random) -> None:
    at = chance.randrange(len(made))
    if chance.random() < _OFTEN:
        del made[at + (len(made) - at) // 2 :]


_WAYS: tuple[Callable[[bytearray, Random], None], ...] = (
    _turned,
    _cut,
    _doubled,
    _exchanged,
    _numbered,
    _ended,
)

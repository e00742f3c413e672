"""In: a sound file and a source of chance. Out: the same file, damaged as accidents and malice damage files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

__all__ = ["TOKENS", "mutated", "mutated_text"]

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

_VALUE = re.compile(r"(?<=[:\-] )[^\n]+")
_NUMBER = re.compile(rb"\d+")


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


def mutated(data: bytes, chance: Random) -> bytes:
    """Damage bytes in one to six places: bits, lengths, numbers, whole pieces."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if not made:
            break
        way, at = chance.randrange(6), chance.randrange(len(made))
        size = chance.choice((1, 2, 8, 64, 512))
        if way == 0:
            made[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            del made[at : at + size]
        elif way == 2:
            made[at:at] = made[at : at + size] * chance.randint(1, 3)
        elif way == 3:
            other = chance.randrange(len(made))
            made[at : at + size] = made[other : other + size]
        elif way == 4:
            found = list(_NUMBER.finditer(bytes(made[at : at + 4000])))
            if found:
                one = chance.choice(found)
                number = chance.choice((b"0", b"-1", b"2147483648", b"99999999999999", one[0] + b"0", b"1"))
                made[at + one.start() : at + one.end()] = number
        else:
            del made[at + (len(made) - at) // 2 :]
    return bytes(made)

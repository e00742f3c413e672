"""In: plain words. Out: Markdown that reads as just these words, with no backslash more than that takes."""

from __future__ import annotations

import re

__all__ = ["escape_starts", "escaped", "from_plain"]

_INSIDE = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~\n])                      # before a mark it would escape
    | `
    | \*(?![\s*]) | (?<![\s*])\*                   # next to a word it may be emphasis
    | (?<![A-Za-z0-9_])_(?=[A-Za-z0-9]) | (?<=[A-Za-z0-9])_(?![A-Za-z0-9_])
    | (?<!_)__(?=[A-Za-z0-9]) | (?<=[A-Za-z0-9])__(?!_)
    | <(?=[A-Za-z/!?])                             # HTML, an address
    | &(?=\#?[A-Za-z0-9]+;)                        # an entity
    | \[(?=[^\]]{0,1000}\](?:[(\[{:]|\s*$)|\^|\])         # a link, a footnote, words of another language
    """,
    re.VERBOSE,
)
_AT_START = re.compile(
    r"^(\s*)(?:(#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|~{3,}|\|)|([0-9]{1,9})([.)])(?=\s|$))", re.MULTILINE
)
_UNDERLINE = re.compile(r"^(\s*)([-=])(?=[-=\s]*$)", re.MULTILINE)


def escaped(text: str, *, starts: bool = True) -> str:
    """Escape what Markdown would take for markup.

    Args:
        text: the words; its line ends stay.
        starts: it stands at the start of a line.
    """
    made = _INSIDE.sub(lambda match: "".join(f"\\{character}" for character in match[0]), text)
    return escape_starts(made) if starts else made


def escape_starts(text: str) -> str:
    """Escape what at the start of a line would make a heading, a list or a quotation."""
    return _UNDERLINE.sub(r"\1\\\2", _AT_START.sub(_start, text))


def from_plain(text: str) -> str:
    """Make Markdown of plain text: blank lines part paragraphs, and other line ends stay where they are."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))]
    return "\n\n".join(
        "\\\n".join(escaped(" ".join(line.split())) for line in part.split("\n")) for part in parts if part
    )


def _start(match: re.Match[str]) -> str:
    space, sign, number, point = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{point}"

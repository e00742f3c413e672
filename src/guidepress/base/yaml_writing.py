"""In: values and remarks on them. Out: YAML as a person would write it, which our own reader reads back as the same.

Texts of several lines are blocks marked "|-", short lists of short words stand in one line, a remark stands beside what
it is about or above it, and a blank line parts the keys at the top. All scalars are texts to our reader; one that an editor would
take for something else (yes, null) is put in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import record
from guidepress.base.yaml_slips import ODD_SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Remarked", "Writable", "as_comment", "write_yaml"]


@record
class Remarked:
    """A value with remarks, which stand above it as comments.

    Attributes:
        value: a text, a number, a list or a mapping.
        remarks: a sentence each.
    """

    value: Writable
    remarks: tuple[str, ...]


Writable: TypeAlias = "str | int | float | bool | Sequence[Writable] | Mapping[str, Writable] | Remarked"

WIDTH = 100
"""Columns of a line of short words; a comment is broken there too."""

_SHORT = 40
"""Signs of a word that stands with others in one line."""

_PLAIN = re.compile(
    rf"[^\s{ODD_SPACES}\-?:,\[\]{{}}#&*!|>'\"%@`~=<+.](?:[^\n#:]|:(?=\S)|(?<=\S)#)*|[-+.]?\d[\d.\-–]*"
)
"""What needs no quotes: no sign that means something at the start, no ": " and no " #" inside."""

_FLOW = re.compile(r"[,\[\]{}?:]")
"""Signs that mean something in a list of one line."""

_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "none", "y", "n"}
"""What editors take for truth values or nothing."""

_UNPRINTED = re.compile(
    r"[^\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Signs that a YAML file may hold as escapes alone, or that end a line there and not in a text."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def write_yaml(root: Mapping[str, Writable]) -> str:
    """Write a file.

    Args:
        root: what stands at the top, in order.
    """
    lines: list[str] = []
    high = True  # the first key needs no room above it
    for key, value in root.items():
        written = list(_pair(key, value, ""))
        tall = len(written) > 1
        if lines and (tall or high):
            lines.append("")
        lines += written
        high = tall
    return "\n".join(lines).lstrip("\n") + "\n"


def as_comment(text: str, indent: str = "", mark: str = "# ") -> list[str]:
    """Write a sentence as comments, broken where a line is full."""
    lines: list[str] = []
    for word in _UNPRINTED.sub("", text).split():
        if lines and len(indent) + len(mark) + len(lines[-1]) + len(word) < WIDTH:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return [f"{indent}{mark}{line}" for line in lines]


def _pair(key: str, value: Writable, indent: str) -> Iterator[str]:
    name = _scalar(key)
    while isinstance(value, Remarked):
        inner = value.value
        beside = _beside(f"{indent}{name}: ", inner, value.remarks)
        if beside:
            yield beside
            return
        for remark in value.remarks:
            yield from as_comment(remark, indent)
        value = inner
    if isinstance(value, str) and _tall(value):
        yield f"{indent}{name}: |-"
        yield from _block(value, f"{indent}  ")
    elif isinstance(value, Mapping):
        yield f"{indent}{name}:" if value else f"{indent}{name}: {{}}"
        yield from _mapping(value, f"{indent}  ")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        short = _in_line(value, len(indent) + len(name) + 2)
        yield f"{indent}{name}: {short}" if short else f"{indent}{name}:"
        if not short:
            yield from _entries(value, f"{indent}  ")
    else:
        yield f"{indent}{name}: {_scalar(value)}"


def _beside(start: str, value: Writable, remarks: tuple[str, ...]) -> str:
    """A short value with its one remark in one line; "" where there is no room."""
    if isinstance(value, Mapping | Remarked) or (isinstance(value, Sequence) and not isinstance(value, str)):
        return ""
    if len(remarks) != 1 or (isinstance(value, str) and _tall(value)):
        return ""
    comment = " ".join(as_comment(remarks[0], mark=""))
    line = f"{start}{_scalar(value)}  # {comment}"
    return line if comment and len(line) <= WIDTH else ""


def _mapping(values: Mapping[str, Writable], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _pair(key, value, indent)


def _entries(values: Sequence[Writable], indent: str) -> Iterator[str]:
    for each in values:
        value = each
        while isinstance(value, Remarked):
            for remark in value.remarks:
                yield from as_comment(remark, indent)
            value = value.value
        if isinstance(value, str) and _tall(value):
            yield f"{indent}- |-"
            yield from _block(value, f"{indent}  ")
        elif isinstance(value, Mapping) and value:
            first, *rest = _mapping(value, f"{indent}  ")
            # A remark on the first key stands above the dash, as one on the entry does.
            while first.lstrip().startswith("#"):
                yield first[2:]
                first, *rest = rest
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        elif isinstance(value, Sequence) and not isinstance(value, str):
            short = _in_line(value, len(indent) + 2)
            yield f"{indent}- {short}".rstrip()
            if not short:
                yield from _entries(value, f"{indent}  ")
        else:
            yield f"{indent}- {{}}" if isinstance(value, Mapping) else f"{indent}- {_scalar(value)}"


def _in_line(values: Sequence[Writable], before: int) -> str:
    """A list in one line; "" where it is too long for one, or holds more than short words."""
    cells: list[str] = []
    for each in values:
        if isinstance(each, Mapping | Remarked):
            return ""
        if isinstance(each, Sequence) and not isinstance(each, str):
            cells.append(_in_line(each, 0))
        else:
            cells.append(_quoted(str(each)) if _FLOW.search(str(each)) else _scalar(each))
    line = f"[{', '.join(cells)}]"
    return line if all(0 < len(each) <= _SHORT for each in cells) and len(line) + before <= WIDTH else ""


def _tall(text: str) -> bool:
    """Whether a text is written as a block: several lines that a block can hold letter for letter."""
    return "\n" in text and not (
        _UNPRINTED.search(text)
        or text != text.strip()
        or any(line != line.rstrip() or (line[:1].isspace() and line[0] != " ") for line in text.split("\n"))
    )


def _block(text: str, indent: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield f"{indent}{line}" if line else ""


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if not isinstance(value, str):
        return text
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.casefold() not in _WORDS
    return text if plain and not text.endswith(":") and not _UNPRINTED.search(text) else _quoted(text)


def _quoted(text: str) -> str:
    inside = "".join(_ESCAPES.get(sign, sign) for sign in text)
    return f'"{_UNPRINTED.sub(_escape, inside)}"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

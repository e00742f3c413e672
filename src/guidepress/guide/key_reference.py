"""In: the records of the guide format. Out: its reference as Markdown, made from the records so that it cannot go stale."""

from __future__ import annotations

import types
import typing
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from guidepress.base.colour import Colour
from guidepress.guide.describe import kinds
from guidepress.guide.model import Format, Markdown, Reference
from guidepress.guide.model.questions import QUESTION_TYPES
from guidepress.guide.question_types import declared_type

if TYPE_CHECKING:
    from guidepress.guide.describe import Key, RecordKind

__all__ = ["reference"]

_HEAD = """# The guide format, version 1

One YAML file is one guide. Keys are added in later versions, never renamed. A section whose data is missing is left
out of the book, its heading and its contents entry with it.

- A **text** holds CommonMark: paragraphs, `*emphasis*`, `**strong**`, lists, block quotations, links, tables,
  `![alt text](picture.png)` (with `{width=40%}` close behind it so wide a part of the text, else as large as its
  pixels allow; one that is no higher than a line, with words beside it, stands in the line), footnotes (`[^1]` and a line `[^1]: …`) and cross-references: `[](#theme-memory)` prints
  the title and the page. `[mot]{lang=fr}` says that words are of another language: they are divided by its rules and
  read out in it. Quotes, dashes (`--`, `---`) and ellipses (`...`) are typed plainly and set by the rules of
  the guide's language. HTML is a fault.
- A **line** is text without markup. Numbers need no quotes: `published: 1843`.
- **Ids** are made from names: lower case, ASCII, words joined by `-`, with the kind in front (`theme-…`,
  `character-…`, `unit-…`, `symbol-…`, `section-…`). Quotes are `quote-1` and so on.
- `required` keys must be there; so must one of `overview`, `plot` and `units`.

"""

_PLAIN = {
    str: "line",
    int: "whole number",
    float: "number",
    bool: "true or false",
    Markdown: "text",
    Colour: "colour",
}

_MARKED = {
    "theme": "id or name of a theme",
    "character": "name or alias of a character",
    "unit": "number, id or title of a unit",
    "rubric": "id of a rubric",
    "count": "whole number from 1",
    "lines": "whole number",
    "points": "number",
    "date": "date",
    "language": "language tag",
    "address": "web address",
    "bisac": "BISAC code",
    "thema": "Thema code",
}


def reference() -> str:
    """Write the reference of the guide format, a table of keys for each kind of entry."""
    return _HEAD + "\n".join((*(_section(kind) for kind in kinds()), _question_types()))


def _question_types() -> str:
    """What each type of question is, in its own words."""
    rows = "\n".join(f"| `{name}` | {declared_type(name).about} |" for name in QUESTION_TYPES)
    return f"## Types of questions\n\n| Type | Meaning |\n|---|---|\n{rows}\n"


def _section(kind: RecordKind) -> str:
    rows = "\n".join(f"| {_name(key)} | {_type(key)} | {key.meaning} |" for key in kind.keys)
    title = "Top level" if kind.name == "Guide" else kind.name
    return f"## {title}\n\n{kind.meaning}\n\n| Key | Value | Meaning |\n|---|---|---|\n{rows}\n"


def _name(key: Key) -> str:
    name = f"`{key.name}`" if key.name else "any other"
    return f"{name} (required)" if key.required else name


def _type(key: Key) -> str:
    hint = key.hint.__args__[1] if key.marks.get("rest") else key.hint
    if key.marks.get("one_or_many"):
        entry = _words(hint.__args__[0])
        return f"{entry}, or a list of them"
    return _words(hint)


def _words(hint: Any) -> str:  # noqa: ANN401 - an annotation is any object
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        mark = arguments[1]
        return _MARKED[
            mark.kind if isinstance(mark, Reference) else mark.name if isinstance(mark, Format) else ""
        ]
    if origin is Literal:
        return ", ".join(f"`{option}`" for option in arguments if option != "")
    if origin in {Union, types.UnionType}:
        return " or ".join(_words(part) for part in arguments if part is not types.NoneType)
    if origin in {tuple, dict}:
        return _several(origin, arguments)
    return f"[{hint.__name__}](#{hint.__name__.lower()})"


def _several(origin: object, arguments: tuple[Any, ...]) -> str:
    if origin is dict:
        return f"key: {_words(arguments[1])}"
    many = arguments[-1] is ...
    parts = ", ".join(_words(part) for part in arguments if part is not ...)
    return f"list: {parts}" if many else f"[{parts}]"

"""In: an object of one input as plain bytes. Out: the same with the names that it has in the pack.

Named destinations get the input's prefix, keys of the parent tree their new places; a page told by its rank is told
by its object, for ranks change. The bytes are gone through token by token, four times as fast as values are made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos import Name, Ref
from guidepress.cos.parser import REGULAR, Parser, unescape_string
from guidepress.cos.plain import HEX, LITERAL, parse, write, write_string
from guidepress.cos.shapes import PLAIN_NAME, PLAIN_STRING, dictionary_shape
from guidepress.cos.text import prefixed

if TYPE_CHECKING:
    from guidepress.cos import File, Value

__all__ = ["SIGNS", "Renaming"]

SIGNS = rb"/(?:Dest|D|StructParents?|Pages?)(?!" + REGULAR + rb")"
"""What stands in an object that leads to a destination, has a place in the parent tree, or is a page."""

_TOKENS = re.compile(
    rb"<<|>>|\[|\]|/" + REGULAR + rb"*+|\d{1,10}+\s++\d{1,10}+\s++R(?!" + REGULAR + rb")"
    rb"|" + REGULAR + rb"++|" + LITERAL + rb"|" + HEX + rb"|[^\t\n\r ]",
    re.DOTALL,
)
_SIGNS = re.compile(SIGNS)
_LINK = dictionary_shape({"Type": PLAIN_NAME, "StructParent": rb"\d++", "Dest": PLAIN_STRING})
"""A link or a bookmark that says plainly where it leads, as nearly all do."""
_OPENING, _CLOSING = frozenset({b"<<", b"["}), frozenset({b">>", b"]"})
_PARENTS = frozenset({b"/StructParent", b"/StructParents"})
_PAGES = frozenset({b"/Page", b"/Pages"})
_NOWHERE = -1


class _Level:
    """A bracket that is open: whether it is a dictionary, the key whose value is next, where its targets stand."""

    __slots__ = ("action", "destination", "key", "leads", "named")

    def __init__(self, *, named: bool) -> None:
        self.named = named
        self.key = b""
        self.destination = _NOWHERE
        self.action = _NOWHERE
        self.leads = False


class Renaming:
    """What an input's destinations and places in the parent tree are called in the output.

    Attributes:
        prefix: goes before the names of destinations.
        parents: new keys of the parent tree by old ones; a place that is not there is taken off.
        pages: the object numbers of the input's pages, in order.
    """

    def __init__(self, file: File, prefix: str) -> None:
        self.prefix = prefix
        self.parents: dict[int, int] = {}
        self.pages: list[int] = []
        self._file = file

    def destination(self, name: Name | bytes) -> bytes:
        """The name of a destination in the output; a name object and a string of one spelling stay apart."""
        if isinstance(name, Name):
            return self.prefix.encode() + b"/" + name.encode("latin-1")
        return prefixed(name, f"{self.prefix}.")

    def ranked(self, value: Value) -> Value:
        """A destination, its page told by its object if it was told by its rank."""
        made = self._file.get(value)
        if isinstance(made, list) and made and type(made[0]) is int:
            return [self._page(made[0]), *made[1:]]
        return value

    def _word(self, token: bytes) -> bytes:
        """A name with its slash, or the one referred to."""
        return b"/" + self._file.word(_value(token)).encode("latin-1") if token.endswith(b" R") else token

    def _page(self, rank: int) -> Value:
        number = self.pages[rank] if 0 <= rank < len(self.pages) else 0
        return Ref(number) if number else rank

    def renamed(self, body: bytes) -> bytes:
        """The bytes of an object, still in the input's numbers, under the output's names; of a page "null"."""
        plain = self._plainly(body)
        return self._token_by_token(body) if plain is None else plain

    def _plainly(self, body: bytes) -> bytes | None:
        """The same for a dictionary without parts that have names; None for all others."""
        link = _LINK.match(body)
        if link is None:
            return None
        parent, name = link["StructParent"], link["Dest"]
        moved = self.parents.get(int(parent)) if parent else None
        if len(_SIGNS.findall(body)) != (moved is not None) + (name is not None):
            return None  # something else in it has a name, or has lost its place
        parts: list[tuple[int, int, bytes]] = []
        if name is not None:
            parts.append((*link.span("Dest"), write_string(self.destination(name[1:-1]))))
        if moved is not None:
            parts.append((*link.span("StructParent"), b"%d" % moved))
        for first, last, text in sorted(parts, reverse=True):
            body = body[:first] + text + body[last:]
        return body

    def _token_by_token(self, body: bytes) -> bytes:
        made: list[bytes] = []
        level = _Level(named=False)
        levels: list[_Level] = []
        for token in _TOKENS.findall(body):
            if token in _OPENING:
                self._note(level, token, len(made))
                levels.append(level)
                level = _Level(named=token == b"<<")
            elif token in _CLOSING:
                self._lead(level, made)
                level = levels.pop() if levels else level
                level.key = b""
            elif level.named and not level.key:
                level.key = token
            elif level.named:
                if level.key in _PARENTS:
                    old = int(token) if token.isdigit() else self._file.integer(_value(token), _NOWHERE)
                    moved = self.parents.get(old)
                    if moved is None:
                        made.pop()
                        level.key = b""
                        continue
                    made.append(b"%d" % moved)
                    level.key = b""
                    continue
                if level.key == b"/Type" and len(levels) == 1 and self._word(token) in _PAGES:
                    return b"null"
                self._note(level, token, len(made))
                level.key = b""
            made.append(token)
        return b" ".join(made)

    def _note(self, level: _Level, token: bytes, at: int) -> None:
        """Remember where the value of an entry stands that may lead to a destination."""
        if level.key == b"/Dest":
            level.destination = at
        elif level.key == b"/D":
            level.action = at
        elif level.key == b"/S":
            level.leads = self._word(token) == b"/GoTo"

    def _lead(self, level: _Level, made: list[bytes]) -> None:
        """Rename the targets of a dictionary that ends: of any the destination, of an action that leads there its own."""
        for at in (level.destination, level.action if level.leads else _NOWHERE):
            if at == _NOWHERE:
                continue
            if made[at] == b"[":
                if made[at + 1].isdigit():
                    made[at + 1] = write(self._page(int(made[at + 1])))
                continue
            value = self._file.get(_value(made[at]))
            if isinstance(value, Name | bytes):
                made[at] = write_string(self.destination(value))
            else:
                made[at] = write(self.ranked(_value(made[at])))


def _value(token: bytes) -> Value:
    """The value of a token by itself."""
    if token.startswith(b"("):
        return unescape_string(token[1:-1])
    plain, value = parse(token)
    return value if plain else Parser(token).value(0)[0]

"""In: an ISBN as people write it. Out: the same, checked, of thirteen digits, with its hyphens where they are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, fault
from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.press.isbn_ranges import hyphenated

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Span

__all__ = ["Isbn", "read_isbn"]

_OLD, _NEW = 10, 13
"""Digits of an ISBN until the end of 2006, and since."""

_BOOKLAND = ("978", "979")
"""The prefixes of books among the article numbers (ISO 2108:2017, 4.2)."""

_MUSIC = "9790"
"""Of printed music: these are ISMNs (ISO 10957)."""

_ELEVEN = "X"
"""The check digit ten of an old ISBN, which counts modulo eleven."""

_BETWEEN = re.compile(r"[\s\u00ad\u2010-\u2015\u2212-]")
"""What stands between the parts: spaces, hyphens and what typewriters and word processors make of them."""

_NAME = re.compile(r"^\s*ISBN(?:-1[03])?\s*:?", re.IGNORECASE)


@record
class Isbn:
    """A checked ISBN.

    Attributes:
        digits: all thirteen, without hyphens.
        old: the same number as it was given, of ten digits; "" where it was given in full.
    """

    digits: str
    old: str = ""

    @property
    def hyphenated(self) -> str:
        """With the hyphens of its agency, "978-0-306-40615-7"; plain where its range is not known."""
        return hyphenated(self.digits)


def read_isbn(text: str, span: Span | None = None) -> Isbn:
    """Check an ISBN.

    One of ten digits is converted: it gets the prefix 978 and the check digit that belongs to it.

    Args:
        text: the number, with or without hyphens, spaces and the letters ISBN before it.
        span: where it stands, for the fault.

    Raises:
        FaultsFound: a letter stands in it, its length or its prefix is wrong, or its check digit is another one.
    """
    plain = _BETWEEN.sub("", _NAME.sub("", text)).upper()
    strange = re.search(r"[^0-9]", plain[:-1] if len(plain) == _OLD and plain[-1] == _ELEVEN else plain)
    if strange:
        raise _wrong(text, f"holds {strange[0]!r}, which is no digit", _COPY, span)
    if len(plain) == _OLD:
        return _converted(text, plain, span)
    if len(plain) != _NEW:
        message = f"has {counted(len(plain), 'digit')}; an ISBN has {_NEW}, one from before 2007 has {_OLD}"
        raise _wrong(text, message, _COPY, span)
    if not plain.startswith(_BOOKLAND) or plain.startswith(_MUSIC):
        named = "is an ISMN, of printed music" if plain.startswith(_MUSIC) else f"begins with {plain[:3]}"
        raise _wrong(text, f"{named}; an ISBN begins with 978, or with 979 and no 0 after it", _COPY, span)
    right = _check(plain[:-1])
    if plain[-1] != right:
        raise _wrong(text, _ends(right, plain[-1]), _ONE_WRONG, span)
    return Isbn(plain)


_COPY = "Copy it from the notice of your ISBN agency."
_ONE_WRONG = (
    "One of its digits is wrong, mostly not the last: compare all with the notice of your ISBN agency."
)


def _converted(text: str, plain: str, span: Span | None) -> Isbn:
    right = _old_check(plain[:-1])
    if plain[-1] != right:
        raise _wrong(text, _ends(right, plain[-1]), _ONE_WRONG, span)
    body = f"978{plain[:-1]}"
    return Isbn(body + _check(body), text.strip())


def _check(body: str) -> str:
    """The check digit of twelve digits: with weights 1 and 3 in turn all add up to a multiple of ten (ISO 2108, annex C)."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return str(-total % 10)


def _old_check(body: str) -> str:
    """That of nine digits: with the weights 10 down to 1 all add up to a multiple of eleven (ISO 2108:1992)."""
    rest = -sum(int(digit) * (10 - place) for place, digit in enumerate(body)) % 11
    return _ELEVEN if rest == 10 else str(rest)


def _ends(right: str, found: str) -> str:
    return f"ends in {found}, and by its other digits it must end in {right}"


def _wrong(text: str, what: str, hint: str, span: Span | None) -> FaultsFound:
    return fault("wrong-isbn", f"The ISBN {text.strip()!r} {what}.", hint, span)

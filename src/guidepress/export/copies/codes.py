"""In: a run, the number of a copy, a page. Out: the code that stands on the page, in type and as a symbol.

A code says nothing of the pupil: who has which is told by a file of its own.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import segno

from guidepress.page.leaves import CodeSymbol

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MOST", "copy_code", "page_code", "run_code", "symbol"]

MOST = 31
"""Most characters of a page's code: symbols of 12 mm with so many are read at 150 dpi (measured)."""

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O and U, which are misread; QR codes store capitals in half the room."""

_RUN = 5

_MASK = 0
"""The chequered mask: any mask is read, and to weigh all eight takes ten times as long as the rest."""


def run_code(parts: Iterable[bytes]) -> str:
    """Name a run by a hash of what it is made of: the same job, roster and guides have the same code."""
    digest = sha256()
    for part in parts:
        digest.update(sha256(part).digest())
    value = int.from_bytes(digest.digest()[:8], "big")
    found = ""
    for _ in range(_RUN):
        value, index = divmod(value, len(_LETTERS))
        found += _LETTERS[index]
    return found


def copy_code(run: str, number: int) -> str:
    """The short code of a copy ("7K3QX-0012"): what stands for a pupil on paper."""
    return f"{run}-{number:04}"


def page_code(copy: str, page: int) -> str:
    """The code of a page of a copy, counted from 1.

    Raises:
        ValueError: it would be longer than `MOST`.
    """
    code = f"{copy}-{page:03}"
    if len(code) > MOST:
        raise ValueError(f"the code {code} has more than {MOST} characters")
    return code


def symbol(code: str, x: int, y: int, size: int) -> CodeSymbol:
    """Draw a code as a QR symbol with its upper left module at (x, y), mpt; a seventh of it may be spoilt (level M)."""
    made = segno.make_qr(code, error="m", mask=_MASK, boost_error=False)
    rows = tuple(int("".join("1" if module else "0" for module in row), 2) for row in made.matrix)
    return CodeSymbol(rows, x, y, size)

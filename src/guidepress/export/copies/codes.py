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

__all__ = ["MOST", "Symbols", "copy_code", "page_code", "run_code"]

MOST = 31
"""Most characters of a page's code: symbols of 12 mm with so many are read at 150 dpi (measured)."""

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O and U, which are misread; QR codes store capitals in half the room."""

_RUN = 5

_MASK = 0
"""The chequered mask: any mask is read, and to weigh all eight takes ten times as long as the rest."""


_CHANGING = 4
"""Characters at the end of a code that say the page: "-003"."""


def run_code(parts: Iterable[bytes]) -> str:
    """Name a run by a hash of what it is made of: the same job, roster, layouts and names of guides have the same."""
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


class Symbols:
    """The QR symbols of codes; of many that are alike few are encoded.

    But for a constant the modules of a symbol are sums, without carry, of what each bit of its text adds (ISO/IEC 18004,
    7.5: the error correction is linear; masks are added). Texts of capitals and digits are stored by pairs, 11 bits each
    (7.4.4). So if two texts of one length are cut at one even place, the symbol of the first half of one and the second
    of the other is the sum of three: theirs that have one half each, and the one that has neither.
    """

    def __init__(self) -> None:
        self._encoded: dict[str, tuple[int, ...]] = {}
        self._first: dict[int, str] = {}

    def symbol(self, code: str, x: int, y: int, size: int) -> CodeSymbol:
        """Draw a code with its upper left module at (x, y), mpt; a seventh of it may be spoilt (level M)."""
        first = self._first.setdefault(len(code), code)
        cut = (len(code) - _CHANGING) // 2 * 2
        parts = (code[:cut] + first[cut:], first[:cut] + code[cut:], first)
        rows = tuple(one ^ other ^ third for one, other, third in zip(*map(self._rows, parts), strict=True))
        return CodeSymbol(rows, x, y, size)

    def _rows(self, code: str) -> tuple[int, ...]:
        known = self._encoded.get(code)
        if known is None:
            made = segno.make_qr(code, error="m", mode="alphanumeric", mask=_MASK, boost_error=False)
            known = self._encoded[code] = tuple(
                int("".join("1" if module else "0" for module in row), 2) for row in made.matrix
            )
        return known

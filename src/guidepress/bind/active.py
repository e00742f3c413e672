"""In: an open PDF that acts by itself. Out: the same without scripts, programs to start and what happens when it is opened."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from guidepress.bind.stamp_copy import Rewriting
from guidepress.cos import Malformed
from guidepress.cos.active import passive
from guidepress.verify.claims import claims_of

if TYPE_CHECKING:
    from guidepress.cos import File

__all__ = ["without_active"]


def without_active(file: File) -> bytes:
    """Write a file anew without what acts; all else stays as it is.

    Raises:
        Malformed: the file has no root.
    """
    rewriting = Rewriting(file, plain=any(claim.startswith("PDF/A-1") for claim in claims_of(file)))
    for number in file.numbers():
        with suppress(Malformed, RecursionError):  # closing says what cannot be read
            made = passive(file, number)
            if made is not None:
                rewriting.change(number, rewriting.copier.value(made))  # type: ignore[arg-type] # no stream is made
    return rewriting.close()

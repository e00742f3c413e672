"""In: books. Out: the files that are kept of them, and what differs from the files that were read and committed."""

from __future__ import annotations

import re
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from tests.ledger.kinds import KINDS, page_text
from tests.ledger.lines import ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.stock import Shelf

__all__ = ["FOLDER", "differences", "texts_of", "write"]

FOLDER = Path(__file__).parent

_HINT = "If the change is meant, look at the pages, then write the ledger anew: python -m tests.ledger"

_INSIDE = re.compile(r"\d+ lines?, \d+ hyphens?, [0-9a-f]{6}$")
"""The end of a page's line: how many lines it has, and its fingerprint."""

_LISTED = 60
"""So many lines of a difference are shown; the rest is better read with `git diff` after writing anew."""


def texts_of(shelf: Shelf) -> Iterator[tuple[Path, str]]:
    """Yield the files of the books of a shelf: a ledger each, and the traces of pages chosen among them."""
    for stock in shelf.books:
        yield (
            FOLDER / shelf.paper / f"{stock.guide}.{shelf.layout.name}.txt",
            ledger(stock.book, shelf.layout),
        )
        for kind in KINDS:
            if (kind.guide, kind.layout, kind.paper) == (stock.guide, shelf.layout.name, shelf.paper):
                yield FOLDER / "pages" / f"{kind.name}.txt", page_text(kind, stock.book)


def write(shelf: Shelf) -> list[Path]:
    """Write the files of a shelf; say which are new or changed."""
    changed = []
    for path, text in texts_of(shelf):
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def differences(shelf: Shelf) -> str:
    """Say page by page how the books of a shelf differ from the files; nothing if they do not."""
    said: list[str] = []
    for path, text in texts_of(shelf):
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        if kept != text:
            said += ["", f"{path.relative_to(FOLDER)}:", *_compared(kept.splitlines(), text.splitlines())]
    return "\n".join([*said, "", _HINT]) if said else ""


def _compared(kept: list[str], found: list[str]) -> Iterator[str]:
    """Yield lines that went and came; pages that differ only inside are told in one line."""
    before, after = ([_INSIDE.sub("", line) for line in lines] for lines in (kept, found))
    changes = [
        line for line in unified_diff(before, after, n=0, lineterm="") if line[:2] not in {"--", "++", "@@"}
    ]
    yield from (f"  {line}" for line in changes[:_LISTED])
    if len(changes) > _LISTED:
        yield f"  … and {len(changes) - _LISTED} lines more"
    if len(kept) == len(found):
        pairs = zip(kept, found, before, after, strict=True)
        inside = [now.partition(" |")[0] for was, now, end, new in pairs if was != now and end == new]
        if inside:
            yield f"  begin and end as they did, but look otherwise: {', '.join(inside)}"
    elif not changes:
        yield "  differs only inside pages"

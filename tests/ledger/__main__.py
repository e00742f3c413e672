"""Write the ledger of the stock books anew: python -m tests.ledger [part of a name …], such as "quiz" or "a4/exam"."""

from __future__ import annotations

import sys

from tests.ledger.files import FOLDER, write
from tests.ledger.shelves import SHELVES
from tests.stock import shelf


def main(parts: list[str]) -> None:
    """Write what a layout's and paper's books say; name the files that changed."""
    for paper, name in SHELVES:
        if not parts or any(part in f"{paper}/{name}" for part in parts):
            for path in write(shelf(paper, name)):
                sys.stdout.write(f"{path.relative_to(FOLDER)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

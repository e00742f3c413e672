"""The same book gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.pdf.everything import everything

from guidepress.pdf import write_pdf
from guidepress.pdf.text import Coders

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand


_SCRIPT = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.pdf.conftest import Hand
from tests.pdf.everything import everything
from guidepress.pdf.lower import lower
objects = lower(everything(Hand(), Path(sys.argv[2])))
assert "reportlab" not in sys.modules
from guidepress.pdf.emit import emit
print(hashlib.sha256(emit(objects)).hexdigest())
"""


def test_the_same_book_gives_the_same_bytes(hand: Hand, tmp_path: Path) -> None:
    book = everything(hand, tmp_path)
    assert write_pdf(book) == write_pdf(book)


def test_bytes_hang_on_no_hash_seed_and_lowering_on_no_reportlab(tmp_path: Path) -> None:
    sums = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(Path(__file__).parents[2]), str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(sums) == 1


def test_what_coders_have_learnt_changes_no_byte(hand: Hand, tmp_path: Path) -> None:
    coders = Coders()
    write_pdf(hand.text_book(hand.run("AX office ax", features="smcp c2sc")), coders=coders)
    book = everything(hand, tmp_path)
    assert write_pdf(book, coders=coders) == write_pdf(book)

"""The files meet PDF/UA-1 and PDF/A: veraPDF says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.groups import VERAPDF
from tests.pdf.everything import everything

from guidepress.pdf import write_pdf
from guidepress.verify.standards import validate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Hand


pytestmark = pytest.mark.xdist_group(VERAPDF)


@pytest.mark.parametrize(
    ("profiles", "standard"), [(("ua1", "2a"), "ua1"), (("ua1", "2a"), "2a"), (("3a",), "3a")]
)
def test_everything_meets_the_standard(
    hand: Hand, tmp_path: Path, profiles: tuple[str, ...], standard: str
) -> None:
    path = tmp_path / "everything.pdf"
    path.write_bytes(write_pdf(everything(hand, tmp_path), profiles))
    (verdict,) = validate([path], standard)
    assert verdict.faults == ()
    assert verdict.conforms

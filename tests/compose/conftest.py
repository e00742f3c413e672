from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.stock import stock_layout

from guidepress.guide import load_guide

if TYPE_CHECKING:
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout

CASES = Path(__file__).parent / "cases"
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def guide() -> Guide:
    """A small guide that has something for every kind of section."""
    return load_guide(CASES / "guide.yaml")


@pytest.fixture(scope="session")
def layout() -> Layout:
    """The default layout, which has a margin column."""
    return stock_layout("study-guide")

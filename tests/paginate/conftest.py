from __future__ import annotations

import pytest
from tests.paginate.making import FAMILIES

from guidepress.typeset import Fonts


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts(FAMILIES)

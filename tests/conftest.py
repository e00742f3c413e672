"""Books that many tests look at, built once a process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from tests.ledger.shelves import SHELVES

if TYPE_CHECKING:
    from tests.ledger.books import Shelf

    from guidepress.build import Built

ROOT = Path(__file__).parents[1]

STOCK = [
    pytest.param((paper, name), id=f"{paper}-{name}", marks=pytest.mark.xdist_group(f"{paper}-{name}"))
    for paper, name in SHELVES
]

settings.register_profile("untimed", deadline=None)  # how long a case takes says how busy the machine is
settings.load_profile("untimed")

SMALL = """\
format: 1
title: The Tell-Tale Heart
author: Edgar Allan Poe
language: en-US
credits: {date: 2026-11-23, publisher: guidepress}
overview: |-
  A man explains, with great care, why he is not mad.[^1] See [](#theme-guilt).

  He lives with an old man whose *eye* he cannot bear.

  [^1]: The story first appeared in 1843.
plot: |-
  For seven nights he opens the door and looks in; on the eighth the old man wakes.
themes:
  - {name: Guilt, text: "What he hears under the floor is his own heart."}
characters:
  - {name: The narrator, role: protagonist, summary: "He is nervous, and says so at once."}
"""


@pytest.fixture(scope="session")
def small_guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short guide with a note, a cross-reference, a theme and a character."""
    path = tmp_path_factory.mktemp("guides") / "heart.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def small_book(small_guide: Path) -> Built:
    """The short guide, built and verified."""
    from guidepress.build import Tools, build  # noqa: PLC0415 - tests of single rooms need no pipeline
    from guidepress.guide import load_guide  # noqa: PLC0415
    from guidepress.layout import load_layout  # noqa: PLC0415

    layout = load_layout("study-guide")
    return build(load_guide(small_guide), layout, tools=Tools(layout))


@pytest.fixture(scope="session", params=STOCK)
def stock(request: pytest.FixtureRequest) -> Shelf:
    """The books of all stock guides in one layout on one paper; tests that ask for them run one after the other."""
    from tests.ledger.books import shelf  # noqa: PLC0415 - likewise

    return shelf(*request.param)

"""Books that many tests look at, built once a process."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from tests.groups import in_order, put_in_groups, together
from tests.ledger.shelves import SHELVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.stock import Shelf

    from guidepress.build import Built

ROOT = Path(__file__).parents[1]

STOCK = [
    pytest.param((paper, name), id=f"{paper}-{name}", marks=together(name, paper)) for paper, name in SHELVES
]

# How long a case takes says how busy the machine is.
settings.register_profile("usual", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("usual")

if sys.dont_write_bytecode:  # each worker, and each command that a test runs, would compile every module anew
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(ROOT / ".pytest_cache" / "compiled")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix


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


@pytest.fixture(params=STOCK)
def stock(request: pytest.FixtureRequest) -> Shelf:
    """The books of all stock guides in one layout on one paper."""
    from tests.stock import shelf  # noqa: PLC0415 - likewise

    return shelf(*request.param)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Group tests for the workers, before xdist looks, and order them after pytest has."""
    put_in_groups(items)
    yield
    items[:] = in_order(items)


def pytest_collection_finish() -> None:
    """What has been collected stays to the end: the collector need not look through it again, nor for more so often.

    Books are made of many records that lead back to nothing; looking for circles takes a twentieth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)

"""Damaged files end in a report or in one sentence: never in a traceback."""

from __future__ import annotations

import random

import pytest
from tests.press.ink.making import cff_of, serif, stream, type1
from tests.press.orders import printer
from tests.press.preflight.making import PROGRAM, Draft, as_x1a, interior_draft

from guidepress.base.diagnostics import FaultsFound
from guidepress.press.preflight import PreflightJob, preflight

SQUARE: list[object] = [
    0,
    500,
    "hsbw",
    50,
    100,
    "rmoveto",
    300,
    "hlineto",
    400,
    "vlineto",
    "closepath",
    "endchar",
]
PROGRAMS = {
    b"/FontFile2": serif(),
    b"/FontFile3": cff_of(serif("otf")),
    b"/FontFile": type1({".notdef": SQUARE, "A": SQUARE, "l": SQUARE}),
}


def small() -> Draft:
    draft = as_x1a(interior_draft(pages=4))
    draft.pages[1] += b"q /Pattern cs /X scn 0 0 9 9 re B* Q BI /W 9 /H 9 /IM true /F /AHx ID 00ff> EI\n"
    draft.page[1] = b"/Annots[<</Subtype/Link/Rect[1 2 3 4]/A<</S/JavaScript/JS(a)>>>>]"
    return draft


def damaged(data: bytes, seed: int, changes: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - the same damage each time
    made = bytearray(data)
    for _ in range(changes):
        at = chance.randrange(len(made))
        kind = chance.randrange(3)
        if kind == 0:
            made[at] = chance.randrange(256)
        elif kind == 1:
            del made[at : at + chance.randrange(1, 12)]
        else:
            made[at:at] = made[chance.randrange(len(made)) :][: chance.randrange(1, 30)]
    return bytes(made)


def held(data: bytes) -> bool:
    """Whether preflight ends as it should."""
    try:
        preflight(data, PreflightJob(printer("ingramspark")))
    except FaultsFound as faults:
        return len(faults.diagnostics) > 0
    return True


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_ends_in_a_report_or_in_a_sentence(seed: int) -> None:
    draft = small()
    draft.objects[PROGRAM] = stream(b"")  # the damage is to fall on objects and content
    assert held(damaged(draft.write(), seed, 25))


@pytest.mark.parametrize("key", PROGRAMS)
@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_font_ends_in_a_report(key: bytes, seed: int) -> None:
    draft = small()
    draft.objects[6] = draft.objects[6].replace(b"/FontFile2", key)
    draft.objects[PROGRAM] = stream(damaged(PROGRAMS[key], seed, 40))
    assert held(draft.write())

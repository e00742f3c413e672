from __future__ import annotations

import pytest

from guidepress.typeset.divisions import FORCED, divisions, plain_text
from guidepress.typeset.hyphenation import hyphenator
from guidepress.typeset.places import AS_WRITTEN, CUT, CUT_LONG, DIVIDED, FINELY, places_in

ENGLISH = hyphenator("en-GB")


@pytest.mark.parametrize(
    ("expected", "word", "level"),
    [
        ("unhallowed", "unhallowed", AS_WRITTEN),
        ("unhal-lowed", "unhallowed", DIVIDED),  # not "un-": two letters read worse than a wider space
        ("un-hal-lowed", "unhallowed", FINELY),
        ("“unhal-lowed", "“unhallowed", DIVIDED),  # a quotation mark is no letter
        ("MERRYMAKING", "MERRYMAKING", FINELY),  # capitals are divided in need only
        ("MER-RY-MAK-ING", "MERRYMAKING", CUT),
        ("re-markable", "re\u00admarkable", FINELY),  # a soft hyphen is the author's word
        ("unhallowed", "u\u2060nhallowed", FINELY),  # a word joiner between letters holds a word whole
        ("self-control", "s\u2060elf-control", FINELY),
        ("MERRYMAKING", "MERRYMAKING", CUT_LONG),  # it fits a line, so it stays whole
    ],
)
def test_words_are_divided_more_finely_from_pass_to_pass(expected: str, word: str, level: int) -> None:
    plain = plain_text(word)
    places = places_in(tuple(plain), divisions(word), level, ENGLISH, long=False)
    ends = (*(at for at, _ in places), len(plain))
    assert expected == "-".join(plain[a:b] for a, b in zip((0, *ends), ends, strict=False))


def test_words_longer_than_the_measure_are_cut_between_clusters() -> None:
    # "ffi" is one cluster: it cannot be cut inside
    places = places_in(("o", "ffi", "c", "e"), (), CUT, None, long=True)
    assert places == ((1, FORCED), (4, FORCED), (5, FORCED))

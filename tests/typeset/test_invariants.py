from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import so_many
from tests.typeset.reading import copied, hang, right_edge
from tests.typeset.specimen import CAROL, FAMILIES

from guidepress.document.inlines import Look, Text
from guidepress.document.style import Style
from guidepress.page.items import Run
from guidepress.typeset import Fonts, set_paragraph

FONTS = Fonts(FAMILIES)

WORDS = st.lists(
    st.sampled_from([*CAROL.split(), "middle-aged", "a\xa0b", "so\xadlil\xado\xadquy", "—", "i", "W" * 30]),
    min_size=1,
    max_size=40,
)
LOOKS = st.sampled_from(
    [Look(), Look(emphasis=True), Look(strong=True), Look(small_caps=True), Look(superior=True)]
)


@settings(deadline=None, max_examples=so_many(60))
@given(
    st.lists(st.tuples(WORDS, LOOKS), min_size=1, max_size=3),
    st.integers(40_000, 400_000),
    st.sampled_from(["justified", "left", "right", "centred"]),
    st.integers(0, 20_000),
)
def test_no_text_is_lost_and_nothing_overlaps(
    parts: list[tuple[list[str], Look]], measure: int, align: str, indent: int
) -> None:
    style = Style("any", align=align, first_indent=indent)  # type: ignore[arg-type]
    inlines = tuple(Text(" ".join(words), look) for words, look in parts)
    lines = set_paragraph(inlines, measure, style, FONTS, language="en-GB")
    assert copied(lines) == "".join(" ".join(words) for words, _ in parts).replace("\u00ad", "")
    for line in lines:
        assert line.runs
        _no_overlap(line.runs)
        left, right = hang(line)
        assert line.runs[0].x >= -left - 2
        slip = len(line.runs) + sum(len(run.words) for run in line.runs)
        assert (
            right_edge(line) <= measure + right + slip + 300
        )  # a fragment's own kerning may differ a little


def _no_overlap(runs: tuple[Run, ...]) -> None:
    for run, after in pairwise(runs):
        assert after.x >= run.x + run.width - 2
    for run in runs:
        assert run.gap > 0

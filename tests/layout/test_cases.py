"""Each case file says beside a line which faults that line causes: "#! code: words of the message"."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.layout import load_layout

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def expected(path: Path) -> list[tuple[int, str, str]]:
    found = []
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        for mark in line.partition("#! ")[2].split("; ") if "#! " in line else []:
            code, _, words = mark.partition(": ")
            found.append((number, code, words))
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_layout_has_exactly_the_faults_that_its_comments_name(path: Path) -> None:
    wanted = expected(path)
    with pytest.raises(FaultsFound) as raised:
        load_layout(str(path))
    faults = raised.value.diagnostics
    assert {fault.span.file for fault in faults if fault.span} == {str(path)}
    places = sorted((fault.span.line if fault.span else 0, fault.code) for fault in faults)
    assert places == sorted((line, code) for line, code, _ in wanted), "\n".join(map(str, faults))
    for line, code, words in wanted:
        said = [str(f) for f in faults if f.span and (f.span.line, f.code) == (line, code)]
        assert any(words in text for text in said), (words, said)

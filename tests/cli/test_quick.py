"""Plain words are read as typer reads them; all others are left to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidepress.base.record import replace
from guidepress.cli import app as cli
from guidepress.cli import building
from guidepress.cli.quick import BuildWords, read_build

NAMES = st.text("abc/._", min_size=1, max_size=8)
OPTIONS = st.one_of(
    NAMES.map(lambda name: [name]),
    st.sampled_from(["--no-verify", "--explain", "--json"]).map(lambda word: [word]),
    st.tuples(st.sampled_from(["--layout", "-l", "--paper", "--output", "-o"]), NAMES).map(list),
    st.tuples(NAMES, NAMES).map(lambda pair: ["--set", f"{pair[0]}={pair[1]}"]),
)


def by_typer(words: list[str]) -> BuildWords | None:
    """What typer makes of the words; None where it refuses them."""
    seen: list[BuildWords] = []
    with pytest.MonkeyPatch.context() as patch:

        def keep(found: BuildWords, _: object) -> int:
            seen.append(found)
            return 0

        patch.setattr(building, "build_words", keep)
        status = cli.run(["build", *words])
    return seen[0] if status == 0 and seen else None


@settings(deadline=None)  # the first call imports typer
@given(st.lists(OPTIONS, max_size=6).map(lambda groups: [word for group in groups for word in group]))
def test_both_readings_are_the_same(words: list[str]) -> None:
    quick = read_build(words)
    if quick is None:
        assert not any(word[0] != "-" for word in words[:1]), "a plain guide first is always read"
    else:
        typed = by_typer(words)
        assert typed is not None
        assert (
            replace(quick, guides=tuple(str(Path(name)) for name in quick.guides), output=path(quick))
            == typed
        )


def path(words: BuildWords) -> str | None:
    """The output as a path writes it ("a/." is "a")."""
    return None if words.output is None else str(Path(words.output))


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--help"],
        ["x", "--layout"],
        ["x", "--layout=a4"],
        ["x", "--set", "nonsense"],
        ["x", "-o", "-"],
        ["--", "x"],
    ],
)
def test_anything_else_is_left_to_typer(words: list[str]) -> None:
    assert read_build(words) is None

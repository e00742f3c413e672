"""In: the words after `guidepress build`. Out: its layout and its first guide, for the process that sets them.

The second process reads them while the first one imports the engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress import GuidepressError, load_guide, load_layout
from guidepress.cli.commands import HELP, command
from guidepress.cli.options import STANDARD, read
from guidepress.labels.shipped import read_so_far

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress import Guide, Layout
    from guidepress.labels.shipped import Language

__all__ = ["GuideAhead", "read_ahead"]

GuideAhead: TypeAlias = "tuple[Guide, dict[str, Language | None]]"
"""A guide, and what is printed in its language."""


def read_ahead(words: Sequence[str]) -> Iterator[Layout | GuideAhead]:
    """Read what the words of a build name.

    Yields:
        The layout as soon as it is there, then the first guide and its language. Where the words or a file have faults,
        which the other process finds as well and tells, and where there is no file to read, nothing more.
    """
    build = command("build")
    try:
        given = read("guidepress build", (*build.options, HELP), words, build.given())
        if given.help or given.parts or given.guides[0] == STANDARD:
            return
        layout = load_layout(given.layout, paper=given.paper, sets=tuple(given.set), root=given.root)
        yield layout
        guide = load_guide(given.guides[0], root=given.root)
        layout.labels_in(guide.language)
        yield guide, read_so_far()
    except (GuidepressError, OSError):
        return

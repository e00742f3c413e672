"""In: the words after `guidepress build`. Out: its layout and its first guide, for the process that sets them.

The second process reads them while the first one imports the engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress import GuidepressError, load_guide, load_layout
from guidepress.cli.commands import HELP, command
from guidepress.cli.options import STANDARD, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress import Guide, Layout

__all__ = ["read_ahead"]


def read_ahead(words: Sequence[str]) -> tuple[Layout, Guide] | None:
    """Read what the words of a build name.

    Returns:
        The layout and the first guide; None where the words or the files have faults, which the other process finds as
        well and tells, and where there is no file to read.
    """
    build = command("build")
    try:
        given = read("guidepress build", (*build.options, HELP), words, build.given())
        if given.help or given.parts or given.guides[0] == STANDARD:
            return None
        layout = load_layout(given.layout, paper=given.paper, sets=tuple(given.set), root=given.root)
        return layout, load_guide(given.guides[0], root=given.root)
    except (GuidepressError, OSError):
        return None

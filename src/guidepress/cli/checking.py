"""In: guide files. Out: their faults, printed as a compiler does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress import check
from guidepress.base.diagnostics import errors_in
from guidepress.base.numbers import counted
from guidepress.cli.building import placed
from guidepress.cli.say import as_data, say, say_faults, say_json
from guidepress.cli.serving import called, guide_source

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress import Layout

__all__ = ["check_all"]


def check_all(guides: tuple[Path, ...], layout: Layout, root: Path | None = None, *, as_json: bool) -> int:
    """Check guides as they are set in a layout; 0 if no file has an error, else 1."""
    found = [
        diagnostic
        for guide in guides
        for diagnostic in placed(check(guide_source(guide), layout, name=called(guide), root=root), guide)
    ]
    errors = errors_in(found)
    if as_json:
        say_json({"ok": not errors, "diagnostics": [as_data(diagnostic) for diagnostic in found]})
    else:
        say_faults(found, wrote=False)
        if not errors:
            say(f"{counted(len(guides), 'guide')} checked, no errors")
    return 1 if errors else 0

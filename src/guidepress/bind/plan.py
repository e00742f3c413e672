"""What can be asked of a merge, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, cast, get_args

from guidepress.base.diagnostics import Diagnostic, fault
from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["MergePart", "MergePlan", "Merged", "PageLabelling", "Progress", "labels_named"]

PageLabelling: TypeAlias = Literal["keep", "continue", "none"]
Progress: TypeAlias = "Callable[[int, int, str], None]"
"""Called before each part: its number from 1, the number of parts, its name."""


@record
class MergePart:
    """A file to be bound.

    Attributes:
        path: where it lies; where `data` is given, only a name for it.
        title: its name in outline and contents; "" takes the file's own.
        password: opens it if it is encrypted; "" tries those of the plan.
        data: its bytes, where they are in memory.
        leads: the parts after it belong to it, in outline and contents, up to the next that leads (a divider).
    """

    path: Path
    title: str = ""
    password: str = ""
    data: bytes | None = None
    leads: bool = False


@record
class MergePlan:
    """How a pack is bound.

    Attributes:
        title: of the pack; "" takes the cover's, or the first file's.
        labels: page labels as in the files ("keep"), counted through ("continue"), or none.
        contents: put a contents page in front.
        cover: put a cover with this text in front; "" for none.
        each_on_recto: every file begins on a right-hand page.
        multiple_of: every file's pages are filled up to a multiple of this.
        passwords: tried on encrypted files, in order.
        layout: what sets cover and contents, on the paper of the first file.
    """

    title: str = ""
    labels: PageLabelling = "keep"
    contents: bool = False
    cover: str = ""
    each_on_recto: bool = False
    multiple_of: int = 1
    passwords: tuple[str, ...] = ()
    layout: str = "study-guide"


@record
class Merged:
    """A pack that has been written.

    Attributes:
        path: the file.
        size: its bytes.
        pages: its pages.
        parts: of each file the title and its first page, from 1.
        blanks: pages, from 1, that were put in to fill up.
        claims: the standards it claims.
        diagnostics: what was lost and why.
    """

    path: Path
    size: int
    pages: int
    parts: tuple[tuple[str, int], ...]
    blanks: tuple[int, ...]
    claims: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def labels_named(name: str) -> PageLabelling:
    """A way to label pages, by its name.

    Raises:
        FaultsFound: there is no such way.
    """
    if name not in get_args(PageLabelling):
        message = f"There are no page labels {name!r}."
        hint = f"Use one of {', '.join(get_args(PageLabelling))}."
        raise fault("unknown-labels", message, hint)
    return cast("PageLabelling", name)

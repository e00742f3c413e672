"""Files bound in a folder of the test's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bind.packs import reader_of

from guidepress.bind.merge import merge
from guidepress.bind.plan import MergePart

if TYPE_CHECKING:
    from guidepress.bind.plan import Merged, MergePlan

__all__ = ["bind", "root_of"]


def bind(folder: Path, *files: bytes, plan: MergePlan | None = None) -> tuple[Merged, bytes]:
    """Bind files, named 1.pdf and so on; what was merged, and its bytes."""
    parts = [MergePart(Path(f"{number}.pdf"), data=data) for number, data in enumerate(files, 1)]
    merged = merge(parts, folder / "pack.pdf", plan)
    return merged, (folder / "pack.pdf").read_bytes()


def root_of(data: bytes) -> Any:  # noqa: ANN401 - pypdf's objects have no static shape
    """The catalog of a file."""
    return reader_of(data).trailer["/Root"]

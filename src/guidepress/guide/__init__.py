"""In: guide files. Out: Guide records, faults, and the format's own description (JSON Schema and reference)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.guide.model import Guide
from guidepress.guide.proper_names import proper_names

if TYPE_CHECKING:
    from guidepress.guide.loader import check_guide, load_guide

__all__ = ["Guide", "check_guide", "load_guide", "proper_names", "reference", "schema"]


def schema() -> dict[str, Any]:
    """Make the JSON Schema of guide files, for editors."""
    # It is written only when it is asked for.
    from guidepress.guide.json_schema import schema as make  # noqa: PLC0415 - see above

    return make()


def reference() -> str:
    """Write the reference of the guide format as Markdown."""
    # It reads the records' source, which no build waits for.
    from guidepress.guide.key_reference import reference as make  # noqa: PLC0415 - see above

    return make()


if not TYPE_CHECKING:  # a type checker knows them from above, and should know no others

    def __getattr__(name: str) -> object:
        """Import what reads guides when it is first asked for (PEP 562): who is handed a guide needs no parser."""
        if name not in {"check_guide", "load_guide"}:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from guidepress.guide import loader  # noqa: PLC0415 - see above

        return getattr(loader, name)

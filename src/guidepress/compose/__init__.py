"""In: a guide and a layout. Out: the Document: blocks in reading order, each with a role and a style."""

from __future__ import annotations

from guidepress.compose.compose import compose

__all__ = ["compose"]

"""In: a language tag. Out: what the engine prints in that language: words, plural forms, dates, quotation marks."""

from __future__ import annotations

from guidepress.labels.labels import Labels
from guidepress.labels.typography import ENGLISH, Typography, marks_apart

__all__ = ["ENGLISH", "Labels", "Typography", "marks_apart"]

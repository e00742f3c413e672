"""In: a language tag. Out: the words the engine prints in that language, with singulars and plurals."""

from __future__ import annotations

from guidepress.labels.labels import Labels

__all__ = ["Labels"]

"""In: a finished book and what of it may be read. Out: the sampler: the same pages, the rest shown as bars."""

from __future__ import annotations

from guidepress.sample.sampled import sampled

__all__ = ["sampled"]

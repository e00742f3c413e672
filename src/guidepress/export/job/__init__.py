"""In: a job file. Out: a ClassJob: what to print, for whom, in which order."""

from __future__ import annotations

from guidepress.export.job.load import LoadedJob, load_job
from guidepress.export.job.model import CATALOGUE_FILES, ClassJob, JobLayout, JobPress, JobRoster

__all__ = ["CATALOGUE_FILES", "ClassJob", "JobLayout", "JobPress", "JobRoster", "LoadedJob", "load_job"]

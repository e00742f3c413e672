"""In: the records of a job. Out: the JSON Schema by which editors complete and check job files."""

from __future__ import annotations

from typing import Any

from guidepress.export.job.model import ClassJob, JobLayout, JobPress, JobRoster
from guidepress.guide.describe import described
from guidepress.guide.json_schema import DIALECT, body_of

__all__ = ["job_schema"]


def job_schema() -> dict[str, Any]:
    """Make the JSON Schema of job files."""
    inner = {kind.__name__: body_of(described(kind)) for kind in (JobLayout, JobPress, JobRoster)}
    root = body_of(described(ClassJob))
    root["properties"]["format"] = {"const": 1, "description": "The version of this format."}
    return {"$schema": DIALECT, "title": "guidepress job, format 1", **root, "$defs": inner}

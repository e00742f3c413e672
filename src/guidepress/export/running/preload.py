"""What every worker needs, imported once by the process that workers are forked from."""

from __future__ import annotations

import guidepress.build
import guidepress.pdf.coded
import guidepress.pdf.emit
import guidepress.pdf.lower
import guidepress.verify.expectation
import guidepress.verify.verify  # noqa: F401 - the imports are the purpose

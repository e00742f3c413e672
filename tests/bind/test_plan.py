"""Page labels are asked for by name."""

from __future__ import annotations

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.plan import labels_named


def test_ways_to_label_pages_have_names() -> None:
    assert [labels_named(name) for name in ("keep", "continue", "none")] == ["keep", "continue", "none"]
    with pytest.raises(FaultsFound) as found:
        labels_named("roman")
    (fault,) = found.value.diagnostics
    assert (fault.code, fault.message) == ("unknown-labels", "There are no page labels 'roman'.")
    assert fault.hint == "Use one of keep, continue, none."

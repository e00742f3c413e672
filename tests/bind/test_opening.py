"""What a file does when it is opened, a pack cannot do; that is said, unless it comes to the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bind.bound import bind
from tests.bind.packs import page_file

MORE = {
    2: b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 9 9]>>",
    4: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
}
NAMED = b"/Names<</Dests<</Names[(one)[3 0 R/Fit](two)<</D[4 0 R/Fit]>>]>>>>"


@pytest.mark.parametrize(
    ("action", "lost"),
    [
        (b"[3 0 R/Fit]", ""),
        (b"[0/Fit]", ""),
        (b"(one)", ""),
        (b"<</S/GoTo/D(one)>>", ""),
        (b"[99 0 R/Fit]", ""),  # it led nowhere
        (b"[4 0 R/Fit]", "the page it opens at"),
        (b"[1/Fit]", "the page it opens at"),
        (b"<</S/GoTo/D(two)>>", "the page it opens at"),
        (b"<</S/JavaScript/JS(app.alert\\(1\\))>>", "what it does when it is opened (JavaScript)"),
        (b"<</S/Named/N/Print>>", "what it does when it is opened (Named)"),
        (b"<</D(x)>>", "what it does when it is opened (an action)"),
        (
            b"<</S/GoTo/D(one)/Next<</S/Named/N/Print>>>>",
            "what it does when it is opened (an action after another)",
        ),
    ],
)
def test_the_page_and_the_action_are_said(tmp_path: Path, action: bytes, lost: str) -> None:
    merged, _ = bind(tmp_path, page_file(NAMED + b"/OpenAction " + action, more=MORE))
    assert [each.message for each in merged.diagnostics] == (
        [f"Of 1.pdf the pack leaves out {lost}."] if lost else []
    )


def test_an_action_beyond_reading_is_said(tmp_path: Path) -> None:
    merged, _ = bind(tmp_path, page_file(b"/OpenAction 7 0 R", more={7: b"8 0 R", 8: b"7 0 R"}))
    assert any(
        "what it does when it is opened (references lead in a circle)" in each.message
        for each in merged.diagnostics
    )

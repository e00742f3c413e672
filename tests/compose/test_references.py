"""Cross-references that follow one another in a list name a page once, after the last that stands on it."""

from __future__ import annotations

import pypdfium2
import pytest

from guidepress.build import build

LONG = "Much is said of it. " * 300


def printed(overview: str) -> str:
    """The overview as it is printed: Duty and Fear stand on page 2, Love pages later."""
    names = [("Duty", "Short."), ("Fear", LONG), ("Love", "Short.")]
    themes = [{"name": name, "text": text} for name, text in names]
    built = build(
        {"format": 1, "title": "T", "author": "A", "overview": overview, "themes": themes},
        {
            "format": 1,
            "extends": "base",
            "sections": ["overview", {"themes": {"tracker": False}}],
            "cover": "none",
        },
    )
    with pypdfium2.PdfDocument(built.pdf) as pages:
        text = pages[0].get_textpage().get_text_range()
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "Of [](#theme-duty), [](#theme-fear) and [](#theme-love).",
            "Of Duty, Fear (page 2) and Love (page 3).",
        ),
        ("Of [](#theme-duty) and [](#theme-fear).", "Of Duty and Fear (page 2)."),
        (
            "Of [](#theme-fear); [](#theme-love), and [](#theme-duty).",
            "Of Fear (page 2); Love (page 3), and Duty (page 2).",
        ),
        ("As said (in [](#theme-duty) and [](#theme-fear)).", "As said (in Duty and Fear, page 2)."),
        (
            "Of [](#theme-duty), which is not [](#theme-fear).",
            "Of Duty (page 2), which is not Fear (page 2).",
        ),
    ],
)
def test_a_list_names_a_page_once(typed: str, said: str) -> None:
    assert said in printed(typed)

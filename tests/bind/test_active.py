"""What a file does by itself is told, kept or taken out."""

from __future__ import annotations

from tests.bind.packs import page_file

from guidepress.bind.stamp import Stamp, stamp
from guidepress.cos import open_file
from guidepress.cos.active import active_content
from guidepress.verify.verify import verify

ACTING = page_file(
    catalog=b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>/AA<</WC 5 0 R>>/Names<</JavaScript<</Names[(a)5 0 R]>>>>",
    page=b"/AA<</O<</S/Launch/F(calc.exe)>>>>/Annots[4 0 R]",
    more={
        4: b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/SubmitForm/F(http://x)/Next 5 0 R>>>>",
        5: b"<</S/JavaScript/JS(2)>>",
    },
)
LEADING = page_file(
    catalog=b"/OpenAction[3 0 R/Fit]",
    page=b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://x)>>>>]",
)


def test_what_acts_is_counted_by_kind_and_what_leads_is_not() -> None:
    """Scripts stand at the opening and in object 5; AA in the catalog and the page; one program, one form."""
    assert active_content(open_file(ACTING, "a")) == [
        "JavaScript (2)",
        "forms to send (1)",
        "programs to start (1)",
        "what happens by itself (AA) (2)",
        "what it does when it is opened (1)",
    ]
    assert active_content(open_file(LEADING, "a")) == []


def test_verify_tells_of_it() -> None:
    assert "active-content" in {each.code for each in verify(ACTING).diagnostics}
    assert "active-content" not in {each.code for each in verify(LEADING).diagnostics}


def test_a_stamp_keeps_it_and_says_so_or_takes_it_out() -> None:
    kept = stamp(ACTING, Stamp("Draft"))
    assert active_content(open_file(kept.pdf, "a")) == active_content(open_file(ACTING, "a"))
    assert any("--strip-active" in each.hint for each in kept.diagnostics)
    gone = stamp(ACTING, Stamp("Draft"), strip_active=True)
    assert active_content(open_file(gone.pdf, "a")) == []
    assert b"app.alert" not in gone.pdf
    assert any(each.code == "active-content" and "taken out" in each.hint for each in gone.diagnostics)

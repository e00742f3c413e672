"""Of anybody's file: what does not lie on its page, and what is printed over something else."""

from __future__ import annotations

import pytest
from tests.cos.making import TREE, file_of
from tests.verify.files import sound

from guidepress.verify import foreign_places
from guidepress.verify.foreign_places import check_places
from guidepress.verify.reading import open_pdf
from guidepress.verify.verify import verify

FONT = b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 97/Widths[500 500 500 500 500 500]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>>>"
PICTURE = b"<</Subtype/Image/Length 0>>\nstream\n\nendstream"


def pdf(content: bytes) -> bytes:
    stream = b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content)
    return file_of({**TREE, 3: PAGE, 4: stream, 5: FONT, 6: PICTURE})


def text(x: float, y: float, words: bytes, size: int = 10) -> bytes:
    return b"BT /F %d Tf %g %g Td (%b) Tj ET\n" % (size, x, y, words)


def found(*content: bytes) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in check_places(open_pdf(pdf(b"".join(content))), None)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            text(281, 100, b"abcd"),
            "A text of page 1 at 281, 100 does not lie on the page.",
        ),  # 20 pt to 301, 1 of slack
        (text(-3, 100, b"abcd"), "A text of page 1 at -3, 100 does not lie on the page."),
        (
            text(9, 202, b"a") * 2,
            "A text of page 1 at 9, 202 does not lie on the page, and 1 other likewise.",
        ),
        (b"q 9 0 0 9 310 9 cm /I Do Q", "A picture of page 1 at 310, 9 does not lie on the page."),
    ],
)
def test_what_reaches_over_the_edge_is_told_once_a_page(content: bytes, message: str) -> None:
    wide = content.replace(b"281", b"282")  # 302: more than is let pass
    assert found(wide) == [("off-page", message.replace("281", "282"))]


def test_what_lies_on_the_page_or_bleeds_is_not_told() -> None:
    assert found(text(281, 100, b"abcd"), b"q 400 0 0 300 -9 -9 cm /I Do Q") == []
    assert list(check_places(open_pdf(sound()), None)) == []


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (text(12, 102, b"bbbb"), True),  # 18 of 20 points are common, baselines 2 pt apart
        (text(10.3, 100, b"aaaa"), False),  # bold by doubling
        (text(12, 104, b"bbbb"), False),  # a superscript: 4 of 10 pt higher
        (text(22, 100, b"bbbb"), False),  # 8 of 20 points
        (text(12, 100, b"b"), False),  # an accent
    ],
)
def test_texts_over_one_another_are_told(second: bytes, told: bool) -> None:  # noqa: FBT001 - a table's column
    message = "Two texts of page 1 are printed over one another at 10, 100."
    assert found(text(10, 100, b"aaaa"), second) == ([("overprinted", message)] if told else [])


def test_content_up_to_the_limit_is_followed_and_beyond_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nine texts of 10 words each and 32 bytes, of which 8 count as a word: 90 + 9 x 32 / 8 = 126."""
    content = text(10, 100, b"a") * 9
    assert len(content) == 9 * 32
    monkeypatch.setattr(foreign_places, "PLACED_WORDS", 126)
    assert found(content) == []
    monkeypatch.setattr(foreign_places, "PLACED_WORDS", 125)
    ((code, message),) = found(content)
    assert (code, message[:33]) == ("not-all-placed", "The content from page 1 on is too")


def test_verify_of_a_file_alone_looks_at_places() -> None:
    report = verify(pdf(text(290, 100, b"abcd")))
    assert "texts and pictures by their widths" in report.checks
    assert "off-page" in {each.code for each in report.diagnostics}

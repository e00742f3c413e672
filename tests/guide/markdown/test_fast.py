"""The fast readers agree with markdown-it wherever they give an answer."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.examples import so_many

from guidepress.guide.markdown.fast import fast_blocks
from guidepress.guide.markdown.full import full_blocks
from guidepress.guide.markdown.tree import (
    MdBlock,
    MdList,
    MdNote,
    MdParagraph,
    MdReference,
    MdText,
)
from guidepress.guide.markdown.walk import moved


def _nowhere(_offset: int) -> int:
    return 0


PIECES = st.sampled_from(
    [
        *(
            "word",
            "a",
            "B",
            "7",
            "é",
            "日",
            "1. ",
            "12) ",
            "- ",
            "* ",
            "+ ",
            "# ",
            "> ",
            "=",
            "---",
            "***",
            "___",
        ),
        *(
            "*",
            "**",
            "***",
            "_",
            "__",
            "`",
            "\\",
            "<",
            "&",
            "&amp;",
            "<b>",
            "![",
            "[",
            "]",
            "](",
            ")",
            "[^1]",
        ),
        *("[](#theme-x)", "[see](#theme-x)", "[it](https://example.org/a_b)", "[^1]:", "[x]: y", "~~~", "|"),
        *(
            " ",
            "  ",
            "\n",
            "\n\n",
            "\n\n\n",
            "\t",
            "\n    ",
            ".",
            ",",
            "!",
            "'",
            '"',
            "“",
            "”",
            "—",
            "€",
            "\u00a0",
        ),
        *("\u2028", "\u0301", "\x1c", "____", "(", "$"),
    ]
)
SOURCES = st.lists(PIECES, max_size=14).map("".join)


EMPHASIS = st.text(alphabet="**__a .\n'é€", max_size=16)


@settings(max_examples=so_many(600), deadline=None)
@given(SOURCES | EMPHASIS)
@example("1. one\n2. *two*\n\nThree.")
@example("- one\n- two\n\n- three")
@example("# Head *one*\n\nText")
@example("one\\\n*two*\\\nthree")
@example("'**Dou**ble **toil**', *a*b")
@example("*a **b** c*")
@example("**a *b* c")
@example("A ____. And *this*.")
@example("snake_case and _so_ on")
@example("Faber & Faber, 3 < 4")
@example("*“quoted”*, *a*b")
def test_fast_means_what_markdown_it_means(source: str) -> None:
    fast = fast_blocks(source)
    if fast is not None:
        full = full_blocks(source)
        # markdown-it gives no places for inlines, so those are compared elsewhere.
        assert moved(fast, _nowhere) == moved(full.blocks, _nowhere)
        assert not full.html
        assert not full.literal


def test_plain_emphasis_lists_and_references_are_fast() -> None:
    source = (
        "Kathy is *not* **sure**; see [](#theme-memory)[^1].\nShe says ____.\n\n"
        "1. One\n2. Two *three*\n\nFaber & Faber at [home](https://example.org/page)."
    )
    assert fast_blocks(source) == (
        MdParagraph(
            (
                MdText("Kathy is ", 0),
                MdText("not", 10, emphasis=True),
                MdText(" ", 14),
                MdText("sure", 17, strong=True),
                MdText("; see ", 23),
                MdReference("theme-memory", 29),
                MdNote("1", 46),
                MdText(". She says ____.", 50),
            ),
            0,
        ),
        MdList(
            (
                (MdParagraph((MdText("One", 71),), 71),),
                (MdParagraph((MdText("Two ", 78), MdText("three", 83, emphasis=True)), 78),),
            ),
            ordered=True,
        ),
        MdParagraph(
            (
                MdText("Faber & Faber at ", 91),
                MdText("home", 109, link="https://example.org/page"),
                MdText(".", 140),
            ),
            91,
        ),
    )


def test_what_is_not_plain_is_left_to_markdown_it() -> None:
    for source in (
        "`code`",
        "a\\*b",
        "> quoted",
        "| a |",
        "    code",
        "a  \nb",
        "*a _b* c_",
        "<b>",
        "- a\n\n- b",
    ):
        assert fast_blocks(source) is None, source


@settings(max_examples=so_many(200), deadline=None)
@given(SOURCES)
def test_a_text_stands_at_its_offset(source: str) -> None:
    blocks: tuple[MdBlock, ...] = fast_blocks(source) or ()
    for block in blocks:
        if isinstance(block, MdParagraph):
            for inline in block.inlines:
                if isinstance(inline, MdText):
                    assert source.startswith(inline.text[0].replace(" ", ""), inline.offset)

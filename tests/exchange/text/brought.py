"""Texts of any content as people bring them: the same blocks as a page of text, as Markdown, as a web page."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from hypothesis import strategies as st

NAMES = (
    "Plot Summary", "Characters", "Themes", "Overview", "Chapter 1", "Chapter 2: The End", "Summary", "Analysis",
    "Vocabulary", "Important Quotes", "Discussion Questions", "Figuren", "Résumé", "Key Facts", "Further Reading",
    "Timeline", "Quiz", "Answer Key", "My own heading", "Act 1, Scene 2", "Part Two", "Glossary", "Essay Topics",
)  # fmt: skip
SIGNS = "abcXYZ éß  ,.;:!?()[]{}<>*_`#&|\\-–—=+~^\"'“”‘’1234567890/@$%"


class Bit(NamedTuple):
    """A block: its kind, its words (of lists: an item each), a level."""

    kind: str
    texts: tuple[str, ...]
    level: int = 1


def tidy(text: str) -> str:
    return " ".join(text.split())


LINE = (
    st.one_of(
        st.text(SIGNS, min_size=1, max_size=80),
        st.sampled_from(
            (
                "Fred (nephew): a man",
                "“Bah!” (Page 1)",
                "foe: enemy",
                "Who is it?",
                "In Part 2, he goes.",
                "1843: born",
            )
        ),
    )
    .map(tidy)
    .filter(lambda text: re.search(r"\w", text) is not None)
)
BIT = st.one_of(
    st.builds(lambda name, level: Bit("heading", (name,), level), st.sampled_from(NAMES), st.integers(1, 3)),
    st.builds(lambda text: Bit("paragraph", (text,)), LINE),
    st.builds(lambda texts: Bit("list", tuple(texts)), st.lists(LINE, min_size=1, max_size=4)),
    st.builds(lambda texts: Bit("numbered", tuple(texts)), st.lists(LINE, min_size=1, max_size=4)),
    st.builds(lambda texts: Bit("table", tuple(texts)), st.lists(LINE, min_size=4, max_size=4)),
    st.builds(lambda text: Bit("quote", (text,)), LINE),
)
BITS = st.lists(BIT, min_size=1, max_size=8)


def words_in(bits: list[Bit]) -> str:
    """All that a file of these blocks says."""
    return " ".join(text for bit in bits for text in bit.texts)


def as_text(bits: list[Bit]) -> str:
    """A page of text, a blank line between blocks."""
    made = []
    for bit in bits:
        if bit.kind == "list":
            made.append("\n".join(f"• {text}" for text in bit.texts))
        elif bit.kind == "numbered":
            made.append("\n".join(f"{number}. {text}" for number, text in enumerate(bit.texts, 1)))
        elif bit.kind == "table":
            made.append("{}\t{}\n{}\t{}".format(*bit.texts))
        else:
            made.append(bit.texts[0])
    return "\n\n".join(made) + "\n"


def as_html(bits: list[Bit]) -> str:
    """A web page."""
    made = ['<html lang="en"><body>']
    for bit in bits:
        texts = [html.escape(text) for text in bit.texts]
        if bit.kind == "heading":
            made.append(f"<h{bit.level}>{texts[0]}</h{bit.level}>")
        elif bit.kind in {"list", "numbered"}:
            tag = "ul" if bit.kind == "list" else "ol"
            made.append(f"<{tag}>{''.join(f'<li>{text}</li>' for text in texts)}</{tag}>")
        elif bit.kind == "table":
            made.append("<table><tr><th>{}<th>{}<tr><td>{}<td>{}</table>".format(*texts))
        elif bit.kind == "quote":
            made.append(f"<blockquote><p>{texts[0]}</p></blockquote>")
        else:
            first, _, rest = texts[0].partition(" ")
            made.append(f"<p><b>{first}</b> <i>{rest}</i></p>")
    return "\n".join(made)


def as_markdown(bits: list[Bit]) -> str:
    """A Markdown file; every sign in its words is escaped."""
    made = []
    for bit in bits:
        texts = [re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text) for text in bit.texts]
        if bit.kind == "heading":
            made.append(f"{'#' * bit.level} {texts[0]}")
        elif bit.kind == "list":
            made.append("\n".join(f"- {text}" for text in texts))
        elif bit.kind == "numbered":
            made.append("\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1)))
        elif bit.kind == "table":
            made.append("| {} | {} |\n|---|---|\n| {} | {} |".format(*texts))
        else:
            made.append(f"> {texts[0]}" if bit.kind == "quote" else f"*{texts[0]}*")
    return "\n\n".join(made) + "\n"

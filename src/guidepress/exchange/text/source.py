"""What a reader of any format hands on: blocks of text in their order, each with its number in the file."""

from __future__ import annotations

from typing import Literal, TypeAlias

from guidepress.base.record import field, record
from guidepress.exchange.report import Guess, Loss  # noqa: TC001 - a record is made by its annotations

__all__ = ["BlockKind", "SourceBlock", "SourcePicture", "SourceText"]

BlockKind: TypeAlias = Literal["title", "heading", "paragraph", "list", "quote", "table", "code", "rule"]
"""A title is that of the whole file, where the file says so."""


@record
class SourceBlock:
    """A block of a file that was read.

    Attributes:
        kind: what it is.
        text: its Markdown, as a text of a guide has it.
        plain: its words alone.
        number: which block of the file it is, from 1.
        level: of a heading, 1 for the widest; 0 where the file does not say, and the look of the line was all.
        items: of a list, the Markdown of each item.
        labels: of a list, what stood before each item: "1.", "b)", "•".
        rows: of a table, the Markdown of each cell.
        strong: all of it is bold, or larger than the text around it.
        inferred: it is a heading by its look or its words alone.
    """

    kind: BlockKind
    text: str
    plain: str
    number: int = 0
    level: int = 0
    items: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    strong: bool = False
    inferred: bool = False


@record
class SourcePicture:
    """A picture of a file that was read.

    Attributes:
        name: its path as texts name it.
        data: its bytes, PNG, JPEG or SVG.
    """

    name: str
    data: bytes


@record
class SourceText:
    """A file that was read.

    Attributes:
        file: its name.
        form: what it was taken for, in words: "Word file".
        blocks: its text.
        notes: the Markdown of each footnote, by the name that its marks have.
        pictures: its pictures.
        said: what the file says of itself: title, author, language.
        guesses: what was understood of the form of its text.
        losses: what was left out, and why.
    """

    file: str
    form: str
    blocks: tuple[SourceBlock, ...]
    notes: dict[str, str] = field(default_factory=dict)
    pictures: tuple[SourcePicture, ...] = ()
    said: dict[str, str] = field(default_factory=dict)
    guesses: tuple[Guess, ...] = ()
    losses: tuple[Loss, ...] = ()

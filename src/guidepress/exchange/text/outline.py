"""In: blocks with headings among them. Out: a tree: each heading with the blocks under it and the headings below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.exchange.text.source import SourceBlock

__all__ = ["Branch", "outlined"]


@record
class Branch:
    """A heading and all that stands under it.

    Attributes:
        heading: the heading; None for the top of a file.
        blocks: what stands under it before the next heading.
        children: the headings below it, each with its own.
    """

    heading: SourceBlock | None
    blocks: tuple[SourceBlock, ...]
    children: tuple[Branch, ...]

    @property
    def name(self) -> str:
        """The words of the heading."""
        return self.heading.plain if self.heading else ""

    def walk(self) -> Iterator[Branch]:
        """This and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def flat(self) -> Iterator[SourceBlock]:
        """All blocks below the heading, headings too, in order."""
        yield from self.blocks
        for child in self.children:
            if child.heading:
                yield child.heading
            yield from child.flat()


def outlined(blocks: Sequence[SourceBlock]) -> Branch:
    """Make a tree of blocks."""
    first = next((index for index, block in enumerate(blocks) if block.kind == "heading"), len(blocks))
    children, _ = _children(blocks, first, 0)
    return Branch(None, tuple(blocks[:first]), tuple(children))


def _children(blocks: Sequence[SourceBlock], index: int, level: int) -> tuple[list[Branch], int]:
    """The branches below a heading of a level, from the heading at an index, and the index behind them."""
    found: list[Branch] = []
    while index < len(blocks) and blocks[index].level > level:
        heading = blocks[index]
        end = index + 1
        while end < len(blocks) and blocks[end].kind != "heading":
            end += 1
        children, behind = _children(blocks, end, heading.level)
        found.append(Branch(heading, tuple(blocks[index + 1 : end]), tuple(children)))
        index = behind
    return found, index

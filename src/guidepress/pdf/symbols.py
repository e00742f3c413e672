"""In: the code of a page. Out: the content that sets its place, and the content that paints it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.pdf.objects import number

if TYPE_CHECKING:
    from guidepress.page.leaves import CodeSymbol

__all__ = ["artifact_symbol", "placed_symbol", "stencil"]


def placed_symbol(symbol: CodeSymbol, height: int) -> bytes:
    """Set the place of a code on a page so high, mpt; whoever paints it takes the place back."""
    side, x, y = number(symbol.size), number(symbol.x), number(height - symbol.y - symbol.size)
    return f"q 0 g {side} 0 0 {side} {x} {y} cm\n".encode("latin-1")


def stencil(symbol: CodeSymbol, *, as_text: bool = False) -> bytes:
    """Paint a code as a mask of one bit a module (ISO 32000-1, 8.9.6.2 and 8.9.7): a tenth of what paths take.

    Args:
        symbol: the code.
        as_text: write its bits in hexadecimal digits, so that no byte of them can be taken for an operator.
    """
    count = len(symbol.rows)
    padded = (count + 7) // 8 * 8
    # A mask paints where its bits are 0.
    bits = b"".join(
        (~(row << (padded - count)) & ((1 << padded) - 1)).to_bytes(padded // 8, "big") for row in symbol.rows
    )
    data, how = bits, ""
    if as_text:
        data = bits.hex().encode() + b">"
        how = f"/F/AHx/L {len(data)}"  # PDF 2.0 asks for the length, and older readers pass over it
    return f"BI/W {count}/H {count}/IM true{how} ID ".encode("latin-1") + data + b"\nEI Q\n"


def artifact_symbol(symbol: CodeSymbol, height: int) -> bytes:
    """Paint a code on a page of a tagged file: it is no part of the text."""
    painted = placed_symbol(symbol, height) + stencil(symbol, as_text=True)
    return b"/Artifact<</Type/Layout>>BDC\n" + painted + b"EMC\n"

"""In: the words after `guidepress impose` and `guidepress stamp`. Out: those commands, run with their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["impose", "stamp"]

File = Annotated[Path, typer.Argument(metavar="FILE.pdf", help="A PDF file.", show_default=False)]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="A .pdf file, or a folder.")]
Password = Annotated[str, typer.Option("--password", help="Password of an encrypted file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print for programs.")]
_SIZE = "LENGTH"


def impose(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.pdf", help="A PDF file.", show_default=False)
    ] = None,
    scheme: Annotated[
        str, typer.Option("--scheme", "-s", help="saddle, perfect, up, stack, cards, repeat or zine.")
    ] = "",
    sheet: Annotated[
        str | None,
        typer.Option("--sheet", help="Paper: a3, tabloid … or WIDTHxHEIGHT; to measure if left out."),
    ] = None,
    up: Annotated[
        int, typer.Option("--up", help="Pages on a side for up, stack, cards, repeat: 2, 4, 8, 9, 16.")
    ] = 2,
    signature: Annotated[int, typer.Option("--signature", help="Sheets in a signature for perfect.")] = 4,
    sides: Annotated[int | None, typer.Option("--sides", help="1 leaves backs white, 2 prints them.")] = None,
    flip: Annotated[
        str, typer.Option("--flip", help="The edge the printer turns sheets round: long or short.")
    ] = "long",
    rtl: Annotated[bool, typer.Option("--rtl", help="Bound at the right, read from the right.")] = False,
    blank_after: Annotated[
        str, typer.Option("--blank-after", help="Pages with an empty one behind them: 1 for a cover.")
    ] = "",
    last: Annotated[int, typer.Option("--last", help="Pages kept at the very end, behind the blanks.")] = 0,
    scale: Annotated[
        str, typer.Option("--scale", help="fit the sheet, or none: keep the size of the pages.")
    ] = "fit",
    gutter: Annotated[
        str | None, typer.Option("--gutter", metavar=_SIZE, help="Between neighbouring pages.")
    ] = None,
    margin: Annotated[
        str, typer.Option("--margin", metavar=_SIZE, help="Least white around the pages.")
    ] = "0",
    creep_caliper: Annotated[
        str, typer.Option("--creep-caliper", metavar=_SIZE, help="Make up for creep: thickness of a sheet.")
    ] = "0",
    creep_total: Annotated[
        str,
        typer.Option("--creep-total", metavar=_SIZE, help="Make up for creep: outermost to innermost sheet."),
    ] = "0",
    creep_moves: Annotated[
        str,
        typer.Option("--creep-moves", help="inside pages towards the spine, or outside pages away from it."),
    ] = "inside",
    marks: Annotated[
        str, typer.Option("--marks", help="trim, fold, register, with commas between, or all.")
    ] = "",
    mark_length: Annotated[str, typer.Option("--mark-length", metavar=_SIZE)] = "18pt",
    mark_weight: Annotated[str, typer.Option("--mark-weight", metavar=_SIZE)] = "0.25pt",
    mark_offset: Annotated[
        str | None,
        typer.Option("--mark-offset", metavar=_SIZE, help="From the trim; the bleed or 6pt if left out."),
    ] = None,
    slug: Annotated[
        bool, typer.Option("--slug", help="Print file, sheet and side beside the marks.")
    ] = False,
    order: Annotated[
        bool, typer.Option("--order", help="Print the order of pages alone; write nothing.")
    ] = False,
    count: Annotated[
        int | None, typer.Option("--count", help="Pages to order (--order) or to take off (--linearise).")
    ] = None,
    linearise: Annotated[
        bool, typer.Option("--linearise", help="Turn an imposed file back into pages.")
    ] = False,
    output: Output = None,
    password: Password = "",
    as_json: AsJson = False,
) -> None:
    """Put the pages of a PDF on sheets, for a booklet, a book, cards or a zine."""
    from guidepress.cli.imposing_work import ImposeOrder, impose_one  # noqa: PLC0415

    texts = {
        "sheet": sheet,
        "gutter": gutter,
        "margin": margin,
        "creep-caliper": creep_caliper,
        "creep-total": creep_total,
        "mark-length": mark_length,
        "mark-weight": mark_weight,
        "mark-offset": mark_offset,
        "scheme": scheme,
        "flip": flip,
        "scale": scale,
        "creep-moves": creep_moves,
        "marks": marks,
        "blank-after": blank_after,
    }
    task = "order" if order else "linearise" if linearise else "impose"
    wanted = ImposeOrder(
        file, output, texts, up, signature, sides, last, rtl, slug, task, count, password, as_json
    )
    raise typer.Exit(impose_one(wanted))


def stamp(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    file: File,
    text: Annotated[
        str, typer.Option("--text", "-t", help="What to print on every page.", show_default=False)
    ],
    where: Annotated[
        str, typer.Option("--where", "-w", help="footer, header, watermark or corner.")
    ] = "footer",
    pages: Annotated[str, typer.Option("--pages", help="Which pages: 1-5,8,12-; all if left out.")] = "",
    size: Annotated[str | None, typer.Option("--size", metavar=_SIZE, help="Size of the type.")] = None,
    colour: Annotated[
        str | None, typer.Option("--colour", metavar="#RRGGBB", help="Colour of the type.")
    ] = None,
    opacity: Annotated[
        float | None, typer.Option("--opacity", help="0.05 to 1; 1 hides what is below.")
    ] = None,
    output: Output = None,
    password: Password = "",
    as_json: AsJson = False,
) -> None:
    """Print a line on the pages of a PDF, its tags untouched."""
    from guidepress.cli.stamping_work import StampOrder, stamp_one  # noqa: PLC0415

    order = StampOrder(file, output, text, where, pages, size, colour, opacity, password, as_json)
    raise typer.Exit(stamp_one(order))

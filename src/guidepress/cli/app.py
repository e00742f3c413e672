"""In: the words of a command line. Out: the command they name, run with its options.

Each command imports its stages when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from guidepress.cli import imposing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.finish import Finish

__all__ = ["run"]

Guides = Annotated[
    list[Path], typer.Argument(metavar="GUIDE…", help="Guide files (guides/*.yaml).", show_default=False)
]
LayoutName = Annotated[
    str, typer.Option("--layout", "-l", help="A layout's name, or the path of a layout file.")
]
Paper = Annotated[str | None, typer.Option("--paper", help="Paper: letter, a4, a5, 6x9 … or WIDTHxHEIGHT.")]
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Change a key of the layout: page.margins.inside=25mm."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print for programs.")]

app = typer.Typer(
    help="Study guides as data in, finished, paginated, accessible PDFs out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def run(words: Sequence[str], finish: Finish | None = None) -> int:
    """Run a command line and return its exit status (2: wrong use).

    Args:
        words: the words after the program's name.
        finish: who writes and verifies books; None for this process.
    """
    try:
        result = app(args=list(words), prog_name="guidepress", standalone_mode=True, obj=finish)
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else int(stopped.code is not None)
    return result if isinstance(result, int) else 0


@app.command()
def build(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    context: typer.Context,
    guides: Guides,
    layout: LayoutName = "study-guide",
    paper: Paper = None,
    sets: Sets = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A .pdf file, or a folder.")] = None,
    no_verify: Annotated[
        bool, typer.Option("--no-verify", help="Do not read the finished file back.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Write a report beside the PDF: styles and breaks.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Build guides into PDFs, and verify them."""
    from guidepress.cli.building import build_words  # noqa: PLC0415
    from guidepress.cli.quick import BuildWords  # noqa: PLC0415

    for word in sets or ():
        if word.find("=") < 1:
            raise typer.BadParameter(f"{word!r} is no KEY=VALUE; write for example page.margins.inside=25mm")
    out = None if output is None else str(output)
    names = tuple(map(str, guides))
    words = BuildWords(names, layout, paper, tuple(sets or ()), out, no_verify, explain, as_json)
    raise typer.Exit(build_words(words, context.obj))


@app.command()
def check(
    guides: Guides,
    as_json: AsJson = False,
) -> None:
    """Check guides without building them: every fault with its place."""
    from guidepress.cli.checking import check_all  # noqa: PLC0415

    raise typer.Exit(check_all(tuple(guides), as_json=as_json))


@app.command()
def verify(
    files: Annotated[list[Path], typer.Argument(metavar="FILE.pdf…", help="PDF files.", show_default=False)],
    standard: Annotated[
        list[str] | None,
        typer.Option("--standard", help="Judge by veraPDF too: ua1, 2a, 2b … (may be repeated)."),
    ] = None,
    password: Annotated[str, typer.Option("--password", help="Password of an encrypted file.")] = "",
    as_json: AsJson = False,
) -> None:
    """Open finished PDFs and check what a reader will meet."""
    from guidepress.cli.verifying import verify_all  # noqa: PLC0415

    raise typer.Exit(verify_all(tuple(files), tuple(standard or ()), password, as_json=as_json))


@app.command()
def merge(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    files: Annotated[list[Path], typer.Argument(metavar="FILE.pdf…", help="PDF files.", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="The pack to write.", show_default=False)],
    title: Annotated[str, typer.Option("--title", help="Title of the pack.")] = "",
    labels: Annotated[str, typer.Option("--labels", help="Page labels: keep, continue or none.")] = "keep",
    contents: Annotated[bool, typer.Option("--contents", help="Put a contents page in front.")] = False,
    cover: Annotated[str, typer.Option("--cover", metavar="TEXT", help="Put a cover in front.")] = "",
    each_on_recto: Annotated[
        bool, typer.Option("--each-on-recto", help="Begin every file on a right-hand page.")
    ] = False,
    multiple_of: Annotated[
        int, typer.Option("--multiple-of", help="Fill every file up to a multiple of so many pages.")
    ] = 1,
    password: Annotated[
        list[str] | None, typer.Option("--password", help="Opens encrypted files (may be repeated).")
    ] = None,
    no_verify: Annotated[
        bool, typer.Option("--no-verify", help="Do not read the finished file back.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bind PDF files into one, tags and all."""
    from guidepress.bind.plan import MergePlan, labels_named  # noqa: PLC0415
    from guidepress.cli.binding import merge_all  # noqa: PLC0415

    plan = MergePlan(
        title,
        labels_named(labels),
        contents=contents,
        cover=cover,
        each_on_recto=each_on_recto,
        multiple_of=multiple_of,
        passwords=tuple(password or ()),
    )
    raise typer.Exit(merge_all(tuple(files), output, plan, check=not no_verify, as_json=as_json))


@app.command()
def pack(
    file: Annotated[Path, typer.Argument(metavar="PACK.yaml", help="A pack file.", show_default=False)],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The pack to write.")] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Build all its guides anew.")] = False,
    no_verify: Annotated[bool, typer.Option("--no-verify", help="Do not read finished files back.")] = False,
    as_json: AsJson = False,
) -> None:
    """Build and bind what a pack file lists: guides, PDF files, dividers."""
    from guidepress.cli.binding import pack_one  # noqa: PLC0415

    raise typer.Exit(pack_one(file, output, rebuild=rebuild, check=not no_verify, as_json=as_json))


@app.command()
def layouts(as_json: AsJson = False) -> None:
    """List the layouts that come with guidepress."""
    from guidepress.cli.listing import list_layouts  # noqa: PLC0415

    list_layouts(as_json=as_json)


@app.command()
def schema(
    which: Annotated[str, typer.Argument(help="guide or layout")] = "guide",
) -> None:
    """Write the JSON Schema that editors use to check and complete YAML."""
    from guidepress.cli.listing import print_schema  # noqa: PLC0415

    raise typer.Exit(print_schema(which))


@app.command()
def trace(
    guide: Annotated[Path, typer.Argument(help="A guide file.", show_default=False)],
    layout: LayoutName = "study-guide",
    paper: Paper = None,
    sets: Sets = None,
) -> None:
    """Print a book as text: every page, frame and line with its place."""
    from guidepress.cli.listing import print_trace  # noqa: PLC0415

    print_trace(guide, layout, paper, _pairs(sets))


app.command()(imposing.impose)
app.command()(imposing.stamp)


def _pairs(sets: Sequence[str] | None) -> tuple[tuple[str, str], ...]:
    """Split KEY=VALUE words; a word without "=" is wrong use."""
    pairs = []
    for word in sets or ():
        key, equals, value = word.partition("=")
        if not equals or not key.strip():
            raise typer.BadParameter(f"{word!r} is no KEY=VALUE; write for example page.margins.inside=25mm")
        pairs.append((key.strip(), value.strip()))
    return tuple(pairs)

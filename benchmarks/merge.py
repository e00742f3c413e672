"""In: how many guides. Out: the time, memory and size of binding them, ours beside pypdf, pikepdf and qpdf.

    python -m benchmarks.merge [--files 50] [--rounds 3] [--judge]

Differing guides are made of the stock ones, a title each; the same files go to every tool, whole processes in turn.
Once with an eighth of the files and once with all, to show how time grows. `--judge` asks veraPDF about our pack.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import run_in_turn
from guidepress.base.record import replace
from guidepress.build import Tools, build
from guidepress.guide import load_guide
from guidepress.layout import load_layout

GUIDES = Path(__file__).parents[1] / "guides"
SHORT = "ozymandias.yaml"
"""A guide of about 25 pages: 400 of them are 10,000 pages."""


def make_guides(folder: Path, count: int) -> list[Path]:
    """Build differing guides, as many as asked for."""
    layout = load_layout("study-guide")
    tools = Tools(layout)
    guide = load_guide(GUIDES / SHORT)
    made = []
    for number in range(count):
        # The title stands in every running head; its letters differ, so that no two files share their fonts.
        letters = "".join(chr(0x00C0 + (number * step) % 0x3F) for step in (1, 7, 13))
        built = build(
            replace(guide, title=f"{guide.title} {letters} {number}"), layout, tools=tools, check=False
        )
        path = folder / f"guide-{number:04}.pdf"
        path.write_bytes(built.pdf)
        made.append(path)
    return made


def commands(folder: Path, files: list[Path]) -> dict[str, list[str]]:
    """The command line of each tool that is installed."""
    names = ["guidepress", "pypdf"] + (["pikepdf"] if importlib.util.find_spec("pikepdf") else [])
    listed = [str(file) for file in files]
    found = {
        name: [
            sys.executable,
            "-m",
            "benchmarks.peers.merge_peers",
            name,
            str(folder / f"{name}.pdf"),
            *listed,
        ]
        for name in names
    }
    qpdf = shutil.which("qpdf")
    if qpdf:
        found["qpdf"] = [qpdf, "--empty", "--pages", *listed, "--", str(folder / "qpdf.pdf")]
    return found


def keeps_tags(path: Path) -> bool:
    """Whether a file has a structure tree."""
    from pypdf import PdfReader  # noqa: PLC0415 - the peers import it themselves

    return "/StructTreeRoot" in PdfReader(path).root_object


def judge(path: Path) -> None:
    """Ask veraPDF."""
    from guidepress.verify.standards import validate  # noqa: PLC0415 - only when it is asked for

    for standard in ("ua1", "2a"):
        (verdict,) = validate([path], standard)
        print(f"veraPDF {standard}: {'conforms' if verdict.conforms else verdict.faults}")


def main() -> int:
    """Make the guides, run the tools, print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--judge", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = make_guides(folder, options.files)
        medians: dict[str, list[float]] = {}
        for some in (files[: max(len(files) // 8, 1)], files):
            total = sum(file.stat().st_size for file in some)
            print(f"\n{len(some)} files, {total / 1e6:.2f} MB")
            for tool, timing in run_in_turn(commands(folder, some), options.rounds).items():
                made = folder / f"{tool}.pdf"
                size = made.stat().st_size
                medians.setdefault(tool, []).append(timing.median)
                print(
                    f"{tool:10} {timing.median:7.2f} s {timing.peak_mb:7.0f} MB memory {size / 1e6:7.2f} MB "
                    f"({size / total:.2f} x the parts) {'tagged' if keeps_tags(made) else 'tags dropped'}"
                )
        print()
        for tool, (few, many) in medians.items():
            print(
                f"{tool}: {many / few:.1f} x the time for {len(files) / max(len(files) // 8, 1):.0f} x the files"
            )
        if options.judge:
            judge(folder / "guidepress.pdf")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""In: nothing. Out: a table: what Ghostscript, Poppler and qpdf say of stock books as files for a press.

    python -m benchmarks.press [resolution [guide …]]

Each guide is written in black ink and in four inks, as PDF/X-1a. Ghostscript separates every page into its plates
(`tiffsep`), and the most ink of any four pixels is told; a pixel alone says nothing, since one that two shapes touch is
painted by both. The table says what comes out of a press' own software, not what
this project reckons. A line of the other tools on anybody's output is a fault. Needs `gs`, `pdftoppm` and `qpdf` on
the path, Pillow and numpy; exit 1 if a page has more ink than it may, or a tool complains.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from guidepress.build import make_book
from guidepress.guide import load_guide
from guidepress.layout import load_layout
from guidepress.pdf import write_press
from guidepress.pdf.press_ink import PressInk

if TYPE_CHECKING:
    from collections.abc import Sequence

_GUIDES = ("a-christmas-carol", "don-quijote")
_LAYOUTS = ("study-guide", "paperback-6x9")
_INKS = {
    "black": PressInk("grey", "x1a", "FOGRA52", least=10),
    "four inks": PressInk("cmyk", "x1a", "FOGRA39", limit=240, least=10),
}
_PLATES = ("Cyan", "Magenta", "Yellow", "Black")
_SLACK = 1  # per cent: plates of 8 bits, four of them rounded
_TOOLS = {
    "gs": ["gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-dOverprint=/enable"],
    "pdftoppm": ["pdftoppm", "-r", "20"],
    "qpdf": ["qpdf", "--check"],
}


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"Not found: {', '.join(missing)}. Install them to run this check.")
        return 1
    resolution, guides = (arguments[0] if arguments else "150"), arguments[1:] or _GUIDES
    print(f"{'guide':<20} {'layout':<15} {'inks':<10} {'pages':>5} {'most ink':>9} {'of':>5}  complaints")
    good = True
    for guide in guides:
        for layout in _LAYOUTS:
            _, book = make_book(load_guide(Path(f"guides/{guide}.yaml")), load_layout(layout))
            for name, ink in _INKS.items():
                most, complaints = _ask(write_press(book, ink), resolution)
                limit = 100 if ink.space == "grey" else ink.limit
                good = good and not complaints and most <= limit + _SLACK
                said = "; ".join(complaints) or "none"
                print(
                    f"{guide:<20} {layout:<15} {name:<10} {len(book.pages):>5} {most:>7.1f} % {limit:>3} %  {said}",
                    flush=True,
                )
    return 0 if good else 1


def _ask(pdf: bytes, resolution: str) -> tuple[float, list[str]]:
    """The most ink of any four pixels, per cent, and what the tools complain of."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "press.pdf")
        file.write_bytes(pdf)
        outputs = {
            "gs": [f"-r{resolution}", f"-sOutputFile={folder}/page%d.tif", str(file)],
            "pdftoppm": [str(file), f"{folder}/poppler"],
            "qpdf": [str(file)],
        }
        complaints = []
        for tool, command in _TOOLS.items():
            run = subprocess.run([*command, *outputs[tool]], capture_output=True, text=True, check=False)
            if run.returncode or run.stderr.strip() or (tool == "gs" and run.stdout.strip()):
                complaints.append(f"{tool}: {(run.stderr or run.stdout).strip()[:80]}")
        pages = sorted(Path(folder).glob("page*(Black).tif"))
        return max(map(_most, pages), default=0.0), complaints


def _most(black: Path) -> float:
    """The most ink that four pixels of a page have, all plates together; a plate is 255 where it has none."""
    total = np.zeros((1, 1), dtype=np.int32)
    for plate in _PLATES:
        with Image.open(black.with_name(black.name.replace("Black", plate))) as read:
            total = total + (255 - np.asarray(read.convert("L"), dtype=np.int32))
    across = np.minimum(total[1:], total[:-1])
    return float(np.max(np.minimum(across[:, 1:], across[:, :-1]))) * 100 / 255


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

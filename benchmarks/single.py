"""In: a plain text, and a stock guide as `study-guide` prints it. Out: guidepress beside its peers, as median ratios.

    python -m benchmarks.single [rounds]

Whole processes, run in turn, so that a machine whose speed drifts drifts for all of them.
"""

from __future__ import annotations

import compileall
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import Timing, run_in_turn
from benchmarks.workload import HERE, Workload, write_printed, write_workload

_PEERS = HERE / "peers"


def main() -> int:
    """Run the comparison and print its table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    # pip compiles what it installs, but not an editable checkout: all peers start from bytecode.
    compileall.compile_dir(HERE.parent / "src", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for work in (
            write_workload("a-christmas-carol", place),
            write_printed("a-christmas-carol", "study-guide", place),
        ):
            name = Path(work.layout).stem
            print(f"{name}: {work.words:,} words; {rounds} counted rounds, whole processes in turn")
            _print_table(run_in_turn(_commands(work, place), rounds))
            print(flush=True)
        subprocess.run([sys.executable, "-m", "benchmarks.warm"], check=True, cwd=HERE.parent)
    return 0


def _commands(work: Workload, place: Path) -> dict[str, list[str]]:
    python, fonts = sys.executable, _font_folder()
    ours = [str(Path(python).with_name("guidepress")), "build", str(work.guide), "--layout", work.layout]
    commands = {
        "guidepress, not verified": [*ours, "-o", str(place / "fast.pdf"), "--no-verify"],
        "guidepress, verified": [*ours, "-o", str(place / "ours.pdf")],
    }
    if _has("typst"):
        commands["Typst"] = [
            python,
            str(_PEERS / "typst_peer.py"),
            str(work.typst),
            str(place / "typst.pdf"),
            fonts,
        ]
    commands["Platypus"] = [
        python,
        str(_PEERS / "platypus_peer.py"),
        str(work.text),
        str(place / "rl.pdf"),
        fonts,
        str(work.words - 1),  # the last paragraph passes it
    ]
    if _has("weasyprint"):
        weasy = [python, str(_PEERS / "weasyprint_peer.py"), str(work.html), str(place / "weasy.pdf"), fonts]
        commands["WeasyPrint"] = weasy
    return commands


def _has(module: str) -> bool:
    found = importlib.util.find_spec(module) is not None
    if not found:
        print(f"{module} is not installed; pip install -e '.[bench]' measures it too")
    return found


def _font_folder() -> str:
    spec = importlib.util.find_spec("font_source_serif_pro")
    if spec is None or spec.origin is None:
        raise SystemExit("font-source-serif-pro is not installed")
    return str(Path(spec.origin).parent / "files")


def _print_table(timings: dict[str, Timing]) -> None:
    unit = timings.get("Typst", next(iter(timings.values()))).median
    against = "Typst" if "Typst" in timings else "first"
    print(f"{'':28}{'median s':>10}{'min':>8}{'max':>8}{'peak MB':>10}{'x ' + against:>10}")
    for name, timing in timings.items():
        low, high = min(timing.seconds), max(timing.seconds)
        ratio = timing.median / unit
        print(f"{name:28}{timing.median:10.3f}{low:8.3f}{high:8.3f}{timing.peak_mb:10.0f}{ratio:10.2f}")


if __name__ == "__main__":
    raise SystemExit(main())

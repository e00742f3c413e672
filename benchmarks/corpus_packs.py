"""In: a folder of PDF files. Out: a table of what packs of files that conform to a standard say of themselves, by veraPDF.

    python -m benchmarks.corpus_packs FOLDER

Of each standard, the files that claim it and meet it are joined two by two, neighbours in order of name. A pack
may claim the standard, and then must meet it; or it says which standard is lost, and why.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.merge import merge
from guidepress.cos import open_file
from guidepress.verify.claims import claims_of
from guidepress.verify.standards import PROFILES, validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

KINDS = ("conforms", "says why not", "false claim", "says nothing", "refused")


def profile_of(claim: str) -> str:
    """The name of the profile that a claim is held against: "ua1" of "PDF/UA-1", "2b" of "PDF/A-2b"; "" for none."""
    name = claim.removeprefix("PDF/").lower()
    known = f"ua{name.removeprefix('ua-')}" if name.startswith("ua-") else name.removeprefix("a-")
    return known if known in PROFILES else ""


def claimed(data: bytes) -> set[str]:
    """The profiles that a file claims to meet; none of one that cannot be opened."""
    try:
        claims = claims_of(open_file(data, "The file"))
    except FaultsFound:
        return set()
    return {name for name in map(profile_of, claims) if name}


def packed(files: Sequence[Path], profile: str, pack: Path, meets: Callable[[Path, str], bool]) -> str:
    """Join files that meet a standard.

    Args:
        files: which.
        profile: the standard's.
        pack: where the pack goes.
        meets: judges a file.

    Returns:
        One of `KINDS`.
    """
    try:
        merged = merge(files, pack)
    except FaultsFound:
        return "refused"
    if profile in map(profile_of, merged.claims):
        return "conforms" if meets(pack, profile) else "false claim"
    return (
        "says why not" if any(each.code == "standard-lost" for each in merged.diagnostics) else "says nothing"
    )


def conforming(files: Iterable[Path]) -> dict[str, list[Path]]:
    """Of each profile the files that claim it and meet it."""
    found: dict[str, list[Path]] = {}
    for file in files:
        for profile in claimed(file.read_bytes()):
            found.setdefault(profile, []).append(file)
    return {
        profile: [Path(each.path) for each in validate(claiming, profile) if each.conforms]
        for profile, claiming in sorted(found.items())
    }


def table(found: dict[str, Counter[str]], files: dict[str, int]) -> list[str]:
    """A line a standard."""
    lines = ["| standard | files | " + " | ".join(KINDS) + " |", "|---" * (len(KINDS) + 2) + "|"]
    for profile, kinds in found.items():
        numbers = " | ".join(str(kinds[kind]) for kind in KINDS)
        lines.append(f"| {profile} | {files[profile]} | {numbers} |")
    return lines


def main() -> int:
    """Find the files, join them, print the table and each pack that should not be as it is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    good = conforming(sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".pdf"))
    found: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as place:
        pack = Path(place, "pack.pdf")
        for profile, files in good.items():
            kinds = found[profile] = Counter()
            for pair in zip(files[::2], files[1::2], strict=False):
                kind = packed(pair, profile, pack, _meets)
                kinds[kind] += 1
                if kind not in KINDS[:2]:
                    print(f"{kind}: {profile}: {', '.join(str(each.relative_to(folder)) for each in pair)}")
    print("\n".join(table(found, {profile: len(files) for profile, files in good.items()})))
    return 0


def _meets(pack: Path, profile: str) -> bool:
    return all(each.conforms for each in validate([pack], profile))


if __name__ == "__main__":
    raise SystemExit(main())

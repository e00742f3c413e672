"""In: the name of a stock layout or of a font package. Out: where its files are, in a wheel as in a checkout."""

from __future__ import annotations

from importlib.machinery import PathFinder
from pathlib import Path

__all__ = ["font_folder", "stock_folder", "stock_names"]


_FOLDERS = ("files", "fonts")
"""What packages call the folder of their font files."""


def stock_folder() -> Path:
    """Find the folder of the layouts that guidepress ships.

    A checkout's own `layouts/` comes first, so that an editable install reads the files being edited; a wheel
    carries them as `guidepress/stock/layouts`.
    """
    package = Path(__file__).parent.parent
    checkout = package.parent.parent / "layouts"
    if package.parent.name == "src" and (checkout / "base.yaml").is_file():
        return checkout
    return package / "stock" / "layouts"


def stock_names() -> tuple[str, ...]:
    """List the stock layouts by name, in alphabetical order."""
    return tuple(sorted(path.stem for path in stock_folder().glob("*.yaml")))


def font_folder(package: str) -> str:
    """Find the folder of a font package's files without importing it; "" if it is not installed."""
    found = PathFinder.find_spec(package)
    if found is None or not found.submodule_search_locations:
        return ""
    package_folder = Path(found.submodule_search_locations[0])
    return str(
        next((each for each in map(package_folder.joinpath, _FOLDERS) if each.is_dir()), package_folder)
    )

"""A guide from anywhere brings its own pictures, and none that lies outside of what it may name."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import unquote

import pytest
from fsspec.implementations.memory import MemoryFileSystem
from PIL import Image

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.limits import FILE_BYTES
from guidepress.export import abroad
from guidepress.export.abroad import GuideShelf, guide_sources
from guidepress.export.running.storage import read_place

GUIDE = "format: 1\ntitle: T\nauthor: A\noverview: |-\n  Text.\n\n  ![A picture]({})\n"
OUTSIDE = ("../secret.png", "/secret.png", "a/../../secret.png", "%2e%2e/secret.png")


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("L", (8, 8)).save(made, "png")
    return made.getvalue()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The places that were read."""
    places: list[str] = []

    def noted(place: str, waits: tuple[float, ...] = (), *, most: int) -> bytes:
        places.append(place)
        return read_place(place, waits, most=most)

    monkeypatch.setattr(abroad, "read_place", noted)
    return places


@pytest.fixture
def shelf() -> str:
    """A store with a picture beside the folder of its guides, and one within."""
    files = MemoryFileSystem()
    for name in ("secret.png", "guides/own.png"):
        files.pipe_file(f"/abroad/{name}", picture())
    return "memory://abroad/guides"


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_guide_in_a_store_reads_nothing_outside_its_folder(shelf: str, read: list[str], name: str) -> None:
    MemoryFileSystem().pipe_file("/abroad/guides/g.yaml", GUIDE.format(name).encode())
    assert dict(guide_sources(f"{shelf}/g.yaml"))[name.replace("%2e", ".")] == ""
    with pytest.raises(FaultsFound):
        GuideShelf().load(f"{shelf}/g.yaml")
    assert {*read} == {f"{shelf}/g.yaml"}


@pytest.mark.parametrize("name", [*OUTSIDE, "away/secret.png"])
def test_a_guide_of_this_machine_is_planned_without_a_look_outside_its_root(
    tmp_path: Path, read: list[str], name: str
) -> None:
    """By a link either: it is followed first."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "away").symlink_to(tmp_path)
    (tmp_path / "secret.png").write_bytes(picture())
    (own / "g.yaml").write_text(GUIDE.format(name), "utf-8")
    assert dict(guide_sources(str(own / "g.yaml")))[name.replace("%2e", ".")] == ""
    assert read == [str(own / "g.yaml")]


def test_pictures_of_its_own_folder_come_along(shelf: str) -> None:
    MemoryFileSystem().pipe_file("/abroad/guides/g.yaml", GUIDE.format("own.png").encode())
    ((_, guide), (name, seen)) = guide_sources(f"{shelf}/g.yaml")
    assert name == "own.png"
    assert guide
    assert seen
    assert GuideShelf().load(f"{shelf}/g.yaml").title == "T"


@pytest.mark.parametrize("name", ["x" * 300 + ".png", "%00.png"])
def test_a_name_that_no_file_here_can_have_is_a_missing_picture(shelf: str, name: str) -> None:
    """One is too long, one has a NUL in it; a store may hold both."""
    MemoryFileSystem().pipe_file(f"/abroad/guides/{unquote(name)}", picture())
    text = GUIDE.format("own.png") + f"\n  ![Another]({name})\n"
    MemoryFileSystem().pipe_file("/abroad/guides/g.yaml", text.encode())
    with pytest.raises(FaultsFound, match=r"missing-image|corrupt-image"):
        GuideShelf().load(f"{shelf}/g.yaml")


def test_a_guide_in_a_store_is_no_larger_than_one_here(shelf: str) -> None:
    MemoryFileSystem().pipe_file("/abroad/guides/g.yaml", b"#" * (FILE_BYTES + 1))
    with pytest.raises(FaultsFound, match="has more than 10,000,000 bytes"):
        guide_sources(f"{shelf}/g.yaml")

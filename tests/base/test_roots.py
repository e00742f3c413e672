"""What a file names lies below its root, wherever links lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidepress.base.roots import root_of, same_file


def test_the_root_is_the_folder_at_work_if_the_file_lies_in_it_else_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    (project / "guides").mkdir(parents=True)
    monkeypatch.chdir(project)
    assert root_of(Path("guides/a.yaml")).folders == (project,)
    assert root_of(project / "guides/a.yaml").folders == (project,)
    assert root_of(tmp_path / "a.yaml").folders == (tmp_path,)
    assert root_of(None).folders == (project,)
    assert root_of(Path("a.yaml"), tmp_path).folders == (project, tmp_path)
    assert root_of(tmp_path / "a.yaml", root_of(Path("a.yaml"))).folders == (tmp_path, project)


def test_links_and_dots_that_lead_out_do(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner", tmp_path / "outer"
    inner.mkdir()
    outer.mkdir()
    (inner / "away").symlink_to(outer)
    (inner / "round").symlink_to("round")
    root = root_of(inner / "a.yaml")
    assert root.holds(inner / "b/../c.png")
    assert root.holds(inner / "not/there/yet.png")
    for name in ("../c.png", "away/c.png", str(outer / "c.png"), "/etc/hostname", "a\0b"):
        assert not root.holds(inner / name)
    assert root.wider(outer).holds(inner / "away/c.png")
    assert isinstance(root.holds(inner / "round"), bool)


def test_two_paths_are_of_one_file_wherever_links_lead(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "hard").hardlink_to(tmp_path / "a")
    (tmp_path / "to-nothing").symlink_to("new")
    assert same_file(tmp_path / "a", tmp_path / "b")
    assert same_file(tmp_path / "a", tmp_path / "hard")
    assert same_file(tmp_path / "to-nothing", tmp_path / "new")
    assert not same_file(tmp_path / "a", tmp_path / "new")
    assert not same_file(tmp_path / "a\0", tmp_path / "a\0")

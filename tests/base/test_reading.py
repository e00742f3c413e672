"""Ordinary files are read, nothing else is opened."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from guidepress.base.reading import is_file, names_in, open_plain, read_file, reason


def test_a_file_is_read_and_no_more_of_it_than_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abcdef")
    assert read_file(path) == b"abcdef"
    assert read_file(path, 3) == b"abc"


def _refused(path: Path) -> str:
    with pytest.raises(OSError) as raised, open_plain(path):  # noqa: PT011 - the words are what counts
        pass
    return reason(raised.value)


def test_what_is_no_file_is_refused_by_its_kind(tmp_path: Path) -> None:
    pipe, door = tmp_path / "pipe", tmp_path / "door"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(door))
        assert _refused(door) == "it is a socket"
    assert _refused(pipe) == "it is a pipe"
    assert _refused(Path("/dev/zero")) == "it is a device"
    assert _refused(tmp_path) == "it is a folder"
    (tmp_path / "link").symlink_to("/dev/zero")
    assert _refused(tmp_path / "link") == "it is a device"


def test_names_that_no_file_can_have_are_reasons_too(tmp_path: Path) -> None:
    assert _refused(tmp_path / "a\0b") == "its name holds a NUL character"
    assert _refused(tmp_path / ("x" * 300)) == "file name too long"
    assert not is_file(tmp_path / ("x" * 300))
    assert not is_file(tmp_path / "a\0b")
    assert names_in(tmp_path / "a\0b") == []

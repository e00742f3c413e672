"""Files are read whole when they are files, and not too large."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.exchange.doors import LIMITS, read_file
from guidepress.exchange.doors.limits import in_words


def test_a_file_of_the_limit_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    limits = replace(LIMITS, file=1000)
    path.write_bytes(bytes(1000))
    assert len(read_file(path, limits=limits)) == 1000
    path.write_bytes(bytes(1001))
    with pytest.raises(FaultsFound, match=r'The file ".*x" has more than 1 KB\.'):
        read_file(path, limits=limits)


def test_a_file_of_a_hundred_megabytes_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(FaultsFound, match="has more than 64 MB"):
        read_file(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").touch()
    said = {}
    for name in (".", "pipe", "empty", "nothing"):
        with pytest.raises(FaultsFound) as found:
            read_file(tmp_path / name)
        said[name] = (
            found.value.diagnostics[0].message.rpartition('" ')[2] or found.value.diagnostics[0].message
        )
    assert said["."] == "is a folder."
    assert said["pipe"] == "is a device, not a file."
    assert said["empty"] == "is empty."
    assert said["nothing"].startswith("There is no file")


def test_sizes_are_said_as_people_say_them() -> None:
    assert [in_words(size) for size in (1, 999, 1_000, 64_000_000)] == [
        "1 bytes",
        "999 bytes",
        "1 KB",
        "64 MB",
    ]


def test_the_documents_name_the_limits_that_there_are() -> None:
    text = (Path(__file__).parents[3] / "docs/quizzes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?:an?|files in an) [^|]+ \| ([^|]+) \|$", text, re.MULTILINE)
    assert rows == [
        in_words(LIMITS.file),
        f"{LIMITS.entries:,}",
        f"{in_words(LIMITS.entry)}, and not more than {LIMITS.ratio} times its packed size",
        in_words(LIMITS.unpacked),
        f"{in_words(LIMITS.xml)} and {LIMITS.tags:,} tags",
        in_words(LIMITS.text),
    ]

"""Files are written whole, here and in stores that speak S3's protocol, and stores that fail are asked again."""

from __future__ import annotations

import os
import resource
from asyncio import CancelledError
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.running.storage import Storage, found_at, is_elsewhere, read_place


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The address of a folder in a server of S3's protocol on loopback."""
    from moto.server import ThreadedMotoServer  # noqa: PLC0415 - its import takes a second

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    said = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    before = {key: os.environ.get(key) for key in said}
    os.environ |= said
    fsspec.filesystem("s3", skip_instance_cache=True).mkdir("books")
    yield "s3://books/2027"
    server.stop()
    for key, value in before.items():
        if value is None:
            del os.environ[key]
        else:
            os.environ[key] = value


@pytest.mark.parametrize("kind", ["here", "memory", "sftp's way", "s3"])
def test_what_is_written_is_read(tmp_path: Path, kind: str, request: pytest.FixtureRequest) -> None:
    if kind == "s3":
        place = request.getfixturevalue("s3")
    else:
        place = {"here": str(tmp_path), "memory": "memory://a/b", "sftp's way": f"file://{tmp_path}"}[kind]
    storage = Storage(place)
    assert storage.size("deep/er/book.pdf") is None
    storage.write("deep/er/book.pdf", b"first")
    storage.write("deep/er/book.pdf", b"second")
    assert storage.read("deep/er/book.pdf") == b"second"
    assert storage.size("deep/er/book.pdf") == 6
    assert read_place(f"{place}/deep/er/book.pdf") == b"second"
    storage.sweep()
    storage.remove("deep/er/book.pdf")
    assert storage.size("deep/er/book.pdf") is None


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    storage = Storage(str(tmp_path))
    storage.write("book.pdf", b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(FaultsFound, match=r"book\.pdf cannot be written: file too large\."):
            storage.write("book.pdf", bytes(2000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert storage.read("book.pdf") == b"old"
    assert list((tmp_path / ".guidepress/parts").iterdir()) == []


class _Moody(MemoryFileSystem):  # type: ignore[misc] # it has no types
    """A store that fails every fifth call."""

    protocol = "moody"
    cachable = False
    store: dict[str, Any] = {}  # noqa: RUF012 - of all its instances, as the class it comes from has it
    calls = 0

    def _fail_at_times(self) -> None:
        _Moody.calls += 1
        if not _Moody.calls % 5:
            raise ConnectionResetError("the store has hung up")

    def cat_file(self, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - as the class it comes from has it
        self._fail_at_times()
        return super().cat_file(*given, **more)

    def pipe_file(self, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - likewise
        self._fail_at_times()
        return super().pipe_file(*given, **more)


def test_a_store_that_fails_every_fifth_call_is_asked_again() -> None:
    fsspec.register_implementation("moody", _Moody, clobber=True)
    storage = Storage("moody://shelf", waits=(0, 0, 0))
    for number in range(20):
        storage.write(f"{number}", bytes([number]))
    assert [storage.read(f"{number}")[0] for number in range(20)] == list(range(20))
    assert _Moody.calls > 40 + 8  # 20 and 20 calls, of each five one more, and those for moving


def test_a_store_that_always_fails_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object, **_more: object) -> None:
        raise TimeoutError("nobody answers")

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", fail)
    with pytest.raises(FaultsFound, match=r"memory://shelf/a cannot be written: nobody answers\."):
        Storage("memory://shelf", waits=(0,)).write("a", b"")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("nothing://x", "names a protocol that is not known: 'nothing'"),
        ("dropbox://x", r"what speaks dropbox is not installed\."),
    ],
)
def test_an_address_that_cannot_be_reached_is_told(place: str, said: str) -> None:
    with pytest.raises(FaultsFound, match=said):
        Storage(place).read("a")


class _Liar(MemoryFileSystem):  # type: ignore[misc] # it has no types
    """A store that lies as it is told to."""

    protocol = "liar"
    cachable = False
    store: dict[str, Any] = {}  # noqa: RUF012 - of all its instances, as the class it comes from has it
    lie = ""

    def size(self, path: str) -> Any:  # noqa: ANN401 - as the class it comes from has it
        true = super().size(path)
        return {"wrong size": true + 7, "no size": None, "odd size": "many", "less than none": -1}.get(
            _Liar.lie, true
        )

    def cat_file(self, path: str, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - likewise
        data = super().cat_file(path, *given, **more)
        return {"short": data[:-1], "no bytes": None}.get(_Liar.lie, data)

    def pipe_file(self, path: str, value: bytes, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - likewise
        if _Liar.lie == "cancelled":
            raise CancelledError
        if _Liar.lie == "silent":
            raise _OddError
        value = {"half": value[: len(value) // 2], "other": b"x" + value[1:]}.get(_Liar.lie, value)
        return None if _Liar.lie == "nothing" else super().pipe_file(path, value, *given, **more)

    def glob(self, path: str, **more: Any) -> Any:  # noqa: ANN401 - likewise
        own = super().glob(path, **more)
        return {"climbs": ["/shelf/../etc/a.yaml"], "elsewhere": ["/etc/a.yaml"], "twice": own * 2}.get(
            _Liar.lie, own
        )


class _OddError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("it says nothing")


@pytest.fixture
def liar() -> Iterator[Storage]:
    """A store with one guide in it, which does not lie yet."""
    fsspec.register_implementation("liar", _Liar, clobber=True)
    _Liar.store.clear()
    storage = Storage("liar://shelf", waits=(0, 0))
    storage.write("a.yaml", b"format: 1\n")
    yield storage
    _Liar.lie = ""


@pytest.mark.parametrize(
    ("lie", "said"),
    [
        ("short", "the store says that it has 10 bytes, and gives 9"),
        ("wrong size", "the store says that it has 17 bytes, and gives 10"),
        ("no bytes", "the store gives no bytes"),
    ],
)
def test_what_a_store_gives_must_be_as_long_as_it_says(liar: Storage, lie: str, said: str) -> None:
    _Liar.lie = lie
    with pytest.raises(FaultsFound, match=f"liar://shelf/a.yaml cannot be read: {said}"):
        liar.read("a.yaml")


@pytest.mark.parametrize("lie", ["no size", "odd size", "less than none"])
def test_a_store_that_knows_no_size_is_read(liar: Storage, lie: str) -> None:
    _Liar.lie = lie
    assert liar.read("a.yaml") == b"format: 1\n"
    assert liar.size("a.yaml") == 10
    liar.write("b", b"12")
    assert liar.size("b") == 2


def test_a_wrong_size_is_no_harm_to_what_was_written(liar: Storage) -> None:
    _Liar.lie = "wrong size"
    liar.write("b", b"12")


@pytest.mark.parametrize("lie", ["nothing", "half"])
def test_a_store_that_says_it_has_written_and_has_not_is_told(liar: Storage, lie: str) -> None:
    _Liar.lie = lie
    with pytest.raises(
        FaultsFound, match="cannot be written: the store says that it has written it, and has not"
    ):
        liar.write("b", b"1234")


@pytest.mark.parametrize(("lie", "said"), [("cancelled", "cancelledError"), ("silent", "_OddError")])
def test_exceptions_of_any_kind_are_a_sentence(liar: Storage, lie: str, said: str) -> None:
    """One is no `Exception`, one cannot be printed: their kind is named."""
    _Liar.lie = lie
    with pytest.raises(FaultsFound, match=f"liar://shelf/b cannot be written: {said}"):
        liar.write("b", b"1234")


@pytest.mark.parametrize("lie", ["climbs", "elsewhere"])
def test_a_listing_names_nothing_outside(liar: Storage, lie: str) -> None:
    _Liar.lie = lie
    with pytest.raises(
        FaultsFound, match=r"liar://shelf/\*\.yaml lists '.*a\.yaml', which does not lie there"
    ):
        found_at(f"{liar.place}/*.yaml")


def test_what_is_listed_twice_is_there_once(liar: Storage) -> None:
    _Liar.lie = "twice"
    assert found_at(f"{liar.place}/*.yaml") == ["liar://shelf/a.yaml"]


def test_what_is_listed_and_gone_is_told(liar: Storage) -> None:
    liar.remove("a.yaml")
    with pytest.raises(FaultsFound, match=r"cannot be read: .*a\.yaml"):
        read_place(f"{liar.place}/a.yaml", (0,))


def test_no_more_is_read_than_is_asked_for(liar: Storage, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"format: 1\n")
    for place in (liar.place, str(tmp_path)):
        assert len(read_place(f"{place}/a.yaml", (0,), most=10)) == 10
        with pytest.raises(FaultsFound, match="it has more than 9 bytes"):
            read_place(f"{place}/a.yaml", (0,), most=9)


def test_addresses_lead_elsewhere_by_their_protocol() -> None:
    for place in ("s3://a/b.yaml", "https://a.org/*.yaml", "sftp://a/b.yaml", "memory://a"):
        assert is_elsewhere(place)
    for place in ("file:///a", "local:///a", "zip://a::/b.zip", "s3://a::file:///b", "reference://a", "a/b"):
        assert not is_elsewhere(place)


def test_no_link_leads_out_of_a_folder(tmp_path: Path) -> None:
    """A file that is a link is replaced; one in a folder that is a link would lie elsewhere."""
    away, out = tmp_path / "away", tmp_path / "out"
    away.mkdir()
    out.mkdir()
    (out / "book").symlink_to(away)
    (out / "a.pdf").symlink_to(away / "b.pdf")
    storage = Storage(str(out))
    storage.write("a.pdf", b"a")
    with pytest.raises(FaultsFound, match=r"out of .*, where nothing is written"):
        storage.write("book/cover.pdf", b"a")
    assert not list(away.iterdir())
    assert (out / "a.pdf").read_bytes() == b"a"

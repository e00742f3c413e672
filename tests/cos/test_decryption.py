"""What is encrypted comes out decrypted; what only attachments are locked by does not keep the rest from being read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from pypdf.generic import NameObject
from tests.bind.sheets import changed, numbered
from tests.cos.making import TREE, file_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.cos import File, Malformed, Name, Ref, Stream, open_file
from guidepress.cos.decryption import attached_by, locks_only_attachments
from guidepress.cos.pages import pages_of

if TYPE_CHECKING:
    from guidepress.cos.values import Dictionary, Object

WORD = "open, sesame"
TEXT = b"a secret of some length"


def attached(algorithm: str = "AES-256", *, only: bool = True) -> bytes:
    """A file whose attachment is encrypted, and, if not `only` that, all else under another filter."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(numbered(1)))
    writer.add_attachment("secret.txt", TEXT)
    writer.encrypt(WORD, algorithm=algorithm)
    encryption: Any = writer._encrypt_entry
    crypt: Any = writer._encryption
    streams: list[Any] = [
        each for each in writer._objects if each is not None and dict_of(each).get("/Type") == "/EmbeddedFile"
    ]
    assert streams
    encryption[NameObject("/EFF")] = NameObject("/StdCF")
    if only:
        for key in ("StmF", "StrF"):
            encryption[NameObject(f"/{key}")] = NameObject("/Identity")
            setattr(crypt, key, "/Identity")
    make = crypt._make_crypt_filter

    def own(number: int, generation: int) -> Any:  # noqa: ANN401 - pypdf's filter
        made = make(number, generation)
        if any(each.indirect_reference.idnum == number for each in streams):
            made.stm_crypt = made.ef_crypt
        return made

    crypt._make_crypt_filter = own
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def dict_of(made: object) -> dict[str, object]:
    return made if isinstance(made, dict) else {}


def embedded(file: File) -> int:
    """The number of the stream that is attached."""
    (found,) = {number for each in file.numbers() for number in attached_by(each, plain(file, each))}
    return found


def plain(file: File, number: int) -> Object:
    try:
        return file.get(Ref(number))
    except Malformed:
        return None


@pytest.mark.parametrize("algorithm", ["AES-128", "AES-256"])
def test_a_file_whose_attachments_alone_are_encrypted_opens_without_them(algorithm: str) -> None:
    file = open_file(attached(algorithm), "a.pdf")
    assert len(pages_of(file)) == 1
    assert (file.withholds, file.is_encrypted) == (True, True)
    number = embedded(file)
    for read in (lambda: file.get(Ref(number)), lambda: file.raw(number)):
        with pytest.raises(Malformed, match="an attached file is encrypted, and its password is needed"):
            read()


@pytest.mark.parametrize("algorithm", ["AES-128", "AES-256"])
def test_its_password_opens_them(algorithm: str) -> None:
    file = open_file(attached(algorithm), "a.pdf", WORD)
    assert not file.withholds
    assert file.content(Ref(embedded(file))) == TEXT


def test_what_is_named_as_a_file_attached_and_is_none_is_read_as_it_lies() -> None:
    encryption = b"/Encrypt<</V 4/StmF/Identity/StrF/Identity/EFF/StdCF>>"
    objects = {**TREE, 4: b"<</EF<</F 5 0 R>>>>", 5: b"(no stream)"}
    assert (
        open_file(file_of(objects, trailer=b"/Root 1 0 R" + encryption), "a.pdf").get(Ref(5)) == b"no stream"
    )


def test_a_wrong_password_is_said_though_none_is_needed_for_the_rest() -> None:
    with pytest.raises(FaultsFound, match="the password does not open it"):
        open_file(attached(), "a.pdf", "wrong")


@pytest.mark.parametrize(
    ("encryption", "only"),
    [
        ({"V": 4}, True),  # what says nothing is open
        ({"V": 5, "StmF": Name("Identity"), "StrF": Name("Identity"), "EFF": Name("StdCF")}, True),
        ({"V": 5, "StmF": Name("Identity"), "StrF": Name("StdCF")}, False),
        ({"V": 5, "StmF": Name("StdCF"), "StrF": Name("Identity")}, False),
        ({"V": 2}, False),
        ({}, False),
    ],
)
def test_filters_tell_what_is_locked(encryption: dict[str, Any], *, only: bool) -> None:
    assert locks_only_attachments(encryption) is only


def test_attached_files_are_known_by_their_type_their_filter_and_who_names_them() -> None:
    attachment: Dictionary = {"Type": Name("EmbeddedFile")}
    crypt: Dictionary = {"Filter": Name("Crypt")}
    own: Dictionary = {**crypt, "DecodeParms": {"Name": Name("StdCF")}}
    open_: Dictionary = {**attachment, **crypt, "DecodeParms": {"Name": Name("Identity")}}
    assert list(attached_by(7, Stream(attachment, b""))) == [7]
    assert list(attached_by(7, Stream(own, b""))) == [7]
    assert list(attached_by(7, Stream(open_, b""))) == []
    assert list(attached_by(7, [{"EF": {"F": Ref(9), "UF": Ref(8)}}])) == [9, 8]


def test_what_pypdf_makes_null_of_is_said_and_not_taken_for_null(monkeypatch: pytest.MonkeyPatch) -> None:
    file = open_file(
        changed(numbered(1), lambda *_: None, user_password=WORD, algorithm="RC4-128"), "a.pdf", WORD
    )
    number = pages_of(file)[0].number
    again = open_file(file.data, "a.pdf", WORD)
    monkeypatch.setattr("guidepress.cos.decryption.Decryption.object", lambda *_: None)
    with pytest.raises(Malformed, match=f"object {number} cannot be decrypted"):
        again.get(Ref(number))


def test_a_file_that_is_not_encrypted_withholds_nothing() -> None:
    file = open_file(file_of(TREE), "a.pdf")
    assert (file.withholds, file.is_encrypted) == (False, False)

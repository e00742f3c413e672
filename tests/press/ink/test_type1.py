from __future__ import annotations

import pytest
from tests.press.ink.making import type1

from guidepress.cos import Malformed
from guidepress.press.ink.type1 import read_type1

DOT: list[object] = [0, 500, "hsbw", "endchar"]


def test_glyphs_encoding_and_matrix_are_found() -> None:
    program = read_type1(type1({".notdef": DOT, "A": DOT}))
    assert sorted(program.charstrings) == [".notdef", "A"]
    assert program.encoding == {65: "A"}
    assert program.matrix == (0.001, 0, 0, 0.001, 0, 0)


def test_the_encrypted_part_may_be_written_in_digits() -> None:
    data = type1({"A": DOT})
    clear, mark, hidden = data.partition(b"currentfile eexec\n")
    assert sorted(read_type1(clear + mark + hidden.hex().encode()).charstrings) == ["A"]


def test_the_segments_of_a_pfb_are_joined() -> None:
    data = type1({"A": DOT})
    at = data.index(b"eexec\n") + 6
    parts = ((b"\1", data[:at]), (b"\2", data[at:]))
    pfb = (
        b"".join(b"\x80" + kind + len(part).to_bytes(4, "little") + part for kind, part in parts) + b"\x80\3"
    )
    assert sorted(read_type1(pfb).charstrings) == ["A"]


def test_charstrings_may_be_left_open() -> None:
    from fontTools.misc import eexec  # noqa: PLC0415 - for this test alone
    from fontTools.misc.psCharStrings import T1CharString  # noqa: PLC0415 - likewise

    charstring = T1CharString(program=DOT)
    charstring.compile()
    body = charstring.bytecode
    private = b"/lenIV -1 def /CharStrings 1 dict dup begin\n/A %d RD %b ND\nend" % (len(body), body)
    data = b"%!\n/Encoding StandardEncoding def\ncurrentfile eexec\n" + bytes(
        eexec.encrypt(b"\0\0\0\0" + private, 55665)[0]
    )
    program = read_type1(data)
    assert program.charstrings["A"].bytecode == body
    assert program.encoding is None


@pytest.mark.parametrize("data", [b"%!PS", b"%!\ncurrentfile eexec\nnothing of the kind"])
def test_a_font_without_glyphs_is_none(data: bytes) -> None:
    with pytest.raises(Malformed, match="it has no"):
        read_type1(data)

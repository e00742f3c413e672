"""Objects get the names that they have in the pack, token by token."""

from __future__ import annotations

import pytest
from tests.bind.held import file_with

from guidepress.bind.renaming import Renaming
from guidepress.cos import Name, Ref


def renaming() -> Renaming:
    objects = {1: b"<<>>", 2: b"(a)", 3: b"/GoTo", 4: b"7", 5: b"/Page", 8: b"<<>>", 9: b"[0/Fit]"}
    made = Renaming(file_with(objects), "3")
    made.parents = {7: 40}
    made.pages = [8, 0]
    return made


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"<</Dest(a)>>", b"<</Dest(3.a)>>"),
        (b"<</T(x)/StructParent 7/Dest(a)>>", b"<</T(x)/StructParent 40/Dest(3.a)>>"),
        (b"<</StructParent 6/Dest(a)>>", b"<< /Dest (3.a) >>"),
        (b"<</Dest(a)/A<</D/b/S/GoTo>>>>", b"<< /Dest (3.a) /A << /D (3/b) /S /GoTo >> >>"),
        (b"<</Dest<61>>>", b"<< /Dest (3.a) >>"),
        (b"<</Dest/a>>", b"<< /Dest (3/a) >>"),
        (b"<</Dest 2 0 R>>", b"<< /Dest (3.a) >>"),
        (b"<</Dest[0/Fit]>>", b"<< /Dest [ 8 0 R /Fit ] >>"),
        (b"<</Dest 9 0 R>>", b"<< /Dest [8 0 R /Fit] >>"),
        (b"<</Dest[1/Fit]>>", b"<< /Dest [ 1 /Fit ] >>"),  # that page has no number of its own
        (b"<</Dest[2/Fit]>>", b"<< /Dest [ 2 /Fit ] >>"),  # there is no third page
        (b"<</A<</D(a)/S/GoTo>>>>", b"<< /A << /D (3.a) /S /GoTo >> >>"),
        (b"<</A<</S 3 0 R/D(a)>>>>", b"<< /A << /S 3 0 R /D (3.a) >> >>"),
        (b"<</A<</S/GoToR/D(a)>>>>", b"<< /A << /S /GoToR /D (a) >> >>"),
        (b"<</S/Dest/D(a)>>", b"<< /S /Dest /D (a) >>"),  # a name that stands for itself is no key
        (b"<</StructParent 7/T(/StructParent 7)>>", b"<< /StructParent 40 /T (/StructParent 7) >>"),
        (b"<</StructParents 4 0 R>>", b"<< /StructParents 40 >>"),
        (b"<</StructParents 6/T 1>>", b"<< /T 1 >>"),
        (b"<</Type/Page/T 1>>", b"null"),
        (b"<</Type 5 0 R>>", b"null"),
        (b"<</A<</Type/Page>>>>", b"<< /A << /Type /Page >> >>"),
        (b"<</A#20B/Dest>>", b"<< /A#20B /Dest >>"),
    ],
)
def test_entries_get_their_names(body: bytes, expected: bytes) -> None:
    assert renaming().renamed(body) == expected


def test_names_keep_the_encoding_of_their_string() -> None:
    made = renaming()
    assert made.destination(b"a") == b"3.a"
    assert made.destination(Name("a")) == b"3/a"
    assert made.destination(b"\xfe\xff\0a") == b"\xfe\xff\x003\0.\0a"


def test_a_destination_by_rank_is_told_by_its_page() -> None:
    assert renaming().ranked(Ref(9)) == [Ref(8), "Fit"]
    assert renaming().ranked([Ref(8), Name("Fit")]) == [Ref(8), "Fit"]
    assert renaming().ranked(b"a") == b"a"

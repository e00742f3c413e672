"""Elements get the roles, classes and identifiers that they have in the pack."""

from __future__ import annotations

from tests.bind.held import Held, file_with

from guidepress.bind.structure_names import StructureNames
from guidepress.cos import Name, Ref

MAPPED = {"Verse": "P", "Title": "Head", "Head": "H1"}
OBJECTS = {
    1: b"<<>>",
    2: b"<</S/Title/P 1 0 R/K 0>>",
    3: b"<</S/H/P 1 0 R/K 1>>",
    4: b"<</O/Table/Headers[(a)<62>]>>",
    5: b"(n)",
    6: b"<</S/P/P 1 0 R/T(/S/H)>>",
}


def names(held: Held) -> StructureNames:
    copier = held.copier(file_with(OBJECTS), "2")
    return StructureNames(copier, MAPPED, {"Verse": "Verse.2"}, {"Wide": "Wide.2"})


def test_roles_classes_and_identifiers_are_renamed() -> None:
    made = names(Held())
    assert made.adapt({"S": Name("Verse"), "P": Ref(1), "ID": Ref(5), "C": Name("Wide")}) == {
        "S": "Verse.2",
        "P": Ref(1),
        "ID": b"2.n",
        "C": "Wide.2",
    }
    assert made.adapt({"S": Name("P"), "P": Ref(1), "C": [Name("Wide"), 0, Name("Thin")]})["C"] == [
        "Wide.2",
        0,
        "Thin",
    ]


def test_headers_of_table_cells_are_renamed_and_nothing_else() -> None:
    made = names(Held())
    assert made.adapt({"O": Name("Table"), "Headers": [b"a"]})["Headers"] == [b"2.a"]
    assert made.adapt({"O": Name("Layout"), "Headers": [b"a"]})["Headers"] == [b"a"]
    assert made.adapt({"S": Name("Verse")}) == {"S": "Verse"}  # an action, say: it has no parent


def test_headings_are_known_by_what_their_role_is_mapped_to() -> None:
    held = Held()
    copier = held.copier(file_with(OBJECTS), "2")
    made = StructureNames(copier, MAPPED, {}, {})
    made.begin()
    copier.number(6)
    assert made.headings == set()  # what stands in a text is no role
    copier.number(2)
    assert made.headings == {"H#"}  # Title is Head, Head is H1
    copier.number(3)
    assert made.headings == {"H#", "H"}


def test_what_is_named_is_found_wherever_it_lies() -> None:
    held = Held()
    copier = held.copier(file_with(OBJECTS), "2")
    StructureNames(copier, MAPPED, {}, {}).begin()
    number = copier.number(4)
    assert held.read().dictionary(Ref(number))["Headers"] == [b"2.a", b"2.b"]

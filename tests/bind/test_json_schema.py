"""The schema of pack files is made of the records that they are decoded to."""

from __future__ import annotations

from guidepress.base.record import fields
from guidepress.bind.json_schema import pack_schema
from guidepress.bind.pack_model import Pack


def test_the_schema_has_every_key_and_its_meaning() -> None:
    schema = pack_schema()
    assert schema["properties"].keys() == {each.name for each in fields(Pack)}
    assert all(each["description"] for each in schema["properties"].values())


def test_a_part_may_be_a_name_alone() -> None:
    # a text or a number that stands for one, or the whole record
    assert [option["type"] for option in pack_schema()["$defs"]["PackItem"]["anyOf"]] == [
        ["string", "number"],
        "object",
    ]

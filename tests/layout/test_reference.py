"""The reference and the schema are made from what the loader reads."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from guidepress.document.kinds import SECTION_KINDS
from guidepress.layout import load_layout, reference, schema
from guidepress.layout.kinds import declared
from guidepress.layout.options import option_places
from guidepress.layout.shape import layout_shape

if TYPE_CHECKING:
    from pathlib import Path


def test_the_reference_names_every_style_kind_and_option() -> None:
    text = reference()
    for name in load_layout("base").styles:
        assert f"| `{name}` |" in text
    for name in SECTION_KINDS:
        assert f"### {name}\n" in text
        for option in option_places(declared(name).options):
            assert f"| `{option}` |" in text


def test_every_key_is_explained() -> None:
    rows = [line for line in reference().splitlines() if line.startswith("| `")]
    assert rows
    assert all(row.rstrip(" |").rpartition("| ")[2].strip() for row in rows if row.count("|") == 5)


def test_the_example_of_the_reference_loads(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", reference(), re.DOTALL)
    assert example is not None
    (tmp_path / "ours.yaml").write_text(example[1])
    layout = load_layout(str(tmp_path / "ours.yaml"))
    assert layout.styles["pull-quote"].size == 16_000
    assert "quiz" not in {spec.kind for spec in layout.sections}


def test_the_schema_has_the_keys_that_the_loader_knows() -> None:
    made = schema()
    json.dumps(made)
    properties = made["properties"]
    assert set(properties) == set(layout_shape())
    page = layout_shape()["page"]
    assert page is not None
    assert set(properties["page"]["properties"]) == set(page)
    assert set(properties["sections"]["anyOf"][1]["properties"]) == set(SECTION_KINDS)


def test_the_schema_takes_lengths_as_the_loader_does() -> None:
    pattern = schema()["properties"]["styles"]["additionalProperties"]["properties"]["size"]["pattern"]
    assert re.search(pattern, "10.5pt")
    assert re.search(pattern, "1.2em")
    assert not re.search(pattern, "10.5")
    assert not re.search(pattern, "-3pt")


def test_the_schema_takes_no_border_as_the_loader_does() -> None:
    styles = schema()["properties"]["styles"]["additionalProperties"]["properties"]
    for key in ("bar", "rule_above", "rule_below", "border"):
        assert set(styles[key]["type"]) == {"string", "integer"}  # 0 is none, as stock layouts have it
        assert styles[key]["maximum"] == 0

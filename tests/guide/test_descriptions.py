"""The schema and the reference are made from the records, and agree with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from guidepress.base.record import fields
from guidepress.guide import load_guide, reference, schema
from guidepress.guide.describe import kinds
from guidepress.guide.model import Guide

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return schema()


def test_every_key_has_a_meaning() -> None:
    for kind in kinds():
        assert kind.meaning.endswith(".") or ":" in kind.meaning, kind.name
        for key in kind.keys:
            assert key.meaning.endswith("."), f"{kind.name}.{key.field}"


def test_the_schema_names_every_key_and_no_other(made: dict[str, Any]) -> None:
    bodies = {"Guide": made, **made["$defs"]}
    for kind in kinds():
        body = bodies[kind.name]
        body = body["anyOf"][1] if "properties" not in body else body
        assert list(body["properties"]) == [key.name for key in kind.keys if key.name]


def test_every_reference_in_the_schema_leads_somewhere(made: dict[str, Any]) -> None:
    found: set[str] = set()

    def walk(part: object) -> None:
        if isinstance(part, dict):
            found.update(value for key, value in part.items() if key == "$ref")
            for value in part.values():
                walk(value)
        elif isinstance(part, list):
            for value in part:
                walk(value)

    walk(made)
    assert found == {f"#/$defs/{name}" for name in made["$defs"]}


def test_the_schema_knows_the_least_numbers(made: dict[str, Any]) -> None:
    schedule = made["$defs"]["Schedule"]["properties"]
    assert [schedule[key]["minimum"] for key in ("sessions", "minutes")] == [1, 1]
    assert made["$defs"]["Question"]["properties"]["lines"]["minimum"] == 0


TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}


def conforms(value: Any, body: dict[str, Any], root: dict[str, Any]) -> bool:  # noqa: ANN401, PLR0911 - a case a line
    """A validator for the part of JSON Schema that ours uses."""
    if "$ref" in body:
        return conforms(value, root["$defs"][body["$ref"].rpartition("/")[2]], root)
    if "const" in body:
        return bool(value == body["const"])
    if "enum" in body:
        return value in body["enum"]
    if "anyOf" in body and "properties" not in body:
        return any(conforms(value, option, root) for option in body["anyOf"])
    names = body["type"] if isinstance(body["type"], list) else [body["type"]]
    if not any(isinstance(value, TYPES[name]) for name in names):
        return False
    if isinstance(value, list):
        if "prefixItems" in body:
            return len(value) == len(body["prefixItems"])
        return all(conforms(item, body["items"], root) for item in value)
    if isinstance(value, dict):
        rest, known = body["additionalProperties"], body.get("properties", {})
        return all(key in value for key in body.get("required", ())) and all(
            conforms(item, known[key], root)
            if key in known
            else rest is not False and conforms(item, rest, root)
            for key, item in value.items()
        )
    return True


def load(name: str) -> dict[str, Any]:
    class Plain(yaml.SafeLoader):
        """YAML without dates, as editors read it."""

    Plain.yaml_implicit_resolvers = {
        key: [(tag, pattern) for tag, pattern in rows if not tag.endswith("timestamp")]
        for key, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    found: dict[str, Any] = yaml.load((CASES / name).read_text(encoding="utf-8"), Plain)  # noqa: S506 - it is a SafeLoader
    return found


def test_the_fullest_guide_conforms_to_the_schema(made: dict[str, Any]) -> None:
    whole = load("everything.yaml")
    for key, value in whole.items():
        assert conforms(value, made["properties"][key], made), key
    assert conforms(whole, made, made)


@pytest.mark.parametrize("name", ["unknown_keys.yaml", "missing_keys.yaml"])
def test_faulty_guides_do_not_conform(made: dict[str, Any], name: str) -> None:
    assert not conforms(load(name), made, made)


def test_every_record_that_the_binder_makes_holds_what_its_types_say() -> None:
    guide = load_guide(CASES / "everything.yaml")
    # A second opinion on every type: written out and read again by msgspec, which checks each, the guide is the same.
    assert msgspec.convert(msgspec.to_builtins(guide), Guide) == guide


def test_the_reference_has_a_table_for_each_kind_of_entry() -> None:
    text = reference()
    for kind in kinds():
        title = "Top level" if kind.record is Guide else kind.name
        assert f"\n## {title}\n" in text
    # "as" is written so in the file, though Python calls it otherwise.
    assert "| `as` | line |" in text
    assert "as_" not in text
    assert "| `unit` | number, id or title of a unit |" in text


def test_what_the_loader_finds_out_is_no_key() -> None:
    keys = {key.name for kind in kinds() for key in kind.keys}
    derived = {
        field.name for kind in kinds() for field in fields(kind.record) if field.metadata.get("derived")
    }
    assert derived == {"number", "right", "truth", "fixed", "images", "diagnostics", "palette_span"}
    assert keys.isdisjoint(derived)


def test_the_fullest_guide_has_every_key_of_the_format() -> None:
    used: dict[str, set[str]] = {}

    def walk(part: object) -> None:
        kind = next((kind for kind in kinds() if type(part) is kind.record), None)
        if kind is not None:
            given = {
                key.field for key in kind.keys if getattr(part, key.field, None) not in (None, "", (), {})
            }
            used.setdefault(kind.name, set()).update(given)
            for key in kind.keys:
                walk(getattr(part, key.field, None))
        elif isinstance(part, tuple | list):
            for each in part:
                walk(each)

    walk(load_guide(CASES / "everything.yaml"))
    missing = {
        kind.name: sorted({key.field for key in kind.keys} - used.get(kind.name, set())) for kind in kinds()
    }
    assert {name: keys for name, keys in missing.items() if keys} == {}

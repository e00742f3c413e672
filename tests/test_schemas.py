"""Files that come with guidepress pass the schemas that editors check them by, and faulty ones do not."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from guidepress.bind.json_schema import pack_schema
from guidepress.exchange.text.importing import new_guide
from guidepress.exchange.text.starting import STARTER
from guidepress.export.job.json_schema import job_schema
from guidepress.guide import schema as guide_schema
from guidepress.labels.json_schema import label_schema
from guidepress.layout import schema as layout_schema
from guidepress.press.printers.json_schema import printer_schema

ROOT = Path(__file__).parents[1]
SCHEMAS: dict[str, Any] = {
    "guide": guide_schema(),
    "layout": layout_schema(),
    "job": job_schema(),
    "pack": pack_schema(),
    "labels": label_schema(),
    "printer": printer_schema(),
}
PACKS = re.findall(
    r"^```yaml\n(.*?)^```", (ROOT / "docs/packs.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
)
PRINTERS = re.findall(
    r"^```yaml\n(format: 1\nextends: .*?)^```",
    (ROOT / "docs/press.md").read_text(encoding="utf-8"),
    re.DOTALL | re.MULTILINE,
)
FILES = [
    *(("guide", path) for path in sorted((ROOT / "guides").glob("*.yaml"))),
    ("guide", STARTER),
    *(("layout", path) for path in sorted((ROOT / "layouts").glob("*.yaml"))),
    *(("job", path) for path in sorted((ROOT / "docs/examples").glob("*.yaml"))),
    *(("labels", path) for path in sorted((ROOT / "src/guidepress/labels/languages").glob("*.yaml"))),
    *(("printer", path) for path in sorted((ROOT / "src/guidepress/press/printers").glob("*.yaml"))),
]


class Plain(yaml.SafeLoader):
    """YAML 1.2's core, as editors read it: no dates, and yes and no are texts."""


Plain.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in rows if not tag.endswith(("timestamp", "bool"))]
    for key, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))


def plainly(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    """A value with texts for keys, as JSON has it."""
    if isinstance(value, dict):
        return {
            str(key).lower() if isinstance(key, bool) else str(key): plainly(each)
            for key, each in value.items()
        }
    return [plainly(each) for each in value] if isinstance(value, list) else value


def faults(kind: str, text: str) -> list[str]:
    value = plainly(yaml.load(text, Plain))  # noqa: S506 - it is a SafeLoader
    return [
        f"{each.json_path}: {each.message[:120]}"
        for each in Draft202012Validator(SCHEMAS[kind]).iter_errors(value)
    ]


def test_there_are_files_of_every_kind() -> None:
    assert {kind for kind, _ in FILES} == {"guide", "layout", "job", "labels", "printer"}
    assert PACKS
    assert PRINTERS


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[kind])


@pytest.mark.parametrize(
    ("kind", "path"), [pytest.param(*each, id=f"{each[0]}-{each[1].stem}") for each in FILES]
)
def test_stock_files_pass_their_schema(kind: str, path: Path) -> None:
    assert faults(kind, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("printer", PRINTERS)
def test_the_printer_of_the_document_passes(printer: str) -> None:
    assert faults("printer", printer) == []


def test_a_figure_of_a_printer_may_stand_alone() -> None:
    """Without its source: it is the user's own then."""
    brief = "format: 1\nextends: kdp\nsources: {letter: Their letter}\ninterior: {bleed: 3mm, bleed_edges: top, last_blank: true}\n"
    assert faults("printer", brief) == []


@pytest.mark.parametrize("pack", PACKS)
def test_the_pack_of_the_document_passes(pack: str) -> None:
    assert faults("pack", pack) == []


def test_a_new_guide_passes() -> None:
    assert faults("guide", new_guide("1984", "George Orwell", "en").text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("guide", "format: 1\ntitle: T\nauthor: A\n"),
        ("guide", "format: 1\ntitle: T\nauthor: A\noverview: O\nthemse: []\n"),
        ("layout", "extends: base\npage: {sise: a4}\n"),
        ("job", "format: 1\ntitle: T\nguides: g.yaml\nlayouts: [exam]\nrooster: r.csv\n"),
        ("pack", "format: 1\ntitle: T\nparts: [a.pdf]\nlabels: keeep\n"),
        ("pack", "format: 1\ntitle: T\n"),
        ("labels", "format: 1\nlanguage: xx\nwordz: {}\n"),
        ("printer", "format: 1\nextends: kdp\ninterior: {bleeed: 3mm}\n"),
        ("printer", "format: 1\nextends: kdp\ninterior: {bleed: 3 furlongs}\n"),
        ("printer", "format: 1\nextends: kdp\npapers: {white: {inks: {black: {caliper: thick}}}}\n"),
    ],
)
def test_faulty_files_do_not_pass(kind: str, text: str) -> None:
    assert faults(kind, text) != []


EDITORS = (ROOT / "docs/editors.md").read_text(encoding="utf-8")


def test_the_document_on_editors_names_schemas_that_there_are() -> None:
    named = re.findall(r"`guidepress schema ?(\w*) > (\w+)\.schema\.json`", EDITORS)
    assert [(kind or "guide", file) for kind, file in named] == [
        (kind, kind) for kind in ("guide", "layout", "job", "pack", "labels", "printer")
    ]
    assert {kind or "guide" for kind, _ in named} == SCHEMAS.keys()


def test_the_settings_in_the_document_can_be_read() -> None:
    (settings,) = re.findall(r"^```json\n(.*?)^```", EDITORS, re.DOTALL | re.MULTILINE)
    assert set(json.loads(settings)) == {"yaml.schemas"}
    (languages,) = re.findall(r"^```toml\n(.*?)^```", EDITORS, re.DOTALL | re.MULTILINE)
    server = tomllib.loads(languages)["language-server"]["yaml-language-server"]
    assert server["config"]["yaml"]["schemas"] == {"./guide.schema.json": "guides/*.yaml"}

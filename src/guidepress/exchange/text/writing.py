"""In: a draft of a guide. Out: its YAML, with the line at its head by which editors find the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.yaml_writing import as_comment, write_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guidepress.base.yaml_writing import Writable

__all__ = ["SCHEMA_FILE", "written_guide"]

SCHEMA_FILE = "guide.schema.json"
"""Written beside a guide. Its first line names it to the language server of VS Code, Neovim and Helix, the second one to
the editors of JetBrains."""


def written_guide(values: Mapping[str, Writable], head: Sequence[str]) -> str:
    """Write a guide.

    Args:
        values: by key, in order.
        head: sentences that stand above them.
    """
    lines = [f"# yaml-language-server: $schema={SCHEMA_FILE}", f"# $schema: {SCHEMA_FILE}"]
    for sentence in head:
        lines += as_comment(sentence)
    return "\n".join([*lines, write_yaml(values)])

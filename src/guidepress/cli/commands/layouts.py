"""In: the words after `guidepress layouts`. Out: a list of the stock layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cli.commands import Command, never
from guidepress.cli.commands.common import JSON
from guidepress.cli.options import Given

if TYPE_CHECKING:
    from guidepress.finish import Finish

__all__ = ["COMMAND"]


class _Given(Given):
    json: bool


def _run(given: _Given, _: Finish | None) -> int:
    from guidepress.cli.listing import list_layouts  # noqa: PLC0415 - help and wrong use need no engine

    return list_layouts(as_json=given.json)


COMMAND = Command((JSON,), _Given, _run, never)

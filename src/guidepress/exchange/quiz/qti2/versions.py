"""The versions of QTI that are written: their names, namespaces and spelling."""

from __future__ import annotations

import html
import re
from functools import cache

from guidepress.base.record import record

__all__ = ["QTI21", "QTI22", "QTI30", "QtiVersion"]

_HUMP = re.compile(r"(?<!^)(?=[A-Z])")
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


@cache
def _kebab(name: str) -> str:
    return _HUMP.sub("-", name).lower()


@record
class QtiVersion:
    """A version.

    Attributes:
        name: as people say it: "QTI 2.1".
        number: as types of resources have it: "v2p1".
        items: the namespace of items and tests.
        schema: where their schema lies.
        package: the namespace of manifests.
        said: what a manifest calls its schema, and the version of it.
        templates: where response processing templates lie.
        later: it spells names as qti-choice-interaction and response-identifier.
    """

    name: str
    number: str
    items: str
    schema: str
    package: str
    said: tuple[str, str]
    templates: str
    later: bool = False

    def element(self, name: str, inside: str = "", /, **attributes: str) -> str:
        """An element of this version; names as version 2 has them. What is inside is XML already."""
        tag = f"qti-{_kebab(name)}" if self.later else name
        if self.later:
            said = "".join(f' {_kebab(key)}="{html.escape(value)}"' for key, value in attributes.items())
        else:
            said = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items())
        return f"<{tag}{said}>{inside}</{tag}>" if inside else f"<{tag}{said}/>"

    def document(self, name: str, inside: str, language: str, /, **attributes: str) -> str:
        """A whole file with an outermost element."""
        made = self.element(name, inside, **attributes)
        tag = made[1:].partition(" ")[0]
        spaces = (
            f' xmlns="{self.items}" xmlns:xsi="{_INSTANCE}" xsi:schemaLocation="{self.items} {self.schema}"'
            + (f' xml:lang="{html.escape(language)}"' if language else "")
        )
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<{tag}{spaces}{made[len(tag) + 1 :]}\n'


def _version2(minor: str) -> QtiVersion:
    number = f"v2p{minor}"
    return QtiVersion(
        f"QTI 2.{minor}",
        number,
        f"http://www.imsglobal.org/xsd/imsqti_{number}",
        f"http://www.imsglobal.org/xsd/qti/qti{number}/imsqti_{number}.xsd",
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        (f"QTIv2.{minor} Package", "1.0.0"),
        f"http://www.imsglobal.org/question/qti_{number}/rptemplates/",
    )


QTI21, QTI22 = _version2("1"), _version2("2")

QTI30 = QtiVersion(
    "QTI 3.0",
    "v3p0",
    "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    ("QTI Package", "3.0.0"),
    "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/",
    later=True,
)

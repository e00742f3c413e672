"""The nine kinds of cases: which files are damaged, and what is done with them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from tests.fuzz.harness import Case
from tests.fuzz.mutating import TOKENS, mutated, mutated_text
from tests.fuzz.seeds import ROOT, guides, layout_names, pictures, sound_pdfs

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

__all__ = ["MAKERS", "replays"]

_GUIDE = "format: 1\ntitle: T\nauthor: A\noverview: |-\n  Text ![A picture]({}) here.\n\n  ![Alone]({})\n"


def _guide(chance: Random) -> Case:
    name = chance.choice(sorted(guides()))
    text = mutated_text(guides()[name], chance)
    words = (
        ("build", "g.yaml", "-l", chance.choice(layout_names()))
        if chance.random() < 0.1
        else ("check", "g.yaml")
    )
    short = name in {"ozymandias", "everything"}
    files = {"g.yaml": text.encode("utf-8", "surrogatepass"), **pictures()}
    return Case(files, words if short or words[0] == "check" else ("check", "g.yaml"), "g.yaml")


def _layout(chance: Random) -> Case:
    texts = [
        (ROOT / "layouts" / f"{name}.yaml").read_text(encoding="utf-8") for name in (*layout_names(), "base")
    ]
    if chance.random() < 0.5:
        text = mutated_text(chance.choice(texts), chance)
    else:
        text = f"format: 1\nextends: {chance.choice(layout_names())}\npage: {{{_page(chance)}}}\n"
    return Case(
        {"l.yaml": text.encode("utf-8", "surrogatepass"), "g.yaml": guides()["ozymandias"].encode()},
        ("build", "g.yaml", "-l", "l.yaml", "-o", "o.pdf"),
        "l.yaml",
    )


def _page(chance: Random) -> str:
    """Keys of a page with values that are mostly of the right kind."""
    sizes = ("letter", "a4", "a6", "5x8", "2in x 9in", "12in x 3in", "19in x 19in")
    keys: dict[str, Callable[[], str]] = {
        "size": lambda: chance.choice(sizes),
        "columns": lambda: str(chance.choice((1, 2, 3, 9))),
        "column_gap": lambda: f"{chance.choice((0, 1, 20, 300))}pt",
        "grid": lambda: f"{chance.choice((0, 1, 14, 90))}pt",
        "margins": lambda: (
            f"{{{chance.choice(('top', 'bottom', 'inside', 'outside'))}: {chance.choice((0, 5, 40, 200))}pt}}"
        ),
        "margin_column": lambda: chance.choice(
            ("none", "{width: 60pt, gap: 5pt}", "{width: 200pt, gap: 0pt}")
        ),
        "mirrored": lambda: chance.choice(("true", "false", chance.choice(TOKENS))),
    }
    chosen = chance.sample(sorted(keys), chance.randint(1, 3))
    return ", ".join(f"{key}: {keys[key]()}" for key in chosen)


def _pdf(chance: Random) -> Case:
    data = mutated(chance.choice(sound_pdfs()), chance)
    words = chance.choice(
        (
            ("verify", "a.pdf"),
            ("merge", "a.pdf", "b.pdf", "-o", "o.pdf", "--contents"),
            ("impose", "a.pdf", "-o", "o.pdf"),
            ("stamp", "a.pdf", "-t", "Draft", "-o", "o.pdf"),
        )
    )
    return Case({"a.pdf": data, "b.pdf": sound_pdfs()[0]}, words, "a.pdf")


def _image(chance: Random) -> Case:
    name = chance.choice(sorted(pictures()))
    text = _GUIDE.format(name, name)
    words = ("build", "g.yaml", "-o", "o.pdf")
    return Case({"g.yaml": text.encode(), name: mutated(pictures()[name], chance)}, words, name)


def _job(chance: Random) -> Case:
    text = (ROOT / "docs/examples" / chance.choice(("period-3.yaml", "workbooks-8.yaml"))).read_text("utf-8")
    rosters = {
        name: (ROOT / "docs/examples" / name).read_bytes() for name in ("period-3.csv", "klassen-8.csv")
    }
    made = {f"guides/{name}.yaml": guide.encode() for name, guide in guides().items()}
    return Case(
        {**rosters, **made, "j.yaml": mutated_text(text, chance).encode("utf-8", "surrogatepass")},
        ("export", "--plan", "j.yaml"),
        "j.yaml",
    )


def _roster(chance: Random) -> Case:
    data = (ROOT / "docs/examples" / chance.choice(("period-3.csv", "klassen-8.csv"))).read_bytes()
    if chance.random() < 0.5:
        data = mutated(data, chance)
    else:
        text = mutated_text(data.decode("utf-8", "replace"), chance)
        data = text.encode(chance.choice(("utf-8", "utf-16", "cp1252")), "replace")
    return Case({"r.csv": data}, ("roster", "r.csv", "--names"), "r.csv")


def _document(chance: Random) -> Case:
    text = chance.choice(sorted(guides().values()))[:6000]
    kind = chance.choice(("md", "txt", "html", "docx"))
    if kind == "docx":
        return Case({"d.docx": mutated(_docx(text), chance)}, ("import", "d.docx", "-o", "g.yaml"), "d.docx")
    if kind == "html":
        body = text.replace("\n\n", "</p><p>").replace("- ", "<li>")
        text = f"<html><body><h1>T</h1><p>{body}</p><table><tr><td>a<td>b</table></body></html>"
    data = mutated_text(text, chance).encode("utf-8", "surrogatepass")
    return Case({f"d.{kind}": data}, ("import", f"d.{kind}", "-o", "g.yaml"), f"d.{kind}")


def _docx(text: str) -> bytes:
    """A Word file of a paragraph a line."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in escaped.split("\n"))
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override PartName="/word/document.xml" '
        f'ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{lines}</w:body></w:document>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return stream.getvalue()


_GIFT = """::One:: What rose? {=the Nile ~the Thames ~%50%the Rhine # no}
::Two:: True or not? {T}
::Three:: Match. {=a -> b =c -> d}
::Four:: How many? {#12:2}
::Five:: The {=sun ~moon} is warm.
"""
_AIKEN = "What rose?\nA. The Nile\nB. The Thames\nANSWER: A\n\nWho fell?\nA) He\nB) She\nANSWER: B\n"
_MOODLE = """<?xml version="1.0"?><quiz><question type="multichoice"><name><text>n</text></name><questiontext format="html">
<text>What?</text></questiontext><single>true</single><answer fraction="100"><text>a</text></answer><answer fraction="0">
<text>b</text></answer></question><question type="cloze"><name><text>c</text></name><questiontext format="html">
<text>The {1:SHORTANSWER:=sun~moon} shines.</text></questiontext></question></quiz>"""
_CSV = "Question,Answer 1,Answer 2,Correct\nWhat?,a,b,1\nWho?,c,d,2\n"


def _quiz(chance: Random) -> Case:
    name, text = chance.choice((("q.gift", _GIFT), ("q.txt", _AIKEN), ("q.xml", _MOODLE), ("q.csv", _CSV)))
    data = mutated_text(text, chance).encode("utf-8", "surrogatepass")
    if chance.random() < 0.3:
        data = mutated(data, chance)
    words = (
        ("import", name, "-o", "g.yaml")
        if chance.random() < 0.7
        else ("quiz", name, "--to", "gift", "-o", "o.gift")
    )
    return Case({name: data}, words, name)


def _printer(chance: Random) -> Case:
    files = sorted((ROOT / "src/guidepress/press/printers").rglob("*.yaml"))
    text = chance.choice(files).read_text(encoding="utf-8")
    data = mutated_text(text, chance).encode("utf-8", "surrogatepass")
    return Case({"p.yaml": data}, ("printers", "show", "p.yaml"), "p.yaml")


MAKERS: dict[str, Callable[[Random], Case]] = {
    "guides": _guide,
    "layouts": _layout,
    "pdfs": _pdf,
    "images": _image,
    "jobs": _job,
    "rosters": _roster,
    "documents": _document,
    "quizzes": _quiz,
    "printers": _printer,
}
"""Makes a case, by the name of the fuzzer."""

_REPLAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "guides": (("check", "{}"), ("build", "{}", "-o", "o.pdf")),
    "layouts": (("build", "sound.yaml", "-l", "{}", "-o", "o.pdf"),),
    "packs": (("pack", "{}"),),
    "pdfs": (
        ("verify", "{}"),
        ("merge", "{}", "{}", "-o", "o.pdf"),
        ("impose", "{}", "-o", "o.pdf"),
        ("stamp", "{}", "-t", "Draft", "-o", "o.pdf"),
    ),
    "images": (("build", "pictured.yaml", "-o", "o.pdf"),),
    "jobs": (("export", "--plan", "{}"),),
    "rosters": (("roster", "{}", "--names"),),
    "documents": (("import", "{}", "-o", "g.yaml"),),
    "quizzes": (("import", "{}", "-o", "g.yaml"), ("quiz", "{}", "--to", "gift", "-o", "o.gift")),
    "printers": (("printers", "show", "{}"),),
}
"""The commands that meet a file of the corpus, by the fuzzer that found it."""


def replays(fuzzer: str, name: str, data: bytes) -> list[Case]:
    """The cases that a file of the corpus stands for."""
    files = {
        name: data,
        "sound.yaml": guides()["ozymandias"].encode(),
        "g.yaml": guides()["ozymandias"].encode(),
        "pictured.yaml": _GUIDE.format(name, name).encode(),
    } | {name: data}
    return [Case(files, tuple(word.format(name) for word in words), name) for words in _REPLAYS[fuzzer]]

"""The nine kinds of cases: which files are damaged, and what is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuzz.harness import Case
from tests.fuzz.mutating import PDF_WORDS, mutated, mutated_figures, mutated_text, mutated_words
from tests.fuzz.seeds import ROOT, guides, layout_names, pictures
from tests.fuzz.small import small_guide
from tests.fuzz.small_exchange import QUIZZES, docx
from tests.fuzz.small_packages import pupils, quizzes, repacked, word_files
from tests.fuzz.small_pdfs import small_pdfs
from tests.fuzz.wild_layouts import wild_layout

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

__all__ = ["MAKERS", "replays"]

_BUILT = 0.25
"""How many of the guides are built; the others are checked, which does all but write them."""
_GENTLY = 0.4
"""How many of the guides that are checked are damaged in their words alone; those that are built all are."""
_OURS = 0.15
"""How many of the damaged files are books of ours; the others are smaller and have more of what is rare."""
_MADE = 0.1
"""How many of the jobs are done; of the others it is said what they would make."""
_PACKED = 0.5
"""How many of the quizzes, Word files and rosters are packages with all that their kind may have."""
_FIGURES = 0.4
_DRAWN = 0.2
"""How many of the pictures are drawings."""
_FORMATS = ("gift", "moodle", "qti21", "cartridge", "h5p", "anki", "csv", "kahoot")
_PAPERS = ("letter", "a4", "a5", "a6", "b5", "5x8", "6x9", "tabloid", "90mm x 120mm", "17in x 4in")

_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40mm" height="30mm">
<defs><g id="g"><circle cx="5" cy="5" r="4" fill="#08f" fill-opacity="0.5"/></g></defs>
<style>.a { stroke: red; stroke-width: 2 }</style>
<g transform="translate(2 3) rotate(10) scale(1.5)">
<path class="a" d="M1 1 L9 1 C12 2 3 4 5 9 q1 1 2 2 a3 4 5 0 1 6 6 Z" fill="none" stroke-dasharray="1 2"/>
<rect x="1" y="2" width="10%" height="4" rx="1" style="fill:rgb(10,20,30)"/>
<polygon points="1,2 3,4 5,6"/><line x1="0" y1="0" x2="9" y2="9"/></g>
<use href="#g" x="3" y="4"/></svg>
"""
_GUIDE = "format: 1\ntitle: T\nauthor: A\noverview: |-\n  Text ![A picture]({}) here.\n\n  ![Alone]({})\n"


def _guide(chance: Random) -> Case:
    built = chance.random() < _BUILT
    damage = mutated_words if built or chance.random() < _GENTLY else mutated_text
    text = damage(small_guide(chance), chance)
    files = {"g.yaml": text.encode("utf-8", "surrogatepass"), **_few_pictures()}
    layout = chance.choice(layout_names())
    words = ("build", "g.yaml", "-l", layout, "-o", "o.pdf") if built else ("check", "g.yaml", "-l", layout)
    return Case(files, (words,), "g.yaml")


def _few_pictures() -> dict[str, bytes]:
    """The two that small guides name."""
    return {name: pictures()[name] for name in ("L.png", "RGB.png")}


def _layout(chance: Random) -> Case:
    if chance.random() < 0.4:
        name = chance.choice((*layout_names(), "base"))
        text = mutated_text((ROOT / "layouts" / f"{name}.yaml").read_text(encoding="utf-8"), chance)
    else:
        text = wild_layout(chance)
    paper = ("--paper", chance.choice(_PAPERS)) if chance.random() < 0.2 else ()
    files = {
        "l.yaml": text.encode("utf-8", "surrogatepass"),
        "g.yaml": small_guide(chance, 3, 6).encode(),
        **_few_pictures(),
    }
    return Case(files, (("build", "g.yaml", "-l", "l.yaml", *paper, "-o", "o.pdf"),), "l.yaml")


def _pdf(chance: Random) -> Case:
    by_hand, ours = small_pdfs()
    data = mutated(chance.choice(ours if chance.random() < _OURS else by_hand), chance, PDF_WORDS)
    scheme = ("-s", chance.choice(("saddle", "perfect", "up", "zine", "cards")))
    strip = ("--strip-active",) if chance.random() < 0.3 else ()
    commands = (
        ("verify", "a.pdf"),
        ("merge", "a.pdf", "b.pdf", *(("--contents",) if chance.random() < 0.2 else ()), "-o", "o.pdf"),
        ("impose", "a.pdf", *(scheme if chance.random() < 0.5 else ()), "-o", "i.pdf"),
        ("stamp", "a.pdf", "-t", "Draft", *strip, "-o", "s.pdf"),
        *((("preflight", "a.pdf"),) if chance.random() < 0.3 else ()),
    )
    return Case({"a.pdf": data, "b.pdf": by_hand[0]}, commands, "a.pdf")


def _image(chance: Random) -> Case:
    drawn = chance.random() < _DRAWN
    name = "a.svg" if drawn else chance.choice(sorted(pictures()))
    text = _GUIDE.format(name, name)
    words = ("build", "g.yaml", "-l", "one-page", "-o", "o.pdf")
    data = (
        mutated_text(_SVG, chance).encode("utf-8", "surrogatepass")
        if drawn
        else mutated(pictures()[name], chance)
    )
    return Case({"g.yaml": text.encode(), name: data}, (words,), name)


def _job(chance: Random) -> Case:
    text = (ROOT / "docs/examples" / chance.choice(("period-3.yaml", "workbooks-8.yaml"))).read_text("utf-8")
    files = {
        name: b"\n".join((ROOT / "docs/examples" / name).read_bytes().splitlines()[:4])
        for name in ("period-3.csv", "klassen-8.csv")
    }
    for name in ("a-christmas-carol", "ozymandias"):
        files[f"guides/{name}.yaml"] = small_guide(chance, 4, 6).encode()
    files |= _few_pictures()
    job = mutated_text(text.replace("../../guides", "guides"), chance)
    files["j.yaml"] = job.encode("utf-8", "surrogatepass")
    plan = ("export", "--plan", "j.yaml")
    made = ("export", "j.yaml", "--workers", "1", "--output", "out")
    return Case(files, (plan, made) if chance.random() < _MADE else (plan,), "j.yaml")


def _roster(chance: Random) -> Case:
    if chance.random() < _PACKED:
        data = repacked(pupils(), lambda part: mutated(part, chance), chance)
        return Case({"r.xlsx": data}, (("roster", "r.xlsx", "--names"),), "r.xlsx")
    data = (ROOT / "docs/examples" / chance.choice(("period-3.csv", "klassen-8.csv"))).read_bytes()
    if chance.random() < 0.5:
        data = mutated(data, chance)
    else:
        text = mutated_text(data.decode("utf-8", "replace"), chance)
        data = text.encode(chance.choice(("utf-8", "utf-16", "cp1252")), "replace")
    return Case({"r.csv": data}, (("roster", "r.csv", "--names"),), "r.csv")


def _document(chance: Random) -> Case:
    text = small_guide(chance, 2, 5)
    kind = chance.choice(("md", "txt", "html", "docx"))
    if kind == "html":
        body = text.replace("\n\n", "</p><p>").replace("- ", "<li>")
        text = f"<html><body><h1>T</h1><p>{body}</p><table><tr><td>a<td>b</table></body></html>"
    name = f"d.{kind}"
    if kind != "docx":
        data = mutated_text(text, chance).encode("utf-8", "surrogatepass")
    elif chance.random() < _PACKED:
        data = repacked(chance.choice(word_files()), lambda part: _struck(part, chance), chance)
    elif chance.random() < 0.5:
        data = mutated(docx(text), chance)
    else:
        data = docx(text, lambda part: mutated(part, chance))
    return Case({name: data}, (("import", name, "-o", "g.yaml"),), name)


def _quiz(chance: Random) -> Case:
    if chance.random() < _PACKED:
        name, sound = chance.choice(sorted(quizzes().items()))
        data = repacked(sound, lambda part: _struck(part, chance), chance)
    else:
        name = chance.choice(sorted(QUIZZES))
        data = mutated_text(QUIZZES[name], chance).encode("utf-8", "surrogatepass")
    if chance.random() < 0.3:
        data = mutated(data, chance)
    into = ("import", name, "-o", "g.yaml")
    onward = ("quiz", name, "--to", chance.choice(_FORMATS), "-o", "o.out")
    return Case({name: data}, (into,) if chance.random() < 0.6 else (into, onward), name)


def _struck(part: bytes, chance: Random) -> bytes:
    """Damage a part of a package: what its figures say, its text or its bytes."""
    way = chance.random()
    if way < _FIGURES:
        return mutated_figures(part, chance)
    try:
        return (
            mutated_text(part.decode(), chance).encode("utf-8", "surrogatepass")
            if way < 0.8
            else mutated(part, chance)
        )
    except UnicodeDecodeError:
        return mutated(part, chance)


def _printer(chance: Random) -> Case:
    files = sorted((ROOT / "src/guidepress/press/printers").rglob("*.yaml"))
    text = chance.choice(files).read_text(encoding="utf-8")
    data = mutated_text(text, chance).encode("utf-8", "surrogatepass")
    return Case({"p.yaml": data}, (("printers", "show", "p.yaml"),), "p.yaml")


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
        ("preflight", "{}"),
    ),
    "images": (("build", "pictured.yaml", "-o", "o.pdf"),),
    "jobs": (("export", "--plan", "{}"),),
    "rosters": (("roster", "{}", "--names"),),
    "documents": (("import", "{}", "-o", "new.yaml"),),
    "quizzes": (("import", "{}", "-o", "new.yaml"), ("quiz", "{}", "--to", "gift", "-o", "o.gift")),
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
    return [Case(files, (tuple(word.format(name) for word in words),), name) for words in _REPLAYS[fuzzer]]

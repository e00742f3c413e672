"""In: a folder. Out: files that stand at a limit, or are as bad as a text can be, and the command that meets them.

`python -m benchmarks.edges NAME` writes those of a name into the current folder and prints the words of the command.

What has several dear shapes has a maker for each. A file is as large as it may be where its size is the limit, and a
megabyte where its size is not.
"""

from __future__ import annotations

import json
import random
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.edge_files import FILES
from guidepress.base.limits import (
    DEPTH,
    DIAGNOSTICS,
    DIGITS,
    DRAWING_PARTS,
    EXTENDS,
    FILE_BYTES,
    MULTIPLE,
    NODES,
    NOTE_DEPTH,
    PAGE_BYTES,
    PICTURE_BYTES,
    PLACED_WORDS,
    WORD,
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["EDGES", "TEXTS"]

_HEAD = "format: 1\ntitle: T\nauthor: A\n"
_BUILD = ("build", "g.yaml", "-l", "one-page", "-o", "o.pdf")
_PLAIN = "format: 1\ntitle: T\nauthor: A\noverview: A text.\n"
_MEGABYTE = 1_000_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = 64
_SIDE = 7071
"""Of a square picture with as many pixels as one may have: 7071 x 7071 is 49,999,041."""


def _write(folder: Path, name: str, text: str | bytes) -> None:
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def _guide(folder: Path, text: str, layout: str = "study-guide") -> tuple[str, ...]:
    """A guide with this overview."""
    lines = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
    _write(folder, "g.yaml", f"{_HEAD}overview: |-\n{lines}")
    return ("build", "g.yaml", "-l", layout, "-o", "o.pdf")


def _padded(text: str) -> str:
    """A file of as many bytes as one may have, most of them comments."""
    line = "# " + "x" * 97 + "\n"
    text += line * ((FILE_BYTES - len(text)) // len(line))
    return text + "#" * (FILE_BYTES - len(text))


def _prose(size: int) -> str:
    """Paragraphs of English, each once or more, of so many bytes."""
    lines = [
        line
        for line in (Path(__file__).parent / "texts" / "a-christmas-carol.txt")
        .read_text("utf-8")
        .splitlines()
        if len(line) > 40
    ]
    text = "\n\n".join(line.strip().replace("[", "(").replace("]", ")") for line in lines)
    return (f"{text}\n\n" * (size // len(text) + 1))[:size].encode("ascii", "ignore").decode().rstrip()


def _prose_at_edge(folder: Path) -> tuple[str, ...]:
    return _guide(folder, _prose(9_400_000))


def _padded_guide(folder: Path) -> tuple[str, ...]:
    _write(folder, "g.yaml", _padded(_PLAIN))
    return _BUILD


def _padded_layout(folder: Path) -> tuple[str, ...]:
    _write(folder, "g.yaml", _PLAIN)
    _write(folder, "l.yaml", _padded("format: 1\nextends: one-page\n"))
    return ("build", "g.yaml", "-l", "l.yaml", "-o", "o.pdf")


def _described_layout(folder: Path) -> tuple[str, ...]:
    _write(folder, "g.yaml", _PLAIN)
    _write(folder, "l.yaml", f"format: 1\nextends: one-page\ndescription: {'x ' * (FILE_BYTES // 2 - 50)}\n")
    return ("build", "g.yaml", "-l", "l.yaml", "-o", "o.pdf")


def _padded_labels(folder: Path) -> tuple[str, ...]:
    _write(folder, "g.yaml", _PLAIN)
    _write(folder, "w.yaml", _padded("format: 1\nlanguage: en\nwords: {exam: Test}\n"))
    _write(folder, "l.yaml", "format: 1\nextends: one-page\nlabels: w.yaml\n")
    return ("build", "g.yaml", "-l", "l.yaml", "-o", "o.pdf")


def _padded_pack(folder: Path) -> tuple[str, ...]:
    _write(folder, "g.yaml", _PLAIN)
    _write(folder, "p.yaml", _padded("format: 1\ntitle: T\nparts: [{guide: g.yaml, layout: one-page}]\n"))
    return ("pack", "p.yaml", "-o", "o.pdf")


def _padded_job(folder: Path) -> tuple[str, ...]:
    _write(folder, "g.yaml", _PLAIN)
    _write(folder, "j.yaml", _padded("format: 1\ntitle: T\nguides: g.yaml\nlayouts: [one-page]\n"))
    return ("export", "j.yaml", "--output", "out")


def _nodes(folder: Path) -> tuple[str, ...]:
    """A glossary: each entry is five values, the mapping, its keys and what they hold."""
    entries = "".join(f"  - {{term: word {n}, meaning: thing}}\n" for n in range((NODES - 50) // 5))
    _write(folder, "g.yaml", f"{_PLAIN}glossary:\n{entries}")
    return ("build", "g.yaml", "-l", "study-guide", "-o", "o.pdf")


def _depth(folder: Path) -> tuple[str, ...]:
    _write(folder, "g.yaml", f"{_PLAIN}plot: {'[' * (DEPTH - 1)}{']' * (DEPTH - 1)}\n")
    return _BUILD


def _quoted_deep(folder: Path) -> tuple[str, ...]:
    return _guide(folder, "\n\n".join(f"{'> ' * DEPTH}A word." for _ in range(1000)))


def _styles(folder: Path) -> tuple[str, ...]:
    chain = "".join(f"  s{n}: {{extends: s{n - 1}}}\n" for n in range(1, EXTENDS - 5))
    _write(folder, "g.yaml", _PLAIN)
    _write(folder, "l.yaml", f"format: 1\nextends: one-page\nstyles:\n  s0: {{extends: body}}\n{chain}")
    return ("build", "g.yaml", "-l", "l.yaml", "-o", "o.pdf")


def _layouts(folder: Path) -> tuple[str, ...]:
    _write(folder, "g.yaml", _PLAIN)
    for number in range(EXTENDS - 3):
        below = f"l{number + 1}.yaml" if number < EXTENDS - 4 else "one-page"
        _write(folder, f"l{number}.yaml", f"format: 1\nextends: {below}\n")
    return ("build", "g.yaml", "-l", "l0.yaml", "-o", "o.pdf")


def _notes(folder: Path) -> tuple[str, ...]:
    """Chains of notes, each as long as it may be."""
    chains = []
    for chain in range(500):
        cites = [f" and so on[^{chain}-{n + 1}]" if n < NOTE_DEPTH else "" for n in range(1, NOTE_DEPTH + 1)]
        notes = "\n".join(f"[^{chain}-{n}]: A note{cite}." for n, cite in enumerate(cites, 1))
        chains.append(f"Words[^{chain}-1].\n\n{notes}")
    return _guide(folder, "\n\n".join(chains))


def _length(folder: Path) -> tuple[str, ...]:
    _write(folder, "l.yaml", "format: 1\nextends: study-guide\npage: {size: 200in x 200in}\n")
    return (*_guide(folder, _prose(_MEGABYTE))[:3], "l.yaml", "-o", "o.pdf")


def _digits(folder: Path) -> tuple[str, ...]:
    """A question with as many lines to write on as can be said."""
    question = f"{{type: long_answer, prompt: Why?, answer: A., lines: {'9' * DIGITS}, use: [exam]}}"
    _write(folder, "g.yaml", f"{_PLAIN}questions: [{question}]\n")
    return ("build", "g.yaml", "-l", "exam", "-o", "o.pdf")


def _pdf(folder: Path, objects: dict[int, bytes], name: str = "a.pdf") -> None:
    """A file of these objects; the first is its catalogue."""
    made, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    at = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(objects))
    made += b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, at)
    _write(folder, name, bytes(made))


def _one_page(contents: bytes, **streams: bytes) -> dict[int, bytes]:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents %b/Resources<</Font<</F 4 0 R>>>>>>"
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: page % contents,
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    for number, data in enumerate(streams.values(), 5):
        packed = zlib.compress(data)
        head = b"<</Filter/FlateDecode/Length %d>>" % len(packed)
        objects[number] = b"%b\nstream\n%b\nendstream" % (head, packed)
    return objects


def _multiple(folder: Path) -> tuple[str, ...]:
    _pdf(folder, _one_page(b"5 0 R", a=b"BT /F 12 Tf 9 9 Td (Hello) Tj ET"))
    return ("merge", *["a.pdf"] * 60, "--multiple-of", str(MULTIPLE), "-o", "o.pdf")


def _page_bytes(folder: Path) -> tuple[str, ...]:
    """One stream of a megabyte, named as often as may be."""
    lines = b"1 0 0 1 5 5 cm 0 0 m 10 10 l S\n" * (_MEGABYTE // 31)
    often = (PAGE_BYTES - 1) // (len(lines) + 1)
    _pdf(folder, _one_page(b"[" + b"5 0 R " * often + b"]", a=lines))
    return ("impose", "a.pdf", "-s", "up", "-o", "o.pdf")


def _placed(folder: Path) -> tuple[str, ...]:
    """Pages of short texts up to the last word that is followed; each text is five words, and some by its bytes."""
    text = b"BT /F 9 Tf 9 9 Td (Hi) Tj ET\n"
    words = 11 + len(text) / 8
    _pdf(folder, _one_page(b"5 0 R", a=text * int(PLACED_WORDS / words)))
    return ("verify", "a.pdf")


def _diagnostics(folder: Path) -> tuple[str, ...]:
    """Every value that a file may have, and each of them wrong; two hundred of the faults are told."""
    _write(folder, "g.yaml", _PLAIN + "".join(f"wrong{n}: {n}\n" for n in range(NODES // 2 - 10)))
    return _BUILD


def _picture(mode: str, suffix: str, **options: object) -> Callable[[Path], tuple[str, ...]]:
    """A picture of noise in four levels: what packs it well enough to be no larger than a file may be."""

    def make(folder: Path) -> tuple[str, ...]:
        from PIL import Image  # noqa: PLC0415 - the process that measures stays small

        picture = Image.new(mode, (_SIDE, _SIDE))
        size = _SIDE * _ROWS * len(Image.new(mode, (1, 1)).tobytes())
        noise = random.Random(1).randbytes(size).translate(bytes(level & 0xC0 for level in range(256)))  # noqa: S311 - no secrets
        for row in range(0, _SIDE, _ROWS):
            picture.paste(Image.frombytes(mode, (_SIDE, _ROWS), noise), (0, row))
        picture.save(folder / f"a.{suffix}", **options)  # type: ignore[arg-type]
        return _guide(folder, f"![A picture](a.{suffix})", "one-page")

    return make


def _picture_bytes(folder: Path) -> tuple[str, ...]:
    """A picture of noise with as many bytes as one may have: PNG without compression, four bytes a pixel."""
    from PIL import Image  # noqa: PLC0415 - the process that measures stays small

    side = int(((PICTURE_BYTES - _MEGABYTE) / 4) ** 0.5)
    noise = random.Random(1).randbytes(side * side * 4)  # noqa: S311 - no secrets
    Image.frombytes("RGBA", (side, side), noise).save(folder / "a.png", compress_level=0)
    return _guide(folder, "![A picture](a.png)", "one-page")


def _lines(folder: Path, count: int) -> tuple[str, ...]:
    head, foot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0', '"/></svg>'
    _write(folder, "a.svg", head + "L1 2L2 1" * (count // 2) + foot)
    return _guide(folder, "![A drawing](a.svg)", "one-page")


def _drawing(folder: Path) -> tuple[str, ...]:
    """Lines of four letters each: of 25 parts one is for a hundred letters."""
    return _lines(folder, (DRAWING_PARTS - 100) * 25 // 26)


def _large_drawing(folder: Path) -> tuple[str, ...]:
    """A drawing of as many bytes as one may have, and so of far more lines: refused."""
    return _lines(folder, (FILE_BYTES - 100) // 4)


def _different(count: int) -> str:
    def word(number: int) -> str:
        made = ""
        for _ in range(4):
            number, letter = divmod(number, 26)
            made += _LETTERS[letter]
        return made + "ing"

    return " ".join(map(word, range(count)))


def _text(text: str) -> Callable[[Path], tuple[str, ...]]:
    return lambda folder: _guide(folder, text)


def _key_values(folder: Path) -> tuple[str, ...]:
    """One JSON file, since that is YAML too: the same as flow."""
    _write(
        folder,
        "g.yaml",
        json.dumps({"format": 1, "title": "T", "author": "A", "overview": _prose(_MEGABYTE)}),
    )
    return ("build", "g.yaml", "-l", "study-guide", "-o", "o.pdf")


EDGES: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "FILE_BYTES guide, padded": _padded_guide,
    "FILE_BYTES layout, padded": _padded_layout,
    "FILE_BYTES layout, described": _described_layout,
    "FILE_BYTES labels, padded": _padded_labels,
    "FILE_BYTES pack, padded": _padded_pack,
    "FILE_BYTES job, padded": _padded_job,
    "FILE_BYTES drawing": _large_drawing,
    "DRAWING_PARTS": _drawing,
    "NODES glossary": _nodes,
    "DEPTH brackets": _depth,
    "DEPTH quotations": _quoted_deep,
    "EXTENDS styles": _styles,
    "EXTENDS layouts": _layouts,
    "NOTE_DEPTH x 500": _notes,
    "LENGTH": _length,
    "DIGITS": _digits,
    "WORD of one letter": _text("x" * WORD),
    "WORD that is hyphenated": _text("".join(_different(15_000).split())[:WORD]),
    "MULTIPLE x 60": _multiple,
    "PAGE_BYTES": _page_bytes,
    "PICTURE_PIXELS grey": _picture("L", "png"),
    "PICTURE_PIXELS colour": _picture("RGB", "png", compress_level=1),
    "PICTURE_PIXELS alpha": _picture("RGBA", "png", compress_level=1),
    "PICTURE_PIXELS 16 bit": _picture("I;16", "png", compress_level=1),
    "PICTURE_PIXELS JPEG": _picture("RGB", "jpg", quality=50),
    "PICTURE_PIXELS progressive": _picture("RGB", "jpg", quality=50, progressive=True),
    "PICTURE_PIXELS CMYK": _picture("CMYK", "jpg", quality=50),
    "PICTURE_BYTES": _picture_bytes,
    "PLACED_WORDS": _placed,
    f"DIAGNOSTICS {DIAGNOSTICS} of {NODES // 2}": _diagnostics,
    **FILES,
}
"""A maker for each limit, or several, by the limit's name."""

TEXTS: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "a word of 600,000 letters": _text("x" * 600_000),
    "2,400 words of 40 letters, tied": _text("\N{NO-BREAK SPACE}".join(["x" * 40] * 2_400)),
    "500,000 words of one letter": _text("a " * 500_000),
    "a*b*c* x 8,000": _text("a*b*c*" * 8_000),
    "**a*b x 50,000": _text("**a*b " * 50_000),
    "50,000 unclosed links": _text("[a](" * 50_000),
    "50,000 unclosed brackets": _text("[" * 50_000),
    "50,000 unclosed quotations": _text("`a``b" * 50_000),
    "50,000 unclosed angles": _text("<a b" * 50_000),
    "50,000 unclosed strikes": _text("~~a" * 50_000),
    "50,000 unclosed pictures": _text("![a](b " * 50_000),
    "20,000 links": _text("[a](https://example.org) " * 20_000),
    "120,000 different words": _text(_different(120_000)),
    "a megabyte on one line": _text(_prose(_MEGABYTE).replace("\n", " ")),
    "a megabyte of lines": _text("a\n" * (_MEGABYTE // 2)),
    "20,000 items": _text("- a\n" * 20_000),
    "8,000 headings": _text("## A heading\n\nA text.\n\n" * 8_000),
    "100,000 short paragraphs": _text("a\n\n" * 100_000),
    "20,000 rows": _text("| a | b |\n|---|---|\n" + "| c | d |\n" * 20_000),
    "1,000 columns": _text("|" + " a |" * 1000 + "\n|" + "---|" * 1000 + "\n|" + " c |" * 1000),
    "a megabyte of prose": _text(_prose(_MEGABYTE)),
    "a megabyte in quotes": _key_values,
    "9.4 megabytes of prose": _prose_at_edge,
}
"""Texts that are long, or hard to read, by what they are."""


if __name__ == "__main__":
    sys.stdout.write(json.dumps({**EDGES, **TEXTS}[sys.argv[1]](Path.cwd())))

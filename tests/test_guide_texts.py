"""The guides that come with guidepress are true to their texts, letter for letter and place by place."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guidepress.base.yaml import read_yaml
from guidepress.guide import load_guide
from guidepress.guide.decoder import decode_guide

if TYPE_CHECKING:
    from guidepress.guide import Guide

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "benchmarks" / "texts"
FULL = ("a-christmas-carol", "macbeth")

OZYMANDIAS = """\
I met a traveller from an antique land
Who said: Two vast and trunkless legs of stone
Stand in the desert. Near them, on the sand,
Half sunk, a shattered visage lies, whose frown,
And wrinkled lip, and sneer of cold command,
Tell that its sculptor well those passions read
Which yet survive, stamped on these lifeless things,
The hand that mocked them and the heart that fed:
And on the pedestal these words appear:
“My name is Ozymandias, king of kings:
Look on my works, ye Mighty, and despair!”
Nothing beside remains. Round the decay
Of that colossal wreck, boundless and bare
The lone and level sands stretch far away."""

OTHERS_WORDS = {
    "a-christmas-carol": {
        "In Prose",
        "A Ghost Story",
        "nonsense!",
        "I do not believe you",
        "The Carol is an angry book.",
        "Reading with a Pencil",
        "The Song of the Shirt",
        "The Cry of the Children",
    },
    "macbeth": {
        "the Scottish play",
        "in strange and wild apparel",
        "if we fail, we fail",
        "The Witches are the least important characters in the play.",
        "The Tell-Tale Heart",
        "Ozymandias",
        "Come away, come away",
        "Black spirits",
    },
}
"""What stands between single quotes and is not from the work: titles, paraphrases, and other people's words."""


@cache
def loaded(name: str) -> Guide:
    return load_guide(ROOT / "guides" / f"{name}.yaml")


@cache
def parts(name: str) -> dict[str, str]:
    """The public-domain text by stave or scene as locators name them, stage directions left out."""
    head = re.compile(r"^#+ (?:Stave )?(\S+).*$", re.MULTILINE)
    _, *found = head.split((TEXTS / f"{name}.txt").read_text(encoding="utf-8"))
    staves = {numeral: f"Stave {number}" for number, numeral in enumerate(("I", "II", "III", "IV", "V"), 1)}
    return {
        staves.get(key, key): plain(re.sub(r"\[[^\]]*\]", "", text))
        for key, text in zip(found[::2], found[1::2], strict=True)
    }


@cache
def spoken(name: str) -> str:
    """The whole text twice: without names of speakers, and also without "said Scrooge" in the midst of speeches."""
    text = " ".join(re.sub(r"\b[A-Z][A-Z’ ]+: ", "", part) for part in parts(name).values())
    return text + re.sub(r"” [^“”]{3,60} “", " ", text)


def plain(text: str) -> str:
    """A quotation without its line breaks, and without the dots that say that its sentence began before or goes on."""
    return " ".join(text.replace("\\\n", "\n").split()).removeprefix("... ").removesuffix("...")


@cache
def quotations(name: str) -> list[tuple[str, str]]:
    """Everything that a guide gives as the words of the work, with the place it names."""
    guide = loaded(name)
    found = [(quote.text.source, quote.locator) for quote in guide.quotes]
    for unit in guide.units:
        found += [(entry.sentence.source, entry.locator) for entry in unit.vocabulary if entry.sentence]
        # A passage without a place stands in the one stave that its unit covers.
        found += [(part.original.source, part.locator or f"Stave {unit.covers}") for part in unit.passages]
    return found


@pytest.mark.parametrize("name", FULL)
def test_quotations_stand_letter_for_letter_where_the_guide_says(name: str) -> None:
    assert len(quotations(name)) >= 90
    false = [
        (words, place)
        for words, place in quotations(name)
        if plain(words) not in parts(name)[place]
        and plain(words) not in re.sub(r"\b[A-Z][A-Z’ ]+: ", "", parts(name)[place])
    ]
    assert false == []


@pytest.mark.parametrize("name", [*FULL, "don-quijote", "ozymandias"])
def test_a_quotation_that_begins_within_a_sentence_says_so(name: str) -> None:
    found = quotations(name)
    assert [words for words, _ in found if words[0].islower()] == []
    assert [words for words, _ in found if words.startswith("... ") and not words[4].islower()] == []


@pytest.mark.parametrize("name", [*FULL, "don-quijote", "ozymandias"])
def test_a_quotation_closes_the_speeches_that_it_opens(name: str) -> None:
    assert [words for words, _ in quotations(name) if words.count("“") != words.count("”")] == []


@pytest.mark.parametrize("path", sorted((ROOT / "guides").glob("*.yaml")), ids=lambda path: path.stem)
def test_no_mark_stands_off_from_the_blank_or_the_word_before_it(path: Path) -> None:
    _, names, _ = decode_guide(read_yaml(path))
    assert [text.source for text in names.texts if re.search(r"[\w_] [.,;:!?](?!\.\.)", text.source)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "guides").glob("*.yaml")), ids=lambda path: path.stem)
def test_whoever_a_guide_names_is_said_in_brief(path: Path) -> None:
    """A knowledge organiser prints one sentence of each."""
    guide = load_guide(path)
    assert [person.name for person in guide.characters if person.in_brief is None] == []
    assert [theme.name for theme in guide.themes if theme.in_brief is None] == []
    assert [symbol.name for symbol in guide.symbols if symbol.in_brief is None] == []


QUOTED = re.compile(r"(?:^|(?<=[\s(\[—*]))'([^'\n]{2,}?)'(?![a-z])", re.MULTILINE)
"""Words between single quotes; apostrophes of the works are curly, those of the guides stand inside words."""


def pattern(quoted: str) -> str:
    words = plain(quoted.replace(" / ", " ").replace("*", "")).casefold().rstrip(".,;:!?")
    return r"\w+".join(map(re.escape, words.split("____")))


@pytest.mark.parametrize("name", FULL)
def test_words_quoted_in_running_text_are_those_of_the_work(name: str) -> None:
    """The single-quoted words of every text field; " / " divides verse lines, "____" stands for the missing words."""
    _, names, _ = decode_guide(read_yaml(ROOT / "guides" / f"{name}.yaml"))
    ours = {passage.modern for unit in loaded(name).units for passage in unit.passages}
    found = {quoted for text in names.texts if text not in ours for quoted in QUOTED.findall(text.source)}
    assert len(found) >= 150
    text = spoken(name).casefold()
    false = {quoted for quoted in found if not re.search(pattern(quoted), text)}
    assert false == OTHERS_WORDS[name]


def test_a_speaker_in_macbeth_is_the_one_who_speaks() -> None:
    false = []
    for quote in loaded("macbeth").quotes:
        if quote.speaker in {"Malcolm and Macduff", "The Weird Sisters"}:  # a dialogue; all of them together
            continue
        before = parts("macbeth")[quote.locator].partition(plain(quote.text.source))[0]
        speakers = re.findall(r"\b([A-Z][A-Z’ ]+): ", before)
        if speakers[-1].strip() != quote.speaker.removeprefix("The ").upper():
            false.append((quote.text.source, quote.speaker, speakers[-1]))
    assert false == []


@pytest.mark.parametrize("name", FULL)
def test_what_belongs_to_a_unit_stands_within_what_it_covers(name: str) -> None:
    guide = loaded(name)
    order = list(parts(name))
    for unit in guide.units:
        ends = [end if name == "macbeth" else f"Stave {end}" for end in unit.covers.split("-")]
        covered = order[order.index(ends[0]) : order.index(ends[-1]) + 1]
        places = [entry.locator for entry in unit.vocabulary]
        places += [passage.locator for passage in unit.passages if passage.locator]
        places += [quote.locator for quote in guide.quotes if quote.unit == unit.number]
        bank = [question for question in guide.questions if question.unit == unit.number]
        places += [question.locator for question in (*unit.checks, *bank) if question.locator]
        single = [
            place for place in places if not place.startswith("Staves ")
        ]  # a question on several staves
        assert [place for place in single if place not in covered] == [], unit.title


def test_ozymandias_is_printed_and_quoted_letter_for_letter() -> None:
    guide = loaded("ozymandias")
    assert guide.poem is not None
    assert guide.poem.source.replace("\\\n", "\n") == OZYMANDIAS
    assert [words for words, _ in quotations("ozymandias") if plain(words) not in plain(OZYMANDIAS)] == []


def test_a_book_in_copyright_is_not_quoted() -> None:
    guide = loaded("never-let-me-go")
    assert guide.quotes == ()
    assert quotations("never-let-me-go") == []

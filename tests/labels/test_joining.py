"""A name joins the words before it as its language does."""

from __future__ import annotations

import pytest

from guidepress.labels import Labels


@pytest.mark.parametrize(
    ("language", "before", "name", "expected"),
    [
        ("en", "friend of", "The Ghost", ("friend of ", "the Ghost")),
        ("en", "friend of", "Theo", ("friend of ", "Theo")),
        ("es", "cómplice de", "El cura", ("cómplice del ", "cura")),
        ("es", "tío de", "La sobrina y el ama", ("tío de ", "la sobrina y el ama")),
        ("es", "amigo de", "Don Quijote", ("amigo de ", "don Quijote")),
        ("es", "amigo de", "Elena", ("amigo de ", "Elena")),
        ("fr", "ami de", "Émile", ("ami d’", "Émile")),
        ("fr", "ami de", "Le curé", ("ami du ", "curé")),
        ("fr", "mère de", "L’Étranger", ("mère de ", "l’Étranger")),
        ("fr", "De", "Alice", ("D’", "Alice")),
        ("it", "servo di", "L’Innominato", ("servo dell’", "Innominato")),
        ("it", "amico di", "Gli sposi", ("amico degli ", "sposi")),
        ("pt", "amigo de", "O Padre", ("amigo do ", "Padre")),
        ("nl", "vriend van", "De graaf", ("vriend van ", "de graaf")),
        ("de", "Freund von", "Faust", ("Freund von ", "Faust")),
        ("de", "Freund von", "Der Lehrer", ("Freund von: ", "Der Lehrer")),
        ("pl", "przyjaciel", "Jan Kowalski", ("przyjaciel: ", "Jan Kowalski")),
    ],
)
def test_a_relation_is_said_as_in_a_sentence(
    language: str, before: str, name: str, expected: tuple[str, str]
) -> None:
    assert Labels.for_language(language).relation(before, name) == expected


@pytest.mark.parametrize(
    ("language", "key", "name", "expected"),
    [
        ("fr", "about-author", "Émile Zola", "À propos d’Émile Zola"),
        ("fr", "by", "Victor Hugo", "de Victor Hugo"),
        ("fr", "by", "Le Clézio", "de Le Clézio"),
        ("es", "by", "El Greco", "de El Greco"),
        ("pl", "about-author", "Zofia Nałkowska", "O autorze: Zofia Nałkowska"),
    ],
)
def test_a_label_elides_before_a_name_whose_article_keeps_its_capital(
    language: str, key: str, name: str, expected: str
) -> None:
    assert Labels.for_language(language).text(key, name=name) == expected

"""Headings are known in every language that has labels, whatever their capitals, accents and marks."""

from __future__ import annotations

import pytest

from guidepress.export.roster.headings import heading_languages, parts_of, plain_heading
from guidepress.labels.shipped import complete


def test_every_language_that_has_labels_has_words_for_names() -> None:
    assert set(complete()) <= heading_languages()


def test_capitals_accents_and_marks_do_not_count() -> None:
    assert plain_heading("Schüler/in") == plain_heading("schueler_in".replace("ue", "u")) == "schulerin"


@pytest.mark.parametrize(
    ("headings", "parts"),
    [
        ("Name,Vorname,Klasse", "family given group"),
        ("Name,Surname", "given family"),
        ("Name,Form", "name group"),
        ("nom,prénom,n°", "family given "),
        ("Nom,Classe", "name group"),
        ("Nombre,Apellidos,Matrícula", "given family number"),
        ("Apellidos y nombre,Asiento", "name seat"),
        ("cognome,nome,classe", "family given group"),
        ("achternaam,tussenvoegsel,voornaam", "family infix given"),
        ("Nazwisko,Imię,Oddział,Ławka", "family given group seat"),
        ("Nome,Apelido,Turma", "given family group"),
        ("Efternamn,Förnamn,Klass", "family given group"),
        ("Efternavn,Fornavn,Klasse", "family given group"),
        ("LastFirst,Student_Number,Grade_Level,Home_Room", "listed number unneeded group"),
        ("LAST NAME,first_name,Wombat", "family given "),
    ],
)
def test_headings_of_all_languages(headings: str, parts: str) -> None:
    assert " ".join(parts_of(headings.split(","))) == parts


def test_the_second_column_that_says_the_same_is_not_kept() -> None:
    assert parts_of(("Name", "ID", "Student number")) == ("name", "number", "unneeded")

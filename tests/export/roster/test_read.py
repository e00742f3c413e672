"""Any file with sensible headings is read right, or a sentence says what is wrong, with file and row."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.export.rosters import faults, warned, workbook, written

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.roster import read_roster


def names(path: Path) -> list[str]:
    return [pupil.name for pupil in read_roster(path).pupils]


def test_letters_of_all_europe_come_through(tmp_path: Path) -> None:
    wanted = ["Αλέξανδρος Παπαδόπουλος", "Юлия Щербакова", "Thị Ánh Nguyễn", "Aoife O’Brien", "Siân D'Arcy"]
    rows = "\n".join(f"{name.rsplit(' ', 1)[1]},{name.rsplit(' ', 1)[0]}" for name in wanted)
    assert names(written(tmp_path, f"Last name,First name\n{rows}\n")) == wanted


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_encoding_that_spreadsheets_write_is_found_out(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "Nachname;Vorname\nMüller;Jörg\nGarcía;Ana\n", encoding=encoding)
    assert names(path) == ["Jörg Müller", "Ana García"]


def test_cyrillic_in_an_old_encoding_is_not_taken_for_western_letters(tmp_path: Path) -> None:
    path = written(tmp_path, "Фамилия,Имя\nЩербакова,Юлия\nИванова,Анна\n", encoding="cp1251")
    assert faults(path) == [
        (
            "1:1: error: The file is not UTF-8, and its letters are not those of Western Europe."
            ' Save it as "CSV UTF-8", or name its encoding (cp1250, cp1251, cp1253 …). [wrong-encoding]'
        )
    ]


def test_the_owner_may_say_the_encoding(tmp_path: Path) -> None:
    path = written(tmp_path, "Nazwisko,Imię\nŁęcka,Żaneta\n", encoding="cp1250")
    assert [each.name for each in read_roster(path, encoding="cp1250").pupils] == ["Żaneta Łęcka"]


@pytest.mark.parametrize(
    ("delimiter", "said"), [(",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "bars")]
)
def test_every_delimiter_is_found_out(tmp_path: Path, delimiter: str, said: str) -> None:
    roster = read_roster(written(tmp_path, f'Name{delimiter}Class\n"García, Ana"{delimiter}7b\n'))
    assert (roster.form, roster.pupils[0].filed) == (f"CSV, UTF-8, {said}", "García, Ana")


def test_excels_own_quirks(tmp_path: Path) -> None:
    text = 'sep=;\nName;Student number\n\u00a0Ana  García\u200b;="00123"\nBo Li;00045\nCy Ek;1.23457E+11\n'
    roster = read_roster(written(tmp_path, text))
    assert [(each.name, each.number) for each in roster.pupils] == [
        ("Ana García", "00123"),
        ("Bo Li", "00045"),
        ("Cy Ek", "1.23457E+11"),
    ]
    assert warned(roster) == ["5: Excel has shortened the number of this row, and its last figures are lost."]


def test_titles_and_empty_rows_may_stand_above_the_headings(tmp_path: Path) -> None:
    text = "Class 7b;;\n;;\nName;Seat;Colour\nAna García;3;red\n"
    roster = read_roster(written(tmp_path, text))
    assert (roster.pupils[0].name, roster.pupils[0].seat, roster.pupils[0].span.line) == (
        "Ana García",
        "3",
        4,
    )
    assert (roster.unknown, roster.unneeded) == (("Colour",), ())


def test_columns_that_are_known_and_not_kept_are_told_from_those_nobody_knows(tmp_path: Path) -> None:
    text = "Apellidos,Nombre,Grupo,Fecha de nacimiento,Correo,Planeta\nGarcía,Ana,7b,2014-03-01,a@b,Marte\n"
    roster = read_roster(written(tmp_path, text))
    assert [(each.heading, each.part) for each in roster.columns] == [
        ("Apellidos", "family"),
        ("Nombre", "given"),
        ("Grupo", "group"),
    ]
    assert roster.unneeded == ("Fecha de nacimiento", "Correo")
    assert roster.unknown == ("Planeta",)


def test_equal_names_are_kept_and_told(tmp_path: Path) -> None:
    text = "Name,Number,Class\nAna García,1,7b\nAna García,2,7b\nAna García,2,7b\nBo Li,1,7b\n"
    roster = read_roster(written(tmp_path, text))
    assert len(roster.pupils) == 4
    assert warned(roster) == [
        "3: The name is that of row 2 as well; their numbers or seats tell them apart.",
        "4: The name is that of row 3 as well; nothing tells them apart.",
        "5: The number is that of row 2 as well, who has another name.",
    ]


def test_an_empty_row_between_pupils_is_told_and_those_at_the_end_are_not(tmp_path: Path) -> None:
    roster = read_roster(written(tmp_path, "Name,Class\nAna García,7b\n,\nBo Li,7b\n,\n\n"))
    assert (len(roster.pupils), warned(roster)) == (2, ["3: The row is empty."])


def test_faults_are_told_all_at_once_each_with_its_row(tmp_path: Path) -> None:
    text = f'Name,Class\nGarcía, Ana,7b\nBo Li,7b\n,7b\n#N/A,7b\n"A, B, C",7b\n{"x" * 121},7b\n'
    assert faults(written(tmp_path, text)) == [
        (
            "2:3: error: This row has 3 cells, and there are 2 headings."
            " A cell that holds a comma stands in quotation marks. [ragged-row]"
        ),
        "4:1: error: The name has no letters. Correct the row, or take it out. [no-name]",
        "5:1: error: The cell holds Excel's #N/A, and no name. Correct the row, or take it out. [no-name]",
        "6:1: error: The name has several commas. Correct the row, or take it out. [no-name]",
        (
            "7:1: error: The name has 121 characters; no name has more than 120."
            " Correct the row, or take it out. [no-name]"
        ),
    ]


def test_a_short_row_lacks_only_what_it_lacks(tmp_path: Path) -> None:
    roster = read_roster(written(tmp_path, "Name,Class,Seat\nAna García\n"))
    assert (roster.pupils[0].group, roster.pupils[0].seat, roster.diagnostics) == ("", "", ())


def test_a_name_of_120_letters_is_a_name(tmp_path: Path) -> None:
    long = " ".join(["Maria"] * 20)  # 20 × 5 letters and 19 spaces make 119
    assert names(written(tmp_path, f"Name\n{long}a\n")) == [f"{long}a"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "is empty. Name the file with the pupils. [empty-roster]"),
        (
            "Ana García\nBo Li\n",
            (
                '1:1: error: No column is known as that of the names. Put headings above the columns: "Last name"'
                ' and "First name", or "Name". [no-names]'
            ),
        ),
        (
            "Class,Seat\n7b,1\n",
            (
                "1:1: error: There are headings, and none of them is known as that of the names. Put headings above"
                ' the columns: "Last name" and "First name", or "Name". [no-names]'
            ),
        ),
        ("Name,Class\n", "1:1: error: The roster has headings, and no pupils. [no-pupils]"),
        (
            'Name,Class\nAna,7b\n"Bo,7b\nCy,7b\n',
            (
                "3:1: error: A quotation mark that opens a cell of this row is not closed."
                " Close it, or double those that belong to the text. [quotation-mark]"
            ),
        ),
    ],
)
def test_what_is_no_roster_is_told_in_a_sentence(tmp_path: Path, text: str, fault: str) -> None:
    (said,) = faults(written(tmp_path, text))
    assert said.endswith(fault)


def test_text_read_in_the_wrong_encoding_and_saved_is_told(tmp_path: Path) -> None:
    roster = read_roster(written(tmp_path, "Name\nJÃ¶rg MÃ¼ller\n"))
    assert warned(roster) == ["2: The name looks like UTF-8 that was read as Windows-1252, and saved."]


def test_ten_thousand_pupils_are_read(tmp_path: Path) -> None:
    rows = "\n".join(f"Pupil{'abcdefghij'[n % 10]} Number{n},{n:05},{n // 30}" for n in range(10_000))
    roster = read_roster(written(tmp_path, f"Name,Number,Class\n{rows}\n"))
    assert (len(roster.pupils), roster.pupils[-1].number, len(roster.groups)) == (10_000, "09999", 334)


def test_those_who_have_left_and_teachers_are_passed_over_and_told(tmp_path: Path) -> None:
    text = "givenName,familyName,role,status\nAna,García,student,active\nBo,Li,teacher,active\nCy,Ek,student,tobedeleted\n"
    roster = read_roster(written(tmp_path, text))
    assert [each.name for each in roster.pupils] == ["Ana García"]
    assert warned(roster) == [
        '3: The row is left out: it is no pupil but has the role "teacher".',
        '4: The row is left out: it is marked "tobedeleted".',
    ]


def test_no_warning_and_no_fault_names_a_pupil(tmp_path: Path) -> None:
    text = "Name,Number\nAna García,1\nAna García,1\nBo Li,1\n,2\n"
    with pytest.raises(FaultsFound) as found:
        read_roster(written(tmp_path, text))
    assert "García" not in str(found.value)


def test_a_workbook_keeps_zeros_and_one_of_several_sheets_must_be_named(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Name", "Student number"], ["Ana García", 123], ["Bo Li", "00045"]]
    path = workbook(tmp_path, {"7b": rows, "7c": rows, "notes": [["nothing"]]})
    assert faults(path) == [
        (
            f'error: Several sheets of {path} hold names: "7b", "7c".'
            " Name the one to read with --sheet, or as `sheet` in the job. [several-sheets]"
        )
    ]
    assert [each.number for each in read_roster(path, sheet="7c").pupils] == ["123", "00045"]


def test_a_list_may_call_its_halves_first_and_last(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("First,Last,Period\nTolu,Adebayo,3\n", encoding="utf-8")
    (pupil,) = read_roster(tmp_path / "list.csv").pupils
    assert (pupil.name, pupil.group) == ("Tolu Adebayo", "3")

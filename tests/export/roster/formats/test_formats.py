"""The exports of school systems are read as folders and as archives: pupils alone, each in each of their classes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.export.rosters import archive, faults, folder, warned, written

from guidepress.export.roster import Roster, read_roster

ONEROSTER = {
    "manifest.csv": "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n",
    "users.csv": "\ufeffsourcedId,status,enabledUser,orgSourcedIds,role,username,givenName,familyName,email\n"
    "u1,,true,o1,student,ana,Ana,García,a@b\nu2,active,true,o1,student,bo,Bo,Li,b@b\n"
    "u3,tobedeleted,true,o1,student,cy,Cy,Ek,c@b\nu4,,true,o1,teacher,dee,Dee,Fox,d@b\n",
    "classes.csv": "sourcedId,status,title,schoolSourcedId,termSourcedId\nc1,,English 9,o1,t1\nc2,,Drama,o1,t1\n",
    "enrollments.csv": "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role\n"
    "e1,,c1,o1,u1,student\ne2,,c1,o1,u2,student\ne3,,c2,o1,u1,student\ne4,,c1,o1,u4,teacher\n"
    "e5,,c1,o1,u3,student\ne6,tobedeleted,c2,o1,u2,student\ne7,,c1,o1,u9,student\n",
}
SDS_2 = {
    "orgs.csv": "sourcedId,name,type\no1,School,school\n",
    "users.csv": "sourcedId,username,givenName,familyName\n007,ana,Ana,García\n",
    "roles.csv": "userSourcedId,orgSourcedId,role\n007,o1,student\n",
    "classes.csv": "sourcedId,orgSourcedId,title\nc1,o1,English 9\n",
    "enrollments.csv": "classSourcedId,userSourcedId,role\nc1,007,student\n",
}
SDS_1 = {
    "Student.csv": "SIS ID,School SIS ID,Username,First Name,Last Name\n007,s1,ana,Ana,García\n",
    "Section.csv": "SIS ID,School SIS ID,Section Name\nc1,s1,English 9\n",
    "StudentEnrollment.csv": "Section SIS ID,SIS ID\nc1,007\n",
}
CANVAS = {
    "users.csv": "user_id,login_id,first_name,last_name,status\n007,ana,Ana,García,active\n008,bo,Bo,Li,deleted\n",
    "sections.csv": "section_id,course_id,name,status\nc1,k1,English 9,active\n",
    "enrollments.csv": "course_id,user_id,role,section_id,status\nk1,007,student,c1,active\n"
    "k1,008,student,c1,active\nk1,009,teacher,c1,active\n",
}
CANVAS_COURSES = {
    "users.csv": "user_id,login_id,first_name,last_name,status\n007,ana,Ana,García,active\n",
    "courses.csv": "course_id,short_name,long_name,status\nk1,ENG,English 9,active\n",
    "enrollments.csv": "course_id,user_id,role,status\nk1,007,student,active\n",
}
CLEVER = {
    "students.csv": "School_id,Student_id,Student_number,Last_name,Middle_name,First_name,Grade,DOB\n"
    "s1,007,1,García,,Ana,9,2014-03-01\n",
    "sections.csv": "School_id,Section_id,Name,Period\ns1,c1,English 9,3\n",
    "enrollments.csv": "School_id,Section_id,Student_id\ns1,c1,007\n",
}
GRADEBOOK = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Quiz 1 (12),Name (13)\n"
    '"    Points Possible",,,,,10,(read only)\n'
    '"García, Ana",101,00123,ana,English 9,9,A\n'
    '"Li, Bo",102,00124,bo,English 9\n'
    '"Student, Test",103,,,English 9\n'
)


def pupils(roster: Roster) -> list[tuple[str, str, str]]:
    return [(each.name, each.number, each.group) for each in roster.pupils]


@pytest.mark.parametrize("packed", [False, True])
def test_oneroster(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001 - a case
    path = archive(tmp_path, ONEROSTER) if packed else folder(tmp_path / "export", ONEROSTER)
    roster = read_roster(path)
    assert roster.form == "OneRoster 1.1"
    assert pupils(roster) == [
        ("Ana García", "u1", "English 9"),
        ("Bo Li", "u2", "English 9"),
        ("Ana García", "u1", "Drama"),
    ]
    assert warned(roster) == ["8: The pupil of this row is not in users.csv; the row is left out."]
    assert "email" in roster.unneeded


def test_oneroster_1_2_keeps_roles_elsewhere(tmp_path: Path) -> None:
    tables = {
        **ONEROSTER,
        "manifest.csv": "propertyName,value\noneroster.version,1.2\n",
        "users.csv": "sourcedId,status,enabledUser,username,givenName,familyName\nu1,,true,ana,Ana,García\n",
        "roles.csv": "sourcedId,userSourcedId,roleType,role\nr1,u1,primary,student\n",
        "enrollments.csv": "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\n",
    }
    roster = read_roster(folder(tmp_path / "export", tables))
    assert (roster.form, pupils(roster)) == ("OneRoster 1.2", [("Ana García", "u1", "English 9")])


@pytest.mark.parametrize(
    ("tables", "form"),
    [
        (SDS_2, "School Data Sync 2.1"),
        (SDS_1, "School Data Sync 1"),
        (CANVAS, "Canvas SIS"),
        (CANVAS_COURSES, "Canvas SIS"),
        (CLEVER, "Clever"),
    ],
)
def test_each_system_gives_the_pupil_with_zeros_kept(
    tmp_path: Path, tables: dict[str, str], form: str
) -> None:
    roster = read_roster(folder(tmp_path / "export", tables))
    assert (roster.form, pupils(roster)) == (form, [("Ana García", "007", "English 9")])


def test_canvas_gradebook(tmp_path: Path) -> None:
    roster = read_roster(written(tmp_path, GRADEBOOK))
    assert roster.form == "Canvas gradebook"
    assert pupils(roster) == [("Ana García", "00123", "English 9"), ("Bo Li", "00124", "English 9")]
    assert warned(roster) == [
        "2: The row is left out: it is no pupil: it has no ID.",
        "5: The row is left out: it is Canvas's test student.",
    ]
    assert roster.unneeded == ("ID", "SIS Login ID", "Quiz 1 (12)", "Name (13)")


def test_a_folder_of_other_tables_is_told(tmp_path: Path) -> None:
    path = folder(tmp_path / "export", {"one.csv": "a,b\n1,2\n", "two.csv": "a,b\n1,2\n"})
    assert faults(path) == [
        (
            f"error: {path} is no export that is known; it holds one.csv, two.csv."
            " Name the file with the pupils instead. [unknown-roster]"
        )
    ]

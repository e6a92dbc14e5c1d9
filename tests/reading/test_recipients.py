"""Lists of journalists are read as they come: from any program, in five languages, with mistakes in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from presskit.errors import SourceError
from presskit.reading.lists.people import Recipient
from presskit.reading.lists.recipients import read_recipients
from presskit.reading.lists.words import columns_of, is_yes, language_code
from presskit.reading.packages import OLD_OFFICE

ENGLISH = [
    ["First name", "Last name", "E-mail", "Outlet", "Language", "Salutation", "Embargo"],
    ["Chloé", "Dupont", "chloe@globe.example", "Le Globe", "fr", "", "yes"],
]
FRENCH = [["Prénom", "Nom", "Courriel", "Média", "Langue", "Civilité", "Embargo"], *ENGLISH[1:]]
ARABIC = [
    ["الاسم الأول", "اسم العائلة", "البريد الإلكتروني", "المؤسسة", "اللغة", "المخاطبة", "الحظر"],
    ["سلمى", "العلوي", "salma@sabah.example", "الصباح", "العربية", "الأستاذة", "نعم"],
]
CHLOE = Recipient(2, "chloe@globe.example", "Chloé", "Dupont", "Le Globe", "fr", "", True)
SALMA = Recipient(2, "salma@sabah.example", "سلمى", "العلوي", "الصباح", "ar", "الأستاذة", True)


def text(rows: list[list[str]], delimiter: str) -> str:
    return "".join(delimiter.join(row) + "\r\n" for row in rows)


def save(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("rows", [ENGLISH, FRENCH], ids=["English", "French"])
def test_a_table_of_any_program(tmp_path: Path, delimiter: str, encoding: str, rows: list[list[str]]) -> None:
    read = read_recipients(save(tmp_path / "list.csv", text(rows, delimiter).encode(encoding)))
    assert (read.document, read.findings) == ((CHLOE,), ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_a_table_in_arabic(tmp_path: Path, encoding: str) -> None:
    read = read_recipients(save(tmp_path / "list.csv", text(ARABIC, ";").encode(encoding)))
    assert read.document == (SALMA,)


def test_a_list_whose_words_may_be_meant_otherwise_is_told(tmp_path: Path) -> None:
    rows = [["name", "e-mail"], ["Forêt", "foret@globe.example"]]
    read = read_recipients(save(tmp_path / "list.csv", text(rows, ";").encode("cp1252")))
    assert [person.name for person in read.document] == ["Forêt"]
    assert [item.code for item in read.findings] == ["m-011"]


def test_a_workbook(tmp_path: Path) -> None:
    workbook = Workbook()
    assert workbook.active
    for row in [ARABIC[0], [], ARABIC[1]]:
        workbook.active.append(row)
    workbook.save(tmp_path / "list.xlsx")
    [person] = read_recipients(tmp_path / "list.xlsx").document
    assert (person.name, person.outlet, person.row) == ("سلمى العلوي", "الصباح", 3)


def test_excels_own_word_for_the_delimiter(tmp_path: Path) -> None:
    read = read_recipients(save(tmp_path / "list.csv", b"sep=;\r\nname;e-mail\r\nAda, the Elder;ada@x.example\r\n"))
    assert [(person.name, person.row) for person in read.document] == [("Ada, the Elder", 3)]


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (["Nom", "Prénom", "Mail"], {"last_name": 0, "first_name": 1, "email": 2}),
        (["Nombre", "Apellidos", "Correo electrónico"], {"first_name": 0, "last_name": 1, "email": 2}),
        (["Vorname", "Nachname", "E-Mail-Adresse", "Anrede"],
         {"first_name": 0, "last_name": 1, "email": 2, "salutation": 3}),
        (["Email", "E-mail", "Name", "Fax"], {"email": 0, "name": 2}),
        (["الاسم", "الإيميل"], {"name": 0, "email": 1}),
    ],
)  # fmt: skip
def test_columns_by_their_headings(headings: list[str], columns: dict[str, int]) -> None:
    assert columns_of(headings) == columns


@pytest.mark.parametrize("words", ["yes", "Oui", "نعم", "x", "X", "1", "✓", "2026-05-01", "1/5/2026", "May 1, 2026"])
def test_what_says_yes(words: str) -> None:
    assert is_yes(words)


@pytest.mark.parametrize("words", ["", "no", "non", "لا", "0", "–", "asked, no answer", "maybe"])
def test_what_does_not_say_yes(words: str) -> None:
    assert not is_yes(words)


@pytest.mark.parametrize(("words", "code"), [("Français", "fr"), ("fr-CA", "fr"), ("العربية", "ar"), ("nl", "nl")])
def test_languages(words: str, code: str) -> None:
    assert language_code(words) == code


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("dupont.globe.example", "the e-mail address has no '@'"),
        ("", "there is no e-mail address"),
        ("a@x.example; b@x.example", "there is more than one e-mail address"),
        ("du pont@x.example", "the e-mail address “du pont@x.example” has a space in it"),
        ("chloé@x.example", "the e-mail address has a letter (é) before the '@' that most mail servers refuse"),
        ("ada@♥.example", "“♥.example” can be no domain of an e-mail address"),
        ("dupont@globe", "“dupont@globe” is no e-mail address"),
        ("a..@x..example", "“a..@x..example” is no e-mail address"),
    ],
)
def test_a_row_that_cannot_be_used_is_told(tmp_path: Path, cell: str, problem: str) -> None:
    rows = [["name", "e-mail", "outlet"], ["Dupont", cell, "Le Monde"], ["Ada", "ada@x.example", ""]]
    read = read_recipients(save(tmp_path / "list.csv", text(rows, "\t").encode()))
    [told] = read.findings
    assert told.message == f"Row 2 (Dupont, Le Monde): {problem}. Nothing is made for this row."
    assert [person.name for person in read.document] == ["Ada"]


def test_an_address_is_used_once(tmp_path: Path) -> None:
    rows = [["name", "e-mail"], ["Ada", "Ada@x.example"], ["Bo", "bo@x.example"], ["A. Thorn", "ada@X.example"]]
    read = read_recipients(save(tmp_path / "list.csv", text(rows, ",").encode()))
    assert [person.name for person in read.document] == ["Ada", "Bo"]
    [told] = read.findings
    assert told.message == "Row 4 (A. Thorn): the address stands in row 2 already. It counts once."


@pytest.mark.parametrize(
    ("domain", "in_ascii"),
    [
        ("Größe.example", "xn--gre-6ka8i.example"),  # not grösse, as the older standard has it
        ("bücher.example", "xn--bcher-kva.example"),
        ("bu\u0308cher.example", "xn--bcher-kva.example"),
        ("مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv"),
        ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
        ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
        ("ﬁsh.example", "fish.example"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("Globe.example", "Globe.example"),
    ],
)
def test_a_domain_in_any_script_is_written_as_a_header_holds_it(tmp_path: Path, domain: str, in_ascii: str) -> None:
    read = read_recipients(save(tmp_path / "list.csv", f"e-mail\nada@{domain}\n".encode()))
    assert ([person.email for person in read.document], read.findings) == ([f"ada@{in_ascii}"], ())


@pytest.mark.parametrize(
    "domain",
    ["♥.example", "-é.example", "é-.example", "é..example", "عـب.example", "é_a.example", "ё" * 60 + ".example"],
)
def test_what_can_be_no_domain_is_refused(tmp_path: Path, domain: str) -> None:
    read = read_recipients(save(tmp_path / "list.csv", f"e-mail\nada@{domain}\nbo@x.example\n".encode()))
    assert [person.email for person in read.document] == ["bo@x.example"]
    assert [item.code for item in read.findings] == ["m-001"]


def test_two_forms_of_an_address_are_one(tmp_path: Path) -> None:
    data = "e-mail\nada@bücher.example\nada@xn--bcher-kva.example\n".encode()
    assert [item.code for item in read_recipients(save(tmp_path / "list.csv", data)).findings] == ["m-002"]


def test_an_address_as_mail_programs_copy_it(tmp_path: Path) -> None:
    rows = 'e-mail\n"""Thorn, Ada"" <ada@x.example>"\nmailto:bo@x.example;\n'
    read = read_recipients(save(tmp_path / "list.csv", rows.encode()))
    assert [(person.name, person.email) for person in read.document] == [
        ("Ada Thorn", "ada@x.example"),
        ("", "bo@x.example"),
    ]


def test_a_cell_is_one_line(tmp_path: Path) -> None:
    rows = 'name,e-mail\n"Ada\r\nBcc: all@x.example\x00",ada@x.example\n'
    # A text with a zero byte is none; a table may hold line ends.
    read = read_recipients(save(tmp_path / "list.csv", rows.replace("\x00", "\x0b").encode()))
    assert [person.name for person in read.document] == ["Ada Bcc: all@x.example"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        (
            "list.csv",
            b"name,town\nAda,Lerne\n",
            "has no column of e-mail addresses. Its first row says: “name”, “town”",
        ),
        ("list.ods", b"PK", "presskit does not read .ods"),
        ("list.xlsx", b"PK", "it is damaged, or no Excel workbook"),
        ("list.xlsx", OLD_OFFICE, "it is an old Excel file under a new name"),
        ("list.csv", b"", "is empty"),
    ],
)
def test_a_file_that_is_no_list(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        read_recipients(save(tmp_path / name, data))


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    for name in ("list.csv", "list.xlsx"):
        with pytest.raises(SourceError, match="is not there"):
            read_recipients(tmp_path / name)


def test_marks_that_nobody_sees_are_taken_out(tmp_path: Path) -> None:
    copied = "name,e-mail\n\u202eAda\u202c Thorn\u200b,\u202aada@x.example\u202c\n"
    [person] = read_recipients(save(tmp_path / "list.csv", copied.encode())).document
    assert (person.name, person.email) == ("Ada Thorn", "ada@x.example")


@pytest.mark.parametrize("email", [".ada@x.example", "a..b@x.example", "ada.@x.example", "ada@-x.example", "a@x.e"])
def test_addresses_that_no_server_takes(tmp_path: Path, email: str) -> None:
    read = read_recipients(save(tmp_path / "list.csv", f"e-mail\n{email}\nbo+news@o-x.example\n".encode()))
    assert [person.email for person in read.document] == ["bo+news@o-x.example"]
    assert "is no e-mail address" in read.findings[0].message


def test_a_quotation_mark_that_is_never_closed_swallows_nobody_in_silence(tmp_path: Path) -> None:
    path = save(tmp_path / "list.csv", b'e-mail,notes\na@x.example,"said hello\nb@x.example,\n')
    with pytest.raises(SourceError, match="never closed"):
        read_recipients(path)


def test_a_title_and_remarks_may_stand_above_the_row_that_names_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Press list, May;;\n;;\nUse with care;;\nName;E-mail;Outlet\nRavi;ravi@a.example;Times\n")
    [person] = read_recipients(path).document
    assert (person.row, person.email, person.outlet) == (5, "ravi@a.example", "Times")


def sheets(path: Path, **rows: list[list[str]]) -> Path:
    """Write a workbook with a sheet for each name."""
    book = Workbook()
    assert book.active
    book.remove(book.active)
    for name, cells in rows.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    book.save(path)
    return path


def test_of_several_sheets_that_with_the_addresses_is_the_list(tmp_path: Path) -> None:
    path = sheets(tmp_path / "list.xlsx", Help=[["How to use it"]], Press=ENGLISH)
    read = read_recipients(path)
    assert [person.email for person in read.document] == ["chloe@globe.example"]
    assert not read.findings
    with pytest.raises(SourceError, match=r"“How” \(sheet “Help”\); “Name”, “Town” \(sheet “Press”\)"):
        read_recipients(sheets(path, Help=[["How"]], Press=[["Name", "Town"]]))


def test_people_on_a_further_sheet_are_told(tmp_path: Path) -> None:
    read = read_recipients(sheets(tmp_path / "list.xlsx", Press=ENGLISH, Radio=FRENCH, Prices=[["Fare"], ["9"]]))
    assert len(read.document) == 1
    assert [(one.code, "“Press” is used, and not “Radio”." in one.message) for one in read.findings] == [
        ("m-020", True)
    ]


def test_rows_that_a_filter_hides_are_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = Workbook()
    assert book.active
    for row in (["e-mail"], ["ada@a.example"], ["ivo@a.example"], ["nell@a.example"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    hidden = book.create_sheet("Old")
    hidden.append(["e-mail"])
    hidden.append(["old@a.example"])
    hidden.sheet_state = "hidden"
    book.save(path)
    read = read_recipients(path)
    assert [(person.row, person.email) for person in read.document] == [(2, "ada@a.example"), (4, "nell@a.example")]
    assert [(one.code, "1 in all" in one.message) for one in read.findings] == [("m-019", True)]


def workbook(path: Path, change: Callable[[bytes], bytes] = lambda sheet: sheet) -> bytes:
    """Return a workbook whose sheet is changed before it is packed."""
    book = Workbook()
    assert book.active
    book.active.append(["e-mail"])
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, change(data) if "sheet1" in name else data)
    return path.read_bytes()


def test_a_workbook_that_unpacks_to_a_bomb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    workbook(path, lambda sheet: sheet + b" " * 26_000_000)
    with pytest.raises(SourceError, match="unpacks to far more"):
        read_recipients(path)


def test_a_workbook_whose_parts_are_locked_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    data = bytearray(workbook(path))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the bit that says so (APPNOTE, 4.4.4)
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 1)
    with pytest.raises(SourceError, match="damaged, or no Excel workbook"):
        read_recipients(save(path, bytes(data)))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("O’Neil, Pat", "Pat", "O’Neil"),
        ("von der Aa, Marie", "Marie", "von der Aa"),
        ("Sue Lee, PhD", "", "Sue Lee"),
        ("Ada Thorn, Harbour Globe", "", "Ada Thorn, Harbour Globe"),  # an outlet, or a first name: nobody knows
        ("Ada Thorn", "", "Ada Thorn"),
        ("Thorn, Ada, editor", "", "Thorn, Ada, editor"),
    ],
)
def test_names_that_mail_programs_turn_round(tmp_path: Path, name: str, first: str, last: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Name;Email\n{name};pat@globe.example\n", encoding="utf-8")
    [person] = read_recipients(path).document
    assert (person.first_name, person.last_name) == (first, last)


def test_googles_own_export(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "First Name,Last Name,Name Prefix,Organization Name,E-mail 1 - Label,E-mail 1 - Value\n"
        "Ada,Thorn,Dr,Harbour Globe,* Work,ada@globe.example ::: ada@home.example\n",
        encoding="utf-8",
    )
    [person] = read_recipients(path).document
    assert person == Recipient(2, "ada@globe.example", "Ada", "Thorn", "Harbour Globe", salutation="Dr")


@pytest.mark.parametrize("heading", ["Adresse de messagerie", "E-mail (work)", "Indirizzo di posta", "Recipient"])
def test_the_one_column_of_addresses_needs_no_known_heading(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Name,{heading}\nAda Thorn,ada@gull.example\nIvo Marsh,Ivo <ivo@gull.example>\n", encoding="utf-8")
    assert [one.email for one in read_recipients(path).document] == ["ada@gull.example", "ivo@gull.example"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("ada@a.example\nIvo Marsh <ivo@a.example>\n", [(1, "", "ada@a.example"), (2, "Ivo Marsh", "ivo@a.example")]),
        (
            "Ada Thorn <ada@a.example>; ivo@a.example, Nell <nell@a.example>\n",
            [(1, "Ada Thorn", "ada@a.example"), (1, "", "ivo@a.example"), (1, "Nell", "nell@a.example")],
        ),
        (
            "Ada Thorn;ada@a.example\nIvo Marsh;ivo@a.example\n",
            [(1, "Ada Thorn", "ada@a.example"), (2, "Ivo Marsh", "ivo@a.example")],
        ),
    ],
)
@pytest.mark.parametrize("name", ["list.txt", "list.csv"])
def test_addresses_copied_from_a_mail_program_are_a_list(
    tmp_path: Path, name: str, text: str, people: list[tuple[int, str, str]]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = read_recipients(tmp_path / name).document
    assert [(one.row, one.name, one.email) for one in found] == people


def test_without_headings_a_row_without_an_address_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Ada Thorn;ada@a.example\nIvo Marsh;ivo.a.example\n", encoding="utf-8")
    read = read_recipients(path)
    assert [one.email for one in read.document] == ["ada@a.example"]
    assert [(one.code, "Row 2" in one.message) for one in read.findings] == [("m-001", True)]


@pytest.mark.parametrize(
    ("heading", "words", "is_told"),
    [
        ("Unsubscribed", "yes", True),
        ("Unsubscribed", "2026-03-04", True),
        ("Unsubscribed", "", False),
        ("Unsubscribed", "no", False),
        ("Status", "Unsubscribed", True),
        ("Status", "active", False),
        ("Do not contact", "x", True),
        ("Abgemeldet", "ja", True),
        ("Désabonné", "oui", True),
        ("Notes", "Do not mail any more", True),
        ("Bemerkung", "bitte nicht mehr anschreiben", True),
        ("note", "Ne plus contacter", True),
        ("Notes", "Met in May", False),
    ],
)
def test_who_wants_no_mail_gets_none(tmp_path: Path, heading: str, words: str, *, is_told: bool) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"name,e-mail,{heading}\nAda,ada@a.example,{words}\nIvo,ivo@a.example,\n", encoding="utf-8")
    read = read_recipients(path)
    assert [one.name for one in read.document] == (["Ivo"] if is_told else ["Ada", "Ivo"])
    assert [f"Row 2 (Ada): they want no mail (“{heading}”: {words})" in one.message for one in read.findings][
        :is_told
    ] == [True] * is_told


@pytest.mark.parametrize("heading", ["Notes", "Notizen", "Bemerkungen", "Remarques", "Observaciones", "ملاحظات"])
def test_what_an_office_notes_for_itself_stands_in_no_mail(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"name,e-mail,{heading}\nAda,ada@a.example,often late\n", encoding="utf-8")
    read = read_recipients(path)
    assert [one.note for one in read.document] == [""]
    assert [one.code for one in read.findings] == ["m-021"]


@pytest.mark.parametrize("head", ["Ada,ada@gull.example", "A,B,C"])
def test_without_a_heading_or_with_two_columns_of_addresses_nobody_guesses(tmp_path: Path, head: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{head}\nIvo,ivo@gull.example,ivo@home.example\n", encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read_recipients(path)
    assert caught.value.problems[0].code == "m-004"


@pytest.mark.parametrize(
    ("cell", "last"), [('"=HYPERLINK(""x"")"', ""), ("ada@gull.example", ""), ("Ada Thorn (Gull)", "Ada Thorn")]
)
def test_what_is_no_name_greets_nobody(tmp_path: Path, cell: str, last: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Name,Email\n{cell},ada@gull.example\n", encoding="utf-8")
    [person] = read_recipients(path).document
    assert (person.first_name, person.last_name) == ("", last)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from presskit.findings import Finding
from presskit.settings import KitSettings, read_kit_settings
from presskit.settings.kit import KitForm

Told = Callable[..., Sequence[Finding]]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    kit = tmp_path / "kit"
    kit.mkdir()

    def write_kit(text: str) -> Path:
        (kit / "kit.toml").write_text(text, encoding="utf-8")
        return kit

    return write_kit


def test_a_kit_without_kit_toml_has_defaults(tmp_path: Path) -> None:
    settings = read_kit_settings(tmp_path)
    assert settings == KitSettings()
    assert (settings.language, settings.theme, settings.region, settings.paper) == ("en", "editorial", "US", None)


def test_an_empty_kit_toml_has_defaults(write: Callable[[str], Path]) -> None:
    assert read_kit_settings(write("\n# nothing yet\n")) == KitSettings()


def test_every_key_is_read(write: Callable[[str], Path]) -> None:
    kit = write(
        'title = "Reef Week"\nevent = "Opening"\ndate = 2026-05-12\nlanguage = "fr-CA"\npaper = "A4"\n'
        'theme = "editorial"\nembargo = "2026-05-12 09:00 Europe/Paris"\nbrand = "../house"\n'
        'download = "https://tidewick.example/press"\norder = ["reef", "factsheet"]\nsummary = "All of it."\n'
        'cover = "quay.jpg"\nphoto_order = ["quay.jpg"]\n'
        'region = "gb"\ntighten = false\nbind = "scaled"\nzones = ["Asia/Tokyo"]\nversion = 2\n'
        'correction = "Nine, not eight."\nstatus = "Updated"\n'
        "changed = 2026-05-13T15:30:00-04:00\n"
        '[files."reef.docx"]\nembargo = "none"\n'
        '[[accepted]]\nwords = "No date was found."\nwho = "Ada Thorn"\n'
        '[[contacts]]\nname = "Ada Thorn"\nrole = "Press"\nemail = "ada@tidewick.example"\n'
        'phone = "202 555 0143"\nhours = "9 to 5"\nafter_hours = "202 555 0199"\n'
    )
    house = kit.parent / "house"
    house.mkdir()
    (house / "brand.toml").touch()
    settings = read_kit_settings(kit)
    assert settings.stated == set(KitForm.model_fields)
    assert settings.date == dt.date(2026, 5, 12)
    assert settings.paper == "a4"
    assert settings.language == "fr-CA"
    assert settings.embargo == "2026-05-12 09:00 Europe/Paris"
    assert (settings.order, settings.photo_order) == (("reef", "factsheet"), ("quay.jpg",))
    assert (settings.region, settings.zones) == ("GB", ("Asia/Tokyo",))
    assert (settings.tighten, settings.bind) == (False, "scaled")
    assert (settings.version, settings.correction, settings.status) == (2, "Nine, not eight.", "updated")
    assert settings.changed == "2026-05-13 15:30-04:00"
    assert settings.brand is not None
    assert settings.brand.resolve() == house.resolve()
    contact = settings.contacts[0]
    assert (contact.name, contact.phone, contact.after_hours) == ("Ada Thorn", "202 555 0143", "202 555 0199")


def test_an_empty_text_is_as_if_the_key_were_not_there(write: Callable[[str], Path]) -> None:
    assert read_kit_settings(write('title = ""\ndate = " "\ndownload = ""\npaper = ""\n')) == KitSettings()


def test_one_contact_needs_no_doubled_brackets(write: Callable[[str], Path]) -> None:
    assert read_kit_settings(write('[contacts]\nname = "Ada Thorn"\n')).contacts[0].name == "Ada Thorn"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("title = 3", "title: this must be text between quotes.", 'Write it like this: title = "Reef Week 2026"'),
        (
            'zones = ["Mars"]',
            "zones 1: there is no time zone “Mars”.",
            'Write the place whose clock counts: "Asia/Tokyo".',
        ),
        ('order = "reef"', "order: this must be a list between [ and ].", "order = ["),
        ('contacts = "Ada"', "contacts: this must be a list between [ and ].", 'contacts = [{name = "Ada Thorn"'),
        ('contacts = ["Ada"]', "contacts 1: this must be a group of settings, not a single value.", "name ="),
        ('contacts = [{phone = "1"}]', "contacts 1, name: this is missing.", 'name = "Ada Thorn"'),
        ('contacts = [{name = "A", email = "a b"}]', "contacts 1, email: “a b” is not an e-mail address.", "email ="),
        ('contacts = [{name = "A", tel = "1"}]', "contacts 1, tel: presskit does not know this word here.", "“phone”"),
        ('date = "soon"', "date: “soon” is not a date.", "date = 2026-05-12"),
        ("date = 12", "date: this is not a date.", "date = 2026-05-12"),
        ('date = "05/12/2026"', "date: “05/12/2026” can be read as two different days.", "date = 2026-05-12"),
        ('date = "2026-02-30"', "date: “2026-02-30” is no day of the calendar.", "date = 2026-05-12"),
        ('language = "English!"', "language: “English!” is not the short code of a language.", 'language = "en"'),
        ('paper = "b5"', "paper: “b5” is not a word presskit knows here.", "Write one of these: letter or a4."),
        (
            'theme = "loud"',
            "theme: there is no theme “loud”.",
            "Write one of these: editorial, gallery, institutional.",
        ),
        ('region = "UK"', "region: “UK” is not the two letters of a country (Great Britain is GB).", '"US"'),
        ('download = "http://a.example"', "download: “http://a.example” is not an address that begins", "https://"),
        ('brand = "../nowhere"', "brand names ../nowhere, which is not there.", "Check the name"),
        ("brand = 3", "brand: this must be a file's name between quotes.", 'brand = "../brand"'),
        (
            'files."a.docx".kind = "article"',  # which at the top of a blog's text says nothing
            "files, a.docx, kind: there is no kind “article”.",
            'factsheet, backgrounder, leave out; or a label of your own: label = "article".',
        ),
        ('papr = "a4"', "papr: presskit does not know this word here.", "Did you mean “paper”?"),
        ('colour = "#123456"', "colour: presskit does not know this word here.", "Write it into brand.toml."),
        (
            "wibble = 1",
            "wibble: presskit does not know this word here.",
            "It can be one of these: accepted, bind, brand,",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_remedy(
    write: Callable[[str], Path], told: Told, line: str, message: str, hint: str
) -> None:
    (problem,) = told(read_kit_settings, write(f'# a kit\nsummary = "x"\n{line}\n'))
    assert problem.message.startswith(message)
    assert hint in problem.hint
    assert problem.code == ("t-004" if "not there" in message else "t-001")
    assert str(problem.where) == "kit.toml, line 3"


def test_every_mistake_is_told_at_once_in_the_order_of_lines(write: Callable[[str], Path], told: Told) -> None:
    kit = write('papr = "a4"\ntitle = 3\n\n[[contacts]]\nname = "A"\n[[contacts]]\nphon = "1"\nemail = "nobody"\n')
    problems = told(read_kit_settings, kit)
    assert [(problem.where.line, problem.message.split(":")[0]) for problem in problems] == [
        (1, "papr"),
        (2, "title"),
        (6, "contacts 2, name"),
        (7, "contacts 2, phon"),
        (8, "contacts 2, email"),
    ]


def test_mistakes_of_form_and_of_sense_are_told_together(write: Callable[[str], Path], told: Told) -> None:
    kit = write('title = “Reef Week”\ndate = 12.5.2026\nevent = Opening\npapr = "a4"\n')
    assert [(problem.where.line, problem.code) for problem in told(read_kit_settings, kit)] == [
        (1, "t-003"),
        (2, "t-002"),
        (3, "t-002"),
        (4, "t-001"),
    ]


@pytest.mark.parametrize("inside", [True, False])
def test_the_folder_brand_is_found(tmp_path: Path, inside: bool) -> None:
    kit = tmp_path / "kit"
    brand = (kit if inside else tmp_path) / "brand"
    brand.mkdir(parents=True)
    kit.mkdir(exist_ok=True)
    assert read_kit_settings(kit).brand is None
    (brand / "brand.toml").touch()
    found = read_kit_settings(kit).brand
    assert found is not None
    assert found.samefile(brand)


def test_brand_can_name_the_file_itself(write: Callable[[str], Path]) -> None:
    kit = write('brand = "house/brand.toml"\n')
    (kit / "house").mkdir()
    (kit / "house/brand.toml").touch()
    assert read_kit_settings(kit).brand == kit / "house"


def test_a_brand_folder_without_its_file_is_named(write: Callable[[str], Path], told: Told) -> None:
    kit = write('brand = "house"\n')
    (kit / "house").mkdir()
    (problem,) = told(read_kit_settings, kit)
    assert problem.message == "brand names house/brand.toml, which is not there."


def test_no_sentence_of_pydantic_reaches_people(write: Callable[[str], Path], told: Told) -> None:
    lines = "\n".join(f"{name} = [[{{x = 1}}]]" for name in KitForm.model_fields)
    problems = told(read_kit_settings, write(lines))
    assert {problem.where.line for problem in problems} == set(range(1, len(KitForm.model_fields) + 1))
    text = " ".join(problem.message + problem.hint for problem in problems)
    assert "nput" not in text
    assert "valid" not in text

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import Context
from pathlib import Path

import pytest

from presskit import gate
from presskit.errors import SettingsError
from presskit.findings import Finding
from presskit.model import Brand, BrandFace, Contact, PressColour
from presskit.settings import read_brand
from presskit.settings.brand import STYLES, BrandSettings, FaceSettings
from tests.support.typefaces import fill

Told = Callable[..., Sequence[Finding]]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    (tmp_path / "brand/fonts").mkdir(parents=True)
    for name in ("logo.svg", "white.PNG", "notes.pdf", "fonts/Tern.ttf", "fonts/Tern-It.ttf", "fonts/Gull.otf"):
        fill(tmp_path / "brand" / name)
    (tmp_path / "outside.svg").touch()

    def write_brand(text: str) -> Path:
        (tmp_path / "brand/brand.toml").write_text(text, encoding="utf-8")
        return tmp_path / "brand"

    return write_brand


def test_without_a_brand_the_neutral_one_speaks(tmp_path: Path) -> None:
    neutral = Brand(name="Reef Week", is_neutral=True)
    assert read_brand(None, "Reef Week") == neutral
    assert read_brand(tmp_path, "Reef Week") == neutral


def test_an_empty_brand_is_a_brand(write: Callable[[str], Path]) -> None:
    folder = write("")
    assert read_brand(folder, "Reef Week") == Brand(name="Reef Week", folder=folder)


def test_every_key_is_read(write: Callable[[str], Path]) -> None:
    folder = write(
        'name = "The Tidewick Society"\nshort_name = "Tidewick"\nbrand = "#12355B"\naccent = "#FC0"\n'
        'ink = "#1a1a1a"\nlogo = "logo.svg"\nlogo_reversed = "white.PNG"\npaper = "Letter"\n'
        'address = "4 Quay Street"\nweb = "tidewick.example"\nsocial = ["a.example", "b.example"]\n'
        'boilerplate = "We replant."\ndisclosure = "Paid for by us."\n'
        '[[contacts]]\nname = "Ada Thorn"\nphone = "202 555 0143"\n'
        '[fonts.serif]\nregular = "fonts/Tern.ttf"\nitalic = "fonts/Tern-It.ttf"\n'
        '[fonts.sans]\nregular = "fonts/Gull.otf"\n'
    )
    assert read_brand(folder, "not used") == Brand(
        name="The Tidewick Society",
        short_name="Tidewick",
        brand="#12355b",
        accent="#ffcc00",
        ink="#1a1a1a",
        logo=folder / "logo.svg",
        logo_reversed=folder / "white.PNG",
        folder=folder,
        paper="letter",
        address="4 Quay Street",
        web="tidewick.example",
        social=("a.example", "b.example"),
        boilerplate="We replant.",
        contacts=(Contact(name="Ada Thorn", phone="202 555 0143"),),
        disclosure="Paid for by us.",
        faces=(
            BrandFace("serif", 400, False, folder / "fonts/Tern.ttf"),
            BrandFace("serif", 400, True, folder / "fonts/Tern-It.ttf"),
            BrandFace("sans", 400, False, folder / "fonts/Gull.otf"),
        ),
    )


def test_the_brand_holds_every_setting() -> None:
    assert set(BrandSettings.model_fields) - {"fonts", "cmyk", "pantone"} <= set(Brand.__dataclass_fields__)


def test_the_brands_colours_on_a_press_are_read(write: Callable[[str], Path]) -> None:
    folder = write(
        'accent = "#fc0"\ncmyk = {brand = [100, 79, 35, 30.5]}\npantone = {brand = "534 C", accent = "123 C"}\n'
    )
    assert read_brand(folder, "Reef Week").press_colours == (
        PressColour("brand", (100, 79, 35, 30.5), "534 C"),
        PressColour("accent", None, "123 C"),
    )


@pytest.mark.parametrize("words", ["C100 M79 Y35 K30", "100/79/35/30", "100 % 79 % 35 % 30 %"])
def test_inks_are_read_as_designers_write_them(write: Callable[[str], Path], words: str) -> None:
    folder = write(f'cmyk = {{brand = "{words}"}}\n')
    assert read_brand(folder, "Reef Week").press_colours == (PressColour("brand", (100, 79, 35, 30)),)


@pytest.mark.parametrize(
    "inks", ["[100, 79, 35]", "[100, 79, 35, 130]", '["a", 1, 2, 3]', '"navy"', "7", "[-1, 0, 0, 0]"]
)
def test_what_is_not_four_percents_is_told(write: Callable[[str], Path], told: Told, inks: str) -> None:
    folder = write(f"cmyk = {{brand = {inks}}}\n")
    [item] = told(lambda: read_brand(folder, "Reef Week"))
    assert "cmyk, brand: this is not four numbers from 0 to 100" in item.message


def test_every_style_of_a_typeface_has_its_weight_and_slope(write: Callable[[str], Path]) -> None:
    lines = "".join(f'{style} = "fonts/Tern.ttf"\n' for style in FaceSettings.model_fields)
    faces = read_brand(write(f"[fonts.sans]\n{lines}"), "x").faces
    assert {(face.weight, face.italic) for face in faces} == set(STYLES.values())
    assert len(faces) == len(STYLES) == 8


@pytest.mark.parametrize(
    ("line", "code", "message", "hint"),
    [
        ('brand = "navy"', "t-001", "brand: “navy” is not a colour written as # and six", 'brand = "#12355B"'),
        ('brand = "12355B"', "t-001", "brand: “12355B” is not a colour", 'brand = "#12355B"'),
        ('ink = "rgb(1, 2, 3)"', "t-001", "ink: “rgb(1, 2, 3)” is not a colour", 'ink = "#1A1A1A"'),
        ("accent = 3", "t-001", "accent: this must be text between quotes.", 'accent = "#E0A030"'),
        ('coulour = "#123456"', "t-001", "coulour: presskit does not know this word here.", "mean “brand”?"),
        ('acent = "#123456"', "t-001", "acent: presskit does not know this word here.", "mean “accent”?"),
        ('logo = "lost.svg"', "t-004", "logo names lost.svg, which is not there.", "Check the name"),
        ('logo = "notes.pdf"', "t-001", "logo: presskit cannot use “notes.pdf” here.", ".svg, .png, .jpg, .jpeg"),
        ('logo = "../outside.svg"', "t-001", "logo: “../outside.svg” is outside the brand's folder.", "Copy the file"),
        ('logo = "/etc/passwd"', "t-001", "logo: “/etc/passwd” is outside the brand's folder.", "Copy the file"),
        ('logo = "fonts"', "t-001", "logo: presskit cannot use “fonts” here.", ".svg"),
        (f'logo = "{"x" * 300}.svg"', "t-004", "logo names xxx", "Check the name"),
        ('logo = "a\\u0000.svg"', "t-004", "logo names a", "Check the name"),
        ('fonts = "Tern"', "t-001", "fonts: this must be a group of settings, not a single value.", "{sans ="),
        ('fonts.sans = "Tern"', "t-001", "fonts, sans: this must be a group of settings", "{regular ="),
        ('fonts.sans.regular = "Tern"', "t-001", "fonts, sans, regular: presskit cannot use “Tern”", ".ttf, .otf"),
        ('fonts.sans.regular = "a.ttf"', "t-004", "fonts, sans, regular names a.ttf, which is not there.", "Check"),
        ('fonts.sans.italic = "fonts/Tern.ttf"', "t-001", "fonts, sans, regular: this is missing.", "regular ="),
        ('fonts.mono.regular = "a.ttf"', "t-001", "fonts, mono: presskit does not know this word here.", "sans, serif"),
        ('web = "javascript://x/%0aalert(1)"', "t-001", "web: “javascript://x/%0aalert(1)” is not an address", "web ="),
        ('social = ["data://x"]', "t-001", "social 1: “data://x” is not an address", "social ="),
        (
            'contacts = [{name = "A", email = "a@x.example?bcc=b"}]',
            "t-001",
            "contacts 1, email: “a@x.example?bcc=b” is not an e-mail address",
            "email =",
        ),
        ('social = "a.example"', "t-001", "social: this must be a list between [ and ].", "social = ["),
        ('title = "x"', "t-001", "title: presskit does not know this word here.", "Did you mean “name”?"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_remedy(
    write: Callable[[str], Path], told: Told, *, line: str, code: str, message: str, hint: str
) -> None:
    (problem,) = told(read_brand, write(f'\nname = "x"\n{line}\n'), "x")
    assert problem.code == code
    assert problem.message.startswith(message)
    assert hint in problem.hint
    assert str(problem.where) == "brand.toml, line 3"


def test_a_link_that_leads_out_of_the_brand_is_refused(write: Callable[[str], Path], told: Told) -> None:
    folder = write('logo = "linked.svg"\n')
    (folder / "linked.svg").symlink_to(folder.parent / "outside.svg")
    (problem,) = Context().run(read_closed, told, folder)
    assert problem.message.startswith(f"logo: linked.svg leads out of the kit, to {folder.parent / 'outside.svg'}.")
    assert str(problem.where) == "brand.toml, line 1"


def read_closed(told: Told, folder: Path) -> Sequence[Finding]:
    with gate.opened(folder):
        return told(read_brand, folder, "x")


def test_every_mistake_is_told_at_once(write: Callable[[str], Path], told: Told) -> None:
    folder = write('name = “Tidewick”\nbrand = "blue"\nlogo = "lost.svg"\n[fonts.sans]\nbold = "lost.ttf"\n')
    assert [(problem.code, problem.where.line) for problem in told(read_brand, folder, "x")] == [
        ("t-003", 1),
        ("t-001", 2),
        ("t-004", 3),
        ("t-001", 4),
        ("t-004", 5),
    ]


def test_a_file_that_is_no_typeface_is_told_with_its_line(write: Callable[[str], Path]) -> None:
    folder = write('name = "Kelp Trust"\n[fonts.sans]\nregular = "fonts/Tern.ttf"\n')
    (folder / "fonts/Tern.ttf").write_bytes(b"<html>not found</html>")
    with pytest.raises(SettingsError) as told:
        read_brand(folder, "x")
    [problem] = told.value.problems
    assert (problem.code, problem.where.line) == ("t-001", 3)
    assert problem.message.startswith("fonts, sans, regular: “fonts/Tern.ttf” holds no typeface")

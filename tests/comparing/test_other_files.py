"""A text, a web page or a ZIP against its kit: the untouched one is the kit, and whatever was changed is told."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from presskit.findings import Finding, has_errors
from presskit.judging.proof import check_file
from presskit.mailing import MailOrder, make_drafts
from presskit.making import build
from presskit.making.orders import BuildOrder
from presskit.outcomes import silent
from tests.support.writing import brand, photo, release, write_kit

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture(scope="module")
def order(quick: None, tmp_path_factory: pytest.TempPathFactory) -> BuildOrder:
    texts = {
        "releases/a.md": release(),
        "releases/b.md": release("A second pier"),
        "brand/brand.toml": brand(),
        "photos/photos.toml": '["pier.jpg"]\ncaption = "The pier."\ncredit = "Nell Farrow"\nalt = "A pier"\n',
    }
    kit = write_kit(tmp_path_factory.mktemp("other") / "kit", texts)
    photo(kit / "photos/pier.jpg")
    return BuildOrder((kit,))


def checked(path: Path, order: BuildOrder) -> tuple[Finding, ...]:
    return check_file(path, order, strict_=False, progress=silent)


@pytest.mark.parametrize(
    "made",
    [
        {"output": Path("kit.txt")},
        {"output": Path("kit.txt"), "ascii": True},
        {"output": Path("kit.html"), "theme": "institutional"},
        {"output": Path("kit.zip"), "paper": "a4"},
    ],
    ids=lambda made: "-".join(map(str, made.values())),
)
def test_the_untouched_file_is_the_kit(order: BuildOrder, tmp_path: Path, made: dict[str, object]) -> None:
    _, path = build.build(replace(order, **{**made, "output": tmp_path / str(made["output"])}))  # type: ignore[arg-type]
    assert [item.code for item in checked(path, order)] == ["p-029"]


def test_a_page_that_lay_beside_other_files_is_the_kit_without_them_too(order: BuildOrder, tmp_path: Path) -> None:
    _, path = build.build(replace(order, output=tmp_path / "kit.html"))
    (tmp_path / "kit.pdf").touch()
    assert [item.code for item in checked(path, order)] == ["p-029"]


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("kit.txt", lambda text: text.replace("555-0143", "555-0199"), "(202) 555-0199"),
        ("kit.html", lambda text: text.replace(">(202) 555-0143<", ">(202) 555-0199<"), "(202) 555-0199"),
        ("kit.html", lambda text: text.replace('href="mailto:ada@', 'href="mailto:eda@'), "mailto:eda@quillon.example"),
        ("kit.html", lambda text: text.replace('alt="A pier"', 'alt="A quay"'), "“A quay A quay” where the kit says"),
        ("kit.html", lambda text: text.replace("</body>", "<script>send()</script></body>"), "send()"),
        (
            "kit.html",
            lambda text: text.replace('src="data:', 'src="https://elsewhere.example/'),
            "The picture “A pier”",
        ),
    ],
)
def test_a_changed_text_or_page_is_told(
    order: BuildOrder, tmp_path: Path, name: str, change: Callable[[str], str], words: str
) -> None:
    _, path = build.build(replace(order, output=tmp_path / name))
    text = path.read_text(encoding="utf-8")
    path.write_text(change(text), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    found = checked(path, order)
    assert has_errors(found)
    assert [item for item in found if words in item.message], found


def test_a_zip_tells_what_changed_in_the_kit_once_and_with_its_page(order: BuildOrder, tmp_path: Path) -> None:
    _, path = build.build(replace(order, output=tmp_path / "kit.zip"))
    kit = write_kit(tmp_path / "kit", {"brand/brand.toml": brand().replace("555-0143", "555-0199")})
    for name in ("releases/a.md", "releases/b.md", "photos/photos.toml", "photos/pier.jpg"):
        (kit / name).parent.mkdir(exist_ok=True)
        (kit / name).write_bytes((order.sources[0] / name).read_bytes())
    found = checked(path, replace(order, sources=(kit,)))
    told = [item for item in found if item.code == "p-030" and "555-0143" in item.message]
    assert [(item.where.file.suffix, item.where.page) for item in told if item.where.file] == [(".pdf", 1)]
    assert "p-018" in [item.code for item in found]


def test_a_zip_that_another_tool_changed_is_told_by_its_own_list(order: BuildOrder, tmp_path: Path) -> None:
    _, path = build.build(replace(order, output=tmp_path / "kit.zip"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("list.txt", "names")
    assert [item.code for item in checked(path, order)] == ["p-017"]


@pytest.fixture
def drafts(order: BuildOrder, tmp_path: Path) -> Path:
    people = tmp_path / "people.csv"
    people.write_text("name,e-mail\nNell Farrow,nell@paper.example\nIvo Marsh,ivo@radio.example\n", encoding="utf-8")
    make_drafts(MailOrder(replace(order, purpose="email"), tmp_path / "drafts", people))
    return tmp_path / "drafts"


def test_untouched_drafts_are_the_kits_together_and_each_alone(order: BuildOrder, drafts: Path) -> None:
    assert [item.code for item in checked(drafts, order)] == ["p-029"]
    first, *_ = sorted(drafts.glob("*.eml"))
    assert [item.code for item in checked(first, order)] == ["p-029"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"nell@paper.example", b"nell@elsewhere.example", "The line To is “Nell Farrow <nell@elsewhere.example>”"),
        (b"555-0143", b"555-0199", "(202) 555-0199"),
        (b'filename="pier.jpg"', b'filename="quay.jpg"', "What is attached as quay.jpg is in the file"),
    ],
)
def test_a_changed_draft_is_told(order: BuildOrder, drafts: Path, old: bytes, new: bytes, words: str) -> None:
    first, *_ = sorted(drafts.glob("*.eml"))
    assert old in first.read_bytes()
    first.write_bytes(first.read_bytes().replace(old, new))
    found = checked(drafts, order)
    assert has_errors(found)
    assert {item.where.file for item in found if words in item.message} == {first}, found


def test_a_draft_without_its_table_is_not_called_compared(order: BuildOrder, drafts: Path) -> None:
    (drafts / "mail-merge.xlsx").unlink()
    first, *_ = sorted(drafts.glob("*.eml"))
    assert [item.code for item in checked(first, order)] == ["p-039"]

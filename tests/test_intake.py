from __future__ import annotations

from pathlib import Path

import pytest

from presskit import gate
from presskit.errors import RenderingError, SourceError
from presskit.findings import Where, finding
from presskit.intake import read_sources, settings_of
from presskit.outcomes import raise_problems
from presskit.sorting.sources import find_sources
from presskit.working.workers import Outcome
from tests.conftest import Cli
from tests.support.in_process import InProcess
from tests.support.messy.writing import photo
from tests.support.writing import release, write_kit

LOGO = finding("b-010", Where(Path("logo.svg")), name="logo.svg", problem="it is damaged")
FARES = {"Ada": "ten", "Teo": "six"}
BLAME = finding("b-001", Where(Path("a.md")), title="A", name="a.md", reason="")


def test_a_problem_that_several_documents_meet_is_told_once() -> None:
    outcomes = [Outcome(error=RenderingError(LOGO)), Outcome(value=1), Outcome(error=RenderingError(LOGO))]
    with pytest.raises(RenderingError) as raised:
        raise_problems(outcomes, [BLAME] * 3)
    assert raised.value.problems == (LOGO,)


def test_the_gravest_kind_of_problem_decides() -> None:
    gone = SourceError(finding("s-001", name="b.md"))
    outcomes = [Outcome(stopped="it took too long"), Outcome(error=gone)]
    with pytest.raises(SourceError) as raised:
        raise_problems(outcomes, [BLAME, BLAME])
    assert [item.code for item in raised.value.problems] == ["b-001", "s-001"]
    assert "it took too long" in raised.value.problems[0].message


def told(kit: Path, *codes: str) -> list[str]:
    """Return what is said under codes of a kit's sources."""
    with gate.opened(kit):
        sources = find_sources([kit])
        settings, brand = settings_of(InProcess(), sources)  # type: ignore[arg-type]
        _, _, found = read_sources(InProcess(), sources, settings, brand=brand)  # type: ignore[arg-type]
    return [item.message for item in found if item.code in codes]


@pytest.mark.parametrize(
    ("settings", "folder", "is_told"),
    [
        ("", "spring boats", True),
        ("", "old", False),  # what lies there is named itself
        ('[files."spring boats"]\nkind = "leave out"\n', "spring boats", False),
    ],
)
def test_settings_of_a_kit_within_the_kit_are_not_lost_in_silence(
    tmp_path: Path, settings: str, folder: str, *, is_told: bool
) -> None:
    own = {f"{folder}/kit.toml": 'title = "Spring"\n', f"{folder}/releases/b.md": release()}
    kit = write_kit(tmp_path / "kit", {"kit.toml": settings, "releases/a.md": release(), **own})
    expected = [f"The kit.toml in “{folder}” is not read: what is built is “kit”."]
    assert told(kit, "s-041") == (expected if is_told else [])


CAPTIONS = "quay.jpg: The quay at dawn. Photo: Nell Farrow\n"


@pytest.mark.parametrize(
    ("list_of", "settings", "codes"),
    [
        ({"photos/notes.txt": CAPTIONS}, "", ["s-049", "c-010"]),
        ({"Bildliste.csv": CAPTIONS.replace(": ", ",", 1)}, "", ["s-049", "c-010"]),
        ({"Captions.md": CAPTIONS}, '[files."Captions.md"]\nkind = "leave out"\n', ["c-019", "c-009", "c-010"]),
        ({"notes.txt": CAPTIONS}, "", ["s-030", "c-019", "c-009", "c-010"]),
        ({"photos/rights.txt": "Free for the press.\n"}, "", ["s-030", "c-019", "c-009", "c-010"]),
    ],
)
def test_a_list_of_captions_is_read_and_is_not_left_out(
    tmp_path: Path, list_of: dict[str, str], settings: str, codes: list[str]
) -> None:
    kit = write_kit(tmp_path / "kit", {"kit.toml": settings, "releases/a.md": release(), **list_of})
    (kit / "photos").mkdir(exist_ok=True)
    photo(kit / "photos/quay.jpg")
    with gate.opened(kit):
        sources = find_sources([kit])
        kit_settings, brand = settings_of(InProcess(), sources)  # type: ignore[arg-type]
        read, done, found = read_sources(InProcess(), sources, kit_settings, brand=brand)  # type: ignore[arg-type]
    asked = {"s-008", "s-030", "s-049", "c-009", "c-010", "c-019"}
    assert [item.code for item in found if item.code in asked] == codes
    assert [one.path.name for one in done.outside] == (
        ["notes.txt" if "notes.txt" in list_of else "rights.txt"] if "s-030" in codes else []
    )
    [shown] = read.photos
    assert (shown.caption, shown.credit) == (
        ("The quay at dawn.", "Photo: Nell Farrow") if "s-049" in codes else (None, None)
    )


def test_photos_toml_wins_over_a_list_and_an_embargo_in_one_is_told(tmp_path: Path) -> None:
    own = {"photos/photos.toml": '["quay.jpg"]\ncredit = "Ada Thorn"\n'}
    listed = {"photos/captions.txt": f"{CAPTIONS}\nEMBARGOED UNTIL MAY 12, 2031, 9 AM EDT\n"}
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release(), **own, **listed})
    photo(kit / "photos/quay.jpg")
    with gate.opened(kit):
        sources = find_sources([kit])
        kit_settings, brand = settings_of(InProcess(), sources)  # type: ignore[arg-type]
        read, _, found = read_sources(InProcess(), sources, kit_settings, brand=brand)  # type: ignore[arg-type]
    [shown] = read.photos
    assert (shown.caption, shown.credit) == ("The quay at dawn.", "Ada Thorn")
    assert [item.where.file.name for item in found if item.code == "s-046" and item.where.file] == ["captions.txt"]


@pytest.mark.parametrize(("place", "is_told"), [("photos.toml", True), ("photos/photos.toml", False)])
def test_words_of_photos_that_lie_elsewhere_are_told(tmp_path: Path, place: str, *, is_told: bool) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release(), place: '["quay.jpg"]\ncaption = "A quay"\n'})
    (kit / "photos").mkdir(exist_ok=True)
    photo(kit / "photos/quay.jpg")
    expected = ["The photos.toml in “kit” is not read: no photo lies beside it."]
    assert told(kit, "s-041") == (expected if is_told else [])


@pytest.mark.parametrize(
    ("files", "settings", "words"),
    [
        (("logo.svg", "logo-white.svg", "pattern.svg"), "", "logo.svg is not in the kit: a logo, and brand.toml names"),
        (("Ferry_Logo.ai",), "", "Ferry_Logo.ai is not in the kit: a logo in a format that is not printed"),
        (("logo.ai", "logo.png"), "", "logo.png is not in the kit: a logo, and brand.toml names none"),
        (("pattern.svg", "house.jpg"), "", None),
        (("logo.svg",), '[files."logo.svg"]\nkind = "leave out"\n', None),
    ],
)
def test_a_logo_beside_a_brand_that_names_none_is_told(
    tmp_path: Path, files: tuple[str, ...], settings: str, words: str | None
) -> None:
    kit = write_kit(
        tmp_path / "kit",
        {"kit.toml": settings, "releases/a.md": release(), "brand/brand.toml": 'name = "Ferries"\n'}
        | {f"brand/{name}": "<svg/>" for name in files},
    )
    said = told(kit, "s-030")
    assert len(said) == bool(words)
    assert not words or said[0].startswith(words)


def test_a_kit_of_nothing_but_versions_says_that_somebody_must_choose(cli: Cli, tmp_path: Path) -> None:
    versions = {f"releases/release {who}.md": f"{release()}\nIt costs {fare} crowns.\n" for who, fare in FARES.items()}
    done = cli("build", write_kit(tmp_path / "kit", versions))
    assert done.code
    assert "nothing to build" not in done.err
    assert done.err.startswith("release Ada.md, release Teo.md are versions of one text")

"""What is done with each file of a folder: by its name and place before it is opened, and by all texts after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from presskit import gate
from presskit.findings import Finding, Where, finding
from presskit.intake import read_sources, settings_of
from presskit.sorting.choosing import Sorted
from presskit.sorting.folders import Listed
from presskit.sorting.looks import find_logos
from presskit.sorting.pictures import holds, rank_of_logo
from presskit.sorting.plan import plan, what_else
from presskit.sorting.sources import find_sources
from tests.support.in_process import InProcess
from tests.support.messy.writing import logo, photo, write

Sort = Callable[[dict[str, str]], Sorted]


@pytest.fixture
def sort(tmp_path: Path) -> Sort:
    """Return a function that writes files, name and content, and sorts their folder."""

    def write_and_sort(files: dict[str, str]) -> Sorted:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8") if name.endswith(".toml") else write(path, content, "zqv")
        with gate.opened(tmp_path):
            sources = find_sources([tmp_path])
            settings, _ = settings_of(InProcess(), sources)  # type: ignore[arg-type]
            return read_sources(InProcess(), sources, settings)[1]  # type: ignore[arg-type]

    return write_and_sort


def kinds(done: Sorted) -> dict[str, str]:
    return {one.path.name: one.kind for one in done.texts}


def said(done: Sorted) -> dict[str, str]:
    return {one.path.name: one.what for one in done.outside}


def test_a_picture_is_shown_once_however_often_it_was_copied(sort: Sort, tmp_path: Path) -> None:
    for name in ("quay.jpg", "Kopie von quay.jpg", "photos/quay 1.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        photo(tmp_path / "quay.jpg")
        (tmp_path / name).write_bytes((tmp_path / "quay.jpg").read_bytes())
    (tmp_path / "other.jpg").write_bytes((tmp_path / "quay.jpg").read_bytes() + b"\0")
    done = sort({"a.md": "ferry"})
    assert [path.name for path in done.photos] == ["other.jpg", "quay 1.jpg"]
    twin = "the same picture as quay 1.jpg"
    assert said(done) == {"quay.jpg": twin, "Kopie von quay.jpg": twin}
    assert not any(one.counts for one in done.outside)


def test_a_picture_with_words_of_its_own_is_no_copy(sort: Sort, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        photo(tmp_path / "photos/a.jpg")
        (tmp_path / "photos" / name).write_bytes((tmp_path / "photos/a.jpg").read_bytes())
    done = sort({"a.md": "ferry", "photos/photos.toml": '["b.jpg"]\ncaption = "B"\n["c.jpg"]\ncaption = "C"\n'})
    assert sorted(path.name for path in done.photos) == ["b.jpg", "c.jpg"]
    assert said(done) == {"a.jpg": "the same picture as b.jpg"}


@pytest.mark.parametrize("name", ["README.txt", "Read me first.txt", "LIESMICH.txt", "Lisez-moi.docx", "leeme.md"])
def test_a_note_on_the_folder_is_named_and_asks_nobody(sort: Sort, name: str) -> None:
    done = sort({"a.md": "ferry", name: "note"})
    [note] = [one for one in done.outside if one.path.name == name]
    assert (note.what, note.counts) == ("a note for whoever opens the folder", False)


def test_of_a_photo_in_several_sizes_the_largest_is_shown(sort: Sort, tmp_path: Path) -> None:
    for name, size in (
        ("High-Res/Pier_01_open.jpg", (1200, 800)),
        ("Web/Pier_01_open_web.jpg", (600, 400)),
        ("Web/pier-01-open-72dpi.jpg", (300, 200)),
        ("Web/pier 02 open.jpg", (600, 400)),  # another number is another photo
        ("Web/Pier_01_open small.jpg", (400, 400)),  # cut otherwise
    ):
        (tmp_path / "photos" / name).parent.mkdir(parents=True, exist_ok=True)
        Image.effect_noise(size, 40 + size[0]).convert("RGB").save(tmp_path / "photos" / name)
    done = sort({"a.md": "ferry"})
    copy = "a smaller copy of Pier_01_open.jpg"
    assert said(done) == {"Pier_01_open_web.jpg": copy, "pier-01-open-72dpi.jpg": copy}
    assert len(done.photos) == 3


@pytest.mark.parametrize(
    ("names", "logos"),
    [
        (("Quay_Logo_RGB.png", "Quay_Logo_White.png"), ["Quay_Logo_RGB.png", "Quay_Logo_White.png"]),
        (("logo.png", "logo-negativ.svg"), ["logo.png", "logo-negativ.svg"]),
        (("logo.svg", "logo reversed.svg"), ["logo.svg", "logo reversed.svg"]),
        (("logo.png", "logo_weiss.jpg"), ["logo.png"]),
        (("logo.png", "partner-logo.png"), ["logo.png"]),
    ],
)
def test_a_logo_for_dark_grounds_beside_the_kits_is_its_own(
    sort: Sort, tmp_path: Path, names: Sequence[str], logos: list[str]
) -> None:
    (tmp_path / "Logos").mkdir()
    for name in names:
        if name.endswith(".svg"):
            (tmp_path / "Logos" / name).write_text(
                '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'
            )
        else:
            Image.new("RGB", (60, 20 + len(name)), (20, 90, 60)).save(tmp_path / "Logos" / name)
    assert [path.name for path in sort({"a.md": "ferry"}).logos] == logos


def test_a_folder_that_kit_toml_names_is_left_out_whole(sort: Sort) -> None:
    done = sort(
        {
            "kit.toml": '[files.old]\nkind = "leave out"\n',
            "old/2019/a.md": "knots",
            "old/b.jpg": "photo",
            "c.md": "ferry",
        }
    )
    assert kinds(done) == {"c.md": "release"}
    assert done.outside == ()


def test_what_lies_among_old_texts_is_named_until_somebody_says_so(sort: Sort) -> None:
    done = sort({"old/a.md": "knots", "c.md": "ferry"})
    assert kinds(done) == {"c.md": "release"}
    [one] = done.outside
    assert (one.what, one.looks_like) == ("lies in “old”, among what is old or unfinished", "release")
    done = sort({"kit.toml": '[files."a.md"]\nkind = "release"\n'})
    assert kinds(done) == {"c.md": "release", "a.md": "release"}


def test_what_lies_in_an_internal_folder_stays_inside_unless_kit_toml_names_it(sort: Sort) -> None:
    done = sort({"Vertraulich/a.md": "knots", "Vertraulich/b.jpg": "photo", "c.md": "ferry"})
    assert said(done) == dict.fromkeys(("a.md", "b.jpg"), "lies in “Vertraulich”, so it stays inside") | {
        "a.md": "marked “Vertraulich”, so it stays inside"
    }
    assert kinds(sort({"kit.toml": '[files."a.md"]\nkind = "release"\n'})) == {"a.md": "release", "c.md": "release"}


def test_texts_that_are_not_printed_are_no_versions_of_each_other(sort: Sort) -> None:
    done = sort({"note.txt": "note", "note copy.txt": "note", "c.md": "ferry"})
    assert set(said(done)) == {"note.txt", "note copy.txt"}
    assert done.findings == ()


def test_a_text_in_a_folder_of_its_kind_needs_words_that_agree(sort: Sort) -> None:
    done = sort({"Communiqués/shopping.txt": "note", "Communiqués/a.txt": "bell ar", "Biografías/b.txt": "corvo"})
    assert kinds(done) == {"a.txt": "release", "b.txt": "biography"}
    assert said(done)["shopping.txt"] == "looks like a press release"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Media advisory.docx", "advisory"), ("Backgrounder ferry.docx", "backgrounder"), ("FAQ.docx", "questions")],
)
def test_what_is_called_otherwise_is_never_printed_as_a_release(sort: Sort, name: str, kind: str) -> None:
    assert kinds(sort({name: "ferry"})) == {name: kind}


@pytest.mark.parametrize(
    "name",
    ["Nell Farrow.jpg", "nellFarrow.png", "FARROW_Nell.jpg", "Farrow.jpg", "portrait nell-farrow 2.jpg", "bio.jpg"],
)
def test_a_portrait_is_called_after_its_person_or_its_text(sort: Sort, name: str) -> None:
    done = sort({"bio.md": "farrow", name: "photo", "Nell Farrow rings the old bell at noon.jpg": "photo"})
    assert [path.name for path in done.portraits.values()] == [name]
    assert [path.name for path in done.photos] == ["Nell Farrow rings the old bell at noon.jpg"]


def test_a_surname_of_two_people_is_nobodys_portrait(sort: Sort) -> None:
    done = sort({"a.md": "farrow", "b.md": "farrow", "Farrow.jpg": "photo"})
    assert len(done.portraits) <= 1
    assert not holds("the harbour of saltmarsh", "nell farrow")


def test_a_logo_is_told_by_its_look_its_name_or_its_folder(sort: Sort, tmp_path: Path) -> None:
    done = sort({"IMG_1.png": "logo", "IMG_2.png": "photo", "a.md": "ferry"})
    assert done.logo == tmp_path / "IMG_1.png"
    assert [path.name for path in done.photos] == ["IMG_2.png"]
    done = sort({"companylogo.jpg": "photo", "Branding/mark.jpg": "photo"})
    assert done.logo == tmp_path / "companylogo.jpg"
    assert set(said(done)) == {"IMG_1.png", "mark.jpg"}


def test_a_cut_out_portrait_and_a_flat_chart_are_no_logos(tmp_path: Path) -> None:
    logo(tmp_path / "logo.png")
    round_ = Image.radial_gradient("L").resize((120, 120)).point(lambda value: 255 * (value < 128))
    grain = Image.effect_noise((120, 120), 90)
    Image.merge("RGBA", (grain, grain, grain, round_)).save(tmp_path / "face.png")
    chart = Image.new("RGB", (200, 100), "white")
    ImageDraw.Draw(chart).rectangle((10, 10, 40, 90), fill="navy")
    chart.save(tmp_path / "chart.png")
    photo(tmp_path / "photo.png")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n")
    assert {path.name for path in find_logos(sorted(tmp_path.glob("*.png")))} == {"logo.png"}


def test_the_logo_in_colour_comes_first() -> None:
    names = ["logo_white.svg", "map.svg", "logo.png", "Logo RGB long.svg", "IMG.png"]
    ranked = sorted(map(Path, names), key=rank_of_logo)
    assert [path.name for path in ranked][:2] == ["Logo RGB long.svg", "logo.png"]
    assert ranked[2].name == "logo_white.svg"


@pytest.mark.parametrize(
    ("name", "words", "counts"),
    [
        ("a.MOV", "a film", False),
        ("a.wav", "a sound", False),
        ("a.woff2", "a typeface", False),
        ("a.pptx", "slides", True),
        ("a.psd", "a picture in a format that is not printed; save it as JPEG or PNG", True),
        ("a.pages", "the format of Apple's Pages, which presskit does not read; save it as Word (.docx)", True),
        ("Media list.csv", "a list of people, for “mail”", False),
        ("costs.ods", "a table", False),
        ("a.gdoc", "only a link to what lies at Google; download it from there as Word (.docx)", True),
        ("quay.jpg.lnk", "only a shortcut to a file that lies elsewhere; copy that file into the kit", True),
        ("a.webloc", "only a link to a web page", False),
        ("a.xyz", "presskit does not know what it is", False),
    ],
)
def test_each_other_file_is_named(name: str, words: str, counts: bool) -> None:
    assert what_else(Path(name)) == (words, counts)


def test_a_line_for_one_of_two_files_of_one_name_names_it_by_its_path() -> None:
    root = Path("kit")
    names = ("Ada/pier.jpg", "Nell/pier.jpg", "quay.jpg")
    made = plan(Listed(tuple(root / name for name in names)), root, {})
    told = [made.told_apart(item).hint for item in unready_photos_named(root / "Nell/pier.jpg", root / "quay.jpg")]
    assert ['[files."Nell/pier.jpg"]' in told[0], '[files."quay.jpg"]' in told[1]] == [True, True]
    assert [made.called(root / name) for name in names] == [*names]


def unready_photos_named(*paths: Path) -> list[Finding]:
    return [finding("s-047", Where(path), name=path.name, place="its name", words="draft", way="") for path in paths]

"""What lies beside a kit and says that something is held back is told; names of what is in it too."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from presskit.model import Photo
from presskit.reading.embargoes.moment_parts import Place
from presskit.sorting.held import can_say, held_aside, said_beside, unready_names, unready_photos

LINE = "EMBARGOED UNTIL 9 AM EDT, MAY 12, 2027"
HERE = Place("en", "US")
SLIDE = (
    '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>EMBARGOED </a:t></a:r>'
    "<a:r><a:t>until Tuesday</a:t></a:r></a:p></p:sld>"
)
OPEN = '<o:d xmlns:o="o" xmlns:text="t"><text:p>{}</text:p></o:d>'


def packed(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), words)
    return data.getvalue()


def table(words: str, sheet: str = "Boats") -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    book.active.title = sheet
    book.active.append(["Boats", words])
    book.save(data)
    return data.getvalue()


SAYING: dict[str, bytes | Callable[[], bytes]] = {
    "figures.csv": f"boats,islands\n3,9\n{LINE},\n".encode(),
    "figures.tsv": f"{LINE}\tboats\n".encode("utf-16"),
    "film.srt": f"1\n00:00:01,000 --> 00:00:04,000\n{LINE}\n".encode(),
    "film.vtt": f"WEBVTT\n\nNOTE {LINE}\n".encode(),
    "launch.ics": f"BEGIN:VEVENT\nSUMMARY:{LINE}\\nBoats\nEND:VEVENT\n".encode(),
    "data.json": f'{{"note": "{LINE}"}}'.encode(),
    "README": b"Dear all,\n\nSperrfrist: Dienstag, 9 Uhr\n",
    "table.xlsx": lambda: table(LINE),
    "tabs.xlsx": lambda: table("3", "Embargo 12 May 9am"),
    "slides.pptx": lambda: packed(ppt__slides__slide1_xml=SLIDE),
    "table.ods": lambda: packed(content_xml=OPEN.format(LINE)),
    "slides.odp": lambda: packed(content_xml=OPEN.format("Får ej publiceras före 12 maj")),
    "kit.toml": f'title = "Boats # 1"  # {LINE}\n'.encode(),
    "press photos.zip": lambda: packed(**{"readme.txt": f"Dear all,\n\n{LINE}\n", "pier.jpg": ""}),
    "photos.zip": lambda: packed(**{"EMBARGOED until 12 May__pier.jpg": ""}),
}
SILENT: dict[str, bytes | Callable[[], bytes]] = {
    "figures.csv": b"year,words\n1973,The oil embargo emptied the pier\n",
    "asked.xlsx": lambda: table("Embargo"),
    "film.srt": b"1\n00:00:01,000 --> 00:00:04,000\nThe arms embargo was lifted on 12 May.\n",
    "kit.toml": b'title = "Embargo until 12 May"\n# embargo = the moment\n# Not to be published before: a day.\n',
    "photos.zip": lambda: packed(**{"readme.txt": "The oil embargo emptied the pier.", "pier.jpg": ""}),
    "broken.zip": b"PK\x03\x04",
    "empty.csv": b"",
}


def said(folder: Path, name: str, data: bytes | Callable[[], bytes]) -> str | None:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data())
    assert can_say(path, folder)
    return said_beside(path, HERE)


@pytest.mark.parametrize("name", SAYING)
def test_words_in_a_file_that_nobody_prints(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, name, SAYING[name])


@pytest.mark.parametrize("name", SILENT)
def test_what_says_nothing_of_this_kit(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, name, SILENT[name]) is None


def test_lists_of_people_and_old_files_are_not_asked() -> None:
    root = Path("kit")
    assert not can_say(root / "journalists.xlsx", root)
    assert not can_say(root / "old/figures.csv", root)
    assert not can_say(root / "film.mp4", root)


def told(*places: str) -> list[str]:
    root = Path("kit")
    return [item.message for item in held_aside((), [root / place for place in places], {}, root, HERE)]


@pytest.mark.parametrize(
    "name",
    [
        "EMBARGOED until 12 May.mp4",
        "NOT FOR RELEASE film.mov",
        "Sperrfrist 12.5. film.mp4",
        "får ej publiceras före 12 maj.key",
    ],
)
def test_the_name_of_a_film_says_it(name: str) -> None:
    [message] = told(name, "pier.mp4")
    assert message.startswith(f"{name} is not in the kit, and says “{name}”")


def test_a_folder_says_it_once() -> None:
    [message] = told("EMBARGOED until 12 May/a.mp4", "EMBARGOED until 12 May/b.mp4")
    assert message.startswith("The folder EMBARGOED until 12 May is not in the kit")
    assert told("old/EMBARGOED.mp4", "the oil embargo.mp4", "pier/film.mp4") == []


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("CONFIDENTIAL pier.jpg", True),
        ("pier – DRAFT.jpg", True),
        ("Entwurf.png", True),
        ("pier (internal).pdf", True),
        ("pier.jpg", False),
        ("confidential helpline opens.jpg", False),
        ("the first draft of the novel.jpg", False),
        ("SECRET garden.jpg", False),
    ],
)
def test_a_name_in_the_kit_that_says_it_is_not_ready(name: str, is_told: bool) -> None:
    assert [item.code for item in unready_names([Path(name)])] == (["s-047"] if is_told else [])


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("NOT FOR PUBLICATION", True),
        ("Nicht zur Veröffentlichung", True),
        ("Ne pas publier", True),
        ("No publicar", True),
        ("غير للنشر", True),
        ("CONFIDENTIAL", True),
        ("Editorial use only. No sales.", False),
        ("The publication of the timetable at the quay.", False),
        ("All rights reserved", False),
    ],
)
@pytest.mark.parametrize("field", ["instructions", "caption", "terms"])
def test_a_photo_whose_own_data_keep_it_out_of_print_is_told(field: str, words: str, is_told: bool) -> None:
    shown = Photo(Path("quay.jpg"), 3000, 2000, **{field: words})  # type: ignore[arg-type]
    assert [item.code for item in unready_photos([shown])] == (["s-047"] if is_told else [])

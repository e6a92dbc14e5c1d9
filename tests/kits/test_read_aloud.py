"""What a person with a screen reader hears of a kit, kept as text: each change of it is one that people will hear.

Written anew with PRESSKIT_WRITE_GOLDEN=1, to be read line by line against the sources before it is kept.
"""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from presskit.linking.structuring.tree import HEADINGS, below
from tests.conftest import Cli
from tests.support.read_aloud import read_aloud
from tests.support.verapdf import validate
from tests.support.writing import photo, write_kit

GOLDEN = Path(__file__).parent / "read-aloud"
BRAND = """name = "Quillon Ferry"
disclosure = "Paid for by the owners of the ferry."
web = "https://quillon.example"

[[contacts]]
name = "Ada Thorn"
phone = "(202) 555-0143"
"""
RELEASE = """---
date: 2031-05-12
embargo: 2031-05-13 09:00 America/New_York
---
# The night ferry sails again, with a piano in its saloon and all the lamps of the old pier alight for the first time

PORT QUILLON, May 12, 2031 – The night ferry sails again, as [the timetable](https://quillon.example/timetable) says.
It had not sailed for nine years.[^storm]

| Pier | Boats | Founded |
|---|---|---|
| North | 3 | 1911 |
| South | 4 | 1924 |

- one piano
- two lamps

###

[^storm]: A storm took her sister in 2022.
"""
FACTS = """# The ferry in numbers

## Key figures

| | |
|---|---|
| 9 | islands |
| 41 km | of rope |
| 3 | bakers |
| 81 % | of days |

## Facts

| | |
|---|---|
| Founded | 1911, in a shed |
| Piers | North and South |

**Is there a café?**

There is.
"""
PHOTOS = '["quay.jpg"]\ncaption = "The quay at dawn"\ncredit = "Nell Farrow"\nalt = "A stone quay with a white boat."\n'
ARABIC = """---
lang: ar
date: 2031-05-12
---
# عبّارة الليل تبحر من جديد، ولكل راكب مكان

بورت كويلون، 12 مايو 2031 – تبحر عبّارة الليل من جديد، ويمكن الحجز على [موقع العبّارة](https://quillon.example/ar).

| الرصيف | القوارب |
|---|---|
| الشمالي | 3 |
| الجنوبي | 4 |

- بيانو واحد
- مصباحان

انتهى
"""
ARABIC_KIT = """title = "عبّارة الليل"
language = "ar"

[[contacts]]
name = "سلمى المالكي"
phone = "+966 11 555 0148"
"""
ENGLISH = {
    "brand/brand.toml": BRAND,
    "releases/night.md": RELEASE,
    "factsheet.md": FACTS,
    "photos/photos.toml": PHOTOS,
    "kit.toml": 'title = "The night ferry"\npaper = "a4"\n',
}
KITS = {
    "english": ENGLISH,
    "arabic": {"kit.toml": ARABIC_KIT, "brand/brand.toml": BRAND, "releases/night.md": ARABIC},
}


@pytest.fixture(scope="module")
def files(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("read-aloud")
    photo(folder / "english" / "photos" / "quay.jpg")
    paths = {}
    for name, texts in KITS.items():
        paths[name] = folder / f"{name}.pdf"
        kit = write_kit(folder / name, texts)
        done = cli("build", kit, "--for", "print", "-o", paths[name])
        assert done.code == 0, done.out + done.err
    return paths


@pytest.mark.parametrize("name", KITS)
def test_a_kit_is_heard_as_it_was(files: dict[str, Path], name: str) -> None:
    heard, golden = read_aloud(files[name]), GOLDEN / f"{name}.txt"
    if os.environ.get("PRESSKIT_WRITE_GOLDEN"):
        golden.write_text(heard, encoding="utf-8")
    assert heard == golden.read_text(encoding="utf-8")


def test_what_is_heard_conforms_to_pdf_ua(files: dict[str, Path]) -> None:
    assert validate(list(files.values())) == {path: [] for path in files.values()}


@pytest.mark.parametrize("name", KITS)
def test_no_heading_skips_a_level_in_the_whole_kit(files: dict[str, Path], name: str) -> None:
    with pikepdf.open(files[name]) as kit:
        levels = [int(str(each.S)[2]) for each in below(kit.Root.StructTreeRoot.K[0]) if str(each.S) in HEADINGS]
    assert levels[0] == 1
    assert max(levels) > 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


def test_the_example_is_heard_once_each(example: Path) -> None:
    heard = read_aloud(example)
    documents = heard.count("document “")
    assert heard.count("High Wire Library does not exist.") == documents
    for part in re.split(r"^document “", heard, flags=re.MULTILINE)[1:]:
        assert part.index("does not exist.") < part.index("heading level 1")

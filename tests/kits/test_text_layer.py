"""What a PDF says where it is searched, copied or read aloud is proved at the end of each build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from presskit.linking.lettering import fonts
from presskit.linking.lettering.unicode import write_texts
from tests.conftest import Cli
from tests.support.in_process import work_in_process

LAM = "\N{ARABIC LETTER LAM}"
KIT = """title = "مكتبة على سلك"
language = "ar"

[[contacts]]
name = "سلمى المالكي"
phone = "+966 11 555 0148"
"""
RELEASE = """---
lang: ar
date: 2031-05-12
---
# مكتبة المملكة تفتح أبوابها، ولكن على سلك

قالت سلمى المالكي: «لكم كتب كثيرة جدًّا، ولكل كتاب مكانه‎، ولكننا لا نملك كل شيء». وتبلغ الكلفة 2.4 مليون، أي أقل
بنسبة 12.5% من عام 1447هـ. ويقرأ الزوار ‎Harbour News‎ وΝέα Πύλη كلّ يوم من 9:00 حتى 18:30 مساءً.

## عن دار الكتب

دار الكتب مملوكة لأهالي القرى منذ 1990، هاتف +966 11 555 0148.
"""


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    work_in_process(monkeypatch)
    (tmp_path / "kit.toml").write_text(KIT, encoding="utf-8")
    (tmp_path / "release.md").write_text(RELEASE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def without_lam(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no glyph say the letter lam: the pages stay as they are."""

    def write(texts: Mapping[int, str]) -> bytes:
        return write_texts({glyph: text for glyph, text in texts.items() if text != LAM})

    monkeypatch.setattr(fonts, "write_texts", write)


def test_an_arabic_kit_is_ready_and_is_what_its_file_says(cli: Cli, kit: Path, tmp_path: Path) -> None:
    files = [tmp_path / "out" / name for name in ("first.pdf", "second.pdf")]
    for file in files:
        done = cli("build", kit, "--no-cache", "-o", file)
        assert done.code == 0, done.out
    assert "Ready to send." in cli("check", files[0], "--against", kit).out
    assert "No sentence changed." in cli("diff", *files).out
    assert "No sentence changed." in cli("diff", files[0], kit).out


@pytest.mark.usefixtures("without_lam")
def test_a_kit_whose_text_layer_is_wrong_is_not_ready(cli: Cli, kit: Path, tmp_path: Path) -> None:
    done = cli("build", kit, "--no-cache", "-o", tmp_path / "out" / "kit.pdf")
    assert done.code == 8
    assert "presskit is at fault" in done.out
    assert "مكتبة المملكة" in done.out
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["kit-DRAFT.pdf"]


@pytest.mark.usefixtures("without_lam")
@pytest.mark.parametrize("name", ["kit.txt", "kit.html"])
def test_what_is_made_of_the_words_themselves_is_ready_all_the_same(
    cli: Cli, kit: Path, tmp_path: Path, name: str
) -> None:
    done = cli("build", kit, "--no-cache", "-o", tmp_path / "out" / name)
    assert done.code == 0, done.out
    assert "المملكة" in (tmp_path / "out" / name).read_text(encoding="utf-8")

"""From when on may it be published? Before, at and after the moment, in three zones, and where nobody can tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from docx.document import Document

from tests.support.embargo_news import NEWS
from tests.support.poppler import text
from tests.support.word_files import word
from tests.support.writing import brand, photo, release, write_kit

Cli = Callable[..., SimpleNamespace]
AT = 'embargo = "{}"\n'
LINE = "Embargoed until"


def kit_of(folder: Path, embargo: str | None = None, **more: str) -> Path:
    files = {"brand/brand.toml": brand(), "releases/ferry.md": release(), **more}
    return write_kit(folder / "kit", {**files, "kit.toml": AT.format(embargo) if embargo else ""})


def embargoed(words: str, headline: str = "Ferry stops at all nine islands") -> str:
    return release(headline).replace("---\n", f"---\nembargo: {words}\n", 1)


# Three zones: New York is four hours behind UTC in May, Paris two before, Kolkata five and a half before.
MOMENTS = [
    ("2031-05-12 09:00 America/New_York", "2031-05-12T12:59:59+00:00", "2031-05-12T13:00:00+00:00"),
    ("2031-05-12 09:00 Europe/Paris", "2031-05-12T02:59:59-04:00", "2031-05-12T03:00:00-04:00"),
    ("2031-05-12 09:00 Asia/Kolkata", "2031-05-12T08:59:59+05:30", "2031-05-12T03:30:00Z"),
]


@pytest.mark.parametrize(("embargo", "before", "at"), MOMENTS)
def test_a_web_page_is_written_from_the_moment_on(cli: Cli, tmp_path: Path, embargo: str, before: str, at: str) -> None:
    kit, page = kit_of(tmp_path, embargo), tmp_path / "kit.html"
    done = cli("build", kit, "-o", page, "--now", before)
    assert (done.code, page.exists()) == (8, False)
    assert "The kit is embargoed until May 12, 2031, 9:00 a.m." in done.err
    assert "--embargoed" in done.err
    assert cli("build", kit, "-o", page, "--now", at).code == 0
    assert LINE in page.read_text(encoding="utf-8")


def test_a_page_can_be_prepared_before(cli: Cli, tmp_path: Path) -> None:
    embargo, before, at = MOMENTS[0]
    kit = kit_of(tmp_path, embargo)
    early, late = tmp_path / "early.html", tmp_path / "late.html"
    assert cli("build", kit, "-o", early, "--now", before, "--embargoed").code == 0
    done = cli("build", kit, "-o", late, "--now", at)
    assert early.read_bytes() == late.read_bytes()  # passing the moment changes no page
    assert "kit.toml, line 1: The embargo ended: May 12, 2031, 9:00 a.m. (America/New York)." in done.out
    assert f"Remove the line “{AT.format(embargo).strip()}” and build again." in done.out


def test_a_pdf_and_a_text_may_be_made_before_and_do_not_change(cli: Cli, tmp_path: Path) -> None:
    embargo, before, at = MOMENTS[0]
    kit = kit_of(tmp_path, embargo)
    for ending in ("pdf", "txt"):
        outputs = [tmp_path / f"{name}.{ending}" for name in ("before", "after")]
        for output, now in zip(outputs, (before, at), strict=True):
            assert cli("build", kit, "-o", output, "--now", now).code == 0
        assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert (tmp_path / "before.txt").read_text(encoding="utf-8").count(LINE.upper()) == 1


def test_the_line_of_a_release_is_named(cli: Cli, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, **{"releases/ferry.md": embargoed("2031-05-12 09:00 Europe/Paris")})
    done = cli("build", kit, "--now", "2032-01-01T00:00+00:00")
    assert "ferry.md, line 2: The embargo ended" in done.out
    assert "Remove the line “embargo: 2031-05-12 09:00 Europe/Paris”" in done.out


def test_one_embargoed_release_among_public_ones(cli: Cli, tmp_path: Path) -> None:
    """The kit is embargoed until the latest moment; each release carries its own, and a public one none."""
    kit = kit_of(
        tmp_path,
        **{
            "releases/secret.md": embargoed("2031-05-13 09:00 Europe/Paris", "A tenth island is found"),
            "releases/sooner.md": embargoed("2031-05-12 09:00 Europe/Paris", "The bell is mended"),
            "factsheet.md": "# The ferry in figures\n\nNine islands, one ferry.\n",
        },
    )
    now = ("--now", "2031-05-12T12:00+00:00")
    assert cli("build", kit, "-o", tmp_path / "kit.html", *now).code == 8
    assert cli("build", kit, "-o", tmp_path / "kit.txt", *now).code == 0
    parts = (tmp_path / "kit.txt").read_text(encoding="utf-8").split("\n\n* * *\n\n")
    late, early = "EMBARGOED UNTIL MAY 13, 2031", "EMBARGOED UNTIL MAY 12, 2031"
    found = [late if late in part else early if early in part else None for part in parts]
    titles = [part.split("\n\n")[1 if line else 0] for part, line in zip(parts, found, strict=True)]
    assert dict(zip(titles[1:4], found[1:4], strict=True)) == {
        "A tenth island is found": late,
        "The bell is mended": early,
        "Ferry stops at all nine islands": None,
    }
    assert found[0] == found[4] == late  # the cover and the factsheet
    done = cli("build", kit, *now)
    [pdf] = (kit / "out").iterdir()
    assert "-EMBARGOED" in pdf.name
    assert "The embargo ended: May 12" in done.out
    assert "May 13, 2031" in text(pdf)


UNCLEAR = {
    "no zone": "2031-05-12 09:00",
    "an unknown zone": "2031-05-12 09:00 Europe/Atlantis",
    "no hour": "2031-05-12 Europe/Paris",
    "set forward: there is no such hour": "2031-03-30 02:30 Europe/Paris",
    "set back: the hour comes twice": "2031-10-26 02:30 Europe/Paris",
    "two hours that disagree": "2031-05-12, 9 am EDT / 3 pm BST",
}


@pytest.mark.parametrize("words", UNCLEAR.values(), ids=UNCLEAR)
@pytest.mark.parametrize("place", ["kit", "release"])
def test_nothing_is_built_while_the_moment_is_unclear(cli: Cli, tmp_path: Path, words: str, place: str) -> None:
    kit = kit_of(tmp_path, words) if place == "kit" else kit_of(tmp_path, **{"releases/ferry.md": embargoed(words)})
    done = cli("build", kit)
    assert (done.code, (kit / "out").exists()) == (8, False)
    assert "The embargo is unclear:" in done.err
    assert "Nothing was built." in done.err
    assert "unclear" in cli("check", kit).out


def test_hours_that_agree_are_one_moment(cli: Cli, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, "2031-05-12, 9 am EDT / 2 pm BST")
    assert cli("build", kit, "-o", tmp_path / "kit.txt").code == 0


def test_kit_and_release_may_not_disagree(cli: Cli, tmp_path: Path) -> None:
    later = {"releases/ferry.md": embargoed("2031-05-12 10:00 Europe/Paris")}
    done = cli("build", kit_of(tmp_path, "2031-05-12 09:00 Europe/Paris", **later))
    assert done.code == 8
    assert "ferry.md: Two times are given for one embargo" in done.err
    sooner = {"releases/ferry.md": embargoed("2031-05-12 08:00 Europe/Paris")}
    kit = kit_of(tmp_path / "sooner", "2031-05-12 09:00 Europe/Paris", **sooner)
    assert cli("build", kit, "-o", tmp_path / "kit.txt").code == 0


def test_settings_and_text_may_not_disagree(cli: Cli, tmp_path: Path) -> None:
    source = tmp_path / "release.txt"
    top = "---\nembargo: 2031-05-12 09:00 Europe/Paris\n---\n"
    body = "\n\nFerry sails\n\nPORT HOLLOW, May 12, 2031 – The ferry sails.\n"
    for stated, code in (("10:00 CET, 12 May 2031", 8), ("9 am, 13 May 2031", 8), ("9 am CET, 12 May 2031", 0)):
        source.write_text(f"{top}EMBARGOED UNTIL {stated}{body}", encoding="utf-8")
        done = cli("build", source, "-o", tmp_path / "kit.txt")
        assert done.code == code, stated
        assert ("Two times are given" in done.err) == bool(code)


def test_a_release_for_immediate_release_is_not_embargoed(cli: Cli, tmp_path: Path) -> None:
    stated = {"releases/ferry.md": release().replace("---\n", "---\nstatus: immediate\n", 1)}
    done = cli("build", kit_of(tmp_path, "2031-05-12 09:00 Europe/Paris", **stated))
    assert done.code == 8
    assert "kit.toml says that it is embargoed until 2031-05-12 09:00 (Europe/Paris)" in done.err


WORDS = "EMBARGOED UNTIL 9 A.M. EDT, MAY 12, 2031"
UNSURE = "The embargo lasts until 12 May 2031."


def in_word(folder: Path, header: str, settings: str = "") -> Path:
    """Write a kit of one Word file with words in the head of its pages."""

    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = header

    kit = kit_of(folder)
    (kit / "releases" / "ferry.md").unlink()
    (kit / "kit.toml").write_text(settings, encoding="utf-8")
    lines = ("Ferry sails", "PORT HOLLOW, May 12, 2031 – The ferry sails.", "Contact: Ada Thorn, 202 555 0143")
    word(kit / "releases" / "ferry.docx", *lines, fill=fill)
    return kit


def test_an_embargo_in_the_head_of_words_pages_holds_the_kit_back(cli: Cli, tmp_path: Path) -> None:
    kit, people = in_word(tmp_path, WORDS), tmp_path / "people.csv"
    people.write_text("name,e-mail,embargo\nAda,ada@x.example,yes\nBo,bo@x.example,\n", encoding="utf-8")
    now = ("--now", "2031-05-01T09:00+00:00")
    assert cli("build", kit, "-o", tmp_path / "kit.html", *now).code == 8
    assert cli("build", kit, "-o", tmp_path / "kit.txt", *now).code == 0
    assert LINE.upper() in (tmp_path / "kit.txt").read_text(encoding="utf-8")
    assert cli("mail", kit, "--to", people, "-o", tmp_path / "drafts").code == 0
    drafts = [path.read_bytes() for path in (tmp_path / "drafts").glob("*.eml")]
    assert [b"ada@x.example" in draft for draft in drafts] == [True]


def test_an_embargo_nobody_understands_makes_no_kit_and_no_drafts(cli: Cli, tmp_path: Path) -> None:
    kit = in_word(tmp_path, "STRICTLY EMBARGOED until the conference opens")
    done = cli("mail", kit, "-o", tmp_path / "drafts")
    assert (done.code, list((tmp_path / "drafts").glob("*.eml"))) == (8, [])
    done = cli("build", kit)
    assert (done.code, (kit / "out").exists()) == (8, False)
    assert "“STRICTLY EMBARGOED until the conference opens”" in done.err
    assert '[files."ferry.docx"]' in done.err


@pytest.mark.parametrize("name", ["ferry.docx", "releases/ferry.docx"])
@pytest.mark.parametrize(("own", "held"), [("none", False), ("2031-05-12 09:00 Europe/Paris", True)])
def test_kit_toml_answers_for_a_file_that_holds_no_settings(
    cli: Cli, tmp_path: Path, name: str, own: str, *, held: bool
) -> None:
    kit = in_word(tmp_path, "STRICTLY EMBARGOED", f'[files."{name}"]\nembargo = "{own}"\n')
    assert cli("build", kit, "-o", tmp_path / "kit.txt").code == 0
    assert (LINE.upper() in (tmp_path / "kit.txt").read_text(encoding="utf-8")) == held


def test_a_file_that_is_not_there_is_told(cli: Cli, tmp_path: Path) -> None:
    done = cli("build", in_word(tmp_path, WORDS, '[files."ferri.docx"]\nembargo = "none"\n'))
    assert done.code == 4
    assert "files names “ferri.docx”, which is not there" in done.err


@pytest.mark.parametrize("settings", ["---\nembargo: none\n---\n", 'kit.toml: embargo = "none"'])
def test_none_ends_the_question(cli: Cli, tmp_path: Path, settings: str) -> None:
    top, _, kit_toml = settings.partition("kit.toml: ")
    kit = kit_of(tmp_path, **{"releases/ferry.md": f"{top}EMBARGOED\n\n{release().split('---')[-1]}\n\n{UNSURE}\n"})
    (kit / "kit.toml").write_text(kit_toml, encoding="utf-8")
    assert cli("build", kit, "-o", tmp_path / "kit.txt").code == 0
    text_ = (tmp_path / "kit.txt").read_text(encoding="utf-8")
    assert ("EMBARGOED" in text_, UNSURE in text_) == (False, True)


def test_words_that_may_be_news_are_asked_about(cli: Cli, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, **{"releases/ferry.md": f"{release()}\n\n{UNSURE}\n"})
    done = cli("build", kit)
    assert (done.code, (kit / "out").exists()) == (8, False)
    assert f"“{UNSURE}”" in done.err
    assert "“embargo: 2031-05-12 09:00 America/New_York”" in done.err
    assert "“embargo: none”" in done.err


def test_news_of_other_embargoes_builds(cli: Cli, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, **{"releases/ferry.md": "\n\n".join([release(), *NEWS])})
    assert cli("build", kit, "-o", tmp_path / "kit.txt").code == 0
    text_ = (tmp_path / "kit.txt").read_text(encoding="utf-8")
    assert LINE.upper() not in text_


@pytest.mark.parametrize("now", ["tomorrow", "2031-05-12", "2031-05-12T09:00"])
def test_a_moment_without_a_zone_is_none(cli: Cli, tmp_path: Path, now: str) -> None:
    done = cli("build", kit_of(tmp_path), "--now", now)
    assert done.code == 2
    assert "2026-05-12T09:00-04:00" in done.err


def test_a_word_that_is_no_clock_is_no_second_zone(cli: Cli, tmp_path: Path) -> None:
    photo(tmp_path / "kit" / "photos" / "quay.jpg")
    kit = kit_of(tmp_path, "9 AM EDT, 12 May 2031, AT THE MUSEUM")
    assert cli("build", kit, "-o", tmp_path / "kit.txt").code == 0

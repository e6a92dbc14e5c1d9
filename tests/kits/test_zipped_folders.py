"""A ZIP of a folder is the folder: the same table, kit and verdict, the same bytes; nothing of it stays behind."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from presskit import passing
from tests.conftest import Cli
from tests.support.kills import is_true
from tests.support.messy.tables import FOLDERS, write_folder
from tests.support.writing import brand, release, write_kit

FOLDER = "spring opening"
PAGE = (
    '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"></head><body class="doc-content">'
    '<p class="title">The ferry sails at night</p><p>QUILLON, 12 May 2031 – The ferry sails at night from today, for '
    'the first time since the flood.</p><p><img alt="The ferry at its quay" src="images/image1.png"></p>'
    "<p>CONTACT: Ada Thorn, 202-555-0142, ada@quillon.example</p></body></html>"
)


@pytest.fixture(autouse=True)
def nothing_stays_behind() -> Iterator[None]:
    """Hold that no ZIP is left unpacked, however a command ended."""
    before = {*passing.folder().iterdir()}
    yield
    assert {path for path in passing.folder().iterdir() if path.name.startswith(".presskit-")} <= before


def zip_folder(folder: Path, path: Path, top: str = "") -> Path:
    """Write a ZIP of all that a folder holds, below a folder of this name where it is named."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, f"{top}/{file.relative_to(folder).as_posix()}" if top else file.relative_to(folder))
    return path


def small_kit(folder: Path) -> Path:
    return write_kit(folder, {"releases/night.md": release(), "brand/brand.toml": brand()})


@pytest.mark.usefixtures("in_process")
def test_the_same_table_kit_and_verdict_as_the_folder(cli: Cli, tmp_path: Path) -> None:
    folder = write_folder(FOLDER, tmp_path / "unpacked")
    zips = {}
    for place, top in (("bare", ""), ("in a folder", FOLDER)):
        (tmp_path / place).mkdir()
        zips[top] = zip_folder(folder, tmp_path / place / f"{FOLDER}.zip", top)
    theirs = json.loads(cli("inspect", folder, "--json").out)
    folder_built = cli("build", folder, "--json")
    expected = json.loads(folder_built.out)
    assert (folder_built.code, folder_built.err, expected["verdict"]) == (0, "", "check")
    for top, path in zips.items():
        ours = json.loads(cli("inspect", path, "--json").out)
        below = f"{path}/{top}" if top else str(path)
        assert [row["source"] for row in ours] == [row["source"].replace(str(folder), below) for row in theirs], top
        assert [[*row.values()][1:] for row in ours] == [[*row.values()][1:] for row in theirs], top
        zip_built = cli("build", path, "--json")
        assert (zip_built.code, zip_built.err) == (0, ""), top
        facts = json.loads(zip_built.out)
        assert [item["message"] for item in facts["findings"]] == [item["message"] for item in expected["findings"]]
        assert facts["verdict"] == expected["verdict"], top
        pdf = Path(facts["output"])
        assert pdf == path.parent / "out" / Path(expected["output"]).name
        assert pdf.read_bytes() == Path(expected["output"]).read_bytes(), top


@pytest.mark.usefixtures("in_process")
def test_what_is_said_names_the_zip_and_what_can_be_done_with_it(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    zip_folder(write_folder(FOLDER, tmp_path / "unpacked"), tmp_path / "from Anna.zip", FOLDER)
    done = cli("build", "from Anna.zip")
    assert 'To see all, type: presskit check "from Anna.zip"' in done.out
    assert "To change that: unpack from Anna.zip first, and in kit.toml, [files." in done.out
    told = done.out + cli("check", "from Anna.zip").out + cli("build", "from Anna.zip", "-o", "x.pdf", "--json").out
    assert "from Anna.zip/spring opening/" in told
    assert ".presskit-" not in told
    assert "from Anna.zip first, and write into kit.toml" in cli("inspect", "from Anna.zip").out


@pytest.mark.usefixtures("in_process")
def test_settings_and_a_brand_beside_work_as_they_do_for_a_folder(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "unpacked/kit", {"kit.toml": 'title = "At night"\n', "releases/night.md": release()})
    write_kit(tmp_path / "unpacked/brand", {"brand.toml": brand()})
    write_kit(tmp_path / "sent/brand", {"brand.toml": brand()})
    for settings in ('title = "At night"\n', 'title = "At night"\nbrand = "../brand"\n'):
        (kit / "kit.toml").write_text(settings, encoding="utf-8")
        path = zip_folder(kit, tmp_path / "sent/kit.zip", "kit")
        assert cli("build", path, "-o", tmp_path / "ours.pdf").code == cli("build", kit, "-o", tmp_path / "x.pdf").code
        assert (tmp_path / "ours.pdf").read_bytes() == (tmp_path / "x.pdf").read_bytes()


@pytest.mark.usefixtures("in_process")
def test_what_macs_put_into_a_zip_is_passed_over(cli: Cli, tmp_path: Path) -> None:
    path = zip_folder(small_kit(tmp_path / "kit"), tmp_path / "kit.zip", "kit")
    with zipfile.ZipFile(path, "a") as archive:
        for name in ("__MACOSX/kit/._night.md", "kit/.DS_Store", "kit/Icon\r", "__MACOSX/._kit", "kit/Thumbs.db"):
            archive.writestr(name, b"\0\5\x16\7")
    rows = json.loads(cli("inspect", path, "--json").out)
    assert [(Path(row["source"]).name, row["in_kit"]) for row in rows] == [("night.md", True)]


@pytest.mark.usefixtures("in_process")
def test_a_page_of_google_docs_is_a_release_with_its_picture(cli: Cli, tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(picture, "PNG")
    with zipfile.ZipFile(tmp_path / "The ferry.zip", "w") as archive:
        archive.writestr("Theferrysailsatnight.html", PAGE)
        archive.writestr("images/image1.png", picture.getvalue())
    facts = json.loads(cli("build", tmp_path / "The ferry.zip", "-o", tmp_path / "a.pdf", "--json").out)
    assert [one["taken_for"] for one in facts["sources"]] == ["press release"]
    assert facts["outside"] == []
    pages = PdfReader(tmp_path / "a.pdf").pages
    assert [len(page.images) for page in pages] == [1]
    done = cli("import", tmp_path / "The ferry.zip", "--into", tmp_path / "new")
    assert done.code == 0
    assert "from Theferrysailsatnight.html, with 1 picture" in done.out


@pytest.mark.usefixtures("in_process")
def test_a_zip_in_a_kit_is_named_and_not_looked_into(cli: Cli, tmp_path: Path) -> None:
    kit = small_kit(tmp_path / "kit")
    zip_folder(kit, kit / "from Anna.zip")
    done = cli("build", kit, "-o", tmp_path / "a.pdf")
    assert done.code == 0
    assert done.out.startswith("Check before you send: ")
    assert "Not in the kit: from Anna.zip (a ZIP, into which nobody looked)" in done.out
    assert f'Unpack from Anna.zip into a folder beside it, or build it alone: presskit build "{kit}/from' in done.out
    both = zip_folder(kit, tmp_path / "both.zip")
    done = cli("build", both, "-o", tmp_path / "b.pdf")
    assert "from Anna.zip: Unpack both.zip first. Unpack from Anna.zip into" in done.out
    assert 'alone: presskit build "from Anna.zip"' in done.out


@pytest.mark.usefixtures("in_process")
def test_a_folder_that_holds_nothing_but_a_zip_names_it(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "sent").mkdir()
    zip_folder(small_kit(tmp_path / "kit"), tmp_path / "sent/kit.zip")
    refused = cli("build", tmp_path / "sent")
    assert refused.code == 3
    assert "kit.zip is not in the kit: a ZIP, into which nobody looked." in refused.err
    assert f"presskit build {tmp_path}/sent/kit.zip" in refused.err


@pytest.mark.usefixtures("in_process")
def test_a_zip_is_inspected_beside_a_text(cli: Cli, tmp_path: Path) -> None:
    folder = write_folder(FOLDER, tmp_path / "unpacked")
    path = zip_folder(folder, tmp_path / "sent.zip")
    done = cli("inspect", path, folder / "Fact Sheet.docx")
    assert (done.code, done.err) == (0, "")
    assert f"{path}/Backgrounder_storm.docx\n  Taken for backgrounder" in done.out


@pytest.mark.usefixtures("in_process")
def test_a_finished_kit_is_told_from_a_zip_of_sources(cli: Cli, tmp_path: Path) -> None:
    kit = small_kit(tmp_path / "kit")
    finished, sources = tmp_path / "finished.zip", zip_folder(kit, tmp_path / "kit.zip")
    assert cli("build", sources, "-o", finished).code == 0
    refused = cli("build", finished)
    assert refused.code == 3
    assert "finished.zip is a finished kit, which presskit made. " in refused.err
    assert f"presskit check {finished} (s-034)" in refused.err
    assert cli("check", finished).out.startswith("No fault found in the file.")
    assert cli("check", finished, "--against", kit).out == cli("check", finished, "--against", sources).out
    assert cli("check", sources).out == cli("check", kit).out
    with zipfile.ZipFile(finished) as whole, zipfile.ZipFile(tmp_path / "less.zip", "w") as less:
        for name in whole.namelist():
            if name != "files.txt":
                less.writestr(name, whole.read(name))
    assert "files.txt is not in the ZIP" in cli("check", tmp_path / "less.zip").out


@pytest.mark.usefixtures("in_process")
def test_no_output_takes_the_place_of_the_zip(cli: Cli, tmp_path: Path) -> None:
    path = zip_folder(small_kit(tmp_path / "kit"), tmp_path / "kit.zip")
    before = path.read_bytes()
    refused = cli("build", path, "-o", path)
    assert (refused.code, "kit.zip is one of the sources" in refused.err) == (7, True)
    assert path.read_bytes() == before


@pytest.mark.usefixtures("in_process")
def test_the_other_commands_take_a_zip(cli: Cli, tmp_path: Path) -> None:
    kit = small_kit(tmp_path / "kit")
    (tmp_path / "sent").mkdir()
    path = zip_folder(kit, tmp_path / "sent/kit.zip", "kit")
    assert cli("mail", path).code == 0
    assert (tmp_path / "sent/out/drafts/index.html").is_file()
    assert cli("diff", path, kit).out == "No sentence changed.\n"
    assert cli("new", tmp_path / "begun", "--no-questions", "--from", path).code == 0
    assert (tmp_path / "begun/releases/night.md").is_file()
    assert cli("import", path, "--into", tmp_path / "brought").code == 0
    assert [*(tmp_path / "brought/releases").iterdir()]


@pytest.mark.slow
@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("name", [name for name in FOLDERS if name != FOLDER])
def test_each_folder_that_people_have_is_the_same_in_a_zip(cli: Cli, tmp_path: Path, name: str) -> None:
    folder = write_folder(name, tmp_path / "unpacked")
    path = zip_folder(folder, tmp_path / "sent.zip", name)
    ours, theirs = cli("build", path, "--json"), cli("build", folder, "--json")
    assert ours.code == theirs.code
    facts, expected = json.loads(ours.out), json.loads(theirs.out)
    assert facts.get("verdict") == expected.get("verdict")
    assert [item["message"] for item in facts["findings"]] == [item["message"] for item in expected["findings"]]
    assert [one["why"] for one in facts.get("outside", [])] == [one["why"] for one in expected.get("outside", [])]
    outputs = [Path(one["output"]) for one in (facts, expected) if one.get("output")]
    assert len({one.read_bytes() for one in outputs}) == len(outputs) // 2


@pytest.mark.usefixtures("in_process")
def test_a_kit_of_which_a_page_was_made_in_its_folder_is_no_finished_kit(cli: Cli, tmp_path: Path) -> None:
    kit = small_kit(tmp_path / "kit")
    (kit / "kit.toml").write_text('title = "At night"\n', encoding="utf-8")
    assert cli("build", kit, "-o", kit / "index.html").code == 0
    done = cli("check", zip_folder(kit, tmp_path / "sent.zip"))
    assert (done.code, done.out) == (0, cli("check", kit).out)


@pytest.mark.usefixtures("in_process")
def test_a_folder_in_a_folder_of_the_same_name_is_the_kit(cli: Cli, tmp_path: Path) -> None:
    kit = small_kit(tmp_path / "kit")
    (kit / "kit.toml").write_text('paper = "a4"\n', encoding="utf-8")
    path = zip_folder(kit, tmp_path / "sent.zip", "Anna/Anna")
    assert cli("build", path, "-o", tmp_path / "a.pdf").code == cli("build", kit, "-o", tmp_path / "b.pdf").code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.usefixtures("in_process")
def test_a_folder_of_internal_texts_stays_one_in_a_zip(cli: Cli, tmp_path: Path) -> None:
    path = zip_folder(write_kit(tmp_path / "kit", {"night.md": release()}), tmp_path / "sent.zip", "Anna/internal")
    refused = cli("build", path)
    assert refused.code == 3
    assert "“sent.zip”" in refused.err
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("in_process")
def test_a_zip_without_a_text_is_named_as_it_was_sent(cli: Cli, tmp_path: Path) -> None:
    for names, said in (
        (["a/"], "it holds no files"),
        (["Anna/.DS_Store"], "There is nothing to build in “sent.zip”. Unpack sent.zip first. Put a release"),
    ):
        with zipfile.ZipFile(tmp_path / "sent.zip", "w") as archive:
            for name in names:
                archive.writestr(name, b"")
        assert said in cli("build", tmp_path / "sent.zip").err


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to a process")
def test_nothing_is_left_where_a_command_is_ended_while_it_unpacks(tmp_path: Path) -> None:
    path = zip_folder(small_kit(tmp_path / "kit"), tmp_path / "kit.zip", "kit")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(3_000):
            archive.writestr(f"kit/{number}.bin", bytes(5_000))
    command = [sys.executable, "-m", "presskit", "build", path]
    with tempfile.TemporaryDirectory(prefix="zip-") as place:  # of a short name, as a socket in it needs
        given = {**os.environ, "TMPDIR": place}
        with subprocess.Popen(command, env=given, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
            assert is_true(lambda: any(Path(place).rglob("*.bin")), 60)
            process.send_signal(signal.SIGINT)
            assert process.communicate(timeout=60)[1] == "Stopped. Nothing was written.\n"
        assert process.returncode == 130
        assert is_true(lambda: not any(Path(place).iterdir()), 10)
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("in_process")
def test_a_name_that_leads_out_is_shown_from_beside_the_zip(cli: Cli, tmp_path: Path) -> None:
    bio = "---\nname: Ada\nportrait: ../../../secret.png\n---\nShe keeps the gates."
    kit = write_kit(tmp_path / "kit", {"releases/night.md": release(), "bios/ada.md": bio})
    (tmp_path / "sent").mkdir()
    path = zip_folder(kit, tmp_path / "sent/kit.zip", "kit")
    done = cli("check", path)
    assert f"secret.png does not lie in the kit, but at {tmp_path}/sent/secret.png." in done.out
    assert "Unpack kit.zip first. Copy the file into the kit" in done.out
    assert ".presskit-" not in done.out + cli("check", path, "--json").out


@pytest.mark.usefixtures("in_process")
def test_what_is_missing_from_a_whole_kit_is_added_to_its_folder(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/night.md": release()})
    said = "Unpack kit.zip first. Add a press contact to kit.toml"
    path = zip_folder(kit, tmp_path / "kit.zip")
    assert said in cli("check", path).out
    assert said in cli("check", path, "--json").out
    assert "Unpack" not in cli("check", kit).out

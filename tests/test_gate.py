"""What a kit may have opened: its own files and its brand's, what a person named, and nothing else."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from contextvars import Context
from pathlib import Path
from types import SimpleNamespace

import pytest

from presskit import gate
from presskit.errors import SourceError
from presskit.limits import Limit
from tests.conftest import Cli
from tests.support.writing import brand, figures, photo, release, write_kit

SECRET = "The quay will be sold in March"
Arrange = Callable[[Path, Path], object]


@pytest.fixture(autouse=True)
def _quick(in_process: None) -> None:
    """Work in this process."""


OTHER = """Boats stop at night

PORT QUILL, Maine, May 14, 2031 – From June on, no boat leaves the harbour after eleven in the evening.

The harbour master says that the lamps of the breakwater are being replaced, one each week, until the autumn.
"""


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    files = {"releases/a.md": release(), "kit.toml": 'title = "Nine piers"\n', "brand/brand.toml": brand()}
    return write_kit(tmp_path / "kit", files)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Return a folder beside the kit with secrets of every kind."""
    folder = write_kit(
        tmp_path / "elsewhere",
        {
            "secret.md": release(SECRET),
            "secret.toml": f'title = "{SECRET}"\nname = “{SECRET}”\n',
            "secret.html": f"<p>{SECRET}</p>",
            "secret.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
            "folder/secret.md": release(SECRET),
            "folder/photos.toml": f'["a.jpg"]\ncaption = "{SECRET}"\n',
            "folder/brand.toml": f'name = "{SECRET}"\n',
        },
    )
    photo(folder / "secret.jpg")
    photo(folder / "folder/a.jpg")
    return folder


def link(place: str, target: str) -> Arrange:
    """Return a function that puts a link into a kit."""

    def arrange(kit: Path, outside: Path) -> None:
        path = kit / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(outside / target)

    return arrange


def both(*arrangements: Arrange) -> Arrange:
    return lambda kit, outside: [arrange(kit, outside) for arrange in arrangements]


def text(place: str, words: str) -> Arrange:
    """Return a function that writes a file of a kit; OUTSIDE in it is the folder outside."""
    return lambda kit, outside: write_kit(kit, {place: words.replace("OUTSIDE", str(outside))})


def bio(portrait: str) -> Arrange:
    return text("bios/ada.md", f"---\nname: Ada Thorn\nportrait: {portrait}\n---\n\nShe counts the gulls.\n")


def folder_link(place: str) -> Arrange:
    def arrange(kit: Path, outside: Path) -> None:
        if (kit / place).is_dir():
            for path in (kit / place).iterdir():
                path.unlink()
            (kit / place).rmdir()
        link(place, "folder")(kit, outside)

    return arrange


LINKS_OUT: dict[str, tuple[Arrange, str]] = {
    "release": (link("releases/b.md", "secret.md"), "b.md leads out of the kit, to /"),
    "release of another kind": (link("releases/b.pages", "secret.md"), "b.pages leads out"),
    "web page": (link("releases/b.html", "secret.html"), "b.html leads out"),
    "factsheet": (link("factsheet.md", "secret.md"), "factsheet.md leads out"),
    "boilerplate": (link("boilerplate.txt", "secret.md"), "boilerplate.txt leads out"),
    "biography": (link("bios/ada.md", "secret.md"), "ada.md leads out"),
    "photo": (link("photos/a.jpg", "secret.jpg"), "a.jpg leads out"),
    "photo's words": (
        both(lambda kit, _: photo(kit / "photos/a.jpg"), link("photos/photos.toml", "secret.toml")),
        "photos.toml leads out",
    ),
    "portrait beside": (both(bio(""), link("bios/ada.jpg", "secret.jpg")), "ada.jpg leads out"),
    "portrait named": (both(bio("me.jpg"), link("bios/me.jpg", "secret.jpg")), "me.jpg leads out"),
    "kit.toml": (link("kit.toml", "secret.toml"), "kit.toml leads out"),
    "brand.toml": (link("brand/brand.toml", "secret.toml"), "brand.toml leads out"),
    "logo": (
        both(text("brand/brand.toml", 'logo = "logo.svg"\n'), link("brand/logo.svg", "secret.svg")),
        "logo: logo.svg leads out",
    ),
    "typeface": (
        both(text("brand/brand.toml", '[fonts.sans]\nregular = "a.ttf"\n'), link("brand/a.ttf", "secret.svg")),
        "a.ttf leads out",
    ),
    "template": (link("brand/templates/release.html", "secret.html"), "release.html leads out"),
    "included": (
        both(
            text("brand/templates/release.html", "{% include 'b.html' %}"),
            link("brand/templates/b.html", "secret.html"),
        ),
        "b.html leads out",
    ),
    "extended": (
        both(
            text("brand/templates/release.html", "{% extends 'b.html' %}"),
            link("brand/templates/b.html", "secret.html"),
        ),
        "b.html leads out",
    ),
    "measures": (link("brand/templates/theme.toml", "secret.toml"), "theme.toml leads out"),
    "templates": (folder_link("brand/templates"), "templates leads out"),
    "templates of a theme": (folder_link("brand/templates/editorial"), "editorial leads out"),
    "picture in a text": (
        both(text("releases/b.md", release() + "\n![The quay](q.jpg)\n"), link("releases/q.jpg", "secret.jpg")),
        "q.jpg leads out",
    ),
    "picture on a web page": (
        both(
            text("releases/b.html", f"<p>{'The boats stop at all piers. ' * 9}</p><p><img src='q.jpg'></p>"),
            link("releases/q.jpg", "secret.jpg"),
        ),
        "q.jpg leads out",
    ),
    "folder of a picture": (
        both(text("releases/b.md", release() + "\n![The quay](more/a.jpg)\n"), folder_link("releases/more")),
        "more leads out",
    ),
    "releases": (folder_link("releases"), "releases leads out"),
    "photos": (folder_link("photos"), "photos leads out"),
    "bios": (folder_link("bios"), "bios leads out"),
    "brand": (folder_link("brand"), "brand leads out"),
    "documents": (folder_link("documents"), "documents leads out"),
    "a brand in the kit by another name": (
        both(text("kit.toml", 'brand = "house"\n'), folder_link("house")),
        "house leads out",
    ),
    "a device": (lambda kit, _: (kit / "releases/b.md").symlink_to("/dev/zero"), "b.md leads out of the kit, to /dev/"),
}


def said(cli: Cli, *words: str | Path) -> SimpleNamespace:
    """Run a command; return it with all it said."""
    done = cli(*words)
    assert "Traceback" not in done.err
    return SimpleNamespace(code=done.code, words=" ".join((done.out + done.err).split()))


@pytest.mark.parametrize("name", LINKS_OUT)
def test_a_link_out_of_the_kit_is_told_and_not_opened(cli: Cli, kit: Path, outside: Path, name: str) -> None:
    arrange, words = LINKS_OUT[name]
    arrange(kit, outside)
    done = said(cli, "check", kit)
    assert words in done.words
    assert SECRET not in done.words
    assert done.code in (3, 4, 6, 8)


@pytest.mark.parametrize(
    ("arrange", "words"),
    [
        (bio("../../elsewhere/secret.jpg"), "secret.jpg does not lie in the kit, but at /"),
        (bio("../../elsewhere/missing.jpg"), "missing.jpg does not lie in the kit, but at /"),
        (lambda kit, outside: bio(f"{outside}/secret.jpg")(kit, outside), "secret.jpg does not lie in the kit"),
        (bio("x" * 5000), "which is not there"),
        (bio('"a\\0.jpg"'), "which is not there"),
        (text("releases/b.md", OTHER + "\n![A](../../elsewhere/secret.jpg)\n"), "secret.jpg does not lie in the"),
        (text("releases/b.md", OTHER + "\n![A](OUTSIDE/secret.jpg)\n"), "secret.jpg does not lie in the kit"),
        (text("releases/b.md", OTHER + "\n![A](..%2F..%2Felsewhere%2Fsecret.jpg)\n"), "does not lie in the kit"),
        (text("brand/brand.toml", 'logo = "../../elsewhere/secret.svg"\n'), "is outside the brand's folder"),
        (text("brand/brand.toml", 'logo = "OUTSIDE/secret.svg"\n'), "is outside the brand's folder"),
    ],
)
def test_a_name_of_what_lies_outside_is_told_and_not_opened(
    cli: Cli, kit: Path, outside: Path, arrange: Arrange, words: str
) -> None:
    arrange(kit, outside)
    done = said(cli, "check", kit)
    assert words in done.words
    assert done.code in (4, 8)


def test_all_that_leads_out_is_told_at_once(cli: Cli, kit: Path, outside: Path) -> None:
    for place in ("releases/b.md", "releases/c.md", "factsheet.md"):
        link(place, "secret.md")(kit, outside)
    done = said(cli, "check", kit)
    assert [name in done.words for name in ("b.md leads", "c.md leads", "factsheet.md leads")] == [True] * 3


def pipe(path: Path) -> None:
    os.mkfifo(path)


def plug(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        # The name of a socket takes 108 bytes at most: it is made where its folder is the current one.
        before = Path.cwd()
        os.chdir(path.parent)
        server.bind(path.name)
        os.chdir(before)


def circle(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (pipe, "{} is a named pipe, and holds nothing that could be read."),
        (plug, "{} is a socket, and holds nothing that could be read."),
        (circle, "{} cannot be opened: it is a link that leads back to itself."),
    ],
)
@pytest.mark.parametrize(
    "place", ["releases/b.md", "releases/b.docx", "bios/ada.jpg", "photos/q.jpg", "kit.toml", "brand/brand.toml"]
)
def test_what_is_no_file_is_told_and_waits_for_nobody(
    cli: Cli, kit: Path, make: Callable[[Path], None], words: str, place: str
) -> None:
    path = kit / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    done = said(cli, "check", kit)
    assert words.format(path.name) in done.words
    assert done.code in (3, 4)


def test_a_link_to_nothing_is_told(cli: Cli, kit: Path) -> None:
    (kit / "releases/b.md").symlink_to("c.md")
    assert "What b.md leads to is not there." in said(cli, "check", kit).words


def test_a_link_inside_the_kit_works_under_its_own_name(cli: Cli, kit: Path) -> None:
    write_kit(kit, {"texts/stop.md": OTHER})
    (kit / "releases/b.md").symlink_to("../texts/stop.md")
    done = said(cli, "check", kit)
    assert "leads out" not in done.words
    assert done.code == 0
    assert "Boats stop at night" in said(cli, "inspect", kit / "releases/b.md").words


@pytest.mark.parametrize("target", ["secret.md", "", "folder/../secret.md"])
def test_a_target_named_beside_the_kit_is_opened(cli: Cli, kit: Path, outside: Path, target: str) -> None:
    link("releases/b.md", "secret.md")(kit, outside)
    assert cli("check", kit, outside / target).code == 0
    out = kit.parent / "kit.txt"
    assert cli("build", kit, outside / target, "-o", out).code == 0
    assert SECRET in out.read_text(encoding="utf-8")


def test_a_brands_link_is_opened_where_its_target_was_named(cli: Cli, kit: Path, outside: Path) -> None:
    (kit / "brand").rename(kit.parent / "brand")
    write_kit(kit.parent / "brand", {"brand.toml": f'logo = "logo.svg"\n{brand()}'})
    link("../brand/logo.svg", "secret.svg")(kit, outside)
    assert "logo.svg leads out" in said(cli, "check", kit).words
    assert cli("check", kit, outside / "secret.svg").code == 0


def test_a_target_that_no_link_leads_to_is_a_mistake(cli: Cli, kit: Path, outside: Path) -> None:
    done = said(cli, "build", kit, outside / "secret.md")
    assert done.code == 2
    assert f"No link of the kit leads to {outside / 'secret.md'}" in done.words


def test_a_target_that_is_not_there_is_told(cli: Cli, kit: Path, tmp_path: Path) -> None:
    assert said(cli, "build", kit, tmp_path / "nowhere.md").code == 3


@pytest.mark.parametrize("command", [("build",), ("inspect",), ("check",), ("mail",), ("diff", "releases/a.md")])
def test_naming_a_link_does_not_name_its_target(
    cli: Cli, kit: Path, outside: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(kit)
    link("releases/b.md", "secret.md")(kit, outside)
    done = said(cli, *command, "releases/b.md")
    assert "b.md leads out of the kit" in done.words
    assert SECRET not in done.words


def test_a_new_kit_takes_no_target_of_a_link(cli: Cli, kit: Path, outside: Path, tmp_path: Path) -> None:
    link("releases/b.md", "secret.md")(kit, outside)
    done = said(cli, "new", tmp_path / "mine", "--no-questions", "--from", kit / "releases/b.md")
    assert "b.md leads out of the kit" in done.words
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("command", ["build", "mail"])
def test_nothing_is_written_through_a_link_that_nobody_named(cli: Cli, kit: Path, outside: Path, command: str) -> None:
    folder_link("out")(kit, outside)
    before = sorted(outside.rglob("*"))
    done = said(cli, command, kit)
    assert "it is a link that leads out of the kit. Name the place you want with -o." in done.words
    assert done.code == 7
    assert sorted(outside.rglob("*")) == before


def test_a_brand_named_in_kit_toml_is_a_place_of_the_kit(cli: Cli, kit: Path) -> None:
    (kit / "brand").rename(kit.parent / "house")
    write_kit(kit, {"kit.toml": 'title = "Nine piers"\nbrand = "../house"\n'})
    assert cli("check", kit).code == 0


def test_a_kit_that_is_named_by_a_link_works(cli: Cli, kit: Path) -> None:
    (kit.parent / "this-week").symlink_to(kit)
    assert cli("check", kit.parent / "this-week").code == 0


def test_lists_and_finished_files_are_opened_where_they_are_named(cli: Cli, kit: Path, tmp_path: Path) -> None:
    write_kit(tmp_path / "people", {"list.csv": "email,name\nada@press.example,Ada Thorn\n"})
    (tmp_path / "list.csv").symlink_to(tmp_path / "people/list.csv")
    assert cli("mail", kit, "--to", tmp_path / "list.csv", "-o", tmp_path / "drafts").code == 0
    assert cli("build", kit, "-o", tmp_path / "finished/kit.pdf").code == 0
    assert cli("check", tmp_path / "finished/kit.pdf", "--against", kit).code == 0
    assert cli("diff", tmp_path / "finished/kit.pdf", kit).code == 0
    assert cli("build", kit, "-o", tmp_path / "kit.zip").code == 0
    assert cli("check", tmp_path / "kit.zip").code == 0


# What is not on this computer yet.


@pytest.mark.parametrize("place", ["releases/b.docx", "factsheet.md", "photos/q.jpg", "bios/ada.md", "kit.toml"])
def test_what_icloud_holds_is_told_and_not_passed_over(cli: Cli, kit: Path, place: str) -> None:
    path = kit / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.with_name(f".{path.name}.icloud").write_bytes(b"bplist00")
    done = said(cli, "check", kit)
    assert f"{path.name} is kept online, and is not on this computer yet." in done.words
    assert "“Download Now” (iCloud)" in done.words


def status(**more: int) -> SimpleNamespace:
    return SimpleNamespace(st_mode=stat.S_IFREG | 0o644, st_size=10, **more)


@pytest.mark.parametrize(
    ("found", "is_here"),
    [
        (status(st_file_attributes=0x20, st_reparse_tag=0), True),
        (status(st_file_attributes=0x420, st_reparse_tag=0x9000601A), True),  # OneDrive's, kept on this device
        (status(st_file_attributes=0x401620, st_reparse_tag=0x9000601A), False),  # OneDrive's, online
        (status(st_file_attributes=0x40020, st_reparse_tag=0), False),
        (status(st_file_attributes=0x1020, st_reparse_tag=0), False),
        (status(st_flags=0x40), True),
        (status(st_flags=0x40000040), False),  # iCloud's, macOS 14
    ],
)
def test_what_is_kept_online_is_a_file_that_is_not_here_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: SimpleNamespace, is_here: bool
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"here")
    monkeypatch.setattr(Path, "stat", lambda *_, **__: found)
    problem = gate.refusal(path)
    assert (problem is None) == is_here
    assert is_here or (problem and problem.code == "s-017")


# The gate itself.


def closed(*places: Path) -> Callable[[Callable[[], object]], object]:
    """Return a function that calls another with nothing open but some places."""

    def call(do: Callable[[], object]) -> object:
        with gate.opened(*places):
            return do()

    return lambda do: Context().run(call, do)


def test_nothing_is_open_that_was_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a", encoding="utf-8")
    with pytest.raises(SourceError, match="does not lie in the kit"):
        closed()(lambda: gate.bytes_of(path))
    assert closed(tmp_path)(lambda: gate.bytes_of(path)) == b"a"


def test_a_place_is_no_other_whose_name_begins_as_its_own(tmp_path: Path) -> None:
    write_kit(tmp_path, {"kit/a.txt": "a", "kit-2/a.txt": "a"})
    assert not closed(tmp_path / "kit")(lambda: gate.is_inside(tmp_path / "kit-2/a.txt"))


def test_a_file_opened_by_its_name_opens_no_other(tmp_path: Path) -> None:
    write_kit(tmp_path, {"a.txt": "a", "b.txt": "b"})
    assert closed(tmp_path / "a.txt")(lambda: [gate.is_file(tmp_path / name) for name in ("a.txt", "b.txt")]) == [
        True,
        False,
    ]


def test_what_is_opened_besides_is_shut_with_the_rest(tmp_path: Path) -> None:
    write_kit(tmp_path, {"kit/a.txt": "a", "brand/b.txt": "b"})

    def inside() -> list[bool]:
        with gate.opened(tmp_path / "kit"):
            gate.open_also(tmp_path / "brand")
            before = gate.is_file(tmp_path / "brand/b.txt")
        return [before, gate.is_file(tmp_path / "brand/b.txt")]

    assert Context().run(inside) == [True, False]


def test_a_folder_is_listed_without_folders_and_with_what_cannot_be_opened(tmp_path: Path) -> None:
    write_kit(tmp_path, {"kit/b.txt": "", "kit/more/c.txt": "", "d.txt": ""})
    (tmp_path / "kit/a.txt").symlink_to(tmp_path / "d.txt")
    (tmp_path / "kit/.e.docx.icloud").touch()
    circle(tmp_path / "kit/f")
    names = closed(tmp_path / "kit")(lambda: [path.name for path in gate.files_in(tmp_path / "kit")])
    assert names == ["a.txt", "b.txt", "e.docx", "f"]
    assert gate.files_in(tmp_path / "nowhere") == ()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.truncate(400_000_000)  # on the disk it takes no room
    with pytest.raises(SourceError, match=r"a\.jpg is too large for presskit: 400 MB\. It takes 300 MB at most"):
        gate.bytes_of(tmp_path / "a.jpg")
    with pytest.raises(SourceError, match="too large"):
        gate.open_file(tmp_path / "a.jpg", Limit("bytes", 10))


def test_a_file_exchanged_for_a_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_kit(tmp_path, {"kit/a.txt": "a", "secret.txt": SECRET})
    path = tmp_path / "kit/a.txt"
    really = os.open

    def exchange(*how: object, **more: object) -> int:
        path.unlink()
        path.symlink_to(tmp_path / "secret.txt")
        return really(*how, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", exchange)
    with pytest.raises(SourceError, match=r"a\.txt cannot be opened"):
        gate.bytes_of(path)


def test_looking_at_a_file_costs_a_few_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_kit(tmp_path, {"a.txt": figures(3)})
    calls: list[str] = []
    for name in ("stat", "lstat", "open", "fstat"):
        really = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *a, n=name, r=really, **k: calls.append(n) or r(*a, **k))
    gate.bytes_of(tmp_path / "a.txt")
    assert calls.count("stat") <= 1
    assert calls.count("lstat") <= len(tmp_path.parts) + 1
    assert (calls.count("open"), calls.count("fstat")) <= (1, 2)

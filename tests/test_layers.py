"""The order of the rooms: a room imports only from rooms before it, and each engine has its owners."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent

ROOMS = (
    "resources",
    "names",
    "ending",
    "whole",
    "findings",
    "errors",
    "passing",
    "limits",
    "gate",
    "knowing",
    "zipped",
    "fonts",
    "kinds",
    "model",
    "libraries",
    "working",
    "settings",
    "reading",
    "sorting",
    "outcomes",
    "composing",
    "rendering",
    "records",
    "linking",
    "printing",
    "writing",
    "checking",
    "intake",
    "unpacking",
    "making",
    "mailing",
    "importing",
    "comparing",  # after checking, which reads PDFs, and build, which reads kits: it compares both
    "judging",
    "options",
    "terminal",
    "reporting",
    "noting",
    "preview",
    "cli",
)
# The inner rooms of reading, in the same way; what lies beside them is known to all.
READING = ("dates", "embargoes", "pictures", "cues", "formats", "anatomy", "sections", "lists", "documents")
MOST_FILES = 20
# The linker takes finished pages from anywhere: it knows neither templates nor the page engine.
STRANGERS = {"linking": {"composing", "rendering"}}
OWNERS = {
    "typer": {"cli"},
    "rich": {"terminal"},
    "weasyprint": {"rendering"},
    "pikepdf": {"linking", "printing", "writing", "reading"},  # which only takes locks off by it
    "pypdf": {"reading", "checking", "printing"},  # another library than the one that wrote; it imposes
    "mammoth": {"reading"},
    "pypdfium2": {"rendering"},  # another engine than the one that wrote the page
    "oxmsg": {"reading"},
    "fontTools": {"linking", "writing"},
    "openpyxl": {"reading", "writing"},
    "trafilatura": {"reading"},
    "jinja2": {"composing"},
    "icalendar": {"composing"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "pydantic": {"settings"},
    "tomlkit": {"noting"},
}


def sources(checkout: Path) -> dict[Path, str]:
    """Return each module of the command with the name of its room."""
    package = checkout / "presskit"
    rooms = {path: path.relative_to(package).parts[0].removesuffix(".py") for path in package.rglob("*.py")}
    return rooms | {checkout / "cli.py": "cli"}


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of every import in a file, wherever it stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_allowed(room: str, name: str) -> bool:
    """Tell whether a module of `room` may import the full name `name`."""
    top, _, rest = name.partition(".")
    if top != "presskit":
        return room in OWNERS.get(top, {room})
    other = rest.partition(".")[0]
    if other.startswith("__") or other == room:
        return True
    if room == "__main__":
        return other in ("resources", "ending")
    return other in ROOMS[: ROOMS.index(room)] and other not in STRANGERS.get(room, set())


def violations(checkout: Path) -> list[str]:
    """Return "file imports name" for each import that breaks the order."""
    return [
        f"{path.relative_to(checkout)} imports {name}"
        for path, room in sources(checkout).items()
        for name in imports(path)
        if not is_allowed(room, name)
    ]


def test_a_room_imports_only_from_rooms_before_it() -> None:
    assert violations(CHECKOUT) == []


def inner_violations(checkout: Path) -> list[str]:
    """Return "file imports name" for each import inside reading that runs back up."""
    place = {room: number for number, room in enumerate(READING, start=1)}
    return [
        f"{path.relative_to(checkout)} imports {name}"
        for path, room in sources(checkout).items()
        if room == "reading"
        for name in imports(path)
        if name.startswith("presskit.reading.")
        and place.get(name.split(".")[2], 0) > place.get(path.relative_to(checkout).parts[2].removesuffix(".py"), 0)
    ]


def test_an_inner_room_of_reading_imports_only_from_rooms_before_it() -> None:
    assert inner_violations(CHECKOUT) == []


def ways(checkout: Path, room: str) -> dict[str, set[str]]:
    """Return which inner rooms, or modules beside them, each inner room or module of a room imports from."""
    found: dict[str, set[str]] = {}
    for path, name in sources(checkout).items():
        if name == room and path.parent.name != "presskit":
            own = path.relative_to(checkout / "presskit" / room).parts[0].removesuffix(".py")
            names = [each.split(".") for each in imports(path) if each.startswith(f"presskit.{room}.")]
            found.setdefault(own, set()).update(parts[2] for parts in names if parts[2] != own)
    return found


def circle(ways: dict[str, set[str]]) -> list[str]:
    """Return the rooms that only lead round to each other."""
    left = dict(ways)
    while ends := [room for room, others in left.items() if not others & left.keys()]:
        for room in ends:
            del left[room]
    return sorted(left)


@pytest.mark.parametrize("room", ROOMS[:-1])  # the last is one file
def test_inner_rooms_lead_in_no_circle(room: str) -> None:
    assert circle(ways(CHECKOUT, room)) == []


def test_a_planted_circle_is_seen(tmp_path: Path) -> None:
    (tmp_path / "cli.py").touch()
    planted = tmp_path / "presskit" / "linking"
    for one, other in (("letters", "copies"), ("copies", "letters")):
        (planted / one).mkdir(parents=True)
        (planted / one / "inner.py").write_text(f"from presskit.linking.{other}.inner import x\n")
    assert circle(ways(tmp_path, "linking")) == ["copies", "letters"]


def test_no_room_holds_more_files_than_one_can_see() -> None:
    package = CHECKOUT / "presskit"
    folders = [package, *(path for path in package.rglob("*") if path.is_dir())]
    assert {path.name: many for path in folders if (many := len([*path.glob("[!_]*.py")])) > MOST_FILES} == {}


def test_every_room_was_seen() -> None:
    assert set(sources(CHECKOUT).values()) - {"__init__", "__main__"} == set(ROOMS)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("dates/dates.py", "embargoes.days"),
        ("blocks.py", "cues.marks"),
        ("formats/office/word.py", "anatomy.heads"),
        ("lists/rows.py", "documents.kit"),
    ],
)
def test_a_planted_way_up_inside_reading_is_seen(tmp_path: Path, file: str, name: str) -> None:
    (tmp_path / "cli.py").touch()
    planted = tmp_path / "presskit" / "reading" / file
    planted.parent.mkdir(parents=True)
    planted.write_text(f"from presskit.reading.{name} import x\n")
    assert inner_violations(tmp_path) == [f"presskit/reading/{file} imports presskit.reading.{name}.x"]


@pytest.mark.parametrize(
    ("file", "line", "name"),
    [
        ("presskit/model.py", "import presskit.making.build", "presskit.making.build"),
        (
            "presskit/reading/formats/text.py",
            "from presskit.rendering.engine import render",
            "presskit.rendering.engine.render",
        ),
        ("presskit/reading/formats/text.py", "def late():\n    from presskit import cli", "presskit.cli"),
        ("presskit/linking/structuring/order.py", "from presskit.composing import frame", "presskit.composing.frame"),
        ("presskit/__main__.py", "import presskit.making.build", "presskit.making.build"),
        ("presskit/making/build.py", "import weasyprint.text", "weasyprint.text"),
        ("presskit/making/build.py", "import typer", "typer"),
        ("presskit/rendering/pages.py", "from pikepdf import Pdf", "pikepdf.Pdf"),
        ("cli.py", "from rich.table import Table", "rich.table.Table"),
    ],
)
def test_a_planted_violation_is_seen(tmp_path: Path, file: str, line: str, name: str) -> None:
    (tmp_path / "cli.py").touch()
    planted = tmp_path / file
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(f"from presskit.resources import shipped\n{line}\n")
    assert violations(tmp_path) == [f"{file} imports {name}"]


# What opens, lists or stats a file, by the last name of a call. All of it goes through presskit.gate.
LOOKS = {
    "read_text", "read_bytes", "iterdir", "glob", "rglob", "is_file", "is_dir", "is_symlink", "is_fifo",
    "is_mount", "exists", "lexists", "stat", "lstat", "samefile", "scandir", "listdir", "fwalk", "isfile",
    "isdir", "islink", "getsize", "readlink", "resolve", "copyfile", "copytree", "copy2", "copyfileobj",
    "FileSystemLoader", "from_file_path", "getOpenProfile",
}  # fmt: skip
LIBRARIES = {"tomllib.load", "json.load", "etree.parse", "lxml_html.parse", "html.parse", "os.walk", "shutil.copy"}
# What opens a file by its name, and as well what is in memory, or a file that came through the gate.
READS = {"open", "ZipFile", "is_zipfile", "PdfReader", "load_workbook", "TTFont", "ImageCmsProfile"}
IN_MEMORY = {"BytesIO", "StringIO", "createProfile"}
# The gate itself, what is loaded before it, and what writes files.
BEFORE = {"resources", "libraries", "gate", "__init__", "__main__", "whole"}
STREAM = {"read_bytes": "a stream of the PDF in memory"}
WRITTEN = {"stat": "how large the file is that was just written"}
UNGUARDED: dict[str, dict[str, str]] = {
    "presskit/knowing/program.py": dict.fromkeys(
        ("exists", "is_dir", "iterdir", "stat", "walk"), "presskit's own files"
    ),
    "presskit/working/workers.py": {
        "open": "the system's device that takes what nobody is to read, and what it says of a process"
    },
    "presskit/linking/copying/bases.py": STREAM,
    "presskit/linking/lettering/fonts.py": STREAM,
    "presskit/linking/keeping.py": STREAM,
    "presskit/linking/lettering/letters.py": STREAM,
    "presskit/linking/resources.py": STREAM,
    "presskit/linking/stamps.py": STREAM,
    "presskit/comparing/zips.py": {"open": "an entry of a ZIP that came through the gate"},
    "presskit/checking/archive.py": {"open": "an entry of a ZIP that came through the gate"},
    "presskit/unpacking/extracting.py": {"open": "a file of a ZIP that came through the gate, and the file it becomes"},
    "presskit/sorting/made.py": {"open": "a file of a ZIP that came through the gate"},
    "presskit/unpacking/judging.py": {"is_dir": "an entry of a ZIP that came through the gate"},
    "presskit/reading/packages.py": {"is_dir": "an entry of a ZIP that came through the gate"},
    "presskit/reading/zips.py": {"ZipFile": "a ZIP that came through the gate"},
    "presskit/reading/formats/office/word.py": {"open": "a picture of a Word file in memory"},
    "presskit/sorting/folders.py": dict.fromkeys(("is_dir", "walk"), "the names in the places of a command"),
    "presskit/making/watching.py": dict.fromkeys(
        ("exists", "is_dir", "lexists", "lstat"), "names and times in the places that are watched"
    ),
    "presskit/sorting/sources.py": {"is_dir": "what a person named, before the gate is opened to it"},
    "presskit/rendering/cache.py": dict.fromkeys(("is_file", "open"), "finished work, by names that presskit makes"),
    "presskit/rendering/keeping.py": dict.fromkeys(
        ("exists", "is_dir", "is_file", "scandir", "stat"), "finished work, by names that presskit makes"
    ),
    "presskit/records.py": dict.fromkeys(
        ("exists", "glob", "is_dir", "is_symlink", "lexists", "lstat", "open", "readlink"),
        "names and times in the places of a command, and what it wrote; contents come by the gate",
    ),
    "presskit/knowing/states.py": dict.fromkeys(
        ("lexists", "lstat", "open", "scandir", "stat"), "what stands in the places that are open"
    ),
    "cli.py": {"open": "nothing, in the place of a full disk"},
    "presskit/terminal/facts.py": WRITTEN,
    "presskit/terminal/guesses.py": dict.fromkeys(
        ("is_dir", "iterdir", "lexists"), "the names beside one that a person mistyped"
    ),
    "presskit/terminal/verdicts.py": WRITTEN,
    "presskit/preview/taking_in/receiving.py": {"open": "the file that is received"},
    "presskit/preview/taking_in/placing.py": {"copyfileobj": "a file that came through the gate, into its place"},
    "presskit/writing/archive.py": dict.fromkeys(("ZipFile", "open", "copyfileobj"), "the ZIP that is written"),
    "presskit/writing/mails/drafts.py": dict.fromkeys(
        ("exists", "is_file", "is_dir", "iterdir", "open"), "the folder that drafts are written to"
    ),
    "presskit/working/pool.py": dict.fromkeys(("iterdir", "read_text"), "the threads of this process, in /proc"),
    "presskit/writing/files.py": dict.fromkeys(
        ("exists", "is_dir", "is_file", "is_symlink", "samefile"), "the place that is written to"
    ),
    "presskit/writing/sent.py": {"copyfileobj": "a file that came through the gate, into its copy"},
    "presskit/writing/scaffold.py": dict.fromkeys(
        ("exists", "is_dir", "is_file", "iterdir", "rglob", "stat"), "the folder that a new kit is written to"
    ),
}


def called(node: ast.expr) -> str:
    """Return the last name of what is called or named: "open" of Image.open."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def is_of_the_gate(node: ast.expr) -> bool:
    """Tell whether a name is one of presskit.gate's: gate.is_file."""
    return isinstance(node, ast.Attribute) and called(node.value) == "gate"


def is_opened(node: ast.expr) -> bool:
    """Tell whether an expression is something in memory, or a file that came through the gate."""
    return isinstance(node, ast.Call) and (called(node.func) in IN_MEMORY or is_of_the_gate(node.func))


def opened_names(tree: ast.AST) -> set[str]:
    """Return the names that stand for something in memory, or for a file that came through the gate."""
    bound = [(node.targets[0], node.value) for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    items = (node for node in ast.walk(tree) if isinstance(node, ast.withitem))
    bound += [(item.optional_vars, item.context_expr) for item in items if item.optional_vars]
    return {called(name) for name, value in bound if is_opened(value)} - {""}


def openings(tree: ast.AST) -> Iterator[str]:
    """Yield what opens, lists or stats a file past the gate, also where it is only named: filter(Path.is_file, …)."""
    names = opened_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in ("os", "os.path", "shutil", "io", "glob"):
            yield from (alias.name for alias in node.names if alias.name in LOOKS | READS)
        elif isinstance(node, ast.Call) and called(node.func) in READS and not is_of_the_gate(node.func):
            if not (node.args and (is_opened(node.args[0]) or called(node.args[0]) in names)):
                yield called(node.func)
        elif isinstance(node, ast.Attribute) and not is_of_the_gate(node):
            names_file = node.attr in LOOKS or f"{called(node.value)}.{node.attr}" in LIBRARIES
            yield from [node.attr] if names_file else []


def unguarded(checkout: Path) -> list[str]:
    """Return "file: name" for each way past the gate that the table does not know."""
    return [
        f"{name}: {way}"
        for path, room in sources(checkout).items()
        if room not in BEFORE
        for name in [path.relative_to(checkout).as_posix()]
        for way in openings(ast.parse(path.read_text(encoding="utf-8")))
        if way not in UNGUARDED.get(name, {})
    ]


def test_every_file_is_opened_by_the_gate() -> None:
    assert unguarded(CHECKOUT) == []


def test_every_picture_is_opened_in_one_place() -> None:
    opening = {
        path.name
        for path in sources(CHECKOUT)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "open" and called(node.value) == "Image"
    }
    assert opening == {"decoding.py"}


def test_every_way_past_the_gate_is_needed() -> None:
    ways = {name: set(openings(ast.parse((CHECKOUT / name).read_text(encoding="utf-8")))) for name in UNGUARDED}
    assert {name: set(reasons) - ways[name] for name, reasons in UNGUARDED.items() if set(reasons) - ways[name]} == {}


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("text = path.read_text()", "read_text"),
        ("data = open(path, 'rb').read()", "open"),
        ("with path.open() as file: pass", "open"),
        ("image = Image.open(path)", "open"),
        ("image = Image.open(io.BytesIO(path.read_bytes()))", "read_bytes"),
        ("descriptor = os.open(path, os.O_RDONLY)", "open"),
        ("files = list(filter(Path.is_file, paths))", "is_file"),
        ("files = [entry for entry in os.scandir(folder)]", "scandir"),
        ("from os import scandir", "scandir"),
        ("for place in os.walk(folder): pass", "walk"),
        ("archive = zipfile.ZipFile(path)", "ZipFile"),
        ("pdf = Pdf.open(path)", "open"),
        ("pdf = PdfReader(path)", "PdfReader"),
        ("settings = tomllib.load(file)", "load"),
        ("root = etree.parse(path)", "parse"),
        ("face = hb.Blob.from_file_path(path)", "from_file_path"),
        ("loader = jinja2.FileSystemLoader(folder)", "FileSystemLoader"),
        ("size = path.stat().st_size", "stat"),
        ("def late():\n    return sorted(folder.rglob('*'))", "rglob"),
    ],
)
def test_a_planted_way_past_the_gate_is_seen(tmp_path: Path, line: str, way: str) -> None:
    (tmp_path / "presskit/reading/formats").mkdir(parents=True)
    (tmp_path / "cli.py").touch()
    (tmp_path / "presskit/reading/formats/text.py").write_text(f"{line}\n", encoding="utf-8")
    assert unguarded(tmp_path) == [f"presskit/reading/formats/text.py: {way}"]


@pytest.mark.parametrize(
    "line",
    [
        "with gate.open_file(path) as file, Image.open(file) as image: pass",
        "with zipfile.ZipFile(io.BytesIO(gate.bytes_of(path))) as archive: pass",
        "data = BytesIO(pdf)\nreader = PdfReader(data)",
        "paths = [path for path in gate.walk(folder) if gate.is_file(path)]",
    ],
)
def test_what_comes_through_the_gate_may_be_read(line: str) -> None:
    assert list(openings(ast.parse(line))) == []

"""The wheel, as a stranger gets it, and the lists of what it needs."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import pytest

from presskit import __version__
from tests.test_layers import imports, sources

CHECKOUT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
# What ./kit installs: the extras as well.
REQUIRED = [*PROJECT["project"]["dependencies"], *chain(*PROJECT["project"]["optional-dependencies"].values())]
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
RELEASE = """Harbour Lights Reopen After Nine Winters

SALTMARSH, June 4, 2026 – The lamps along the old quay burn again tonight, nine winters after the storm took them.

CONTACT: Nell Farrow, 555-0142

About the Quay Society
The Quay Society looks after the old harbour of Saltmarsh.
"""


def build(target: str, tree: Path, folder: Path) -> Path:
    """Build the wheel or sdist of `tree` into `folder` with this environment's hatchling; return the one file made."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder], cwd=tree, check=True)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", CHECKOUT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone into an empty environment that sees this one's packages, but not this checkout."""
    folder = tmp_path_factory.mktemp("empty environment")
    venv.create(folder)
    pip = [sys.executable, "-m", "pip", "--python", folder]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", "--no-compile", wheel], check=True)
    (packages,) = folder.glob("lib/python3.*/site-packages")
    # Lines of a .pth file name folders; the .pth files inside those folders, such as presskit.pth, are not read.
    (packages / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    return folder / "bin" / "presskit"


def run(command: Path, *words: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run an installed command in a folder, with nothing of this environment but a home for its cache."""
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    return subprocess.run([command, *words], cwd="/", env=environment, capture_output=True, text=True, check=False)


def shipped() -> Iterator[str]:
    """Yield the names in the wheel of all files of the tree that belong in it."""
    for top, prefix in {"presskit": "", "templates": "presskit/", "assets": "presskit/"}.items():
        for path in (CHECKOUT / top).rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                yield prefix + path.relative_to(CHECKOUT).as_posix()
    yield "presskit/cli.py"


def normal(name: str) -> str:
    """Return a distribution's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    """Return the normal names of requirements such as "pillow>=13"."""
    return {normal(re.split(r"[<>=!~;\[ ]", requirement)[0]) for requirement in requirements}


def pins(lock: str) -> dict[str, str]:
    """Return the version of each package in a lock file."""
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.M))


def test_the_wheel_holds_the_trees_files(wheel: Path) -> None:
    expected = sorted(shipped())
    for folder in ("presskit/templates/", "presskit/assets/fonts/", "presskit/rendering/"):
        assert any(name.startswith(folder) for name in expected), folder
    held = [name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name]
    assert sorted(held) == expected


def test_presskit_is_the_wheels_only_top_level_name(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
    assert tops == {"presskit", f"presskit_builder-{__version__}.dist-info"}


def test_the_sdist_holds_the_whole_tree(tmp_path: Path) -> None:
    """Else its tests could not pass from it: they read the guide, the example, ./kit and the lists of packages."""
    with tarfile.open(build("sdist", CHECKOUT, tmp_path)) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    ignored = (CHECKOUT / ".gitignore").read_text(encoding="utf-8").split()
    shut = {".git", *(line.strip("/") for line in ignored)}
    tree = {path.relative_to(CHECKOUT).as_posix() for path in files_of(CHECKOUT, shut)}
    assert {"docs/guide/README.md", "examples/seventh-village/kit.toml", "kit.cmd"} <= tree
    assert tree - held == set()


def files_of(folder: Path, shut: set[str]) -> Iterator[Path]:
    """Yield the files of the tree but for those in folders that are nobody's source."""
    for path in folder.iterdir():
        if path.name in shut or path.relative_to(CHECKOUT).as_posix() in shut or path.suffix == ".pyc":
            continue
        yield from files_of(path, shut) if path.is_dir() else [path]


def test_two_builds_are_byte_identical_also_by_way_of_the_sdist(wheel: Path, tmp_path: Path) -> None:
    subprocess.run(["tar", "-xzf", build("sdist", CHECKOUT, tmp_path / "sdist"), "-C", tmp_path], check=True)
    (tree,) = tmp_path.glob("presskit_builder-*")
    assert build("wheel", tree, tmp_path / "wheel").read_bytes() == wheel.read_bytes()


def test_the_installed_command_is_the_wheels_and_runs_from_any_folder(command: Path, tmp_path: Path) -> None:
    where = run(command.with_name("python"), "-c", "import presskit; print(presskit.__file__)", folder=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(command.parent.parent)
    done = run(command, "--help", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "build" in done.stdout


def test_the_installed_command_builds_a_release(command: Path, tmp_path: Path) -> None:
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    done = run(command, "build", tmp_path / "release.txt", "-o", tmp_path / "release.pdf", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "release.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT])
def test_a_lock_file_names_no_host_and_has_hashes(lock: str) -> None:
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|://|--index|--find-links|^-e|@ ", text, re.M)
    assert len(pins(lock)) > 20
    for entry in re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.M)[1:]:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_the_lock_files_hold_what_pyproject_asks_for() -> None:
    dependencies = names(REQUIRED)
    tools = names(PROJECT["dependency-groups"]["dev"])
    assert dependencies <= set(pins(RUNTIME))
    assert tools <= set(pins(DEVELOPMENT))
    assert pins(RUNTIME).items() <= pins(DEVELOPMENT).items()
    assert not (tools - dependencies) & set(pins(RUNTIME))


def test_every_imported_package_is_declared() -> None:
    owners = packages_distributions()
    tops = {name.split(".")[0] for name in chain.from_iterable(map(imports, sources(CHECKOUT)))}
    foreign = tops - sys.stdlib_module_names - {"presskit"}
    assert "weasyprint" in foreign
    imported = {normal(owners[top][0]) for top in foreign}
    assert imported <= names(REQUIRED)

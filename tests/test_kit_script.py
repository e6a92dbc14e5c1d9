"""`./kit` on a machine made of stand-ins: its PATH holds a few plain tools, and this test's Python, apt-get and sudo.

The stand-ins write down how they were called. The real thing is run by `.ci/run`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from presskit.libraries import LIBRARIES

CHECKOUT = Path(__file__).resolve().parent.parent
SHIPPED = (
    "kit",
    "presskit/libraries.py",
    "requirements.lock",
    "requirements-dev.lock",
    "tests/axe/package-lock.json",
    "tests/verapdf/pom.xml",
)
PLAIN_TOOLS = (
    "sh",
    "cat",
    "chmod",
    "cksum",
    "cmp",
    "cp",
    "cut",
    "dirname",
    "env",
    "mkdir",
    "mv",
    "readlink",
    "rm",
    "sed",
    "sort",
    "tail",
)
READY, NOT_READY = "exit 0", "exit 1"
NPM = 'echo "npm $*" >>"$LOG"; mkdir -p "$MACHINE/my checkout/tests/axe/node_modules"'

# Says it is 3.11, has every library, and makes a .venv whose python is itself.
PYTHON = """#!/bin/sh
echo "python $*" >>"$LOG"
case "$*" in
-V) echo "Python $PYTHON_VERSION" ;;
*libraries.py) [ -e "$MACHINE/libraries" ] || printf 'libpango-1.0-0\\tPango\\nlibpangoft2-1.0-0\\tPangoFT2\\n' ;;
*"-m venv"*) [ -e "$MACHINE/venv-module" ] && mkdir -p "$3/bin" "$3/lib/python3.11/site-packages" &&
    cp "$0" "$3/bin/python" ;;
*ensurepip*) [ -e "$MACHINE/venv-module" ] ;;
*"-m pip"*) [ -e "$MACHINE/network" ] || { echo "${PIP_SAYS:-WARNING: Retrying}"
    echo "ERROR: No matching distribution"; exit 1; } ;;
*"-m pytest"*) pwd ;;
*bin/presskit*) shift; printf '%s|' "$PWD" "$@"; exit "${PRESSKIT_ENDS:-0}" ;;
esac
"""
# Brings Python's venv and the libraries, where there is a network.
APT_GET = """#!/bin/sh
echo "apt-get $*" >>"$LOG"
[ -e "$MACHINE/network" ] || { echo "E: Unable to fetch"; echo "E: Unable to fetch" >&2; exit 100; }
case "$*" in
*update) : >"$MACHINE/lists" ;;
*install*) [ -e "$MACHINE/lists" ] || exit 100; : >"$MACHINE/libraries"; : >"$MACHINE/venv-module" ;;
esac
"""


@dataclass
class Machine:
    """A checkout in a folder with spaces, and the tools beside it."""

    folder: Path
    name: str = "my checkout"

    @property
    def checkout(self) -> Path:
        return self.folder / self.name

    @property
    def venv(self) -> Path:
        return self.checkout / ".venv"

    def tool(self, name: str, text: str) -> None:
        path = self.folder / "bin" / name
        path.write_text(text if text.startswith("#!") else f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)

    def has(self, *facts: str) -> None:
        for fact in facts:
            (self.folder / fact).touch()

    def calls(self) -> list[str]:
        log = self.folder / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines

    def kit(self, *words: str, user: int | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": str(self.folder / "bin"),
            "LOG": str(self.folder / "log"),
            "MACHINE": str(self.folder),
            "PYTHON_VERSION": "3.11.2",
        }
        return subprocess.run(
            [self.checkout / "kit", *words],
            cwd=self.folder,
            env=environment | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            user=user,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    (tmp_path / "bin").mkdir()
    for name in PLAIN_TOOLS:
        found = shutil.which(name)
        assert found
        (tmp_path / "bin" / name).symlink_to(found)
    for name in SHIPPED:
        copy = made.checkout / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CHECKOUT / name, copy)
    made.tool("uname", "echo Linux")
    made.tool("id", "echo 0")
    made.tool("python3", PYTHON)
    made.tool("apt-get", APT_GET)
    made.tool("npm", NPM)
    return made


@pytest.fixture
def ready(machine: Machine) -> Machine:
    machine.has("libraries", "venv-module", "network", "lists")
    done = machine.kit("first")
    assert done.returncode == 0, done.stderr
    machine.calls()
    return machine


def only_line(done: subprocess.CompletedProcess[str], count: int = 1) -> str:
    """Return the last line of a run that ended with exit 5 and `count` lines on standard error, none elsewhere."""
    assert done.returncode == 5
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == count, done.stderr
    assert all(line.startswith("kit: ") for line in lines)
    return lines[-1]


@pytest.mark.parametrize("script", ["kit", ".ci/run"])
def test_the_scripts_are_posix_and_executable(script: str) -> None:
    path = CHECKOUT / script
    assert os.access(path, os.X_OK)
    assert path.read_text().startswith("#!/bin/sh\n")
    subprocess.run([shutil.which("dash") or "sh", "-n", path], check=True)


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    lines = (CHECKOUT / ".ci/run").read_text().splitlines()
    assert lines[-2:] == ["./kit test -n 2", "./kit demo"]


def test_other_words_reach_presskit_in_the_callers_folder(ready: Machine) -> None:
    done = ready.kit("build", "a release.txt", "--paper", "a4", "", "$HOME")
    assert done.stdout == f"{ready.folder}|build|a release.txt|--paper|a4||$HOME|"
    assert done.stderr == ""


def test_the_exit_code_is_presskits(ready: Machine) -> None:
    assert ready.kit("build", PRESSKIT_ENDS="8").returncode == 8
    assert ready.kit("demo", PRESSKIT_ENDS="8").returncode == 8


def test_a_later_run_asks_no_pip_and_no_apt_get(ready: Machine) -> None:
    assert ready.kit("--help").returncode == 0
    assert set(ready.calls()) == {"python -V", f"python {ready.venv}/bin/presskit --help"}


def test_demo_builds_the_example_and_prints_where_it_is(ready: Machine) -> None:
    kit_folder = ready.checkout / "examples" / "some-kit"
    kit_folder.mkdir(parents=True)
    (kit_folder / "kit.toml").touch()
    (ready.checkout / "examples" / "brand").mkdir()
    done = ready.kit("demo")
    built = f"{ready.checkout}|build|examples/some-kit|-o|out/example-kit.pdf|"
    assert done.stdout == f"{built}{ready.checkout}/out/example-kit.pdf\n"
    assert not [call for call in ready.calls() if "requirements-dev.lock" in call]


def test_test_installs_the_test_tools_once_and_runs_pytest_in_the_checkout(ready: Machine) -> None:
    ready.tool("pdftotext", READY)
    ready.tool("qpdf", READY)
    ready.tool("exiftool", READY)
    ready.tool("mutt", READY)
    assert ready.kit("test", "-k", "one or two").stdout == f"{ready.checkout}\n"
    calls = ready.calls()
    assert sum("--require-hashes" in call and "requirements-dev.lock" in call for call in calls) == 1
    assert calls[-1] == "python -m pytest -k one or two"
    assert ready.kit("test").returncode == 0
    assert not [call for call in ready.calls() if "-m pip" in call]


def test_test_all_takes_the_slow_ones_too(ready: Machine) -> None:
    assert ready.kit("test", "--all", "-k", "one or two").returncode == 0
    assert ready.calls()[-1] == "python -m pytest -m  -k one or two", "an empty expression: every test"


@pytest.mark.parametrize(
    ("processors", "words", "called"),
    [
        ("8", (), "-n auto by 2"),
        ("2", ("tests/test_cli.py",), "-n auto tests/test_cli.py by 2"),
        ("1", ("-q",), "-q by "),
        ("8", ("-n", "4"), "-n 4 by "),
        ("8", ("-n0",), "-n0 by "),
        ("8", ("--numprocesses=auto",), "--numprocesses=auto by "),
        ("8", ("--all",), "-n auto -m  by 2"),
    ],
)
def test_test_takes_two_processes_where_nobody_says_how_many(
    ready: Machine, processors: str, words: tuple[str, ...], called: str
) -> None:
    ready.tool("getconf", f"echo {processors}")
    assert ready.kit("test", "first").returncode == 0  # what only tests need is there now
    script = PYTHON.replace('pytest"*) pwd', 'pytest"*) echo "$* by ${PYTEST_XDIST_AUTO_NUM_WORKERS-}"')
    (ready.venv / "bin" / "python").write_text(script)
    assert ready.kit("test", *words).stdout == f"-m pytest {called}\n"


def test_test_fetches_system_tools_that_are_missing(ready: Machine) -> None:
    assert ready.kit("test").returncode == 0
    wanted = "install poppler-utils qpdf libimage-exiftool-perl chromium mutt ghostscript unzip mupdf-tools"
    assert [call for call in ready.calls() if call.startswith("apt-get") and call.endswith(wanted)]


def test_test_fetches_npm_where_it_is_missing(ready: Machine) -> None:
    (ready.folder / "bin/npm").unlink()
    assert ready.kit("test").returncode == 5  # the packages of this machine hold nothing
    assert [call for call in ready.calls() if call.startswith("apt-get") and " npm " in call]


def test_test_fetches_axe_once(ready: Machine) -> None:
    assert ready.kit("test").returncode == 0
    [fetch] = [call for call in ready.calls() if call.startswith("npm")]
    assert fetch.endswith("/tests/axe ci --silent")
    assert ready.kit("test").returncode == 0
    assert not [call for call in ready.calls() if call.startswith("npm")]


def test_test_stops_where_axe_cannot_be_fetched(ready: Machine) -> None:
    ready.tool("npm", NOT_READY)
    done = ready.kit("test")
    assert done.returncode == 5
    assert "run: npm --prefix" in done.stderr.splitlines()[-1]


def test_test_fetches_verapdf_once_where_maven_is(ready: Machine) -> None:
    ready.tool("pdftotext", READY)
    ready.tool("qpdf", READY)
    ready.tool("exiftool", READY)
    ready.tool("mutt", READY)
    ready.tool("mvn", 'echo "mvn $*" >>"$LOG"; mkdir -p "$MACHINE/my checkout/tests/verapdf/target/lib"')
    ready.kit("test")
    fetches = [call for call in ready.calls() if call.startswith("mvn")]
    assert len(fetches) == 1
    assert "dependency:copy-dependencies" in fetches[0]
    ready.kit("test")
    assert not [call for call in ready.calls() if call.startswith("mvn")]


def test_test_stops_where_verapdf_cannot_be_fetched(ready: Machine) -> None:
    ready.tool("pdftotext", READY)
    ready.tool("qpdf", READY)
    ready.tool("exiftool", READY)
    ready.tool("mutt", READY)
    ready.tool("mvn", NOT_READY)
    done = ready.kit("test")
    assert done.returncode == 5
    assert "run: mvn -f" in done.stderr.splitlines()[-1]


def test_the_first_run_installs_packages_then_the_locked_python_packages(machine: Machine) -> None:
    machine.has("network")
    done = machine.kit("--help")
    assert done.returncode == 0
    assert done.stdout == f"{machine.folder}|--help|"
    calls = machine.calls()
    installs = [call for call in calls if call.startswith("apt-get")]
    wanted = "install python3-venv libpango-1.0-0 libpangoft2-1.0-0"
    assert [call.split("recommends ")[1] for call in installs] == [wanted, "update", wanted]
    (pip,) = [call for call in calls if "-m pip" in call]
    assert "--require-hashes" in pip
    assert pip.endswith("/requirements.lock")
    pth = machine.venv / "lib/python3.11/site-packages/presskit.pth"
    assert pth.read_text() == f"{machine.checkout}\n"


def test_a_machine_without_python_gets_every_package_of_the_table(machine: Machine) -> None:
    (machine.folder / "bin" / "python3").unlink()
    line = only_line(machine.kit("--help"), count=2)
    assert line.endswith(" ".join(["python3-venv", *sorted(library.debian for library in LIBRARIES)]))


@pytest.mark.parametrize("words", [["demo"], ["test"], ["--help"]])
def test_without_rights_one_line_says_what_to_run(machine: Machine, words: list[str]) -> None:
    machine.tool("id", "echo 1000")
    machine.has("network", "lists")
    line = only_line(machine.kit(*words))
    assert "run as root: apt-get update && apt-get install --yes python3-venv libpango-1.0-0" in line
    assert not [call for call in machine.calls() if call.startswith("apt-get")]
    assert not machine.venv.exists()


def test_sudo_is_used_and_never_waits_for_a_password_nobody_types(machine: Machine) -> None:
    machine.tool("id", "echo 1000")
    machine.tool("sudo", 'echo "sudo $1" >>"$LOG"; shift; exec "$@"')
    machine.has("network", "lists")
    assert machine.kit("--help").returncode == 0
    assert "sudo -n" in machine.calls()


def test_a_refusing_sudo_leaves_one_line_to_run(machine: Machine) -> None:
    machine.tool("id", "echo 1000")
    machine.tool("sudo", "echo 'a password is required' >&2; exit 1")
    assert "run as root: apt-get" in only_line(machine.kit("--help"), count=2)


def test_without_a_network_for_apt_get_one_line_says_what_to_run(machine: Machine) -> None:
    line = only_line(machine.kit("--help"), count=2)
    assert "run as root: apt-get update && apt-get install" in line
    assert not machine.venv.exists()


def test_without_a_network_for_pip_nothing_half_made_is_left(machine: Machine) -> None:
    machine.has("libraries", "venv-module")
    before = sorted(machine.checkout.rglob("*"))
    line = only_line(machine.kit("--help"), count=2)
    assert "network" in line
    assert "No matching distribution" in line
    assert sorted(machine.checkout.rglob("*")) == before


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("WARNING: Retrying after connection broken by NewConnectionError", "the network cannot be reached"),
        ("WARNING: Retrying after connection broken by SSLError(CERTIFICATE_VERIFY_FAILED)", "does not trust"),
        ("WARNING: Retrying after connection broken by ProxyError(407)", "proxy refuses"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "is not what"),
        ("ERROR: Could not find a version that satisfies pikepdf", "not made for this system and Python"),
    ],
)
def test_pips_own_reason_is_told(machine: Machine, said: str, told: str) -> None:
    machine.has("libraries", "venv-module")
    line = only_line(machine.kit("--help", PIP_SAYS=said), count=2)
    assert line.startswith("kit: no Python packages: ")
    assert told in line
    assert "(pip: No matching distribution)" in line


def test_it_works_through_links(ready: Machine) -> None:
    (ready.folder / "programs").mkdir()
    (ready.folder / "programs/presskit").symlink_to("../linked")
    (ready.folder / "linked").symlink_to(ready.checkout / "kit")
    command = [ready.folder / "programs/presskit", "build", "a b"]
    environment = {"PATH": str(ready.folder / "bin"), "LOG": str(ready.folder / "log"), "MACHINE": str(ready.folder)}
    environment["PYTHON_VERSION"] = "3.11.2"
    done = subprocess.run(command, cwd=ready.folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{ready.folder}|build|a b|"


def test_a_checkout_that_cannot_be_written_is_named(machine: Machine) -> None:
    """Also where the tests run as root, who may write everywhere: then the command runs as somebody else."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        elsewhere = Machine(Path(shutil.copytree(machine.folder, Path(folder) / "machine", symlinks=True)))
        elsewhere.folder.chmod(0o755)
        elsewhere.checkout.chmod(0o555)
        nobody = 65534 if os.geteuid() == 0 else None
        line = only_line(elsewhere.kit("--help", user=nobody))
        assert str(elsewhere.checkout) in line
        elsewhere.checkout.chmod(0o755)


def test_a_system_without_apt_get_is_told_the_packages(machine: Machine) -> None:
    (machine.folder / "bin" / "apt-get").unlink()
    assert "libpangoft2-1.0-0" in only_line(machine.kit("--help"))


def test_a_failed_renewal_keeps_the_venv_that_worked(ready: Machine) -> None:
    lock = ready.checkout / "requirements.lock"
    text = lock.read_text()
    lock.write_text(f"{text}# renewed\n")
    (ready.folder / "network").unlink()
    only_line(ready.kit("--help"), count=2)
    assert sorted(path.name for path in ready.checkout.glob(".venv*")) == [".venv"]
    lock.write_text(text)
    ready.calls()
    assert ready.kit("--help").returncode == 0
    assert not [call for call in ready.calls() if "-m pip" in call]


def test_a_half_made_venv_is_made_again(ready: Machine) -> None:
    (ready.venv / "requirements.lock.stamp").unlink()
    (ready.venv / "half-made").touch()
    assert ready.kit("--help").returncode == 0
    assert not (ready.venv / "half-made").exists()


@pytest.mark.parametrize(
    ("version", "renewed"), [("3.11.9", False), ("3.13.5", True)], ids=["same Python", "another Python"]
)
def test_another_python_renews_the_venv(ready: Machine, version: str, *, renewed: bool) -> None:
    assert ready.kit("--help", PYTHON_VERSION=version).returncode == 0
    assert any("-m pip" in call for call in ready.calls()) is renewed
    assert [path.name for path in ready.checkout.glob(".venv*")] == [".venv"]


def test_a_moved_checkout_renews_the_venv(ready: Machine) -> None:
    ready.checkout.rename(ready.folder / "moved")
    ready.name = "moved"
    assert ready.kit("--help").returncode == 0
    assert [call for call in ready.calls() if "-m pip" in call]
    pth = ready.venv / "lib/python3.11/site-packages/presskit.pth"
    assert pth.read_text() == f"{ready.checkout}\n"


def test_on_macos_brew_brings_what_is_missing(machine: Machine) -> None:
    machine.tool("uname", "echo Darwin")
    (machine.folder / "bin" / "python3").unlink()
    assert "brew install python harfbuzz pango" in only_line(machine.kit("--help"))
    machine.tool("brew", NOT_READY)
    assert "run: brew install python" in only_line(machine.kit("--help"), count=2)


def test_the_command_in_the_venv_is_sh_and_python_at_once(ready: Machine) -> None:
    command = ready.venv / "bin" / "presskit"
    assert os.access(command, os.X_OK)
    compile(command.read_text(), command, "exec")
    assert re.search(r"^'''exec' ", command.read_text(), re.M)


def test_windows_script_is_written_for_cmd() -> None:
    script = (CHECKOUT / "kit.cmd").read_bytes()
    assert script.isascii()
    assert script.count(b"\n") == script.count(b"\r\n")
    text = script.decode()
    labels = re.findall(r"^:(\w+)\r$", text, re.M)
    assert {*re.findall(r"(?:goto |call :)(\w+)", text)} == {*labels}
    assert len(labels) == len({*labels})


def test_a_double_click_on_windows_leaves_its_window_open_whatever_is_said() -> None:
    """Every end of the script lies behind `call :begin`, which comes back to `pause`."""
    first, body = (CHECKOUT / "kit.cmd").read_text().split("\n:begin\n")
    asked = first.index('if not "%~1"=="" goto begin')
    assert asked < first.index("cmdcmdline") < first.index("call :begin") < first.index("\npause\n")
    assert "exit" not in first[: first.index("call :begin")]
    assert "pause" not in body
    assert {*re.findall(r"^exit.*", body, re.M)} == {"exit /b %errorlevel%", "exit /b 5"}

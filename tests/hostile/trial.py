"""Try an input: make it, run the commands on it offline, measure them, and hold them to what presskit promises."""

from __future__ import annotations

import hashlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.hostile import planted
from tests.hostile.inputs import Input, honest_kit

ROOT = Path(__file__).resolve().parents[2]
EXTRA_S = 20.0  # beyond the same honest kit
PARENT_KB = 300_000
GIVEN_UP_S, GIVEN_UP_KB = 45.0, 8_000_000  # what takes more is ended, and counts as a hang
LOOK_S = 0.2
MOST_READ_BYTES = 500_000_000
TICKS = os.sysconf("SC_CLK_TCK")
PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024
LOG = os.environ.get("HOSTILE_LOG")  # a file for tests.hostile.table


@dataclass
class Result:
    """What became of one input: each command's code, all that was said, and what it took."""

    codes: tuple[int, ...] = ()
    said: str = ""
    wall_s: float = 0.0
    cpu_s: float = 0.0
    parent_kb: int = 0
    tree_kb: int = 0
    is_stuck: bool = False
    left: list[str] = field(default_factory=list)


@dataclass
class Station:
    """The process that runs the commands, and all processes that it started: they share a session."""

    folder: Path
    process: subprocess.Popen[str] | None = None
    usual: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for name in ("tmp", "cache"):
            (self.folder / name).mkdir(parents=True)
        self.calls = self.folder / "calls"
        self.calls.touch()
        self.answers, self._answers = os.pipe()

    def environment(self) -> dict[str, str]:
        """Return the environment: temporary files and cache of its own, no network, a secret."""
        return os.environ | {
            "TMPDIR": str(self.folder / "tmp"),
            "PRESSKIT_CACHE": str(self.folder / "cache"),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "tests/hostile/offline"), str(ROOT)]),
            "HOSTILE_CALLS": str(self.calls),
            "HOSTILE_SECRET": planted.ENVIRONMENT,
        }

    def start(self) -> subprocess.Popen[str]:
        """Start the process, as root in a network of its own that leads nowhere."""
        if self.process and self.process.poll() is None:
            return self.process
        with (self.folder / "raw").open("ab") as raw:
            self.process = subprocess.Popen(
                [*alone(), sys.executable, "-m", "tests.hostile.station", str(self._answers)],
                stdin=subprocess.PIPE,
                stdout=raw,
                stderr=raw,
                pass_fds=[self._answers],
                env=self.environment(),
                cwd=self.folder,
                text=True,
                start_new_session=True,
            )
        self.usual = set()
        return self.process

    def run(self, folder: Path, words: list[str]) -> Result:
        """Run a command in a folder; what takes too long or too much is ended with all its processes."""
        process = self.start()
        assert process.stdin
        before_s, begun = self._cpu_s(), time.monotonic()
        process.stdin.write(json.dumps({"folder": str(folder), "words": words}) + "\n")
        process.stdin.flush()
        result = Result()
        while not select.select([self.answers], [], [], LOOK_S)[0]:
            used_kb = sum(self._memory_kb(pid) for pid in self.pids())
            result.tree_kb = max(result.tree_kb, used_kb)
            waited_s, worked_s = time.monotonic() - begun, self._cpu_s() - before_s
            is_stuck = worked_s > GIVEN_UP_S or waited_s > GIVEN_UP_S * slack() or used_kb > GIVEN_UP_KB
            if is_stuck or process.poll() is not None:
                result.is_stuck = True
                break
        result.wall_s = time.monotonic() - begun
        result.cpu_s = self._cpu_s() - before_s
        if result.is_stuck:
            result.parent_kb = self._memory_kb(process.pid)
            self.end()
            return result
        answer = json.loads(self._line())
        result.codes, result.said, result.parent_kb = (
            (answer["code"],),
            answer["out"] + answer["err"],
            answer["peak_kb"],
        )
        result.left = self._left()
        return result

    def _line(self) -> bytes:
        line = b""
        while not line.endswith(b"\n"):
            line += os.read(self.answers, 1 << 20)
        return line

    def _left(self) -> list[str]:
        """Return the processes that are still there, but for those that stay from the first command on."""
        for _ in range(40):  # a worker that was told to end may still do so
            living = set(self.pids())
            if not self.usual:
                break
            if living <= self.usual:
                return []
            time.sleep(0.05)
        else:
            return [f"process {pid}" for pid in living - self.usual]
        time.sleep(0.5)
        self.usual = set(self.pids())
        return []

    def leftovers(self) -> set[str]:
        """Return what stands in the folder of temporary files."""
        return {path.name for path in (self.folder / "tmp").iterdir()}

    def close(self) -> list[str]:
        """Let the process end by itself, as a command does; return what of it is left."""
        assert self.process
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(GIVEN_UP_S)
        for _ in range(40):  # the server of the workers sees that it is alone, and ends
            if not (left := [f"process {pid}" for pid in self.pids()]):
                break
            time.sleep(0.05)
        return [*left, *self.leftovers()]

    def pids(self) -> Iterator[int]:
        """Yield the processes of the station's session."""
        assert self.process
        for entry in os.scandir("/proc"):
            if entry.name.isdigit():
                try:
                    fields = Path(entry.path, "stat").read_text().rpartition(")")[2].split()
                except OSError:  # it has ended
                    continue
                if int(fields[3]) == self.process.pid and fields[0] != "Z":
                    yield int(entry.name)

    def _cpu_s(self) -> float:
        total = 0
        for pid in self.pids():
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            total += sum(map(int, fields[11:15]))  # its own time and that of the children it has seen end
        return total / TICKS

    def _memory_kb(self, pid: int) -> int:
        try:
            return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_KB
        except OSError:
            return 0

    def end(self) -> None:
        """End the process and all that it started."""
        if self.process:
            for pid in list(self.pids()):
                os.kill(pid, signal.SIGKILL)
            self.process.wait()
            if self.process.stdin:
                self.process.stdin.close()
            self.process, self.usual = None, set()
            shutil.rmtree(self.folder / "tmp")
            (self.folder / "tmp").mkdir()


def alone() -> list[str]:
    """Return the words before a command that take its network away, where this machine lets us."""
    words = ["unshare", "-n"]
    can = shutil.which("unshare") and not subprocess.run([*words, "true"], capture_output=True, check=False).returncode
    return words if can else []


@dataclass
class Trials:
    """A station, and what an honest kit takes on it."""

    station: Station
    folder: Path
    honest: Result = field(default_factory=Result)

    def hold(self, tried: Input) -> None:
        """Try an input and assert all promises."""
        result, broken = self.outcome(tried)
        if LOG:
            with Path(LOG).open("a", encoding="utf-8") as log:
                facts = {key: value for key, value in vars(result).items() if key != "said"}
                log.write(
                    json.dumps({"name": tried.name, "said": result.said[-300:], "broken": broken, **facts}) + "\n"
                )
        assert not broken, "\n".join([tried.name, *broken, result.said[-3000:]])

    def outcome(self, tried: Input) -> tuple[Result, list[str]]:
        """Return what became of an input, and what was promised and not held."""
        folder = self.folder / "".join(letter if letter.isalnum() else "-" for letter in tried.name)
        planted.plant(folder / "outside")
        tried.make(folder)
        result, broken = self.tried_in(folder, tried)
        runs = len(tried.commands())
        most_cpu_s, most_wall_s = (runs * (honest_s + EXTRA_S) for honest_s in (self.honest.cpu_s, self.honest.wall_s))
        if result.is_stuck:
            broken.append(f"a hang: given up after {result.wall_s:.0f} s, {result.tree_kb // 1000} MB")
        if result.cpu_s > most_cpu_s or result.wall_s > most_wall_s * slack():
            broken.append(f"too long: {result.wall_s:.1f} s, {result.cpu_s:.1f} s of CPU")
        if result.parent_kb > PARENT_KB:
            broken.append(f"too much memory in the parent: {result.parent_kb // 1000} MB")
        shutil.rmtree(folder)
        return result, broken

    def tried_in(self, folder: Path, tried: Input) -> tuple[Result, list[str]]:
        """Run the commands of an input one after the other; return the worst of them, and what is broken."""
        if not self.station.usual:
            self.warm_up()
        station, before = self.station, digests(folder)
        temporary, kept = station.leftovers(), set((station.folder / "cache").rglob("*"))
        raw = station.folder / "raw"
        said_before, calls_before = raw.stat().st_size, station.calls.stat().st_size
        total = Result()
        for words in tried.commands():
            result = station.run(folder, words)
            total = worst(total, result)
            if total.is_stuck:
                return total, []
        total.said += raw.read_bytes()[said_before:].decode("utf-8", "replace")
        broken = list(total.left) + judged(total, tried)
        after = digests(folder)
        broken += [f"a source has changed: {name}" for name, digest in before.items() if after.get(name) != digest]
        new = [name for name in after if name not in before]
        broken += [f"a new file outside of the outputs: {name}" for name in new if not is_output(name)]
        broken += [f"left in TMPDIR: {name}" for name in station.leftovers() - temporary]
        if station.calls.stat().st_size > calls_before:
            broken.append(f"it asked for the network or a program: {station.calls.read_text()[calls_before:]}")
        outputs = [folder / name for name in new]
        outputs += [path for path in (station.folder / "cache").rglob("*") if path not in kept]
        leaks = {f"{secret} in {path.name}" for path in outputs for secret in secrets_of(path)}
        leaks |= {f"{secret} on the terminal" for secret in planted.found_in(total.said.encode())}
        return total, broken + [f"a leak: {leak}" for leak in sorted(leaks)]

    def warm_up(self) -> None:
        """Start the server of the workers, which stays."""
        folder = self.folder / "first"
        if not folder.exists():
            honest_kit(folder)
        for _ in range(2):
            self.honest = self.station.run(folder, ["build", "kit", "-o", "out/kit.pdf", "--no-cache"])
        assert self.honest.codes == (0,), self.honest.said


def slack() -> float:
    """Return how often a processor is asked for more than once: everybody waits that much longer."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def worst(one: Result, other: Result) -> Result:
    """Return the sum of times, the most of memory, all codes and words of two runs."""
    return Result(
        one.codes + other.codes,
        one.said + other.said,
        one.wall_s + other.wall_s,
        one.cpu_s + other.cpu_s,
        max(one.parent_kb, other.parent_kb),
        max(one.tree_kb, other.tree_kb),
        one.is_stuck or other.is_stuck,
        one.left + other.left,
    )


def judged(result: Result, tried: Input) -> list[str]:
    """Return what is wrong with the words and the code of a run."""
    broken = []
    if "Traceback (most recent call last)" in result.said:
        broken.append("a traceback")
    if "mistake in presskit" in result.said:
        broken.append("told as a mistake in presskit")
    if not set(result.codes) <= tried.codes:
        broken.append(f"exit code {result.codes}, not of {sorted(tried.codes)}")
    if not tried.is_said_in(result.said):
        broken.append(f"nothing is said of {tried.says!r}")
    return broken


def digests(folder: Path) -> dict[str, str]:
    """Return what stands at each place below a folder: rights and a digest, or where a link leads."""
    found: dict[str, str] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}"
        elif path.is_file():
            found[name] = f"{path.stat().st_mode:o} {digest(path)}"
        elif not path.is_dir():
            found[name] = "neither file nor folder"
    return found


def digest(path: Path) -> str:
    """Return what a file's words are; of a terabyte of nothing, when it was written."""
    status = path.stat()
    if status.st_size > MOST_READ_BYTES:
        return f"{status.st_size} {status.st_mtime_ns}"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_output(name: str) -> bool:
    """Tell whether a place is one for outputs."""
    return name.startswith(("out/", "kit/out/", "new/")) or name == "kit/who-has-what.csv"


def secrets_of(path: Path) -> set[str]:
    if path.is_symlink() or not path.is_file():
        return set()
    return planted.found_in(path.read_bytes(), path.name) | planted.found_in(path.name.encode("utf-8", "replace"))

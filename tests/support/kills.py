"""Builds that are killed: any of their processes, by any signal, at any moment; and what must be true afterwards.

By hand, for long: python -m tests.support.kills --kills 300, or --ctrl-c 1000 (to the command alone, and to all).
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.writing import brand, figures, photo, release, write_kit

ROOT = Path(__file__).resolve().parents[2]
STUCK_S = 60.0
OLD = b"what was written before"
KIT = {
    "kit.toml": 'title = "Nine islands"\n',
    "releases/a.md": release(),
    "releases/b.md": release("Ferry rests on Sundays", 2),
    "factsheet.md": figures(3),
    "brand/brand.toml": 'logo = "logo.svg"\n' + brand(),
    "brand/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>',
    "photos/photos.toml": '["pier.jpg"]\ncaption = "The pier."\ncredit = "Photo: Ada Thorn"\nalt = "A pier."\n',
    "people.csv": "name,e-mail\nBo Larkin,bo@outlet.example\nCy Marsh,cy@paper.example\n",
}
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "kit.pdf": ("build", "kit", "-o"),
    "kit.zip": ("build", "kit", "-o"),
    "page.html": ("build", "kit", "-o"),
    "shop.pdf": ("build", "kit", "--for", "shop", "-o"),
    "drafts": ("mail", "kit", "--to", "kit/people.csv", "-o"),
}
ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
TARGETS = ("command", "worker", "all")
Files = Mapping[str, bytes]


@dataclass
class Place:
    """A folder with a kit, a cache and a place for temporary files of its own."""

    root: Path
    whole: dict[str, Files] = field(default_factory=dict)
    took_s: dict[tuple[str, bool], float] = field(default_factory=dict)
    codes: Counter[int] = field(default_factory=Counter)

    @classmethod
    def made(cls, root: Path, names: Iterable[str] = COMMANDS) -> Place:
        """Write the kit, and build it once undisturbed, cold and warm, for each of the outputs named."""
        write_kit(root / "kit", KIT)
        photo(root / "kit/photos/pier.jpg", (3200, 2200))
        place = cls(root)
        for name in names:
            place.clear()
            for is_warm in (False, True):
                place.put_old(name)
                began = time.monotonic()
                assert place.start(name).wait() == 0, place.said
                place.took_s[name, is_warm] = time.monotonic() - began
                assert place.whole.setdefault(name, place.files(name)) == place.files(name), name
        return place

    @property
    def said(self) -> str:
        """What the last command said on standard error."""
        return (self.root / "err.txt").read_text(encoding="utf-8", errors="replace")

    @property
    def record(self) -> Path:
        """The kit's record of who has which file."""
        return self.root / "kit/who-has-what.csv"

    def clear(self) -> None:
        """Forget all finished work."""
        shutil.rmtree(self.root / "cache", ignore_errors=True)

    def start(self, name: str) -> subprocess.Popen[bytes]:
        """Start the command that writes `name`, in a session of its own."""
        for folder in ("cache", "tmp", "home"):
            (self.root / folder).mkdir(exist_ok=True)
        environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "PRESSKIT_CACHE": str(self.root / "cache"),
            "TMPDIR": str(self.root / "tmp"),
            "HOME": str(self.root / "home"),
        }
        words = [sys.executable, "-m", "presskit", *COMMANDS[name], f"out/{name}"]
        with (self.root / "err.txt").open("wb") as err:
            return subprocess.Popen(
                words,
                cwd=self.root,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=err,
                start_new_session=True,
            )

    def files(self, name: str) -> Files:
        """Return what stands where `name` is written, and beside it if that goes with it."""
        path = self.root / "out" / name
        paths = [*path.glob("*"), self.record] if name == "drafts" else [path, path.with_suffix(".order.txt")]
        return {each.name: each.read_bytes() for each in paths if each.is_file()}

    def put_old(self, name: str) -> Files:
        """Let an earlier output stand there; return it."""
        path = self.root / "out" / name
        shutil.rmtree(self.root / "out", ignore_errors=True)
        path.parent.mkdir()
        if name == "drafts":
            self.record.write_text("sent,name,e-mail\nx,Old,old@x.example\n", encoding="utf-8")
        else:
            path.write_bytes(OLD)
        return self.files(name)

    def take_drafts_back(self) -> None:
        """Let the next run write where one wrote before: drafts go beside those that are there."""
        if (self.root / "out/drafts").is_dir():
            shutil.rmtree(self.root / "out/drafts")
            self.record.write_text("sent,name,e-mail\nx,Old,old@x.example\n", encoding="utf-8")

    def left(self) -> list[str]:
        """Return what killed commands left behind."""
        beside = [path for path in (self.root / "out").rglob("*") if path.name.startswith(".")]
        half = [*(self.root / "cache/making").glob("*"), *(self.root / "tmp").iterdir(), *self.root.glob(".presskit*")]
        return [str(path.relative_to(self.root)) for path in (*beside, *half)]


@dataclass(frozen=True)
class Kill:
    """What is killed, by which signal, and after which share of the time that the command takes.

    is_checked: the next build is made and compared.
    """

    name: str
    is_warm: bool
    target: str
    number: signal.Signals
    share: float
    is_checked: bool = True

    @classmethod
    def drawn(cls, chance: random.Random, names: Sequence[str] = tuple(COMMANDS)) -> Kill:
        """Draw a kill."""
        target = chance.choice(TARGETS)
        others = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT]
        number = chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGKILL, *others])
        return cls(chance.choice(names), chance.random() < 0.75, target, number, chance.random())

    def problems(self, place: Place) -> list[str]:
        """Kill, build again, and return everything that is not as it was promised."""
        if not self.is_warm:
            place.clear()
        before, whole = place.put_old(self.name), place.whole[self.name]
        process = place.start(self.name)
        time.sleep(self.share * place.took_s[self.name, self.is_warm])
        hit = self._kill(process.pid)
        is_early = place.files(self.name) == before
        problems = []
        try:
            code = process.wait(max(STUCK_S, 4 * place.took_s[self.name, self.is_warm]))
        except subprocess.TimeoutExpired:
            problems.append(f"stuck: {sorted(processes(process.pid).values())}")
            process.kill()
            code = process.wait()
        said = place.said
        place.codes[code] += 1
        if not is_true(lambda: not processes(process.pid), 10):
            problems.append(f"processes left: {processes(process.pid)}")
            for pid in processes(process.pid):
                os.kill(pid, signal.SIGKILL)
        after = place.files(self.name)
        if code == 0 and hit and is_early and self.number in ENDS and self.target in ("command", "all"):
            problems.append("passed over")
        if code == 0 and after != whole:
            problems.append("ended well with another output")
        if after not in (before, whole) and not (self.name == "shop.pdf" and after.get("shop.pdf") == OLD):
            problems.append(f"neither old nor new: {sorted(after)}")
        if "Traceback" in said and not _is_early(said):
            problems.append(f"traceback: {said}")
        is_told = self.target not in ("command", "all") and said.strip()
        if code not in (0, -self.number, *ENDS.values()) and not is_told and not _is_early(said):
            problems.append(f"ended with {code}: {said}")
        if hit and code in ENDS.values():
            expected = "Stopped. Nothing was written.\n" if after == before else "was written before.\n"
            if not said.endswith(expected):
                problems.append(f"said: {said!r}")
        return problems + (self._next(place) if self.is_checked else [])

    def _next(self, place: Place) -> list[str]:
        problems = []
        whole = place.whole[self.name]
        place.take_drafts_back()
        if place.start(self.name).wait(4 * STUCK_S) != 0:
            problems.append(f"the next build failed: {place.said}")
        if place.files(self.name) != whole:
            problems.append("the next build differs")
        is_true(lambda: not place.left(), 5)  # the workers end a moment after the command
        if place.left():
            problems.append(f"left: {place.left()}")
            shutil.rmtree(place.root / "tmp")
        return problems

    def _kill(self, session: int) -> bool:
        """Send the signal to what is there of the target; tell whether there was any."""
        found = processes(session)
        pids = [pid for pid, kind in found.items() if self.target in ("all", kind)]
        chosen = pids if self.target == "all" else pids[:1]
        for pid in chosen:
            try:
                os.kill(pid, self.number)
            except ProcessLookupError:
                return False
        return bool(chosen)


def processes(session: int) -> dict[int, str]:
    """Return the processes of a session that are alive, and what each is."""
    found = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            state, _, _, own = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(own) == session and state not in "ZX":
            found[int(folder.name)] = "command" if int(folder.name) == session else "worker"
    return found


def _is_early(said: str) -> bool:
    """Tell whether Python itself was stopped, before it began with presskit."""
    return "KeyboardInterrupt" in said and not re.search(r'__main__\.py", line \d+, in main', said)


def is_true(condition: object, patience_s: float) -> bool:
    """Wait until something is true, at most so long; tell whether it became so."""
    until = time.monotonic() + patience_s
    while not condition():  # type: ignore[operator]
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def ctrl_c(chance: random.Random) -> Kill:
    """Draw a Ctrl-C: to the command alone twice out of three times, else as a terminal sends it, to all."""
    target = chance.choice(["command", "command", "all"])
    is_warm, share, is_checked = chance.random() < 0.9, chance.random(), chance.random() < 0.1
    return Kill("kit.pdf", is_warm, target, signal.SIGINT, share, is_checked)


def kills(number: int, seed: int, names: Sequence[str] = tuple(COMMANDS)) -> Iterator[Kill]:
    """Draw kills; equal seeds give equal ones."""
    chance = random.Random(seed)
    return (Kill.drawn(chance, names) for _ in range(number))


def main() -> None:
    """Kill for long, and print what was seen."""
    for number in (signal.SIGINT, signal.SIGHUP):  # what is started in the background or under nohup passes over them
        signal.signal(number, signal.default_int_handler)
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--ctrl-c", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    order = parser.parse_args()
    chance = random.Random(order.seed)
    drawn = [*kills(order.kills, order.seed), *(ctrl_c(chance) for _ in range(order.ctrl_c))]
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        place = Place.made(Path(folder), COMMANDS if order.kills else ["kit.pdf"])
        print(place.took_s)  # noqa: T201
        for number, kill in enumerate(drawn):
            problems = kill.problems(place)
            seen["kills"] += 1
            seen.update(problem.partition(":")[0] for problem in problems)
            if problems:
                print(number, kill, problems, flush=True)  # noqa: T201
            if number % 5 == 4:
                print(dict(seen), dict(place.codes), flush=True)  # noqa: T201
    print(dict(seen), dict(place.codes))  # noqa: T201


if __name__ == "__main__":
    main()

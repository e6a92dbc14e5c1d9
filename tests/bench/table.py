"""What presskit takes beside others, on the reference kit: ./kit bench [--runs N] [--large] [--write]

Every round runs each command once, so that all meet the same machine; a ratio is that of two commands of one round, and
what is told is the median of all rounds. Seconds differ from machine to machine, ratios hardly.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from tests.bench import reference
from tests.bench.drawing import drawn
from tests.bench.trees import Taken, measure
from tests.bench.watched import Watched

ROOT = Path(__file__).resolve().parent.parent.parent
NOTE, PICTURE = ROOT / "docs/performance.md", ROOT / "docs/pictures/performance.svg"
BEGIN, END = "<!-- ./kit bench writes from here -->\n", "<!-- to here -->\n"
PRESSKIT = (sys.executable, "-m", "presskit")
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
RELEASES, MANY = 12, 500
SAVES, EARLY = 200, 10
PAGE_OF_IT = 8  # on which the release stands whose word is changed
WORD, NUMBERS = re.compile(r"– (?:Round\d+ )?"), count()

Command = Callable[[], Taken]


@dataclass(frozen=True)
class Row:
    """A line of the table: two commands, what of them is compared, and the most that the ratio is to be."""

    what: str
    one: str
    other: str
    measure: str = "wall_s"
    most: float | None = None

    def ratios(self, rounds: Sequence[Mapping[str, Taken]]) -> list[float]:
        """Return the ratio of each round."""
        return [getattr(each[self.one], self.measure) / getattr(each[self.other], self.measure) for each in rounds]


ROWS = (
    Row("Cold: every page made, every check on", "cold", "plain", most=2.0),
    Row("Cold, time of all processors", "cold", "plain", "cpu_s", 3.0),
    Row("One word changed, a new process", "word", "plain", most=0.8),
    Row("One word changed, --watch: from save to file", "watch", "plain", most=0.25),
    Row("The same, against Typst's cold run", "watch", "typst", most=1.0),
    Row("Nothing changed", "same", "plain", most=0.2),
    Row("Nothing changed, against loading WeasyPrint", "same", "engine", most=0.5),
    Row("--help, against loading WeasyPrint", "help", "engine", most=0.2),
    Row("Window: from a save to the new picture of its page", "window", "plain", most=0.35),
    Row("Window: from its start to the first picture", "opened", "engine", most=1.5),
    Row("Window: memory, against a cold build's highest", "window", "at its highest", "peak_mib", 1.5),
    Row("Typst, cold, against plain WeasyPrint", "typst", "plain"),
    Row("Chromium, against plain WeasyPrint", "chromium", "plain"),
)
LARGE = (
    Row(f"{MANY} releases", "cold", "plain", most=1.0),
    Row(f"{MANY} releases, time of all processors", "cold", "plain", "cpu_s"),
    Row(f"{MANY} releases, memory at its highest", "cold", "plain", "peak_mib", 0.6),
    Row(f"{MANY} releases as text (-o kit.txt)", "text", "plain"),
)


@dataclass(frozen=True)
class Found:
    """A line of the table with its ratios, the least first."""

    row: Row
    ratios: tuple[float, ...]

    @property
    def median(self) -> float:
        """The one in the middle."""
        return statistics.median(self.ratios)

    def __str__(self) -> str:
        most = f"at most {self.row.most}" if self.row.most else ""
        spread = f"{self.ratios[0]:.2f} to {self.ratios[-1]:.2f}"
        return f"{self.row.what:<48} {self.median:6.2f}  ({spread})  {most}"


def compared(rows: Sequence[Row], commands: Mapping[str, Command], runs: int) -> list[Found]:
    """Run all commands in turns; return the rows of which both are there. The first round, which warms, is dropped."""
    rounds = []
    for number in range(runs + 1):
        say(f"round {number} of {runs}")
        rounds.append({name: command() for name, command in commands.items()})
    there = [row for row in rows if row.one in commands and row.other in commands]
    return [Found(row, tuple(sorted(row.ratios(rounds[1:])))) for row in there]


@contextmanager
def usual(folder: Path) -> Iterator[dict[str, Command]]:
    """Give the commands that are compared on the reference kit."""
    kit = reference.write(folder, RELEASES)
    release, built = kit / "releases/0003.md", folder / "kit.pdf"
    build = (*PRESSKIT, "build", kit, "-o", built)
    measure(build)

    def word() -> Taken:
        change_a_word(release)
        return measure(build)

    other = shutil.copytree(kit, folder / "watched")
    with Watched(other, folder / "watched.pdf") as watched, window(shutil.copytree(kit, folder / "shown")) as shown:
        yield {
            **peers(folder),
            **shown,
            "engine": lambda: measure((sys.executable, "-c", "import weasyprint")),
            "help": lambda: measure((*PRESSKIT, "--help")),
            "at its highest": lambda: measure(
                (*PRESSKIT, "build", kit, "-o", folder / "m.pdf", "--no-cache"), memory=True
            ),
            "cold": lambda: measure((*PRESSKIT, "build", kit, "-o", folder / "cold.pdf", "--no-cache")),
            "word": word,
            "same": lambda: _settled(lambda: measure(build)),
            "watch": lambda: watched.after(lambda: change_a_word(other / "releases/0003.md")),
        }


@contextmanager
def window(kit: Path) -> Iterator[dict[str, Command]]:
    """Give the commands of a kit that is shown in a browser, where there is one."""
    if not find_spec("playwright") or not shutil.which("chromium"):
        yield {}
        return
    from tests.bench.windowed import Windowed  # noqa: PLC0415  (needs a browser's library)
    from tests.support.windows import launched  # noqa: PLC0415

    def opened() -> Taken:
        with Windowed(still, browser) as another:
            return another.opened

    still = shutil.copytree(kit, kit.with_name("still"))
    with launched() as browser, Windowed(kit, browser) as one:
        save = partial(change_a_word, kit / "releases/0003.md")
        yield {"window": lambda: one.after(save, PAGE_OF_IT), "opened": opened}


def _settled(command: Command) -> Taken:
    """Run a command twice, and return what the second took: the first sees what was changed by others before."""
    command()
    return command()


def peers(folder: Path) -> dict[str, Command]:
    """Return those who make a file of the same words and photos, as far as they are installed."""
    weasyprint, page = Path(sys.executable).with_name("weasyprint"), folder / "kit.html"
    made: dict[str, Command] = {"plain": lambda: measure((weasyprint, "-q", page, folder / "plain.pdf"))}
    if find_spec("typst"):
        made["typst"] = lambda: measure((sys.executable, "-c", TYPST, folder / "kit.typ", folder / "typst.pdf"))
    if chromium := shutil.which("chromium") or shutil.which("google-chrome"):
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
        made["chromium"] = lambda: measure(
            (chromium, *flags, f"--user-data-dir={folder}/profile", f"--print-to-pdf={folder}/chromium.pdf", page)
        )
    return made


def large(folder: Path) -> dict[str, Command]:
    """Return the commands that are compared on a kit of 500 releases."""
    kit = reference.write(folder, MANY)
    cold = (*PRESSKIT, "build", kit, "--no-cache", "-o")
    plain = (Path(sys.executable).with_name("weasyprint"), "-q", folder / "kit.html", folder / "plain.pdf")
    return {
        "plain": lambda: measure(plain, memory=True),
        "cold": lambda: measure((*cold, folder / "cold.pdf"), memory=True),
        "text": lambda: measure((*cold, folder / "kit.txt")),
    }


def change_a_word(path: Path) -> None:
    """Let one word of a release be one that never stood there."""
    text = path.read_text(encoding="utf-8")
    path.write_text(WORD.sub(f"– Round{next(NUMBERS)} ", text, count=1), encoding="utf-8")


def grown(folder: Path) -> Iterator[str]:
    """Yield what memory a watched kit takes after ten saves, and after two hundred."""
    kit = reference.write(folder, RELEASES)
    with Watched(kit, folder / "watched.pdf") as watched:
        sizes = {}
        for number in range(1, SAVES + 1):
            watched.after(lambda: change_a_word(kit / "releases/0003.md"))
            if number in (EARLY, SAVES):
                sizes[number] = watched.memory_mib()
    ratio = sizes[SAVES] / sizes[EARLY]
    yield f"{'--watch: memory after 200 saves, against after 10':<48} {ratio:6.2f}  at most 1.1"


def say(line: str) -> None:
    """Tell how far it has come."""
    sys.stderr.write(f"{line}\n")


def note(found: Sequence[Found], more: Sequence[str], runs: int) -> None:
    """Write the table and its picture into the notes on performance."""
    before, _, rest = NOTE.read_text(encoding="utf-8").partition(BEGIN)
    table = "\n".join([*map(str, found), *more])
    words = f"```\n{table}\n```\n\nMedians of {runs} rounds, least to most in brackets.\n\n"
    picture = "![The same as a picture](pictures/performance.svg)\n"
    NOTE.write_text(f"{before}{BEGIN}{words}{picture}{END}{rest.partition(END)[2]}", encoding="utf-8")
    PICTURE.write_text(drawn(found), encoding="utf-8")


def main() -> None:
    """Compare, print, and write where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="rounds; else 5")
    parser.add_argument("--large", action="store_true", help="500 releases and 200 saves too: half an hour")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md and its picture")
    order = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # packages are compiled when they are installed; so are we
    more: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        os.environ["PRESSKIT_CACHE"] = f"{place}/cache"
        with usual(Path(place, "usual")) as commands:
            found = compared(ROWS, commands, order.runs)
        if order.large:
            found += compared(LARGE, large(Path(place, "large")), 1)
            more = list(grown(Path(place, "grown")))
    sys.stdout.write("\n".join([*map(str, found), *more]) + "\n")
    if order.write:
        note(found, more, order.runs)


if __name__ == "__main__":
    main()

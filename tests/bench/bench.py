"""How long presskit takes, as ratios against a peer in the same run: seconds differ from machine to machine.

PYTHONPATH=. .venv/bin/python tests/bench/bench.py [RUNS]

Each pair is run in turns, so that both meet the same machine; printed are the medians and the ratio of the pairs.
CPU time is that of the whole process tree.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.support import ghostscript, large_kits

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = str(next((ROOT / "examples").glob("*/kit.toml")).parent)
PRESSKIT = [sys.executable, "-m", "presskit"]

# What anybody would write: a mail of the same size is put together and encoded anew for each person.
PLAIN_MAILS = """
import os, sys
from email.message import EmailMessage
from email.policy import SMTP
size, folder = int(sys.argv[1]), sys.argv[2]
os.makedirs(folder, exist_ok=True)
data = os.urandom(size * 3 // 4)
for row in range(200):
    mail = EmailMessage(policy=SMTP)
    mail["To"], mail["Subject"] = f"p{row}@x.example", "A kit"
    mail.set_content("Dear reader,\\n" * 200)
    mail.add_attachment(data, maintype="application", subtype="pdf", filename="kit.pdf")
    with open(f"{folder}/{row}.eml", "wb") as file:
        file.write(mail.as_bytes())
"""
Measured = tuple[float, float]  # seconds of wall clock, seconds of CPU


def measure(command: list[str]) -> Measured:
    """Run a command to its end and return what it took, with the processes it waited for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(name: str, one: Callable[[], Measured], other: Callable[[], Measured], goal: str, runs: int) -> None:
    """Run two commands in turns; print medians and the median ratio of wall clock."""
    pairs = [(one(), other()) for _ in range(runs)]
    ratio = statistics.median(first[0] / second[0] for first, second in pairs)
    walls = [statistics.median(pair[side][0] for pair in pairs) for side in (0, 1)]
    sys.stdout.write(f"{name:<52} {walls[0]:7.2f} s {walls[1]:7.2f} s   ratio {ratio:.2f}   goal {goal}\n")


def compare_sizes(folder: Path, runs: int) -> None:
    """Compare work with twice as much of it: what is linear takes twice as long at most, the start counted once."""
    sources: dict[str, Callable[[int], Path]] = {
        "releases": lambda count: large_kits.many_releases(folder / f"releases-{count}", count),
        "photos of 24 MP": lambda count: large_kits.many_photos(folder / f"photos-{count}", count),
        "rows of a table": lambda count: large_kits.long_table(folder / f"table-{count}.md", count),
        "words": lambda count: large_kits.long_release(folder / f"words-{count}.md", count),
    }
    for (what, write), count in zip(sources.items(), (40, 10, 500, 20_000), strict=True):
        builds = [
            [*PRESSKIT, "build", str(write(number)), "--no-cache", "-o", f"{folder}/{number}.pdf"]
            for number in (2 * count, count)
        ]
        compare(f"build, {2 * count:,} {what} : {count:,}", lambda builds=builds: measure(builds[0]),
                lambda builds=builds: measure(builds[1]), "at most 2", runs)  # fmt: skip
    lists = [large_kits.many_people(folder / f"people-{count}.csv", count, 20) for count in (50_000, 25_000)]
    boats = str(large_kits.embargoed_release(folder / "boats.md"))
    mails = [[*PRESSKIT, "mail", boats, "--to", str(path), "-o", f"{folder}/{path.stem}"] for path in lists]
    compare("mail, a list of 50,000 : 25,000", lambda: measure(mails[0]), lambda: measure(mails[1]), "at most 2", runs)


def main() -> None:
    """Compare the commands people wait for with what they are made of."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PRESSKIT_CACHE"] = f"{folder}/cache"
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # packages are compiled when they are installed; so are we
        build = [*PRESSKIT, "build", EXAMPLE, "-o", f"{folder}/kit.pdf"]
        engine = [sys.executable, "-c", "import weasyprint"]
        measure(build)
        compare("--help : import of the page engine", lambda: measure([*PRESSKIT, "--help"]), lambda: measure(engine),
                "at most 0.2", runs)  # fmt: skip
        compare("build, nothing changed : import of the page engine", lambda: measure(build), lambda: measure(engine),
                "at most 0.5", runs)  # fmt: skip
        compare("build, nothing changed : build, every page anew", lambda: measure(build),
                lambda: measure([*build, "--no-cache"]), "none yet", runs)  # fmt: skip
        story, page = large_kits.long_release(Path(folder, "story.docx"), 10_000), f"{folder}/story.html"  # 20 pages
        mammoth = [str(Path(sys.executable).with_name("mammoth")), str(story), page]
        compare("inspect, a Word file of 20 pages : mammoth's own", lambda: measure([*PRESSKIT, "inspect", str(story)]),
                lambda: measure(mammoth), "at most 3", runs)  # fmt: skip
        drafts, rows = f"{folder}/drafts", (f"P{row},p{row}@x.example\n" for row in range(200))
        Path(folder, "list.csv").write_text("name,e-mail\n" + "".join(rows), encoding="utf-8")
        mail = [*PRESSKIT, "mail", EXAMPLE, "--to", f"{folder}/list.csv", "-o", drafts]
        measure(mail)
        size = max(path.stat().st_size for path in Path(drafts).glob("*.eml"))
        each = [sys.executable, "-c", PLAIN_MAILS, str(size), f"{folder}/plain"]
        compare("mail, 200 drafts : 200 × EmailMessage.as_bytes", lambda: measure(mail), lambda: measure(each),
                "at most 1", runs)  # fmt: skip
        shop = [*PRESSKIT, "build", EXAMPLE, "--for", "shop", "-o", f"{folder}/shop.pdf"]
        in_ink = [*shop, "--icc", str(ghostscript.profile())]
        measure(in_ink)
        compare("into ink, pages as they were : every page anew", lambda: measure(in_ink),
                lambda: measure([*in_ink, "--no-cache"]), "at most 0.5", runs)  # fmt: skip
        compare("into ink : in RGB, pages as they were", lambda: measure(in_ink), lambda: measure(shop),
                "none yet", runs)  # fmt: skip
        compare_sizes(Path(folder), runs)


if __name__ == "__main__":
    main()

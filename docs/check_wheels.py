"""Ask for a wheel of each package of requirements.lock, for each system: .venv/bin/python docs/check_wheels.py.

It needs the network, takes a quarter of an hour, installs nothing, and is run by hand when the lock changes; words
behind it name the systems to ask for (“Windows”). README.md says what came of it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
PYTHONS = ("3.11", "3.12", "3.13")
LINUX = [f"manylinux_2_{minor}" for minor in range(36, 4, -1)] + ["manylinux2014", "manylinux2010", "manylinux1"]
SYSTEMS = {  # by pip's words for a platform; it adds the older versions of a Mac by itself
    "Linux x86-64": [f"{each}_x86_64" for each in LINUX],
    "Linux Arm": [f"{each}_aarch64" for each in LINUX],
    "macOS 15 Arm": ["macosx_15_0_arm64"],
    "macOS 14 Arm": ["macosx_14_0_arm64"],
    "macOS 15 Intel": ["macosx_15_0_x86_64"],
    "macOS 14 Intel": ["macosx_14_0_x86_64"],
    "Windows x86-64": ["win_amd64"],
    "Windows Arm": ["win_arm64"],
}


def pins() -> list[str]:
    """Return the packages of the lock with their versions, but for those that only another kind of Python asks for."""
    named = re.findall(r"^([a-z0-9-]+==[^\s;]+)(.*)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    return [pin for pin, condition in named if "platform_python_implementation != 'CPython'" not in condition]


def lacking(packages: Sequence[str], platforms: Sequence[str], python: str) -> list[str]:
    """Return the packages that have no wheel for a system; what pip says of any other reason is shown."""
    if not packages or not complaint(packages, platforms, python):
        return []
    if len(packages) == 1:
        return list(packages)
    middle = len(packages) // 2
    return lacking(packages[:middle], platforms, python) + lacking(packages[middle:], platforms, python)


def complaint(packages: Sequence[str], platforms: Sequence[str], python: str) -> str:
    """Return why pip would not install these packages; nothing where it would."""
    words = ["--dry-run", "--no-deps", "--only-binary", ":all:", "--quiet", "--disable-pip-version-check"]
    words += [word for each in platforms for word in ("--platform", each)]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "install", *words, "--python-version", python, "--target", folder]
        done = subprocess.run([*command, *packages], capture_output=True, text=True, check=False)
    if done.returncode and "No matching distribution" not in done.stderr:
        sys.exit(done.stderr)
    return done.stderr if done.returncode else ""


def main() -> None:
    """Print the table: a row for each system, a column for each Python."""
    packages = pins()
    sys.stdout.write(f"| {len(packages)} packages | {' | '.join(PYTHONS)} |\n|---|{'---|' * len(PYTHONS)}\n")
    asked = {system: SYSTEMS[system] for system in SYSTEMS if any(word in system for word in sys.argv[1:] or [""])}
    for system, platforms in asked.items():
        cells = [", ".join(lacking(packages, platforms, python)) or "all" for python in PYTHONS]
        sys.stdout.write(f"| {system} | {' | '.join(cells)} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

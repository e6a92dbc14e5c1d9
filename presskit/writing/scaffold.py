"""A kit to start from: the folder a person fills in."""

from __future__ import annotations

import tempfile
from pathlib import Path

from presskit.errors import OutputError
from presskit.findings import Where, finding
from presskit.resources import shipped


def scaffold(folder: Path) -> tuple[Path, ...]:
    """Write a kit to start from into `folder`, and return its files.

    The folder is made where it is not there; one that holds files is refused, whether they matter or not
    (hidden ones do not count). Texts to replace stand in [square brackets]. Raises OutputError, and then
    leaves no file behind.
    """
    try:
        require_empty(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        # A temporary folder on the same disk: what is complete moves in one step.
        beside = folder if folder.is_dir() else folder.parent
        with tempfile.TemporaryDirectory(prefix=".presskit-", dir=beside) as temporary:
            return move(copy_scaffold(Path(temporary) / "kit"), folder)
    except OSError as error:
        reason = error.strerror or "the disk refused it"
        hint = "Choose another folder, or ask whoever looks after this computer."
        raise OutputError(finding("b-004", Where(folder), path=folder, reason=reason, hint=hint)) from None


def require_empty(folder: Path) -> None:
    """Raise OutputError where `folder` is a file, or holds files that are not hidden."""
    if folder.is_dir():
        if any(not path.name.startswith(".") for path in folder.iterdir()):
            raise OutputError(finding("b-009", Where(folder), path=folder))
    elif folder.exists():
        hint = "Choose another name: presskit new my-kit"
        raise OutputError(finding("b-004", Where(folder), path=folder, reason="a file has this name", hint=hint))


def copy_scaffold(folder: Path) -> Path:
    """Copy the shipped scaffold's files to `folder`, with the permissions that new files have here."""
    template = shipped("templates/scaffold")
    for source in template.rglob("*"):
        if source.is_file():
            target = folder / source.relative_to(template)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    return folder


def move(kit: Path, folder: Path) -> tuple[Path, ...]:
    """Move a finished kit to `folder`: as a whole, or entry by entry where the folder is there already."""
    files = sorted(path.relative_to(kit) for path in kit.rglob("*") if path.is_file())
    if folder.is_dir():
        for path in kit.iterdir():
            path.rename(folder / path.name)
    else:
        kit.rename(folder)
    return tuple(folder / path for path in files)

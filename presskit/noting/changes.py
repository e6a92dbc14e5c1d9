"""What was changed, to be taken back, also by a later command: kept with the finished work, never in a kit."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from presskit import gate
from presskit.rendering.cache import default_cache_folder
from presskit.writing import files

FOLDER = "changes"
MOST_KEPT = 200


@dataclass(frozen=True)
class Change:
    """One change to a file. what: in words. before: the file's words, None where it was not there. after: a digest."""

    file: Path
    what: str
    before: str | None
    after: str


@dataclass(frozen=True)
class Changes:
    """The changes to the settings of one kit, each a small file; the last is the first to be taken back."""

    kit: Path

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        name = hashlib.sha256(str(gate.real(self.kit)).encode()).hexdigest()
        return default_cache_folder() / FOLDER / name

    def keep(self, change: Change) -> None:
        """Keep one more; the oldest are given up."""
        kept = self._kept()
        number = int(kept[-1].stem) + 1 if kept else 1
        said = {"file": str(change.file), "what": change.what, "before": change.before, "after": change.after}
        files.write(self.folder / f"{number:06}.json", json.dumps(said).encode())
        for path in kept[: max(0, len(kept) + 1 - MOST_KEPT)]:
            path.unlink(missing_ok=True)

    def last(self) -> Change | None:
        """Return the last change that was not taken back; None where there is none."""
        with gate.opened(self.folder):
            kept = self._kept()
            said = json.loads(gate.bytes_of(kept[-1])) if kept else None
        return Change(Path(said["file"]), said["what"], said["before"], said["after"]) if said else None

    def forget_last(self) -> None:
        """Forget the last change: it was taken back."""
        self._kept()[-1].unlink(missing_ok=True)

    def _kept(self) -> tuple[Path, ...]:
        with gate.opened(self.folder):
            return tuple(path for path in gate.files_in(self.folder) if path.suffix == ".json")

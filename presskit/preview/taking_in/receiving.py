"""Files that are dropped on the window are received into a folder of their own: none is in the kit before it is whole.

Their names are a browser's, and may be anybody's: each part becomes a name that every system takes, below that folder.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from presskit import gate, passing, whole
from presskit.findings import Where
from presskit.limits import DROPPED_BYTES, FILE_BYTES, FOLDER_FILES, ZIP_DEPTH, ZIP_NAME
from presskit.names import portable, unique
from presskit.sorting.folders import FURNITURE
from presskit.unpacking import is_named_zip

NOWHERE = ("", ".", "..")


@dataclass
class Drop:
    """What is dropped at a time. folder: where it lies until it is in the kit. stack: what ends with it."""

    folder: Path
    stack: ExitStack
    received_bytes: int = 0
    files: int = 0
    _taken: dict[Path, set[str]] = field(default_factory=dict)

    @classmethod
    def begin(cls) -> Drop:
        """Return a drop into which files can be received. Raises OSError where no folder can be made."""
        stack = ExitStack()
        return cls(gate.real(stack.enter_context(whole.folder_in(passing.folder(), mode=0o700))), stack)

    def place_for(self, way: str) -> Path | None:
        """Return where a file of this name, with its folders, is received; None for what computers leave in folders.

        Raises SourceError s-018 for too many files, or a name of too many folders.
        """
        parts = [part for part in way.split("/") if part.strip() not in NOWHERE]
        if not parts or any(FURNITURE.match(part) for part in parts):
            return None
        self.files += 1
        FOLDER_FILES.require(self.files, Where())
        ZIP_NAME.require(len(way), Where())
        ZIP_DEPTH.require(len(parts), Where())
        *folders, name = map(portable, parts)
        folder = self.folder.joinpath(*folders)
        stem, suffix = Path(name).stem, Path(name).suffix
        return folder / unique(stem, suffix, self._taken.setdefault(folder, set()))

    async def receive(self, place: Path, chunks: AsyncIterator[bytes], size_bytes: int) -> None:
        """Write a file as it comes. size_bytes: how large it is said to be, which is never less than comes.

        Raises SourceError s-018, for a file that is too large before a byte is read, for too much at a time; OSError.
        Then nothing is left of it.
        """
        (DROPPED_BYTES if is_named_zip(place) else FILE_BYTES).require(size_bytes, Where(place))
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            with place.open("xb") as file:
                async for chunk in chunks:
                    self.received_bytes += len(chunk)
                    DROPPED_BYTES.require(self.received_bytes, Where(place))
                    file.write(chunk)
        except BaseException:  # also where whoever sends it is gone
            place.unlink(missing_ok=True)
            raise

    def end(self) -> None:
        """Remove what was received: it is in the kit now, or nobody wants it."""
        self.stack.close()

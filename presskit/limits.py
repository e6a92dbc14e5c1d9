"""How much of anything presskit takes: one table, each limit with its name, its most and its unit.

No honest kit meets one. A limit is held before time is spent, and said in one sentence with the file and the limit:
a file that asks for more is refused, and nobody waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding

MB = 1_000_000


@dataclass(frozen=True)
class Limit:
    """The most that is taken of `what`: a plural noun, or "bytes" for the size of a file."""

    what: str
    most: int

    def exceeded(self, found: int, where: Where) -> Finding | None:
        """Return what is said of a file in which `found` is too much; None where it is not."""
        if found <= self.most:
            return None
        size, most = (
            f"{count / MB:,.0f} MB" if self.what == "bytes" else f"{count:,} {self.what}"
            for count in (found, self.most)
        )
        name = where.file.name if where.file else "A file"
        return finding("s-018", where, name=name, found=size, most=most)

    def require(self, found: int, where: Where) -> None:
        """Raise SourceError s-018 where `found` is too much."""
        if problem := self.exceeded(found, where):
            raise SourceError(problem)


SETTINGS_BYTES = Limit("bytes", 1 * MB)  # kit.toml, brand.toml, photos.toml
FILE_BYTES = Limit("bytes", 300 * MB)  # any file that no other limit is for: photos, Word files, finished PDFs, ZIPs
FOLDER_FILES = Limit("files", 5_000)  # in a folder and the folders in it

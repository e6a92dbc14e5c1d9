"""Whom a kit is mailed to, as the table says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipient:
    """Somebody to write to; what the table does not say is empty. `row` counts from 1, the headings included.

    language: its short code where it is known. salutation: as the table has it, "Dear Ms Thorn" or only "Ms".
    agreed: whether they have agreed to embargoes. note: what only this person's mail says, above the release.
    """

    row: int
    email: str
    first_name: str = ""
    last_name: str = ""
    outlet: str = ""
    language: str = ""
    salutation: str = ""
    agreed: bool = False
    note: str = ""

    @property
    def key(self) -> str:
        """What tells whether two rows mean one person: the address."""
        return self.email.casefold()

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def who(self) -> str:
        """Name and outlet, or the address where there is neither."""
        return ", ".join(filter(None, (self.last_name or self.first_name, self.outlet))) or self.email

"""The drafts of a run: which letter each reader gets, how it begins, and what the tables say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from presskit.composing.languages import Language
from presskit.composing.wording.salutations import Salutation, greeting_of, language_of, salutation_of
from presskit.model import Document, Kit
from presskit.names import unique
from presskit.reading.lists.people import Recipient
from presskit.writing import files
from presskit.writing.mails import drafts
from presskit.writing.mails.letters import Letter, lead_of

LINK_CHARACTERS = 1800  # browsers and Outlook end a mailto: link at about 2,000


@dataclass(frozen=True)
class Draft:
    """A draft: its file's name, its person, what it says. `number`: the letter's, counted from 1, on the page.

    hidden: the people in Bcc of one that goes to several; its person is then the organisation itself.
    """

    name: str
    person: Recipient
    letter: Letter
    number: int
    greeting: Salutation
    hidden: tuple[Recipient, ...] = ()

    @property
    def addressee(self) -> Recipient | None:
        """Who it is addressed to, if anybody."""
        return self.person if self.person.email else None

    @property
    def readers(self) -> tuple[Recipient, ...]:
        """Everybody who gets it; nobody where it has no address."""
        return self.hidden or ((self.person,) if self.person.email else ())

    @property
    def addresses(self) -> str:
        """The addresses of its readers, as a mail program takes them."""
        return ", ".join(person.email for person in self.readers)

    @property
    def mailto(self) -> str:
        """A link that starts such a mail: with its text where that fits a link, else with its salutation.

        Why all or nothing: half a release, or half of the people, would be sent by somebody who does not look twice.
        """
        hidden = quote(",".join(person.email for person in self.hidden), safe="@,")
        head = f"mailto:{quote(self.person.email, safe='@')}?subject={quote(self.letter.subject)}"
        with_hidden = f"{head}&bcc={hidden}" if hidden else head
        whole = f"{with_hidden}&body=" + quote(self.letter.text_for(self.greeting).replace("\n", "\r\n"))
        begun = f"{with_hidden}&body=" + quote(f"{self.greeting.words}\r\n\r\n")
        return next((link for link in (whole, begun) if len(link) <= LINK_CHARACTERS), head)


def letters_of(kit: Kit, people: Sequence[Recipient], *, corrected: bool) -> dict[str, Document | None]:
    """Return the documents that lead the letters people get, by their short names, in the order of the people."""
    leads = (lead_of(kit, person.language, corrected=corrected) for person in people)
    return {_slug(lead): lead for lead in leads}


def one_each(kit: Kit, people: Sequence[Recipient], letters: Mapping[str, Letter], *, corrected: bool) -> list[Draft]:
    """Return a draft for each person."""
    taken: set[str] = set()
    return [_own(kit, person, _chosen(kit, person, letters, corrected=corrected), taken) for person in people]


def together(
    kit: Kit, own: Recipient, people: Sequence[Recipient], letters: Mapping[str, Letter], *, corrected: bool
) -> list[Draft]:
    """Return a draft for all who get the same words in the same language; one of their own for people with a note.

    Why not by who agreed to an embargo: under one, nobody else gets a draft at all.
    """
    taken: set[str] = set()
    groups: dict[tuple[int, str], tuple[Letter, Language, list[Recipient]]] = {}
    alone = []
    for person in people:
        letter, number = chosen = _chosen(kit, person, letters, corrected=corrected)
        words = language_of(person, letter.language)
        if person.note:
            alone.append(_own(kit, person, chosen, taken))
        else:
            groups.setdefault((number, words.code), (letter, words, []))[2].append(person)
    shared = [
        Draft(unique(f"together-{code}", ".eml", taken), own, letter, number, greeting_of(words), tuple(group))
        for (number, code), (letter, words, group) in groups.items()
    ]
    return [*shared, *alone]


def rows_of(listed: Sequence[Draft], enclosed: Mapping[str, Mapping[str, str]], kit: str) -> Iterator[dict[str, str]]:
    """Yield a row of the record for each reader of each draft, but for the day and for where the draft stands.

    enclosed: what the record says of the PDF that went with each draft, by the draft's name.
    """
    for one in listed:
        for person in one.readers:
            yield row_of(person, enclosed.get(one.name, {}), kit) | {"subject": one.letter.subject, "draft": one.name}


def row_of(person: Recipient, file: Mapping[str, str], kit: str) -> dict[str, str]:
    """Return what the record says of somebody and their file."""
    return {
        "last_name": person.last_name,
        "first_name": person.first_name,
        "outlet": person.outlet,
        "email": person.email,
        "language": person.language,
        "salutation": person.salutation,
        "embargo": "yes" if person.agreed else "",
        "kit": kit,
        **file,
    }


def _slug(lead: Document | None) -> str:
    return lead.slug if lead else ""


def _chosen(kit: Kit, person: Recipient, letters: Mapping[str, Letter], *, corrected: bool) -> tuple[Letter, int]:
    slug = _slug(lead_of(kit, person.language, corrected=corrected))
    return letters[slug], list(letters).index(slug) + 1


def _own(kit: Kit, person: Recipient, chosen: tuple[Letter, int], taken: set[str]) -> Draft:
    letter, number = chosen
    greeting = salutation_of(person if person.email else None, language_of(person, letter.language))
    stem = PurePath(drafts.draft_name(person) if person.email else files.default_name(kit)).stem
    return Draft(unique(stem, ".eml", taken), person, letter, number, greeting)

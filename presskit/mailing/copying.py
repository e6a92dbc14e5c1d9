"""A copy of a kit's PDF for each person: whose name it says, in which faces, and under which name it is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from presskit.composing.look.setting import FAMILIES, Setting
from presskit.composing.parts.bounds import blamed
from presskit.findings import Finding, Where, finding
from presskit.fonts import Face, find_face, missing_characters, stack
from presskit.linking.copying.copies import copy_for
from presskit.linking.copying.labels import Look
from presskit.linking.lettering.lines import NAME, Script
from presskit.linking.splicing import Base
from presskit.mailing.audience import Audience
from presskit.mailing.enclosing import File
from presskit.making.orders import BuildOrder, MadeKit
from presskit.model import Kit
from presskit.names import shown
from presskit.outcomes import value_of
from presskit.reading.lists.people import Recipient
from presskit.working.workers import Task, Workers

WEIGHT, ARABIC_WEIGHT = 600, 700
MOST_CHARACTERS = 300  # of a name with its outlet: two lines hold some two hundred
SHOWN_LETTERS = 5


@dataclass(frozen=True)
class Copier:
    """What makes the copies of a kit."""

    base: Base
    look: Look
    setting: Setting

    def copy(self, name: str) -> bytes:
        """Return the copy that says a name."""
        return copy_for(self.base, self.look, name)

    def file_for(self, person: Recipient, name: str) -> File:
        """Return a person's copy, under the name of a file."""
        return File(name, self.copy(named(person, self.setting)))


def copier_of(made: MadeKit, audience: Audience, order: BuildOrder) -> tuple[Copier, tuple[Finding, ...]]:
    """Return what makes a kit's copies, and who of an audience is named by their address on theirs."""
    copier = copier_for(made, order)
    return copier, tuple(_unset(audience, copier.setting))


def copier_for(made: MadeKit, order: BuildOrder) -> Copier:
    """Return what makes a kit's copies. Raises RenderingError where the kit cannot be taken apart."""
    kit = made.kit
    setting = Setting(kit, kit.language)
    task = Task(
        "presskit.linking.copying.bases:base_of", (made.linked.pdf, kit.language), options={"has_cover": not kit.alone}
    )
    with Workers(1, order.limits) as workers:
        base: Base = value_of(workers, task, blamed(kit.title, None, None))
    return Copier(base, _look(kit, setting), setting)


def _faces(setting: Setting) -> tuple[Face, ...]:
    """Return the faces of the line: the first that has a letter draws it."""
    latin = stack((FAMILIES["sans"], FAMILIES["serif"]), setting.faces)
    return (
        *(find_face(setting.faces, one, WEIGHT) for one in latin),
        find_face(setting.faces, "Pk-Arabic", ARABIC_WEIGHT),
    )


def _look(kit: Kit, setting: Setting) -> Look:
    words, paper, faces = setting.language, setting.paper, _faces(setting)
    sentence = words.word("copy_for", name=NAME)
    if kit.embargo:
        sentence = f"{sentence}. {words.word('embargoed_until', moment=words.moment(kit.embargo))}"
    return Look(
        sentence,
        Script(tuple(face.path for face in faces), words.is_mirrored),
        {face.path: face.pdf_name for face in faces},
        (paper.width_pt * paper.scale, paper.height_pt * paper.scale),
        paper.text_pt * paper.scale,
        setting.palette.paper,
        setting.palette.ink,
        has_cover=not kit.alone,
    )


def named(person: Recipient, setting: Setting) -> str:
    """Return how a copy names its person: name and outlet, as far as there are letters for them, else the address."""
    faces = _faces(setting)
    said = [words for words in _said(person) if not missing_characters(words, faces)]
    is_named = said[:1] == _said(person)[:1]
    told = setting.language.word("comma").join(said if is_named else [person.email, *said])
    return told[:MOST_CHARACTERS]


def _said(person: Recipient) -> list[str]:
    return [unicodedata.normalize("NFC", shown(words)) for words in (person.name, person.outlet) if words] or [
        person.email
    ]


def _unset(audience: Audience, setting: Setting) -> Iterator[Finding]:
    for person in audience.people:
        missing = missing_characters("".join(_said(person)), _faces(setting))
        if missing:
            letters = " ".join([*missing][:SHOWN_LETTERS])
            where, said = Where(audience.source), ", ".join(_said(person))
            instead = named(person, setting)
            yield finding("m-016", where, row=person.row, name=said, letters=letters, instead=instead)

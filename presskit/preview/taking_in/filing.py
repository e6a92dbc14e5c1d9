"""The work behind the files of a window: they are received, told apart, take their places, and are set aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.errors import UsageError
from presskit.judging.inspection import Told, colour_of
from presskit.preview.desk import Desk, is_there, require_there
from presskit.preview.taking_in.beginning import adopt_logo, answer, answers_in, begin, folder_for
from presskit.preview.taking_in.holdings import Holding, holdings_of
from presskit.preview.taking_in.kinds_said import KINDS, say_kind
from presskit.preview.taking_in.placing import Choice, Taken, in_the_way, set_aside, shown_in, take_in
from presskit.preview.taking_in.receiving import Drop
from presskit.preview.taking_in.sorting_out import Belonging, sort_out
from presskit.preview.telling import sentences_of
from presskit.sorting.plan import KIT_FILE

LOGO = "logo"  # what such a picture is taken for
MOST_DROPS = 4  # at a time; whoever begins one more gives up the oldest
REMEMBERED = 8  # lists, by which a file may still be named


@dataclass
class Waiting:
    """A drop, and once it was told apart what it holds, and the numbers of those that are in another file's way."""

    drop: Drop
    found: tuple[Belonging, ...] = ()
    asked: tuple[int, ...] = ()


@dataclass
class Filing:
    """The files of one desk. `day`: under which something is set aside; None for the clock's."""

    desk: Desk
    day: date | None = None
    _drops: dict[int, Waiting] = field(default_factory=dict)
    _count: int = 0
    _made: Path | None = None  # a kit that holds answers, and no files yet
    _lists: dict[int, tuple[Holding, ...]] = field(default_factory=lambda: {0: ()})  # by version, the newest last

    @property
    def kit(self) -> Path | None:
        """The kit's folder, there also where nothing in it can be shown yet."""
        return self.desk.kit or self._made

    @property
    def is_open(self) -> bool:
        """Whether files can be taken in: not into texts that were named alone, nor into a ZIP."""
        return self.kit is not None or self.desk.home is not None

    def begin_drop(self) -> int:
        """Begin to receive files, and return by which number they are asked for. Raises OutputError, OSError."""
        self._require_there()
        while len(self._drops) >= MOST_DROPS:
            self._drops.pop(min(self._drops)).drop.end()
        self._count += 1
        self._drops[self._count] = Waiting(Drop.begin())
        return self._count

    def drop(self, number: int) -> Drop | None:
        """Return what is being received."""
        waiting = self._drops.get(number)
        return waiting.drop if waiting else None

    def sort(self, number: int) -> dict[str, Any]:
        """Tell what was received apart, and take it in where no other file is in its way; else ask.

        Raises KeyError where nothing waits under this number, PresskitError.
        """
        waiting = self._drops[number]
        with gate.opened(waiting.drop.folder):
            found, problems = self.desk.engine.alone(lambda: sort_out(waiting.drop, is_new=self.kit is None))
        waiting.found = found
        if self.kit:
            with gate.opened(self.kit, *(one.source for one in found)):
                waiting.asked = in_the_way(self.kit, found)
        said = {"problems": sentences_of(problems)}
        if waiting.asked:
            return {**said, "asks": [found[one].place for one in waiting.asked]}
        return self._told(self._take_in(number, {}), said["problems"])

    def place(self, number: int, choices: Sequence[Choice]) -> dict[str, Any]:
        """Take in what was asked about. choices: for each that was asked, in order. Raises as `sort` does."""
        waiting = self._drops[number]
        said = dict(zip(waiting.asked, choices, strict=False))
        return self._told(self._take_in(number, said))

    def _told(self, taken: Sequence[Taken], problems: Sequence[str] = ()) -> dict[str, Any]:
        """Return what became of files; the same problem of many is told once."""
        refused = (one.problem for one in taken if one.problem)
        said = list(dict.fromkeys((*problems, *refused)))
        return {"problems": said, "taken": [vars(one) for one in taken if not one.problem]}

    def _take_in(self, number: int, choices: Mapping[int, Choice]) -> list[Taken]:
        with self.desk.writing:
            waiting = self._drops.pop(number)
            try:
                if not waiting.found:
                    return []
                self._require_there()
                kit = self.kit or self._begun(is_kit=any(one.place == KIT_FILE for one in waiting.found))
                with gate.opened(kit, *(one.source for one in waiting.found)):
                    taken = [self._adopted(kit, one) for one in take_in(kit, waiting.found, choices, self._today)]
            finally:
                waiting.drop.end()
            if self.desk.kit is None:
                self.desk.begin(kit)
            return taken

    def _adopted(self, kit: Path, one: Taken) -> Taken:
        """Hand a logo that was taken in to a brand that waits for one."""
        if one.taken_for != LOGO or not one.place:
            return one
        logo = kit / one.place
        return replace(one, place=shown_in(kit, adopt_logo(kit, logo, self._colour_of(logo))))

    def _colour_of(self, logo: Path) -> str | None:
        return self.desk.engine.alone(lambda: colour_of(logo))

    def _begun(self, name: str = "", *, is_kit: bool = False) -> Path:
        """Make the folder of a new kit. is_kit: of one that comes with all it needs."""
        assert self.desk.home
        self._made = folder_for(self.desk.home, name)
        with gate.opened(self._made):
            if not is_kit:
                begin(self._made)
        return self._made

    def answer(self, said: Mapping[str, object]) -> dict[str, Any]:
        """Write what a person said of the organisation into the kit, or into a new one.

        Raises KeyError where a brand says it already, PresskitError.
        """
        if self._is_branded:  # a second brand would take the first one's place
            raise KeyError
        answers, problems = answers_in(said)
        if problems:
            raise UsageError(*problems)
        with self.desk.writing:
            self._require_there()
            kit = self.kit or self._begun(str(said.get("folder", "")))
            with gate.opened(kit):
                answer(kit, answers)
                logos = [one.source for one in self._told_of_kit if one.taken_for == LOGO]
                for logo in filter(gate.is_file, logos[:1]):
                    adopt_logo(kit, logo, None if answers.colour else self._colour_of(logo))
        return {"problems": [], "kit": kit.name}

    def listed(self) -> dict[str, Any]:
        """Return the files of the kit, and the version of the list, by which a file of it is named.

        The last lists are remembered: what is asked of a file while the list becomes another is asked of that file.
        """
        kit = self.kit
        is_gone = kit is not None and not is_there(kit)
        now = holdings_of(kit, self._told_of_kit) if kit and self.desk.kit and not is_gone else ()
        version = max(self._lists)
        if now != self._lists[version]:
            version += 1
            self._lists[version] = now
            self._lists.pop(version - REMEMBERED, None)
        return {
            "version": version,
            "files": [vars(one) for one in now],
            "names": KINDS,
            "kit": self._name,
            "isBegun": self.desk.kit is not None,
            "isOpen": self.is_open,
            "isGone": is_gone,
            "isBranded": self._is_branded,
        }

    @property
    def _is_branded(self) -> bool:
        known = self.desk.shown.known
        return known is not None and known.brand is not None

    @property
    def _told_of_kit(self) -> tuple[Told, ...]:
        known = self.desk.shown.known
        return known.told if known else ()

    @property
    def _name(self) -> str:
        """What the kit's folder is called, or would be."""
        kit = self.kit or (folder_for(self.desk.home, "") if self.desk.home else None)
        return gate.real(kit).name if kit else ""

    def say(self, version: int, number: int, kind: str) -> bool:
        """Write into kit.toml what a listed file is, from 0; False where it is none any more. Raises PresskitError."""
        listed = self._at(version, number)
        if listed is None or kind not in listed.can_be:
            return False
        assert self.kit
        with self.desk.writing, gate.opened(self.kit):
            self._require_there()
            if not gate.is_there(path := self.kit / listed.place):
                return False
            say_kind(self.kit, path, kind)
        return True

    def set_aside(self, version: int, number: int) -> str | None:
        """Move a listed file out of the way; return where it is now, or None. Raises PresskitError."""
        listed = self._at(version, number)
        if listed is None:
            return None
        assert self.kit
        path = self.kit / listed.place
        with self.desk.writing, gate.opened(self.kit):
            self._require_there()
            return shown_in(self.kit, set_aside(self.kit, path, self._today)) if gate.is_there(path) else None

    def _require_there(self) -> None:
        """Raise OutputError where the kit was moved away meanwhile: nothing is taken in, and no second one begun."""
        if self.kit:
            require_there(self.kit)

    def close(self) -> None:
        """Remove what was received and is in no kit."""
        while self._drops:
            with suppress(KeyError):
                self._drops.popitem()[1].drop.end()

    def _at(self, version: int, number: int) -> Holding | None:
        """Return the file of the newest list that had a number in one of the last lists."""
        named, newest = self._lists.get(version, ()), self._lists[max(self._lists)]
        place = named[number].place if self.kit and 0 <= number < len(named) else None
        return next((one for one in newest if one.place == place), None)

    @property
    def _today(self) -> date:
        return self.day or date.today()

"""What the window shows: the pages of the file that would be sent, its verdict, and what is being made."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, Lock, Timer

from presskit import gate
from presskit.errors import OutputError
from presskit.findings import finding
from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.preview.remembering import remember, remembered
from presskit.preview.states import Saved, Shown
from presskit.rendering.page_pictures import draw_page
from presskit.sorting.plan import KIT_FILE

FIRST_S = 1.0  # what is remembered is shown before the kit is made
REST_S = 1.5  # after a state that stays, it is remembered
PAGE_PX = 900  # how wide a page is drawn for most screens
LOOK_S = 0.2  # between two looks whether a kit was begun
# What a kit can be saved as: what it is for, or how the file ends.
OUTPUTS = ("email", "print", "booklet", "shop", "archive", ".html", ".txt", ".zip")


@dataclass
class Desk:
    """One kit and the window on it. `run` belongs to the main thread; all else may be asked from any."""

    order: BuildOrder
    engine: Engine
    shown: Shown = field(default_factory=Shown)
    making: str = ""
    over: Event = field(default_factory=Event)
    home: Path | None = None  # where a new kit is made, if one is to be made
    begun: Event = field(default_factory=Event)
    drawn: Event = field(default_factory=Event)  # a page, for the first time
    _ahead: tuple[object, bytes | None] = ((), None)  # a page that was drawn before it was asked for: which, and it
    _heard: list[Callable[[], object]] = field(default_factory=list)
    drawing: Lock = field(default_factory=Lock)  # pdfium draws one page at a time
    writing: Lock = field(default_factory=Lock)  # one change of the kit is written at a time, whoever asks it
    # The kit's folder; None for texts that were named alone, for a ZIP, and before there is one.
    kit: Path | None = field(init=False, default=None)

    def run(self, is_left: Callable[[], bool] = lambda: False, load: Callable[[], None] = lambda: None) -> None:
        """Build the kit, and again after each save, until the window is closed, or left by all.

        load: called before, once what is remembered is shown.
        """
        if last := None if self.home else remembered(self.order):
            self.shown = last
            self._tell()
            self._ahead = (last.pdf, 1, PAGE_PX), self._drawn(last.pdf, 1, PAGE_PX)  # while the browser comes
            self.drawn.wait(FIRST_S)
        load()
        from presskit.making.watching import watch  # noqa: PLC0415  (the first page is drawn before)
        from presskit.preview.remaking import next_state  # noqa: PLC0415  (as above)

        while self.home and not self.begun.wait(LOOK_S):
            if self.over.is_set() or is_left():
                return
        later = Timer(0, lambda: None)
        for built in watch(self.order, self.engine, self._progress, lambda: self.over.is_set() or is_left()):
            later.cancel()
            self.making = ""
            self.shown, self._ahead = next_state(self.shown, built), ((), None)
            self._tell()
            # Not at the end: a signal ends the process where it stands. And not while pages are drawn.
            later = Timer(REST_S, remember, (self.order, built, self.shown, time.time() - built.seconds))
            later.daemon = True
            later.start()
        later.cancel()

    @property
    def is_begun(self) -> bool:
        """Whether there is something to show; not where a new kit is to be made and is not yet."""
        return self.home is None or self.begun.is_set()

    def __post_init__(self) -> None:
        """Keep the kit's folder: where it is moved away, it is the same kit still, and no other is begun."""
        self.kit = None if self.home else _folder_of(self.order)

    def begin(self, kit: Path) -> None:
        """Show a kit that was made now."""
        self.order = replace(self.order, sources=(kit,))
        self.kit = _folder_of(self.order)
        self.begun.set()
        self._tell()

    @contextmanager
    def heard_by(self, tell: Callable[[], object]) -> Iterator[None]:
        """Call `tell`, from whatever thread, whenever there is something new, until the block is left."""
        self._heard.append(tell)
        try:
            yield
        finally:
            self._heard.remove(tell)

    def close(self) -> None:
        """End the window: within half a second, or when what is being made is made."""
        self.over.set()
        self._tell()

    @contextmanager
    def opened(self, shown: Shown) -> Iterator[None]:
        """Open the gate to what could be read for the kit that is shown, until the block is left."""
        with gate.opened(*self.order.places, *(shown.known.places if shown.known else ())):
            yield

    def page(self, number: int, width_px: int) -> bytes | None:
        """Return a page of the file that is shown as a JPEG; None where there is none."""
        asked = self.shown.pdf, number, width_px
        known, picture = self._ahead
        if asked != known:
            picture = self._drawn(*asked)
        self.drawn.set()
        return picture

    def _drawn(self, pdf: bytes, number: int, width_px: int) -> bytes | None:
        with self.drawing:
            picture = draw_page(pdf, number, width_px)
        return picture.data if picture else None

    def save(self, what: str) -> Saved:
        """Write the kit as one of OUTPUTS, beside the one that is shown. Nothing is shown of it but what is said."""
        from presskit.preview.remaking import saved  # noqa: PLC0415  (as above)

        try:
            return saved(self.engine, self.order_for(what), self._progress)
        finally:
            self.making = ""
            self._tell()

    def order_for(self, what: str) -> BuildOrder:
        """Return what is to be built to save the kit as one of OUTPUTS. Raises OutputError where there is no kit."""
        if not what.startswith("."):
            return replace(self.order, purpose=what, output=None)  # type: ignore[arg-type]  # one of OUTPUTS
        if self.shown.name is None:
            raise OutputError(
                finding("b-004", reason="no kit could be made yet", path=what, hint="Mend the kit first.")
            )
        return replace(self.order, output=self.shown.name.with_suffix(what))

    def _progress(self, stage: str, done: int, total: int) -> None:
        self.making = f"{stage} {done}/{total}"
        self._tell()

    def _tell(self) -> None:
        for tell in tuple(self._heard):
            tell()


def is_there(folder: Path) -> bool:
    """Tell whether a kit's folder is where it was when the window was opened."""
    with gate.opened(folder):
        return gate.is_folder(folder)


def require_there(folder: Path) -> None:
    """Raise OutputError where a kit's folder was moved: what is written would begin a second kit in its place."""
    if not is_there(folder):
        hint = "Put it back, or open it where it is now."
        raise OutputError(finding("b-004", path=folder.name, reason="the folder is not there any more", hint=hint))


def _folder_of(order: BuildOrder) -> Path | None:
    first = order.sources[0]
    folder = first.parent if first.name == KIT_FILE else first
    return folder if is_there(folder) else None

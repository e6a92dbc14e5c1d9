"""A kit is built, and built again whenever something that goes into it has changed.

What has changed is told by looking: names, sizes and times. The library that watches folders only says when to look, so
that nobody waits; folders of a network, of which it may hear nothing, are looked at twice a second all the same.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from watchfiles import watch as alarms

from presskit import gate
from presskit.errors import PresskitError
from presskit.making.orders import BuildOrder, MadeKit
from presskit.making.warm import Engine
from presskit.outcomes import Progress, silent
from presskit.sorting.folders import ingredients_in
from presskit.sorting.sources import require_there

QUIET_S = 0.03  # without a change, after which a file is taken for saved
MOST_QUIET_S = 2.0
LOOK_MS = 500
STEP_MS = 5  # between two looks at what the system told: a burst of changes is waited for in any case (QUIET_S)

State = Mapping[Path, tuple[int, int, int]]


@dataclass(frozen=True)
class Built:
    """What became of a kit. changed: since the build before. seconds: how long it took. error: where none was made."""

    changed: tuple[Path, ...]
    seconds: float
    made: MadeKit | None = None
    path: Path | None = None
    error: PresskitError | None = None


def watch(
    order: BuildOrder, engine: Engine, progress: Progress = silent, is_over: Callable[[], bool] = lambda: False
) -> Iterator[Built]:
    """Build a kit, and again after each change, until `is_over`, which is asked twice a second.

    Raises SourceError s-001 where there is no kit to begin with; later mistakes are told, and end nothing.
    """
    require_there(order.sources)
    places, changed = _places(order.ingredients), tuple[Path, ...]()
    own: frozenset[str] = frozenset()
    while True:
        before = state_of(places, own)  # what changes while it is built is a change
        built = _built(engine, order, changed, progress)
        if built.made:
            own |= {os.path.realpath(path) for path in built.made.written}
            before = {path: state for path, state in before.items() if os.path.realpath(path) not in own}
            others = [place for place in _places(order.read_for(built.made)) if place not in places]
            before, places = {**before, **state_of(others, own)}, _places([*places, *others])
        yield built
        now = _settled(places, before, own, is_over)
        if is_over():
            return
        changed = changed_since(before, now)
        engine.refresh(changed)


def state_of(places: Sequence[Path], own: frozenset[str] = frozenset()) -> State:
    """Return what stands in places, by names: size, time and number of each file; 0 for folders.

    What cannot be looked at is left out; `own` are real paths of files that are written there.
    """
    state = {}
    for place in places:
        with suppress(OSError):
            for path in ingredients_in(place):
                with suppress(OSError):
                    if os.path.realpath(path) not in own:
                        status = path.lstat()
                        told = (status.st_size, status.st_mtime_ns, status.st_ino)
                        state[path] = (0, 0, 0) if path.is_dir() else told
    return state


def changed_since(before: State, now: State) -> tuple[Path, ...]:
    """Return the files that are new, gone, or others than before."""
    return tuple(sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path)))


def _places(read: Sequence[Path]) -> tuple[Path, ...]:
    """Return the places in which something can change, each once, and none that lies in another."""
    real = sorted({gate.real(place) for place in read if os.path.lexists(place)})
    return tuple(place for place in real if not any(other in place.parents for other in real))


def _built(engine: Engine, order: BuildOrder, changed: tuple[Path, ...], progress: Progress) -> Built:
    begun = time.monotonic()
    try:
        made, path = engine.build(order, progress)
    except PresskitError as error:
        return Built(changed, time.monotonic() - begun, error=error)
    return Built(changed, time.monotonic() - begun, made, path)


def _settled(places: Sequence[Path], before: State, own: frozenset[str], is_over: Callable[[], bool]) -> State:
    """Wait until something is other than before, and nobody is at work on it any more."""
    while (state := state_of(places, own)) == before and not is_over():
        _wait([place for place in places if place.exists()])
    until = time.monotonic() + MOST_QUIET_S
    while time.monotonic() < until:
        time.sleep(QUIET_S)
        if (later := state_of(places, own)) == state:
            break
        state = later
    return state


def _wait(places: Sequence[Path]) -> None:
    """Wait until the system tells of a change, or it is time to look."""
    next(
        alarms(
            *places,
            watch_filter=None,
            debounce=STEP_MS,
            step=STEP_MS,
            rust_timeout=LOOK_MS,
            yield_on_timeout=True,
        )
    )

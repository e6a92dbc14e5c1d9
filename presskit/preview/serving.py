"""The window is opened: the kit is made in this thread, as ever, and the browser is answered in another."""

from __future__ import annotations

import socket
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread

import uvicorn

from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.preview.desk import Desk
from presskit.preview.door import HOST, Door, new_key
from presskit.preview.frame import frame
from presskit.preview.window import Window

LEFT_S = 120.0  # after the last window was closed
MOST_CONNECTIONS = 64
LAST_WORDS_S = 2.0
ANSWERING = "answering"  # the name of the thread


def preview(order: BuildOrder, begin: Callable[[str], None], home: Path | None = None) -> None:
    """Show a kit in a window until it is closed. `begin` is told the address as soon as somebody may come.

    home: the folder in which a new kit is made of what is dropped on the window; the order is then for that one.
    """
    with Engine() as engine, ExitStack() as stack:
        desk = Desk(order, engine, home=home)
        window = Window(desk, frame(), waits=True)
        stack.callback(window.close)
        with served(window) as address:
            begin(address)
            desk.run(lambda: window.is_left(LEFT_S, time.monotonic()), window.load)
            desk.close()


def has_browser() -> bool:
    """Tell whether this computer has a browser that can be opened from here."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


@contextmanager
def served(window: Window) -> Iterator[str]:
    """Answer for a window on this computer alone; give the address, with its key, until the block is left."""
    key = new_key()
    with socket.socket() as place:
        place.bind((HOST, 0))
        place.listen(MOST_CONNECTIONS)  # so that whoever comes before the other thread is ready waits
        port = place.getsockname()[1]
        server = uvicorn.Server(_settings(Door(window.application(key), key, port)))
        answering = Thread(target=server.run, name=ANSWERING, kwargs={"sockets": [place]}, daemon=True)
        answering.start()
        try:
            yield f"http://{HOST}:{port}/{key}/"
        finally:
            server.should_exit = True
            answering.join(LAST_WORDS_S)


def _settings(door: Door) -> uvicorn.Config:
    return uvicorn.Config(
        door,
        http="h11",
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=1,
    )

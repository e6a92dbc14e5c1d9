"""On the path of every Python that the hostile inputs start: who asks for the network is refused, and written down."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ASKING = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg")


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what is not a socket of this machine's file system, which the workers speak through."""
    if event not in ASKING:
        return
    address = arguments[1] if event.startswith(("socket.connect", "socket.send")) else arguments
    if isinstance(address, str | bytes | None):
        return
    with Path(os.environ["HOSTILE_CALLS"]).open("a", encoding="utf-8") as calls:
        calls.write(f"{event} {address!r}\n")
    raise ConnectionRefusedError(event)


sys.addaudithook(refuse)

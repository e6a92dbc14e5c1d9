"""On the path of every Python that the hostile inputs start: who asks for the network, or for a program, is refused.

All that was asked for is written down.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ASKING = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg")
PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile")
# Converters of texts: pandoc in its sandbox alone, antiword fed by its standard input.
CONVERTERS = {"pandoc": "--sandbox", "antiword": "-"}
LINKERS = ("gcc", "cc", "ld", "ldconfig", "objdump")  # Python asks them where a library is: ctypes.util.find_library


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse programs, and what is not a socket of this machine's file system, which the workers speak through."""
    if event in ASKING:
        asked = arguments[1] if event.startswith(("socket.connect", "socket.send")) else arguments
        is_ours = isinstance(asked, str | bytes | None)
    elif event in PROGRAMS:
        asked = arguments[0]
        name = Path(os.fsdecode(asked)).name  # type: ignore[arg-type]
        words = (arguments[1] if len(arguments) > 1 else None) or ()
        is_ours = name in LINKERS or CONVERTERS.get(name) in words  # type: ignore[operator]
    else:
        return
    if is_ours:
        return
    with Path(os.environ["HOSTILE_CALLS"]).open("a", encoding="utf-8") as calls:
        calls.write(f"{event} {asked!r}\n")
    raise ConnectionRefusedError(event)


sys.addaudithook(refuse)

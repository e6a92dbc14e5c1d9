"""The process in which hostile inputs are tried: one command after the other, as presskit's own command line runs them.

Reads {"folder", "words"} as lines of JSON from standard input, and answers each on the descriptor named in argv with
{"code", "out", "err", "peak_kb"}; peak_kb is the most memory of this process, presskit's parent, meanwhile (VmHWM).
"""

from __future__ import annotations

import ctypes
import gc
import io
import json
import os
import re
import sys
import tempfile
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from presskit.__main__ import load_cli

STATUS, PEAK = Path("/proc/self/status"), re.compile(r"VmHWM:\s+(\d+)")


def peak_kb() -> int:
    """Return the most memory of this process since forget_peak, in kB."""
    found = PEAK.search(STATUS.read_text())
    assert found
    return int(found[1])


def forget_peak() -> None:
    """Give memory of earlier inputs back, and count anew from here."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")


def run(words: list[str]) -> dict[str, object]:
    """Run a command and return what became of it; a traceback is told as code -1."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=how) for how in ("strict", "backslashreplace"))
    forget_peak()
    sys.argv = ["presskit", *words]
    code: object = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            load_cli().main()
        except SystemExit as end:
            code = end.code or 0
        except BaseException:  # noqa: BLE001  (what falls is what is looked for)
            traceback.print_exc()
            code = -1
    said = []
    for stream in (out, err):
        stream.flush()
        said.append(stream.buffer.getvalue().decode("utf-8", "backslashreplace"))  # type: ignore[attr-defined]
    return {"code": code, "out": said[0], "err": said[1], "peak_kb": peak_kb()}


def main() -> None:
    """Answer until standard input ends."""
    answers = os.fdopen(int(sys.argv[1]), "w", encoding="utf-8")
    home = Path.cwd()
    for line in sys.stdin:
        order = json.loads(line)
        os.chdir(order["folder"])
        tempfile.tempdir = None
        answer = run(order["words"])
        os.chdir(home)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()

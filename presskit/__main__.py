"""`python -m presskit` and the installed command."""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

from presskit.resources import shipped


def load_cli() -> ModuleType:
    """Import cli.py as presskit.cli, from the top of a checkout or from inside an installed wheel.

    Why: in a checkout cli.py stands at the top and no finder knows it under the name it has in the wheel.
    """
    name = "presskit.cli"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, shipped("cli.py"))
        assert spec
        assert spec.loader
        module = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


def _open_streams() -> None:
    """Open what was closed by whoever started the command: else a file of its own would be taken for its output."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115


def main() -> None:
    """Run the command line, which a signal ends in order from its first moment."""
    try:
        from presskit import ending  # noqa: PLC0415  (from here on a signal is answered; before, by Python)

        ending.listen()
    except KeyboardInterrupt:
        if sys.stderr:
            sys.stderr.write("Stopped. Nothing was written.\n")
        sys.exit(130)
    # What is loaded is no rubbish: to look through it again and again took a tenth of the time in which it is loaded.
    gc.set_threshold(200_000)  # once pages are to be laid out, all is (presskit.working.pool.Pool.renew)
    _open_streams()
    load_cli().main()


if __name__ == "__main__":
    main()

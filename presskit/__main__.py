"""`python -m presskit` and the installed command."""

from __future__ import annotations

import importlib.util
import sys
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


def main() -> None:
    """Run the command line."""
    try:
        load_cli().main()
    except KeyboardInterrupt:  # while cli.py itself was being imported
        sys.exit(130)


if __name__ == "__main__":
    main()

"""Templates come through the gate to files: what a brand's folder includes by a link out of it is not opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import split_template_path

from presskit import gate
from presskit.limits import SETTINGS_BYTES


class GateLoader(BaseLoader):
    """Finds templates in folders, the first before the others."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and path; one that is no text is a mistake in it.

        Raises SourceError where it may not be opened.
        """
        parts = split_template_path(template)  # refuses ".." as not found
        path = next((path for folder in self._folders if gate.is_there(path := folder.joinpath(*parts))), None)
        if path is None:
            raise TemplateNotFound(template)
        data = gate.bytes_of(path, SETTINGS_BYTES)
        try:
            text = data.decode()
        except UnicodeDecodeError:
            raise TemplateSyntaxError("it is no text in UTF-8", 1, template, str(path)) from None
        return text, str(path), lambda: gate.bytes_of(path, SETTINGS_BYTES) == data

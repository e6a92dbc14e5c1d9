"""Settings that are to be written are checked as they would be read, before they take the place of others."""

from __future__ import annotations

from pathlib import Path

from presskit.settings.brand import BrandSettings
from presskit.settings.fields import Settings
from presskit.settings.kit import KitForm
from presskit.settings.photos import photos_of
from presskit.settings.source import settings_from
from presskit.settings.toml import toml_of

PHOTOS = "photos.toml"
FORMS: dict[str, type[Settings]] = {"kit.toml": KitForm, "brand.toml": BrandSettings}


def require_sound(text: str, file: Path) -> None:
    """Raise SettingsError with every problem that the words of a settings file would have, by its name."""
    source = toml_of(text, file)
    if file.name == PHOTOS:
        photos_of(source)
    else:
        settings_from(source, FORMS[file.name], file.parent)

"""What people set: kit.toml, brand.toml, photos.toml and the settings at the top of a file.

Every function reads one file and returns its settings, or raises one SettingsError that holds every problem
of that file, each with its key and line.
"""

from __future__ import annotations

from presskit.settings.doors import read_brand, read_front_matter, read_kit_settings, read_photo_settings
from presskit.settings.said import (
    PICTURE_ENDINGS,
    Acceptance,
    FrontMatter,
    KitSettings,
    PhotoSettings,
)

__all__ = [
    "PICTURE_ENDINGS",
    "Acceptance",
    "FrontMatter",
    "KitSettings",
    "PhotoSettings",
    "read_brand",
    "read_front_matter",
    "read_kit_settings",
    "read_photo_settings",
]

"""What people set: kit.toml, brand.toml, photos.toml and the settings at the top of a file.

Every function reads one file and returns its settings, or raises one SettingsError that holds every problem
of that file, each with its key and line.
"""

from __future__ import annotations

from presskit.settings.brand import BrandSettings, read_brand
from presskit.settings.fields import ContactSettings
from presskit.settings.front_matter import FrontMatter, read_front_matter
from presskit.settings.kit import Acceptance, FileSettings, KitSettings, read_kit_settings
from presskit.settings.photos import PICTURE_ENDINGS, PhotoSettings, read_photo_settings

__all__ = [
    "PICTURE_ENDINGS",
    "Acceptance",
    "BrandSettings",
    "ContactSettings",
    "FileSettings",
    "FrontMatter",
    "KitSettings",
    "PhotoSettings",
    "read_brand",
    "read_front_matter",
    "read_kit_settings",
    "read_photo_settings",
]

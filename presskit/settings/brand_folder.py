"""The folder of a kit's brand: where it may be, and where it may not."""

from __future__ import annotations

from pathlib import Path

from presskit import gate
from presskit.errors import SettingsError


def find_brand(folder: Path, beside: Path | None = None) -> Path | None:
    """Return the folder that holds the kit's brand.toml: “brand” in the kit, the kit itself, another folder in it.

    Where none does, it is “brand” beside the kit, or beside its ZIP.
    """
    own = folder / "brand"
    require_no_link(own, folder)
    inner = (place for place in gate.folders_in(folder) if gate.is_folder(place))
    around = (gate.real(folder).parent / "brand", *([beside / "brand"] if beside else []))
    places = (own, folder, *inner, *around)
    return next((place for place in places if gate.is_there(place / "brand.toml")), None)


def require_no_link(folder: Path, kit: Path) -> None:
    """Raise SettingsError where a brand stands in the kit by its name, and is a link out of it.

    What kit.toml names outside of the kit is opened: its writer said so, and a brand is mostly there.
    """
    if gate.is_named_inside(folder, kit) and (refused := gate.leads_out(folder)):
        raise SettingsError(refused)

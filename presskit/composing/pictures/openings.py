"""Which photos lead a kit: one on its cover, and in some themes another above its first release."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.composing.look.setting import Setting
from presskit.composing.pictures.addresses import named_picture
from presskit.composing.pictures.crops import may_crop
from presskit.model import Kit, Photo, PhotoSheet, Printed, Release

WIDE = 1.1  # a photo's width by its height


def leading_photos(kit: Kit) -> tuple[Photo, ...]:
    """Return the kit's photos: the one chosen for the cover, then the wide ones.

    They lead cropped, so their terms must let them be.
    """
    photos = [photo for sheet in kit.documents if isinstance(sheet, PhotoSheet) for photo in sheet.photos]
    return tuple(sorted(filter(may_crop, photos), key=lambda photo: (photo.name != kit.cover, not _is_wide(photo))))


def cover_picture(kit: Kit) -> Photo | None:
    """Return the photo that stands on the cover."""
    return next(iter(leading_photos(kit)), None)


def _is_wide(photo: Photo) -> bool:
    return photo.width_px > WIDE * photo.height_px


def opening_photo(setting: Setting, document: Printed) -> Photo | None:
    """Return the photo above the kit's first release, where the theme has a place for it.

    It is wide, and neither the cover's nor one of the release's text.
    """
    has_place = bool(setting.theme.photos.release_pt) and setting.kit.releases[:1] == (document,)
    if not has_place or not isinstance(document, Release) or document.is_withdrawn:
        return None
    named = [named_picture(block, document.source) for block in document.body if block.kind == "figure"]
    own = {found[0].name for found in named if found}
    others = filter(_is_wide, leading_photos(setting.kit)[1:])
    return next((photo for photo in others if photo.path.name not in own), None)


def shown_before(kit: Kit, document: Printed) -> Iterator[PhotoSheet]:
    """Yield of the kit's photos those that tell which one stands above a release, if one does."""
    if opening := opening_photo(Setting(kit, kit.language), document):
        yield PhotoSheet("", kit.language, (*leading_photos(kit)[:1], opening))


def opening_box(setting: Setting) -> tuple[float, float]:
    """Return the size of the photo above the first release: across the page, or inside an office's margins."""
    paper, height_pt = setting.paper, setting.theme.photos.release_pt
    if setting.kit.is_for_office:
        return paper.text_pt, height_pt - paper.top_pt
    return paper.width_pt + 2 * paper.bleed_pt, height_pt + paper.bleed_pt

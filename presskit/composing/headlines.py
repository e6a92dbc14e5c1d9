"""How large the headlines of a kit's releases are: one size for all of them, for they are seen side by side."""

from __future__ import annotations

from presskit.composing import measures
from presskit.composing.look.setting import Setting
from presskit.composing.parts.parts import title_of
from presskit.model import Kit, Release

COLUMNS = 9  # that a headline takes


def headlines_pt(kit: Kit) -> float | None:
    """Return the size at which every headline of a kit is as high as its theme allows; None without a release."""
    settings = {code: Setting(kit, code) for code in kit.languages}
    return min((headline_pt(settings[release.language], release) for release in kit.releases), default=None)


def headline_pt(setting: Setting, release: Release) -> float:
    """Return the size that a release's headline has where it stands alone."""
    type_ = setting.theme.headline
    face, headline = setting.face(type_), setting.tied(title_of(release), ends=True)
    return measures.headline_size(headline, face, setting.paper.columns_pt(COLUMNS), type_)

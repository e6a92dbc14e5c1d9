"""Files that change while a kit is built, and finished work that somebody changed: the next build is right."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from presskit import gate
from presskit.composing.parts.bounds import Bounds
from presskit.composing.parts.parts import ComposedPart
from presskit.making import build
from presskit.making.orders import BuildOrder
from presskit.model import Brand
from presskit.rendering import engine, parts
from presskit.rendering.cache import Cache, Kept
from presskit.rendering.pictures import SCREEN, prepare
from presskit.writing.pictures import photos
from tests.support.reading import read_photo
from tests.support.writing import brand, photo, release, write_kit

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="{}" height="5"/></svg>'
PAGE = '<html lang="en"><title>x</title><img alt="" src="brand:logo.svg">'


@pytest.fixture(autouse=True)
def _opened(tmp_path: Path) -> Iterator[None]:
    with gate.opened(tmp_path):
        yield


@pytest.mark.usefixtures("in_process")
def test_whatever_was_changed_in_the_cache_the_kit_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path / "cache"))
    files = {"releases/a.md": release(), "brand/brand.toml": 'logo = "logo.svg"\n' + brand(), "brand/logo.svg": LOGO}
    kit = write_kit(tmp_path / "kit", files | {"brand/logo.svg": LOGO.format(9)})
    photo(kit / "photos/pier.jpg")
    order = BuildOrder((kit,), tmp_path / "kit.zip")
    whole = build.build(order)[1].read_bytes()
    kept = sorted(path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    chance = random.Random(1)
    for path in kept:
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data if chance.random() < 0.7 else data[: chance.randrange(len(data))])
    assert len(kept) > 8
    assert build.build(order)[1].read_bytes() == whole


def pdf_of(folder: Path, cache: Cache) -> bytes:
    part = ComposedPart("x", "release", "X", "en", PAGE)
    return parts.render_part(part, parts.Press(folder, SCREEN, cache), Bounds(595.28, 841.89, 0, 5)).pdf.read()


@pytest.mark.usefixtures("in_process")
def test_a_logo_that_is_replaced_while_its_page_is_made_is_not_kept_under_the_name_of_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, logo = Cache(tmp_path / "cache"), tmp_path / "brand/logo.svg"
    logo.parent.mkdir()
    logo.write_text(LOGO.format(2), encoding="utf-8")
    undisturbed = pdf_of(logo.parent, Cache(tmp_path / "other"))
    render = engine.render

    def disturbed(*arguments: object, **options: object) -> object:
        logo.write_text(LOGO.format(7), encoding="utf-8")
        return render(*arguments, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(engine, "render", disturbed)
        assert pdf_of(logo.parent, cache) == undisturbed
    assert pdf_of(logo.parent, cache) != undisturbed
    logo.write_text(LOGO.format(2), encoding="utf-8")
    assert pdf_of(logo.parent, cache) == undisturbed


class Disturbed(Cache):
    """Replaces a photo when finished work is looked for: between the photo's reading and its use."""

    def find(self, name: str) -> Kept | None:
        path = self.folder.parent / "pier.jpg"
        path.write_bytes((self.folder.parent / "other.jpg").read_bytes())
        return super().find(name)


def test_a_photo_that_is_replaced_while_it_is_prepared_is_not_kept_under_the_name_of_the_other(tmp_path: Path) -> None:
    path = photo(tmp_path / "pier.jpg")
    photo(tmp_path / "other.jpg", (300, 200))
    undisturbed = prepare(path, (72, 48), SCREEN, Cache(tmp_path / "undisturbed")).read()
    assert prepare(path, (72, 48), SCREEN, Disturbed(tmp_path / "cache")).read() == undisturbed


def test_a_photo_that_is_replaced_while_it_is_packed_is_not_kept_under_the_name_of_the_other(tmp_path: Path) -> None:
    path = photo(tmp_path / "pier.jpg")
    own = Brand("Quillon Ferry")
    photo(tmp_path / "other.jpg", (300, 200))
    shown = read_photo(path).document
    undisturbed = photos.pack(shown, own, Cache(tmp_path / "undisturbed"))

    packed = photos.pack(shown, own, Disturbed(tmp_path / "cache"))
    assert packed.full.read() == undisturbed.full.read()
    assert packed.web.read() == undisturbed.web.read()

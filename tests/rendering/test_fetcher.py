from __future__ import annotations

from contextvars import Context
from pathlib import Path

import pytest

from presskit import gate
from presskit.rendering.cache import Cache
from presskit.rendering.fetcher import ConfinedFetcher, Reach, RefusedError


@pytest.fixture
def fetcher(tmp_path: Path) -> ConfinedFetcher:
    brand = tmp_path / "brand"
    brand.mkdir()
    (brand / "logo.svg").write_text("<svg/>", encoding="utf-8")
    (brand / "two words.svg").write_text("<svg/>", encoding="utf-8")
    (brand / "brand.toml").write_text("name = 'x'", encoding="utf-8")
    (tmp_path / "secret.svg").write_text("<svg>secret</svg>", encoding="utf-8")
    (brand / "link.svg").symlink_to(tmp_path / "secret.svg")
    picture = Cache(tmp_path / "cache").keep("prepared.jpg", b"jpeg")
    read = {path: path.read_bytes() for path in brand.iterdir()}
    return ConfinedFetcher(Reach(brand, {"picture:1": picture}, read))


@pytest.mark.parametrize(
    ("url", "mime"),
    [
        ("brand:logo.svg", "image/svg+xml"),
        ("brand:two%20words.svg", "image/svg+xml"),
        ("picture:1", "image/jpeg"),
        ("asset:fonts/amiri/Amiri-Regular.ttf", "font/ttf"),
    ],
)
def test_its_own_files_are_read(fetcher: ConfinedFetcher, url: str, mime: str) -> None:
    response = fetcher.fetch(url)
    assert response.content_type == mime
    assert response.read()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/logo.svg",
        "https://example.example/logo.svg",
        "ftp://example.example/logo.svg",
        "file:///etc/passwd",
        "data:image/svg+xml,<svg/>",
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:text/html;base64,PHN2Zy8+",
        "brand:../secret.svg",
        "brand:%2e%2e/secret.svg",
        "brand:/etc/passwd",
        "brand:link.svg",
        "brand:brand.toml",
        "brand:missing.svg",
        "asset:../pyproject.toml",
        "picture:2",
        "PICTURE:1",
        "logo.svg",
        "",
    ],
)
def test_everything_else_is_refused(fetcher: ConfinedFetcher, url: str, tmp_path: Path) -> None:
    def fetch_with_the_brand_open() -> None:
        with gate.opened(tmp_path / "brand"):
            fetcher.fetch(url)

    with pytest.raises(RefusedError):
        Context().run(fetch_with_the_brand_open)

"""What a search engine or a newsroom's system reads of a release: schema.org's NewsArticle as JSON-LD.

Source of the names: schema.org/NewsArticle (dateline), schema.org/CreativeWork (version, correction, inLanguage).
"""

from __future__ import annotations

from presskit.composing.languages import language
from presskit.composing.parts.parts import embargo_of, title_of
from presskit.composing.pictures.addresses import web_address
from presskit.model import Kit, Release


def news_article(kit: Kit, release: Release) -> dict[str, object]:
    """Return a release as a NewsArticle; what the release does not say is left out.

    An embargoed release is published at the embargo's moment. A withdrawn one has no text.
    """
    embargo = embargo_of(kit, release)
    correction = release.correction
    day = embargo.until.isoformat() if embargo else release.date.isoformat() if release.date else None
    body = "\n\n".join(block.text for block in release.body if block.kind != "figure")
    withdrawn = language(release.language).word("release_withdrawn")
    facts: dict[str, object | None] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title_of(release),
        "alternativeHeadline": release.subhead,
        "dateline": " ".join(release.dateline.text.split()) if release.dateline else None,
        "datePublished": day,
        "dateModified": correction.day.isoformat() if correction and correction.day else None,
        "inLanguage": release.language,
        "version": correction.version if correction else None,
        "correction": correction.note if correction else None,
        "creativeWorkStatus": correction.status if correction else None,
        "articleBody": withdrawn if release.is_withdrawn else body,
        "publisher": _organisation(kit),
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def _organisation(kit: Kit) -> dict[str, object]:
    return {
        "@type": "Organization",
        "name": kit.brand.name,
        **({"url": web_address(kit.brand.web)} if kit.brand.web else {}),
    }

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from presskit.errors import SourceError
from presskit.reading.formats.exports import read_export
from tests.support.reading import read_release

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/" '
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def item(title: str, text: str, *, kind: str = "post", status: str = "publish", more: str = "", number: int = 1) -> str:
    return (
        f"<item><title>{title}</title><link>https://example.org/{number}</link>"
        f"<pubDate>Thu, 04 Jun 2026 09:00:00 +0000</pubDate><category>News</category>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_date>2026-06-04 11:00:00</wp:post_date>"
        f"<wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status>{more}</item>"
    )


def wxr(path: Path, *items: str) -> Path:
    head = f"<?xml version='1.0'?><rss version='2.0' {SPACES}><channel><language>en-GB</language>"
    path.write_text(f"{head}<wp:wxr_version>1.2</wp:wxr_version>{''.join(items)}</channel></rss>", encoding="utf-8")
    return path


FERRY = "SALTMARSH, June 4, 2026 – The night ferry sails again tonight.\n\n“We kept the bell,” said Nell Farrow."


def test_published_posts_and_pages_only(tmp_path: Path) -> None:
    path = wxr(
        tmp_path / "export.xml",
        item("The ferry", FERRY),
        item("A draft", "secret one", status="draft"),
        item("Private", "secret two", status="private"),
        item("Later", "secret three", status="future"),
        item("Locked", "secret four", more="<wp:post_password>x</wp:post_password>"),
        item("A message", "secret five", kind="feedback"),
        item("About us", "We run ferries.", kind="page"),
    )
    export = read_export(path, path.read_bytes())
    assert [post.title for post in export.posts] == ["The ferry", "About us"]
    assert [post.kind for post in export.posts] == ["post", "page"]
    assert export.posts[0].day == date(2026, 6, 4)
    assert export.posts[0].categories == ("News",)
    assert export.language == "en-GB"
    assert export.passed_over == {
        "drafts": 1,
        "private posts": 1,
        "posts that are not published": 1,
        "posts behind a password": 1,
        "messages of visitors": 1,
    }
    assert "secret" not in repr(export.posts)


def test_empty_lines_are_paragraphs_and_inserts_are_listed(tmp_path: Path) -> None:
    path = wxr(
        tmp_path / "export.xml", item("The ferry", f"{FERRY}\n\n[contact-form to='x@example.org']\n\n[sic] stays")
    )
    [post] = read_export(path, path.read_bytes()).posts
    assert post.html.count("<p>") == 3
    assert "[sic] stays" in post.html
    assert [line.text for line in post.removed] == ["[contact-form to='x@example.org']"]


def test_captions_and_galleries_become_figures_with_their_words(tmp_path: Path) -> None:
    text = (
        '[caption id="a" width="300"]<a href="x"><img src="deck.jpg" alt="A deck" /></a> The deck at night[/caption]'
        '\n\n[gallery ids="7,8"]\n\n<!-- wp:paragraph --><p>End.</p><!-- /wp:paragraph -->'
    )
    picture = (
        "<item><title>Bell</title><excerpt:encoded><![CDATA[The bell of 1911]]></excerpt:encoded>"
        "<wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>"
        "<wp:attachment_url>https://example.org/bell.jpg</wp:attachment_url></item>"
    )
    path = wxr(tmp_path / "export.xml", item("The ferry", text), picture)
    export = read_export(path, path.read_bytes())
    [post] = export.posts
    assert '<figure><img src="deck.jpg" alt="A deck" /><figcaption>The deck at night</figcaption></figure>' in post.html
    assert '<img src="https://example.org/bell.jpg"><figcaption>The bell of 1911</figcaption>' in post.html
    assert "wp:" not in post.html
    assert export.passed_over == {"pictures and files": 1}


def test_a_feed_with_one_post_is_that_post(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Quay News</title><entry><title>The ferry sails</title>"
        "<published>2026-06-04T09:00:00Z</published><link href='https://example.org/1'/>"
        "<content type='html'>&lt;p&gt;SALTMARSH, June 4, 2026 – The ferry sails.&lt;/p&gt;</content></entry></feed>",
        encoding="utf-8",
    )
    release = read_release(path).document
    assert release.headline == "The ferry sails"
    assert release.date == date(2026, 6, 4)
    assert [block.text for block in release.body] == ["The ferry sails."]


def test_several_posts_are_a_choice_for_a_person(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read_release(wxr(tmp_path / "export.xml", item("One", FERRY), item("Two", FERRY, number=2)))
    [problem] = caught.value.problems
    assert problem.code == "s-026"
    assert "2 published posts" in problem.message
    assert "presskit import export.xml" in problem.hint


@pytest.mark.parametrize(
    "data",
    [
        b"<rss",
        b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><rss>&b;</rss>",
        b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY s SYSTEM 'file:///etc/hostname'>]><rss><item>&s;</item></rss>",
        b"<?xml version='1.0'?><recipe/>",
    ],
)
def test_what_is_no_feed_is_refused_in_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read_release(path)
    assert [problem.code for problem in caught.value.problems] == ["s-023"]

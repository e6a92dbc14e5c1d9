"""A blog's export or feed: published posts only, those that a person chose, each word in its file or listed."""

from __future__ import annotations

import json
import re
import sys
from io import StringIO
from pathlib import Path

import pytest

from presskit.errors import UsageError
from presskit.options import numbered
from presskit.reading.formats.exports import Post, read_export
from tests.conftest import Cli
from tests.reading.formats.test_exports import item, wxr
from tests.support.in_process import work_in_process
from tests.support.writing import photo, release, write_kit

SAILS = """SALTMARSH, June 4, 2026 – The night ferry sails again tonight, nine years after the storm took her sister.

“We kept the bell,” said Nell Farrow, the harbour master. “It will ring at nine.”

[contact-form to='x@quay.example']"""
BLOCKS = """<!-- wp:paragraph --><p>SALTMARSH, July 1, 2026 – The bell of 1911 hangs again above the quay.</p>
<!-- /wp:paragraph --><!-- wp:list --><ul><li>one bell</li><li>two ropes</li></ul><!-- /wp:list -->
<!-- wp:table --><figure class="wp-block-table"><table><tbody><tr><td>weight</td><td>90 kg</td></tr></tbody></table>
<figcaption>The bell in figures</figcaption></figure><!-- /wp:table -->
<!-- wp:image --><figure class="wp-block-image"><img src="https://quay.example/bell.jpg" alt="The bell"/>
<figcaption>The bell at dusk</figcaption></figure><!-- /wp:image -->
<!-- wp:quote --><blockquote class="wp-block-quote"><p>It sounds as it did.</p><cite>Nell Farrow</cite></blockquote>
<!-- /wp:quote -->"""
GALLERY = """HOLLOW, July 9, 2026 – Forty pictures of ferries hang in the old customs house of Port Hollow until spring.

[caption id="a" width="300"]<img src="https://quay.example/deck.jpg" alt="" /> The deck at night[/caption]

[gallery ids="90"]

Share this:"""
PICTURE = (
    "<item><title>Hull</title><excerpt:encoded><![CDATA[The hull of 1911]]></excerpt:encoded>"
    "<wp:post_id>90</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>"
    "<wp:attachment_url>https://quay.example/hull.jpg</wp:attachment_url></item>"
)
HIDDEN = {"draft": "moonstone", "private": "tourmaline", "future": "chrysolite", "pending": "peridot"}


@pytest.fixture(autouse=True)
def _in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    work_in_process(monkeypatch)


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    hidden = [item(f"A {word}", f"{word} words", status=status, number=50) for status, word in HIDDEN.items()]
    return wxr(
        tmp_path / "blog.xml",
        item("The night ferry sails again", SAILS),
        *hidden,
        item("The bell is back", BLOCKS, number=2).replace("2026-06-04 11", "2026-07-01 11").replace("News", "Bells"),
        item("Forty ferries in pictures", GALLERY, number=3).replace("2026-06-04 11", "2026-07-09 11"),
        item("Locked", "alexandrite words", more="<wp:post_password>x</wp:post_password>"),
        item("A message", "rhodonite words", kind="feedback"),
        item("About us", "The Quay Society is a charity that looks after the old harbour of Saltmarsh.", kind="page"),
        PICTURE,
    )


def texts(kit: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(kit.rglob("*.md"))}


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def answering(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))


def test_published_posts_and_pages_only(cli: Cli, blog: Path, tmp_path: Path) -> None:
    done = cli("import", blog, "--into", tmp_path / "kit", "--all")
    assert done.code == 0, done.err
    assert list(texts(tmp_path / "kit")) == [
        "boilerplate.md",
        "2026-06-04-the-night-ferry-sails-again.md",
        "2026-07-01-the-bell-is-back.md",
        "2026-07-09-forty-ferries-in-pictures.md",
    ]
    written = "".join(texts(tmp_path / "kit").values()) + done.out
    for word in (*HIDDEN.values(), "alexandrite", "rhodonite"):
        assert word not in written


def test_each_post_states_headline_day_and_language(cli: Cli, blog: Path, tmp_path: Path) -> None:
    cli("import", blog, "--into", tmp_path / "kit", "--all")
    text = texts(tmp_path / "kit")["2026-07-01-the-bell-is-back.md"]
    assert text.startswith('---\nheadline: "The bell is back"\ndate: 2026-07-01\nlanguage: en-GB\n')


def test_what_is_kept_and_what_is_left_out_is_what_was_read(cli: Cli, blog: Path, tmp_path: Path) -> None:
    done = cli("import", blog, "--into", tmp_path / "kit", "--all", "--json")
    told = json.loads(done.out)
    for post, text in zip(read_export(blog, blog.read_bytes()).posts, told["texts"], strict=True):
        kept = Path(text["file"]).read_text(encoding="utf-8") + " ".join(cut["text"] for cut in text["removed"])
        read = re.sub(r"<[^>]*>", " ", post.html) + " ".join(re.findall(r'(?:alt|src)="([^"]*)"', post.html))
        read += f" {post.title} " + " ".join(cut.text for cut in post.removed)
        assert set(re.findall(r"\w+", read)) - set(re.findall(r"\w+", kept)) == set()


def test_what_was_left_out_is_told_with_its_reason(cli: Cli, blog: Path, tmp_path: Path) -> None:
    done = cli("import", blog, "--into", tmp_path / "kit", "--all")
    assert "[contact-form to='x@quay.example'] (an insert of the blog that only the blog can show)" in done.out
    assert "https://quay.example/hull.jpg (a picture that was not saved with the page)" in done.out
    assert "Share this: (share buttons)" in done.out
    assert "The hull of 1911" in texts(tmp_path / "kit")["2026-07-09-forty-ferries-in-pictures.md"]


def test_importing_the_posts_again_changes_nothing(cli: Cli, blog: Path, tmp_path: Path) -> None:
    cli("import", blog, "--into", tmp_path / "kit", "--all")
    before = texts(tmp_path / "kit")
    assert "Nothing new to import." in cli("import", blog, "--into", tmp_path / "kit", "--all").out
    cli("import", tmp_path / "kit", "--into", tmp_path / "two")
    assert texts(tmp_path / "two") == before
    assert texts(tmp_path / "kit") == before


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (("--since", "2026-07-01"), ["2026-07-01", "2026-07-09"]),
        (("--category", "bells"), ["2026-07-01"]),
        (("--since", "2026-06-05", "--category", "News"), ["2026-07-09"]),
        (("--category", "Nothing"), []),
    ],
)
def test_posts_are_chosen_by_day_and_category(
    cli: Cli, blog: Path, tmp_path: Path, words: tuple[str, ...], days: list[str]
) -> None:
    done = cli("import", blog, "--into", tmp_path / "kit", *words)
    assert done.code == 0
    assert [name[:10] for name in texts(tmp_path / "kit")] == days


def test_without_a_terminal_the_posts_are_listed_and_nothing_is_imported(
    cli: Cli, blog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("all\n"))
    done = cli("import", blog, "--into", tmp_path / "kit")
    assert done.code == 2
    assert "  2  2026-07-01  The bell is back (Bells)" in done.out
    assert "  4  2026-06-04  About us (page, News)" in done.out
    assert "drafts (2), private posts (1)" in done.out
    assert "--all" in done.err
    assert not (tmp_path / "kit").exists()


def test_json_lists_the_posts(cli: Cli, blog: Path, tmp_path: Path) -> None:
    done = cli("import", blog, "--into", tmp_path / "kit", "--json")
    assert done.code == 2
    assert [post["title"] for post in json.loads(done.out)["posts"]][:2] == [
        "The night ferry sails again",
        "The bell is back",
    ]


def test_on_a_terminal_a_person_is_asked(cli: Cli, blog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "7", "2-3")
    done = cli("import", blog, "--into", tmp_path / "kit")
    assert done.code == 0, done.err
    assert "Which ones?" in done.out + done.err
    assert "“7” names none of the posts" in done.out + done.err
    assert [name[:10] for name in texts(tmp_path / "kit")] == ["2026-07-01", "2026-07-09"]


def test_an_empty_answer_imports_nothing(cli: Cli, blog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "")
    done = cli("import", blog, "--into", tmp_path / "kit")
    assert done.code == 0
    assert "Nothing new to import." in done.out
    assert not (tmp_path / "kit").exists()


@pytest.mark.parametrize(
    ("answer", "places"),
    [("all", "abcde"), ("ALL ", "abcde"), ("", ""), ("2", "b"), ("1-3, 5", "abce"), ("4 2", "bd"), ("2 – 3", "bc")],
)
def test_an_answer_names_posts(answer: str, places: str) -> None:
    posts = [Post(name, "") for name in "abcde"]
    assert "".join(post.title for post in numbered(posts, answer, "posts")) == places


@pytest.mark.parametrize("answer", ["6", "0", "3-2", "yes", "1-", "1-9", "-1", "1.5"])
def test_an_answer_that_names_none_is_asked_again(answer: str) -> None:
    with pytest.raises(UsageError):
        numbered([Post(name, "") for name in "abcde"], answer, "posts")


def test_a_feed_with_one_post_is_that_post(cli: Cli, tmp_path: Path) -> None:
    feed = wxr(tmp_path / "feed.xml", item("The night ferry sails again", SAILS))
    assert cli("import", feed, "--into", tmp_path / "kit").code == 0
    assert list(texts(tmp_path / "kit")) == ["2026-06-04-the-night-ferry-sails-again.md"]


def test_two_posts_of_one_name_both_get_a_file(cli: Cli, tmp_path: Path) -> None:
    feed = wxr(tmp_path / "feed.xml", item("The ferry", SAILS), item("The ferry", GALLERY, number=2))
    done = cli("import", feed, "--into", tmp_path / "kit", "--all")
    assert list(texts(tmp_path / "kit")) == ["2026-06-04-the-ferry-2.md", "2026-06-04-the-ferry.md"]
    assert "another text is 2026-06-04-the-ferry.md, and stays as it is" in done.out


def test_pictures_beside_an_export_go_along(cli: Cli, tmp_path: Path) -> None:
    photo(tmp_path / "deck.jpg")
    feed = wxr(tmp_path / "feed.xml", item("The ferry", f'{SAILS}\n\n<img src="deck.jpg" alt="The deck" />'))
    assert cli("import", feed, "--into", tmp_path / "kit").code == 0
    [picture] = (tmp_path / "kit/releases").glob("*-picture-*.jpg")
    assert f"![The deck](<{picture.name}>)" in texts(tmp_path / "kit")["2026-06-04-the-ferry.md"]


def test_the_options_of_a_blog_go_with_a_blog(cli: Cli, tmp_path: Path) -> None:
    text = write_kit(tmp_path, {"a.md": release()}) / "a.md"
    done = cli("import", text, "--into", tmp_path / "kit", "--all")
    assert done.code == 2
    assert "a.md is no export or feed of a blog" in done.err
    done = cli("import", text, "--into", tmp_path / "kit", "--since", "May")
    assert done.code == 2
    assert "--since May is no day" in done.err


def test_a_folder_that_holds_an_export_is_built_without_its_posts(cli: Cli, blog: Path, tmp_path: Path) -> None:
    write_kit(tmp_path, {"a.md": release()})
    done = cli("build", tmp_path, "-o", tmp_path.parent / f"{tmp_path.name}.txt")
    assert done.code == 0, done.err
    assert "presskit import blog.xml --into my-kit" in done.out
    words = (tmp_path.parent / f"{tmp_path.name}.txt").read_text(encoding="utf-8")
    assert "night ferry" not in words
    imported = cli("import", tmp_path, "--into", tmp_path / "new")
    assert "presskit import blog.xml --into my-kit" in imported.out
    assert len(texts(tmp_path / "new")) == 1

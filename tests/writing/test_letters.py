"""What a mail says: the newest release in full, the rest of the kit by its titles."""

from __future__ import annotations

import colorsys
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from lxml import html

from presskit.checking.words import Said, check_disclosure, check_words, page_text
from presskit.composing.languages import language
from presskit.composing.look.colour import contrast
from presskit.composing.wording.directions import LRM
from presskit.composing.wording.salutations import Salutation
from presskit.making.build import read_kit
from presskit.making.orders import BuildOrder
from presskit.model import Block, Brand, Contact, Correction, Embargo, Kit, Photo, PhotoSheet, Release, Sheet
from presskit.sorting.sources import find_sources
from presskit.writing.mails.letters import NOTE, SALUTATION, Enclosed, lead_of, write_letter
from presskit.writing.mails.mail import draft
from tests.conftest import EXAMPLE, ROOT
from tests.support.in_process import InProcess
from tests.support.mail_rules import broken_rules

ROWS = "<tr><th>Pier</th><th>Boats</th></tr><tr><td>Lerne</td><td>4</td></tr>"
BODY = (
    Block("paragraph", "Read the plan.", 'Read <a href="https://quillon.example/plan">the plan</a>.'),
    Block("table", "Pier\tBoats\nLerne\t4", f"<table>{ROWS}</table>"),
)
NEWEST = Release(Path("a.md"), "a", "en", "Ferry stops at nine islands", date=date(2026, 5, 12), body=BODY)
FRENCH = Release(Path("b.md"), "b", "fr", "Le bac dessert neuf îles")
OLDER = Release(Path("c.md"), "c", "en", "Winter timetable")
FACTS = Sheet(Path("f.md"), "f", "en", "The ferry in figures")
PHOTOS = PhotoSheet("photos", "en", (Photo(Path("quay.jpg"), 3000, 2000),))
UNTIL = Embargo(datetime(2026, 5, 13, 9, tzinfo=UTC), "Europe/London")
FIXED = Correction("corrected", 2, "There are nine islands, not eight.", date(2026, 5, 14))


def kit(*documents: Release | Sheet | PhotoSheet) -> Kit:
    brand = Brand("Quillon Ferry", disclosure="Invented.", contacts=())
    return Kit("The ferry", brand, "en", Path(), documents, contacts=(Contact("Ada Thorn", phone="202 555 0143"),))


def text_of(page: str) -> str:
    return " ".join(html.document_fromstring(page).body.text_content().split())


def test_the_newest_release_leads_and_the_others_are_named() -> None:
    whole = kit(NEWEST, OLDER, FACTS, PHOTOS)
    letter = write_letter(whole, lead_of(whole), [Enclosed("kit.pdf", 1_250_000, "The kit")], corrected=False)
    assert letter.subject == "Ferry stops at nine islands"
    assert letter.text.startswith(f"{SALUTATION}\n\n{NOTE}\n\nFerry stops at nine islands\n\n")
    assert letter.text.endswith(
        "Also in this kit:\n- Press release: Winter timetable\n- Factsheet: The ferry in figures\n"
        "- Photo sheet: 1 photo\n\nAttached:\n- kit.pdf: 1.2 MB, The kit\n"
    )


def test_text_and_html_say_the_same_words() -> None:
    whole = replace(kit(replace(NEWEST, correction=FIXED), OLDER), download="https://quillon.example/press")
    letter = write_letter(whole, lead_of(whole), (), corrected=True)
    told = text_of(letter.html)
    for word in letter.text.replace(" (https://quillon.example/plan)", "").replace(":", "").lower().split():
        assert word.strip("-") in told.replace(":", "").lower(), word


def test_html_holds_no_picture_no_script_and_nothing_from_elsewhere() -> None:
    whole = kit(NEWEST)
    root = html.document_fromstring(write_letter(whole, NEWEST, (), corrected=False).html)
    assert not root.xpath("//img|//script|//link|//style|//*[@src]|//*[@background]")
    assert root.xpath("//a/@href") == ["https://quillon.example/plan"]


@pytest.mark.parametrize(
    ("code", "expected"), [("", NEWEST), ("en", NEWEST), ("fr", FRENCH), ("fr-CA", FRENCH), ("ar", NEWEST)]
)
def test_a_reader_gets_the_release_in_their_language_where_there_is_one(code: str, expected: Release) -> None:
    assert lead_of(kit(NEWEST, FRENCH, FACTS), code) is expected


def test_a_kit_without_releases_leads_with_its_first_document() -> None:
    letter = write_letter(kit(FACTS), lead_of(kit(FACTS)), (), corrected=False)
    assert letter.subject == "The ferry"
    assert "The ferry in figures" in letter.text
    assert "The ferry in figures" in text_of(letter.html)


def test_arabic_is_written_from_right_to_left() -> None:
    arabic = Release(Path("d.md"), "d", "ar", "العبارة تصل إلى تسع جزر")
    root = html.document_fromstring(write_letter(kit(arabic), arabic, (), corrected=False).html)
    assert [(one.get("lang"), one.get("dir")) for one in root.body] == [("ar", "rtl")]


@pytest.mark.parametrize(
    ("changes", "subject"),
    [
        ({"embargo": UNTIL}, "EMBARGOED: Ferry stops at nine islands"),
        ({"correction": FIXED}, "CORRECTED: Ferry stops at nine islands"),
        ({"correction": Correction("updated", 2)}, "UPDATED: Ferry stops at nine islands"),
        ({"correction": Correction("withdrawn")}, "WITHDRAWN: Ferry stops at nine islands"),
        ({"correction": FIXED, "embargo": UNTIL}, "CORRECTED, EMBARGOED: Ferry stops at nine islands"),
    ],
)
def test_what_is_so_stands_in_front_of_the_subject(changes: dict[str, object], subject: str) -> None:
    whole = replace(kit(NEWEST), **changes)  # type: ignore[arg-type]
    assert write_letter(whole, NEWEST, (), corrected=False).subject == subject


def test_in_each_language() -> None:
    whole = replace(kit(FRENCH), embargo=UNTIL)
    assert write_letter(whole, FRENCH, (), corrected=False).subject == "SOUS EMBARGO : Le bac dessert neuf îles"


def test_an_embargoed_release_among_others_is_told_with_its_time() -> None:
    later = replace(OLDER, embargo=UNTIL)
    whole = replace(kit(replace(NEWEST, embargo=replace(UNTIL, zone="Europe/Paris")), later), embargo=UNTIL)
    text = write_letter(whole, whole.releases[0], (), corrected=False).text
    assert "- Press release: Winter timetable (Embargoed until May 13, 2026, 9:00 a.m. (Europe/London))" in text


def test_a_mail_about_a_correction_begins_with_it() -> None:
    whole = kit(OLDER, replace(NEWEST, correction=FIXED))
    lead = lead_of(whole, corrected=True)
    letter = write_letter(whole, lead, (), corrected=True)
    first = (
        f"{SALUTATION}\n\n{NOTE}\n\nCORRECTED, May 14, 2026\nThere are nine islands, not eight.\n"
        "Please use this version. It replaces the one we sent you before.\n\n"
    )
    assert letter.text.startswith(first)
    assert text_of(letter.html).startswith(
        f"{SALUTATION} {NOTE} Corrected, May 14, 2026There are nine islands, not eight.Please use"
    )


def test_a_correction_of_the_kit_stands_above_the_release() -> None:
    whole = replace(kit(NEWEST), correction=FIXED)
    letter = write_letter(whole, NEWEST, (), corrected=False)
    assert letter.text.startswith(
        f"{SALUTATION}\n\n{NOTE}\n\nCORRECTED, May 14, 2026\nThere are nine islands, not eight.\n\n"
    )


def test_a_withdrawn_kit_says_so_and_no_more() -> None:
    whole = replace(kit(), correction=Correction("withdrawn", note="The route was never opened."))
    letter = write_letter(whole, lead_of(whole), (), corrected=True)
    assert letter.subject == "WITHDRAWN: The ferry"
    assert "The route was never opened." in letter.text
    assert "replaces the one" not in letter.text


def test_each_passage_in_another_language_says_so() -> None:
    arabic = Release(Path("d.md"), "d", "ar", "العبارة تصل إلى تسع جزر")
    about = (Block("paragraph", "Founded in 1968.", "Founded in 1968."),)
    whole = replace(kit(arabic, NEWEST), boilerplates=(about,), boilerplate_languages=("en",))
    root = html.document_fromstring(write_letter(whole, arabic, (), corrected=False).html)
    above = "/ancestor-or-self::*[@lang][1]/@lang"
    for words, code in (("Founded", "en"), ("Ferry stops", "en"), ("العبارة", "ar")):
        assert root.xpath(f"//body//*[contains(text(), '{words}')]{above}") == [code], words


def test_subjects_and_names_hold_no_marks_of_direction() -> None:
    arabic = Release(Path("d.md"), "d", "ar", "الخط 0522-123456 يعود")
    letter = write_letter(kit(arabic), arabic, (), corrected=False)
    assert letter.subject == arabic.headline
    assert f"{LRM}0522-123456{LRM}" in letter.text


@pytest.mark.parametrize("folder", [EXAMPLE, ROOT / "tests/kits/three-languages"], ids=lambda path: path.name)
def test_a_mail_holds_only_what_mail_programs_understand(folder: Path) -> None:
    whole = read_kit(InProcess(), BuildOrder((folder,)), find_sources((folder,))).kit  # type: ignore[arg-type]
    for release in whole.releases:
        letter = write_letter(whole, release, [Enclosed("kit.pdf", 1_250_000, "The kit")], corrected=False)
        message = message_from_bytes(draft(letter, Salutation("Dear Ada,", language("en"))), policy=default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("html",))
        assert body
        assert broken_rules(body.get_content()) == []


@pytest.mark.parametrize(
    "page",
    [
        '<html lang="ar" dir="rtl"><body><p>عبارة</p></body></html>',
        '<div lang="ar" dir="rtl"><p>a <bdi>b</bdi></p></div>',
        '<html><head><style>p { color: red }</style></head><body><div lang="en" dir="ltr">a</div></body></html>',
        '<div lang="en" dir="ltr"><p dir="auto">a</p></div>',
        '<div lang="en" dir="ltr"><p style="color: red; direction: rtl">a</p></div>',
        '<div lang="en" dir="ltr"><p style="text-align: start">a</p></div>',
        '<div lang="en" dir="ltr"><p>a</p></div><p>b</p>',
        '<div lang="en" dir="ltr"><img src="a.png" alt="">a</div>',
        '<div lang="en" dir="ltr"><p style="font-size: 1rem">a</p></div>',
        '<div lang="en" dir="ltr"><p style="margin: -4px 0">a</p></div>',
        '<div lang="en" dir="ltr"><p style="background: url(a.png)">a</p></div>',
        '<div lang="en" dir="ltr"><div style="width: 100%">a</div></div>',
        '<div lang="en" dir="ltr"><p style="border-left: 12px solid #112233">a</p></div>',
        '<div lang="en" dir="ltr"><a dir="ltr" href="https://a.example">a</a></div>',
        '<div lang="en" dir="ltr"><ol reversed><li>a</li></ol></div>',
    ],
)
def test_what_they_do_not_understand_is_seen(page: str) -> None:
    assert broken_rules(page)


def inverted(colour: str) -> str:
    """Return a colour as mail programs turn it round for a dark screen: as light as it was dark."""
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    channels = colorsys.hls_to_rgb(hue, 1 - light, saturation)
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in channels)


@pytest.mark.parametrize("brand", ["#12355b", "#b3262e", "#e8b923", "#2b6e46", "#6a2a77", "#ffffff", "#158a8c"])
def test_words_can_be_read_on_a_dark_screen(brand: str) -> None:
    whole = kit(replace(NEWEST, correction=FIXED), OLDER)
    whole = replace(whole, brand=replace(whole.brand, brand=brand), embargo=UNTIL)
    page = write_letter(whole, whole.releases[0], (), corrected=True).html
    pairs = {
        (nearest("color", one), nearest("background", one)) for one in html.document_fromstring(page).body.iter("*")
    }
    assert len(pairs) >= 3
    for colour, ground in pairs:
        assert contrast(colour, ground) >= 4.5
        assert contrast(inverted(colour), inverted(ground)) >= 4.5


def nearest(name: str, element: html.HtmlElement) -> str:
    """Return what an element's style, or that of the nearest around it, says; black on white where none does."""
    for one in (element, *element.iterancestors()):
        if found := re.search(rf"(?<![-\w]){name}: (#[0-9a-f]{{6}})", one.get("style", "")):
            return found[1]
    return {"color": "#000000", "background": "#ffffff"}[name]


def test_the_salutation_is_in_its_own_language_and_is_nothing_but_words() -> None:
    letter = write_letter(kit(NEWEST), NEWEST, (), corrected=False)
    page = letter.html_for(Salutation("Bonjour <b>Ada</b>,", language("fr")))
    assert '<span lang="fr" dir="ltr">Bonjour &lt;b&gt;Ada&lt;/b&gt;,</span>' in page
    assert SALUTATION not in page


@pytest.mark.parametrize("folder", [EXAMPLE, ROOT / "tests/kits/three-languages"], ids=lambda path: path.name)
def test_a_mail_says_what_the_kit_says_word_for_word(folder: Path) -> None:
    whole = read_kit(InProcess(), BuildOrder((folder,)), find_sources((folder,))).kit  # type: ignore[arg-type]
    for release in whole.releases:
        letter = write_letter(whole, release, (), corrected=False)
        for text in (letter.text, page_text(letter.html.encode())):
            said = Said(text)
            assert [*check_words(whole, release, said, "mail"), *check_disclosure(whole, said, "mail")] == []

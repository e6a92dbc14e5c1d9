from __future__ import annotations

import pytest

from presskit.reading.cues.addresses import impossible_in

REGIONS = ("US", "CA", "GB", "FR", "DE", "MA", "ES")


def told(text: str, region: str = "US") -> list[str]:
    return [one.words for one in impossible_in(text, region)]


@pytest.mark.parametrize(
    ("text", "region", "words"),
    [
        ("CONTACT: Ona Brill, 202-555-014", "US", "202-555-014"),
        ("CONTACT: Ona Brill, (202) 555-01433", "US", "(202) 555-01433"),
        ("Phone: 202.555.01", "CA", "202.555.01"),
        ("CONTACT: Ona Brill, +1 202 555 01433 77", "FR", "+1 202 555 01433 77"),
        ("Tel: +33 1 23 45 67", "US", "+33 1 23 45 67"),
        ("Tel: +999 1234567", "GB", "+999 1234567"),
        ("Tél. : 01 23 45 67 8", "FR", "01 23 45 67 8"),
        ("هاتف: +212 522 00000", "MA", "+212 522 00000"),
        ("CONTACT: Ona Brill, press@quay", "US", "press@quay"),
        ("E-mail: press@quay", "US", "press@quay"),
        ("CONTACT: Ona Brill, press@@quay.example", "US", "press@@quay.example"),
        ("Write to press@quay..example for more.", "US", "press@quay..example"),
        ("Write to press@quay,example for more.", "US", "press@quay,example"),
        ("Write to press@quay.con, or ring.", "US", "press@quay.con"),
        ("CONTACT: Ona Brill, onabrill@gmial.com", "US", "onabrill@gmial.com"),
        ("The timetable stands at www.quay, on page 4.", "US", "www.quay"),
        ("It stands at http//quay.example.", "US", "http//quay.example"),
        ("It stands at https:/quay.example/ferry", "US", "https:/quay.example/ferry"),
        ("It stands at htpp://quay.example", "US", "htpp://quay.example"),
        ("It stands at htps://quay.example", "US", "htps://quay.example"),
        ("It stands at htttps://quay.example/a", "US", "htttps://quay.example/a"),
        ("It stands at wwww.quay.example", "US", "wwww.quay.example"),
        ("It stands at ww.quay.example", "US", "ww.quay.example"),
        ("It stands at https:// quay.example.", "US", "https://"),
        ("Write to ada@ quay.example.", "US", "ada@"),
        ("It stands at https://https://quay.example", "US", "https://https://quay.example"),
        ("It stands at www.quay..example", "US", "www.quay..example"),
        ("It stands at www,quay.example", "US", "www,quay.example"),
    ],
)
def test_what_cannot_be_is_quoted(text: str, region: str, words: str) -> None:
    assert told(text, region) == [words]


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize(
    "text",
    [
        "CONTACT: Ona Brill, 202-555-0143, ona@quay.example",
        "CONTACT: Ona Brill, (202) 555-0143 or 202.555.0144",
        "Contact: Ada Thorn 202-555-0143 x 5",
        "Contact: Ada, 555-0143",
        "Phone: +1 (202) 555-0143, ext. 1234",
        "Tel: 1-800-555-0143",
        "Tel: +44 (0)20 7946 0000 (9-5)",
        "Tel: 00 44 20 7946 0000",
        "Tel: +49 (0) 30 1234-56",
        "Tel: +49 30 123456-78/79",
        "Tel: +33 1 23 45 67 89 / 01 23 45 67 90",
        "Tel: +33 1 23 45 67 89 - 06 12 34 56 78",
        "Tel: +7 (495) 123-45-67",
        "Tel: +43 1 12345",
        "Tel: +52 1 55 1234 5678",
        "هاتف: +212 522 000000",
        "WhatsApp: +212612345678",
        "Tél. : 3639",
        "Contact: 12-14 May 2026, 10.00-18.00, 2026-05-12",
        "Contact: SIRET 123 456 789 00012",
        "More than +1 000 000 euros, or 12345 67890 votes",
        "press@quay.example,ona@quay.example; ada@quay.example.",
        "Live@Quay and Music@Night, on @quay and Instagram:@quay, @quay@sea.example",
        "https://sea.example/@quay and git@sea.example:quay/boats",
        "www.quay.example, WWW.QUAY.EXAMPLE/a..b, https://quay.example/a,b and http://localhost",
        "[email protected] and press(at)quay.example, press [at] quay.example",
        "The https protocol, HTTP/2, www and e.g.,nothing",
    ],
)
def test_what_may_be_right_is_not(text: str, region: str) -> None:
    assert told(text, region) == []

from __future__ import annotations

import pytest

from presskit.composing.pictures.addresses import tel_address
from presskit.model import Block, Contact
from presskit.reading.cues.columns import divide_columns, read_columns
from presskit.reading.cues.contacts import contact_in_sentence, label_end, merge, read_contacts


def lines(*texts: str) -> list[Block]:
    return [Block("paragraph", text, text, number) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("source", "contact"),
    [
        (["CONTACT:  Ada M. Thorn, 202.555.0143"], Contact("Ada M. Thorn", phone="202.555.0143", line=1)),
        (["Contact: Ada Thorn, 202/555-0143."], Contact("Ada Thorn", phone="202/555-0143", line=1)),
        (["Contact Ada Thorn at (202) 555-0143"], Contact("Ada Thorn", phone="(202) 555-0143", line=1)),
        (["Prepared by Ada Thorn (ada@kelp.example)"], Contact("Ada Thorn", email="ada@kelp.example", line=1)),
        (
            [
                "Media contact",
                "Ada Thorn",
                "Press Officer",
                "Kelp Trust",
                "Tel: +1 202 555 0143",
                "Email: ada@kelp.example",
            ],
            Contact("Ada Thorn", "Press Officer, Kelp Trust", "ada@kelp.example", "+1 202 555 0143", line=2),
        ),
        (
            ["Press contact: Ada Thorn", "Monday to Friday, 9 to 5", "555-555-0143", "After hours: 555-555-0199"],
            Contact("Ada Thorn", None, None, "555-555-0143", "Monday to Friday, 9 to 5", "555-555-0199", line=1),
        ),
        (["Press contact:", "press@kelp.example"], Contact("", email="press@kelp.example", line=2)),
        (["Contact presse : Ada Thorn, +212 5 55 01 43 00"], Contact("Ada Thorn", phone="+212 5 55 01 43 00", line=1)),
        (["للتواصل: آدا ثورن، +212 555 014 300"], Contact("آدا ثورن", phone="+212 555 014 300", line=1)),
        (["Contact: Ada Thorn, [email protected]"], Contact("Ada Thorn", email="[email protected]", line=1)),
        (["Contact: Ada Thorn, fax: 202-555-0100"], Contact("Ada Thorn", more="fax: 202-555-0100", line=1)),
    ],
)
def test_one_contact(source: list[str], contact: Contact) -> None:
    assert read_contacts(lines(*source), "US") == (contact,)


ADA = "Contact: Ada Thorn"


@pytest.mark.parametrize(
    ("source", "phone", "after", "more"),
    [
        ([ADA, "T +1 202 555 0143", "F +1 202 555 0144"], "+1 202 555 0143", None, "F +1 202 555 0144"),
        ([ADA, "M: +1 202 555 0145", "T: +1 202 555 0143"], "+1 202 555 0143", None, "M: +1 202 555 0145"),
        ([f"{ADA} | Fax 202-555-0144 | Tel. 202-555-0143"], "202-555-0143", None, "Fax 202-555-0144"),
        ([f"{ADA} – Mobile/WhatsApp: +1 202 555 0143"], "+1 202 555 0143", None, "Mobile/WhatsApp"),
        ([f"{ADA}, Tel. & Signal: +1 202 555 0143"], "+1 202 555 0143", None, "Tel. & Signal"),
        ([f"{ADA}, 202-555-0143, 202-555-0188"], "202-555-0143", None, "202-555-0188"),
        (
            [ADA, "202-555-0143", "Mobile 202-555-0145", "Out of hours: 202-555-0199"],
            "202-555-0143",
            "202-555-0199",
            "Mobile 202-555-0145",
        ),
        ([ADA, "202-555-0143", "www.kelp.example"], "202-555-0143", None, "www.kelp.example"),
        ([ADA, "202-555-0143", "Skype: ada.thorn"], "202-555-0143", None, "Skype: ada.thorn"),
        ([f"{ADA}, Tel.: 030/901820-15, Fax: -16"], "030/901820-15", None, "Fax: -16"),
        ([f"{ADA}, Tel. 0431 / 90 18 20 - 15"], "0431 / 90 18 20 - 15", None, None),
        ([f"{ADA}, Mobile: 06 12 34 56 78"], "06 12 34 56 78", None, "Mobile"),
        ([ADA, "Móvil: 612 34 56 78", "Tfno.: 91 123 45 67"], "91 123 45 67", None, "Móvil: 612 34 56 78"),
        ([ADA, "Tél. : 01 23 45 67 89", "Port. : 06 12 34 56 78"], "01 23 45 67 89", None, "Port. : 06 12 34 56 78"),
        ([ADA, "O: 202-555-0143", "C: 202-555-0145"], "202-555-0143", None, "C: 202-555-0145"),
        ([f"{ADA}, 202-555-0143 (office), 202-555-0145 (cell)"], "202-555-0143", None, "cell: 202-555-0145"),
        ([f"{ADA}, 202-555-0143, 202-555-0199 (evenings and weekends)"], "202-555-0143", "202-555-0199", None),
        (
            [ADA, "202-555-0143", "Newsdesk: 202-555-0188", "X: @kelp"],
            "202-555-0143",
            None,
            "Newsdesk: 202-555-0188, X: @kelp",
        ),
        ([ADA, "direct 202-555-0143", "switchboard 202-555-0100"], "202-555-0143", None, "switchboard 202-555-0100"),
        ([ADA, "24/7: 202-555-0145"], "202-555-0145", None, "24/7"),
        ([ADA, "T 202-555-0143", "W: kelp.example"], "202-555-0143", None, "W: kelp.example"),
    ],
)
def test_each_number_is_what_its_label_says(source: list[str], phone: str, after: str | None, more: str | None) -> None:
    (found,) = read_contacts(lines(*source), "US")
    assert (found.name, found.role) == ("Ada Thorn", None)
    assert (found.phone, found.after_hours, found.more) == (phone, after, more)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Contact: Ada Thorn (she/her), Director, 202-555-0143", "(she/her), Director"),
        ("Kontakt: Ada Thorn (sie/ihr), Presse/Medien, 202-555-0143", "(sie/ihr), Presse/Medien"),
        ("Contact: Ada Thorn/Press office/202-555-0143", "Press office"),
        ("Contact: Ada Thorn, Head of Press: 202-555-0143", "Head of Press"),
    ],
)
def test_what_stands_with_a_stroke_stays_as_it_is_written(text: str, role: str) -> None:
    (found,) = read_contacts(lines(text), "US")
    assert (found.name, found.role, found.phone) == ("Ada Thorn", role, "202-555-0143")


def test_an_office_below_a_person_is_a_contact_of_its_own() -> None:
    found = read_contacts(
        lines(
            "Contact:",
            "Ada Thorn (EN), 202-555-0143, ada@kelp.example",
            "Press office, 202-555-0140, press@kelp.example",
        ),
        "US",
    )
    assert [(one.name, one.role, one.phone, one.email) for one in found] == [
        ("Ada Thorn", "EN", "202-555-0143", "ada@kelp.example"),
        ("", "Press office", "202-555-0140", "press@kelp.example"),
    ]


@pytest.mark.parametrize("gap", ["\t", "          "])
def test_people_side_by_side_keep_what_stands_below_them(gap: str) -> None:
    rows = [
        ("Contact:", "Ada Thorn", "Ivo Marsh"),
        ("Head of Press", "Partnerships"),
        ("202-555-0143", "202-555-0188"),
        ("ada@kelp.example", "ivo@kelp.example"),
    ]
    inner = read_columns([*enumerate(map(gap.join, rows), start=1)])
    assert read_contacts([Block("paragraph", text, text, number) for number, text in inner], "US") == (
        Contact("Ada Thorn", "Head of Press", "ada@kelp.example", "202-555-0143", line=1),
        Contact("Ivo Marsh", "Partnerships", "ivo@kelp.example", "202-555-0188", line=1),
    )
    paragraphs = [Block("paragraph", text, text, number) for number, text in enumerate(map("\t".join, rows), start=1)]
    found = read_contacts([*divide_columns(paragraphs)], "US")
    assert [(one.name, one.role, one.phone) for one in found] == [
        ("Ada Thorn", "Head of Press", "202-555-0143"),
        ("Ivo Marsh", "Partnerships", "202-555-0188"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        ["Contact: Ada Thorn 202-555-0143 Ivo Marsh 202-555-0144"],
        ["Contacts:", "Ada Thorn, 202-555-0143", "Ivo Marsh, 202-555-0144"],
        ["Contacts:", "Ada Thorn", "202-555-0143", "Ivo Marsh", "202-555-0144"],
        ["Contact: Ada Thorn, 202-555-0143; Ivo Marsh, 202-555-0144"],
    ],
)
def test_two_contacts(source: list[str]) -> None:
    found = [(contact.name, contact.phone) for contact in read_contacts(lines(*source), "US")]
    assert found == [("Ada Thorn", "202-555-0143"), ("Ivo Marsh", "202-555-0144")]


@pytest.mark.parametrize(
    "text",
    [
        "Contact:",
        "CONTACT",
        "Media Contact",
        "Press Contacts:",
        "For more information:",
        "Media inquiries:",
        "Press & Media Enquiries",
        "Contact for further information:",
        "For further information, contact:",
        "Contact presse",
        "Contacto de prensa:",
        "Service de presse :",
        "Ansprechpartnerin für die Medien:",
        "Auskunft für Medien",
        "Weitere Auskünfte erteilt:",
        "Medienauskünfte",
        "Auskunftspersonen",
        "Rückfragen bitte an:",
        "**Contact**:",
    ],
)
def test_labels(text: str) -> None:
    assert label_end(text) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Contact with the reef is forbidden to divers and boats.",
        "For more on the reef and how it was planted, see our factsheet.",
        "Contact lenses do not belong in the sea",
        "Press and public were there in numbers: a hundred boats, forty divers and one otter with two pups.",
        "The contact was lost",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert label_end(text) is None


def test_a_sentence_may_name_a_contact() -> None:
    (block,) = lines("For pictures, please contact Ada Thorn at 202-555-0143 or ada@kelp.example.")
    assert contact_in_sentence(block, "US") == Contact(
        "Ada Thorn", email="ada@kelp.example", phone="202-555-0143", line=1
    )
    assert contact_in_sentence(lines("The divers made contact with Ada Thorn at noon.")[0], "US") is None


def test_one_person_named_twice_is_one_contact() -> None:
    first, second = (
        Contact("Ada Thorn", email="ada@kelp.example"),
        Contact("Dr. Ada Thorn", email="ADA@kelp.example", phone="1"),
    )
    assert merge([first, second]) == (Contact("Ada Thorn", email="ada@kelp.example", phone="1"),)
    assert len(merge([Contact("Ada Thorn"), Contact("Ivo Marsh")])) == 2


def test_two_people_may_share_a_desk() -> None:
    assert (
        len(merge([Contact("Ada Thorn", email="desk@kelp.example"), Contact("Ivo Marsh", email="desk@kelp.example")]))
        == 2
    )


def test_what_a_second_mention_says_is_kept() -> None:
    first, second = Contact("Ada Thorn", "Press", phone="1"), Contact("Ada Thorn", "Kelp Trust", phone="2")
    assert merge([first, second]) == (Contact("Ada Thorn", "Press, Kelp Trust", phone="1", more="2"),)


@pytest.mark.parametrize(
    ("source", "role"),
    [
        (["Ada Thorn", "Quillon Ferry", "+1 202 555 0143", "press@quillon.example"], "Quillon Ferry"),
        (["Ada Thorn, Quillon Ferry, +1 202 555 0143, press@quillon.example"], "Quillon Ferry"),
        (
            ["Ada Thorn", "Head of press, Quillon Ferry", "+1 202 555 0143", "ada@quillon.example"],
            "Head of press, Quillon Ferry",
        ),
    ],
)
def test_the_house_of_a_person_is_no_person(source: list[str], role: str) -> None:
    [contact] = read_contacts(lines(*source), "US")
    assert (contact.name, contact.role, contact.phone) == ("Ada Thorn", role, "+1 202 555 0143")


def test_a_person_with_an_address_of_her_own_name_is_no_house() -> None:
    found = read_contacts(lines("Ada Thorn", "Ivo Marsh", "ivo@marsh.example"), "US")
    assert [one.name for one in found] == ["Ada Thorn", "Ivo Marsh"]


def test_two_people_on_one_line_are_two() -> None:
    found = read_contacts(lines("Contact: Ada Thorn and Ivo Marsh, press@quillon.example"), "US")
    assert {"Ada Thorn", "Ivo Marsh"} <= {one.name for one in found}


@pytest.mark.parametrize(
    ("sentence", "name", "reached"),
    [
        ("Press enquiries should be directed to Ada Thorn on 020 7946 0018.", "Ada Thorn", "020 7946 0018"),
        ("Ansprechpartnerin für Medien ist Frau Ada Thorn, Telefon 030 1234567.", "Ada Thorn", "030 1234567"),
        ("Rückfragen beantwortet Ada Thorn (030 1234567, Mo bis Fr).", "Ada Thorn", "030 1234567"),
        ("Wenden Sie sich bitte an Ada Thorn, 030 1234567.", "Ada Thorn", "030 1234567"),
        ("Pour tout renseignement, joindre Mme Ada Thorn au 01 23 45 67 89.", "Ada Thorn", "01 23 45 67 89"),
        ("Para más información, contacte con Ada Thorn en el (202) 555-0143.", "Ada Thorn", "(202) 555-0143"),
        ("Per informazioni rivolgersi a Ada Thorn, 06 1234 5678.", "Ada Thorn", "06 1234 5678"),
    ],
)
def test_sentences_of_other_languages_name_a_contact(sentence: str, name: str, reached: str) -> None:
    contact = contact_in_sentence(lines(sentence)[0], "US")
    assert contact
    assert (contact.name, contact.phone) == (name, reached)


@pytest.mark.parametrize(
    "number",
    [
        "(202) 555-0143 (poste 12)",
        "(202) 555-0143, ext. 12",
        "+1 202 555 0143 App. 12",
        "202-555-0143 x12",
        "202-555-0143 Durchwahl 12",
    ],
)
def test_an_extension_is_of_its_number_and_no_office(number: str) -> None:
    contact = Contact("Ada Thorn", email="ada@kelp.example", phone=number, line=1)
    assert read_contacts(lines(f"Contact: Ada Thorn, {number}, ada@kelp.example"), "US") == (contact,)
    assert tel_address(number, "US") == "tel:+1-202-555-0143;ext=12"


@pytest.mark.parametrize(
    ("number", "region", "address"),
    [
        ("06 12 34 56 78", "US", None),
        ("(030) 901820", "US", None),
        ("06 12 34 56 78", "FR", "tel:+33-6-12-34-56-78"),
        ("0049 30 901820", "FR", "tel:+49-30-901820"),
        ("(202) 555-0143", "US", "tel:+1-202-555-0143"),
    ],
)
def test_a_number_of_an_unknown_country_can_not_be_rung_by_a_click(
    number: str, region: str, address: str | None
) -> None:
    assert tel_address(number, region) == address


@pytest.mark.parametrize(
    "label",
    [
        "Para más información, póngase en contacto con:",
        "Para mayor información dirigirse a:",
        "Weitere Informationen erhalten Sie bei:",
        "Für weitere Informationen wenden Sie sich bitte an:",
        "Per maggiori informazioni contattare:",
        "Voor meer informatie, neem contact op met:",
        "Para mais informações, entre em contacto com:",
    ],
)
def test_a_line_that_asks_to_write_to_somebody_is_a_contacts_label(label: str) -> None:
    assert label_end(label) == len(label)
    assert label_end(f"{label[:-1]} und mehr als das, was hier unten steht") is None

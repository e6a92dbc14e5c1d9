from __future__ import annotations

import pytest

from presskit.model import Block
from presskit.reading.cues.quotes import find_quotes


def quotes(*paragraphs: str, kind: str = "paragraph") -> list[tuple[str, str | None]]:
    blocks = [Block(kind, text, text, number) for number, text in enumerate(paragraphs, start=1)]  # type: ignore[arg-type]
    return [(quote.text, quote.speaker) for quote in find_quotes(blocks)]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("“We had given it up,” said Ada Thorn, head of research.", "We had given it up,", "Ada Thorn"),
        ("“We had given it up,” Ada Thorn said. “Then it grew.”", "We had given it up, Then it grew.", "Ada Thorn"),
        (
            "“We had given it up,” said former Keeper of the Bay, Adela M. Finch.",
            "We had given it up,",
            "Adela M. Finch",
        ),
        ("“We had given it up,” said Kelp Trust director Ada Thorn.", "We had given it up,", "Ada Thorn"),
        ("“We had given it up,” said Senator Thorn.", "We had given it up,", "Senator Thorn"),
        ('"We had given it up," explains Dr. Ada Thorn of the trust.', "We had given it up,", "Dr. Ada Thorn"),
        (
            "Ada Thorn says the count was a surprise: “Nobody had hoped for it.”",
            "Nobody had hoped for it.",
            "Ada Thorn",
        ),
        ("According to Ada Thorn, “nobody had hoped for it.”", "nobody had hoped for it.", "Ada Thorn"),
        ("« Nous avions perdu espoir », a déclaré Ada Thorn, plongeuse.", "Nous avions perdu espoir", "Ada Thorn"),
        (
            "وقالت آدا ثورن، رئيسة الأبحاث: «لقد فقدنا الأمل في هذه الشعاب قبل سنوات».",
            "لقد فقدنا الأمل في هذه الشعاب قبل سنوات",
            "آدا ثورن",
        ),
        ("“It grew,” the minister said in the harbor.", "It grew,", None),
    ],
)
def test_words_spoken(text: str, quote: str, speaker: str | None) -> None:
    assert quotes(text) == [(quote, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "The trust opened the “Long Reef Project” yesterday in Marsh Bay.",
        "The plan is to “[address] the growing loss of kelp, and to bring back what the urchins ate in ten years.”",
        "Guests “compared what had been planted,” and settled on a plan to “plant more of it before the next winter.”",
        "The “Question of the Day” is said to be simple.",
        "Nothing is quoted here, said Ada Thorn.",
    ],
)
def test_names_and_cited_phrases_are_no_quotes(text: str) -> None:
    assert quotes(text) == []


def test_a_name_in_marks_is_left_out_of_what_is_said() -> None:
    assert quotes("“The ‘Long Reef’ is open,” said Ada Thorn of the “Reef Watch” crew.") == [
        ("The ‘Long Reef’ is open,", "Ada Thorn")
    ]


def test_a_surname_means_the_person_named_before() -> None:
    found = quotes("“It grew,” said Ada Thorn.", "“It grew again,” Thorn added.", "“And again,” she said.")
    assert [speaker for _, speaker in found] == ["Ada Thorn"] * 3


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    found = quotes("“It grew,” said Ada Thorn. “It grew for years.", "“And it will grow for years to come.”")
    assert found == [("It grew, It grew for years.", "Ada Thorn"), ("And it will grow for years to come.", "Ada Thorn")]


def test_a_quotation_set_apart_names_its_speaker_below() -> None:
    assert quotes("“We waited.”\n— Ada Thorn, head of research", kind="quote") == [("We waited.", "Ada Thorn")]
    assert quotes("We waited.", kind="quote") == [("We waited.", None)]
    assert quotes("“We waited.” — Ada Thorn; diver", kind="quote") == [("We waited.", "Ada Thorn")]


def test_a_lone_surname_is_given_in_full_where_the_text_has_it() -> None:
    found = quotes("The city met the Bay Keeper Ada Thorn today. However Thorn was late.", "“It grew,” said Thorn.")
    assert found == [("It grew,", "Ada Thorn")]
    assert quotes("However Thorn was late.", "“It grew,” said Thorn.") == [("It grew,", "Thorn")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Thorn, directora de la línea, subrayó: «Estamos contentos de volver».",
        "“Estamos contentos de volver”, ha señalado Ada Thorn.",
        "«Siamo felici di tornare», ha detto Ada Thorn, direttrice della linea.",
        "Pour Ada Thorn, directrice de la ligne : « Nous sommes heureux. »",
        "Ada Thorn, Leiterin der Linie: „Wir freuen uns sehr.“",
    ],
)
def test_who_speaks_before_a_colon_or_in_another_language(text: str) -> None:
    [(_, speaker)] = quotes(text)
    assert speaker == "Ada Thorn"


def test_an_office_ends_a_name_where_letters_have_no_capitals() -> None:
    said = "نحن سعداء بالعودة"
    assert quotes(f"وأضافت أمينة الفاسي مديرة الخط: «{said}».") == [(said, "أمينة الفاسي")]


def test_a_colon_before_marks_is_no_speech_by_itself() -> None:
    assert quotes("The new ferry has a name: “Star of the Sea”.") == []
    assert quotes("The sign on the pier reads: “No dogs here.”") == []

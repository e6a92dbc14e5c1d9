from __future__ import annotations

import json

from presskit.reading.documents.report import report
from tests.reading.conftest import Read

TEXT = """\
EMBARGOED UNTIL 9 am ET, May 12, 2026

Reef returns to the bay

Marsh Bay, DC, May 12, 2026 (KT) – The Kelp Trust returned the last of its reefs to the city.

“It grew,” said Ada Thorn.

CONTACT:  Ada Thorn, 202.555.0143

About the Kelp Trust
The Kelp Trust is a charity.

###
Leave a Comment
"""


def test_the_report_has_the_promised_shape(read: Read) -> None:
    found = report(read(TEXT), "release.txt")
    assert json.loads(json.dumps(found)) == found
    assert found == {
        "source": "release.txt",
        "headline": "Reef returns to the bay",
        "subhead": None,
        "dateline": {
            "text": "Marsh Bay, DC, May 12, 2026 (KT) –",
            "place": "Marsh Bay, DC",
            "date": "2026-05-12",
            "source": "KT",
        },
        "date": "2026-05-12",
        "status": "embargo",
        "embargo": "2026-05-12T09:00:00-04:00",
        "contacts": [
            {
                "name": "Ada Thorn",
                "role": None,
                "email": None,
                "phone": "202.555.0143",
                "hours": None,
                "after_hours": None,
                "more": None,
            }
        ],
        "boilerplate": "The Kelp Trust is a charity.",
        "body": [
            {"kind": "paragraph", "text": "The Kelp Trust returned the last of its reefs to the city.", "line": 5},
            {"kind": "paragraph", "text": "“It grew,” said Ada Thorn.", "line": 7},
        ],
        "quotes": [{"text": "It grew,", "speaker": "Ada Thorn"}],
        "end_mark": "###",
        "notes": [],
        "removed": [{"line": 15, "text": "Leave a Comment", "why": "blog comments"}],
        "unprinted": [],
        "unsure": [],
        "findings": [],
    }
    first, second = "source headline subhead dateline date status embargo contacts", "boilerplate body quotes end_mark"
    assert " ".join(found) == f"{first} {second} notes removed unprinted unsure findings"


def test_findings_carry_code_severity_message_and_line(read: Read) -> None:
    found = report(read("# Reef\n\nIt grows on [DATE].\n", "release.md"), "release.md")["findings"]
    assert found == [
        {
            "code": "c-002",
            "severity": "warning",
            "message": "No date was found.",
            "line": None,
        },
        {"code": "c-007", "severity": "error", "message": "“[DATE]” is still to be filled in.", "line": 3},
    ]


def test_what_stands_below_a_picture_is_no_paragraph_of_the_text(read: Read) -> None:
    words = "\n![The reef](reef.png)\n\n**Figure 1** The reef in May.\n\nFigure 2 shows that it grew by a third.\n"
    found = report(read(TEXT.replace("\n“It grew", f"{words}\n“It grew"), name="a.md"), "a.md")
    kinds = [one["kind"] for one in found["body"]]
    assert kinds == ["paragraph", "figure", "caption", "paragraph", "paragraph"]

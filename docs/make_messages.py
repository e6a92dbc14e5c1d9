"""Write docs/messages.md from the catalogue of messages: .venv/bin/python docs/make_messages.py.

Each message is shown as a person meets it, with example words in its places.
"""

from __future__ import annotations

from pathlib import Path

from presskit.findings import CATALOGUE, Severity, finding

PAGE = Path(__file__).parent / "messages.md"
TOP = """# What presskit says

Every message ends with a code in brackets. Here each code stands with an example of its message and what to do.

* **to fix**: the kit is not ready to send. Where a PDF can be made at all, it says DRAFT on every page and in its name.
* **to look at**: the kit can be sent, and a journalist may stumble over something. With `--strict` it is to fix.
* **good to know**: presskit did something you may want to know of.

This page is written by `.venv/bin/python docs/make_messages.py` and is not edited by hand.
"""
SECTIONS = {
    "s": "Sources: your texts and photos",
    "t": "Settings: kit.toml, brand.toml, photos.toml, and the top of a file",
    "c": "Content: what the kit says",
    "p": "The finished PDF",
    "f": "Print: the office printer, booklets, print shops",
    "b": "Building: pages, files, and the command itself",
    "m": "Mail: drafts, and the list of people they are for",
}
KINDS: dict[Severity, str] = {"error": "to fix", "warning": "to look at", "note": "good to know"}
WORDS = {
    "accent": "#12365c",
    "brand": "#12355b",
    "character": "船",
    "colour": "#ffd84d",
    "command": "sudo apt-get install libpango-1.0-0",
    "darker": "#8a752a",
    "folder": "“my-kit”",
    "key": "brand",
    "kind": "a gradient that is calculated",
    "library": "Pango",
    "most": "300",
    "message": "Ignored `colour: red` at 1:1, unknown property.",
    "name": "release.txt",
    "other": "release.md",
    "package": "libpango-1.0-0",
    "path": "kit.pdf",
    "percent": "340",
    "quote": "“",
    "target": "factsheet",
    "template": "release.html",
    "title": "Ferry sails at dawn",
    "unicode": "U+8239",
    "used": "boilerplate.txt",
    "what": "Page 3",
    "word": "yesterday",
    "words": "our factsheet",
}
KIT = " (a kit: presskit build --for shop --icc FILE"
OTHER_WORDS: dict[str, dict[str, str]] = {
    "c-058": {"words": "(Nell to confirm)"},
    "c-059": {"words": "harbourâ€™s"},
    "s-048": {"name": "quay.jpg", "words": "trainedAlgorithmicMedia"},
    "c-062": {"words": "April 31"},
    "c-063": {"words": "the the"},
    "c-064": {"words": "The boats sail every hour from nine"},
    "c-069": {"day": "May 12, 2031", "moment": "2031-05-12 09:00 America/New_York"},
    "c-070": {"words": "publishDate: 2031-05-12", "moment": "2031-05-12 09:00 America/New_York"},
    "c-071": {"words": "will open on May 19, 2030", "day": "12 May 2031"},
    "c-074": {"words": "9:75 am"},
    "c-075": {"words": "(at the lighthouse"},
    "c-073": {
        "spoken": "German",
        "said": "English",
        "place": "at the top of the file, between two lines of three hyphens,",
        "line": "language: de",
    },
    "c-072": {"words": "https://we.tl/t-quay", "why": "we.tl keeps files for a while only"},
    "c-065": {"words": "to all nine islands of the"},
    "c-066": {"words": "Fares and dogs"},
    "c-068": {"words": "old fares", "more": ""},
    "c-067": {"words": "on 12 May", "more": ""},
    "c-061": {"words": "PORT HOLLOW, May 13, 2026 – The bay"},
    "c-060": {"words": "https://staging.kelp.example/", "why": "it is a site that is still tried out"},
    "p-053": {"others": "ona-of-the-ferries.jpg"},
    "s-043": {
        "name": "survey.pdf",
        "loss": "nobody who reads with a screen reader hears a word of it: its pages hold no tags",
    },
    "s-044": {"name": "survey.pdf", "taken": "programs and attached files"},
    "s-045": {"name": "survey.pdf", "reason": "it is protected, and a copy would not be"},
    "s-042": {"name": "survey.pdf", "reason": "it is locked with a password"},
    "c-052": {"problem": "it names no time zone that presskit knows"},
    "c-054": {"start": "20:00", "end": "02:00"},
    "c-055": {"moment": "2026-05-12 10:00 (Europe/London)"},
    "s-040": {"name": "press.zip", "names": "“Fête.docx”"},
    "s-041": {
        "name": "brand.toml",
        "folder": "Branding",
        "reason": "the kit's brand is the one in “brand”",
        "way": 'Take out the one that does not hold, or name the right folder in kit.toml: brand = "Branding"',
    },
    "s-047": {
        "name": "quay.jpg",
        "place": "its name",
        "words": "DRAFT",
        "way": "Where it is the one to send, take these words out of it.",
    },
    "b-018": {"name": "Tern-Regular.ttf"},
    "b-017": {"name": "logo.svg", "reason": "nothing is drawn in it"},
    "s-035": {"name": "spring.docx", "ready": "the kit is ready"},
    "s-036": {"words": "10 crowns", "count": "2"},
    "s-037": {"words": "[^1] of the report"},
    "s-038": {"name": "logo.svg", "what": "a mask"},
    "s-039": {"name": "Tern-VF.ttf"},
    "c-049": {"words": "Thu 11 June 12:00 Nell Farrow"},
    "c-057": {"words": "Day Time Artist Country Venue Length Ticket"},
    "c-050": {"ground": "white paper"},
    "c-051": {"name": "logo.svg", "how": "on a white plate, for it is not seen well on your colour"},
    "b-016": {"titles": "“Nursery opens”, “Reef Week in figures”"},
    "p-040": {"names": "quay.jpg", "words": "Not for calendars."},
    "p-041": {"names": "quay.jpg and pier.png"},
    "p-042": {"days": "May 12, 2026", "changes": "what is told here"},
    "p-043": {"days": "May 12, 2026", "path": "my-kit/sent/2026-05-12/kit.pdf", "kit": "my-kit"},
    "p-044": {"days": "May 12, 2026", "name": "kit.pdf"},
    "p-045": {"days": "May 12, 2026", "name": "kit.pdf"},
    "p-046": {"name": "new.pdf", "kit": "my-kit"},
    "p-002": {"faces": "The typefaces Comic Sans and Papyrus are"},
    "p-004": {"hint": "Give it one in the program that made it, and export it again."},
    "p-049": {"words": "“Is this figure right?”"},
    "p-050": {"names": "“budget.xlsx”"},
    "p-052": {"names": "“Notes for our lawyer”"},
    "p-054": {"what": "Pages 13–15"},
    "f-001": {"name": "sRGB.icc", "problem": "it is made for RGB, not for the four inks CMYK"},
    "f-003": {"colour": "#12355b"},
    "f-005": {"pages": "36", "most": "32"},
    "f-007": {"name": "quay.jpg", "width": "12 cm", "dpi": "140", "sharp": "8 cm", "pixels": "945"},
    "f-008": {"what": "Text and pictures on pages 1–4 are", "how": f"{KIT})"},
    "f-009": {"pages": " on pages 2–4", "words": "C70 M60 Y60 K90", "how": f"{KIT})"},
    "f-010": {"pages": " on pages 2–4", "width": "0.10", "least": "0.25"},
    "f-011": {"what": "Pictures on pages 1, 13 end"},
    "f-012": {"faces": "The typeface Comic Sans is"},
    "f-013": {"pages": "13 pages", "missing": "3"},
    "f-014": {"what": "Colours on pages 2–4 take", "ink": "340", "most": "300", "how": f"{KIT} --max-ink 300)"},
    "f-015": {"what": "Text and pictures on pages 2–4 stand"},
    "s-003": {
        "suffix": ".pages files (the format of Apple's Pages)",
        "hint": "Open release.pages in Pages, choose File, Export To, Word, then build again.",
    },
    "s-005": {"name": "quay.jpg"},
    "s-007": {"reason": "it took longer than 60 seconds"},
    "s-008": {"name": "Budget.xlsx", "what": "a table"},
    "s-009": {"name": "release copy.txt", "other": "release.txt"},
    "s-010": {"name": "survey.pdf"},
    "s-011": {"reason": "permission denied"},
    "s-012": {"name": "release.docx", "reason": "it is locked with a password"},
    "s-013": {"name": "release.html", "reason": "it only says “Just a moment...”"},
    "s-014": {"what": "One photo has", "least_px": "3000", "names": "quay.jpg (1200 × 800)"},
    "s-015": {"target": "/elsewhere/minutes.txt"},
    "s-016": {"name": "quay.jpg", "kind": "a folder"},
    "s-017": {"name": "release.docx"},
    "s-018": {"name": "release.docx", "found": "120,000 paragraphs", "most": "30,000"},
    "s-019": {"name": "ada.jpg", "target": "/elsewhere/ada.jpg"},
    "s-020": {
        "name": "quay.psd",
        "kind": "a file of Photoshop",
        "way": "Open it in the program that made it, and export it as JPEG or PNG",
    },
    "s-021": {"name": "quay.jpg", "reason": "it is in printing inks (CMYK), and does not say of which press"},
    "s-022": {"name": "quay.tif", "count": "3"},
    "s-023": {"name": "release.odt", "kind": "OpenDocument text"},
    "s-024": {"name": "FW release.eml", "files": "quay.jpg"},
    "s-025": {"name": "release.pdf", "reason": "it holds no words, only pictures or outlines of them"},
    "s-026": {"name": "blog.xml", "kind": "an export or a feed of a blog,", "count": "48"},
    "s-027": {"name": "release.docx", "others": "release.pdf"},
    "s-028": {
        "name": "release v2.docx",
        "other": "release v1.docx",
        "why": "the number in its name is the highest",
        "ours": "“Tickets cost twelve crowns.”",
        "theirs": "“Tickets cost ten crowns.”",
    },
    "s-029": {
        "names": "release Ada.docx, release Teo.docx",
        "name": "release Ada.docx",
        "other": "release Teo.docx",
        "ours": "“Tickets cost twelve crowns.”",
        "theirs": "“Tickets cost ten crowns.”",
    },
    "s-030": {"name": "notes.txt", "what": "looks like a press release"},
    "s-031": {"name": "ferry.docx", "file": "2026-05-12-ferry-sails-at-dawn.md", "words": "nobody counted the gulls"},
    "s-032": {"name": "Press 2026", "what": "quay.jpg: a photo"},
    "s-033": {
        "name": "from-anna.zip",
        "reason": "the name “../opening.docx” in it leads out of the ZIP",
        "hint": "Ask for the files themselves, or for a new ZIP of their folder.",
    },
    "s-034": {"name": "kit.zip", "command": "kit.zip"},
    "t-001": {
        "key": "paper",
        "problem": "“a5” is not a word presskit knows here",
        "hint": "Write one of these: letter or a4.",
    },
    "t-002": {
        "problem": "a quotation mark is missing",
        "hint": "Close the text with the quotation mark that opens it.",
    },
    "t-003": {"key": "title"},
    "t-004": {"key": "logo", "name": "logo.svg"},
    "t-005": {"name": "kit.toml", "reason": "it computed for too long"},
    "c-007": {"words": "[name of the captain]"},
    "c-008": {
        "problem": "it names no time zone that presskit knows",
        "words": "Embargoed until 9:30 am, 12 May 2026",
        "place": 'into kit.toml [files."release.docx"], and below it',
        "moment": 'embargo = "2026-05-12 09:30 America/New_York"',
        "none": 'embargo = "none"',
    },
    "c-009": {"name": "quay.jpg"},
    "c-010": {"name": "quay.jpg"},
    "c-012": {"name": "Teo Marl"},
    "c-014": {"name": "quay.jpg"},
    "c-015": {"words": "{{ captain }}"},
    "c-016": {"words": "Nobody has ever counted the gulls."},
    "c-019": {"name": "quay.jpg"},
    "c-020": {"other": "#bdc6d1"},
    "c-021": {"what": "The release", "status": "corrected"},
    "c-022": {"problem": "it names no year"},
    "c-024": {"kind": "a deletion", "words": "and nobody was asked", "count": "3"},
    "c-025": {"kind": ", on “nine islands”,", "words": "Is this the right number?", "count": "2"},
    "c-026": {"words": "For the board only", "count": "2"},
    "c-027": {"name": "quay.jpg"},
    "c-029": {"one": "“2026-05-12 09:00 Europe/Paris”", "other": "“EMBARGOED UNTIL 10:00 CET, 12 May 2026”"},
    "c-030": {"words": "FOR IMMEDIATE RELEASE", "moment": "2026-05-12 09:00 (Europe/Paris)"},
    "c-031": {
        "moment": "May 12, 2026, 9:00 a.m. (Europe/Paris)",
        "words": 'the line “embargo = "2026-05-12 09:00 Europe/Paris"”',
    },
    "c-032": {"moment": "May 12, 2026, 9:00 a.m. (Europe/Paris)"},
    "c-033": {"expected": "counted the gulls twice", "found": "counted the girls twice"},
    "c-034": {"name": "kit.html"},
    "c-035": {"problem": "“12/05/2026” can be 12 May 2026 or 5 December 2026"},
    "c-036": {"what": "a finished PDF"},
    "c-037": {"encoding": "Western Windows", "word": "Forêt"},
    "c-038": {"who": "Ada Thorn", "words": "No date was found."},
    "c-018": {"here": "has 14 boats", "there": "has 12 boats"},
    "c-039": {"words": "Monday, May 12", "day": "12 May 2026", "weekday": "Tuesday"},
    "c-040": {"words": "tomorrow, May 14", "day": "12 May 2026", "meant": "13 May 2026, a Wednesday"},
    "c-041": {"acronym": "TDWB", "words": "measured by the TDWB"},
    "c-042": {"words": "Nobody has ever asked for the timetable …"},
    "c-043": {"words": "202-555-014", "what": "a telephone number", "why": "it has 9 digits, and needs 10"},
    "c-044": {"words": "260 gulls on the quay", "other": "240 gulls on the quay", "place": "factsheet.md, line 7"},
    "c-045": {"words": "Teo Marlow", "other": "Teo Marlowe", "place": "factsheet.md, line 15"},
    "c-047": {
        "words": "Old Harbour Ferries is where the county learns to row.",
        "other": "Old Harbour Ferries is a society of sixty neighbours.",
        "place": "release.txt, line 11",
    },
    "s-006": {"hint": "Put a release into its folder “releases”, or name a file: presskit build release.txt"},
    "c-056": {"day": "May 12, 2062"},
    "c-046": {"day": "3 November 2024"},
    "c-028": {"what": "2 pictures of the page are", "reason": "the page was saved without pictures"},
    "p-001": {"name": "Comic Sans"},
    "p-015": {"name": "captions.csv"},
    "p-016": {"name": "captions.csv"},
    "p-017": {"name": "notes.docx"},
    "p-018": {"difference": "This is not as the kit gives it today: captions.csv"},
    "p-020": {"shown": "ولكن لكم", "said": "وللكن لكم"},
    "p-021": {"shown": "For immediate release"},
    "p-022": {"name": "brochure.pdf", "how": "with a password"},
    "p-023": {"what": "forbids printing and copying"},
    "p-024": {"what": "forbids printing and copying"},
    "p-025": {"name": "brochure.pdf"},
    "p-029": {"name": "kit.pdf", "how": "“build --for print --paper a4”"},
    "p-030": {"said": "Ada Thorn 555-0142", "shown": "Ada Thorn 555-0143", "kind": "a paragraph"},
    "p-031": {"words": "Ring at nine.", "kind": "a cell of a table"},
    "p-032": {"words": "Ring at nine.", "kind": "a caption"},
    "p-033": {"difference": "A link leads to page 8 in the file, and to page 3 in the kit"},
    "p-034": {"difference": "The picture “A pier with two boats” is not the kit's, but another one"},
    "p-035": {"difference": "Page 4 of the file is page 3 of the kit: pages stand in another order"},
    "p-036": {"difference": "something is painted over it, taken away or moved, though its words are the same"},
    "p-037": {"difference": "A file attached to it is in the file and not in the kit"},
    "p-038": {"name": "kit.pdf"},
    "p-039": {
        "name": "kit.pdf",
        "reason": "it does not say how it was made",
        "hint": "Say how: --for, --paper, --theme.",
    },
    "p-019": {"name": "kit.pdf", "reason": "it computed for too long"},
    "b-001": {"reason": "it took longer than 60 seconds"},
    "b-002": {"problem": "it asks for “headlin”, which is not there"},
    "b-003": {"name": "https://harbour.example/gull.png"},
    "b-004": {"reason": "the folder cannot be written to", "hint": "Name another place."},
    "b-005": {"path": "survey.pdf"},
    "b-007": {"problem": "--paper a5 is not possible", "hint": "Choose one of: letter, a4."},
    "b-009": {"path": "my-kit"},
    "m-001": {
        "row": "14",
        "who": " (Dupont, Le Monde)",
        "name": "list.csv",
        "problem": "the e-mail address has no '@'",
    },
    "m-002": {"row": "31", "who": " (Thorn)", "first": "5"},
    "m-003": {"people": "2 people have not agreed to embargoes", "them": "them"},
    "m-004": {"name": "list.csv", "words": "“name”, “town”"},
    "m-005": {
        "name": "list.xlsx",
        "reason": "it is locked with a password",
        "hint": "Open it in the program that made it and save it as CSV (UTF-8) or as an Excel workbook (.xlsx).",
    },
    "m-006": {"name": "list.csv"},
    "m-018": {"size": "14.20 MB", "limit": "10.00 MB"},
    "m-007": {"size": "1.40 MB", "limit": "0.50 MB", "pieces": "quay.jpg 0.31 MB, typefaces 0.06 MB"},
    "m-010": {"names": "Press Release.docx", "name": "Press Release.docx"},
    "m-008": {"path": "drafts", "name": "quay.jpg"},
    "m-011": {"name": "list.csv", "encoding": "Western Windows", "words": "Forêt, Anaïs"},
    "b-011": {"name": "theme.css", "reason": "it fills 900 pages, and its text is one for 30 at most"},
    "b-012": {"reason": "resource temporarily unavailable"},
    "b-013": {"path": "my-kit/releases/kit.html"},
    "b-014": {"path": "/elsewhere/presskit", "reason": "no such file or directory"},
    "b-010": {"name": "logo.svg", "problem": "it does not say how large it is (viewBox)"},
    "m-012": {"people": "2 people have", "sent": ", all of them marked as sent"},
    "m-013": {"people": "2 people have"},
    "m-014": {"name": "list.csv"},
    "m-016": {"row": "5", "name": "田中, Asahi", "letters": "田 中", "instead": "tanaka@asahi.example, Asahi"},
    "m-017": {"name": "kit-for-anna-thorn-le-monde.pdf", "person": "Anna Thorn, Le Monde"},
}


def messages() -> str:
    """Return the page in Markdown."""
    return TOP + "".join(f"\n## {heading}\n\n{table(prefix)}" for prefix, heading in SECTIONS.items())


def table(prefix: str) -> str:
    """Return a section's table: one line for each code."""
    rows = ["| Code | | It says | What to do |", "|---|---|---|---|"]
    rows += [row(code) for code in sorted(CATALOGUE) if code.startswith(prefix)]
    return "\n".join(rows) + "\n"


def row(code: str) -> str:
    """Return the line of one code, its places filled with words that show what may stand there."""
    shown = finding(code, **(WORDS | OTHER_WORDS.get(code, {})))
    cells = (code, KINDS[shown.severity], shown.message, shown.hint)
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


if __name__ == "__main__":
    PAGE.write_text(messages(), encoding="utf-8", newline="\n")

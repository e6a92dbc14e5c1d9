"""Where in the window a finding is mended: the field of its panel, so that nobody has to open a settings file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from presskit.findings import Finding
from presskit.preview.kit_shown import KitShown

# A thing of the window and a word that is said of it, by the code of what was found. A file that is none is the kit.
FIELDS: Mapping[str, tuple[str, str]] = {
    "c-002": ("text", "date"),
    "c-003": ("kit", "contacts"),
    "c-004": ("brand", "boilerplate"),
    "c-009": ("photo", "credit"),
    "c-010": ("photo", "alt"),
    "c-012": ("kit", "contacts"),
    "c-019": ("photo", "caption"),
    "c-035": ("text", "date"),
    "c-051": ("brand", "logo_reversed"),
    "s-008": ("file", "kind"),
    "s-029": ("file", "kind"),
    "s-030": ("file", "kind"),
}
OF_FILES = ("text", "photo", "file")


def fields_of(found: Sequence[Finding], shown: KitShown) -> Iterator[tuple[int, str]]:
    """Yield the number of each finding, from 1, that a field may mend, and the field: “photo/photos/quay.jpg/credit”.

    The page looks whether it shows that field. A list of journalists is no text: it is where drafts are made.
    """
    for number, item in enumerate(found, start=1):
        thing, word = FIELDS.get(item.code, ("", ""))
        file = item.where.file
        if file and file in shown.lists:
            yield number, f"list/{shown.name_of(file)}/"
        elif thing in OF_FILES and file:
            yield number, f"{thing}/{shown.name_of(file)}/{word}"
        elif thing and thing not in OF_FILES:
            yield number, f"{thing}//{word}"

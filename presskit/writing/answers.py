"""What a person says about the organisation at the start, and where it stands in the first brand.toml."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError, UsageError, usage_error
from presskit.settings.brand import LOGO_ENDINGS
from presskit.settings.fields import MAIL_ADDRESS
from presskit.sorting.logos import colour_of_logo, colour_of_word

ORGANISATION = "[Name of the organisation]"


@dataclass(frozen=True)
class Answers:
    """Answers to the six questions of `new`; what is not answered keeps its [bracket] or stays out.

    colour: "#rrggbb". logo: a file to copy into the brand's folder.
    """

    organisation: str | None = None
    colour: str | None = None
    logo: Path | None = None
    contact: str | None = None
    phone: str | None = None
    email: str | None = None
    web: str | None = None

    @property
    def contact_name(self) -> str | None:
        """The person, or “Press office” where only a telephone or an address was told."""
        return self.contact or ("Press office" if self.phone or self.email else None)

    @property
    def logo_name(self) -> str | None:
        """The logo's name in the brand's folder."""
        return f"logo{self.logo.suffix.lower()}" if self.logo else None


def look_of(words: str) -> tuple[str | None, Path | None]:
    """Return colour and logo for one answer: a colour, or a logo's path, which gives its colour too.

    Raises UsageError where it is neither.
    """
    words = words.strip()
    path = dragged(words)
    if path.suffix.lower() in LOGO_ENDINGS:
        try:
            with gate.opened(path):
                return colour_of_logo(path), path
        except SourceError as error:
            if error.problems[0].code != "s-005":
                raise UsageError(*error.problems) from None
            hint = "Export the logo again as SVG or PNG, or press Enter."
            raise usage_error(f"{path.name} cannot be opened as a picture", hint) from None
    colour = colour_of_word(words)
    if not colour:
        hint = "Write a colour such as #12355B or navy, or the name of an SVG, PNG or JPEG file."
        raise usage_error(f"“{words}” is neither a colour nor a logo", hint)
    return colour, None


def mail_address_of(words: str) -> str:
    """Return an e-mail address without the spaces around it; nothing for nothing. Raises UsageError."""
    address = words.strip()
    if address and not MAIL_ADDRESS.fullmatch(address):
        hint = "Write it like press@organisation.example, or press Enter."
        raise usage_error(f"“{address}” is not an e-mail address", hint)
    return address


def dragged(words: str) -> Path:
    r"""Return the path of a file dragged into a terminal: between quotes, or with "\ " for each space (Mac)."""
    bare = words.strip().strip("'\"")
    path = Path(bare).expanduser()
    return path if gate.is_there(path) else Path(bare.replace("\\ ", " ")).expanduser()


def fill_brand(text: str, answers: Answers) -> str:
    """Return the scaffold's brand.toml with the answers in it: each replaces one line of the scaffold."""
    lines = {
        f'name = "{ORGANISATION}"': ("name", answers.organisation),
        'brand = "#1d3a5c"': ("brand", answers.colour),
        '# logo = "logo.svg"': ("logo", answers.logo_name),
        '# web = "https://organisation.example"': ("web", answers.web),
        'name = "[Name of the press contact]"': ("name", answers.contact_name),
        '# email = "press@organisation.example"': ("email", answers.email),
        '# phone = "+1 202 555 0143"': ("phone", answers.phone),
    }
    filled = []
    for line in text.split("\n"):
        key, value = lines.get(line, ("", None))
        filled.append(f'{key} = "{quoted(value)}"' if value else line)
    return "\n".join(filled)


def fill_organisation(text: str, answers: Answers, *, between_quotes: bool) -> str:
    """Return a scaffold's text with the organisation's name in it."""
    if not answers.organisation:
        return text
    return text.replace(ORGANISATION, quoted(answers.organisation) if between_quotes else answers.organisation)


def quoted(value: str) -> str:
    """Return text as it stands between straight quotes in TOML and YAML; signs that cannot be seen are left out."""
    return json.dumps("".join(sign for sign in value if sign.isprintable()), ensure_ascii=False)[1:-1]

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

CALLED = {"UK": "GB", "USA": "US"}
ON_LETTER = ("US", "CA", "MX", "PH", "CL", "CO", "VE", "PR")  # all others print on A4
DAY_FIRST = ("GB", "IE", "AU", "NZ", "ZA", "IN", "SG", "MT", "KE", "NG")  # write English, and 12 May 2026
ORGANISATION = "[Name of the organisation]"


@dataclass(frozen=True)
class Answers:
    """Answers to the eight questions of `new`; what is not answered keeps its [bracket] or stays out.

    colour: "#rrggbb". logo: a file to copy into the brand's folder. country: ISO 3166's two letters.
    paper: letter or a4.
    """

    organisation: str | None = None
    colour: str | None = None
    logo: Path | None = None
    contact: str | None = None
    phone: str | None = None
    email: str | None = None
    web: str | None = None
    country: str | None = None
    paper: str | None = None

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


def country_of(words: str) -> str:
    """Return the two letters of a country; nothing for nothing. Raises UsageError."""
    import phonenumbers  # noqa: PLC0415  (slow to import)

    country = words.strip().upper()
    country = CALLED.get(country, country)
    if country and country not in phonenumbers.SUPPORTED_REGIONS:
        hint = "Write two letters such as US, GB or FR, or press Enter."
        raise usage_error(f"“{words.strip()}” is not the two letters of a country", hint)
    return country


def paper_of(words: str) -> str:
    """Return the name of a paper; nothing for nothing. Raises UsageError."""
    paper = words.strip().lower()
    if paper not in ("", "letter", "a4"):
        raise usage_error(f"“{words.strip()}” is no paper that presskit knows", "Write letter or a4, or press Enter.")
    return paper


def fill_kit(text: str, answers: Answers) -> str:
    """Return the scaffold's kit.toml with country and paper in it: telephone numbers, dates and sheets are its own."""
    country = answers.country
    paper = answers.paper or (None if not country else "letter" if country in ON_LETTER else "a4")
    english = "en-US" if country == "US" else "en-GB" if country in DAY_FIRST else None
    lines = {
        '# language = "en"': f'language = "{english}"' if english else None,
        '# paper = "a4"': f'paper = "{paper}"' if paper else None,
        '# region = "US"': f'region = "{country}"' if country else None,
    }
    return "\n".join(lines.get(line) or line for line in text.split("\n"))


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

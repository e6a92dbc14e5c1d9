"""The kinds of value settings are made of: text, dates, languages, colours, contacts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from presskit.model import Contact
from presskit.names import legible

NUMERIC_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
LONGEST_DATE = 60
ISO_START = re.compile(r"(\d{4}-\d{2}-\d{2})(?=$|[T ])")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
SHORT_COLOUR = re.compile(r"#[0-9a-f]{3}", re.IGNORECASE)
LONG_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
WEB_ADDRESS = re.compile(r"https://[^\s/]+\.[^\s]+")
WEBSITE = re.compile(r"https?://\S+", re.IGNORECASE)
MAIL_ADDRESS = re.compile(r"[^\s@?<>\",;:()\[\]\\]+@[^\s@?&%#/<>\",;:()\[\]\\]+")  # so no link to it says more


class Settings(BaseModel):
    """A group of settings. A key with nothing behind it is as if it were not there.

    other_words: what to say to words that people write here for other ones.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    other_words: ClassVar[Mapping[str, str]] = {}

    def said(self) -> Any:
        """Return what the group says, as other rooms know it."""
        return self

    @model_validator(mode="before")
    @classmethod
    def drop_blank(cls, data: Any) -> Any:
        """Take out known keys whose text is empty, and from all texts what no output can hold."""
        if not isinstance(data, dict):
            return data
        known = words_of(cls)
        return {key: written(value) for key, value in data.items() if key not in known or not is_blank(value)}


def values_of(form: Settings) -> dict[str, Any]:
    """Return what a form says as plain values by their names, and which of them stand in the file."""
    values = {name: plain(getattr(form, name)) for name in type(form).model_fields}
    return {**values, "stated": frozenset(form.model_fields_set)}


def plain(value: Any) -> Any:
    """Return a value of a form as rooms besides settings know it: a list as a tuple, a group as what it says."""
    if isinstance(value, list):
        return tuple(map(plain, value))
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return value.said() if isinstance(value, Settings) else value


def written(value: object) -> object:
    """Return a value with texts that every output can hold; a group of settings sees to its own."""
    if isinstance(value, list):
        return [written(item) for item in value]
    return legible(value) if isinstance(value, str) else value


def words_of(group: type[Settings]) -> dict[str, FieldInfo]:
    """Return each word that may stand as a key in a group, such as “headline” and “title”, with its field."""
    return {word: field for name, field in group.model_fields.items() for word in (name, *second_names(field))}


def second_names(field: FieldInfo) -> list[str]:
    """Return the words a field answers to besides its name."""
    alias = field.validation_alias
    return [choice for choice in alias.choices if isinstance(choice, str)] if isinstance(alias, AliasChoices) else []


def mean(**words: str) -> dict[str, str]:
    """Return, for each word, the question whether its other was meant."""
    return {word: f"Did you mean “{meant}”?" for word, meant in words.items()}


def is_blank(value: object) -> bool:
    """Tell whether a value is text without a visible character."""
    return isinstance(value, str) and not value.strip()


def problem(kind: str, words: str, hint: str = "") -> PydanticCustomError:
    """Make the error a field raises: `words` follow the key, `hint` says what to do (else the field's example).

    Why custom errors with words in their context: a value's braces must not be read as a template's.
    """
    return PydanticCustomError(kind, "{words}", {"words": words, "hint": hint})


def folder_of(info: ValidationInfo) -> Path:
    """Return the folder from which a settings file's names are looked up."""
    return (info.context or {}).get("folder") or Path()


def sign_of(info: ValidationInfo) -> str:
    """Return what stands between a key and its value in a settings file, for an example to copy."""
    return str((info.context or {}).get("sign", " = "))


def read_date(value: object) -> object:
    """Turn “2026-05-12”, “May 12, 2026” or a moment into a date; the day is the one written, in its own zone.

    Raises an error for numbers that can be read two ways (05/12/2026) and for days relative to today.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date) or value is None:
        return value
    if not isinstance(value, str):
        raise problem("not_a_date", "this is not a date")
    text = value.strip()
    if iso := ISO_START.match(text):
        return read_iso_date(iso[1])
    if (numbers := NUMERIC_DATE.search(text)) and is_ambiguous(int(numbers[1]), int(numbers[2])):
        raise problem("not_a_date", f"“{text}” can be read as two different days")
    return read_written_date(text)


def read_iso_date(text: str) -> dt.date:
    """Read “2026-05-12”."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise problem("not_a_date", f"“{text}” is no day of the calendar") from None


def is_ambiguous(first: int, second: int) -> bool:
    """Tell whether two numbers can be day and month as well as month and day."""
    return first != second and max(first, second) <= 12


def read_written_date(text: str) -> dt.date:
    """Read a date in words of any language. It must hold a year of four digits."""
    import dateparser  # noqa: PLC0415  takes 0.2 s to load, and most dates need it not

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    is_short = len(text) <= LONGEST_DATE  # the parser tries every language, and takes seconds over a page of text
    found = dateparser.parse(text, settings=settings) if is_short and re.search(r"\b\d{4}\b", text) else None
    if not found:
        raise problem("not_a_date", f"“{text}” is not a date")
    return dt.date(found.year, found.month, found.day)


def read_language(value: object) -> object:
    """Check a language code (BCP 47: “en”, “fr-CA”); an underscore counts as a hyphen."""
    if not isinstance(value, str):
        return value
    code = value.strip().replace("_", "-")
    if not LANGUAGE.fullmatch(code):
        raise problem("not_a_language", f"“{value}” is not the short code of a language")
    return code


def read_colour(value: object) -> object:
    """Turn “#abc” or “#AABBCC” into “#aabbcc”."""
    if not isinstance(value, str):
        return value
    text = value.strip().lower()
    if SHORT_COLOUR.fullmatch(text):
        return "#" + "".join(digit * 2 for digit in text[1:])
    if not LONG_COLOUR.fullmatch(text):
        raise problem("not_a_colour", f"“{value}” is not a colour written as # and six digits or letters a to f")
    return text


def read_web_address(value: object) -> object:
    """Check an address that begins with https://."""
    if isinstance(value, str) and not WEB_ADDRESS.fullmatch(value.strip()):
        raise problem("not_an_address", f"“{value}” is not an address that begins with https://")
    return value


def read_website(value: object) -> object:
    """Check that an address which becomes a link leads to a website: "quay.example", "https://quay.example"."""
    if isinstance(value, str) and "://" in value and not WEBSITE.fullmatch(value.strip()):
        raise problem("not_an_address", f"“{value}” is not an address that begins with https://")
    return value


def read_mail_address(value: object) -> object:
    """Check that an e-mail address has one @ and no spaces."""
    if isinstance(value, str) and not MAIL_ADDRESS.fullmatch(value.strip()):
        raise problem("not_an_address", f"“{value}” is not an e-mail address")
    return value


def read_paper(value: object) -> object:
    """Accept “A4” and “Letter” in any case."""
    return value.strip().lower() if isinstance(value, str) else value


def read_version(value: object) -> object:
    """Accept “v2” for 2; a version is a whole number from 1."""
    text = str(value).strip().lower().removeprefix("v")
    if isinstance(value, bool | float) or not (text.isdecimal() and 1 <= int(text) <= 99):
        raise problem("not_a_version", f"“{value}” is not a whole number from 1 to 99")
    return int(text)


def read_moment(value: object) -> object:
    """Turn a day or moment of a settings file into text; what the text means is read later, with the release's."""
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, dt.date) else value


Day = Annotated[dt.date, BeforeValidator(read_date)]
Moment = Annotated[str, BeforeValidator(read_moment)]
Language = Annotated[str, BeforeValidator(read_language)]
Colour = Annotated[str, BeforeValidator(read_colour)]
WebAddress = Annotated[str, BeforeValidator(read_web_address)]
Website = Annotated[str, BeforeValidator(read_website)]
MailAddress = Annotated[str, BeforeValidator(read_mail_address)]


class ChangeForm(Settings):
    """What changed since the text was first sent out. `changed`: the words that say when."""

    version: Annotated[int | None, BeforeValidator(read_version)] = Field(default=None, examples=["2"])
    correction: str | None = Field(default=None, examples=['"An earlier version gave the wrong number of species."'])
    changed: Moment | None = Field(default=None, examples=['"2026-05-13 15:30 America/New_York"'])

    @field_validator("correction")
    @classmethod
    def require_later_version(cls, value: str | None, info: ValidationInfo) -> str | None:
        """Refuse a correction to version 1: that is the text before anything was corrected."""
        if value and info.data.get("version") == 1:
            hint = "Write “version” as 2 or more, or leave it out."
            raise problem("not_a_version", "what is corrected is at least version 2", hint)
        return value


OTHER_NUMBERS = dict.fromkeys(("mobile", "cell", "fax", "whatsapp", "signal", "web", "website"), "more")


class ContactSettings(Settings):
    """Whom a journalist rings."""

    other_words = mean(mail="email", tel="phone", telephone="phone", title="role", job="role", **OTHER_NUMBERS)

    name: str = Field(examples=['"Ada Thorn"'])
    role: str | None = Field(default=None, examples=['"Press officer"'])
    email: MailAddress | None = Field(default=None, examples=['"press@tidewick.example"'])
    phone: str | None = Field(default=None, examples=['"+1 202 555 0143"'])
    hours: str | None = Field(default=None, examples=['"Monday to Friday, 9 to 5"'])
    after_hours: str | None = Field(default=None, examples=['"+1 202 555 0199"'])
    more: str | None = Field(default=None, examples=['"Mobile: +1 202 555 0145"'])

    def said(self) -> Contact:
        """Return the contact as the kit prints it: an office that is only known by its address has it printed once."""
        is_named = self.name not in (self.email, self.phone)
        return Contact(**{**self.model_dump(), "name": self.name if is_named else ""})


def as_list(value: object) -> object:
    """Take a single group of settings for a list of one: [contacts] for [[contacts]]."""
    return [value] if isinstance(value, dict) else value


Contacts = Annotated[list[ContactSettings], BeforeValidator(as_list)]

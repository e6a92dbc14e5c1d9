"""What the top of a file says in words: settings that a blog wrote there too, remarks, and what holds a text back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from presskit.model import Planned

# Keys whose values are known, or are no words about the text.
KEY = re.compile(r"\A(?![\w -]*embargo|(?:publish|release)[ -]after|hold|not before)[\w -]{1,30}:\s+", re.IGNORECASE)
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])(?=\S+\s*[:=])")
SWITCHED_OFF = re.compile(r"(?:embargo|status)\s?[:=]", re.IGNORECASE)
# Keys of which the value alone says nothing: “publish_at: 2027-05-12 09:00”, “Freigabe: …”.
HOLDING = re.compile(
    r"[\"']?(?:release|publish|publication|live|go[ -]live|sperr\w+|freigabe|veröffentlichung|diffusion|parution"
    r"|difusi\w+|publicaci\w+|pubblicazione|publicatie|publicação)(?![\w -]*date)(?: (?:at|on|from|time|ab|le))?"
    r"[\"']?\s*[:=]\s*\S",
    re.IGNORECASE,
)
ON_HOLD = re.compile(
    r"[\"']?(?:on )?(?:hold|embargoed)[\"']?\s*[:=]\s*(?P<value>(?!(?:false|no|none|off)\b)\S.*)", re.IGNORECASE
)
DRAFT = re.compile(
    r"[\"']?(?:draft|private)[\"']?\s*[:=]\s*(?:true|yes|on)\b"
    r"|[\"']?(?:publish|published|approved|final|ready|cleared|freigegeben|validé|aprobado)[\"']?\s*[:=]\s*(?:false|no|off)\b"
    r"|[\"']?(?:visibility|access)[\"']?\s*[:=]\s*[\"']?(?:private|draft|hidden|unlisted)\b"
    r"|[\"']?(?:tags?|categor\w+|keywords?|labels?)[\"']?\s*[:=]\s*(?:[^#\n]*[\[,])?\s*[\"']?"
    r"(?:draft|entwurf|brouillon|borrador|مسودة)[\"']?\s*(?:[,\]]|$)",
    re.IGNORECASE,
)
# When a blog is to show a text: “publishDate: 2027-05-12”, “scheduled_at: 2027-05-12T09:00:00Z”.
PLANNED = re.compile(
    r"[\"']?(?:publish(?:ed|ing)?|publication|posting|pub|go[ _-]?live|schedul(?:ed?|ing)|release)"
    r"[ _-]?(?:date|at|on|time|for|from|until)?"
    r"[\"']?\s*[:=]\s*[\"']?(?P<day>20\d\d-\d\d-\d\d)(?!\d)",
    re.IGNORECASE,
)
CONFIDENTIAL = re.compile(r"[\"']?(?P<word>confidential|internal)[\"']?\s*[:=]\s*(?:true|yes|on)\b", re.IGNORECASE)
WORDLESS = re.compile(
    r"[\"']?(?:embargo[\"']?\s*:|status|tags?|categor\w+|keywords?|slug|permalink|url|path|image|layout"
    r"|(?!embargo)[\w -]*date)\b",
    re.IGNORECASE,
)


def joined(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines at the top of a file; the first below a key without a value with that key."""
    above = ""
    for line in lines:
        if re.fullmatch(r"\s*[\w-]+:\s*", line):
            above = line.strip().rstrip(":") + " "
            continue
        yield above + line.strip()
        above = ""


def planned_in(lines: Iterable[str]) -> Planned | None:
    """Return the first line at the top of a file that says when its text is to be published."""
    for number, line in enumerate(lines, 1):
        if found := PLANNED.match(line.strip()):
            with suppress(ValueError):
                return Planned(line.strip(), date.fromisoformat(found["day"]), number)
    return None


def told_above(lines: Iterable[str]) -> tuple[str, ...]:
    """Return what stands at the top of a file in words, a blog's own keys too, without those that hold no words."""
    said = [HUMP.sub(" ", line.strip().removeprefix("- ").replace("_", " ")) for line in joined(lines)]
    # A remark is about the text where it names a day; else it explains a setting.
    remarks = [line.lstrip("# ") for line in said if line.startswith("#") and any(map(str.isdigit, line))]
    marked = ["draft" for line in said if DRAFT.match(line)]
    marked += [found["word"] for line in said if (found := CONFIDENTIAL.match(line))]
    said = [line for line in said if line and not line.startswith("#") and not WORDLESS.match(line)]
    held = [line for line in said if HOLDING.match(line)]
    held += [f"Embargo: {found['value']}" for line in said if (found := ON_HOLD.match(line))]
    # A setting that is switched off holds nothing back.
    remarks = [line for line in remarks if not SWITCHED_OFF.match(line)]
    words = (*remarks, *held, *marked, *(KEY.sub("", line) for line in said))
    return tuple(line.strip("\"'") for line in words)

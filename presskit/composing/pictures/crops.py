"""Whether a photo may be shown in part: its terms, or what its file tells editors, may forbid it."""

from __future__ import annotations

import re

from presskit.model import Photo

FORBIDDEN = re.compile(
    r"\b(?:no|not(?:\s+to)?(?:\s+be)?|never(?:\s+be)?|without)\s+(?:any\s+)?crop(?:s|ped|ping)?\b|\buncropped\b"
    r"|\b(?:ne\s+pas|sans|non)\s+recadr(?:er|age|ée?s?)\b|\brecadrage\s+interdit"
    r"|\b(?:nicht|ohne|keine?r?)\s+(?:zu\s+)?(?:beschn(?:eiden|itten)|beschnitt\b|zuschneiden|zugeschnitten|zuschnitt)|\bunbeschnitten"
    r"|\b(?:no|sin|prohibido)\s+(?:se\s+)?recort(?:ar|es|ad[ao]s?)\b"
    r"|(?:دون|بدون|يمنع|عدم|لا\s+يجوز)\s+(?:ال)?(?:قص|اقتصاص)",
    re.IGNORECASE,
)


def may_crop(photo: Photo) -> bool:
    """Tell whether a page may leave out a part of a photo."""
    words = (photo.terms, photo.copyright, photo.instructions)
    return not any(FORBIDDEN.search(said) for said in words if said)

"""The page in which a window shows itself is composed of its template and of the words it says."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from presskit import gate
from presskit.composing.templating.filling import fill
from presskit.composing.templating.sandbox import sandbox_of
from presskit.kinds import kinds
from presskit.limits import DROPPED_BYTES, FILE_BYTES, MB
from presskit.preview.correcting.clock import places
from presskit.preview.desk import OUTPUTS
from presskit.preview.taking_in.kinds_said import KINDS
from presskit.preview.views import PAPERS
from presskit.resources import shipped
from presskit.settings.themes import theme_names


def compose_frame() -> str:
    """Return the page. For the main thread: a template has its clock there."""
    words: Mapping[str, Any] = tomllib.loads(gate.bytes_of(shipped("templates/preview/words.toml")).decode())
    named = [{"what": what, **words["outputs"][what.removeprefix(".")]} for what in OUTPUTS]
    return fill(
        sandbox_of((shipped("templates/preview"),)),
        "page.html",
        {
            "words": words["words"],
            "outputs": named,
            "said": Markup(json.dumps(words["words"])),
            "files": words["files"],
            "questions": words["questions"],
            "said_of_files": Markup(json.dumps({**words["files"], **_of_files()})),
            "panels": words["panels"],
            "zones": places(),
            "panels_said": Markup(
                json.dumps(
                    {
                        **words["panels"],
                        "mending": words["mending"],
                        "anywhere": words["anywhere"],
                        "themes": theme_names(),
                        "papers": PAPERS,
                    }
                )
            ),
        },
    )


def _of_files() -> dict[str, Any]:
    most, most_zip = (round(limit.most / MB) for limit in (FILE_BYTES, DROPPED_BYTES))
    return {"kinds": [_called(kind) for kind in KINDS], "most_mb": most, "most_zip_mb": most_zip}


def _called(kind: str) -> str:
    """Return what a menu calls a kind; nothing for the one that presskit tells by itself."""
    return kinds()[kind].role if kind in kinds() else kind

"""What `presskit inspect --json` prints for a release."""

from __future__ import annotations

from dataclasses import asdict

from presskit.model import Block, Release
from presskit.reading.reasons import NO_WORDS
from presskit.reading.result import Reading


def report(reading: Reading[Release], source: str) -> dict[str, object]:
    """Return the release as JSON values, in the order people read it; `source` is the file's name."""
    release = reading.document
    dateline = release.dateline
    return {
        "source": source,
        "headline": release.headline,
        "subhead": release.subhead,
        "dateline": {
            "text": dateline.text,
            "place": dateline.place,
            "date": dateline.date.isoformat() if dateline.date else None,
            "source": dateline.source,
        }
        if dateline
        else None,
        "date": release.date.isoformat() if release.date else None,
        "status": release.status,
        "embargo": release.embargo.until.isoformat() if release.embargo else None,
        "contacts": [
            {
                "name": one.name or None,
                "role": one.role,
                "email": one.email,
                "phone": one.phone,
                "hours": one.hours,
                "after_hours": one.after_hours,
                "more": one.more,
            }
            for one in release.contacts
        ],
        "boilerplate": text_about(release.boilerplate),
        "body": [
            {"kind": kind_of(block, above), "text": block.text, "line": block.line}
            for above, block in zip((None, *release.body), release.body, strict=False)
        ],
        "quotes": [{"text": quote.text, "speaker": quote.speaker} for quote in release.quotes],
        "end_mark": release.end_mark,
        "notes": [{"kind": block.kind, "text": block.text, "line": block.line} for block in release.notes],
        "removed": [asdict(one) for one in release.removed if one.why not in NO_WORDS],
        "unprinted": [asdict(one) for one in release.removed if one.why in NO_WORDS],
        "unsure": [asdict(one) for one in release.doubts],
        "findings": [
            {"code": one.code, "severity": one.severity, "message": one.message, "line": one.where.line}
            for one in reading.findings
        ],
    }


def text_about(blocks: tuple[Block, ...]) -> str | None:
    """Return the words about the organisation without the heading “About …” above them."""
    texts = [block.text for place, block in enumerate(blocks) if not (place == 0 and is_title(blocks))]
    return "\n\n".join(texts) or None


def is_title(blocks: tuple[Block, ...]) -> bool:
    """Tell whether the first block is a heading, or a short line above the text."""
    return len(blocks) > 1 and (blocks[0].kind == "heading" or len(blocks[0].text) < 90)


def kind_of(block: Block, above: Block | None) -> str:
    """Return what a block is: of words that stand right below a picture, whether they are its caption."""
    if above is None or above.kind != "figure":
        return block.kind
    from presskit.reading.cues.captions import is_caption  # noqa: PLC0415  (a library for markup, that few texts need)

    return "caption" if is_caption(block) else block.kind

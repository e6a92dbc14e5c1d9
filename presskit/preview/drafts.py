"""Drafts for a list of journalists that lies in the kit: who gets what, which rows are wrong, and each as it will look.

Nothing is sent. What is written is what `presskit mail --to` writes.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from presskit import gate, mailing
from presskit.errors import PresskitError
from presskit.findings import Finding
from presskit.mailing.audience import people_in
from presskit.mailing.orders import Mailed, MailOrder
from presskit.making.orders import BuildOrder
from presskit.preview.desk import Desk
from presskit.preview.remaking import NOTHING_MADE
from presskit.preview.telling import groups_json
from presskit.reading.lists.people import Recipient
from presskit.reporting import in_order
from presskit.terminal.phrases import short
from presskit.terminal.verdicts import headline_of

NONE = "There is no such list any more.\n"


class Drafts:
    """Reads the lists of a desk's kit and drafts mails to them; the last drafts can be looked at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._mailed: Mailed | None = None

    @property
    def routes(self) -> list[Route]:
        """What is asked, and who answers."""
        return [
            Route("/people/{number:int}/{list:int}", self._people, methods=["POST"]),
            Route("/drafts/{number:int}/{list:int}", self._drafts, methods=["POST"]),
            Route("/draft/{draft:int}", self._draft),
        ]

    @property
    def _order(self) -> BuildOrder:
        return replace(self._desk.order, purpose="email", output=None)

    async def _people(self, request: Request) -> Response:
        path = self._list(request)
        return JSONResponse(await run_in_threadpool(self.read, path)) if path else PlainTextResponse(NONE, 404)

    async def _drafts(self, request: Request) -> Response:
        path = self._list(request)
        return JSONResponse(await run_in_threadpool(self.write, path)) if path else PlainTextResponse(NONE, 404)

    async def _draft(self, request: Request) -> Response:
        said = await run_in_threadpool(self.draft, request.path_params["draft"])
        return JSONResponse(said) if said else PlainTextResponse(NONE, 404)

    def _list(self, request: Request) -> Path | None:
        """Return a list by its number among those of the state that is shown."""
        shown, place = self._desk.shown, request.path_params["list"]
        lists = shown.known.lists if shown.known else ()
        is_there = request.path_params["number"] == shown.number and 0 < place <= len(lists)
        return lists[place - 1] if is_there else None

    def read(self, path: Path) -> dict[str, Any]:
        """Return who stands on a list, and what is wrong with its rows."""
        with gate.opened(*self._desk.order.places):
            try:
                reading = self._desk.engine.alone(lambda: people_in(path, self._order))
            except PresskitError as error:
                return {"people": [], **_told(error.problems)}
        return {"people": [*map(_person, reading.document)], **_told(reading.findings)}

    def write(self, path: Path) -> dict[str, Any]:
        """Write the drafts, as `presskit mail --to` does, and return what became of it."""
        order = MailOrder(self._order, to=path)
        try:
            result = self._desk.engine.alone(lambda: mailing.make_drafts(order))
        except PresskitError as error:
            return {"verdict": NOTHING_MADE, "drafts": [], **_told(error.problems)}
        self._mailed = result
        return {
            "verdict": headline_of(result.findings),
            "folder": short(result.folder) if result.folder else "",
            "drafts": list(result.drafts),
            **_told(result.findings),
        }

    def draft(self, number: int) -> dict[str, str] | None:
        """Return a draft as it will look, by its number, from 1; None where there is none any more."""
        made = self._mailed
        if made is None or made.folder is None or not 0 < number <= len(made.drafts):
            return None
        with gate.opened(made.folder):
            file = made.folder / made.drafts[number - 1]
            if not gate.is_file(file):
                return None
            mail = email.message_from_bytes(gate.bytes_of(file), policy=email.policy.default)
        body = mail.get_body(("plain",))
        attached = [part.get_filename() or "" for part in mail.iter_attachments()]
        words = {name: str(mail[name] or "") for name in ("to", "subject")}
        return {**words, "text": body.get_content() if body else "", "attached": ", ".join(filter(None, attached))}


def _person(person: Recipient) -> dict[str, Any]:
    known = asdict(person)
    return {"name": person.name, **{word: known[word] for word in ("row", "email", "outlet", "language", "agreed")}}


def _told(findings: Sequence[Finding]) -> dict[str, Any]:
    return {"groups": groups_json(in_order(findings))}

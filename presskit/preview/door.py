"""Who is let in: the person at this computer, whose browser was given the key, and no page of anybody else.

Any page that is open in a browser can send requests to this computer, and any site can give itself a name that leads
to it (DNS rebinding). So each request has to know the key, name this very address as its host, and come from the window
itself. What is answered may be shown nowhere else, and loads nothing.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from presskit.limits import DROPPED_BYTES

HOST = "127.0.0.1"
MOST_BODY_BYTES = 65_536  # no other request says more than a text about an organisation
TAKING_IN = "drop"  # the first word of a path below which files are sent
KEY_BYTES = 24
MORE_THAN_ANY = DROPPED_BYTES.most + 1
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
ANSWERED: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    # A worker that is forked meanwhile holds a connection that is closed here: a browser that used it again would wait.
    "Connection": "close",
}


def new_key() -> str:
    """Return a key that nobody guesses."""
    return secrets.token_urlsafe(KEY_BYTES)


class Door:
    """Lets requests through to an application, or answers them itself: 403 for a stranger, 413 for too much."""

    def __init__(self, app: ASGIApp, key: str, port: int) -> None:
        self._app, self._key = app, key
        self._hosts = tuple(f"{name}:{port}" for name in (HOST, "localhost"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        if not self._knows_the_key(scope["path"]) or not self._is_from_here(headers, scope["method"]):
            await PlainTextResponse("This window belongs to somebody else.\n", 403)(scope, receive, _guarded(send))
        elif _announced(headers) > self._most(scope["path"], scope["method"]):
            await PlainTextResponse("That is too much at once.\n", 413)(scope, receive, _guarded(send))
        else:
            await self._app(scope, receive, _guarded(send))

    def _knows_the_key(self, path: str) -> bool:
        given = path.removeprefix("/").partition("/")[0]
        return hmac.compare_digest(given.encode(), self._key.encode())

    def _most(self, path: str, method: str) -> int:
        """Return how many bytes a request may have: a file no more than presskit would read."""
        first, _, below = path.removeprefix(f"/{self._key}/").partition("/")
        is_file = method == "PUT" and first == TAKING_IN and below
        return DROPPED_BYTES.most if is_file else MOST_BODY_BYTES

    def _is_from_here(self, headers: Headers, method: str) -> bool:
        if headers.get("host") not in self._hosts:
            return False
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
        if origin is None and method not in ("GET", "HEAD"):
            return False
        own = tuple(f"http://{host}" for host in self._hosts)
        return (origin is None or origin in own) and site in ("same-origin", "none")


def _announced(headers: Headers) -> int:
    """Return how many bytes a request says it has; one that does not say has too many."""
    length = headers.get("content-length", "" if "transfer-encoding" in headers else "0")
    return int(length) if length.isdecimal() else MORE_THAN_ANY


def _guarded(send: Send) -> Send:
    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in ANSWERED.items():
                headers[name] = value
        await send(message)

    return answer

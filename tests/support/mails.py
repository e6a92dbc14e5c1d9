"""Drafts as they are read back: by Python, and by mutt, a mail program."""

from __future__ import annotations

import email
import os
import pty
import select
import shutil
import subprocess
import termios
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from PIL import Image, ImageChops

from tests.support.needs import lacks, need_terminal

PATIENCE_S = 20.0
BODIES = 3  # the two kinds of text, and what holds them


def noisy_photos(folder: Path, number: int) -> list[Path]:
    """Make photos that no JPEG can make small: each is the same noise, moved on."""
    folder.mkdir(parents=True, exist_ok=True)
    grain = Image.merge("RGB", [Image.effect_noise((500, 333), 120) for _ in range(3)])
    noise = grain.resize((1500, 1000), Image.Resampling.NEAREST)
    paths = [folder / f"photo-{place:02d}.jpg" for place in range(1, number + 1)]
    for place, path in enumerate(paths):
        ImageChops.offset(noise, 150 * place, 100 * place).save(path, quality=50)
    return paths


def read_draft(path: Path) -> EmailMessage:
    """Return a draft as Python's parser reads it; nothing in it is out of order."""
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    assert not [part.defects for part in message.walk() if part.defects]
    return message


def body_of(message: EmailMessage, kind: str) -> str:
    """Return the "plain" or "html" body of a mail."""
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def opened_by_mutt(draft: Path, folder: Path, attached: int) -> tuple[str, list[bytes]]:
    """Return a mail's text as mutt shows it, and its attachments, of which there are so many, as mutt saves them."""
    need_terminal()
    if not shutil.which("mutt"):
        lacks("mutt is not installed")
    box, text = folder / "box", folder / "text"
    for name in ("cur", "new", "tmp"):
        (box / name).mkdir(parents=True)
    shutil.copy(draft, box / "new" / "1")
    # In mutt's list the attachments stand below the two bodies.
    saves = "".join(
        f"<view-attachments>{'<next-entry>' * (place + BODIES)}<save-entry><kill-line>{folder}/{place}<enter><exit>"
        for place in range(attached)
    )
    (folder / "muttrc").write_text(
        f"set folder={box} spoolfile={box} charset=utf-8 pipe_decode nowait_key noconfirmappend sleep_time=0\n"
        "ignore *\nunignore subject to\nalternative_order text/plain\n"
        f"push '<pipe-message>cat > {text}<enter>{saves}<exit>'\n"
    )
    _run_on_screen(["mutt", "-n", "-F", str(folder / "muttrc"), "-R", "-f", str(box)], folder)
    return text.read_text(encoding="utf-8"), [(folder / str(place)).read_bytes() for place in range(attached)]


def _run_on_screen(command: list[str], home: Path) -> None:
    """Run a program that draws on a screen, and let nobody look."""
    keyboard, screen = pty.openpty()
    termios.tcsetwinsize(screen, (24, 80))  # Debian 13's ncurses draws on no screen without a size
    own = os.environ | {"TERM": "xterm", "HOME": str(home), "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, env=own, stdin=screen, stdout=screen, stderr=screen) as process:
        os.close(screen)
        try:
            while select.select([keyboard], [], [], PATIENCE_S)[0]:
                if not os.read(keyboard, 65536):
                    break
            else:
                process.kill()
        except OSError:  # the program has ended
            pass
    os.close(keyboard)

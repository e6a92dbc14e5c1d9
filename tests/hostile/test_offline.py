"""The measuring itself: the network is refused and seen, what is left is found, a secret is found wherever it is."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.hostile import planted
from tests.hostile.inputs import Input, honest_kit, put, template
from tests.hostile.trial import Station, Trials, alone

ASK = "import socket; socket.create_connection(('{}', 9), timeout=3)"


@pytest.mark.parametrize("host", ["127.0.0.1", "192.0.2.1", "harbour.example"])
def test_who_asks_for_the_network_is_refused_and_written_down(trials: Trials, host: str) -> None:
    calls = trials.station.calls
    before = calls.read_text()
    own = trials.station.environment()
    asked = subprocess.run(
        [sys.executable, "-c", ASK.format(host)], env=own, capture_output=True, text=True, check=False
    )
    assert "ConnectionRefusedError" in asked.stderr
    assert host in calls.read_text().removeprefix(before)
    calls.write_text(before)


@pytest.mark.parametrize("ask", ["import subprocess; subprocess.run(['true'])", "import os; os.system('true')"])
def test_who_asks_for_a_program_is_refused_and_written_down(trials: Trials, ask: str) -> None:
    calls = trials.station.calls
    before = calls.read_text()
    own = trials.station.environment()
    assert subprocess.run([sys.executable, "-c", ask], env=own, capture_output=True, check=False).returncode
    assert "true" in calls.read_text().removeprefix(before)
    calls.write_text(before)


@pytest.mark.skipif(not alone(), reason="this machine makes no network of its own for us")
def test_the_station_stands_in_a_network_that_leads_nowhere(trials: Trials) -> None:
    trials.warm_up()
    assert trials.station.process
    own = Path(f"/proc/{trials.station.process.pid}")
    assert (own / "ns/net").readlink() != Path("/proc/self/ns/net").readlink()
    assert len((own / "net/route").read_text().splitlines()) <= 1, "the head of the table alone, or nothing"


def test_what_a_kit_prints_is_found(trials: Trials) -> None:
    """A secret in the kit itself is printed: if the search did not find it, it would find nothing elsewhere."""
    tried = Input(
        "own words", put("kit/releases/a.md", f"# {planted.WORD}\n\nHAVNEBY, 12 May 2026 – It opens today.\n")
    )
    _, broken = trials.outcome(tried)
    assert [line for line in broken if f"{planted.WORD} in kit" in line]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_secret_picture_is_found_in_a_zip(kind: str) -> None:
    picture, archive = BytesIO(), BytesIO()
    planted.secret_picture().resize((200, 150)).save(picture, kind, quality=60)
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("kit/photo", picture.getvalue())
    assert planted.found_in(archive.getvalue()) == {"the secret picture"}


def test_what_changes_and_what_is_left_is_found(trials: Trials) -> None:
    """A second kit stands beside the first while it is tried: as if presskit had written it."""
    tried = Input("a changed source", template("<p>x</p>"), "new kit/releases/other --no-questions")
    _, broken = trials.outcome(tried)
    assert [line for line in broken if line.startswith("a new file outside of the outputs")]


def test_when_it_ends_no_process_and_no_file_is_left(tmp_path: Path) -> None:
    """All that stays from one command to the next: the server of the workers, and its folder."""
    station = Station(tmp_path / "station")
    honest_kit(tmp_path)
    assert station.run(tmp_path, ["build", "kit", "-o", "out/kit.pdf"]).codes == (0,)
    assert station.close() == []

"""What tests of printing share: the profile that comes with Ghostscript."""

from __future__ import annotations

import pytest

from presskit.printing.inking.profiles import Profile, read_profile
from tests.support import ghostscript


@pytest.fixture(scope="session")
def profile() -> Profile:
    """Return a CMYK profile."""
    return read_profile(ghostscript.profile())

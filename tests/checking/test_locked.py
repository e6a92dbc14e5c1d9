from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from presskit import gate
from presskit.checking.archive import check_archive
from presskit.checking.blocks import documents_of
from presskit.checking.pdf import check_pdf
from presskit.checking.preflight import preflight
from presskit.checking.promises import PromisedPart, Promises
from presskit.errors import SourceError
from presskit.findings import Finding, has_errors
from tests.support.encrypted import LOCKS, encrypted
from tests.support.small_pdf import SmallPart, small_pdf

PLAIN = small_pdf([SmallPart("Ferry sails", ["Ferry sails at dawn"])]).bytes()
PROMISES = Promises((PromisedPart("Ferry sails"),))
Check = Callable[[bytes], tuple[Finding, ...]]
CHECKS: dict[str, Check] = {
    "a kit": lambda pdf: check_pdf(pdf, PROMISES),
    "an office printer": lambda pdf: preflight(pdf, "print"),
    "a print shop": lambda pdf: preflight(pdf, "shop"),
}


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_pdf_with_a_password_is_one_thing_to_fix(check: Check, lock: str) -> None:
    [found] = check(encrypted(PLAIN, lock, user="secret"))
    assert (found.code, found.severity) == ("p-022", "error")
    assert "without a password" in found.hint


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize(
    ("check", "code"),
    [("a kit", "p-024"), ("an office printer", "p-024"), ("a print shop", "p-023")],
)
def test_a_protected_pdf_is_judged_like_the_open_one_and_for_its_protection(check: str, code: str, lock: str) -> None:
    judge = CHECKS[check]
    first, *others = judge(encrypted(PLAIN, lock))
    assert first.code == code
    assert "printing" in first.message
    assert others == [*judge(PLAIN)]
    assert has_errors([first]) == (check == "a print shop")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_protected_pdf_is_compared(lock: str) -> None:
    assert documents_of(encrypted(PLAIN, lock), Path("kit.pdf")) == documents_of(PLAIN, Path("kit.pdf"))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_pdf_with_a_password_is_not_compared(lock: str) -> None:
    with pytest.raises(SourceError) as caught:
        documents_of(encrypted(PLAIN, lock, user="secret"), Path("kit.pdf"))
    assert [problem.message for problem in caught.value.problems] == [
        "kit.pdf is locked with a password: it cannot be opened."
    ]


def test_a_zip_with_a_locked_pdf_says_which_and_goes_on(tmp_path: Path) -> None:
    files = {"a.pdf": encrypted(PLAIN, user="secret"), "b.pdf": encrypted(PLAIN), "c.pdf": PLAIN}
    listed = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    with zipfile.ZipFile(tmp_path / "kit.zip", "w") as archive:
        for name, data in {**files, "files.txt": listed.encode()}.items():
            archive.writestr(name, data)
    with gate.opened(tmp_path):
        found = check_archive(tmp_path / "kit.zip", PROMISES)
    assert [(item.code, item.where.file and item.where.file.name) for item in found] == [
        ("p-022", "a.pdf"),
        ("p-024", "b.pdf"),
    ]

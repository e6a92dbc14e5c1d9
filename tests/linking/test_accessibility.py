"""The linked kit conforms to PDF/UA-1 as veraPDF sees it, and files with one defect each do not."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest

from presskit.linking.structuring.tree import below
from tests.support.linked import Render, Sample
from tests.support.verapdf import Verdict, need_verapdf, verdicts

Spoil = Callable[[pikepdf.Pdf], None]


def lose_tags(kit: pikepdf.Pdf) -> None:
    del kit.Root.StructTreeRoot


def lose_language(kit: pikepdf.Pdf) -> None:
    del kit.Root.Lang
    for element in below(kit.Root.StructTreeRoot.K[0]):
        if "/Lang" in element:
            del element.Lang


def lose_title(kit: pikepdf.Pdf) -> None:
    with kit.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        del xmp["dc:title"]


def lose_description(kit: pikepdf.Pdf) -> None:
    del next(element for element in below(kit.Root.StructTreeRoot.K[0]) if element.S == "/Figure").Alt


def lose_link_text(kit: pikepdf.Pdf) -> None:
    del kit.pages[0].obj.Annots[0].Contents


def lose_way_back(kit: pikepdf.Pdf) -> None:
    del kit.pages[0].obj.Annots[0].StructParent


def lose_artifact_marks(kit: pikepdf.Pdf) -> None:
    page = kit.pages[0]
    page.obj.Contents = kit.make_stream(
        page.obj.Contents.read_bytes().replace(b"/Artifact <</Type /Pagination>> BDC", b"/X BMC")
    )


DEFECTS: dict[str, tuple[Spoil, str]] = {
    "untagged": (lose_tags, "7.1-11"),
    "no language": (lose_language, "7.2-34"),
    "no title": (lose_title, "7.1-9"),
    "no description": (lose_description, "7.3-1"),
    "silent link": (lose_link_text, "7.18.5-2"),
    "loose link": (lose_way_back, "7.18.5-1"),
    "unmarked stamp": (lose_artifact_marks, "7.1-3"),
}


@pytest.fixture(scope="module")
def judged(sample: Sample, render: Render, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    """Judge the kit and its spoiled copies in one run."""
    folder = tmp_path_factory.mktemp("judged")
    files = {"kit": sample.file} | {name: folder / f"{name}.pdf" for name in DEFECTS} | {"plain": folder / "plain.pdf"}
    for name, (spoil, _) in DEFECTS.items():
        with pikepdf.open(sample.file) as kit:
            spoil(kit)
            kit.save(files[name])
    files["plain"].write_bytes(render("<h1>Plain</h1>", tagged=False))
    found = verdicts(list(files.values()))
    return {name: found[file] for name, file in files.items()}


def test_the_kit_conforms(judged: dict[str, Verdict]) -> None:
    assert judged["kit"].failed == ()
    assert judged["kit"].passed_checks > 5000


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_seen(judged: dict[str, Verdict], name: str) -> None:
    _, rule = DEFECTS[name]
    assert rule in [failed.split()[0] for failed in judged[name].failed]


def test_a_file_that_makes_no_claim_fails(judged: dict[str, Verdict]) -> None:
    assert len(judged["plain"].failed) > 3


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_without_java_the_check_is_passed_over_but_never_in_ci(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[Exception]
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(outcome, match="Java is not installed"):
        need_verapdf()

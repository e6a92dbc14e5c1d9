"""A file for an archive is PDF/A-3a and PDF/UA-1 as veraPDF sees it, and files with one defect each are not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Name

from presskit.linking import Enclosed, LinkablePart
from presskit.linking.keeping import PROFILE
from presskit.linking.linker import link
from presskit.linking.resources import drawing
from presskit.resources import shipped
from tests.support.linked import FACES, METADATA, Render, Sample
from tests.support.verapdf import validate

TEXTS = (
    Enclosed("ferry.md", b"# Ferry sails\n", "Ferry sails (Markdown)", "text/markdown", "Source"),
    Enclosed("ferry.txt", "Ferry sails – at dawn\n".encode(), "Ferry sails (text)", "text/plain", "Alternative"),
)
Spoil = Callable[[pikepdf.Pdf], None]


def lose_colours(kit: pikepdf.Pdf) -> None:
    del kit.Root.OutputIntents


def lose_relationship(kit: pikepdf.Pdf) -> None:
    del kit.Root.AF[0].AFRelationship


def lose_association(kit: pikepdf.Pdf) -> None:
    del kit.Root.AF


def lose_kind(kit: pikepdf.Pdf) -> None:
    del kit.Root.AF[0].EF.F.Subtype


def lose_explanation(kit: pikepdf.Pdf) -> None:
    before, _, rest = kit.Root.Metadata.read_bytes().partition(b"<pdfaExtension:schemas>")
    kit.Root.Metadata.write(before + rest.partition(b"</pdfaExtension:schemas>")[2])


def lose_claim(kit: pikepdf.Pdf) -> None:
    with kit.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        del xmp["pdfaid:part"]


def hide_link(kit: pikepdf.Pdf) -> None:
    kit.pages[0].obj.Annots[0].F = 0


def smooth_picture(kit: pikepdf.Pdf) -> None:
    drawn = [each for _, resources in drawing(kit) for each in resources.get(Name.XObject, {}).values()]
    next(each for each in drawn if each.Subtype == Name.Image).Interpolate = True


def add_program(kit: pikepdf.Pdf) -> None:
    kit.Root.OpenAction = pikepdf.Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


DEFECTS: dict[str, tuple[Spoil, str]] = {
    "colours without meaning": (lose_colours, "6.2.4.3-2"),
    "a text that is nothing to the pages": (lose_relationship, "6.8-3"),
    "texts that belong to nothing": (lose_association, "6.8-4"),
    "a text of no kind": (lose_kind, "6.8-1"),
    "a property that nobody knows": (lose_explanation, "6.6.2.3.1-1"),
    "no claim": (lose_claim, "6.6.4-2"),
    "a link that is not printed": (hide_link, "6.3.2-2"),
    "points made up": (smooth_picture, "6.2.8-3"),
    "a program": (add_program, "6.5.1-1"),
}


@pytest.fixture(scope="module")
def kept(sample: Sample) -> bytes:
    return link(sample.parts, [sample.stamps], METADATA, FACES, TEXTS).pdf


@pytest.fixture(scope="module")
def judged(kept: bytes, sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Judge the file, the one for a screen, and spoiled copies, by PDF/A-3a in one run."""
    folder = tmp_path_factory.mktemp("judged")
    files = {name: folder / f"{number}.pdf" for number, name in enumerate(("kit", *DEFECTS))}
    files["kit"].write_bytes(kept)
    for name, (spoil, _) in DEFECTS.items():
        with pikepdf.open(files["kit"]) as kit:
            spoil(kit)
            kit.save(files[name], min_version="1.7")
    files["screen"] = sample.file
    found = validate(list(files.values()), "3a")
    assert validate([files["kit"]]) == {files["kit"]: []}
    return {name: found[file] for name, file in files.items()}


def test_the_file_can_be_kept_and_read_aloud(judged: dict[str, list[str]]) -> None:
    assert judged["kit"] == []


def test_a_file_for_a_screen_makes_no_such_claim(judged: dict[str, list[str]]) -> None:
    assert any(failed.startswith("6.6.4-1 ") for failed in judged["screen"])


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_seen(judged: dict[str, list[str]], name: str) -> None:
    _, rule = DEFECTS[name]
    assert [failed for failed in judged[name] if failed.startswith(rule)], judged[name]


def test_each_text_lies_in_the_file_with_what_it_is(kept: bytes) -> None:
    with pikepdf.open(BytesIO(kept)) as pdf:
        for one, spec in zip(TEXTS, pdf.Root.AF, strict=True):
            assert (str(spec.F), str(spec.UF), str(spec.Desc)) == (one.name, one.name, one.description)
            assert spec.AFRelationship == f"/{one.relationship}"
            stream = spec.EF.F
            assert stream.read_bytes() == one.data
            assert stream.Subtype == f"/{one.mime}"
            assert {str(stream.Params[key]) for key in ("/CreationDate", "/ModDate")} == {"D:20310402000000Z"}
        assert list(pdf.attachments) == [one.name for one in TEXTS]


def test_what_it_says_of_itself_it_says_twice_alike(kept: bytes) -> None:
    with pikepdf.open(BytesIO(kept)) as pdf, pdf.open_metadata() as xmp:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert (info["/Title"], [info["/Author"]], info["/Subject"]) == (
            xmp["dc:title"],
            xmp["dc:creator"],
            xmp["dc:description"],
        )
        assert (info["/Creator"], info["/Producer"], info["/Keywords"]) == (
            xmp["xmp:CreatorTool"],
            xmp["pdf:Producer"],
            xmp["pdf:Keywords"],
        )
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")


@pytest.mark.parametrize(
    "drawn",
    [
        "<p style='color: device-cmyk(0 1 1 0)'>Red</p>",
        "<p style='border: 1pt solid device-cmyk(0 1 1 0)'>Red</p>",
        "<p style='opacity: .5; color: device-cmyk(0 1 1 0)'>Red</p>",
    ],
)
def test_a_page_in_inks_is_told(sample: Sample, render: Render, drawn: str) -> None:
    parts = [*sample.parts, LinkablePart("inks", "Inks", "en", render(f"<h1>Inks</h1>{drawn}"))]
    pages = link(parts, (), METADATA, FACES).pages
    [told] = link(parts, (), METADATA, FACES, TEXTS).findings
    assert (told.code, told.severity, told.where.page) == ("p-047", "error", pages)


def test_equal_arguments_give_equal_bytes(kept: bytes, sample: Sample) -> None:
    assert link(sample.parts, [sample.stamps], METADATA, FACES, TEXTS).pdf == kept


def test_the_shipped_profile_is_the_one_its_list_names(kept: bytes) -> None:
    folder = shipped(PROFILE).parent
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split() for line in lines)}
    assert set(sums) == {"LICENSE.txt", "sRGB.icc"}
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    with pikepdf.open(BytesIO(kept)) as pdf:
        [intent] = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == shipped(PROFILE).read_bytes()

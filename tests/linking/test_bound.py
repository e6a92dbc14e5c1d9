"""PDFs of others are bound in as they are, and do nothing but show their pages and lead to the web."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Object, ObjectStreamMode, Pdf, Permissions, Stream, String
from pypdf import PdfReader

from presskit.checking.binding import as_made, unbound
from presskit.composing.parts.groups import entries_of
from presskit.findings import Where, finding
from presskit.linking.binding.bound import examine
from presskit.model import Brand, Embargo, Enclosure, Kit
from tests.conftest import Cli
from tests.support.poppler import read_aloud, text
from tests.support.verapdf import validate
from tests.support.writing import release, write_kit

A4 = (595.28, 841.89)
Change = Callable[[Pdf], object]


def foreign(path: Path, change: Change = lambda pdf: None, *, pages: int = 2, size: tuple[float, float] = A4) -> Path:
    """Write a PDF as a scanner or a designer's program does: words in Helvetica, no tags."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with Pdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=size)
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
            page.obj.Contents = pdf.make_stream(f"BT /F1 24 Tf 20 300 Td (Survey sheet {number}) Tj ET".encode())
        change(pdf)
        pdf.save(path)
    return path


def tagged(pdf: Pdf) -> None:
    """Give each page a paragraph, and the file a language."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    numbers = Array()
    for index, page in enumerate(pdf.pages):
        element = Dictionary(Type=Name.StructElem, S=Name.P, P=document, Pg=page.obj, K=0)
        document.K.append(pdf.make_indirect(element))
        numbers.append(index)
        numbers.append(Array([document.K[index]]))
        page.obj.StructParents = index
        words = page.obj.Contents.read_bytes()
        page.obj.Contents = pdf.make_stream(b"/P <</MCID 0>> BDC\n" + words + b"\nEMC")
    root.K, root.ParentTree = Array([document]), pdf.make_indirect(Dictionary(Nums=numbers))
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    pdf.Root.Lang = String("fr")


def lying(pdf: Pdf, annotation: Dictionary) -> None:
    """Lay something on the first page."""
    annotation.Type, annotation.Rect = Name.Annot, Array([72, 600, 272, 640])
    first = pdf.pages[0].obj
    first.Annots = first.get(Name.Annots, Array())
    first.Annots.append(pdf.make_indirect(annotation))


def link(pdf: Pdf, **action: Object | Name | str) -> None:
    lying(pdf, Dictionary(Subtype=Name.Link, A=Dictionary(**action)))


def program(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    pdf.Root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS="1")]))
    )
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="1"))
    link(pdf, S=Name.JavaScript, JS="1")


def command(pdf: Pdf) -> None:
    link(pdf, S=Name.Launch, F="calc.exe")


def chained(pdf: Pdf) -> None:
    following = Dictionary(S=Name.Launch, F="calc.exe")
    lying(pdf, Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="https://tower.example/", Next=following)))


def other_file(pdf: Pdf) -> None:
    link(pdf, S=Name.GoToR, F="secret.pdf", D=Array([0, Name.Fit]))
    link(pdf, S=Name.URI, URI="file:///etc/passwd")


def fetching(pdf: Pdf) -> None:
    image = Stream(pdf, b"")
    image.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1], Ref=Dictionary(F="secret.pdf")
    )
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=pdf.make_indirect(image))


def attached(pdf: Pdf) -> None:
    pdf.attachments["prices.txt"] = b"secret prices"
    file = Dictionary(Type=Name.Filespec, F="more.txt", EF=Dictionary(F=pdf.make_stream(b"more secrets")))
    lying(pdf, Dictionary(Subtype=Name.FileAttachment, FS=file))


def remark(pdf: Pdf) -> None:
    lying(pdf, Dictionary(Subtype=Name.Text, Contents="do not send this"))


def form(pdf: Pdf) -> None:
    look = pdf.make_stream(b"BT /F1 12 Tf 2 10 Td (filled in) Tj ET", Type=Name.XObject, Subtype=Name.Form)
    look.BBox, look.Resources = Array([0, 0, 200, 40]), pdf.pages[0].obj.Resources
    field = Dictionary(Subtype=Name.Widget, FT=Name.Tx, T="name", V="filled in", AP=Dictionary(N=look), F=4)
    lying(pdf, field)
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[-1]]))


def played(pdf: Pdf) -> None:
    lying(pdf, Dictionary(Subtype=Name.Screen))


HOSTILE: dict[str, tuple[Change, str]] = {
    "programs": (program, "programs"),
    "commands": (command, "commands to open other programs"),
    "chained": (chained, "commands to open other programs"),
    "files": (other_file, "links to files"),
    "fetching": (fetching, "links to files"),
    "attached": (attached, "attached files"),
    "remarks": (remark, "remarks"),
    "form": (form, "the fields of a form"),
    "film": (played, "sound and film"),
}
DEEDS = (b"/JavaScript", b"/Launch", b"/GoToR", b"file:", b"/Filespec", b"secret", b"/AcroForm", b"/Widget", b"/AA")


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_stranger_s_file_would_do_is_taken_out_and_told(tmp_path: Path, name: str) -> None:
    change, taken = HOSTILE[name]
    examined = examine(foreign(tmp_path / "a.pdf", change).read_bytes())
    assert (examined.refusal, taken in examined.taken) == (None, True)


def all_of_it(pdf: Pdf) -> None:
    for change, _ in HOSTILE.values():
        if change is not form:
            change(pdf)
    form(pdf)


def protected(path: Path) -> Path:
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=Encryption(owner="x", user="", allow=Permissions(modify_other=False)))
    return path


def cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:-300])
    return path


def hidden(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="prices"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def dynamic(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp/>"))


def looped(pdf: Pdf) -> None:
    tagged(pdf)
    document = pdf.Root.StructTreeRoot.K[0]
    document.K[0].K = Array([document])


@pytest.mark.parametrize(
    ("write", "reason"),
    [
        (lambda path: protected(foreign(path)), "it is protected, and a copy would not be"),
        (lambda path: cut(foreign(path)), "it is damaged in places"),
        (lambda path: foreign(path, hidden), "it has layers that are switched off, and would show them"),
        (lambda path: foreign(path, dynamic), "it is a form of a kind that only its own program shows"),
    ],
)
def test_what_cannot_be_bound_in_is_refused_in_a_sentence(
    tmp_path: Path, write: Callable[[Path], Path], reason: str
) -> None:
    assert examine(write(tmp_path / "a.pdf").read_bytes()).refusal == reason


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>"]
)
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert examine(data).refusal is not None


def promised(pdf: Pdf) -> None:
    with pdf.open_metadata() as xmp:
        xmp["pdfuaid:part"] = "1"


def tagged_and_promised(pdf: Pdf) -> None:
    tagged(pdf)
    promised(pdf)


@pytest.mark.parametrize(("change", "is_kept"), [(promised, False), (tagged, False), (tagged_and_promised, True)])
def test_a_promise_counts_where_the_tags_for_it_are_there(tmp_path: Path, change: Change, is_kept: bool) -> None:
    assert examine(foreign(tmp_path / "a.pdf", change).read_bytes()).is_accessible is is_kept


def test_a_tree_of_tags_that_leads_in_a_circle_ends(tmp_path: Path) -> None:
    examine(foreign(tmp_path / "a.pdf", looped).read_bytes())


def plain(data: bytes) -> bytes:
    """Return a PDF's objects as they read, nothing packed."""
    done = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        pdf.save(done, object_stream_mode=ObjectStreamMode.disable, compress_streams=False)
    return done.getvalue()


def followed(data: bytes) -> dict[str, int]:
    """Follow the links of a kit's first pages; return the index of the page that each opens, by what it says of it."""
    reader = PdfReader(BytesIO(data))
    numbers = {page.indirect_reference.idnum: index for index, page in enumerate(reader.pages)}
    opened = {}
    for page in reader.pages[:2]:
        for link in (each.get_object() for each in page.get("/Annots", ())):
            place = link.get("/Dest")
            if isinstance(place, str):
                place = reader.named_destinations[place].dest_array
            if place is not None:
                opened[link["/Contents"]] = numbers[place[0].idnum]
    return opened


def is_whole(pdf: Path) -> bool:
    """Tell whether qpdf, a program of its own, finds nothing wrong with a file."""
    done = subprocess.run(["qpdf", "--check", pdf], capture_output=True, text=True, check=False)
    return done.returncode == 0 and "WARNING" not in done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf's own program is not installed")
def test_pages_stand_behind_the_kit_s_and_nothing_of_a_stranger_s_file_runs(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(
        tmp_path / "kit", {"a.md": f"{release()}\nCONTACT: Ada Thorn, 202-555-0143\n", "kit.toml": "bind = true\n"}
    )
    foreign(kit / "documents" / "Hostile.pdf", lambda pdf: (tagged(pdf), all_of_it(pdf)), pages=1)
    foreign(kit / "documents" / "Survey_2026.pdf", size=(300, 400))
    protected(foreign(kit / "documents" / "Protected.pdf"))
    pdf = tmp_path / "kit.pdf"
    done = cli("build", kit, "-o", pdf)
    assert done.code == 0, done.out
    data = pdf.read_bytes()
    reader = PdfReader(BytesIO(data))
    own = len(reader.pages) - 3
    assert [page.mediabox[2:] for page in reader.pages[own + 1 :]] == [[300, 400]] * 2
    words = text(pdf)
    assert words.count("Survey sheet 1") == 2
    assert "filled in" in words
    assert f"Contacts {own} Hostile {own + 1} Survey 2026 {own + 2}" in " ".join(words.split())
    assert [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)][-2:] == [
        "Hostile",
        "Survey 2026",
    ]
    assert followed(data).items() >= {"Contacts": own - 1, "Hostile": own, "Survey 2026": own + 1}.items()
    assert [deed for deed in DEEDS if deed in plain(data)] == []
    assert is_whole(pdf)
    assert "Survey sheet 1" in read_aloud(pdf)  # of the one that has tags
    assert "pdfuaid" not in plain(data).decode("latin-1")
    said = " ".join(done.out.split())
    assert "Survey_2026.pdf is bound in, and nobody who reads with a screen reader hears a word of it" in said
    assert "Hostile.pdf is bound in, and whoever reads with a screen reader may miss something" in said
    assert "Protected.pdf is not bound in, because it is protected" in said
    again = tmp_path / "again.pdf"
    cli("build", kit, "-o", again)
    assert again.read_bytes() == data


def test_a_kit_stays_open_to_everybody_where_what_it_binds_in_is(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"a.md": release()})
    (kit / "documents").mkdir()
    cli("build", kit / "a.md", "-o", tmp_path / "own.pdf")
    with Pdf.open(tmp_path / "own.pdf") as own:  # as if another program had made it
        del own.docinfo
        with own.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            for key in ("pdf:Producer", "xmp:CreatorTool"):
                del xmp[key]
        own.save(kit / "documents" / "own.pdf")
    (kit / "kit.toml").write_text('bind = "scaled"\npaper = "a4"\n', encoding="utf-8")
    pdf = tmp_path / "kit.pdf"
    done = cli("build", kit, "-o", pdf)
    assert done.code == 0, done.out
    assert "bound in" not in done.out
    assert validate([pdf]) == {pdf: []}
    assert followed(pdf.read_bytes())["own"] == len(PdfReader(pdf).pages) - len(
        PdfReader(kit / "documents/own.pdf").pages
    )
    assert {tuple(map(round, page.mediabox[2:])) for page in PdfReader(pdf).pages} == {(595, 842)}
    assert read_aloud(pdf).count("Ferry stops at all nine islands") >= 2


@pytest.mark.parametrize(
    "changes", [{"embargo": Embargo(datetime(2090, 5, 12, tzinfo=UTC), "UTC")}, {"purpose": "print"}]
)
def test_what_must_say_more_on_every_page_is_not_bound_with_others(tmp_path: Path, changes: dict[str, Any]) -> None:
    survey = Enclosure(tmp_path / "Survey.pdf", "Survey", 2, "as it is")
    kit = Kit("K", Brand("Tidewick"), "en", tmp_path, (), enclosures=(survey,))
    assert kit.bound == (survey,)
    assert list(unbound(kit)) == []
    held = replace(kit, **changes)
    assert held.bound == ()
    assert [item.code for item in unbound(held)] == ["s-045"]
    told = [
        finding("s-043", Where(survey.path), name="Survey.pdf", loss="it has no tags"),
        finding("p-051", Where(survey.path)),
    ]
    assert [item.code for item in as_made(told, kit)] == ["s-043"]
    assert [item.code for item in as_made(told, held)] == ["p-051"]  # it goes along with all that it carries


def test_a_personal_copy_holds_the_kit_s_own_pages_alone(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"a.md": release(), "kit.toml": "bind = true\n"})
    foreign(kit / "documents" / "Survey.pdf")
    (tmp_path / "list.csv").write_text("name,email\nJo Reed,jo@post.example\n", encoding="utf-8")
    done = cli("personal", kit, "--to", tmp_path / "list.csv", "-o", tmp_path / "copies")
    [copy] = (tmp_path / "copies").glob("*.pdf")
    assert "each page of a personal copy says whose it is" in " ".join(done.out.split())
    assert "Survey sheet" not in text(copy)


def test_the_contents_part_what_is_bound_in_from_the_kit_s_own(tmp_path: Path) -> None:
    survey = Enclosure(tmp_path / "Survey.pdf", "Survey", 2, "as it is")
    brand = Brand("Tidewick", web="tidewick.example")
    kit = Kit("K", brand, "en", tmp_path, (), enclosures=(survey, replace(survey, bind="")))
    assert [(one.kind, one.label, one.detail, one.number) for one in entries_of(kit, {"bound:0": 7})] == [
        ("beside", "Beside this kit", "PDF, 2 pages", ""),
        ("closing", "Contacts", None, "00"),
        ("bound", "Bound in behind", "PDF, 2 pages", "7"),
    ]

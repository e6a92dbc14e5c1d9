"""A finished PDF changed by another tool: pages, links, pictures, words and what the file says of itself."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

Change = Callable[[Pdf], object]
CONTENTS, PIER = 0, "A pier with two boats"  # the page with the contents, from 0, and what describes the photo


def changed(pdf: bytes, change: Change) -> bytes:
    """Return a PDF after a change."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        change(opened)
        opened.save(file)
    return file.getvalue()


def elements(pdf: Pdf, role: str) -> Iterator[Object]:
    """Yield the elements of the structure tree with a role, such as "/Figure"."""
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/S") == role and "/P" in item:
            yield item


def links(pdf: Pdf, starts: str) -> Iterator[Object]:
    """Yield the links to addresses that start so."""
    for page in pdf.pages:
        for link in page.obj.get("/Annots", ()):
            if str(link.get("/A", {}).get("/URI", "")).startswith(starts):
                yield link


def pictures(page: pikepdf.Page) -> list[str]:
    """Return the names of a page's pictures."""
    drawn = page.obj.Resources.get("/XObject", {})
    return [name for name in drawn if drawn[name].get("/Subtype") == "/Image"]


def page_with_picture(pdf: Pdf) -> int:
    """Return the last page with one picture: the closing page."""
    return [number for number, page in enumerate(pdf.pages) if len(pictures(page)) == 1][-1]


def swap_pages(pdf: Pdf) -> None:
    page = pdf.pages[2]
    del pdf.pages[2]
    pdf.pages.insert(3, page)


def take_page_away(pdf: Pdf) -> None:
    del pdf.pages[2]


def add_page(pdf: Pdf) -> None:
    pdf.add_blank_page()


def lead_elsewhere(pdf: Pdf) -> None:
    for link in links(pdf, "mailto:"):
        link.A.URI = String("mailto:ada@elsewhere.example")


def lead_to_another_page(pdf: Pdf) -> None:
    link = next(link for link in pdf.pages[CONTENTS].obj.Annots if "/URI" not in link.get("/A", {}))
    link.Dest = Array([pdf.pages[-1].obj, Name.Fit])
    if "/A" in link:
        del link.A


def exchange_picture(pdf: Pdf) -> None:
    page = pdf.pages[page_with_picture(pdf)]
    [name] = pictures(page)
    picture = pdf.make_stream(bytes([200, 0, 0]), ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Width=1, Height=1)
    picture.Type, picture.Subtype = Name.XObject, Name.Image
    page.obj.Resources.XObject[name] = picture


def paint_over(pdf: Pdf) -> None:
    pdf.pages[page_with_picture(pdf)].contents_add(b"q 1 1 1 rg 50 300 200 300 re f Q")


def paint_over_by_a_link(pdf: Pdf) -> None:
    """Give a link a look of its own, which hides what is below it."""
    link = next(links(pdf, "mailto:"))
    look = pdf.make_stream(b"1 1 1 rg 0 0 99 99 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 99, 99]))
    link.AP = Dictionary(N=look)


def write_over(pdf: Pdf) -> None:
    page = pdf.pages[-1]
    face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources.Font["/Other"] = pdf.make_indirect(face)
    page.contents_add(b"q 1 1 1 rg 60 500 300 40 re f 0 g BT /Other 14 Tf 70 510 Td (Ring 555-0199) Tj ET Q")


def describe_otherwise(pdf: Pdf) -> None:
    for figure in elements(pdf, "/Figure"):
        if PIER in str(figure.get("/Alt")):
            figure.Alt = String("A pier without boats")


def number_otherwise(pdf: Pdf) -> None:
    """Paint the first page number of the contents as the last one."""
    page = pdf.pages[CONTENTS]
    content = page.Contents.read_bytes()
    numbers = [*re.finditer(rb"\[ ?(<[0-9a-f]{4}>) ?0 ?\] TJ", content)]
    first, last = numbers[0], numbers[-1]
    page.obj.Contents = pdf.make_stream(content[: first.start(1)] + last[1] + content[first.end(1) :])


def say_otherwise(pdf: Pdf) -> None:
    """Let what is searched and copied say p for q; nothing changes that is seen."""
    for font in (item for item in pdf.objects if isinstance(item, Dictionary) and "/ToUnicode" in item):
        font.ToUnicode = pdf.make_stream(font.ToUnicode.read_bytes().replace(b"<0051>", b"<0050>"))


def lay_remark(pdf: Pdf) -> None:
    remark = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([90, 90, 300, 200]), Contents=String("Ring 555-0199")
    )
    page = pdf.pages[2].obj
    page.Annots = Array([*page.get("/Annots", ()), pdf.make_indirect(remark)])


def run_program(pdf: Pdf) -> None:
    pdf.Root.OpenAction = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def attach_file(pdf: Pdf) -> None:
    pdf.attachments["list.txt"] = b"names"


def sign(pdf: Pdf) -> None:
    pdf.docinfo.Author = String("Somebody else")


def name_otherwise(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[2].title = "Another headline"


def save_anew(pdf: Pdf) -> None:
    """Change nothing."""


# Each change, with the code, the page (None: of the whole file) and the words by which it is told.
CHANGES: Mapping[str, tuple[Change, str, int | None, str]] = {
    "pages swapped": (swap_pages, "p-035", 4, "Page 4 of the file is page 3 of the kit"),
    "a page taken away": (take_page_away, "p-035", None, "Page 3 of the kit is not in the file"),
    "a page added": (add_page, "p-035", 6, "Page 6 of the file is not in the kit"),
    "an address of mail": (
        lead_elsewhere,
        "p-033",
        1,
        "“mailto:ada@elsewhere.example” in the file, and to “mailto:ada",
    ),
    "a link to a page": (lead_to_another_page, "p-033", 1, "leads to page 5 in the file, and to page 2 in the kit"),
    "a picture": (exchange_picture, "p-034", 5, "The picture “A pier with two boats” is not the kit's"),
    "painted over": (paint_over, "p-036", 5, "something is painted over it"),
    "painted over by a link": (paint_over_by_a_link, "p-036", 1, "something is painted over it"),
    "written over": (write_over, "p-036", 5, "“Ring 555-0199” is painted on it in the file"),
    "a description": (describe_otherwise, "p-030", 1, "without boats” where the kit says “A pier with two boats”"),
    "a page number": (number_otherwise, "p-030", 1, "where the kit says"),
    "what is searched": (say_otherwise, "p-030", 1, "“Puillon Ferry"),
    "a remark": (lay_remark, "p-033", 3, "(“FreeText Ring 555-0199”) is in the file"),
    "a program": (run_program, "p-037", None, "What it does when it is opened is in the file"),
    "an attachment": (attach_file, "p-037", None, "A file attached to it is in the file and not in the kit"),
    "an author": (sign, "p-037", None, "“Somebody else” in the file, and “Quillon Ferry” in the kit"),
    "the outline": (name_otherwise, "p-037", None, "Its outline is not the kit's"),
    "nothing": (save_anew, "p-038", None, "another program has saved it anew"),
}


def leave_remark(pdf: Pdf) -> None:
    """Leave a note on a page, as a colleague does."""
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([9, 9, 29, 29]), Contents=String("Is this right?"))
    page = pdf.pages[0].obj
    page.Annots = Array([*page.get("/Annots", Array()), pdf.make_indirect(note)])


def attach(pdf: Pdf) -> None:
    """Attach a file."""
    pdf.attachments["budget.xlsx"] = b"..."


def add_script(pdf: Pdf) -> None:
    """Let the file run a script when it is opened."""
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def hide_layer(pdf: Pdf) -> None:
    """Add a layer that is switched off."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("For our lawyer")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))

"""`check --html`: one page that holds all it shows, says what the terminal says, and obeys nobody's words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html as lxml_html
from pikepdf import Name, String

from presskit.composing.report import Group, Report, Sheet, Told
from presskit.findings import Where, finding
from presskit.rendering import page_pictures
from presskit.rendering.page_pictures import draw_pages
from presskit.reporting import write_report
from presskit.writing.report import report_page
from tests.conftest import Cli
from tests.support import browser
from tests.support.in_process import work_in_process
from tests.support.small_pdf import SmallPart, SmallPdf, small_pdf
from tests.support.tampered import leave_remark
from tests.support.words import never_read
from tests.support.writing import brand, release, write_kit

HOSTILE = "<script>alert(1)</script>"
JPEG = b"\xff\xd8\xff"
FOUND = Told(1, "error", "p-011", f"A picture {HOSTILE} has no description.", f"Describe it {HOSTILE}.", HOSTILE, (2,))
REPORT = Report(
    f"{HOSTILE}.pdf",
    "Not ready to send: 1 thing to fix.",
    "",
    "not ready",
    (Group("To fix", (FOUND,)),),
    (Sheet(1, 10, 20), Sheet(2, 10, 20, (FOUND,))),
    3,
    "Not shown here: page 3.",
)


@pytest.fixture(autouse=True)
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    work_in_process(monkeypatch)


def pdf_with(*parts: str) -> SmallPdf:
    return small_pdf([SmallPart(part, [part]) for part in parts])


def file_of(folder: Path, small: SmallPdf, name: str = "brochure.pdf") -> Path:
    path = folder / name
    path.write_bytes(small.bytes())
    return path


def kit_of(folder: Path, files: dict[str, str]) -> Path:
    write_kit(folder / "kit", {"brand/brand.toml": brand(), **files})
    return folder / "kit"


def page_at(path: Path) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(path.read_text(encoding="utf-8"))


def test_a_report_says_what_the_terminal_says_and_leads_both_ways(cli: Cli, tmp_path: Path) -> None:
    small = pdf_with("Ferry", "Figures")
    leave_remark(small.pdf)
    del small.pdf.Root.Lang
    pdf = file_of(tmp_path, small)
    alone = cli("check", pdf)
    told = cli("check", pdf, "--html", tmp_path / "report.html")
    assert told.code == alone.code == 8
    assert told.out == f"{alone.out}The report: {tmp_path / 'report.html'}\n"
    page = page_at(tmp_path / "report.html")
    assert page.findtext(".//h1") == alone.out.splitlines()[-1]
    assert [each.text for each in page.iter("code")] == ["p-003", "p-049"]
    [link] = [each for each in page.iter("a") if each.get("href") == "#page-1"]
    [back] = [each for each in page.iter("a") if each.get("href") == "#finding-2"]
    assert (link.text, back.getparent().getparent().getparent().getparent().get("id")) == ("page 1", "page-1")
    assert [each.get("alt") for each in page.iter("img")] == [
        "Page 1, with 1 thing found",
        "Page 2, with nothing found",
    ]


def test_a_finding_of_several_pages_stands_beside_each(cli: Cli, tmp_path: Path) -> None:
    small = pdf_with("One", "Two", "Three")
    for page in small.pdf.pages:
        del page.obj.StructParents
    assert cli("check", file_of(tmp_path, small), "--html", tmp_path / "r.html").code == 8
    assert len(page_at(tmp_path / "r.html").xpath("//article[@class='marked']")) == 3


def test_a_kits_pages_are_shown_and_json_names_the_report(cli: Cli, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, {"releases/ferry.md": release()})
    told = cli("check", kit, "--html", tmp_path / "r.html", "--json")
    facts = json.loads(told.out)
    assert facts["report"] == str(tmp_path / "r.html")
    assert "report" not in json.loads(cli("check", kit, "--json").out)
    assert page_at(tmp_path / "r.html").xpath("//article//img")


def test_a_report_is_written_each_time_though_the_answer_is_known(cli: Cli, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, {"releases/ferry.md": release()})
    for _ in range(2):
        cli("check", kit, "--html", tmp_path / "r.html")
        assert (tmp_path / "r.html").is_file()
        (tmp_path / "r.html").unlink()


def test_a_file_against_its_kit_is_shown(cli: Cli, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, {"releases/ferry.md": release()})
    cli("build", kit, "-o", tmp_path / "kit.pdf")
    told = cli("check", tmp_path / "kit.pdf", "--against", kit, "--html", tmp_path / "r.html")
    assert told.code == 0
    assert [each.text for each in page_at(tmp_path / "r.html").iter("code")] == ["p-029"]
    assert page_at(tmp_path / "r.html").xpath("//img")


def test_a_file_that_nobody_can_open_has_a_report_without_pages(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "cut.pdf").write_bytes(pdf_with("One").bytes()[:300])
    assert cli("check", tmp_path / "cut.pdf", "--html", tmp_path / "r.html").code == 8
    page = page_at(tmp_path / "r.html")
    assert page.xpath("//img") == []
    assert "The pages are not shown: the file cannot be opened." in page.text_content()


def test_words_of_strangers_are_words(tmp_path: Path) -> None:
    data = report_page(REPORT, (JPEG, JPEG)).decode()
    page = lxml_html.document_fromstring(data)
    assert not page.xpath("//script")
    assert page.text_content().count(HOSTILE) >= 5
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; img-src data:; font-src data:; style-src 'sha256-")
    assert not re.search(r"""(?:src|href)=["'](?!#|data:)|url\((?!data:)|@import|<iframe|\son\w+=""", data)


def test_a_hostile_remark_in_a_file_is_no_part_of_the_page(cli: Cli, tmp_path: Path) -> None:
    small = pdf_with("One")
    leave_remark(small.pdf)
    small.pdf.pages[0].obj.Annots[0].Contents = String(f"</p>{HOSTILE}")
    cli("check", file_of(tmp_path, small), "--html", tmp_path / "r.html")
    page = page_at(tmp_path / "r.html")
    assert not page.xpath("//script")
    assert HOSTILE in page.text_content()


@pytest.mark.parametrize("name", ["brochure.pdf", "report.pdf", "report", "report.txt"])
def test_a_report_is_a_web_page_and_never_what_is_checked(cli: Cli, tmp_path: Path, name: str) -> None:
    pdf = file_of(tmp_path, pdf_with("One"))
    before = pdf.read_bytes()
    assert cli("check", pdf, "--html", tmp_path / name).code != 0
    assert pdf.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["brochure.pdf"]


def test_a_report_takes_no_sources_place(cli: Cli, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, {"releases/ferry.html": f"<h1>Ferry</h1><p>{release()}</p>"})
    source = kit / "releases/ferry.html"
    before = source.read_bytes()
    assert cli("check", kit, "--html", source).code != 0
    assert source.read_bytes() == before
    told = cli("check", kit, "--html", kit / "releases/report.html")
    assert "b-013" in told.err
    assert not (kit / "releases/report.html").exists()


def test_several_files_have_no_report_together(cli: Cli, tmp_path: Path) -> None:
    files = [file_of(tmp_path, pdf_with("One"), name) for name in ("a.pdf", "b.pdf")]
    told = cli("check", *files, "--html", tmp_path / "r.html")
    assert told.code == 2
    assert "--html reports on one finished file at a time" in told.err


def test_a_long_file_shows_its_marked_pages_and_says_which_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_pictures, "MOST_PAGES", 3)
    pdf = file_of(tmp_path, pdf_with(*"abcdef"))
    drawn = draw_pages(pdf.read_bytes(), {5})
    assert ([each.page for each in drawn.pictures], drawn.pages) == ([1, 2, 5], 6)
    monkeypatch.setattr(page_pictures, "MOST_BYTES", len(drawn.pictures[2].data))
    assert [each.page for each in draw_pages(pdf.read_bytes(), {5}).pictures] == [5]
    found = [finding("p-011", Where(pdf, page=5)), finding("p-011", Where(pdf, page=99))]
    write_report(tmp_path / "r.html", pdf.name, found, "Not ready to send: 2 things to fix.", pdf)
    page = page_at(tmp_path / "r.html")
    assert "Not shown here: pages 1–4, 6." in page.text_content()
    assert [each.text for each in page.xpath("//p[@class='place']/a")] == ["page 5"]
    assert "page 99" in page.text_content()


def test_equal_files_give_equal_reports(tmp_path: Path) -> None:
    small = SmallPdf()
    small.add_page(b"1 0 0 rg 20 20 99 99 re f")
    assert draw_pages(small.bytes(), ()) == draw_pages(small.bytes(), ())
    assert report_page(REPORT, (JPEG, JPEG)) == report_page(REPORT, (JPEG, JPEG))


def test_a_page_of_any_size_is_drawn_small() -> None:
    small = pdf_with("One", "Two")
    small.pdf.pages[0].obj.MediaBox = [0, 0, 14400, 20]
    small.pdf.pages[1].obj.MediaBox = [0, 0, 20, 14400]
    for picture in draw_pages(small.bytes(), ()).pictures:
        assert picture.data.startswith(b"\xff\xd8")
        assert picture.width_px <= 1001
        assert picture.height_px <= 1801


def test_a_page_that_does_not_exist_is_left_out() -> None:
    small = pdf_with("One", "Two")
    small.pdf.Root.Pages.Kids[1][Name.Type] = Name.Nothing
    assert [each.page for each in draw_pages(small.bytes(), ()).pictures][:1] == [1]


@pytest.mark.parametrize("width_px", [360, 1200])
def test_a_report_is_readable_by_everybody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width_px: int) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE")  # without which the browser has no letters
    audit = browser.audit(report_page(REPORT, (JPEG, JPEG)), tmp_path, width_px)
    assert audit.violations == []
    assert {"color-contrast", "image-alt", "heading-order", "region", "skip-link"} <= set(audit.passes)
    assert audit.scroll_px <= audit.width_px
    assert audit.wide == []


def test_a_report_is_in_words_people_read() -> None:
    page = lxml_html.document_fromstring(report_page(REPORT, (JPEG, JPEG)))
    for element in page.xpath("//style"):
        element.drop_tree()
    alts = " ".join(page.xpath("//@alt"))
    assert never_read(f"{page.text_content()} {alts}".replace(HOSTILE, "")) == []

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from presskit.printing.inking.colours import Inks
from presskit.printing.inking.profiles import Profile
from presskit.printing.inking.spaces import UnprintableError
from presskit.printing.inking.streams import converted
from presskit.printing.inking.targets import InMask, OnPaper, Target


@pytest.fixture(scope="module")
def paper(profile: Profile) -> OnPaper:
    return OnPaper(Inks(profile, 300, {"#ff0000": (0.0, 1.0, 1.0, 0.0)}))


def turned(content: str, target: Target, **named: pikepdf.Object) -> list[str]:
    pdf = pikepdf.new()
    return converted(pdf.make_stream(content.encode()), Dictionary(**named), target).decode().split("\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1 0 0 rg", "0 1 1 0 k"),
        ("1 0 0 RG", "0 1 1 0 K"),
        ("0 0 0 rg", "0 0 0 1 k"),
        ("1 1 1 rg", "0 0 0 0 k"),
        ("0.4 g", "0 0 0 0.6 k"),
        ("0.4 G", "0 0 0 0.6 K"),
        ("/DeviceRGB cs\n1 0 0 sc", "0 0 0 1 k\n0 1 1 0 k"),
        ("/DeviceRGB CS\n1 0 0 SCN", "0 0 0 1 K\n0 1 1 0 K"),
        ("/DeviceCMYK cs\n0.1 0.2 0.3 0.4 scn", "0 0 0 1 k\n0.1 0.2 0.3 0.4 k"),
        ("/DeviceCMYK cs\n1 1 1 1 scn", "0 0 0 1 k\n0.6667 0.6667 0.6667 1 k"),
        ("/Pattern cs\n/p1 scn", "/Pattern cs\n/p1 scn"),
        ("/P <</MCID 3>> BDC\n0 0 9 9 re f\nEMC", "0 0 9 9 re\nf"),
    ],
)
def test_colours_become_ink(paper: OnPaper, before: str, after: str) -> None:
    assert turned(before, paper) == after.split("\n")


def test_the_space_before_q_is_back_after_it(paper: OnPaper) -> None:
    given = "/DeviceRGB cs\nq\n/DeviceCMYK cs\n0 0 0 0.5 sc\nQ\n1 0 0 sc"
    assert turned(given, paper)[-1] == "0 1 1 0 k"


def test_fill_and_stroke_have_their_own_spaces(paper: OnPaper) -> None:
    assert turned("/DeviceRGB CS\n/DeviceCMYK cs\n1 0 0 SC\n0 0 0 0.5 sc", paper)[-2:] == ["0 1 1 0 K", "0 0 0 0.5 k"]


def test_named_spaces_are_looked_up(paper: OnPaper) -> None:
    pdf = pikepdf.new()
    srgb = pdf.make_indirect(Array([Name.ICCBased, pdf.make_stream(b"", N=3)]))
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    made = turned("/a cs\n1 0 0 sc\n/b cs\n100 0 0 sc\n0 0 0 sc", paper, a=srgb, b=lab)
    assert made == ["0 0 0 1 k", "0 1 1 0 k", "0 0 0 1 k", "0 0 0 0 k", "0 0 0 1 k"]


def test_an_ink_with_a_name_stays(paper: OnPaper) -> None:
    spot = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, Dictionary(FunctionType=2)])
    assert turned("/s cs\n0.5 scn", paper, s=spot) == ["/s cs", "0.5 scn"]


def test_a_mask_is_grey(paper: OnPaper) -> None:
    assert turned("1 0 0 rg\n0.5 g\n0 0 0 1 k\n/DeviceRGB CS\n0 1 0 SC", InMask()) == [
        "0.3 g",
        "0.5 g",
        "0 g",
        "0 G",
        "0.59 G",
    ]


@pytest.mark.parametrize(
    "content",
    ["/unknown cs", "BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI", "/spot cs\n1 scn"],
)
def test_what_cannot_be_turned_is_never_left(paper: OnPaper, content: str) -> None:
    spot = Array([Name.Separation, Name.Gold, Name.DeviceRGB, Dictionary(FunctionType=2)])
    with pytest.raises(UnprintableError):
        turned(content, paper, spot=spot)

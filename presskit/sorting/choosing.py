"""Which texts and pictures of a folder are printed, once all are read: of copies one, none that lies among old ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from presskit import gate
from presskit.findings import Finding, Where, finding
from presskit.kinds import kinds
from presskit.sorting.copies import Copies, find_copies
from presskit.sorting.names import bare_stem
from presskit.sorting.pictures import (
    find_portraits,
    find_smaller,
    find_twins,
    is_called_logo,
    rank_of_logo,
    reversed_of,
)
from presskit.sorting.plan import Outside, Plan
from presskit.sorting.taken import BY_FOLDER, Taken

READ_ME = re.compile(r"read ?me(?: first)?|lies ?mich|lisez ?moi|leeme|leggi ?mi|اقراني|اقرا(?:ني)? اولا")
LOGOS = (".svg", ".png", ".jpg", ".jpeg")  # what brand.toml takes
CHOOSE = "one of several versions; choose one"


@dataclass(frozen=True)
class Sorted:
    """What each file was taken for, once all texts are read. logos: the kit's, the one for dark grounds too."""

    texts: tuple[Taken, ...] = ()
    photos: tuple[Path, ...] = ()
    portraits: Mapping[str, Path] = field(default_factory=dict)
    logo: Path | None = None
    logos: tuple[Path, ...] = ()
    outside: tuple[Outside, ...] = ()
    findings: tuple[Finding, ...] = ()


def sort(
    made: Plan,
    taken: Sequence[Taken],
    used: Collection[Path],
    logos: Collection[Path] = frozenset(),
    branded: Collection[Path] | None = None,
) -> Sorted:
    """Return what each file was taken for. used: the pictures that stand in the texts. logos: those that look so.

    branded: the logos that a brand.toml names; None where nobody described the brand, and the folder's logo is its.
    """
    chosen = choose(made, taken)
    ranked = sorted({*made.logos, *(path for path in logos if path not in used)}, key=rank_of_logo)
    own_logos = [path for path in ranked if branded and gate.real(path) in branded]
    if branded is None and ranked:
        own_logos = [*ranked[:1], *filter(None, [reversed_of(ranked[0], ranked)])]
    pictures = [path for path in made.pictures if path not in ranked]
    portraits = find_portraits(pictures, chosen.texts)
    own = {*portraits.values(), *used} - made.shown
    unshown = [path for path in pictures if path in made.beside - own]
    loose = [path for path in pictures if path not in made.beside and path not in own]
    # First those that somebody put among the photos, and wrote words for.
    captions = {path: photo.caption for path, photo in made.photos.items()}
    loose.sort(key=lambda path: (path not in made.shown, not captions.get(path)))
    twins = find_twins(loose, captions)
    smaller = find_smaller(made.photos[path] for path in loose if path in made.photos and path not in twins)
    outside = [
        *made.outside,
        *chosen.outside,
        *(Outside(path, "a picture that no text shows", why=BY_FOLDER) for path in unshown),
        *(other_logo(path, branded) for path in ranked if path not in own_logos),
        *(Outside(path, f"the same picture as {one.name}", counts=False) for path, one in twins.items()),
        *(Outside(path, f"a smaller copy of {one.name}", counts=False) for path, one in smaller.items()),
    ]
    return replace(
        chosen,
        photos=tuple(path for path in pictures if path not in (own | made.beside | twins.keys() | smaller.keys())),
        portraits=portraits,
        logo=next(iter(own_logos), None),
        logos=tuple(own_logos),
        outside=tuple({one.path: one for one in outside}.values()),
    )


def unnamed_logo(beside: Iterable[Path]) -> Iterator[Outside]:
    """Yield the first of the logos that lie beside a brand.toml which names none; drawings for printers come last."""
    called = sorted(filter(is_called_logo, beside), key=rank_of_logo)
    ranked = [*(path for path in called if path.suffix.lower() in LOGOS), *called]
    if ranked and ranked[0].suffix.lower() in LOGOS:
        yield other_logo(ranked[0], frozenset())
    elif ranked:
        way = "Save it as SVG or PNG, and name that as “logo” in brand.toml."
        yield Outside(ranked[0], "a logo in a format that is not printed, and brand.toml names none", way=way)


def other_logo(path: Path, branded: Collection[Path] | None) -> Outside:
    """Return what is said of a picture that is a logo, and not the kit's."""
    if branded is None or branded:
        return Outside(path, "a logo; the kit has one already")
    way = (
        "To print it, name it as “logo” in brand.toml. To leave it out for good, write into kit.toml: "
        f'[files."{path.name}"] and below it kind = "leave out"'
    )
    return Outside(path, "a logo, and brand.toml names none", way=way)


def choose(made: Plan, taken: Sequence[Taken]) -> Sorted:
    """Return the texts that are printed: of copies one, and none that lies among old ones."""
    printed = {one.path: one for one in taken if one.reading}
    outside = [
        Outside(one.path, why_outside(one), counts=not is_read_me(one), looks_like=one.looks_like, why=one.why)
        for one in taken
        if one.path not in printed
    ]
    findings: list[Finding] = []
    gone: dict[Path, Outside] = {}
    for copies in find_copies([one.text for one in taken if one.kind != "internal"]):
        if made.is_named:  # a person named both
            theirs, ours = copies.paths[:2]
            findings.append(finding("s-009", Where(ours), name=ours.name, other=theirs.name))
            continue
        current = [path for path in copies.paths if path in printed and not printed[path].old]
        if not current:
            continue  # none of them is in the kit: each is named with its own reason
        first = current[0] if copies.equal else None
        left, told = settle(
            copies if copies.taken in current else replace(copies, taken=first),
            {one.path: one for one in taken},
            made.called,
        )
        gone |= {one.path: one for one in left}
        findings += told
    for path, one in printed.items():
        if one.old and path not in gone:
            what = f"lies in “{one.old}”, among what is old or unfinished"
            gone[path] = Outside(path, what, looks_like=one.kind, why=BY_FOLDER)
    texts = sorted((one for path, one in printed.items() if path not in gone), key=lambda one: kinds()[one.kind].place)
    return Sorted(tuple(texts), outside=(*outside, *gone.values()), findings=tuple(findings))


def why_outside(taken: Taken) -> str:
    """Return what is said of a text that is not printed."""
    if taken.kind == "internal":
        return f"marked “{taken.mark}”, so it stays inside"
    if is_read_me(taken):
        return "a note for whoever opens the folder"
    return f"looks like {kinds()[taken.looks_like].called}" if taken.looks_like else "a text; nobody can tell which"


def is_read_me(taken: Taken) -> bool:
    """Tell whether a text that is like no other has the name of a note on its folder: “README.txt”."""
    return taken.kind != "internal" and not taken.looks_like and bool(READ_ME.fullmatch(bare_stem(taken.path)))


def settle(
    copies: Copies, taken: Mapping[Path, Taken], called: Callable[[Path], str]
) -> tuple[list[Outside], list[Finding]]:
    """Return the texts of a group that are not printed, and what is said of the choice. called: how a file is named."""
    first, *rest = copies.paths
    if copies.equal:
        others = [path for path in copies.paths if path != copies.taken]
        assert copies.taken
        names, ours = ", ".join(map(called, others)), called(copies.taken)
        told = finding("s-027", Where(copies.taken), name=ours, others=names)
        return [Outside(path, f"the same words as {ours}", counts=False) for path in others], [told]
    names = ", ".join(map(called, copies.paths))
    ours, theirs = (f"“{words}”" if words else "nothing" for words in copies.difference)
    if copies.taken:
        told = finding(
            "s-028", Where(first), name=called(first), other=called(rest[0]), why=copies.why, ours=ours, theirs=theirs
        )
        return [Outside(path, f"another version of {called(first)}", counts=False) for path in rest], [told]
    both = {"name": called(first), "other": called(rest[0])}
    told = finding("s-029", Where(first), names=names, ours=ours, theirs=theirs, **both)
    kinds = {path: taken[path].kind for path in copies.paths if path in taken}
    return [Outside(path, CHOOSE, looks_like=kinds.get(path, "release")) for path in copies.paths], [told]

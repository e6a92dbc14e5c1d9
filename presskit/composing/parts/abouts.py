"""Texts about an organisation, each in its own language."""

from __future__ import annotations

from dataclasses import dataclass

from presskit.composing.languages import Language, language
from presskit.composing.look.setting import Setting
from presskit.model import Block


@dataclass(frozen=True)
class About:
    """A text about an organisation, below its own heading or, where it has none, below fixed words."""

    heading: str
    blocks: tuple[Block, ...]
    language: Language


def abouts_of(setting: Setting) -> tuple[About, ...]:
    """Return the kit's texts about organisations; the first is about the kit's own."""
    kit = setting.kit
    name = kit.brand.short_name or kit.brand.name
    spoken = kit.boilerplate_languages or [kit.language for _ in kit.boilerplates]
    abouts = []
    for index, (blocks, code) in enumerate(zip(kit.boilerplates, spoken, strict=True)):
        words = language(code)
        own = blocks[0].text if blocks[0].kind == "heading" and len(blocks) > 1 else None
        fixed = words.word("about", name=name) if index == 0 and not kit.brand.is_neutral else words.word("about_us")
        abouts.append(About(own or fixed, blocks[1:] if own else blocks, words))
    return tuple(abouts)

"""Values of a PDF as pypdf reads them, of the kind that is asked for: a stranger's file may hold anything anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject, PdfObject


def value(holder: dict[Any, Any], key: str) -> PdfObject | None:
    """Return what stands under `key`, references followed."""
    found = holder[key] if key in holder else None  # noqa: SIM401  (get does not follow references)
    return found.get_object() if found is not None else None


def inner(holder: DictionaryObject, key: str) -> DictionaryObject:
    """Return the dictionary under `key`, an empty one where there is none."""
    from pypdf.generic import DictionaryObject  # noqa: PLC0415  (slow to import)

    found = value(holder, key)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def each(holder: DictionaryObject, key: str) -> tuple[DictionaryObject, ...]:
    """Return the dictionaries in the array or dictionary under `key`."""
    from pypdf.generic import ArrayObject, DictionaryObject  # noqa: PLC0415  (slow to import)

    found = value(holder, key)
    if isinstance(found, DictionaryObject):
        listed = list(found.values())
    else:
        listed = list(found) if isinstance(found, ArrayObject) else []
    resolved = (item.get_object() for item in listed)
    return tuple(item for item in resolved if isinstance(item, DictionaryObject))


def words(holder: dict[Any, Any], key: str) -> str:
    """Return the text or name under `key`, "" where there is none."""
    found = value(holder, key)
    return str(found) if isinstance(found, str) else ""

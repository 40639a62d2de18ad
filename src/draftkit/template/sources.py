"""The sources of all parts of a template, read from the file or from what an earlier process kept."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from draftkit.template.archive import Package
from draftkit.template.limits import DEFAULT, Limits
from draftkit.template.problems import Problem
from draftkit.template.source import Source
from draftkit.template.store import key_of, load, save
from draftkit.template.tag import Tag

__all__ = ["Sources", "read_sources"]

_PARTS: Final = ("header", "footer", "footnotes", "endnotes", "comments")
_DOCXTPL_PARTS: Final = ("header", "footer", "footnotes")


class Sources(NamedTuple):
    """The sources of the parts with tags, the main one first, and the parts that were made anew without any."""

    tagged: tuple[Source, ...]
    rewritten: dict[str, bytes]


def read_sources(  # noqa: PLR0913 - a file, and how it is to be read
    package: Package, data: bytes, problems: list[Problem], *, strict: bool, keep: bool, limits: Limits = DEFAULT
) -> Sources:
    """Return the sources of `package`, whose file is `data`; what is wrong with their texts is added to `problems`.

    Args:
        package: The parts.
        data: The file.
        problems: Where to add.
        strict: Whether all parts may hold tags, or those only that docxtpl renders.
        keep: Whether what was made of the file before may be used, and is kept for the next process.
        limits: How hard patching may be.
    """
    key = key_of("strict" if strict else "docxtpl", data) if keep else ""
    found = load(key) if keep else None
    if found is not None and (kept := _loaded(found)) is not None:
        return kept
    # Not needed where the outcome was kept.
    from draftkit.template.normal import completed  # noqa: PLC0415
    from draftkit.template.reading import not_xml, read  # noqa: PLC0415

    rewritten: dict[str, bytes] = {}
    tagged = []
    core = package.core
    for name in _names(package, core, strict=strict):
        part = package.parts[name].data
        if name == core:
            try:
                part = rewritten[name] = completed(part, others=strict)
            except SyntaxError as error:
                raise not_xml(name, error) from error
        source = read(name, part, problems, strict=strict, most=limits.patching)
        if source is not None:
            tagged.append(source)
    made = Sources(tuple(tagged), rewritten)
    if keep and not problems:
        save(
            key,
            {
                "tagged": [{**one._asdict(), "tags": [tag._asdict() for tag in one.tags]} for one in tagged],
                "rewritten": _decoded(rewritten),
            },
        )
    return made


def _names(package: Package, core: str | None, *, strict: bool) -> Iterator[str]:
    """Yield the names of the parts that may hold tags, the main one first."""
    yield package.main
    yield from package.related(*(_PARTS if strict else _DOCXTPL_PARTS))
    if core is not None:
        yield core


def _decoded(parts: dict[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in parts.items()}


def _loaded(found: dict[str, Any]) -> Sources | None:
    try:
        tagged = tuple(Source(**{**one, "tags": tuple(Tag(**tag) for tag in one["tags"])}) for one in found["tagged"])
        return Sources(tagged, {name: text.encode() for name, text in found["rewritten"].items()})
    except (KeyError, TypeError, AttributeError):
        return None

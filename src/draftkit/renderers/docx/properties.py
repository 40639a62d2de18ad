"""The properties of paragraphs that a style can't hold, since they hang on what stands around or in a line."""

from collections.abc import Iterable

from attrs import frozen

from draftkit.renderers.docx.lists import Place
from draftkit.renderers.docx.measure import PITCH, narrowing
from draftkit.renderers.docx.signature import Places, places
from draftkit.tree import Line, Role, Table

__all__ = ["Setting", "properties", "signature_places"]

_TITLE_BLOCK = (Role.TITLE, Role.MARK, Role.ADOPTION_NOTE, Role.OCCASION, Role.REPORTER)
_CENTRED = (Role.MARK, Role.ADOPTION_NOTE, Role.OCCASION, Role.REPORTER)


@frozen(kw_only=True)
class Setting:
    """What a line stands between, and where the paper's signature stands.

    Args:
        previous: The line or table before it.
        following: The one behind it.
        signature: Where organ and date stand.
    """

    previous: Line | Table | None
    following: Line | Table | None
    signature: Places


def properties(line: Line, style: str, setting: Setting, place: Place | None) -> str:
    """Return the paragraph properties of `line`, in the schema's order."""
    number = "" if place is None else f'<w:ilvl w:val="{place.level}"/><w:numId w:val="{place.list}"/>'
    return "".join(
        (
            f'<w:pPr><w:pStyle w:val="{style}"/>',
            number and f"<w:numPr>{number}</w:numPr>",
            _spacing(line, setting),
            _indent(line, setting.signature),
            "</w:pPr>",
        )
    )


def signature_places(lines: Iterable[Line | Table]) -> Places:
    """Return where the signature among `lines` stands."""
    texts = {line.role: line for line in lines if isinstance(line, Line) and line.role in (Role.ORGAN, Role.DATE)}
    organ, date = (texts[role].text if role in texts else "" for role in (Role.ORGAN, Role.DATE))
    return places(organ, date, sealed=any(line.sealed for line in texts.values()))


def _spacing(line: Line, setting: Setting) -> str:
    """Return a blank line below the title block, and above a date that stands without an organ."""
    if line.role in _TITLE_BLOCK and setting.following is not None and not _is(setting.following, _TITLE_BLOCK):
        return f'<w:spacing w:afterLines="100" w:after="{PITCH}"/>'
    if line.role is Role.DATE and not _is(setting.previous, (Role.ORGAN,)):
        return f'<w:spacing w:beforeLines="100" w:before="{PITCH}"/>'
    return ""


def _is(line: Line | Table | None, roles: tuple[Role, ...]) -> bool:
    return isinstance(line, Line) and line.role in roles


def _indent(line: Line, signature: Places) -> str:
    if line.role is Role.ORGAN:
        return f'<w:ind w:right="{signature.organ}"/>'
    if line.role is Role.DATE:
        return f'<w:ind w:right="{signature.date}"/>'
    if line.role in _CENTRED and (side := narrowing(line.text)):
        return f'<w:ind w:left="{side}" w:right="{side}"/>'
    return ""

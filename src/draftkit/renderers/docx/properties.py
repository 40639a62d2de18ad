"""The properties of paragraphs that a style can't hold, since they hang on what stands around or in a line."""

from collections.abc import Iterable

from attrs import frozen

from draftkit.renderers.docx import lists, signature
from draftkit.renderers.docx.measure import fit
from draftkit.renderers.docx.styles import Sheet
from draftkit.tree import Line, Role, Table

__all__ = ["CENTRED", "Setting", "properties", "signature_places"]

CENTRED = (Role.MARK, Role.ADOPTION_NOTE, Role.OCCASION, Role.REPORTER)
"""The lines that stand centred below the title."""

_TITLE_BLOCK = (Role.TITLE, *CENTRED)


@frozen(kw_only=True)
class Setting:
    """What a line stands between and in.

    Args:
        previous: The line or table before it.
        following: The one behind it.
        signature: Where organ and date stand.
        label: Its label's place in a list, if Word counts it.
        bold: Whether that label is bold.
    """

    previous: Line | Table | None
    following: Line | Table | None
    signature: signature.Places
    label: lists.Place | None = None
    bold: bool = False


def properties(line: Line, style: str, setting: Setting, sheet: Sheet) -> str:
    """Return the paragraph properties of `line`, in the schema's order."""
    return "".join(
        (
            f'<w:pPr><w:pStyle w:val="{style}"/>',
            _label(setting.label),
            _spacing(line, setting, sheet.pitch),
            _indent(line, setting.signature, sheet.line),
            "<w:rPr><w:b/><w:bCs/></w:rPr>" if setting.label and setting.bold else "",
            "</w:pPr>",
        )
    )


def signature_places(content: Iterable[Line | Table], sheet: Sheet) -> signature.Places:
    """Return where the signature among the lines of `content` stands."""
    found = {line.role: line for line in content if isinstance(line, Line) and line.role in (Role.ORGAN, Role.DATE)}
    organ, date = (found[role].text if role in found else "" for role in (Role.ORGAN, Role.DATE))
    return signature.places(organ, date, sheet.line, sealed=any(line.sealed for line in found.values()))


def _label(place: lists.Place | None) -> str:
    if place is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{place.list}"/></w:numPr>'


def _spacing(line: Line, setting: Setting, pitch: int) -> str:
    """Return a blank line below the title block, and above a date that stands without an organ."""
    if line.role in _TITLE_BLOCK and setting.following is not None and not _is(setting.following, _TITLE_BLOCK):
        return f'<w:spacing w:afterLines="100" w:after="{pitch}"/>'
    if line.role is Role.DATE and not _is(setting.previous, (Role.ORGAN,)):
        return f'<w:spacing w:beforeLines="100" w:before="{pitch}"/>'
    return ""


def _is(line: Line | Table | None, roles: tuple[Role, ...]) -> bool:
    return isinstance(line, Line) and line.role in roles


def _indent(line: Line, places: signature.Places, measure: int) -> str:
    match line.role:
        case Role.ORGAN:
            return _placed(places.organ)
        case Role.DATE:
            return _placed(places.date)
        case _ if line.role in CENTRED and (side := fit(line.text, measure).indent):
            return f'<w:ind w:left="{side}" w:right="{side}"/>'
        case _:
            return ""


def _placed(place: signature.Place) -> str:
    if place.left is None:
        return f'<w:ind w:right="{place.right}"/>'
    return f'<w:ind w:left="{place.left}"/><w:jc w:val="left"/>'

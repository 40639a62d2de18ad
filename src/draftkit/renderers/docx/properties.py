"""The properties of paragraphs that a style can't hold, since they hang on what stands around or in a line."""

from collections.abc import Sequence
from itertools import takewhile

from attrs import frozen

from draftkit.renderers.docx import lists, signature
from draftkit.renderers.docx.measure import CHARACTER, fit, halves, width
from draftkit.renderers.docx.sections import Item
from draftkit.renderers.docx.styles import Sheet
from draftkit.tree import Line, Role, SpanKind

__all__ = ["CENTRED", "Setting", "properties", "signature_place"]

CENTRED = (Role.MARK, Role.ADOPTION_NOTE, Role.OCCASION, Role.REPORTER)
"""The lines that stand centred below the title."""

_TITLE_BLOCK = (Role.TITLE, *CENTRED)
_SIGNATURE = (Role.ORGAN, Role.DATE)
_HEADINGS = (Role.PART, Role.HEADING)
_BETWEEN_SEALS = 4
"""Blank lines between two organs that seal: a seal is some 42 mm across, and none may touch another (7.3.5.1)."""

_BEFORE_NAMES = 5 * CHARACTER
"""Two characters, and the three of 附件： (7.3.4)."""


@frozen(kw_only=True)
class Setting:
    """What a line stands between and in.

    Args:
        previous: The line or table before it.
        following: The one behind it.
        place: Where it stands, as a line of a signature.
        label: Its label's place in a list, if Word counts it.
        bold: Whether that label is bold.
        keep: Whether a heading is kept with what follows it.
    """

    previous: Item | None
    following: Item | None
    place: signature.Place | None = None
    label: lists.Place | None = None
    bold: bool = False
    keep: bool = False


def properties(line: Line, style: str, setting: Setting, sheet: Sheet) -> str:
    """Return the paragraph properties of `line`, in the schema's order."""
    return "".join(
        (
            f'<w:pPr><w:pStyle w:val="{style}"/>',
            "<w:keepNext/>" if setting.keep and line.role in _HEADINGS else "",
            "<w:pageBreakBefore/>" if line.new_page and setting.previous is not None else "",
            _label(setting.label),
            _spacing(line, setting, sheet.pitch),
            _indent(line, setting.place, sheet),
            "<w:rPr><w:b/><w:bCs/></w:rPr>" if setting.label and setting.bold else "",
            "</w:pPr>",
        )
    )


def signature_place(items: Sequence[Item], number: int, sheet: Sheet) -> signature.Place | None:
    """Return where line `number` of a paper stands if it is a signature's: organs each by themselves."""
    line = items[number]
    if not isinstance(line, Line) or line.role not in _SIGNATURE:
        return None
    before = takewhile(_is_signature, reversed(items[:number]))
    lines = [one for one in (*before, *takewhile(_is_signature, items[number:])) if isinstance(one, Line)]
    sealed = any(one.sealed for one in lines)
    date = next((one.text for one in lines if one.role is Role.DATE), "")
    if line.role is Role.ORGAN:
        return signature.places(line.text, date, sheet.measure, sealed=sealed, spaced=sheet.spaced).organ
    last = next((one.text for one in reversed(lines) if one.role is Role.ORGAN), "")
    return signature.places(last, date, sheet.measure, sealed=sealed, spaced=sheet.spaced).date


def _is_signature(item: Item) -> bool:
    return isinstance(item, Line) and item.role in _SIGNATURE


def _label(place: lists.Place | None) -> str:
    if place is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{place.list}"/></w:numPr>'


def _spacing(line: Line, setting: Setting, pitch: int) -> str:
    """Return the blank lines above or below a line that its style doesn't have: they hang on what stands around it."""
    previous, following = setting.previous, setting.following
    if line.role in _TITLE_BLOCK and following is not None and not _is(following, _TITLE_BLOCK):
        return f'<w:spacing w:afterLines="100" w:after="{pitch}"/>'
    if line.role is Role.DATE and not _is(previous, (Role.ORGAN,)):
        return _before(1, pitch)
    if line.role is Role.ORGAN and _is(previous, (Role.ORGAN,)):
        return _before(_BETWEEN_SEALS if line.sealed else 0, pitch)
    if line.role is Role.ATTACHMENTS and not _is(previous, (Role.ATTACHMENTS,)):
        return _before(1, pitch)
    return ""


def _before(lines: int, pitch: int) -> str:
    return f'<w:spacing w:beforeLines="{lines * 100}" w:before="{lines * pitch}"/>'


def _is(line: Item | None, roles: tuple[Role, ...]) -> bool:
    return isinstance(line, Line) and line.role in roles


def _indent(line: Line, place: signature.Place | None, sheet: Sheet) -> str:
    match line.role:
        case Role.ORGAN | Role.DATE if place is not None:
            return _placed(place, sheet)
        case Role.ATTACHMENTS:
            return _hanging(line, sheet)
        case _ if line.role in CENTRED and (side := sheet.real(fit(line.text, sheet.measure).indent)):
            return (
                ""
                if sheet.spaced and halves(line.text, sheet.measure)
                else f'<w:ind w:left="{side}" w:right="{side}"/>'
            )
        case _:
            return ""


def _hanging(line: Line, sheet: Sheet) -> str:
    """Return the indent of a line that names an attachment: what turns over stands under the name's first character."""
    labels = width("".join(span.text for span in line.spans if span.kind is SpanKind.LABEL))
    number = 0 if line.number is None else width(f"{line.number}.")
    left = sheet.real(_BEFORE_NAMES + number)
    return f'<w:ind w:left="{left}" w:hanging="{sheet.real(labels)}"/>'


def _placed(place: signature.Place, sheet: Sheet) -> str:
    if place.left is None:
        return f'<w:ind w:right="{sheet.real(place.right)}"/>'
    return f'<w:ind w:left="{sheet.real(place.left)}"/><w:jc w:val="left"/>'

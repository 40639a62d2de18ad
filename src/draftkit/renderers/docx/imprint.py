"""The 版记 in WordprocessingML: a table at the foot of the last page's text area (GB/T 9704-2012, 7.4)."""

import re
from collections.abc import Sequence

from draftkit.renderers.docx.runs import Look, runs
from draftkit.renderers.docx.styles import Sheet
from draftkit.renderers.docx.tables import SEPARATOR
from draftkit.tree import Line, Role

__all__ = ["ROLES", "imprint"]

ROLES = (Role.COPY_TO, Role.PRINTED)

_OUTER, _INNER = 8, 6
"""0.35 mm and 0.25 mm, in eighths of a point (7.4.1)."""

_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
_LEFT = re.compile(r'<w:pgMar\b[^>]*w:left="(\d+)"')
_BOTTOM = re.compile(r'<w:pgMar\b[^>]*w:bottom="(\d+)"')
_SHEET_HEIGHT, _FOOT = 16838, 14853
"""297 mm, and the 262 mm from the top at which the text area ends (5.2.1)."""
_LEAST_BELOW = 20
_BINDING = "1587"
"""28 mm (5.2.1), where a template says nothing."""
_ROW_HEIGHT = 480
_HANGING = 3 * 280
"""What turns over stands under the first name: 抄送： of 4号 type."""


def imprint(lines: Sequence[Line], sheet: Sheet, look: Look) -> bytes:
    """Return the 版记 of `lines`: a table, and the paragraph behind it."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>'
        for side, size in (("top", _OUTER), ("bottom", _OUTER), ("insideH", _INNER))
    )
    rows = "".join(_row(line, sheet, look) for line in lines) + _below(sheet)
    width = f'<w:tblW w:w="{sheet.line}" w:type="dxa"/>'
    element = (
        f"<w:tbl><w:tblPr>{_place(sheet.section)}{width}<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr><w:tblGrid><w:gridCol w:w="{sheet.line}"/></w:tblGrid>'
        f"{rows}</w:tbl>"
    )
    return element.encode() + SEPARATOR


def _below(sheet: Sheet) -> str:
    """Return a row without rules, as high as the grid of lines reaches below the text area where it is compensated."""
    found = _BOTTOM.search(sheet.section)
    height = 0 if found is None else _SHEET_HEIGHT - int(found[1]) - _FOOT
    if height < _LEAST_BELOW:
        return ""
    rule = f'<w:top w:val="single" w:sz="{_OUTER}" w:space="0" w:color="auto"/>'
    none = '<w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/>'
    row = f'<w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
    cell = f'<w:tcPr><w:tcW w:w="{sheet.line}" w:type="dxa"/><w:tcBorders>{rule}{none}</w:tcBorders></w:tcPr>'
    return f"<w:tr>{row}<w:tc>{cell}{SEPARATOR.decode()}</w:tc></w:tr>"


def _place(section: str) -> str:
    """Return the table's place, measured from the sheet's left edge: else LibreOffice leaves it where it stands."""
    found = _LEFT.search(section)
    white = ' w:leftFromText="0" w:rightFromText="0" w:topFromText="0" w:bottomFromText="0"'
    left = found[1] if found else _BINDING
    return f'<w:tblpPr{white} w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{left}" w:tblpYSpec="bottom"/>'


def _row(line: Line, sheet: Sheet, look: Look) -> str:
    style = sheet.style("Imprint" if line.role is Role.COPY_TO else "Imprint Printed")
    hanging = f'<w:ind w:left="{_HANGING + 280}" w:right="280" w:hanging="{_HANGING}"/>'
    properties = f'<w:pStyle w:val="{style}"/>{hanging if line.role is Role.COPY_TO else ""}'
    paragraph = f"<w:p><w:pPr>{properties}</w:pPr>{runs(line.spans, look)}</w:p>"
    row = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{_ROW_HEIGHT}" w:hRule="atLeast"/></w:trPr>'
    cell = f'<w:tcPr><w:tcW w:w="{sheet.line}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tr>{row}<w:tc>{cell}{paragraph}</w:tc></w:tr>"

"""What a file says of its pages, beside what GB/T 9704-2012 asks for (5.1, 5.2, 7.5)."""

from collections.abc import Iterator

from attrs import frozen
from lxml import etree

from draftkit.layout.departure import Departure
from draftkit.layout.file import File, Paragraph
from draftkit.layout.xml import W, is_on, number, properties, value

__all__ = ["page_departures"]

_MM = 1440 / 25.4
_TOLERANCE = 1.0
_A4 = (210.0, 297.0)
_LINES, _PER_LINE = 22, 28
_HIGHER, _DEEPER = (34.5, 0.5), (32.7, 0.5)
"""The margins of a page on which the type, and not its lines, fills the 225 mm; and how far they may be off."""
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SIZE_3, _SIZE_4 = 32, 28
_SLACK = 40
_ONE = 100
"""One character, in hundredths."""
_NUMBER_FONTS = ("宋体", "SimSun")


@frozen(kw_only=True)
class _Page:
    """A section's page, in millimetres, turned upright."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    footer: float
    grid: dict[str, str]
    turned: bool


def page_departures(file: File) -> Iterator[Departure]:
    """Yield what concerns pages: paper, margins, grid, page numbers."""
    for number_, section in enumerate(file.sections, start=1):
        page = _page(section)
        where = f"第{number_}节" if len(file.sections) > 1 else ""
        yield from _paper(page, where)
        yield from _grid(page, file.normal, where)
    yield from _numbers(file)


def _page(section: etree._Element) -> _Page:
    found = {}
    for name in ("pgSz", "pgMar", "docGrid"):
        element = section.find(f"{W}{name}")
        found[name] = {} if element is None else {str(key).rpartition("}")[2]: str(one) for key, one in element.items()}
    size, margins = found["pgSz"], found["pgMar"]
    width, height = (number(size, side) / _MM for side in ("w", "h"))
    sides = {side: number(margins, side) / _MM for side in ("top", "bottom", "left", "right", "footer")}
    turned = width > height
    if turned:
        # Turned to the left: its upper edge is the portrait's left one.
        sides |= {"left": sides["top"], "top": sides["right"], "right": sides["bottom"], "bottom": sides["left"]}
        width, height = height, width
    else:
        sides["left"] += number(margins, "gutter") / _MM
    return _Page(width=width, height=height, grid=found["docGrid"], turned=turned, **sides)


def _near(length: float, wanted: float, tolerance: float = _TOLERANCE) -> bool:
    return abs(length - wanted) <= tolerance + 0.05


def _paper(page: _Page, where: str) -> Iterator[Departure]:
    if not (_near(page.width, _A4[0]) and _near(page.height, _A4[1])):
        yield _page_departure(
            "paper",
            "5.1",
            f"{where}纸张为{page.width:.0f}×{page.height:.0f}毫米，应为A4（210×297毫米）",
            f"the paper is {page.width:.0f}×{page.height:.0f} mm, not A4",
        )
        return
    compensated = _near(page.top, *_HIGHER) and _near(page.bottom, *_DEEPER)
    text = page.width - page.left - page.right
    height = page.height - page.top - page.bottom
    for name, zh, found, wanted, fits in (
        ("top margin", "天头（上白边）", page.top, 37, compensated or _near(page.top, 37)),
        ("left margin", "订口（左白边）", page.left, 28, _near(page.left, 28)),
        ("text width", "版心宽度", text, 156, _near(text, 156)),
        ("text height", "版心高度", height, 225, compensated or _near(height, 225)),
    ):
        if not fits:
            yield _page_departure(
                "margin",
                "5.2.1",
                f"{where}{zh}为{found:.1f}毫米，应为{wanted}毫米",
                f"the {name} is {found:.1f} mm, not {wanted}",
            )


def _grid(page: _Page, normal: dict[str, str], where: str) -> Iterator[Departure]:
    pitch = number(page.grid, "linePitch")
    if page.grid.get("type") not in ("lines", "linesAndChars", "snapToChars") or not pitch:
        yield _page_departure(
            "grid",
            "5.2.3",
            f"{where}没有行格，应设每页22行的行格",
            "there is no grid of lines: 22 a page are asked for",
        )
        return
    lines = int((page.height - page.top - page.bottom) * _MM + 1) // pitch
    if not page.turned and lines != _LINES:
        yield _page_departure(
            "grid",
            "5.2.3",
            f"{where}行格（{pitch / 20:g}磅）使每页排{lines}行，应排22行",
            f"the grid of {pitch / 20:g} pt makes {lines} lines a page, not 22",
        )
    if page.turned or page.grid.get("type") != "lines":
        return
    characters = int((page.width - page.left - page.right) * _MM + 1) // max(
        number(normal, "sz", 20) * 10 + number(normal, "spacing"), 1
    )
    if characters != _PER_LINE:
        yield _page_departure(
            "grid",
            "5.2.3",
            f"{where}按默认字号和字距每行排{characters}字，应排28字（3号字，字距紧缩0.25磅）",
            f"by the default size and spacing a line has {characters} characters, not 28",
        )


def _numbers(file: File) -> Iterator[Departure]:
    """Yield what is wrong with the page numbers (7.5)."""
    even_odd = file.settings is not None and is_on(properties(file.settings), "evenAndOddHeaders")
    if not even_odd:
        yield _page_departure(
            "page number",
            "7.5",
            "单双页页码位置应不同：请勾选“奇偶页不同”",
            "odd and even pages don't differ in their footers",
        )
    current: dict[str, str] = {}
    for section in file.sections:
        own = {value(one, "type"): str(one.get(_R)) for one in section.iterfind(f"{W}footerReference")}
        # A section has the footers of the one before, where it names none; one with none at all holds a contents.
        current |= own
        if current or len(file.sections) == 1:
            yield from _footers(file, section, current, own, even_odd=even_odd)


def _footers(
    file: File, section: etree._Element, current: dict[str, str], own: dict[str, str], *, even_odd: bool
) -> Iterator[Departure]:
    """Yield what is wrong with the footers of a section, of which `own` are those that it names itself."""
    numbered = {kind for kind, name in current.items() if _has_number(file.footers.get(name, ()))}
    for kind, zh, en in (("default", "单页", "odd"), ("even", "双页", "even")):
        if kind not in numbered and (kind == "default" or even_odd):
            yield _page_departure("page number", "7.5", f"{zh}没有页码", f"{en} pages have no number")
    if is_on(properties(section), "titlePg") and "first" not in numbered:
        zh = "首页没有页码：请取消“首页不同”"
        yield _page_departure("page number", "7.5", zh, "the first page has no number: it has a footer of its own")
    page = _page(section)
    if not page.turned and not _near(page.footer, 25, 2):
        yield _page_departure(
            "page number",
            "7.5",
            f"页脚距纸边{page.footer:.1f}毫米，约25毫米时页码才在版心下边缘之下7毫米",
            f"the footer is {page.footer:.1f} mm from the edge: about 25 put the number 7 mm below the text",
        )
    for kind, side in (("default", "right"), ("even", "left")):
        if kind in own and (kind == "default" or even_odd):
            yield from _footer(file.footers.get(own[kind], ()), side)


def _is_one_character(length: int) -> bool:
    """Return whether a length is that of a character of 4号 type, or of 3号."""
    return 10 * _SIZE_4 - _SLACK <= length <= 10 * _SIZE_3 + _SLACK


def _has_number(footer: tuple[Paragraph, ...]) -> bool:
    return any(any(character.isdigit() for character in paragraph.text) for paragraph in footer)


def _footer(footer: tuple[Paragraph, ...], side: str) -> Iterator[Departure]:
    zh = "单页页码" if side == "right" else "双页页码"
    for paragraph in (one for one in footer if any(character.isdigit() for character in one.text)):
        look = paragraph.look
        if look.get("jc", "left") not in (
            side,
            {"right": "end", "left": "start"}[side],
            *(("both",) if side == "left" else ()),
        ):
            yield _page_departure(
                "page number",
                "7.5",
                f"{zh}应居{'右' if side == 'right' else '左'}",
                f"the number should stand on the {side}",
            )
        indent = number(look, f"ind.{side}", number(look, f"ind.{'end' if side == 'right' else 'start'}"))
        spaces = len(paragraph.text) - len(
            paragraph.text.rstrip("　") if side == "right" else paragraph.text.lstrip("　")
        )
        if not _is_one_character(indent + spaces * _SIZE_4 * 10) and number(look, f"ind.{side}Chars") != _ONE:
            yield _page_departure(
                "page number", "7.5", f"{zh}应距版心边一字", "the number should stand one character in"
            )
        text = paragraph.text.replace(" ", "").strip("　")
        if not (text.startswith("—") and text.endswith("—")):
            yield _page_departure(
                "page number",
                "7.5",
                f"{zh}数字左右应各有一条一字线（—）",
                "the number should stand between two dashes (—)",
            )
        for run in paragraph.runs:
            if run.text.strip() and number(run.look, "sz", 20) != _SIZE_4:
                yield _page_departure("page number", "7.5", f"{zh}应用4号字", "the number should be 14 pt")
                break
        fonts = {run.look.get("rFonts.ascii", "") for run in paragraph.runs if any(c.isdigit() for c in run.text)}
        if not all(any(name in font for name in _NUMBER_FONTS) for font in fonts):
            yield _page_departure("page number", "7.5", f"{zh}应用宋体阿拉伯数字", "the number should be set in 宋体")


def _page_departure(rule: str, clause: str, zh: str, en: str) -> Departure:
    return Departure(rule=rule, clause=f"GB/T 9704-2012 {clause}", zh=zh, en=en)

"""The look of each paragraph, beside what GB/T 9704-2012 gives its kind (5.2, 7.3, 7.4)."""

import re
from collections.abc import Iterator
from itertools import groupby

from draftkit.layout.departure import Departure
from draftkit.layout.file import Run
from draftkit.layout.looks import HEI, KAI, LEVELS, LOOKS, SIZE_3, SIZE_4, Face, Look, Place
from draftkit.layout.roles import Kind, Told
from draftkit.layout.xml import is_on, number
from draftkit.zh.numbering import parse_point

__all__ = ["paragraph_departures"]

_CHARACTER = 315
_PITCHES = (579, 592)
_CHINESE = re.compile("[\u3400-\u9fff]")
_MARKS = re.compile("[“”‘’—…·]")
_OTHER_CHINESE = re.compile("[，。、；：？！（）《》]")
_LONGEST_TERM = 40
_SPACING_OF_28 = (-15, -5)
_WHOLE = 100
_SINGLE = 240
_HAIR = 20
_NEAR = 40
_JUSTIFIED, _RIGHT = ("both", "left", "start"), ("right", "end")
_STANDARD = "GB/T 9704-2012"
_DECORATED = ("i", "u", "strike", "dstrike", "em", "shadow", "outline", "emboss")
_SPACED = (Kind.TITLE, Kind.BELOW_TITLE, Kind.ATTACHMENT_TITLE, Kind.CORNER, Kind.ATTACHMENT_LABEL, Kind.CONTENTS)
_SPACED_ABOVE = (Kind.ORGAN, Kind.DATE, Kind.ATTACHMENTS)


def paragraph_departures(told: Told, *, bold_headings: bool) -> Iterator[Departure]:
    """Yield where the look of a paragraph departs from that of its kind."""
    look = LOOKS[told.kind]
    yield from _faces(told, look, bold_headings=bold_headings)
    yield from _place(told, look)
    yield from _spacing(told)
    yield from _page(told)


def _pieces(told: Told) -> Iterator[tuple[Run, bool, Face | None]]:
    """Yield the runs of a paragraph, each with whether it is in a heading, and the typeface it should have."""
    at = 0
    for font, group in groupby(told.paragraph.runs, key=lambda run: run.look.get("rFonts.eastAsia", "")):
        runs = tuple(group)
        aside = _aside("".join(run.text for run in runs).strip(), font) if told.kind is Kind.BODY else None
        for run in runs:
            # A run belongs where most of it lies.
            in_heading = at + len(run.text) / 2 < told.heading
            at += len(run.text)
            by_level = LEVELS[told.level] if in_heading and told.level else LOOKS[told.kind].face
            yield run, in_heading or aside is not None, aside or by_level


def _aside(text: str, font: str) -> Face | None:
    """Return the typeface of a point's heading (一是…。) or of a term explained (…：), if `text` is that."""
    if KAI.is_called(font) and parse_point(text) is not None and text.endswith("。"):
        return KAI
    return HEI if HEI.is_called(font) and text.endswith("：") and len(text) <= _LONGEST_TERM else None


def _faces(told: Told, look: Look, *, bold_headings: bool) -> Iterator[Departure]:
    seen: set[tuple[str, str]] = set()
    for run, in_heading, face in _pieces(told):
        bold = bold_headings and (in_heading or told.kind is Kind.PART)
        for departure in (*_font(told, run, face), *_type(told, run, look, bold=bold)):
            if (departure.rule, departure.zh) not in seen:
                seen.add((departure.rule, departure.zh))
                yield departure


def _font(told: Told, run: Run, face: Face | None) -> Iterator[Departure]:
    if face is None or not run.text.strip():
        return
    where = _called(told)
    if "rFonts.eastAsiaTheme" in run.look:
        yield _departure(
            told,
            "theme font",
            "5.2.2",
            f"{where}用了主题字体，会盖过所设的字体，应直接用{face.name}",
            f"a theme font overrules {face.name}",
        )
    elif _CHINESE.search(run.text) and not face.is_called(font := run.look.get("rFonts.eastAsia", "")):
        yield _departure(
            told, "font", "", f"{where}应用{face.name}，现为“{font or '未设'}”", f"should be {face.name}, is {font!r}"
        )
    hinted = run.look.get("rFonts.hint") == "eastAsia"
    if (marks := _MARKS.search(run.text)) and not hinted and not _is_chinese(run, face):
        western = run.look.get("rFonts.hAnsi", run.look.get("rFonts.ascii", ""))
        yield _departure(
            told,
            "quotes",
            "5.2.2",
            f"标点“{marks[0]}”会按西文字体“{western}”排印，应随中文用{face.name}",
            f"the mark {marks[0]} would be set in the Western font {western!r}",
        )


def _is_chinese(run: Run, face: Face) -> bool:
    names = [run.look[key] for key in ("rFonts.hAnsi", "rFonts.ascii") if key in run.look]
    return bool(names) and all(face.is_called(name) or name == run.look.get("rFonts.eastAsia") for name in names)


def _type(told: Told, run: Run, look: Look, *, bold: bool) -> Iterator[Departure]:
    if not run.text.strip():
        return
    size, where = number(run.look, "sz", 20), _called(told)
    if (look.size is not None and size != look.size) or (look.size is None and size > SIZE_3):
        wanted = (look.size or SIZE_3) / 2
        yield _departure(
            told,
            "size",
            "",
            f"{where}应为{wanted:g}磅，现为{size / 2:g}磅",
            f"should be {wanted:g} pt, is {size / 2:g}",
        )
    if is_on(run.look, "b") and not bold:
        yield _departure(told, "bold", "", f"{where}不应加粗", "should not be bold")
    if any(is_on(run.look, name) for name in _DECORATED):
        yield _departure(
            told, "decoration", "5.2.2", f"{where}不应有下划线、斜体等修饰", "should not be underlined or italic"
        )
    if run.look.get("color", run.look.get("color.val", "auto")) not in ("auto", "000000"):
        yield _departure(told, "colour", "5.2.4", f"{where}应为黑色", "should be black")
    if number(run.look, "w", _WHOLE) != _WHOLE:
        yield _departure(told, "width", "5.2.2", f"{where}不应缩放字宽", "the type should not be stretched")
    spacing = number(run.look, "spacing")
    if (
        told.kind in (Kind.BODY, Kind.HEADING)
        and look.size == size
        and not _SPACING_OF_28[0] <= spacing <= _SPACING_OF_28[1]
    ):
        yield _departure(
            told, "spacing", "5.2.3", f"{where}的字距使每行排不成28字", "by its spacing a line has not 28 characters"
        )


def _place(told: Told, look: Look) -> Iterator[Departure]:
    props, where = told.paragraph.look, _called(told)
    first = number(props, "ind.firstLine")
    chars = number(props, "ind.firstLineChars")
    left = number(props, "ind.left", number(props, "ind.start")) or number(props, "ind.leftChars") * _CHARACTER // 100
    hanging = number(props, "ind.hanging")
    aligned = props.get("jc", "both")
    spaces = len(told.paragraph.text) - len(told.paragraph.text.lstrip("　 "))
    flush = not (first or chars or left > _HAIR or hanging or spaces)
    match look.place:
        case Place.INDENTED:
            in_two = chars in (0, 200) and _is_near(first, 2 * _CHARACTER) and left <= _HAIR and not hanging
            yield from _indented(told, in_two=in_two, by_characters=bool(chars) and not spaces)
        case Place.FLUSH if not (flush and aligned in _JUSTIFIED):
            yield _departure(told, "indent", "", f"{where}应顶格", "should be flush left")
        case Place.CENTRED:
            if aligned != "center":
                yield _departure(told, "alignment", "", f"{where}应居中", "should be centred")
            if first or chars or spaces:
                yield _departure(
                    told, "indent", "", f"{where}居中时不应有缩进或空格", "centred, it should have no indent"
                )
        case Place.RIGHT if aligned not in _RIGHT:
            yield _departure(told, "alignment", "", f"{where}应居右", "should stand on the right")
        case Place.FREE:
            yield from _free(told, left, hanging)
        case _:
            pass


def _indented(told: Told, *, in_two: bool, by_characters: bool) -> Iterator[Departure]:
    where = _called(told)
    if not in_two:
        zh = f"{where}首行应左空二字、回行顶格"
        yield _departure(told, "indent", "", zh, "its first line should be two characters in")
    elif not by_characters:
        zh = f"{where}的缩进应以“首行缩进2字符”设定，不用空格或长度"
        yield _departure(
            told, "indent", "", zh, "the indent should be set as two characters, not by spaces or a length"
        )
    if told.paragraph.look.get("jc", "both") not in (*_JUSTIFIED, "distribute"):
        yield _departure(told, "alignment", "", f"{where}应两端对齐", "should be justified")


def _free(told: Told, left: int, hanging: int) -> Iterator[Departure]:
    props, where = told.paragraph.look, _called(told)
    right = number(props, "ind.right", number(props, "ind.end")) or number(props, "ind.rightChars") * _CHARACTER // 100
    if told.kind in (Kind.ORGAN, Kind.DATE):
        aligned = props.get("jc", "both")
        if not (aligned in _RIGHT and right >= 0) and not (left and aligned in _JUSTIFIED):
            yield _departure(told, "alignment", "", f"{where}应居右，按规定右空二字或四字", "should stand on the right")
        elif told.kind is Kind.DATE and aligned in _RIGHT and right < 2 * _CHARACTER - _NEAR:
            yield _departure(
                told,
                "indent",
                "",
                f"{where}应右空二字（加盖印章的右空四字）",
                "should stand two characters from the right",
            )
    if told.kind is Kind.ATTACHMENTS:
        opening = left - hanging + number(props, "ind.firstLine")
        labelled = "附件" in told.paragraph.text[:4]
        if labelled and not _is_near(opening, 2 * _CHARACTER):
            yield _departure(told, "indent", "", f"{where}应左空二字", "should stand two characters in")
    if told.kind is Kind.IMPRINT and not (_is_near(left - hanging, 10 * SIZE_4) and _is_near(right, 10 * SIZE_4)):
        yield _departure(told, "indent", "", f"{where}应左右各空一字", "should stand one character in on both sides")


def _spacing(told: Told) -> Iterator[Departure]:
    props, where = told.paragraph.look, _called(told)
    if told.kind is Kind.CELL:
        if props.get("spacing.lineRule") == "exact":
            yield _departure(
                told,
                "line spacing",
                "7.6",
                "表格文字不应用固定行距，字会被裁掉",
                "a fixed pitch clips what stands in a cell",
            )
        return
    line, rule = number(props, "spacing.line", _SINGLE), props.get("spacing.lineRule", "auto")
    snapped = is_on(props, "snapToGrid", otherwise=True)
    own = rule == "exact" and any(abs(line - pitch) <= 1 for pitch in _PITCHES)
    if told.kind is not Kind.IMPRINT and not own and not (snapped and rule == "auto" and line == _SINGLE):
        yield _departure(
            told,
            "line spacing",
            "5.2.3",
            f"{where}的行距使每页排不成22行，应为单倍行距并对齐行格",
            "its spacing leaves the grid of 22 lines",
        )
    if told.kind in (Kind.TITLE, Kind.ATTACHMENT_TITLE) and snapped:
        yield _departure(
            told,
            "line spacing",
            "5.2.3",
            f"{where}不应对齐行格：2号字会占两行",
            "snapped to the grid, a line of 22 pt takes two",
        )
    before, after = number(props, "spacing.before"), number(props, "spacing.after")
    if before and told.kind not in _SPACED_ABOVE:
        yield _departure(told, "spacing", "5.2.3", f"{where}段前不应有间距", "there should be no white above")
    if after and told.kind not in (*_SPACED, Kind.CORNER):
        yield _departure(told, "spacing", "5.2.3", f"{where}段后不应有间距", "there should be no white below")
    for white in (before, after):
        if white and not any(white % pitch == 0 for pitch in _PITCHES):
            yield _departure(told, "spacing", "5.2.3", f"{where}的段间距应为整行", "the white should be of whole lines")


def _page(told: Told) -> Iterator[Departure]:
    if told.kind is Kind.ATTACHMENT_LABEL and not told.paragraph.breaks:
        yield _departure(told, "page break", "7.3.7", "附件应另面编排", "an attachment should begin a page")
    if told.kind in (Kind.BODY, Kind.HEADING) and is_on(told.paragraph.look, "keepNext"):
        yield _departure(
            told,
            "page break",
            "5.2.3",
            f"{_called(told)}不应“与下段同页”，否则前页排不满22行",
            "kept with the next, it leaves a page short",
        )
    if told.kind in (Kind.BODY, Kind.HEADING) and is_on(told.paragraph.look, "widowControl", otherwise=True):
        yield _departure(
            told,
            "page break",
            "5.2.3",
            f"{_called(told)}不应控制孤行，否则有的页排不满22行",
            "widow control leaves a page short",
        )


def _is_near(length: int, wanted: int) -> bool:
    return abs(length - wanted) <= _NEAR


def _called(told: Told) -> str:
    return f"{told.level}级标题" if told.level and told.heading else told.kind.value


def _departure(told: Told, rule: str, clause: str, zh: str, en: str) -> Departure:
    paragraph = told.paragraph
    return Departure(
        rule=rule,
        clause=f"{_STANDARD} {clause}" if clause else LOOKS[told.kind].clause,
        zh=zh,
        en=en,
        paragraph=paragraph.number,
        text=paragraph.text.strip().replace("\n", ""),
    )

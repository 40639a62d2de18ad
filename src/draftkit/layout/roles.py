"""What each paragraph of a file is for: told by the house style's names of styles, or else by text and place."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import frozen

from draftkit.layout.file import Paragraph
from draftkit.layout.xml import number
from draftkit.zh.numbering import Label, parse_label

__all__ = ["Kind", "Told", "roles"]


class Kind(StrEnum):
    """What a paragraph is for."""

    CORNER = "会议文件编号"
    TITLE = "标题"
    BELOW_TITLE = "题注、时间或报告人"
    SALUTATION = "称谓"
    PART = "部分标题"
    HEADING = "层次标题"
    BODY = "正文"
    CAPTION = "表题"
    UNIT = "计量单位"
    CELL = "表格文字"
    ATTACHMENTS = "附件说明"
    ORGAN = "署名"
    DATE = "成文日期"
    NOTE = "附注"
    ATTACHMENT_LABEL = "附件序号"
    ATTACHMENT_TITLE = "附件标题"
    IMPRINT = "版记"
    CONTENTS = "目录标题"
    ENTRY = "目录"
    EMPTY = "空行"


@frozen(kw_only=True)
class Told:
    """A paragraph and what it is for.

    Args:
        paragraph: The paragraph.
        kind: What it is for.
        level: The level of its label, 1 to 5; 0 where it has none.
        label: That label, where it is text.
        heading: How many of its characters are a heading: all of them, a run-in one, or none.
    """

    paragraph: Paragraph
    kind: Kind
    level: int = 0
    label: Label | None = None
    heading: int = 0


# By these names of styles a paragraph is known whatever it says; others (Body Text, Heading 1) tell nothing sure.
_STYLES = {
    "corner label": Kind.CORNER,
    "title": Kind.TITLE,
    "booklet title": Kind.TITLE,
    "subtitle": Kind.BELOW_TITLE,
    "salutation": Kind.SALUTATION,
    "part heading": Kind.PART,
    "caption": Kind.CAPTION,
    "table unit": Kind.UNIT,
    "attachments note": Kind.ATTACHMENTS,
    "signature": Kind.ORGAN,
    "date": Kind.DATE,
    "note": Kind.NOTE,
    "attachment label": Kind.ATTACHMENT_LABEL,
    "attachment title": Kind.ATTACHMENT_TITLE,
    "imprint": Kind.IMPRINT,
    "imprint printed": Kind.IMPRINT,
    "toc heading": Kind.CONTENTS,
    "toc 1": Kind.ENTRY,
}
_CORNER = re.compile(r"会议(?:文件|材料|资料)(?:之)?[（(]?[一二三四五六七八九十\d]{1,3}[）)]?$")
_TITLE = re.compile(
    r"^[^。；，]{2,80}(?:报告|决议|决定|总结|公告|公报|通知|计划|要点|讲话|办法|名单|议程|日程|说明|纪要|意见|方案)"
    r"(?:[（(][^（）()]{1,10}[）)])?$"
)
_BELOW = re.compile(
    r"^(?:[—–―-]{1,3}.{2,80}|[（(].{2,80}[）)]|[^。，：:]{2,30}[　 ][^。，：: 　]{1,4}(?:　[^。，]{1,2})?)$"
)
_SALUTATION = re.compile(r"^[^。；，]{0,20}(?:代表|同志|主席团|委员会|人民政府|单位|社区|村)[^。；，]{0,10}[：:]$")
_DATE = re.compile(r"^\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年.{1,6}月.{1,6}日\s*$")
_ORGAN = re.compile(r"^[^。，；：:]{2,40}$")
_ATTACHMENTS = re.compile(r"^\s*附\s?件[：:]")
_ATTACHMENT = re.compile(r"^附\s?件\s?\d{0,2}[：:]?$")
_IMPRINT = re.compile(r"^\s*抄送[：:]|印发$")
_HEAD = 8
_LONGEST_HEADING = 60
_LONGEST_RUN_IN = 50
_LONGEST_PART = 30
_LARGE = 36
"""18 pt: type above the text's is a title's."""


def roles(paragraphs: Sequence[Paragraph]) -> Iterator[Told]:
    """Yield each paragraph with what it is for."""
    body = [one for one in paragraphs if one.text.strip() and not one.table]
    head = _head(body)
    tail = _tail(body)
    previous = Kind.EMPTY
    for paragraph in paragraphs:
        told = _told(paragraph, head, tail, previous)
        if told.kind is not Kind.EMPTY:
            previous = told.kind
        yield told


def _told(paragraph: Paragraph, head: dict[int, Kind], tail: dict[int, Kind], previous: Kind) -> Told:
    text = paragraph.text.strip()
    if not text:
        return Told(paragraph=paragraph, kind=Kind.EMPTY)
    for known in (_STYLES.get(paragraph.style), _by_label(text), _in_table(paragraph)):
        if known is not None:
            return Told(paragraph=paragraph, kind=known)
    if previous is Kind.ATTACHMENT_LABEL:
        return Told(paragraph=paragraph, kind=Kind.ATTACHMENT_TITLE)
    for known in (head.get(paragraph.number), tail.get(paragraph.number)):
        if known is not None:
            return Told(paragraph=paragraph, kind=known)
    return _in_text(paragraph)


def _by_label(text: str) -> Kind | None:
    if _ATTACHMENTS.match(text):
        return Kind.ATTACHMENTS
    if _ATTACHMENT.match(text):
        return Kind.ATTACHMENT_LABEL
    return Kind.IMPRINT if _IMPRINT.search(text) and len(text) < _LONGEST_HEADING else None


def _in_table(paragraph: Paragraph) -> Kind | None:
    return Kind.CELL if paragraph.table else None


def _size(paragraph: Paragraph) -> int:
    return max((number(run.look, "sz") for run in paragraph.runs), default=0)


def _head(body: list[Paragraph]) -> dict[int, Kind]:
    """Return what the first paragraphs are: corner label, title, what stands below it, salutation."""
    found: dict[int, Kind] = {}
    titled = False
    for paragraph in body[:_HEAD]:
        text = paragraph.text.strip()
        if not found and _CORNER.search(text):
            found[paragraph.number] = Kind.CORNER
        elif _SALUTATION.match(text):
            found[paragraph.number] = Kind.SALUTATION
            break
        elif titled and (_BELOW.match(text) and parse_label(text) is None):
            found[paragraph.number] = Kind.BELOW_TITLE
        elif _is_title(paragraph, text, titled=titled):
            found[paragraph.number], titled = Kind.TITLE, True
        elif not (paragraph.style in _STYLES and _STYLES[paragraph.style] in (Kind.TITLE, Kind.BELOW_TITLE)):
            break
        else:
            titled = True
    return found


def _is_title(paragraph: Paragraph, text: str, *, titled: bool) -> bool:
    if _size(paragraph) >= _LARGE:
        return True
    centred = paragraph.look.get("jc") == "center"
    return not titled and parse_label(text) is None and (bool(_TITLE.match(text.replace("\n", ""))) or centred)


def _tail(body: list[Paragraph]) -> dict[int, Kind]:
    """Return what the last paragraphs are: the date, and the organs above it."""
    for at in range(len(body) - 1, 0, -1):
        if _DATE.match(body[at].text):
            found = {body[at].number: Kind.DATE}
            if _ORGAN.match(body[at - 1].text.strip()) and parse_label(body[at - 1].text.strip()) is None:
                found[body[at - 1].number] = Kind.ORGAN
            return found
    return {}


def _in_text(paragraph: Paragraph) -> Told:
    text = paragraph.text
    label = parse_label(text.strip())
    level = label.style.rank if label is not None else _counted(paragraph.label)
    if level:
        return Told(paragraph=paragraph, kind=_level_kind(text), level=level, label=label, heading=_heading(text))
    centred = paragraph.look.get("jc") == "center"
    if centred and len(text.strip()) <= _LONGEST_PART and not text.strip().endswith(("。", "；")):
        return Told(paragraph=paragraph, kind=Kind.PART)
    return Told(paragraph=paragraph, kind=Kind.BODY)


def _level_kind(text: str) -> Kind:
    return Kind.HEADING if _heading(text) == len(text) else Kind.BODY


def _counted(form: str) -> int:
    """Return the level of a label that Word counts, by its form."""
    return {"%1、": 1, "（%2）": 2, "%3.": 3, "（%4）": 4}.get(form, 5 if re.fullmatch(r"%5", form) else 0)


def _heading(text: str) -> int:
    """Return how many characters of a labelled paragraph are its heading."""
    title, stop, rest = text.partition("。")
    if not rest.strip():
        # One sentence by itself is a numbered paragraph.
        is_sentence = text.rstrip().endswith(("。", "；", "：", "！"))
        return 0 if is_sentence or len(text) > _LONGEST_HEADING else len(text)
    return len(title + stop) if len(title) <= _LONGEST_RUN_IN else 0

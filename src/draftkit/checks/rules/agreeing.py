"""What a paper's title block and its text say of the same thing: the session, the congress, the person."""

import re
from collections.abc import Iterator

from draftkit.checks.finding import Severity
from draftkit.checks.naming import BLOCK, named
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import find
from draftkit.tree import Role
from draftkit.zh.numerals import format_numeral, parse_numeral

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "terms")

_HAN = "[一二三四五六七八九十]{1,3}"
_SESSION = lazily(
    rf"(?P<place>[^，。；、（）0-9\s]{{2,12}}?[乡镇县市区])第(?P<term>{_HAN})届人民代表大会第(?P<number>{_HAN})次会议"
)
_ABOUT = lazily("关于|$")
_DID = lazily("听取|审议|审查|根据|决定|认真|依法|接受|表决|通过|以|补选|选举|票决|讨论|期间")
_TITLE = "清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议\n（2025年1月15日清溪镇第十八届人民代表大会第{}次会议通过）\n"
_RESOLVED = "清溪镇第十八届人民代表大会第{}次会议听取和审议了政府工作报告。会议决定批准这个报告。"

_Said = tuple[Passage, int, int, tuple[str, str, str]]


def _sessions(paper: Paper) -> list[_Said]:
    """Return the sessions that a paper says to be of: by its title, its note of adoption and its first sentence."""
    found: list[_Said] = []
    for paragraph in paper.of(Role.TITLE, Role.ADOPTION_NOTE):
        note = paragraph.role is Role.ADOPTION_NOTE
        match = _SESSION.search(paragraph.text) if note else _SESSION.match(paragraph.text)
        if match and (note or _ABOUT.match(paragraph.text, match.end())):
            found.append(_said(paragraph, match))
    first = next((paragraph for paragraph in paper.body if paragraph.role is Role.BODY), None)
    match = _SESSION.match(first.text) if first else None
    if first and match and _DID.match(first.text, match.end()):
        found.append(_said(first, match))
    return found


def _said(paragraph: Passage, match: re.Match[str]) -> _Said:
    place = re.sub("^.*[日年在]", "", match["place"])
    return paragraph, match.start("term") - 1, match.end(), (place, match["term"], match["number"])


@rule(
    "session-note",
    severity="error",
    title="标题、题注与正文首句写的不是同一次会议",
    zh="这里写“{text}”，{where}写“{other}”，同一份文件的届次应一致",
    en="{text} here, {other} elsewhere in the same paper",
    why="套用上次会议的文件时，题注的会次最容易漏改。",
    norm="地方组织法第十四条；公文标题应准确（GB/T 9704-2012，7.3.1）",
    fails=[
        _TITLE.format("三") + _RESOLVED.format("四"),
        _TITLE.format("四") + _RESOLVED.format("三"),
        "关于接受李明辞去清溪镇人民政府镇长职务请求的决定\n（2025年7月15日清溪镇第十八届人民代表大会第五次会议通过）\n"
        + _RESOLVED.format("六"),
    ],
    passes=[
        _TITLE.format("四") + _RESOLVED.format("四"),
        _TITLE.format("四") + "青山区第十八届人民代表大会第三次会议审议了本项工作。",
        "关于清溪镇第十八届人民代表大会第三次会议以来建议办理情况的报告\n——2025年1月15日在清溪镇第十八届人民代表大会第四次会议上\n各位代表：\n现在报告工作。",
    ],
)
def session_note(paper: Paper) -> Iterator[Found]:
    """Find the one that differs where a title, a note of adoption and a first sentence name a session."""
    said = _sessions(paper)
    if len({place for *_, (place, _, _) in said}) > 1:
        return
    for paragraph, start, end, session in said:
        others = [each for each in said if each[3] != session]
        # Of two, the note of adoption is the one that was taken over; of three, the odd one.
        alone = len(others) > 1 if len(said) > 2 else paragraph.role is Role.ADOPTION_NOTE  # noqa: PLR2004
        if others and alone:
            other, first, last, _ = others[-1]
            where = {Role.TITLE: "标题", Role.ADOPTION_NOTE: "题注"}.get(other.role or Role.BODY, "正文")
            yield Found(paragraph, start, end, {"where": where, "other": other.text[first:last]})


_COMMISSION = lazily(rf"受[^，。；0-9\n]{{0,12}}?第?(?P<term>{_HAN})届(?:人民代表大会|人大)主席团的?委托")
_REPORT = "清溪镇人民代表大会主席团工作报告\n——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上\n各位代表：\n"


@rule(
    "session-commission",
    severity="error",
    title="受哪一届主席团委托与会议的届次不合",
    zh="会议是第{session}届第{number}次会议，这里写“{text}”，届次不合，请核对",
    en="{text!r} at a session of another congress",
    why="除第一次会议由上一届主席团报告外，委托报告的主席团与会议同届。",
    norm="地方组织法（2022年）第十八条、第十九条：乡镇人大主席团",
    fails=[
        _REPORT + "我受清溪镇第十七届人民代表大会主席团委托，向大会报告工作。",
        "清溪镇第十八届人民代表大会第一次会议听取了李明受清溪镇第十八届人民代表大会主席团委托所作的主席团工作报告。",
    ],
    passes=[
        _REPORT + "我受清溪镇第十八届人民代表大会主席团委托，向大会报告工作。",
        "清溪镇第十八届人民代表大会第一次会议听取了李明受清溪镇第十七届人民代表大会主席团委托所作的主席团工作报告。",
        "我受镇第十八届人大主席团委托，向大会报告工作。",
    ],
)
def session_commission(paper: Paper) -> Iterator[Found]:
    """Find a presidium of another congress than the session's; at a first session, one that isn't the last congress's."""
    block = next(((each.term, each.number) for each in named([paper])), None)
    for hit in find(paper, _COMMISSION):
        before = [*_SESSION.finditer(hit.paragraph.text, 0, hit.start)]
        own = (parse_numeral(before[-1]["term"]), parse_numeral(before[-1]["number"])) if before else block
        if own is None:
            continue
        term, (session, number) = parse_numeral(hit["term"]), own
        if term != (session - 1 if number == 1 else session):
            args = {"session": format_numeral(session), "number": format_numeral(number)}
            severity = Severity.WARNING if number == 1 else None
            yield Found(hit.paragraph, *hit.span("term"), args, severity=severity)


_PERSON = lazily(
    r"关于(?:接受|同意|批准|免去|罢免|撤销|终止)(?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志|请求|辞去|代表资格|的)"
)
_NAMED = lazily(
    r"(?:接受|同意|批准|免去|罢免|撤销|审议了?|讨论了?)(?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:因|提出|请求|辞去|的?辞职)"
)
_RESIGNED = "清溪镇第十八届人民代表大会第五次会议\n关于接受李晓明同志辞去清溪镇人民政府镇长职务请求的决定\n清溪镇第十八届人民代表大会第五次会议审议了李晓明同志提出的辞职请求，决定接受{}同志辞去清溪镇人民政府镇长职务的请求。"


@rule(
    "name-other",
    severity="error",
    title="同一个人的姓名前后不一",
    zh="标题写“{other}”，这里写“{text}”，差一个字，请核对",
    en="{other} in the title, {text} here",
    why="姓名写错，决定的对象就成了另一个人。",
    norm="党政机关公文处理工作条例第十九条：人名、地名准确",
    fails=[_RESIGNED.format("李小明"), _RESIGNED.format("李晓铭")],
    passes=[
        _RESIGNED.format("李晓明"),
        _RESIGNED.format("王建国"),
        "关于接受李明、王强辞去镇长、副镇长职务请求的决定\n会议决定接受王强同志辞去副镇长职务的请求。",
    ],
)
def name_other(paper: Paper) -> Iterator[Found]:
    """Find a name in the text that is one character off the one that the title of a decision has."""
    titles = " ".join(paragraph.text for paragraph in paper.of(*BLOCK)) + paper.title
    told = _PERSON.search(titles)
    if told is None:
        return
    for hit in find(paper, _NAMED):
        off = sum(one != other for one, other in zip(hit["name"], told["name"], strict=False))
        same = len(hit["name"]) == len(told["name"]) and hit["name"][0] == told["name"][0]
        if same and off == 1 and hit["name"] not in titles:
            yield Found(hit.paragraph, *hit.span("name"), {"other": told["name"]})

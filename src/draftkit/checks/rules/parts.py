"""The parts that a kind of paper has, and their order."""

import re
from collections.abc import Iterator

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._text import find, is_long
from draftkit.tree import Role

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "structure")

_TEXT = "镇人大主席团围绕中心工作，组织代表开展视察、调研，推动各项工作落实。"


def _head(paper: Paper) -> Passage:
    return next((p for p in paper.body if p.role is Role.TITLE), paper.body[0])


def _missing(paper: Paper, what: str, right: str, severity: Severity | None = None) -> Found:
    place = _head(paper)
    return Found(place, 0, min(len(place.text), 40), {"what": what, "right": right}, severity=severity)


_REPORT = "清溪镇人民代表大会主席团工作报告\n——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上\n清溪镇人民代表大会主席 李明\n"
_COMMISSION = "我受清溪镇第十八届人民代表大会主席团委托，向大会报告工作，请予审议，并请列席人员提出意见。"
_LONG_TEXT = "\n".join([_TEXT] * 10)


@rule(
    "parts-report",
    severity="warning",
    title="工作报告缺少应有的部分",
    zh="主席团工作报告缺{what}：{right}",
    en="the report lacks a part: {what}",
    why="向大会作的报告有称谓、委托句和“请予审议”。",
    norm="地方组织法第十二条、第十九条；人民代表大会工作报告的通例",
    fails=[f"{_REPORT}{_COMMISSION}\n{_LONG_TEXT}", f"{_REPORT}各位代表：\n{_LONG_TEXT}"],
    passes=[f"{_REPORT}各位代表：\n{_COMMISSION}\n{_LONG_TEXT}"],
)
def parts_report(paper: Paper) -> Iterator[Found]:
    """Find presidium reports without salutation or commission."""
    if paper.kind != "presidium-report" or not is_long(paper) or not paper.has("主席团"):
        return
    opening = "\n".join(p.text for p in paper.body[:10])
    if not paper.of(Role.SALUTATION) and not re.search("(?:各位|主任|主席)[^。\n]{0,24}[：:]$", opening, re.MULTILINE):
        body = next((p for p in paper.body if p.role is Role.BODY), _head(paper))
        yield Found(body, 0, min(len(body.text), 40), {"what": "称谓", "right": "正文前应有“各位代表：”"})
    if not re.search("委托|向大会(?:报告|汇报)|请予审议", opening):
        yield _missing(paper, "委托句", "应有“我受……主席团委托，向大会报告工作，请予审议，并请列席人员提出意见”")


@rule(
    "parts-summary",
    severity="warning",
    title="工作总结里写了报告的话",
    zh="工作总结不交大会审议，“{text}”是报告的话，应删去",
    en="a summary isn't put before the congress: {text!r} belongs to a report",
    why="总结呈送县人大常委会或镇党委，没有称谓、委托句和“请予审议”。",
    norm="党政机关公文处理工作条例第八条：文种应与行文目的相符",
    fails=[f"清溪镇人大2024年工作总结\n{_TEXT}\n以上总结，请予审议。"],
    passes=[f"清溪镇人大2024年工作总结\n{_TEXT}\n现将一年来的工作总结如下："],
)
def parts_summary(paper: Paper) -> Iterator[Found]:
    """Find the words of a report in a summary."""
    if paper.kind == "work-summary" and "总结" in paper.title:
        for hit in find(paper, _FOR_REPORTS):
            yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "parts-missing",
    severity="hint",
    title="缺标题、存在问题或下步安排",
    zh="文稿缺{what}",
    en="the paper lacks {what}",
    why="总结和报告有标题，讲成绩，也讲问题和打算。",
    norm="党政机关公文处理工作条例第九条；工作总结、工作报告的通例",
    fails=[
        f"清溪镇人大2024年工作总结\n{_LONG_TEXT}\n存在的问题是联系代表不够。",
        f"{_COMMISSION}\n{_LONG_TEXT}\n还有不足，明年要改进。",
    ],
    passes=[f"清溪镇人大2024年工作总结\n{_LONG_TEXT}\n存在的不足是联系代表不够。\n明年打算抓好培训。"],
)
def parts_missing(paper: Paper) -> Iterator[Found]:
    """Find long summaries and reports without a title, shortcomings, or plans."""
    if paper.kind not in {"presidium-report", "work-summary"} or not is_long(paper):
        return
    head = _head(paper)
    span = (head, 0, min(len(head.text), 40))
    if not paper.title and (len(head.text) > _TITLE_LINE or "。" in head.text):
        yield Found(*span, {"what": "标题"})
    if not re.search("总结|主席团工作报告", paper.title):
        return
    if not paper.has("不足", "问题", "差距", "薄弱"):
        yield Found(*span, {"what": "存在的问题"})
    if not paper.has("打算", "计划", "下一步", "明年", "新的一年", "今后", "安排", "思路", "建议"):
        yield Found(*span, {"what": "下步打算"})


_TITLE_LINE = 60
"""Characters that a title has at most."""

_FOR_REPORTS = re.compile("请予审议|请各位代表审议|请列席人员提出意见|受[^，。]{2,30}主席团委托")


_RESOLUTION_TITLE = re.compile(r"(?:决议|决定)(?:[（(][^）)\n]{1,10}[）)])?(?:[0-9]{3,5}字)?$")
_ADOPTED = re.compile(r"[（(][^（）()\n]{0,40}(?:通过|草案)[^（）()\n]{0,6}[）)]")
_HEADS = {Role.TITLE, Role.PART, Role.BODY}


@rule(
    "parts-resolution-title",
    severity="warning",
    title="决议的标题、题注不全",
    zh="决议标题“{text}”{problem}",
    en="the title of the resolution lacks something: {text!r}",
    why="决议的标题写明由哪次会议就什么事项作出，题注写明通过的日期和会议。",
    norm="党政机关公文处理工作条例第九条；全国人民代表大会决议的格式",
    fails=[f"清溪镇政府工作报告的决议\n会议听取和审议了政府工作报告。{_TEXT}会议决定批准这个报告。"],
    passes=[
        f"清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议\n（2025年1月16日清溪镇第十八届人民代表大会第四次会议通过）\n会议听取和审议了政府工作报告。{_TEXT}会议决定批准这个报告。"
    ],
)
def parts_resolution_title(paper: Paper) -> Iterator[Found]:
    """Find titles of resolutions without 关于, and resolutions without a note of their adoption."""
    for paragraph in paper.body[:8]:
        text = paragraph.text.strip()
        is_title = paragraph.role in _HEADS and len(text) <= 60 and not re.search("[，。；：]", text)  # noqa: PLR2004
        if not is_title or not _RESOLUTION_TITLE.search(text) or re.search("报告.{0,4}决议草案|[篇份][）)]", text):
            continue
        problems = []
        if "关于" not in text:
            problems.append("缺“关于”，应为“……关于……的决议”")
        behind = [p.text for p in paper.body if paragraph.index < p.index <= paragraph.index + 3]
        if not _ADOPTED.search(text) and not any(_ADOPTED.search(each) for each in behind):
            problems.append("下缺题注（通过日期和会议），未通过的应标“（草案）”")
        if problems:
            severity = None if "关于" not in text else Severity.HINT
            yield Found(paragraph, 0, len(paragraph.text), {"problem": "；".join(problems)}, severity=severity)


_OPERATIVE = re.compile("决定，?批准|决定，?接受|批准|通过|同意|接受|选举|撤销|确定")


@rule(
    "parts-resolution",
    severity="error",
    title="决议没有决定句",
    zh="决议里没有“决定批准”之类的决定句",
    en="the resolution decides nothing",
    why="有法律效果的只有决定句；没有它，决议就没有内容。",
    norm="地方组织法第二十五条；全国人民代表大会决议的格式",
    fails=[
        f"清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议\n会议听取和审议了政府工作报告。\n会议认为，报告实事求是。\n{_LONG_TEXT}"
    ],
    passes=[
        f"清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议\n会议听取和审议了政府工作报告。\n会议决定批准这个报告。\n{_LONG_TEXT}",
        f"青山区人大常委会\n关于全区河道管护情况报告的审议意见\n区人民政府：\n会议听取了报告。\n会议认为，管护工作有进展。\n{_LONG_TEXT}",
        f"清溪镇人大主席团会议纪要\n会议指出，办理工作有进展。\n{_LONG_TEXT}",
    ],
)
def parts_resolution(paper: Paper) -> Iterator[Found]:
    """Find resolutions without an operative clause."""
    if paper.kind == "resolution" and is_long(paper) and next(find(paper, _OPERATIVE), None) is None:
        place = _head(paper)
        yield Found(place, 0, min(len(place.text), 40))


_OPENING = re.compile(r"^(?:会议|大会)[ ]?(?P<move>认为|指出|强调|要求|号召)[，：]", re.MULTILINE)


@rule(
    "parts-order",
    severity="warning",
    title="决议各段的次序",
    zh="“{text}”排在“会议{before}”之后，次序应为：认为、指出、强调、要求、号召",
    en="the moves of a resolution stand in another order",
    why="决议先评价，再指出形势、强调要求，最后号召。",
    norm="全国人民代表大会历次决议的写法",
    fails=["会议听取和审议了政府工作报告。\n会议号召，全镇人民团结奋斗！\n会议要求，镇人民政府要抓好落实。"],
    passes=["会议认为，报告实事求是。\n会议要求，镇人民政府要抓好落实。\n会议号召，全镇人民团结奋斗！"],
)
def parts_order(paper: Paper) -> Iterator[Found]:
    """Find a call before other moves, and an appraisal behind directives."""
    last = ""
    for hit in find(paper, _OPENING):
        move = hit["move"]
        if last and (last == "号召" or (move == "认为" and last in {"要求", "强调"})):
            yield Found(hit.paragraph, hit.start, hit.end, {"before": last})
        last = move

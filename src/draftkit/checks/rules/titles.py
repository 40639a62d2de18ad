"""The title against the text, and several papers in one file."""

import re
from collections.abc import Iterator

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Paper
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._text import find
from draftkit.tree import Role

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "structure")

_TEXT = "镇人大主席团围绕中心工作，组织代表开展视察、调研，推动各项工作落实。"

_LONG_TEXT = "\n".join([_TEXT] * 10)

_GOVERNMENT = re.compile("政府工作报告(?!的?决议|.{0,6}决议)")
_CONGRESS_TEXT = re.compile(
    "受[^，。]{0,24}主席团委托|[镇乡]人大(?:主席团|的?工作|在)|我们[^，。]{0,8}[镇乡]人大|人大主席团(?:成员|认真|坚持|紧紧|围绕)"
)
_MANY = 3


@rule(
    "title-kind",
    severity="error",
    title="标题与内容的文种不符",
    zh="标题“{text}”说的是政府工作报告，正文写的却是人大的工作，应为“{right}”",
    en="the title says a report of the government, the text is the congress's: {right}",
    why="网上的范文常把人大的总结、报告标成政府工作报告。",
    norm="党政机关公文处理工作条例第八条、第九条",
    fails=[
        "清溪镇2024年政府工作报告\n"
        + "镇人大主席团围绕中心工作，组织代表视察。镇人大的工作有了新进展。人大主席团成员带头履职。\n" * 6
    ],
    passes=[
        "清溪镇2024年政府工作报告\n" + "镇人民政府围绕中心工作，抓好落实。\n" * 6,
        "清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议\n会议决定批准这个报告。",
    ],
)
def title_kind(paper: Paper) -> Iterator[Found]:
    """Find titles of the government's report above a congress's own paper."""
    if paper.kind not in {"presidium-report", "work-summary", ""} or len(list(find(paper, _CONGRESS_TEXT))) < _MANY:
        return
    right = "人大主席团工作报告" if paper.kind == "presidium-report" else "人大工作总结"
    for paragraph in paper.paragraphs[:4]:
        text = paragraph.text.strip()
        if len(text) <= 60 and _GOVERNMENT.search(text) and not re.search("[，。；]", text):  # noqa: PLR2004
            yield Found(paragraph, 0, len(paragraph.text), {"right": right})


_LEVEL_WORDS = {
    "镇": re.compile("我镇|全镇|镇人大|镇党委|镇政府|镇人民政府"),
    "乡": re.compile("我乡|全乡|乡人大|乡党委|乡政府|乡人民政府"),
}
_ENOUGH = 4


@rule(
    "title-level",
    severity="error",
    title="标题与正文一个是乡、一个是镇",
    zh="标题写“{title}”，正文通篇是“{text_level}”，应改为一致",
    en="the title says {title}, the text says {text_level}",
    why="套用别处的文稿，标题与正文的单位就对不上。",
    norm="党政机关公文处理工作条例第十九条：表述准确",
    fails=["乡人大年度总结\n" + "我镇人大在镇党委领导下开展工作，全镇代表踊跃参加，镇政府大力支持。\n" * 4],
    passes=["镇人大年度总结\n" + "我镇人大在镇党委领导下开展工作，全镇代表踊跃参加，镇政府大力支持。\n" * 4],
)
def title_level(paper: Paper) -> Iterator[Found]:
    """Find a title of a township above the text of a town, and the other way round."""
    counts = {level: len(list(find(paper, pattern))) for level, pattern in _LEVEL_WORDS.items()}
    for level, other in (("乡", "镇"), ("镇", "乡")):
        if counts[other] < _ENOUGH or counts[level] > counts[other] // 6:
            continue
        for paragraph in paper.paragraphs[:3]:
            text = paragraph.text.strip()
            is_title = paragraph.role in {Role.TITLE, Role.PART} or paragraph.residue == "标题重复"
            if is_title and re.match(rf"[^，。镇乡]{{0,8}}{level}(?![镇乡村])", text):
                yield Found(paragraph, 0, len(paragraph.text), {"title": level, "text_level": other})


_PLACE = re.compile(
    r"(?:^|(?<=[，。；：（]))(?P<place>[^\W的了和为将受在是对照据成开行选当现于从向到及其这那每各该本全我会前后中间次届期经由把被使让与并0-9a-zA-Z_]{2,4}?[省市县区镇乡])第[一二三四五六七八九十]{1,3}届人民代表大会",
    re.MULTILINE,
)


@rule(
    "several-papers",
    severity="warning",
    title="一个文件里有几份文稿",
    zh="这里起是另一份文稿（“{text}”），应分开成文",
    en="another paper begins here: {text!r}",
    why="范文集把几份不同地方、不同年份的文稿放在一起，届次、地名、日期互不相干。",
    norm="党政机关公文处理工作条例第九条",
    fails=[
        f"关于政府工作报告的决议\n清溪镇第十八届人民代表大会第四次会议决定批准这个报告。{_LONG_TEXT}\n关于政府工作报告的决议\n青山市第十五届人民代表大会第五次会议决定批准这个报告。{_LONG_TEXT}"
    ],
    passes=[f"关于政府工作报告的决议\n清溪镇第十八届人民代表大会第四次会议决定批准这个报告。{_LONG_TEXT}"],
)
def several_papers(paper: Paper) -> Iterator[Found]:
    """Find the beginnings of further papers in a file, and the congress that each is of where its title doesn't say."""
    if not paper.position:
        return
    head = paper.paragraphs[0]
    own = _PLACE.search(paper.title)
    together = own is not None and all(own["place"] in title for title in paper.titles)
    yield Found(head, 0, min(len(head.text), 40), severity=Severity.HINT if together else None)
    named = next(find(paper, _PLACE), None)
    if own is None and named is not None and named.paragraph is not head:
        yield Found(named.paragraph, named.start, named.end, severity=Severity.HINT)


@rule(
    "places-differ",
    severity="error",
    title="一份文稿里出现两个地方的代表大会",
    zh="本文是{place}的，这里却写“{text}”，请核对地名",
    en="the paper is of {place}, here it says {text!r}",
    why="套用别处的文稿，地名没有改全。",
    norm="党政机关公文处理工作条例第十九条：表述准确",
    fails=[
        "清溪镇第十八届人民代表大会第四次会议决定批准这个报告。\n青山镇第十八届人民代表大会第四次会议号召全镇人民团结奋斗。"
    ],
    passes=[
        "清溪镇第十八届人民代表大会第四次会议决定批准这个报告。\n清溪镇第十八届人民代表大会第四次会议号召全镇人民团结奋斗。"
    ],
)
def places_differ(paper: Paper) -> Iterator[Found]:
    """Find congresses of another town than the first that is named."""
    hits = [hit for hit in find(paper, _PLACE) if hit["place"][-1] in "镇乡"]
    for hit in hits[1:]:
        place = hits[0]["place"]
        if hit["place"] != place and not hit["place"].endswith(place) and not place.endswith(hit["place"]):
            yield Found(hit.paragraph, *hit.span("place"), {"place": place})

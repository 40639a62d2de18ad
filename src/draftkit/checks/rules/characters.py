"""Wrong, doubled, missing and superfluous characters."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._likeness import Likeness
from draftkit.checks.rules._nearly import Nearly
from draftkit.checks.rules._text import find, wide
from draftkit.checks.rules._words import data, load

__all__ = ["RULES"]

RULES: Rules = load("characters", "characters")
rule = registrar(RULES, "characters")

_NORM = "现代汉语词典（第7版）；通用规范汉字表"


# ── one character off ──


def _finds(table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words of a table of the list that have more about them than what is right."""
    return (text for word in table.get("word", ()) for text in word["find"])


_FIXED = data("fixed")["words"]
_NEARLY = Nearly((*_FIXED["long"], *_FIXED["idioms"]), _FIXED["legit"])


@lru_cache(maxsize=4)
def _near(paper: Paper) -> tuple[tuple[int, int, str], ...]:
    return tuple(_NEARLY.finditer(wide(paper)))


@rule(
    "char-near",
    severity="error",
    title="固定说法多一字、少一字、错一字",
    zh="“{text}”疑有误，应为“{right}”",
    en="{text!r} seems to be {right} with a character wrong",
    why="机构名称、法律用语和成语是固定的，差一个字就是错。",
    norm=_NORM,
    fails=[
        "人大席团召开第六次会议。",
        "召开第十九届人民大代表大会。",
        "各村要重实际、鼓实劲、出实招、求时效。",
        "认真查找存在的问题题和不足。",
        "坚持实是求是。",
    ],
    passes=[
        "人大主席团召开第六次会议。",
        "召开第十九届人民代表大会。",
        "各村要重实际、鼓实劲、出实招、求实效。",
        "求真务实、真抓实干。",
        "由计票人向主席团报告，候选人由主席团提名，召集人经主席团同意。",
        "镇人大设主席团，镇人大由主席团召集会议。",
        "人民代表在大会上发言。",
    ],
)
def char_near(paper: Paper) -> Iterator[Found]:
    """Find set words with one character wrong, missing or too much."""
    for start, end, word in _near(paper):
        paragraph, at = paper.at(start)
        if not paragraph.residue:
            yield Found(paragraph, at, at + end - start, {"right": word})


_SOUNDS = data("sounds")
_TOLD = tuple(
    text for table in data("characters")["rule"] for text in (*table.get("map", ()), *_finds(table)) if "{" not in text
)
"""Words that another rule finds wherever they stand."""
_LIKE = Likeness(
    [*(word for words in ("congress", "work", "idioms") for word in _SOUNDS["words"][words]), *_FIXED["idioms"]],
    [*_SOUNDS["likeness"]["sounds"], *_SOUNDS["likeness"]["shapes"]],
    _SOUNDS["likeness"]["particles"],
    (*_SOUNDS["words"]["legit"], *_FIXED["legit"], *_TOLD),
)


@rule(
    "char-like",
    severity="error",
    title="固定说法里的同音字、形近字",
    zh="“{text}”有错别字，应为“{right}”",
    en="{text!r} has a character that sounds or looks like the right one: {right}",
    why="拼音输入、扫描识别常换进一个同音或形近的字；在固定的说法里，换一个就是错。",
    norm=_NORM,
    fails=[
        Case("工作要因地制谊。", "工作要因地制宜。"),
        Case("组织选民登计。", "组织选民登记。"),
        Case("反对形式主意。", "反对形式主义。"),
        Case("做好防讯抗旱工作。", "做好防汛抗旱工作。"),
        Case("成效显注。", "成效显著。"),
    ],
    passes=[
        "工作要因地制宜，选民登记有序。",
        "坚持依法行政，加强法制建设。",
        "他代表见义勇为的群众发言。",
        "会议议程、议程草案、决议草案都已印发。",
    ],
)
def char_like(paper: Paper) -> Iterator[Found]:
    """Find set words in which a character gave way to one that sounds or looks like it."""
    told = _near(paper)
    for start, end, word in _LIKE.finditer(wide(paper)):
        paragraph, at = paper.at(start)
        if not paragraph.residue and not any(first < end and start < last for first, last, _ in told):
            yield Found(paragraph, at, at + end - start, {"right": word}, fix=word)


# ── doubled and stray characters ──

_DOUBLED = lazily(
    r"的的(?!确|士)|(?<![存实自内所正现潜])在在|和和(?!美|气|睦|顺)|与与(?!会|否|时)|(?<!不)了了(?!解|结|断|了|却|事|然)|是是(?!非|否)|及及(?!时|早)|为为(?!民|政|人)|对对(?!联|象|照|方|口|接|策)"
    r"|把把(?!关|手)|被被|让让|从从(?!容|严|业|事|众|优)|并并|但但|而而|且且|(?<!老)我我|我们我们|他们他们|镇镇(?!区|村|长|政|党|域|属|直|情|办|里|内|机|人大|辖|史|级|容|江|干|两|志|海|雄|平|原|宁|南|北|东|西)"
    r"|人大人大|代表代表(?!团|性|着|了|大会|人民|全|群|广|选|本)|会议会议(?!室|厅|纪|议|期|精)|工作工作|进行进行|开展开展|加强加强|要要(?!求|件|素|点|闻|事|领)|通过通过|组织组织(?!部|法|生活|委员|建设|者)|以及以及|"
    r"。的|，的(?!确|士)|、的(?!确)|。了|，了(?!解|结|却|然|断|不)|的，的"
)
_STRAY_LE = lazily(
    r"(?:组织|开展|召开|举办|进行|安排|听取|审议|办理|收集|接待|走访)了[^，,。；;了\n]{2,12}?(?:活动|会议|工作|培训|视察|调研|检查|学习|报告|建议|意见|群众|代表|选民)了(?=[0-9一二两三四五六七八九十多数几])"
)
_VERB_TWICE = lazily(
    r"(?P<verb>组织|开展|召开|举办|进行|加强|推进|提高|落实|实施|完善|建立|制定|督促)(?:安排|开展|组织)?[^，,。；;、\n]{2,6}(?P=verb)(?=[了]?[^，,。；;、\n]{0,4}(?:活动|工作|会议|学习|培训|视察))"
)
_SINCE = lazily(r"今年来(?=[，,的])|(?<=现将)今年来")
_OUT_CAME = lazily("提出来了(?=[0-9一二两三四五六七八九十几多])")
_LEFT_OVER = lazily(
    r"(?<!认)认真真(?!正|实|情|抓)|(?<!努)努力力|(?<!扎)扎实实(?!施|践|行|现)|(?<!切)切实实(?!施|践|行|现)|积极极|深入入|进一步步(?!入)|全面面(?!临|对|积)|充分分(?!析|配|类|享|散|工|解|流|别|发)|有效效|大力力(?!量|度)"
)


_END_TWICE = lazily(r"(?P<last>[\u4e00-\u9fff])(?P=last)(?=[，。；、！：\n])")
"""A character twice at the end of a clause: behind a set word the second is too much."""
_SET = (
    *(word for words in ("congress", "work", "idioms") for word in _SOUNDS["words"][words]),
    *_FIXED["idioms"],
    *_FIXED["long"],
)


@rule(
    "char-doubled",
    severity="error",
    title="字词重复",
    zh="“{text}”重复，应删去一处",
    en="{text!r} is said twice",
    why="改稿、粘贴时留下的重复字。",
    norm=_NORM,
    fails=[
        "代表们的的意见很中肯。",
        "会议认为，的工作。",
        "认真真履行职责。",
        "做到因地制宜宜，稳步推进。",
        "特此通知知。",
    ],
    passes=[
        "实实在在做事，一步一步推进，认认真真履职。",
        "的的确确有了变化。",
        "中共中央 国务院",
        "充分了解了解决的办法。",
        "好好好，大家鼓掌。",
        "加强监督检查，查处问题；贯彻落实实施意见。",
        "清溪镇镇长李明。",
    ],
)
def char_doubled(paper: Paper) -> Iterator[Found]:
    """Find characters and words that stand twice by mistake; reduplications that are right are left alone."""
    for pattern in (_DOUBLED, _LEFT_OVER):
        for hit in find(paper, pattern):
            yield Found(hit.paragraph, hit.start, hit.end)
    for hit in find(paper, _END_TWICE):
        word = next((word for word in _SET if hit.paragraph.text.endswith(word, 0, hit.start + 1)), None)
        if word is not None:
            yield Found(hit.paragraph, hit.start + 1 - len(word), hit.end)


@rule(
    "char-stray",
    severity="warning",
    title="衍字、漏字和重复的动词",
    zh="“{text}”{why}",
    en="a character or a verb too much, or one missing, in {text!r}",
    why="“组织了……活动了3次”“组织代表组织活动”是改稿时前后没有照应。",
    norm=_NORM,
    fails=[
        "主席团开展了执法检查了2次。",
        "组织各村代表组织视察活动。",
        "今年来，主席团办了三件实事。",
        "会上提出来了12条意见。",
    ],
    passes=["主席团开展执法检查2次。", "组织代表开展活动。", "今年以来，主席团办了三件实事。", "他今年来镇里工作。"],
)
def char_stray(paper: Paper) -> Iterator[Found]:
    """Find a second 了, a verb said twice, 今年来 for 今年以来."""
    for pattern, why in (
        (_STRAY_LE, "有两个“了”，应删去一个"),
        (_VERB_TWICE, "动词重复，后一处宜换词或删去"),
        (_SINCE, "漏字，应为“今年以来”"),
        (_OUT_CAME, "“来”多余，应为“提出了”"),
    ):
        for hit in find(paper, pattern):
            yield Found(hit.paragraph, hit.start, hit.end, {"why": why})


_LEVELS = lazily(r"(?P<level>[县区市省])委、(?P<body>政府|人大|政协)(?=[，,、。；建提的关决工部确中把全和会]|$)")
_TOPICS_OF = lazily(r"(?:工程|活动|工作|建设|行动|计划|方面|领域)上(?=我[镇乡县区市])")


@rule(
    "char-missing",
    severity="warning",
    title="漏字",
    zh="“{text}”漏字：{right}",
    en="a character is missing in {text!r}",
    why="“区委、政府”并列的两家应各有级别；“……工程上”前面要有“在”。",
    norm=_NORM,
    fails=["按照县委、政府的部署。", "落实惠民工程上我镇走在前列。"],
    passes=["按照县委、县政府的部署。", "在项目建设上我镇有了突破。", "党委、政府高度重视。"],
)
def char_missing(paper: Paper) -> Iterator[Found]:
    """Find an organ without its level, and 上 without 在."""
    for hit in find(paper, _LEVELS):
        right = f"应为“{hit['level']}委、{hit['level']}{hit['body']}”"
        yield Found(hit.paragraph, hit.start, hit.end, {"right": right})
    for hit in find(paper, _TOPICS_OF):
        clause = re.split("[，,。；;：:、]", hit.paragraph.text[max(0, hit.start - 60) : hit.start])[-1]
        if not re.search("在|从|于", clause):
            yield Found(hit.paragraph, max(0, hit.start - len(clause)), hit.end, {"right": "句首应有“在”"})


# ── 的 for 地 ──

_ADVERBS = "有力|积极|认真|深入|切实|扎实|稳步|及时|有效|广泛|大力|努力|进一步|深刻|自觉|主动|严格|圆满|顺利|高效|依法|不断|极大|充分|较好|很好|更好|全面|迅速|牢固|坚决|坚定不移|坚持不懈|持续|有序|有计划|有组织|科学|合理|客观|明显|大幅度"
_VERBS = "促进|推动|推进|开展|贯彻|落实|执行|完成|解决|提高|提升|加强|保障|维护|支持|发挥|履行|做好|参与|组织|配合|监督|保证|反映|调动|增强|改善|召开|实施|激发|宣传|服务|带动|激励|鼓舞|遏制|缓解|巩固|优化|改变|打击|确保|抓好|抓"
_DE = lazily(
    rf"(?P<adverb>{_ADVERBS})的(?=(?:{_VERBS})了)|(?P<adverb2>紧密)的(?=团结在)|(?P<adverb3>坚定不移|坚持不懈|自觉|认真|积极|扎实)的(?=(?:贯彻执行|贯彻落实|走|抓好|做好)[^，。；]{{0,12}}[，。；])|(?P<adverb4>有针对性|创造性|有计划)的(?=(?:处理|开展|推进|解决|提出|组织|进行)(?:[。，；、]|[^的。，；]{{1,14}}[。，；]))"
)


@rule(
    "char-adverb",
    severity="error",
    title="状语后用“地”",
    zh="“{text}”应写作“{right}”",
    en="an adverb takes 地: {right}",
    why="动词前的修饰语用“地”：有力地促进了。",
    norm="现代汉语词典（第7版）“地”条；中学教学语法系统提要",
    fails=[
        Case("有力的推动了村庄整治。", "有力地推动了村庄整治。"),
        Case("更加紧密的团结在党中央周围。", "更加紧密地团结在党中央周围。"),
    ],
    passes=["有力地推动了村庄整治。", "发挥了积极的促进作用。", "科学的推进方案已经形成。"],
)
def char_adverb(paper: Paper) -> Iterator[Found]:
    """Find 的 between an adverb and its verb."""
    for hit in find(paper, _DE):
        right = hit[0][:-1] + "地"
        yield Found(hit.paragraph, hit.start, hit.end, {"right": right}, fix=right)


# ── wrong collocations ──

_COLLOCATIONS = (
    (lazily(r"加强[^，,。；;、\n]{0,10}力度"), "“加强”与“力度”不配，应为“加大……力度”"),
    (lazily(r"在通过[^，,。；;\n]{0,20}[，,、在]"), "“在”“通过”两个介词重叠，应删去一个"),
    (lazily(r"是[^，,。；;\n]{0,10}能否[^。；\n]{1,40}?关键"), "“能否”是两面，“关键”只说了一面，应删去“能否”"),
    (lazily(r"特别是在[^，,。；;\n]{1,12}等人"), "“在”多余，应删去"),
    (
        lazily(
            r"为(?:全面)?(?:建设|实现|打造)[ ]?[^。；;，,\n]{2,40}?的(?:宏伟)?目标[，,]?(?=作出|做出|提供|而|贡献)(?<!实现.)"
        ),
        "“建设……目标”搭配不当，应为“实现……目标”",
    ),
    (lazily(r"(?:首要|起始|开头)之年"), "应为“首年”“开局之年”"),
    (lazily(r"了[^，,。；;、\n]{1,6}一名和一名[^，,。；;\n]{1,8}"), "词序不一，应为“……、……各一名”"),
    (
        lazily(r"(?:通过|经过)[^。；;，,\n]{2,40}[，,]使(?=[^，,。；;\n]{1,40}[，,。])"),
        "“通过……使……”缺主语，应删去“通过”或“使”",
    ),
    (
        lazily(r"(?:^|。)使[我全各][^，,。；;\n]{2,30}?(?:做到|得到|实现|进一步|真正|更加)", re.MULTILINE),
        "句子缺主语，应与上句连写或补出主语",
    ),
    (
        lazily(r"(?:防止|避免|杜绝|禁止|切忌)[^，。；;、\n]{0,8}(?:不再|不要|不得)[^，。；;、\n]{0,10}(?:发生|出现)"),
        "否定重复，意思相反",
    ),
    (
        lazily(r"(?:大约|大概|约|近)[0-9一二两三四五六七八九十百千万]{1,8}[^，。；、\n]{0,3}(?:左右|上下)"),
        "“约”与“左右”重复，应删去一个",
    ),
    (lazily(r"(?:超过|多达)[0-9]{1,8}[^，。；、\n]{0,3}(?:以上|多[个名人次])"), "“超过”与“以上”重复，应删去一个"),
    (
        lazily(r"(?:下降|减少|降低|缩小)了?[0-9一二两三四五六七八九十.]{1,6}倍"),
        "减少不用倍数，应写百分比或几分之几",
    ),
    (lazily(r"(?:目的|原因)是(?:为了|因为|由于)"), "“目的”“原因”与“为了”“因为”重复"),
    (
        lazily(
            r"涉及到|凯旋归来|亲眼目睹|首次开创|众所周知的是|悬殊很大|过高的奢望|目前的现状|贡献力量和力量|当前的现状"
        ),
        "成分重复",
    ),
    (lazily(r"在[“《][^”》\n]{2,40}[”》]的(?:作用|影响)(?=[，,。])"), "应为“在……中的作用”"),
    (
        lazily(
            r"适应[^，。；、\n]{1,16}(?:新时代|新背景|新形势)[^，。；、\n]{0,4}下的(?:履职|工作|监督|人大)(?=[，。；])"
        ),
        "缺中心语，应为“……的要求”",
    ),
    (
        lazily(r"评选[^，。；\n]{2,30}为[^，。；\n]{2,30}和[^，。；\n]{2,30}为"),
        "两个“评选……为……”连在一起，宜分开写",
    ),
    (lazily(r"更加[^，。；、\n]{0,2}(?:十分|非常|极其)|(?:十分|非常|极其)更加"), "程度副词重复"),
)


@rule(
    "char-collocation",
    severity="warning",
    title="搭配不当、成分残缺或多余",
    zh="“{text}”：{why}",
    en="words that don't go together in {text!r}",
    why="这些是公文里常见的病句。",
    norm="现代汉语词典（第7版）；党政机关公文处理工作条例第十九条：表述准确，文字精练",
    fails=[
        "加强宣传力度。",
        "今年是全镇能否脱贫的关键一年。",
        "通过学习，使代表提高了认识。",
        "投入约30万元左右。",
        "排放下降了2倍。",
    ],
    passes=[
        "加大宣传力度。",
        "今年是全镇脱贫的关键一年。",
        "通过学习，代表提高了认识。",
        "投入约30万元。",
        "加强监督，加大力度。",
    ],
)
def char_collocation(paper: Paper) -> Iterator[Found]:
    """Find words that don't go together, and sentences that lack a part."""
    for pattern, why in _COLLOCATIONS:
        for hit in find(paper, pattern):
            severity = Severity.HINT if "主语" in why else None
            yield Found(hit.paragraph, hit.start, hit.end, {"why": why}, severity=severity)


_INSPECT = lazily("督察|督查")


@rule(
    "char-inspect",
    severity="warning",
    title="督查、督察混用",
    zh="全文多写“{right}”，这里写“{text}”，应统一",
    en="the paper mostly writes {right}",
    why="督促检查工作用“督查”；“督察”用于环保督察、警务督察等专名。",
    norm=_NORM,
    fails=["开展专项督查。\n完成半年督查。\n对指导工作进行了督察。"],
    passes=["开展专项督查。\n完成半年督查。", "配合中央生态环境保护督察。\n开展专项督查。\n完成半年督查。"],
)
def char_inspect(paper: Paper) -> Iterator[Found]:
    """Find the rarer of 督查 and 督察 in a paper that has both."""
    hits = [
        hit
        for hit in find(paper, _INSPECT)
        if not re.search("环保|环境|中央|警务|土地|生态", hit.paragraph.text[max(0, hit.start - 8) : hit.start])
    ]
    forms = {form: [hit for hit in hits if hit[0] == form] for form in ("督察", "督查")}
    rare, usual = sorted(forms, key=lambda form: len(forms[form]))
    if 0 < len(forms[rare]) < len(forms[usual]) and len(forms[usual]) > 1:
        for hit in forms[rare]:
            yield Found(hit.paragraph, hit.start, hit.end, {"right": usual})

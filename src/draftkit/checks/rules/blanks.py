"""What nobody filled in: ×××, **, __, 20XX年, 第届, 〔待填：…〕, and the places that blanks were meant to hide."""

import re
from collections.abc import Iterator

from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import find

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "blanks")

_NORM = "党政机关公文处理工作条例第十九条：内容简洁、表述准确；GB/T 9704-2012 第7章"
_HAN = "\u4e00-\u9fff"

_CROSS = lazily(
    r"[×✕╳]{2,}|(?<![0-9米])[×✕╳](?=[乡镇村县市区届次年月日名件条人期第])|(?<![A-Za-z0-9])[XxＸｘ]{2,}(?![A-Za-z0-9])"
    rf"|(?:(?<=[{_HAN}、，,“《（(第])|(?<=^))[XxＸｘ](?=[{_HAN}])(?![光射轴染])"
    rf"|(?<=[第共有达近约][{_HAN}])[Xx](?=[，。；、])"
)
_LINE = lazily(r"[_＿]{2,}|(?<![A-Za-z0-9_/])_(?![A-Za-z0-9_/])")
_STARS = lazily(
    r"\*{2,}|[＊※]{2,}|○{2,}|□{2,}|▲{2,}|●{2,}|△{2,}|(?<![A-Za-z0-9*])\*(?=[\u4e00-\u9fff])(?<=[\u4e00-\u9fff“、，]\*)"
)
_YEAR = lazily(r"(?:19|20)(?:[XxＸｘ×*＊_＿○〇]{1,4}|[0-9][XxＸｘ×*＊_＿○])(?=年|-|至)")
_LEFT = lazily(
    r"〔待填：[^〔〕\n]*〕|[（(【〔\[](?:待填|待定|待补充?|请填写|填写|此处填|姓名|略|此处略)[^）)】〕\]\n]{0,12}[）)】〕\]]"
)
_EMPTY = lazily(r"【[ \u3000]*】|（[ \u3000]*）|\([ \u3000]*\)|“[ \u3000]*”|《[ \u3000]*》|〔[ \u3000]*〕")
_SOMEBODY = lazily(
    rf"某某+|(?<![{_HAN}])某(?=[乡镇村县区市省](?![{_HAN}]?[民化]))|(?<=[，。、在于])某(?=[乡镇村县](?:人大|政府|党委|人民|主席团|第))"
)


@rule(
    "blank-cross",
    severity="error",
    title="用××、xx占位而没有填写",
    zh="“{text}”处没有填写，请补上实际内容",
    en="{text!r} is a blank: fill it in",
    why="占位符印发出去，文稿就缺了姓名、地名、届次或数字。",
    norm=_NORM,
    fails=["会议听取了镇长×××所作的政府工作报告。", "清溪镇第xx届人民代表大会", "走进x镇的田野", "接待选民x人"],
    passes=["会议听取了镇长李明所作的政府工作报告。", "编号为XXL的设备。", "做X光检查。", "长3米×宽2米", "3×5"],
)
def blank_cross(paper: Paper) -> Iterator[Found]:
    """Find crosses in place of a name or a number."""
    for hit in find(paper, _CROSS, teaser=True):
        yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "blank-line",
    severity="error",
    title="用下划线占位而没有填写",
    zh="“{text}”处没有填写，请补上实际内容",
    en="{text!r} is a blank: fill it in",
    why="下划线是留空，也可能是网站屏蔽了词语；都要补上。",
    norm=_NORM,
    fails=["__年__月，__镇召开会议", "“__”规划编制工作"],
    passes=["2024年8月，清溪镇召开会议", "文件名 a_b_c"],
)
def blank_line(paper: Paper) -> Iterator[Found]:
    """Find underscores in place of words."""
    for hit in find(paper, _LINE, teaser=True):
        yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "blank-stars",
    severity="error",
    title="用星号、圈号占位或屏蔽",
    zh="“{text}”处是占位，或词语被屏蔽，请补上实际内容",
    en="{text!r} is a blank or a masked word: fill it in",
    why="星号可能是没填的地名，也可能是网站屏蔽的词（民主等）；都要还原。",
    norm=_NORM,
    fails=["**镇召开代表座谈会", "充分发扬**", "○○镇人民代表大会"],
    passes=["清溪镇召开代表座谈会", "充分发扬民主", "二〇二四年"],
)
def blank_stars(paper: Paper) -> Iterator[Found]:
    """Find stars and circles in place of words."""
    for hit in find(paper, _STARS, teaser=True):
        yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "blank-year",
    severity="error",
    title="年份没有填写",
    zh="“{text}”年没有填写，请写出四位年份",
    en="the year {text!r} is a blank",
    why="年份定着全文的提法和数字，空着就无从核对。",
    norm=_NORM,
    fails=["20XX年的工作汇报", "20__年的打算", "202X年"],
    passes=["2024年的工作汇报"],
)
def blank_year(paper: Paper) -> Iterator[Found]:
    """Find years with digits missing."""
    for hit in find(paper, _YEAR, teaser=True):
        yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "blank-left",
    severity="error",
    title="起草时留下的待填处没有填写",
    zh="“{text}”还没有填写",
    en="{text!r} has not been filled in",
    why="〔待填：……〕是起草时有意留下的空，定稿前都要补上。",
    norm=_NORM,
    fails=[Case("清溪镇人民政府镇长〔待填：镇长姓名〕"), "报告人（待定）"],
    passes=["清溪镇人民政府镇长李明", "（二）待遇保障"],
)
def blank_left(paper: Paper) -> Iterator[Found]:
    """Find the blanks that drafting left."""
    for hit in find(paper, _LEFT):
        yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "blank-brackets",
    severity="error",
    title="括号、引号里是空的",
    zh="“{text}”里没有内容，请补上或删去",
    en="there is nothing in {text!r}",
    why="空括号、空引号是没有填写，或网站删去了词语。",
    norm=_NORM,
    fails=["“”规划纲要", "代表（）名"],
    passes=["“十四五”规划纲要", "代表（含列席）80名"],
)
def blank_brackets(paper: Paper) -> Iterator[Found]:
    """Find brackets and quotes with nothing in them."""
    for hit in find(paper, _EMPTY):
        yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "blank-somebody",
    severity="warning",
    title="用“某”代替名称",
    zh="“{text}”应写出实际名称",
    en="{text!r} hides a name: write it",
    why="范文把地名、人名换成“某”，用时要还原。",
    norm=_NORM,
    fails=["某某镇人民代表大会", "在某镇人大的指导下"],
    passes=["清溪镇人民代表大会", "某些单位", "解决某一方面的问题"],
)
def blank_somebody(paper: Paper) -> Iterator[Found]:
    """Find 某 in place of a name."""
    for hit in find(paper, _SOMEBODY):
        yield Found(hit.paragraph, hit.start, hit.end)


_MISSING = lazily(
    # A numeral that dropped out: 第届, 共件, 增长%, 2024年月日, 召开会议次.
    r"第[ ]?(?=[届次]人民|届人大|次会议)"
    r"|(?<![0-9０-９一二三四五六七八九十○〇零元])年[ ]{0,6}月[ ]{0,6}日"
    r"|(?<=[0-9]年)[ ]{0,6}月[ ]{0,6}日|(?<=[0-9]月)[ ]?日(?=[，。在上下召])"
    r"|(?<=[0-9]年[0-9]月)[ \u3000]{0,8}日(?=[）)]?$)|(?<=[0-9]年[0-9]{2}月)[ \u3000]{0,8}日(?=[）)]?$)"
    r"|(?:增长|下降|提高|降低|达到?|占|完成[^，。；0-9]{0,6}的|率[为达])(?=[%％])"
    r"|(?:共计?|总计|累计|合计|仅)(?=[件次名]|人次|万元|亿元|个项目)"
    r"|(?<=[到席票成对共有发回效假])[ ]{1,6}(?=[名人张票件][，。；])"
    r"|(?<=[\u4e00-\u9fff])[ ]{1,6}(?=[万亿]元|[%％]|人次)"
    r"|(?:投入|投资|资金|收入|支出|自筹|拨付|争取)(?:[了约近共达为]|累计){0,2}(?=[万亿]元)"
    r"|(?:建议|意见|议案|问题|活动|视察|调研|培训|会议|报告|稿件|矛盾|纠纷|选民|群众|代表|委员)"
    r"(?=[件次条个名](?:[，。；、]|$)|人次[，。；、])(?<!每条意见)",
    re.MULTILINE,
)
_BARE = lazily(
    r"(?:投稿|来稿|发稿|刊登|发表|收到|收集|征集|提出|办理|办结|答复|开展|召开|组织|举办|接待|走访|视察|录用|采用|采纳|解决"
    r"|慰问|帮扶|交办|督办|转办|化解|整改|培训)(?:[^，,。；;、0-9：:（(《“]{0,10}?)(?<![0-9年月第.至～~\-])"
    r"(?P<n>[0-9]{1,4})(?=[，,。；;、]|$)(?![，,][0-9])",
    re.MULTILINE,
)
_LOST = lazily(r"其中[^，,。；;0-9一二两三四五六七八九十百]{1,12}(?:录用|采用|刊登|采纳|办结|解决|答复)(?=[，,])")


@rule(
    "blank-number",
    severity="error",
    title="漏了数字",
    zh="“{text}”处漏了数字，请补上",
    en="a number is missing at {text!r}",
    why="复制、转换时数字常会丢失，只剩下量词。",
    norm=_NORM,
    fails=[
        "清溪镇第届人民代表大会",
        "农民收入增长%。",
        "全年办理建议件，",
        "2024年月日",
        "清溪镇人民代表大会主席团\n2024年9月　日",
        "清溪镇人民代表大会主席团\n2024年11月日",
        "提出建议和意见条。",
        "应到代表72名，缺席 名，实到代表70名。",
    ],
    passes=["清溪镇第十八届人民代表大会", "农民收入增长6%。", "全年办理建议34件，", "2024年1月14日", "其中有代表3名，"],
)
def blank_number(paper: Paper) -> Iterator[Found]:
    """Find places where a number dropped out before its unit."""
    for hit in find(paper, _MISSING):
        yield Found(hit.paragraph, hit.start, min(hit.end + 1, len(hit.paragraph.text)))


@rule(
    "blank-unit",
    severity="warning",
    title="漏了量词或数字",
    zh="“{text}”后漏了量词，或数字不全，请补上",
    en="a unit or a digit is missing after {text!r}",
    why="“投稿1，”这样的地方，丢的往往是后面的数字和“篇”“件”“次”。",
    norm=_NORM,
    fails=["全年刊登1，其中被市报采用，", "共收集意见21，"],
    passes=["全年投稿19篇，其中被录用12篇。", "召开会议3次，", "办理第1、2号建议", "开展活动的时间是2024年，"],
)
def blank_unit(paper: Paper) -> Iterator[Found]:
    """Find numbers without a unit, and parts of a count without a number."""
    for hit in find(paper, _BARE):
        if not hit.paragraph.level or hit.start > hit.paragraph.heading_end:
            yield Found(hit.paragraph, hit.start, hit.end)
    for hit in find(paper, _LOST):
        if re.search("[0-9]", hit.paragraph.text[max(0, hit.start - 12) : hit.start]):
            yield Found(hit.paragraph, hit.start, hit.end)


_YUAN = lazily(
    r"(?:收入|支出|预算|投资|资金|产值|税收|利润|补助|经费)[^，。；：0-9\n]{0,8}[0-9]{1,8}(?:\.[0-9]{1,4})?[万亿](?=[，。；、]|$)",
    re.MULTILINE,
)


@rule(
    "blank-yuan",
    severity="hint",
    title="金额漏了“元”",
    zh="“{text}”后漏了“元”",
    en="元 is missing after {text!r}",
    why="金额写明单位：174万元。",
    norm="GB/T 15835-2011 5.1；法定计量单位的用法",
    fails=["财政收入任务174万，完成198万元。"],
    passes=["财政收入任务174万元，完成198万元。", "总人口5.2万。"],
)
def blank_yuan(paper: Paper) -> Iterator[Found]:
    """Find amounts of money without 元."""
    for hit in find(paper, _YUAN):
        yield Found(hit.paragraph, hit.start, hit.end)


_MASKED_PLACE = lazily(r"(?:[xX×某]|[*＊_＿×○]{2,12}|[xX]{2,12})(?=(?:乡|镇|县|市|区|村|中心镇|公安|项目|人大))")
_COMMON = frozenset(
    [
        "中国",
        "美好",
        "平安",
        "文明",
        "和谐",
        "富强",
        "安康",
        "清廉",
        "乡村",
        "家园",
        "城镇",
        "县城",
        "城乡",
        "庭院",
        "新村",
        "农村",
        "山村",
        "集镇",
        "小镇",
        "乡镇",
        "村庄",
        "生态",
        "校园",
        "河湖",
        "宜居",
        "社区",
        "田园",
        "人生",
        "生活",
        "公路",
        "风景",
        "环境",
        "经济",
        "社会",
        "单位",
        "机关",
        "企业",
        "家庭",
        "楼栋",
        "街巷",
        "圩镇",
        "侨乡",
        "水乡",
        "古镇",
        "茶乡",
        "新城",
        "之都",
        "之乡",
        "新区",
        "边疆",
        "湾区",
    ]
)
_SLOGAN = lazily(
    rf"(?:建设|打造|共建|创建|加快|推进)[^，。；\n]{{0,4}}?(?:美丽|幸福|实力|平安|和谐|法治|文明|富裕|小康|魅力|活力|生态|富强|数字|清廉|智慧|绿色|宜居)"
    rf"(?P<name>[{_HAN}]{{2}})(?=[”’、，。；的而作贡提])"
)
_NAMED = lazily(
    rf"(?<=[、，。；：“到在至以和及对与])(?P<name>[{_HAN}]{{2,3}}?)(?P<kind>自然村|行政村|村|水库|工业园区|产业园|街道|社区|河|溪)(?=[、，。；（(建设工程等的])"
)
_NOT_NAMES = lazily(
    r"^(?:各|全|本|我|每|该|乡|镇|县|市|所|驻|包|联|有关|相关|重点|部分|先进|示范|试点|城乡|农|山|中心|薄弱|贫困|行政|自然|多|一|二|两|三|四|五|六|七|八|九|十|几|数|其|兄弟|省|新|美丽|和美|文明|进|入|走|下|深|母亲|门前|集镇|老旧|智慧|平安|绿色|样板|精品|后进|软弱|主|沿|护|治|巡|清|了|洁净|和谐|幸福|小康)"
)


@rule(
    "blank-anonymised",
    severity="warning",
    title="隐去了地名，却留下别的真名",
    zh="文中地名用“{mask}”隐去，这里的“{text}”却还是真名；须一并还原或一并隐去",
    en="place names are hidden as {mask!r}, and yet {text!r} tells the place",
    why="隐名不净，既认得出是哪里，又缺了该写的名称；多是套用别处的文稿。",
    norm="党政机关公文处理工作条例第十九条",
    fails=["**镇人大开展活动。\n建设美丽清溪，促进发展。"],
    passes=["清溪镇人大开展活动。\n建设美丽清溪，促进发展。", "**镇人大开展活动。\n建设美丽乡村。"],
)
def blank_anonymised(paper: Paper) -> Iterator[Found]:
    """Find proper names of places in a paper that hides its own."""
    masks = list(find(paper, _MASKED_PLACE))
    if not masks:
        return
    mask = {"mask": masks[0][0]}
    for hit in find(paper, _SLOGAN):
        if hit["name"] not in _COMMON:
            yield Found(hit.paragraph, hit.start, hit.end, mask)
    for hit in find(paper, _NAMED):
        if not _NOT_NAMES.match(hit["name"]):
            yield Found(hit.paragraph, hit.start, hit.end, mask)

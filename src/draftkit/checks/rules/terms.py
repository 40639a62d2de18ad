"""The terms of people's congresses, and who decides what by which verb."""

import re
from collections.abc import Iterator

from draftkit.checks.paper import Paper
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.checks.rules._text import find
from draftkit.checks.rules._words import load
from draftkit.zh.numerals import format_numeral

__all__ = ["RULES"]

RULES: Rules = load("terms", "terms")
rule = registrar(RULES, "terms")

_N = "[一二三四五六七八九十]{1,3}"
_SHORT_NAME = re.compile(
    rf"(?P<body>(?:乡|镇|县|市|区)?人大)(?P<term>第?{_N}届)(?P<number>第?{_N}次)(?P<what>会议|全会|全体会议)"
)
_LIKE_CPPCC = re.compile(rf"(?<=[乡镇县市区])第?(?P<term>{_N}届)第?(?P<number>{_N}次)会议")
_HALF_FULL = re.compile(rf"(?<=人民代表大会)(?P<number>{_N}次会议)")
_NO_ORDINAL = re.compile(rf"(?<![第{'一二三四五六七八九十'}])(?P<term>{_N}届)(?=人民代表大会)")
_DIGITS = re.compile(
    r"第?(?P<number>[0-9]{1,2})(?P<unit>届)(?=人民代表大会|人大)|(?<=人民代表大会)第?(?P<number2>[0-9]{1,2})(?P<unit2>次会议)"
)
_NAME_NORM = "地方组织法第十四条；GB/T 15835-2011 5.2.3：固定名称用汉字数字"


@rule(
    "term-session-order",
    severity="warning",
    title="会议简称的词序",
    zh="“{text}”词序不对，应写作“{right}”，全称为“第…届人民代表大会第…次会议”",
    en="a session is called {right}",
    why="人大的会议说“×届人大×次会议”；“人大×届×次会议”是照政协的叫法写的。",
    norm=_NAME_NORM,
    fails=[
        Case("在镇人大七届三次会议上", "在镇七届人大三次会议上"),
        Case("整理镇十六届三次会议代表提出的建议", "整理镇十六届人大三次会议代表提出的建议"),
    ],
    passes=["在镇七届人大三次会议上", "政协十届三次会议"],
)
def term_session_order(paper: Paper) -> Iterator[Found]:
    """Find short names of sessions in the order that the CPPCC uses."""
    for hit in find(paper, _SHORT_NAME):
        place = hit["body"].removesuffix("人大")
        right = f"{place}{hit['term'].removeprefix('第')}人大{hit['number'].removeprefix('第')}会议"
        yield Found(hit.paragraph, hit.start, hit.end, {"right": right}, fix=right)
    for hit in find(paper, _LIKE_CPPCC):
        right = f"{hit['term']}人大{hit['number']}会议"
        yield Found(hit.paragraph, hit.start, hit.end, {"right": right}, fix=right)


@rule(
    "term-session-name",
    severity="warning",
    title="会议名称半全半简",
    zh="全称里应写“第{text}”",
    en="a full name takes 第{text}",
    why="全称是“第…届人民代表大会第…次会议”，简称是“…届人大…次会议”，两种不混用。",
    norm=_NAME_NORM,
    fails=[
        Case("清溪镇第十八届人民代表大会二次会议", "清溪镇第十八届人民代表大会第二次会议"),
        Case("清溪镇十八届人民代表大会第二次会议", "清溪镇第十八届人民代表大会第二次会议"),
    ],
    passes=["清溪镇第十八届人民代表大会第二次会议", "清溪镇十八届人大二次会议"],
)
def term_session_name(paper: Paper) -> Iterator[Found]:
    """Find full names of sessions without 第."""
    for pattern in (_HALF_FULL, _NO_ORDINAL):
        for hit in find(paper, pattern):
            yield Found(hit.paragraph, hit.start, hit.end, fix=f"第{hit[0]}")


@rule(
    "term-session-digits",
    severity="warning",
    title="届次用汉字",
    zh="“{text}”应写作“{right}”",
    en="terms and sessions are counted in Chinese numerals: {right}",
    why="届次是固定名称，用汉字；日期、数量用阿拉伯数字。",
    norm=_NAME_NORM,
    fails=[Case("清溪镇第18届人民代表大会第4次会议", "清溪镇第十八届人民代表大会第四次会议")],
    passes=["清溪镇第十八届人民代表大会第四次会议", "全年召开2次会议"],
)
def term_session_digits(paper: Paper) -> Iterator[Found]:
    """Find terms and sessions counted in digits."""
    for hit in find(paper, _DIGITS):
        number = int(hit["number"] or hit["number2"])
        short = "" if hit.paragraph.text.startswith("人大", hit.end) else "第"
        right = f"{short}{format_numeral(number)}{hit['unit'] or hit['unit2']}"
        yield Found(hit.paragraph, hit.start, hit.end, {"right": right}, fix=right)


_PLENARY = re.compile(rf"(?<=届人民代表大会)第{_N}次全体会议")
_TERMLESS = re.compile(
    rf"(?<=[乡镇县市区])(?P<term>二?十[一二三四五六七八九]?|[一二三四五六七八九])人大(?=代表|{_N}次|换届)"
)


@rule(
    "term-session-plenary",
    severity="warning",
    title="把一次会议写成全体会议，届次写漏“届”",
    zh="“{text}”应写作“{right}”",
    en="write {right}",
    why="一次会议里可以开几次全体会议；会议本身叫“第…届人民代表大会第…次会议”。",
    norm=_NAME_NORM,
    fails=["清溪镇第一届人民代表大会第四次全体会议现在开始。", "选举产生镇十六人大代表77名。"],
    passes=["清溪镇第一届人民代表大会第四次会议第一次全体会议现在开始。", "选举产生镇十六届人大代表77名。"],
)
def term_session_plenary(paper: Paper) -> Iterator[Found]:
    """Find sessions called plenary meetings, and terms without 届."""
    for hit in find(paper, _PLENARY):
        yield Found(hit.paragraph, hit.start, hit.end, {"right": hit[0].replace("全体会议", "会议")})
    for hit in find(paper, _TERMLESS):
        yield Found(hit.paragraph, hit.start, hit.end, {"right": f"{hit['term']}届人大"})


_BUDGET_YEARS = re.compile(
    r"(?P<done>20[0-9]{2})年[^，。；0-9\n]{0,8}预算执行情况(?:的报告)?[和与及、][^，。；0-9\n]{0,2}(?P<next>20[0-9]{2})年[^，。；0-9\n]{0,8}(?P<what>预算|决算)"
)


@rule(
    "term-budget-years",
    severity="error",
    title="预算报告的年份和名称",
    zh="“{text}”应为“{done}年……预算执行情况和{right}年……预算草案”",
    en="the report is on the budget of {done} as carried out and the draft of {right}",
    why="年初的预算报告说上年预算的执行和本年的预算草案；决算在年中另行审查批准。",
    norm="预算法第二十一条、第四十七条",
    fails=[
        "《2021年财政预算执行情况和2022年财政决算（草案）的报告》",
        "2023年财政预算执行情况和2023年财政预算草案的报告",
    ],
    passes=["2021年财政预算执行情况和2022年财政预算草案的报告"],
)
def term_budget_years(paper: Paper) -> Iterator[Found]:
    """Find budget reports whose two years don't follow, or that put the final accounts in place of the draft."""
    for hit in find(paper, _BUDGET_YEARS):
        right = int(hit["done"]) + 1
        if int(hit["next"]) != right or hit["what"] == "决算":
            yield Found(hit.paragraph, hit.start, hit.end, {"done": hit["done"], "right": right})


_SUGGESTION_COUNT = re.compile(
    r"议案[0-9]{1,4} ?[件条个](?:和|、|以及|及)建议|议案、建议、批评和意见[0-9]{1,4} ?[件条个]|议案[和与及]?建议[0-9]{1,4} ?[件条个]"
)
_SELF_REVIEW = re.compile(r"^[^，。；：\n]{0,30}人大工作报告[^，。；：\n]{0,8}$", re.MULTILINE)
_BY_ELECTION = re.compile(
    r"根据《?代表法》?的?(?:有关)?规定[，,][^。；\n]{0,20}补选|(?:人大|人大常委会|党委|上级)(?:批准|同意)[^。；\n]{0,60}补选[^。；\n]{0,20}代表"
)
_CANDIDATE = re.compile(r"(?:镇长|乡长|主席|副镇长|副乡长)候选人[^，。；\n]{0,24}(?:选举|补选|选)为")
_PEOPLE_DEPUTY = re.compile(
    r"(?<![民人])人民代表(?!大会|大|法|性|选举|团)(?=[、，。；的们参视提依履积]|建议|小组|活动|名|资格)"
)


@rule(
    "term-suggestion-count",
    severity="warning",
    title="议案与建议分别计数",
    zh="“{text}”把议案与建议混在一起计，应写“议案×件，建议、批评和意见×件”",
    en="motions and suggestions are counted apart",
    why="“议案×件、建议、批评和意见×件”里顿号的层次乱了；两种件数之间用逗号或“和”。",
    norm="地方组织法第二十二条、第四十二条；GB/T 15834-2011 4.5",
    fails=["收到议案2件、建议、批评和意见31件。"],
    passes=["收到议案2件，建议、批评和意见31件。"],
)
def term_suggestion_count(paper: Paper) -> Iterator[Found]:
    """Find motions and suggestions counted as one."""
    for hit in find(paper, _SUGGESTION_COUNT):
        yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "term-report-title",
    severity="hint",
    title="报告的标题",
    zh="“{text}”宜写作“人民代表大会主席团工作报告”：报告由主席团提出，向代表大会作",
    en="the report is the presidium's: 人民代表大会主席团工作报告",
    why="代表大会不能自己向自己报告工作。",
    norm="地方组织法第十二条第九项",
    fails=["清溪镇人大工作报告\n各位代表："],
    passes=["清溪镇人民代表大会主席团工作报告\n各位代表："],
)
def term_report_title(paper: Paper) -> Iterator[Found]:
    """Find a title that lets the congress report to itself."""
    for hit in find(paper, _SELF_REVIEW):
        if hit.paragraph.index < paper.paragraphs[0].index + _HEAD and not re.search("[县市区省]", hit[0]):
            yield Found(hit.paragraph, hit.start, hit.end)


_HEAD = 6
"""Paragraphs at the top of a paper in which its title stands."""


@rule(
    "term-by-election",
    severity="warning",
    title="补选代表的依据和程序",
    zh="“{text}”程序不对：乡镇代表依选举法第五十七条由原选区选民补选，不须上级批准；职务的候选人在大会上提名后才有",
    en="township deputies are elected by the voters of their district; candidates for office come from the session",
    why="补选代表依据选举法，不是代表法；补选之前还不是代表，也不是某职务的“候选人”。",
    norm="选举法第五十七条；地方组织法第二十六条",
    fails=["根据《代表法》的规定，补选代表1名。", "镇长候选人周华被选举为代表。"],
    passes=["根据选举法的规定，由原选区选民补选镇人大代表2名。"],
)
def term_by_election(paper: Paper) -> Iterator[Found]:
    """Find by-elections by a wrong law or with a wrong approval."""
    for pattern in (_BY_ELECTION, _CANDIDATE):
        for hit in find(paper, pattern):
            yield Found(hit.paragraph, hit.start, hit.end)


@rule(
    "term-deputy",
    severity="hint",
    title="指人时写“人大代表”",
    zh="“{text}”指人时写“人大代表”",
    en="a person is a 人大代表",
    why="“人民代表”是泛称，法律上的职务是“人民代表大会代表”，简称人大代表。",
    norm="代表法第二条",
    fails=["组织人民代表视察。"],
    passes=["组织人大代表视察。", "召开人民代表大会。"],
)
def term_deputy(paper: Paper) -> Iterator[Found]:
    """Find 人民代表 for a person."""
    for hit in find(paper, _PEOPLE_DEPUTY):
        yield Found(hit.paragraph, hit.start, hit.end)


_LAWS = re.compile(r"[《〈](?P<name>[^《》〈〉\n]{2,50}法)[》〉]")
_KNOWN_SHORT = {
    "代表法": "中华人民共和国全国人民代表大会和地方各级人民代表大会代表法",
    "选举法": "中华人民共和国全国人民代表大会和地方各级人民代表大会选举法",
    "地方组织法": "中华人民共和国地方各级人民代表大会和地方各级人民政府组织法",
    "监督法": "中华人民共和国各级人民代表大会常务委员会监督法",
}


@rule(
    "term-law-full",
    severity="hint",
    title="法律首次出现写全称",
    zh="书名号里写全称，“{text}”首次出现宜作“《{right}》（以下简称{name}）”，或不加书名号",
    en="the first time a law is cited by its full name",
    why="书名号标示的是名称本身；简称不加书名号，或在全称后注明。",
    norm="立法技术规范（试行）（一）：引用法律的名称用全称加书名号；GB/T 15834-2011 4.15",
    fails=["学习《代表法》。"],
    passes=["学习代表法。", "学习《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》。"],
)
def term_law_full(paper: Paper) -> Iterator[Found]:
    """Find short names of laws in book-title marks, the first time each."""
    seen: set[str] = set()
    for hit in find(paper, _LAWS):
        name = hit["name"]
        if name in _KNOWN_SHORT and name not in seen and not paper.has(_KNOWN_SHORT[name]):
            seen.add(name)
            yield Found(hit.paragraph, hit.start, hit.end, {"name": name, "right": _KNOWN_SHORT[name]})

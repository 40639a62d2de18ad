"""How many points are announced and told, and the same count told twice."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from draftkit.checks.paper import Hit, Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import around, filled, find
from draftkit.zh.numbering import find_points

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "figures")

_N = r"[0-9]{1,6}"
_SUM_NORM = "党政机关公文处理工作条例第十九条：表述准确；统计法第七条：数据真实、准确"
_TWO, _THREE = 2, 3

_HAN = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_ANNOUNCED = lazily(
    r"(?P<n>[0-9]{1,2}|[两二三四五六七八九十])(?:个|项|件|条|点|大|方面|类|种)(?:方面|重点|主要|关键|突出|具体)?(?:的)?(?P<what>方面|问题|事项|工作|措施|环节|举措|任务|要求|特点|重点|抓手|机制|建议|意见|办法|制度|关口|原因|不足|短板|做法|经验)?[^，。：；\n0-9]{0,10}[：。，]?$"
)
_NEAR = 30
_MOST_POINTS = 10


def _count(text: str) -> int:
    return int(text) if text.isascii() else _HAN[text]


@rule(
    "count-points",
    severity="error",
    title="说了几项，列出来的却不是几项",
    zh="说的是{said}项，列出的是{listed}项",
    en="{said} are announced and {listed} are told",
    why="增删了分项，前面的数目没有改。",
    norm=_SUM_NORM,
    fails=[
        "重点抓好4个方面：一是抓学习；二是抓培训；三是抓视察。",
        "存在三个问题：一是学习不够；二是监督不力；三是联系不紧；四是宣传不多。",
    ],
    passes=["重点抓好3个方面：一是抓学习；二是抓培训；三是抓视察。", "召开3次会议，一是抓学习；二是抓培训。"],
)
def count_points(paper: Paper) -> Iterator[Found]:
    """Find numbers of points that aren't those of the points that follow."""
    for paragraph in paper.body:
        points = find_points(paragraph.text)
        if not _TWO <= len(points) <= _MOST_POINTS:
            continue
        lead = paragraph.text[max(0, points[0].start - _NEAR) : points[0].start].replace(":", "：").replace(",", "，")
        announced = _ANNOUNCED.search(lead)
        if announced and (announced["what"] or lead.endswith("：")) and _count(announced["n"]) != len(points):
            start = points[0].start - len(lead) + announced.start()
            args = {"said": _count(announced["n"]), "listed": len(points)}
            yield Found(paragraph, start, points[0].end, args)


_LABEL = lazily(
    "(?P<n>[一二三四五六七八九十])(?P<style>是|要|、)|第(?P<n2>[一二三四五六七八九十])(?P<style2>，|、)"
    "|（(?P<n3>[一二三四五六七八九十])(?P<style3>）)|(?P<n4>[1-9])(?P<style4>[.．](?![0-9]))"
)
_REMARKS = lazily(
    "(?:讲|提|谈|说)[^，。；：]{0,6}[点条个][^，。；：]{0,6}(?:意见|要求|建议|希望|体会|感受|想法)[：。]?$"
)


def _label(text: str) -> tuple[int, str] | None:
    """Return the number and the style of the label that `text` begins with; None without one."""
    found = _LABEL.match(text.replace(",", "，"))
    if found is None:
        return None
    number = found["n"] or found["n2"] or found["n3"]
    style = next(each for each in found.group("style", "style2", "style3", "style4") if each)
    return (int(found["n4"]) if found["n4"] else _HAN[number]), style + ("第" if found["n2"] else "")


def _listed(paragraphs: Sequence[Passage], *, apart: bool) -> int | None:
    """Return how many points the first paragraphs tell; None where they aren't a list, or its numbers are amiss.

    Args:
        paragraphs: What follows the announcement.
        apart: Whether there may be text between the points.
    """
    count, style = 0, ""
    for paragraph in paragraphs:
        label = _label(paragraph.text.strip())
        if label is None or (style and label[1] != style):
            if not apart or not count:
                break
            continue
        number, style = label
        if number == 1 and count:
            break
        if number != count + 1:
            return None
        count = number
    return count if count >= _TWO else None


@rule(
    "count-list",
    severity="error",
    title="说了几点，后面各段列的却不是几点",
    zh="说的是{said}项，下面列出的是{listed}项",
    en="{said} are announced and the paragraphs behind tell {listed}",
    why="增删了条目，前面的数目没有改。",
    norm=_SUM_NORM,
    fails=[
        "下面，我提四点希望：\n一要学好法律。\n二要走好群众路线。\n三要带好头。",
        "会议日程共有四项：\n一、听取报告；\n二、审查预算；\n三、票决项目；\n四、选举；\n五、通过决议。",
        "重点做好三项工作：\n（一）抓学习。\n（二）抓视察。\n（三）抓督办。\n（四）抓宣传。\n会议号召全体代表共同努力。",
    ],
    passes=[
        "下面，我提三点希望：\n一要学好法律。\n二要走好群众路线。\n三要带好头。",
        "下面，我讲三点意见。\n一、提高认识\n要认真学习。\n二、突出重点\n要抓好监督。\n三、加强领导\n要压实责任。",
        "主要做了三项工作：\n一、抓学习\n组织培训。\n二、抓视察\n组织视察。\n三、抓督办\n督办建议。\n四、下步打算\n继续努力。",
        "会议日程共有四项：\n一、听取报告；\n二、审查预算；\n四、选举；\n五、通过决议。",
        "全镇有四个社区：东岭、西岭、南岭、北岭。\n一要抓党建。\n二要抓治理。",
    ],
)
def count_list(paper: Paper) -> Iterator[Found]:
    """Find numbers of points that aren't those of the paragraphs that follow."""
    body = filled(paper)
    for at, paragraph in enumerate(body):
        text = paragraph.text.rstrip().replace(":", "：").replace(",", "，")
        announced = _ANNOUNCED.search(text[-_NEAR:])
        if announced is None or not (announced["what"] or text.endswith("：")) or len(find_points(text)) >= _TWO:
            continue
        if not text.endswith(("：", "。")):
            continue
        remarks = _REMARKS.search(text) is not None
        listed = _listed(body[at + 1 : at + 1 + _FURTHEST], apart=remarks)
        said = _count(announced["n"])
        if listed is not None and listed != said and (remarks or text.endswith("：")):
            start = max(0, len(text) - _NEAR) + announced.start()
            yield Found(paragraph, start, len(text), {"said": said, "listed": listed})


_FURTHEST = 60
"""Paragraphs behind an announcement in which its points are looked for."""

_ORDINAL = lazily(r"(?:^|(?<=[。；：，]))(?P<n>[一二三四五六七八九十])是", re.MULTILINE)
_THEN = lazily(r"(?:^|(?<=[。；：]))(?P<word>首先|其次)[，、]", re.MULTILINE)


@rule(
    "points-again",
    severity="warning",
    title="“二是”“其次”说了两回",
    zh="“{text}”前面已有一处，应顺次改为下一个序数",
    en="{text!r} stands there before",
    why="增加一项后序数没有顺延。",
    norm="GB/T 9704-2012 7.3.3；公文通例",
    fails=[
        "要抓好落实：一是抓学习；二是抓视察；二是抓督办。",
        "一是抓学习。\n二是抓视察。\n二是抓督办。\n三是抓宣传。",
        "首先，健全制度。其次，改进作风。其次，加强宣传。",
    ],
    passes=[
        "要抓好落实：一是抓学习；二是抓视察；三是抓督办。",
        "一是抓学习，做到：一是定时间；二是定内容；二是抓视察。",
        "一是抓学习。\n二是抓视察。\n会议要求：\n一是抓学习。\n二是抓督办。",
        "首先，健全制度。其次，改进作风。",
        "首先，健全制度。其次，改进作风。\n其次，加强宣传。",
    ],
)
def points_again(paper: Paper) -> Iterator[Found]:
    """Find a point counted like the one before it, where the points count from one just once."""
    run: list[Hit] = []
    for hit in find(paper, _ORDINAL):
        number = _HAN[hit["n"]]
        if number == 1 or (run and hit.paragraph.index - run[-1].paragraph.index > 1):
            run = [hit] if number == 1 and not (run and run[-1].paragraph.index == hit.paragraph.index) else []
        elif run and number == _HAN[run[-1]["n"]]:
            yield Found(hit.paragraph, hit.start, hit.end)
            run = []
        elif run:
            run = [hit] if number == _HAN[run[-1]["n"]] + 1 else []
    before: Hit | None = None
    for hit in find(paper, _THEN):
        near = before is not None and before.paragraph.index == hit.paragraph.index
        if hit["word"] == "其次" and near and before is not None and before["word"] == "其次":
            yield Found(hit.paragraph, hit.start, hit.end)
        before = hit if near or hit["word"] == "首先" else None


_SETS = lazily(
    r"“(?P<n>[二两三四五六七八九十])(?P<what>有|个一|到位|公开|带头|必|联|进|化|促进|结合|坚持)”[^。；“：，\n]{0,10}[，：]?(?:即|就是|做到)?[“：，]?(?P<list>[^。；”\n]{4,80})"
)


@rule(
    "count-set",
    severity="error",
    title="“六有”“六个一”的项数不符",
    zh="“{name}”应列{said}项，列出的是{listed}项",
    en="{name} should name {said} and names {listed}",
    why="概括的数目与列举的项数要一致。",
    norm=_SUM_NORM,
    fails=["服务站做到“六有”：有人员、有场地、有台账、有标识、有档案。"],
    passes=[
        "服务站做到“六有”：有人员、有场地、有台账、有标识、有档案、有考核。",
        "开展“六个一”活动，促进代表履职。",
        "落实“三公开”，接受监督。",
    ],
)
def count_set(paper: Paper) -> Iterator[Found]:
    """Find sets such as 六有 that name more or fewer."""
    for hit in find(paper, _SETS):
        what = hit["what"].removeprefix("个")
        items = [item for item in re.split("[、，]", hit["list"]) if item]
        count = 0
        for item in items:
            if what not in item:
                break
            count += 1
        said = _HAN[hit["n"]]
        if count >= _TWO and count != said:
            args = {"name": f"{hit['n']}{hit['what']}", "said": said, "listed": count}
            yield Found(hit.paragraph, hit.start, min(hit.end, hit.start + 60), args)


# ── the same told twice ──

_STATED = lazily(
    r"(?P<key>[\u4e00-\u9fff、]{6,14})(?P<n>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?P<unit>人次|万元|亿元|件|条|个|名|人|次|项|场|户|篇|期|%)"
)
_OVERALL = lazily("全年|全镇|全乡|共|累计|总|本届|应到|实到|名额")
_KEY = 6


@rule(
    "figure-twice",
    severity="error",
    title="同一个数前后不一",
    zh="“{text}”前文写的是{other}{unit}",
    en="told as {other} before",
    why="一处改了，另一处没有改。",
    norm=_SUM_NORM,
    fails=["全年共办理代表建议34件。\n各位代表，全年共办理代表建议33件，成绩来之不易。"],
    passes=[
        "全年共办理代表建议34件。\n各位代表，全年共办理代表建议34件。",
        "上半年办理代表建议12件。\n下半年办理代表建议22件。",
    ],
)
def figure_twice(paper: Paper) -> Iterator[Found]:
    """Find the same statement with another number."""
    told: dict[tuple[str, str], tuple[str, int]] = {}
    for hit in find(paper, _STATED):
        words = re.split("[、]", hit["key"])[-1][-8:]
        if len(words) < _KEY or not _OVERALL.search(words):
            continue
        key = (words, hit["unit"])
        number, where = told.setdefault(key, (hit["n"], hit.paragraph.index))
        if Decimal(number) != Decimal(hit["n"]) and where != hit.paragraph.index:
            start, end = hit.span("n")
            yield Found(
                hit.paragraph, max(hit.start, start - 8), end + len(hit["unit"]), {"other": number, "unit": hit["unit"]}
            )


_SESSION = lazily(
    r"第?(?P<term>[一二三四五六七八九十]{1,3})届(?:人大|人民代表大会)第?(?P<number>[一二三四五六七八九十]{1,2})次会议"
)


@rule(
    "session-twice",
    severity="error",
    title="同一次会议届次前后不一",
    zh="“{text}”与上文“{other}”届次不一，请核对",
    en="the same session is called {other!r} above",
    why="套用旧文稿时届次没有改全。",
    norm="地方组织法第十四条；" + _SUM_NORM,
    fails=["清溪镇第十一届人民代表大会第五次会议于1月14日召开。\n第十届人民代表大会第五次会议取得圆满成功。"],
    passes=["清溪镇第十一届人民代表大会第五次会议于1月14日召开。\n县第十五届人民代表大会第四次会议闭幕。"],
)
def session_twice(paper: Paper) -> Iterator[Found]:
    """Find a session named with another term than above."""
    told: dict[str, tuple[str, str]] = {}
    for hit in find(paper, _SESSION):
        before = hit.paragraph.text[max(0, hit.start - 4) : hit.start]
        if re.search("[县市区省国]$|全国|政协", before):
            continue
        term, words = told.setdefault(hit["number"], (hit["term"], hit[0]))
        if term != hit["term"]:
            yield Found(hit.paragraph, hit.start, hit.end, {"other": words})


_VAGUE = lazily(
    rf"(?:编印|召开|开展|举办|出刊|组织|办理|收到|收集|解决|印发|出版|接待|走访|完成|刊发)[了过]?[^，。；0-9\n]{{0,14}}(?P<range>{_N} ?(?:[-－—~～至]|——) ?{_N}) ?(?=期|次|场|件|条|个|人次|名|篇)"
)


@rule(
    "count-vague",
    severity="warning",
    title="已经完成的工作写成约数",
    zh="“{text}”：已完成的工作应写确数",
    en="what has been done takes an exact number: {text!r}",
    why="总结、报告里的数字要经得起核对；约数多是计划的写法，忘了改。",
    norm="党政机关公文处理工作条例第十九条：表述准确",
    fails=["今年，印发简报8-9期。"],
    passes=["今年，印发简报9期。", "每个成员联系5～7名代表。"],
)
def count_vague(paper: Paper) -> Iterator[Found]:
    """Find counts of work done that are ranges."""
    for hit in find(paper, _VAGUE):
        if not re.search("计划|将|要求|每|不少于|力争|争取", hit.paragraph.text[max(0, hit.start - 20) : hit.start]):
            yield Found(hit.paragraph, hit.start, hit.end)


_HALF = lazily("(?<![上下])半年(?:来|以来|组织|召开|开展|共|内共)")
_FULL_YEAR = lazily(r"全年(?:安排|共|累计|组织|开展|召开)|一年来|(?:20[0-9Xx×_*]{2}|__)年，我[镇乡]|年度工作总结")


@rule(
    "period-mixed",
    severity="warning",
    title="半年与全年的口径混用",
    zh="“{text}”是半年的口径，文中又写“{other}”，应统一统计期间",
    en="the paper counts half a year here and a whole year at {other!r}",
    why="由半年小结改成的年度总结，数字还是半年的。",
    norm=_SUM_NORM,
    fails=["一年来，镇人大围绕中心开展工作。\n半年来召开座谈会4次。"],
    passes=["一年来，镇人大围绕中心开展工作。\n上半年来召开座谈会4次。", "半年来，组织代表开展活动6次。"],
)
def period_mixed(paper: Paper) -> Iterator[Found]:
    """Find half a year in a paper on a whole one."""
    whole = next(find(paper, _FULL_YEAR), None)
    if whole is not None:
        for hit in find(paper, _HALF):
            yield Found(hit.paragraph, hit.start, hit.end, {"other": whole[0]})


_COUNTED = lazily(
    r"(?P<key>安全生产|食品安全|环境保护|计划生育|河道治理|人居环境|营商环境|义务教育|道路交通|森林防火|防汛抗旱|信访维稳|医疗卫生|公路建设|财政预算|养老服务|乡村振兴|项目建设|依法行政|法律法规|民生实事)[^。；\n]{0,10}?(?P<a>[0-9]{1,3})[次场][^。；\n]{0,40}?(?P<b>[0-9]{1,3})[次场](?P=key)|(?P<key2>安全生产|食品安全|环境保护|人居环境|营商环境|道路交通|民生实事)[^。；\n0-9]{0,8}[0-9]{1,3}[次场][^。；\n]{0,40}?(?P=key2)[^。；\n0-9]{0,8}[0-9]{1,3}[次场]"
)


@rule(
    "counted-twice",
    severity="warning",
    title="同一项工作计了两次",
    zh="“{text}”里同一项工作出现了两次，请核对是否重复计数",
    en="the same work seems to be counted twice",
    why="几处材料拼在一起，同一次检查算了两回。",
    norm=_SUM_NORM,
    fails=["开展食品安全检查3次，走访企业5家，4次食品安全检查。"],
    passes=["开展食品安全检查3次，走访企业5家，4次道路交通检查。"],
)
def counted_twice(paper: Paper) -> Iterator[Found]:
    """Find the same work counted twice in a sentence."""
    for hit in find(paper, _COUNTED):
        yield Found(hit.paragraph, hit.start, min(hit.end, hit.start + 60))


_PEOPLE = lazily(
    rf"(?P<events>{_N})(?:场次|场|次)[^0-9。；\n]{{0,12}}(?:接待|参加|参与|服务|培训|走访)[^0-9。；\n]{{0,8}}(?P<people>{_N})人次"
)
_STATIONS = lazily(
    rf"(?P<stations>{_N}) ?个(?:人大)?(?:代表)?(?:联络站|工作站|联络点|代表之家)[^。；，\n]{{0,4}}每月[^。；\n]{{0,2}}(?:均|都)?(?:开展|组织|接待)"
)
_RECEPTIONS = lazily(rf"(?:进站|接待选民|接待群众|接待活动|接待选民群众)[^0-9。；\n]{{0,10}}(?P<n>{_N})(?:场次|场|次)")


@rule(
    "count-people",
    severity="warning",
    title="场次与人次、站数与场次不合",
    zh="{problem}，请核对",
    en="the counts don't fit each other: {text}",
    why="人次不会少于场次；每站每月一次，全年场次不会少于站数的十二倍。",
    norm=_SUM_NORM,
    fails=[
        "开展进站接待60场次，接待选民52人次。",
        "全镇9个人大代表联络站每月均开展接待活动。\n全年接待选民群众80场次。",
    ],
    passes=[
        "开展进站接待60场次，接待选民152人次。",
        "全镇9个人大代表联络站每月均开展接待活动。\n全年接待选民群众110场次。",
    ],
)
def count_people(paper: Paper) -> Iterator[Found]:
    """Find fewer people than events, and fewer events than stations hold in a year."""
    for hit in find(paper, _PEOPLE):
        if int(hit["people"]) < int(hit["events"]):
            problem = f"{hit['events']}场次只有{hit['people']}人次"
            yield Found(hit.paragraph, hit.start, hit.end, {"problem": problem})
    stations = next(find(paper, _STATIONS), None)
    held = [hit for hit in find(paper, _RECEPTIONS) if re.search("全年|一年|累计|共", around(hit))]
    if stations is not None and held and int(held[0]["n"]) < int(stations["stations"]) * 12:
        problem = f"{stations['stations']}个站每月一次，全年应不少于{int(stations['stations']) * 12}场次，这里写{held[0]['n']}场次"
        yield Found(held[0].paragraph, held[0].start, held[0].end, {"problem": problem})


_DAYS = lazily(
    r"(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日(?:至|到|—|－|-|～|~)(?:(?P<m2>[0-9]{1,2})月)?(?P<d2>[0-9]{1,2})日"
)


@rule(
    "days-reversed",
    severity="error",
    title="起止日期倒置",
    zh="“{text}”起止日期倒置",
    en="{text!r} ends before it begins",
    why="改动日期时只改了一头。",
    norm=_SUM_NORM,
    fails=["会议于3月28日至26日召开。"],
    passes=["会议于3月26日至28日召开。", "12月28日至1月3日", "3月31日至4月2日"],
)
def days_reversed(paper: Paper) -> Iterator[Found]:
    """Find spans of days that end before they begin; one over New Year is right."""
    for hit in find(paper, _DAYS):
        first, last = int(hit["m1"]), int(hit["m2"] or hit["m1"])
        over_new_year = first >= 10 and last <= 3  # noqa: PLR2004 -- months
        if (last, int(hit["d2"])) < (first, int(hit["d1"])) and not over_new_year:
            yield Found(hit.paragraph, hit.start, hit.end)


_POSTS = lazily(
    r"(?:应选|应补选|补选)(?:镇长|副镇长|乡长|副乡长|主席|副主席|[^0-9。；，\n]{0,8})(?P<seats>[0-9]{1,2})名[^。；\n]{0,16}?候选人[^0-9。；\n]{0,4}(?P<candidates>[0-9]{1,2})名"
)


@rule(
    "count-candidates",
    severity="error",
    title="候选人少于应选名额",
    zh="应选{seats}名，候选人{candidates}名：候选人不能少于应选名额",
    en="{candidates} candidates for {seats} seats",
    why="正职一至二人，副职多一至三人；补选可以等额，但不能少。",
    norm="地方组织法第二十六条、第二十七条",
    fails=["补选副镇长2名，确定候选人1名。"],
    passes=["补选副镇长2名，确定候选人2名。"],
)
def count_candidates(paper: Paper) -> Iterator[Found]:
    """Find fewer candidates than seats."""
    for hit in find(paper, _POSTS):
        if int(hit["candidates"]) < int(hit["seats"]):
            yield Found(hit.paragraph, hit.start, hit.end, {"seats": hit["seats"], "candidates": hit["candidates"]})


_POST = "(?:人大)?副?主席|副?[镇乡]长"
_SOME = "[0-9]{1,2}|[一二两三四五六七八九十]"
_VACANT = lazily(
    rf"(?:出缺|空缺|缺额)(?:[镇乡](?!长))?(?P<post>{_POST})(?:职位|职务)?(?P<n>{_SOME})[名人个]"
    rf"|(?<!副)(?P<post2>{_POST})(?:职位|职务)?(?:出缺|空缺|缺额)(?P<n2>{_SOME})[名人个]"
)
_FILLED = lazily(
    rf"补选(?:产生|出)?了?(?:[镇乡](?!长))?(?P<post>{_POST})(?P<n>{_SOME})[名人个](?!候选)"
    rf"|补选(?:产生|出)?了?(?P<n2>{_SOME})[名人个](?:[镇乡](?!长))?(?P<post2>{_POST})(?!候选人)"
)
_MORE_VACANT = lazily(
    "另|此前|之前|增加|新增|增设|累计|先后|本届|又|辞去|辞职|调离|去世|免去|罢免|[各每]|分别|全[县市区]"
)
_APART = 60


@rule(
    "count-vacancies",
    severity="error",
    title="补选的人数多于出缺的职数",
    zh="{post}出缺{vacant}名，却补选{filled}名",
    en="{filled} are elected to {vacant} vacant posts of {post}",
    why="缺几名补几名；出缺数或补选数必有一个写错。",
    norm="地方组织法（2022年）第三十条：补选；" + _SUM_NORM,
    fails=[
        "镇人民政府出缺副镇长1名，会议补选副镇长2名。",
        "因工作变动，副镇长空缺一名。会议依法补选了两名副镇长。",
    ],
    passes=[
        "镇人民政府出缺副镇长2名，会议补选副镇长2名。",
        "镇人民政府出缺副镇长2名，会议补选副镇长1名。",
        "出缺镇长1名、副镇长2名，会议补选镇长1名、副镇长2名。",
        "出缺镇长1名，会议补选副镇长2名。",
        "三个镇各出缺副镇长1名，共补选3名副镇长。",
        "出缺副镇长1名，会议决定接受李明辞去副镇长职务的请求，补选副镇长2名。",
    ],
)
def count_vacancies(paper: Paper) -> Iterator[Found]:
    """Find more elected to a post than were wanting, where a paragraph tells each of the two once."""
    vacant: dict[int, list[Hit]] = {}
    for hit in find(paper, _VACANT):
        vacant.setdefault(hit.paragraph.index, []).append(hit)
    filled: dict[int, list[Hit]] = {}
    for hit in find(paper, _FILLED):
        filled.setdefault(hit.paragraph.index, []).append(hit)
    for index, hits in filled.items():
        wanting = vacant.get(index, [])
        if len(hits) != 1 or len(wanting) != 1 or _MORE_VACANT.search(hits[0].paragraph.text):
            continue
        before, hit = wanting[0], hits[0]
        post = (hit["post"] or hit["post2"]).removeprefix("人大")
        if (
            not before.end <= hit.start <= before.end + _APART
            or (before["post"] or before["post2"]).removeprefix("人大") != post
        ):
            continue
        was, now = _count(before["n"] or before["n2"]), _count(hit["n"] or hit["n2"])
        if now > was:
            yield Found(hit.paragraph, hit.start, hit.end, {"post": post, "vacant": was, "filled": now})

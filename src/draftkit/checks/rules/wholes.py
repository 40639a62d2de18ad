"""Parts that a sentence says to make up a whole: behind 其中, by kind, up to 共计, and what is left."""

import re
from collections.abc import Iterator
from decimal import Decimal

from draftkit.checks.paper import Hit, Paper
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._lazily import lazily
from draftkit.checks.rules._text import find
from draftkit.checks.rules.sums import OVERLAP, sum_parts

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "figures")

_NORM = "党政机关公文处理工作条例第十九条：表述准确；统计法第七条：数据真实、准确"
_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
_UNIT = "人次|万人|万元|亿元|万亩|公里|[件条个名人次项户票起篇期所家处座份张栋亩吨元]"
_DATE = "[0-9]{1,2}月(?:[0-9]{1,2}日)?底?"
_TWO = 2

_MADE_OF = lazily(
    rf"(?P<whole>{_NUMBER})(?P<unit>件（次）|件次|{_UNIT})"
    rf"(?:[^0-9。；，：、其按\n]{{0,8}}[，：（。]?(?P<among>其中)[：，]?|(?:的)?[^0-9。；，：、\n]{{1,16}}中[，：]"
    rf"|(?:[^0-9。；\n按]|{_DATE}){{0,30}}按[^0-9。；，\n]{{1,10}}分[，：])"
    rf"(?P<rest>[^。\n]{{4,200}})"
)
_TOTAL_OF = lazily(
    rf"总(?:收入|支出|投资|产值)(?:完成|达到?|为)?(?P<whole>{_NUMBER})(?P<unit>万元|亿元)[^；\n]{{0,50}}?[，。]其中[：，]?(?P<rest>[^。\n]{{4,200}})"
)
_CLAUSE = lazily(rf"(?P<label>[^0-9]{{0,20}}?)(?P<n>{_NUMBER})(?P<unit>{_UNIT})[^0-9]{{0,6}}")
_SHARED_OUT = lazily(rf"分别(?:为|有|是)?(?P<list>{_NUMBER}(?:[、和]{_NUMBER}){{1,12}})(?P<unit>{_UNIT})")
_ANOTHER = lazily(
    "[比较占约超近]|同比|环比|增|减|人均|平均|[每各共]|总|累计|达标|含|包括|涉及|惠及|组织|开展|召开|举办|举行|走访|接待|收集|培训|慰问|发放|参加|参与"
    "|投入|推动|化解|查处|整改|印发|编发|建成|完成|解决|办结|办理|答复|提出|形成|满意|其中|重点|至少|以上"
)
"""Words at the head of a clause that tell something else than the next part."""
_CLOSING = lazily("^(?:其他|其它|其余|余下)")
_REPEATED = lazily("优秀|示范|先进|重点|新增")


def _parts(rest: str, units: frozenset[str]) -> list[tuple[str, Decimal, int]]:
    """Return the parts that `rest` begins with: label, number, where it ends."""
    parts: list[tuple[str, Decimal, int]] = []
    at, mark = 0, ""
    for found in re.finditer("(?P<clause>[^，、；]+)(?P<mark>[，、；]|$)", rest):
        clause = _CLAUSE.fullmatch(found["clause"].strip())
        if clause is None or clause["unit"] not in units or found.start() != at:
            break
        label = clause["label"]
        if parts and (_ANOTHER.match(label) or (mark == "；" and len(parts) > 1 and rest[parts[0][2]] != "；")):
            break
        parts.append((label, Decimal(clause["n"]), found.end("clause")))
        at, mark = found.end(), found["mark"]
    return parts


def _wrong_sum(parts: list[tuple[str, Decimal, int]], whole: Decimal) -> Decimal | None:
    """Return the sum of the parts where it can't be right: more than the whole, or less and yet complete."""
    sums, total = set(), Decimal(0)
    for _, number, _ in parts:
        total += number
        sums.add(total)
    labels = [label for label, _, _ in parts]
    if len(parts) < _TWO or whole in sums or OVERLAP.search("".join(labels)) or _REPEATED.search("".join(labels)):
        return None
    complete = _CLOSING.match(labels[-1]) or any(f"非{label}" in labels for label in labels if label)
    return total if total > whole or complete else None


@rule(
    "sum-whole",
    severity="error",
    title="分项之和不等于总数（其中、按类分）",
    zh="各项之和是{total}{unit}，总数写的是{whole}{unit}",
    en="the parts come to {total}, the whole is {whole}",
    why="“其中”的各项不能多过总数；一项改了，另一项也要跟着改。",
    norm=_NORM,
    fails=[
        "全村总人口3200人，其中农业人口2900人，非农业人口400人。",
        "工程概算600万元，其中上级补助350万元，镇级配套200万元，群众自筹80万元。",
        "登记来信来访30件（次），其中来信12件，来访22次。",
        "已建成的40座泵站中，运行良好的30座，带病运行的8座，停用的5座。",
        "25件建议已于3月5日交办，按承办单位分，财政所6件，农办8件，其他单位9件。",
        "全年财政总收入900万元，比上年增加50万元，增长5.9%。其中：国税收入500万元，地税收入300万元，其他收入150万元。",
        "交办建议20件，其中农办、财政所、派出所分别8、7、6件。",
    ],
    passes=[
        "全村共3200人，其中农业人口2900人，非农业人口300人。",
        "工程概算600万元，其中上级补助350万元，镇级配套200万元。",
        "登记来信来访30件（次），其中来信12件，来访18次。",
        "现有代表60名，其中党员40名，妇女20名，农民15名。",
        "召开会议12次，其中主席团会议8次，组织视察5次。",
        "收到建议30件，其中农业类20件，比上年增加12件。",
        "财政支出500万元，其中教育300万元，卫生200万元，社保50万元。",
        "全镇有企业20家，其中规模以上12家，新增规模以上9家。",
        "发展茶园80亩，其中东岭村50亩，涉及农户40户。",
        "已建成的40座泵站中，运行良好的30座，带病运行的8座。",
    ],
)
def sum_whole(paper: Paper) -> Iterator[Found]:
    """Find parts that are more than their whole, or less though they are all of it."""
    known = {(found.paragraph.index, found.start) for found in sum_parts(paper)}
    told: set[tuple[int, int]] = set()
    for pattern in (_MADE_OF, _TOTAL_OF):
        for hit in find(paper, pattern):
            whole, place = Decimal(hit["whole"]), (hit.paragraph.index, hit.span("rest")[0])
            units = (
                frozenset("件次") if hit["unit"].startswith("件") and len(hit["unit"]) > 1 else frozenset([hit["unit"]])
            )
            parts = _parts(hit["rest"], units) or _shared_out(hit)
            total = _wrong_sum(parts, whole)
            start, end = hit.span("whole")[0], hit.span("rest")[0] + (parts[-1][2] if parts else 0)
            if total is not None and place not in told and (hit.paragraph.index, start) not in known:
                told.add(place)
                args = {"total": total, "whole": whole, "unit": hit["unit"]}
                yield Found(hit.paragraph, start, end, args)


def _shared_out(hit: Hit) -> list[tuple[str, Decimal, int]]:
    """Return the parts of 分别8、7、6件."""
    found = _SHARED_OUT.search(hit["rest"].partition("；")[0])
    if found is None or found["unit"] != hit["unit"] or re.search("[0-9]", hit["rest"][: found.start()]):
        return []
    return [("", Decimal(number), found.end()) for number in re.findall(_NUMBER, found["list"])]


_TOGETHER = lazily(
    rf"[，、](?:两项|三项)?(?:共计|合计|总计)(?:投入|资金|为|达)?(?P<whole>{_NUMBER})(?P<unit>{_UNIT})(?=[，。；（]|$)",
    re.MULTILINE,
)
_BEFORE = 80
_NO_ADDENDS = lazily(
    "[每各]|人均|平均|均|标准|单价|倍|其中|[同环]比|增[加长]|减少|以上|余[万个名户元]|左右|约|近|[含达到]"
)


@rule(
    "sum-together",
    severity="error",
    title="“共计”不等于前面各项之和",
    zh="前面各项之和是{total}{unit}，共计写的是{whole}{unit}",
    en="what is told before comes to {total}, together it is said to be {whole}",
    why="改了一项金额，共计数没有改。",
    norm=_NORM,
    fails=["争取上级资金120万元，群众筹资30万元，共计160万元。", "慰问老党员12名、困难户20名，共计35名。"],
    passes=[
        "争取上级资金120万元，群众筹资30万元，共计150万元。",
        "总投资400万元，争取上级资金120万元，群众筹资30万元，共计150万元。",
        "每村补助2万元，每户奖励3万元，共计50万元。",
        "召开会议3次、座谈4次，共计参加120人。",
        "争取资金120万元，共计160万元。",
    ],
)
def sum_together(paper: Paper) -> Iterator[Found]:
    """Find sums that neither all that is told before them in the sentence nor its last terms come to."""
    for hit in find(paper, _TOGETHER):
        told = re.split("[。；]", hit.paragraph.text[max(0, hit.start - _BEFORE) : hit.start])[-1]
        clauses = [clause for clause in re.split("[，,、]", told) if clause.strip()]
        terms = [_CLAUSE.fullmatch(clause) for clause in clauses]
        found = [Decimal(term["n"]) for term in terms if term is not None and term["unit"] == hit["unit"]]
        if len(found) < _TWO or len(found) < len(terms) - 1 or _NO_ADDENDS.search(told):
            continue
        sums = {sum(found[first:], start=Decimal(0)) for first in range(len(found) - 1)}
        whole = Decimal(hit["whole"])
        if whole not in sums:
            args = {"total": sum(found, start=Decimal(0)), "whole": whole, "unit": hit["unit"]}
            yield Found(hit.paragraph, *hit.span("whole"), args)


_LEFT = lazily(
    rf"(?P<done>{_NUMBER})(?P<unit>{_UNIT})(?:[，、（]占[^，。；\n]{{1,14}})?[，、](?:剩余|余下|其余|还剩|剩下)的?(?P<left>{_NUMBER})(?P=unit)"
)
_SENTENCE = 120


@rule(
    "sum-left",
    severity="error",
    title="完成数加剩余数不等于总数",
    zh="已有的{done}{unit}加剩余的{left}{unit}是{total}{unit}，前面说的总数是{whole}{unit}",
    en="{done} and what is left, {left}, come to {total}, not to {whole}",
    why="总数、完成数、剩余数三个数互相牵着，改一个就要改另一个。",
    norm=_NORM,
    fails=[
        "该路全长5.4公里，已硬化3.1公里，剩余2.5公里年底完工。",
        "交办建议40件，已办结31件，占77.5%，剩余8件正在办理。",
    ],
    passes=[
        "该路全长5.4公里，已硬化3.1公里，剩余2.3公里年底完工。",
        "交办建议40件，已办结25件，正在办理7件，剩余8件列入计划。",
        "已硬化3.1公里，剩余2.5公里年底完工。",
        "全镇120户，已改造60户，验收50户，剩余60户明年完成。",
    ],
)
def sum_left(paper: Paper) -> Iterator[Found]:
    """Find what is done and what is left, the two not coming to a whole told before in the sentence."""
    for hit in find(paper, _LEFT):
        before = re.split("[。；]", hit.paragraph.text[max(0, hit.start - _SENTENCE) : hit.start])[-1]
        told = [Decimal(each) for each in re.findall(rf"({_NUMBER}){hit['unit']}", before)]
        done, left = Decimal(hit["done"]), Decimal(hit["left"])
        total = done + left
        if told and not _fits(told, done, left):
            args = {"done": done, "left": left, "total": total, "whole": told[0], "unit": hit["unit"]}
            yield Found(hit.paragraph, hit.start, hit.end, args)


def _fits(told: list[Decimal], done: Decimal, left: Decimal) -> bool:
    """Return whether what is done, with some of what is told last before it or in its place, and what is left make a whole."""
    total, wholes = done + left, set(told)
    for number in reversed(told):
        if total in wholes or number + left in wholes:
            return True
        total += number
    return total in wholes


_STATE = "现场(?:答复|解决|处理|办结)|当场(?:答复|解决|处理)|转办|转交|移交|上报|已(?:经)?(?:完工|竣工|建成)|正在(?:施工|建设|实施|推进)|在建|尚未(?:开工|启动)|未(?:开工|启动)|处于[^0-9，、；]{2,8}(?:阶段|状态)|待(?:开工|建)"
_STATES = lazily(rf"(?:(?:{_STATE})(?:的|有|了)?{_NUMBER}(?P<unit>{_UNIT})[，、]?){{2,5}}")
_WHOLE_BEFORE = 160


@rule(
    "sum-states",
    severity="error",
    title="各种办理、建设状态的数目多过总数",
    zh="各项之和是{total}{unit}，前面的总数是{whole}{unit}",
    en="the states come to {total}, and there are {whole} of them",
    why="一件事只处在一种状态，各种状态的数目加起来不能多过总数。",
    norm=_NORM,
    fails=[
        "收集群众意见90条，现场答复70条，转办30条。",
        "票决产生民生实事项目8件。截至6月底，已完工4件、正在施工3件、处于招投标阶段2件。",
    ],
    passes=[
        "收集群众意见90条，现场答复60条，转办30条，已办结30条。",
        "收集群众意见90条，转办80条，已办结75条。",
        "票决产生民生实事项目8件。截至6月底，已完工4件、正在施工3件、处于招投标阶段1件。",
        "现场答复70条，转办30条。",
    ],
)
def sum_states(paper: Paper) -> Iterator[Found]:
    """Find states that exclude each other, more of them than there are things."""
    for hit in find(paper, _STATES):
        numbers = [Decimal(found) for found in re.findall(rf"({_NUMBER}){hit['unit']}", hit[0])]
        states = re.findall(_STATE, hit[0])
        told = re.findall(
            rf"({_NUMBER}){hit['unit']}", hit.paragraph.text[max(0, hit.start - _WHOLE_BEFORE) : hit.start]
        )
        total = sum(numbers, start=Decimal(0))
        whole = max(map(Decimal, told), default=total)
        if len(set(states)) == len(states) == len(numbers) and total > whole:
            args = {"total": total, "whole": whole, "unit": hit["unit"]}
            yield Found(hit.paragraph, hit.start, hit.end, args)


_MONEY = r"(?P<{0}>[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?)(?P<{0}_unit>万元|亿元)"
_GAP = lazily(
    rf"需[^0-9。；\n]{{0,10}}{_MONEY.format('needed')}[^0-9。；\n]{{0,6}}[，、]?[^0-9。；\n]{{0,10}}(?:落实|到位|筹集|筹措|安排)[^0-9。；\n]{{0,6}}"
    rf"{_MONEY.format('there')}[^0-9。；\n]{{0,4}}[，、]?[^0-9。；，\n]{{0,4}}缺口[^0-9。；，\n]{{0,4}}{_MONEY.format('gap')}"
)
_IN_WAN = {"万元": Decimal(1), "亿元": Decimal(10000)}


@rule(
    "sum-gap",
    severity="error",
    title="资金缺口不等于所需减去已有",
    zh="需要{needed}，已有{there}，缺口应为{right}万元，这里写{gap}",
    en="{needed} needed and {there} there leave a gap of {right}万元, not {gap}",
    why="缺口由前两个数相减，单位不同时最易算错、抄错。",
    norm=_NORM,
    fails=[
        "全部建成尚需资金3.2亿元，目前已落实9500万元，缺口达2.52亿元。",
        "改造需资金80万元，到位50万元，缺口40万元。",
    ],
    passes=[
        "全部建成尚需资金3.2亿元，目前已落实9500万元，缺口达2.25亿元。",
        "全部建成约需资金3.2亿元，目前已落实9500万元，缺口约2.3亿元。",
    ],
)
def sum_gap(paper: Paper) -> Iterator[Found]:
    """Find gaps that aren't what is needed less what is there, as exactly as the amounts are told."""
    for hit in find(paper, _GAP):
        needed, there, gap = (Decimal(hit[name]) * _IN_WAN[hit[name + "_unit"]] for name in ("needed", "there", "gap"))
        if abs(needed - there - gap) > max(_step(hit, name) for name in ("needed", "there", "gap")):
            told = {name: hit[name] + hit[name + "_unit"] for name in ("needed", "there", "gap")}
            right = f"{(needed - there).normalize():f}"
            yield Found(hit.paragraph, hit.start, hit.end, {**told, "right": right})


def _step(hit: Hit, name: str) -> Decimal:
    """Return what one of the last digit of an amount is worth, in 万元."""
    return Decimal(1).scaleb(-len(hit[name].partition(".")[2])) * _IN_WAN[hit[name + "_unit"]]

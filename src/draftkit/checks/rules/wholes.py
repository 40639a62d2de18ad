"""Parts that a sentence says to make up a whole: behind 其中, by kind, up to 共计, and what is left."""

import re
from collections.abc import Iterator
from decimal import Decimal

from draftkit.checks.paper import Hit, Paper
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._text import find
from draftkit.checks.rules.sums import OVERLAP

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "figures")

_NORM = "党政机关公文处理工作条例第十九条：表述准确；统计法第七条：数据真实、准确"
_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
_UNIT = "人次|万人|万元|亿元|万亩|公里|[件条个名人次项户票起篇期所家处座份张栋亩吨元]"
_DATE = "[0-9]{1,2}月(?:[0-9]{1,2}日)?底?"
_TWO = 2

_MADE_OF = re.compile(
    rf"(?P<whole>{_NUMBER})(?P<unit>件（次）|件次|{_UNIT})"
    rf"(?:[^0-9。；，：、其按\n]{{0,8}}[，：（。]?(?P<among>其中)[：，]?|(?:的)?[^0-9。；，：、\n]{{1,16}}中[，：]"
    rf"|(?:[^0-9。；\n按]|{_DATE}){{0,30}}按[^0-9。；，\n]{{1,10}}分[，：])"
    rf"(?P<rest>[^。\n]{{4,200}})"
)
_TOTAL_OF = re.compile(
    rf"总(?:收入|支出|投资|产值)(?:完成|达到?|为)?(?P<whole>{_NUMBER})(?P<unit>万元|亿元)[^；\n]{{0,50}}?[，。]其中[：，]?(?P<rest>[^。\n]{{4,200}})"
)
_CLAUSE = re.compile(rf"(?P<label>[^0-9]{{0,20}}?)(?P<n>{_NUMBER})(?P<unit>{_UNIT})[^0-9]{{0,6}}")
_SHARED_OUT = re.compile(rf"分别(?:为|有|是)?(?P<list>{_NUMBER}(?:[、和]{_NUMBER}){{1,12}})(?P<unit>{_UNIT})")
_ANOTHER = re.compile(
    "[比较占约超近]|同比|环比|增|减|人均|平均|[每各共]|总|累计|达标|含|包括|涉及|惠及|组织|开展|召开|举办|举行|走访|接待|收集|培训|慰问|发放|参加|参与"
    "|投入|推动|化解|查处|整改|印发|编发|建成|完成|解决|办结|办理|答复|提出|形成|满意|其中|重点|至少|以上"
)
"""Words at the head of a clause that tell something else than the next part."""
_CLOSING = re.compile("^(?:其他|其它|其余|余下)")
_REPEATED = re.compile("优秀|示范|先进|重点|新增")


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
        "全村共3200人，其中农业人口2900人，非农业人口400人。",
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
    told: set[tuple[int, int]] = set()
    for pattern in (_MADE_OF, _TOTAL_OF):
        for hit in find(paper, pattern):
            whole, place = Decimal(hit["whole"]), (hit.paragraph.index, hit.span("rest")[0])
            units = (
                frozenset("件次") if hit["unit"].startswith("件") and len(hit["unit"]) > 1 else frozenset([hit["unit"]])
            )
            parts = _parts(hit["rest"], units) or _shared_out(hit)
            total = _wrong_sum(parts, whole)
            if total is not None and place not in told:
                told.add(place)
                args = {"total": total, "whole": whole, "unit": hit["unit"]}
                start, end = hit.span("whole")[0], hit.span("rest")[0] + parts[-1][2]
                yield Found(hit.paragraph, start, end, args)


def _shared_out(hit: Hit) -> list[tuple[str, Decimal, int]]:
    """Return the parts of 分别8、7、6件."""
    found = _SHARED_OUT.search(hit["rest"].partition("；")[0])
    if found is None or found["unit"] != hit["unit"] or re.search("[0-9]", hit["rest"][: found.start()]):
        return []
    return [("", Decimal(number), found.end()) for number in re.findall(_NUMBER, found["list"])]

"""Headings and sentences said twice, headings without text, paragraphs broken in two."""

import re
from collections.abc import Iterator
from itertools import pairwise

from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Found, Rules, registrar
from draftkit.checks.rules._text import find
from draftkit.tree import Role

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "structure")

_TEXT = "镇人大主席团围绕中心工作，组织代表开展视察、调研，推动各项工作落实。"


def _shown(paragraph: Passage) -> int:
    return min(len(paragraph.text), paragraph.heading_end or 20, 40)


_CLAUSE = 6
_EXTRA = 5


@rule(
    "heading-again",
    severity="warning",
    title="标题重复",
    zh="标题“{text}”与“{other}”重复，宜合并或改写",
    en="this heading says the same as {other!r}",
    why="同一部分里两个标题说同一件事，内容也就会重复。",
    norm="党政机关公文处理工作条例第十九条：内容简洁，主题突出，层次分明",
    fails=[
        f"（一）做好代表服务，切实保障代表知情权利\n{_TEXT}\n（二）改进会议组织，保障代表知情权利\n{_TEXT}",
        f"一、加强监督\n{_TEXT}\n二、加强监督\n{_TEXT}",
    ],
    passes=[f"（一）围绕产业升级，开展专题调研\n{_TEXT}\n（二）围绕环境整治，开展专题视察\n{_TEXT}"],
)
def heading_again(paper: Paper) -> Iterator[Found]:
    """Find headings of one level and part that say the same, or a clause of the same."""
    told: dict[int, list[Passage]] = {}
    for paragraph in paper.body:
        if paragraph.role in {Role.PART, Role.TITLE}:
            told.clear()
        heading = paragraph.heading
        if not paragraph.level or not heading:
            continue
        for level in [level for level in told if level > paragraph.level]:
            del told[level]
        siblings = told.setdefault(paragraph.level, [])
        other = next((sibling for sibling in siblings[-_SIBLINGS:] if _alike(heading, sibling.heading)), None)
        if other is not None:
            yield Found(paragraph, 0, _shown(paragraph), {"other": other.text[: _shown(other)]})
        siblings.append(paragraph)


_SIBLINGS = 30
"""Headings that one is compared with; no paper has more in a row, and a hostile one can't make it slow."""


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    clauses = [[clause for clause in re.split("[，,、；;]", text) if len(clause) >= _CLAUSE] for text in (one, other)]
    return any(_within(a, b) or _within(b, a) for a in clauses[0] for b in clauses[1])


def _within(short: str, long: str) -> bool:
    """Return whether `short` is `long` with a few words left out."""
    if not len(short) <= len(long) <= len(short) + _EXTRA:
        return False
    rest = iter(long)
    return all(char in rest for char in short)


@rule(
    "heading-empty",
    severity="warning",
    title="标题下面没有内容",
    zh="标题“{text}”下面没有内容",
    en="nothing stands below {text!r}",
    why="内容漏了，或标题本身是正文。",
    norm="党政机关公文处理工作条例第十九条",
    fails=[f"一、加强学习，提高素质\n二、加强监督，增强实效\n{_TEXT}"],
    passes=[
        f"一、加强学习，提高素质\n{_TEXT}",
        f"一、加强学习，提高素质\n（一）学理论\n{_TEXT}",
        f"{_TEXT}\n附件：\n1.调查提纲\n2.报名表\n清溪镇人民代表大会主席团\n2025年3月4日",
    ],
)
def heading_empty(paper: Paper) -> Iterator[Found]:
    """Find headings on a line of their own with another of their level, or a higher one, right behind."""
    for paragraph, following in pairwise(paper.body):
        is_heading = (
            paragraph.role is Role.HEADING
            and paragraph.heading_end == len(paragraph.text)
            and not paragraph.text.endswith(("。", "；"))
        )
        if is_heading and following.role is Role.HEADING and 0 < following.level <= paragraph.level:
            yield Found(paragraph, 0, _shown(paragraph))


@rule(
    "line-broken",
    severity="warning",
    title="一段被断成两段",
    zh="“{text}”处一段被断成了两行，应接上",
    en="a paragraph is broken in two at {text!r}",
    why="分页、转换时留下的硬回车。",
    norm="GB/T 9704-2012 7.3.3",
    fails=[
        "镇人大主席团围绕重点工作开展视察。一年来，组织代表深入各村，对镇级民生实事的实施情况进行了全\n\n面检查，提出了意见建议，推动了工作落实。"
    ],
    passes=[f"{_TEXT}\n{_TEXT}"],
)
def line_broken(paper: Paper) -> Iterator[Found]:
    """Find paragraphs that a reader had to join."""
    for paragraph in paper.of(Role.BODY):
        for piece in paragraph.pieces[1:]:
            if paragraph.text[piece.start - 1 : piece.start] not in {"，", ",", "、"}:
                yield Found(paragraph, max(0, piece.start - 4), min(len(paragraph.text), piece.start + 4))


_SENTENCE = re.compile(r"[^。！？；\n]{24,300}")


@rule(
    "sentence-again",
    severity="warning",
    title="同一句话出现两次",
    zh="这句话前面已经写过，应删去一处",
    en="this sentence stands above already",
    why="拼接、粘贴时重复了。",
    norm="党政机关公文处理工作条例第十九条：内容简洁",
    fails=[
        f"{_TEXT}代表们深入各村各户走访选民，认真听取大家对全镇工作的意见。\n代表们深入各村各户走访选民，认真听取大家对全镇工作的意见。"
    ],
    passes=[
        "代表们深入各村各户走访选民，认真听取大家对全镇工作的意见。\n主席团深入各村各户走访代表，认真听取大家对人大工作的意见。"
    ],
)
def sentence_again(paper: Paper) -> Iterator[Found]:
    """Find long sentences that are said twice word for word."""
    seen: set[str] = set()
    for hit in find(paper, _SENTENCE):
        words = hit[0].strip()
        if words in seen and not hit.paragraph.cell:
            yield Found(hit.paragraph, hit.start, min(hit.end, hit.start + 40))
        seen.add(words)

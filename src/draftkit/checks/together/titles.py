"""Titles of papers that other papers of the set quote."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from draftkit.checks.together.rule import Differs, Papers, SetRules, registrar

__all__ = ["RULES"]

RULES: SetRules = {}
rule = registrar(RULES)

_QUOTED = re.compile(r"《([^《》\n]{6,80}?)(?:[（(]草案[^（()）]{0,6}[）)])?》")
_ALIKE = 0.82
"""How much of two titles has to agree for one to be taken for the other, put down wrongly."""
_MOST = 400
"""How many quotations of one paper are compared: a paper quotes a dozen."""


def _key(title: str) -> str:
    return "".join(title.split())


_REPORT = "关于清溪镇2024年财政预算执行情况和2025年财政预算草案的报告\n各位代表：\n现将有关情况报告如下。"
_RESOLUTION = "关于财政预算的决议\n会议审查了镇人民政府提出的《关于清溪镇2024年财政预算执行情况和{}年财政预算草案的报告》，同意这个报告。"


@rule(
    "together-title",
    severity="error",
    title="引用的文件标题与文件本身的标题不一样",
    zh="引用的标题与文件本身不一致：文件的标题是《{other}》",
    en="the title quoted differs from the paper's own: {other}",
    why="决议批准的是哪一份报告，全看标题，差一个字就不是同一份文件。",
    norm="党政机关公文处理工作条例第九条：引用公文应准确引用标题",
    fails=[(_REPORT, _RESOLUTION.format(2024))],
    passes=[(_REPORT, _RESOLUTION.format(2025))],
)
def together_title(papers: Papers) -> Iterator[Differs]:
    """Find quoted titles that are nearly, but not quite, the title of another paper of the set."""
    titles = {_key(paper.title): paper.title.strip() for paper in papers if paper.title}
    for number, paper in enumerate(papers):
        for count, hit in enumerate(paper.finditer(_QUOTED)):
            if count >= _MOST:
                break
            quoted = _key(hit[1])
            nearest = _nearest(quoted, [title for title in titles if title != _key(paper.title)])
            if quoted not in titles and nearest is not None:
                start, end = hit.span(1)
                yield Differs(number, hit.paragraph, start, end, {"other": titles[nearest]})


def _nearest(quoted: str, titles: list[str]) -> str | None:
    if any(title.endswith(quoted) or quoted.endswith(title) for title in titles):
        return None  # the same, but for the name of the place or the meeting before it
    alike = [(SequenceMatcher(None, quoted, title, autojunk=False).ratio(), title) for title in titles]
    best = max(alike, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else None

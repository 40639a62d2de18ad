r"""The papers of one session checked against one another: session, dates, names, figures, titles quoted.

>>> report = "政府工作报告\n清溪镇人民政府镇长　李明\n各位代表：\n现在报告工作。"
>>> resolution = "关于政府工作报告的决议\n会议听取了镇长李鸣所作的政府工作报告。"
>>> [found.text for each in check_together([report, resolution]) for found in each]
['李鸣']
"""

import datetime as dt
import os
from collections.abc import Iterable

from draftkit.checks.engine import Checker, Drafts, opened, sifted
from draftkit.checks.finding import Finding, Findings, Place
from draftkit.checks.preparing import prepare
from draftkit.checks.settings import DEFAULT, Settings
from draftkit.checks.together import figures, names, sessions, titles
from draftkit.checks.together.rule import Differs, SetRule
from draftkit.facts import Session
from draftkit.tree import Document

__all__ = ["TOGETHER", "Differs", "SetRule", "check_together"]

MODULES = (sessions, names, figures, titles)

TOGETHER: dict[str, SetRule] = {id_: rule for module in MODULES for id_, rule in module.RULES.items()}
"""Every rule over several papers, by its id."""


def check_together(
    papers: Iterable[Document | Drafts | str | os.PathLike[str]],
    *,
    on: dt.date | None = None,
    session: Session | None = None,
    settings: Settings = DEFAULT,
) -> tuple[Findings, ...]:
    """Return what doesn't agree between `papers`, for each of them in their order; `check` finds the rest.

    Args:
        papers: The papers of one session: trees, kinds, paths, or texts.
        on: The papers' date, if they don't say it.
        session: The session they belong to.
        settings: Which rules are off or weigh otherwise, and what is silenced.
    """
    checker = Checker(on=on, session=session, settings=settings)
    files = [opened(paper) for paper in papers]
    prepared = [prepare(document, source, on=checker.on, session=checker.session) for document, source, _ in files]
    every = [(number, paper) for number, group in enumerate(prepared) for paper in group]
    found: list[list[Finding]] = [[] for _ in files]
    for rule in TOGETHER.values():
        if settings.runs(rule.id, rule.topic):
            for differs in rule.find([paper for _, paper in every]):
                found[every[differs.paper][0]].append(_finding(rule, differs, settings))
    return tuple(
        sifted(each, group, where, settings) for each, group, (_, _, where) in zip(found, prepared, files, strict=True)
    )


def _finding(rule: SetRule, differs: Differs, settings: Settings) -> Finding:
    place = Place(differs.paragraph, differs.start, differs.end)
    words = {"text": place.text, **differs.args}
    return Finding(
        rule=rule.id,
        topic=rule.topic,
        severity=settings.weight(rule.id, rule.topic) or rule.severity,
        place=place,
        zh=rule.zh.format_map(words),
        en=rule.en.format_map(words),
        norm=rule.norm,
    )

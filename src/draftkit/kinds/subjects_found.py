"""The subject of an old resolution, told by its title and its first sentences."""

import re
from collections.abc import Iterator

from attrs import evolve

from draftkit.errors import FactError
from draftkit.facts import Person, Session
from draftkit.kinds._derived import Derived, Wording
from draftkit.kinds.subjects import (
    Budget,
    BudgetAdjustment,
    DeputyResignation,
    FinalAccounts,
    GovernmentWorkReport,
    LivelihoodProjects,
    Plan,
    PresidiumWorkReport,
    Resignation,
    Subject,
)
from draftkit.tree import Blocks, Document, Line, Paragraph, plain

__all__ = ["projects_in", "subject_in"]

_PERSON = (
    r"(?P<post>[^，。、\n]{0,20}?(?:镇长|乡长|县长|区长|市长|主席|主任|代镇长|代乡长))(?P<name>[一-鿿·]{2,4}?)(?:同志)?"
)
_PRESENTER = re.compile(rf"(?:听取(?:和|并)?(?:审议|审查)了|，){_PERSON}(?:代表|受|所作)")
_NAME_FIRST = re.compile(
    r"(?:审议|审查)了(?P<name>[一-鿿]{2,3}?)(?P<post>代?(?:镇长|乡长|县长|区长|市长|主席))(?:同志)?(?:代表|受|所?作)"
)
_RESIGNATION = re.compile(r"接受(?P<name>[一-鿿·]{2,4}?)(?:同志)?辞去(?P<post>[^，。、\n]{2,30}?)职务")
_YEAR = re.compile(r"(\d{4})年")
_PLAN = re.compile(r"(?:关于|《)([^《》，。\n]{2,60}?(?:计划|规划|纲要))(?:（草案）)?(?:》|的决[议定]|$)")
_HEAD = 3


def subject_in(document: Document, session: Session | None) -> Subject | None:
    """Return what `document` resolves on, or None where its title and first lines don't tell."""
    title = plain(document.title_block.title or ()).replace("\n", "")
    lines = [line.text for line in document.lines() if isinstance(line, Line) and line.node is not None][:_HEAD]
    return _subject(title, "\n".join(lines), session) or _subject("\n".join(lines), "\n".join(lines), session)


def _subject(matter: str, text: str, session: Session | None) -> Subject | None:
    resignation = _RESIGNATION.search(text)
    if resignation and "辞" in matter:
        return _resignation(resignation["name"], resignation["post"], session)
    return _report(matter, text) or _money(matter)


def _resignation(name: str, post: str, session: Session | None) -> Subject | None:
    if post.endswith("代表"):
        return DeputyResignation(name=name)
    try:
        return Resignation(person=_person(name, post, session))
    except FactError:
        return None


def _report(matter: str, text: str) -> Subject | None:
    found = _PRESENTER.search(text) or _NAME_FIRST.search(text)
    presenter = Person(found["name"], post=found["post"].removeprefix("了")) if found else None
    if re.search(r"主席团.{0,4}工作报告|人大工作报告", matter):
        return PresidiumWorkReport(presenter=presenter)
    if re.search(r"政府.{0,4}工作.{0,2}报告", matter):
        return GovernmentWorkReport(presenter=presenter)
    return None


_COMMITTEE = re.compile(r"(?:财政)?(?:经济|计划)?预算(?:决算)?审查委员会")


def _money(matter: str) -> Subject | None:
    matter = _COMMITTEE.sub("", matter)  # to set up the committee is not to examine a budget
    years = [int(year) for year in _YEAR.findall(matter)]
    last = max(years, default=None)
    if "预算调整" in matter or "调整预算" in matter:
        return BudgetAdjustment(year=last)
    if "决算" in matter:
        return FinalAccounts(year=last)
    if "预算" in matter:
        return Budget(year=last)
    if "民生实事" in matter:
        return LivelihoodProjects(year=last)
    plan = _PLAN.search(matter)
    return Plan(name=plan[1]) if plan else None


def projects_in(subject: Subject | None, decision: Blocks | Derived, say: Wording) -> Iterator[Subject]:
    """Yield `subject` with the projects that `decision` names, where it is worded as ours is."""
    if isinstance(subject, LivelihoodProjects) and isinstance(decision, tuple) and len(decision) == 1:
        said = decision[0]
        found = isinstance(said, Paragraph) and say.match(f"resolution.decision.{subject.key}", plain(said.content))
        if found:
            yield evolve(subject, chosen=found["projects"].split("、"))


def _person(name: str, post: str, session: Session | None) -> Person:
    """Return the person, the post as it is said in passing: 清溪镇人民政府镇长 is 镇长."""
    if session is None:
        return Person(name, post=post)
    congress = session.congress
    for full in (congress.government_full, congress.place):
        short = post.removeprefix(full)
        if short != post and Person(name, post=short).formal_post(congress) == post:
            return Person(name, post=short)
    return Person(name, post=post)

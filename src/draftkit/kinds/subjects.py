"""What a resolution or a decision is about: it decides the verbs, the title and the recital.

The verbs are those of the law: a report is 听取和审议 and 批准 (地方组织法第十二条),
a budget 审查 and 批准 (预算法第二十一条), a resignation 接受 (地方组织法第三十二条),
projects 票决 and 确定.
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import ClassVar, assert_never

from attrs import field, frozen

from draftkit.errors import FactError
from draftkit.facts import Person, Session
from draftkit.facts._checks import instance, required, whole, words
from draftkit.facts.period import is_late
from draftkit.kinds._derived import Wording
from draftkit.kinds._slots import commissioner_name, congress_slots, is_first_of_a_new_term
from draftkit.phrases import SlotValue
from draftkit.tree import Blank, inlines

__all__ = [
    "Budget",
    "BudgetAdjustment",
    "DeputyResignation",
    "FinalAccounts",
    "GovernmentWorkReport",
    "LivelihoodProjects",
    "Plan",
    "PresidiumWorkReport",
    "Resignation",
    "Subject",
    "phrase_about",
    "slots_of",
]


@frozen(kw_only=True)
class GovernmentWorkReport:
    """政府工作报告: heard, deliberated, approved.

    Args:
        presenter: Who gives it on behalf of the government: 镇长 and the name.
    """

    key: ClassVar[str] = "government-work-report"
    calls: ClassVar[bool] = True
    presenter: Person | None = field(default=None, validator=instance("Person(…)", Person))


@frozen(kw_only=True)
class PresidiumWorkReport:
    """人大主席团工作报告: heard, deliberated, approved.

    Args:
        presenter: Who gives it on behalf of the presidium: 主席 and the name.
    """

    key: ClassVar[str] = "presidium-report"
    calls: ClassVar[bool] = True
    presenter: Person | None = field(default=None, validator=instance("Person(…)", Person))


def _unquoted(value: str | None) -> str | None:
    """Return a title without the 《》 around it, which the phrases write."""
    if isinstance(value, str) and value.startswith("《") and value.endswith("》") and value.count("《") == 1:
        return value[1:-1]
    return value


def _committee(value: str | None) -> str | None:
    """Return a committee without its report, which the phrases write."""
    return value.removesuffix("的审查结果报告") if isinstance(value, str) else value


def _plan_name(value: str | None) -> str | None:
    """Return a plan's name without 《》 and （草案）, which the phrases write."""
    name = _unquoted(value)
    return name.removesuffix("（草案）") if isinstance(name, str) else name


@frozen(kw_only=True)
class Budget:
    """预算执行情况和预算草案: examined, approved.

    Args:
        year: The year of the budget; unless given the session's, in November and December the next.
        report: The title of the government's report; the usual one unless given.
        committee: The committee whose 审查结果报告 the congress agrees with; 财政预算审查委员会 unless given.
    """

    key: ClassVar[str] = "budget"
    calls: ClassVar[bool] = False
    year: int | None = field(default=None, validator=whole("年度", least=1949, optional=True))
    report: str | None = field(default=None, converter=_unquoted)
    committee: str | None = field(default=None, converter=_committee)


@frozen(kw_only=True)
class FinalAccounts:
    """决算: examined, approved.

    Args:
        year: The year of the accounts; the one before the session's unless given.
        report: The title of the government's report; the usual one unless given.
        committee: The committee whose 审查结果报告 the congress agrees with; 财政预算审查委员会 unless given.
    """

    key: ClassVar[str] = "final-accounts"
    calls: ClassVar[bool] = False
    year: int | None = field(default=None, validator=whole("年度", least=1949, optional=True))
    report: str | None = field(default=None, converter=_unquoted)
    committee: str | None = field(default=None, converter=_committee)


@frozen(kw_only=True)
class BudgetAdjustment:
    """预算调整方案: examined, approved.

    Args:
        year: The year of the budget adjusted; the session's unless given.
        committee: The committee whose 审查结果报告 the congress agrees with; 财政预算审查委员会 unless given.
    """

    key: ClassVar[str] = "budget-adjustment"
    calls: ClassVar[bool] = False
    year: int | None = field(default=None, validator=whole("年度", least=1949, optional=True))
    committee: str | None = field(default=None, converter=_committee)


@frozen(kw_only=True)
class Plan:
    """建设计划 (经济、文化事业和公共事业的建设计划和项目): examined, approved.

    Args:
        name: The plan's name.
    """

    key: ClassVar[str] = "plan"
    calls: ClassVar[bool] = False
    name: str | None = field(default=None, converter=_plan_name)


def _names(value: str | Iterable[str]) -> tuple[str, ...]:
    """Return `value` as names without the marks that end them; a text is one name, not its characters."""
    given = (value,) if isinstance(value, str) or not isinstance(value, Iterable) else tuple(value)
    names = tuple(one.rstrip("。．.；;，,、 ") if isinstance(one, str) else one for one in given)
    for name in names:
        if not isinstance(name, str) or not name:
            raise FactError(
                f"chosen 应为项目名称，如 chosen=[“改造镇区供水管网”]，而不是 {name!r}",
                f"chosen must be the names of projects, not {name!r}",
                where="chosen",
            )
        if names.count(name) > 1:
            raise FactError(f"项目“{name}”写了两次，应各写一次", f"the project {name!r} is there twice", where="chosen")
    return names


@frozen(kw_only=True)
class LivelihoodProjects:
    """民生实事项目: chosen by the deputies' vote (票决).

    Args:
        chosen: The projects chosen, in the order of their votes.
        year: Their year; unless given the session's, in November and December the next.
    """

    key: ClassVar[str] = "livelihood-projects"
    calls: ClassVar[bool] = False
    chosen: tuple[str, ...] = field(default=(), converter=_names)
    year: int | None = field(default=None, validator=whole("项目年度", least=1949, optional=True))


@frozen(kw_only=True)
class Resignation:
    """接受辞职: a decision (决定) of the congress, not a resolution (地方组织法第三十二条).

    Args:
        person: Who resigns, with the post: `Person("王强", post="镇长")`.
    """

    key: ClassVar[str] = "resignation"
    calls: ClassVar[bool] = False
    person: Person = required(
        "辞职人", instance("Person(…)", Person, optional=False), sample='person=Person("王强", post="镇长")'
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a post that no congress fills, and a deputy's, which another law is about."""
        post = self.person.post.removesuffix("职务")
        if post.endswith("代表"):
            raise FactError(
                f"代表辞职依据选举法，应写 DeputyResignation(name={self.person.name!r})",
                f"a deputy resigns by the electoral law: DeputyResignation(name={self.person.name!r})",
                where="person",
            )
        if _NOT_CHOSEN.search(post):
            raise FactError(
                f"“{post}”不由人民代表大会选举，辞职不归大会决定；应写主席、副主席、乡镇长、副乡镇长等职务",
                f"no congress chooses a {post!r}, so none decides on the resignation",
                where="person",
            )


_NOT_CHOSEN = re.compile("书记|党委|党组|所长|站长|中心主任|办公室主任")


@frozen(kw_only=True)
class DeputyResignation:
    """接受辞去代表职务: a decision of the congress on one of its own deputies (选举法第五十五条).

    Args:
        name: Who resigns.
    """

    key: ClassVar[str] = "deputy-resignation"
    calls: ClassVar[bool] = False
    name: str = required("辞职代表的姓名", words("姓名"), sample='name="赵兰"')


Subject = (
    GovernmentWorkReport
    | PresidiumWorkReport
    | Budget
    | FinalAccounts
    | BudgetAdjustment
    | Plan
    | LivelihoodProjects
    | Resignation
    | DeputyResignation
)


def phrase_about(subject: Subject, session: Session, name: str) -> str:
    """Return the id of the phrase that words `name` (matter, recital, decision) of what a session resolves."""
    found = f"resolution.{name}.{subject.key}"
    # What a presidium whose term has ended says of the time to come is advice (建议), no arrangement (安排).
    is_advice = name == "decision" and isinstance(subject, PresidiumWorkReport) and is_first_of_a_new_term(session)
    return f"{found}.term" if is_advice else found


def slots_of(subject: Subject, session: Session, on: dt.date | None, say: Wording) -> dict[str, SlotValue]:
    """Return all that the phrases about `subject` may ask for; a fact not given is a blank.

    Args:
        subject: What is resolved on.
        session: The session that resolves.
        on: The day it does, if it is known.
        say: The wording.
    """
    common: dict[str, SlotValue] = {**congress_slots(session.congress), "meeting": session.name}
    match subject:
        case GovernmentWorkReport(presenter=presenter):
            return {**common, "presenter": _titled(presenter, session.congress.head)}
        case PresidiumWorkReport(presenter=presenter):
            return {**common, "congress": commissioner_name(session), "presenter": _titled(presenter, "主席")}
        case Budget() | FinalAccounts() | BudgetAdjustment():
            return _money_slots(subject, on, common, say)
        case Plan(name=name):
            return {**common, "report": name or Blank("计划名称")}
        case LivelihoodProjects(year=year, chosen=chosen):
            projects: SlotValue = list(chosen) if chosen else Blank("票决产生的民生实事项目")
            return {**common, **_years(year, on, _ahead(subject, on)), "projects": projects}
        case Resignation(person=person):
            return {**common, "person": person.name, "post": person.formal_post(session.congress) or Blank("所辞职务")}
        case DeputyResignation(name=name):
            return {**common, "person": name}
    assert_never(subject)


def _money_slots(
    subject: Budget | FinalAccounts | BudgetAdjustment,
    on: dt.date | None,
    common: dict[str, SlotValue],
    say: Wording,
) -> dict[str, SlotValue]:
    slots = {**common, **_years(subject.year, on, _ahead(subject, on))}
    committee = subject.committee or say.say("resolution.committee-report")
    if isinstance(subject, BudgetAdjustment):
        return {**slots, "committee_report": committee}
    report = subject.report or say.pick(f"resolution.report.{subject.key}", slots)
    return {**slots, "committee_report": committee, "report": report}


def _titled(person: Person | None, post: str) -> SlotValue:
    if person is None:
        return inlines(post, Blank(f"{post}姓名"))
    return person.titled if person.post else inlines(Blank(f"{person.name}的职务"), person.name)


def _ahead(subject: Budget | FinalAccounts | BudgetAdjustment | LivelihoodProjects, on: dt.date | None) -> int:
    """Return how many years ahead of the session's the subject's year is; accounts are of the year behind it."""
    if isinstance(subject, FinalAccounts):
        return -1
    return 1 if isinstance(subject, (Budget, LivelihoodProjects)) and is_late(on) else 0


def _years(year: int | None, on: dt.date | None, shift: int) -> dict[str, SlotValue]:
    if year is None and on is not None:
        year = on.year + shift
    if year is None:
        return {"year": Blank("年度"), "previous": Blank("上年度")}
    return {"year": year, "previous": year - 1}

"""What a resolution or a decision is about: it decides the verbs, the title and the recital.

The verbs are those of the law: a report is 听取和审议 and 批准 (地方组织法第十二条),
a budget 审查 and 批准 (预算法第二十一条), a resignation 接受 (地方组织法第三十二条),
projects 票决 and 确定.
"""

from collections.abc import Iterable
from typing import ClassVar, assert_never

from attrs import field, frozen

from draftkit.facts import Person, Session
from draftkit.facts._checks import instance, required, whole
from draftkit.kinds._derived import Wording
from draftkit.kinds._slots import commissioner, congress_slots
from draftkit.phrases import SlotValue
from draftkit.tree import Blank, inlines

__all__ = [
    "Budget",
    "BudgetAdjustment",
    "FinalAccounts",
    "GovernmentWorkReport",
    "LivelihoodProjects",
    "Plan",
    "PresidiumWorkReport",
    "Resignation",
    "Subject",
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


@frozen(kw_only=True)
class Budget:
    """预算执行情况和预算草案: examined, approved.

    Args:
        year: The year of the budget; the session's unless given.
        report: The title of the government's report; the usual one unless given.
        committee: The committee whose 审查结果报告 the congress agrees with; 财政预算审查委员会 unless given.
    """

    key: ClassVar[str] = "budget"
    calls: ClassVar[bool] = False
    year: int | None = field(default=None, validator=whole("年度", least=1949, optional=True))
    report: str | None = field(default=None, converter=_unquoted)
    committee: str | None = None


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
    committee: str | None = None


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
    committee: str | None = None


@frozen(kw_only=True)
class Plan:
    """建设计划 (经济、文化事业和公共事业的建设计划和项目): examined, approved.

    Args:
        name: The plan's name.
    """

    key: ClassVar[str] = "plan"
    calls: ClassVar[bool] = False
    name: str | None = field(default=None, converter=_unquoted)


def _names(value: str | Iterable[str]) -> tuple[str, ...]:
    """Return `value` as names; a text is one of them, not its characters."""
    return (value,) if isinstance(value, str) else tuple(value)


@frozen(kw_only=True)
class LivelihoodProjects:
    """民生实事项目: chosen by the deputies' vote (票决).

    Args:
        chosen: The projects chosen, in the order of their votes.
        year: Their year; the session's unless given.
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


Subject = (
    GovernmentWorkReport
    | PresidiumWorkReport
    | Budget
    | FinalAccounts
    | BudgetAdjustment
    | Plan
    | LivelihoodProjects
    | Resignation
)


def slots_of(subject: Subject, session: Session, say: Wording) -> dict[str, SlotValue]:
    """Return all that the phrases about `subject` may ask for; a fact not given is a blank."""
    common: dict[str, SlotValue] = {**congress_slots(session.congress), "meeting": session.name}
    match subject:
        case GovernmentWorkReport(presenter=presenter):
            return {**common, "presenter": _titled(presenter, f"{session.congress.unit}长")}
        case PresidiumWorkReport(presenter=presenter):
            return {**common, "congress": commissioner(session).name, "presenter": _titled(presenter, "主席")}
        case Budget() | FinalAccounts() | BudgetAdjustment():
            return _money_slots(subject, session, common, say)
        case Plan(name=name):
            return {**common, "report": name or Blank("计划名称")}
        case LivelihoodProjects(year=year, chosen=chosen):
            projects: SlotValue = list(chosen) if chosen else Blank("票决产生的民生实事项目")
            return {**common, **_years(year, session), "projects": projects}
        case Resignation(person=person):
            return {**common, "person": person.name, "post": person.formal_post(session.congress) or Blank("所辞职务")}
    assert_never(subject)


def _money_slots(
    subject: Budget | FinalAccounts | BudgetAdjustment,
    session: Session,
    common: dict[str, SlotValue],
    say: Wording,
) -> dict[str, SlotValue]:
    slots = {**common, **_years(subject.year, session, -1 if isinstance(subject, FinalAccounts) else 0)}
    committee = subject.committee or say.say("resolution.committee-report")
    if isinstance(subject, BudgetAdjustment):
        return {**slots, "committee_report": committee}
    report = subject.report or say.pick(f"resolution.report.{subject.key}", slots)
    return {**slots, "committee_report": committee, "report": report}


def _titled(person: Person | None, post: str) -> SlotValue:
    return person.titled if person else inlines(post, Blank(f"{post}姓名"))


def _years(year: int | None, session: Session, shift: int = 0) -> dict[str, SlotValue]:
    day = session.last_day
    if year is None and day is not None:
        year = day.year + shift
    if year is None:
        return {"year": Blank("年度"), "previous": Blank("上年度")}
    return {"year": year, "previous": year - 1}

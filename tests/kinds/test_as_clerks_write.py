"""Facts as clerks write them: what the phrases say already isn't said twice, and what can't be is refused."""
# ruff: noqa: ANN401 - any field may be given

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from draftkit.errors import FactError
from draftkit.facts import Congress, Person, Session, Suggestions, Vote
from draftkit.kinds import (
    Adopted,
    Budget,
    DeputyResignation,
    Draft,
    GovernmentWorkReport,
    LivelihoodProjects,
    Plan,
    PresidiumReport,
    PresidiumWorkReport,
    Resignation,
    Resolution,
    Subject,
    from_document,
)
from draftkit.readers.text import read_text
from draftkit.tree import Section

TOWN = Congress(place="清溪镇", term=18, parent="青山区", deputies=86)
SESSION = Session(congress=TOWN, number=4, opens=dt.date(2026, 1, 14))
OLD = Session(congress=TOWN, number=4, opens=dt.date(2018, 1, 14))


def resolved(subject: Subject, session: Session = SESSION, **given: Any) -> str:
    return Resolution(session=session, subject=subject, status=Draft(), **given).draft().text()


def reported(**given: Any) -> str:
    return PresidiumReport(session=SESSION, **given).draft().text()


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        (Plan(name="清溪镇村庄规划（草案）"), "《清溪镇村庄规划（草案）》"),
        (Budget(committee="预算审查委员会的审查结果报告"), "同意预算审查委员会的审查结果报告"),
        (LivelihoodProjects(chosen=["改造管网。", "修路；"]), "将改造管网、修路确定为"),
        (Resignation(person=Person("赵兰", post="镇长职务")), "辞去清溪镇人民政府镇长职务的请求"),
        (Resignation(person=Person("赵兰", post="清溪镇副镇长")), "辞去清溪镇人民政府副镇长职务的请求"),
        (Resignation(person=Person("赵兰", post="人大主席团主席")), "辞去清溪镇人民代表大会主席职务的请求"),
        (GovernmentWorkReport(presenter=Person("王强")), "听取和审议了〔待填：王强的职务〕王强代表镇人民政府"),
    ],
)
def test_what_the_phrases_say_is_not_said_twice(subject: Subject, said: str) -> None:
    text = resolved(subject)
    assert said in text
    assert not any(double in text for double in ("（草案）（草案）", "报告的审查结果报告", "职务职务", "。、"))


@pytest.mark.parametrize("goal", ["建设美丽清溪", "为建设美丽清溪", "建设美丽清溪而努力奋斗！"])
def test_goal_stands_between_its_words_once(goal: str) -> None:
    end = "为建设美丽清溪而努力奋斗！"
    assert resolved(GovernmentWorkReport(), goal=goal).endswith(end)
    assert reported(goal=goal, plan=[Section("加强监督", "听取报告。")]).endswith(end)


@pytest.mark.parametrize(
    ("made", "given", "message"),
    [
        (Resignation, {"person": Person("赵兰", post="镇党委书记")}, "不由人民代表大会选举"),
        (Resignation, {"person": Person("赵兰", post="镇人大代表")}, r"DeputyResignation\(name='赵兰'\)"),
        (LivelihoodProjects, {"chosen": ["修路", "修路"]}, "写了两次"),
        (LivelihoodProjects, {"chosen": None}, "应为项目名称"),
        (LivelihoodProjects, {"chosen": [""]}, "应为项目名称"),
        (Suggestions, {"received": 34, "answered": 2, "resolved": 34}, "解决的不能多于答复的：34＞2"),
        (Congress, {"place": " 清溪镇", "term": 18}, "前后有空格，应写成“清溪镇”"),
        (Congress, {"place": "清溪镇 ", "term": 18}, "前后有空格，应写成“清溪镇”"),
    ],
)
def test_facts_that_cannot_be_are_refused(made: Callable[..., object], given: dict[str, Any], message: str) -> None:
    with pytest.raises(FactError, match=message):
        made(**given)


@pytest.mark.parametrize(
    ("suggestions", "said"),
    [
        (Suggestions(received=1, answered=1), "1件，已办理并答复代表，办复率100%。"),
        (Suggestions(received=2, answered=2, resolved=0), "2件，均已办理并答复代表，办复率100%。"),
        (Suggestions(received=2, answered=0), "2件，正在办理之中。"),
        (Suggestions(received=2, answered=2, since="镇十八届人大三次会议以来"), "镇十八届人大三次会议以来，共收到"),
    ],
)
def test_few_suggestions_are_worded_as_few(suggestions: Suggestions, said: str) -> None:
    text = reported(suggestions=suggestions)
    assert said in text
    assert from_document(read_text(text)).draft().text() == text  # type: ignore[union-attr]


def test_a_single_shortcoming_is_not_counted() -> None:
    text = reported(shortcomings=["监督的刚性还不够强"])
    assert "主要是：监督的刚性还不够强。" in text
    assert from_document(read_text(text)).draft().text() == text  # type: ignore[union-attr]
    assert "主要是：一是监督不强；二是联系不紧。" in reported(shortcomings=["监督不强", "联系不紧"])


def test_suggestions_stand_with_the_deputies_not_with_the_congress() -> None:
    sections = [
        Section("依法开好人民代表大会会议", "筹备周密。"),
        Section("贯彻“十五五”规划建议，服务大局", "听取报告。"),
        Section("发挥代表作用", "组织视察。"),
    ]
    lines = reported(review=sections, suggestions=Suggestions(received=9, answered=9)).splitlines()
    at = next(n for n, line in enumerate(lines) if "共收到代表建议" in line)
    assert "发挥代表作用" in lines[at - 2]


@pytest.mark.parametrize(("session", "law"), [(SESSION, "选举法》第五十五条的规定"), (OLD, "选举法》的规定")])
def test_deputy_resigns_by_the_electoral_law(session: Session, law: str) -> None:
    text = resolved(DeputyResignation(name="赵兰"), session)
    assert "关于接受赵兰辞去清溪镇第十八届人民代表大会代表职务请求的决定" in text
    assert f"{law}，会议决定：接受赵兰辞去清溪镇第十八届人民代表大会代表职务的请求。" in text
    found = from_document(read_text(text))
    assert isinstance(found, Resolution)
    assert DeputyResignation(name="赵兰") == found.subject


def test_congress_takes_advice_from_a_presidium_whose_term_has_ended() -> None:
    first = evolve(SESSION, congress=evolve(TOWN, term=19), number=1)
    assert "会议同意报告提出的工作建议" in resolved(PresidiumWorkReport(), first)
    assert "会议同意报告提出的工作安排" in resolved(PresidiumWorkReport())


def test_head_of_a_sum_is_its_own() -> None:
    sum_ = Congress(place="红星苏木", term=18, parent="乌审旗")
    text = resolved(GovernmentWorkReport(), evolve(SESSION, congress=sum_))
    assert "苏木达〔待填：苏木达姓名〕代表苏木人民政府" in text
    assert "红星苏木人民政府副苏木达" == Person("巴图", post="副苏木达").formal_post(sum_)


def test_reporter_without_a_post_leaves_a_blank() -> None:
    assert "〔待填：报告人的职务〕　李明" in reported(reporter=Person("李明"))


def test_votes_are_judged_by_the_law_of_their_day() -> None:
    vote = Vote(present=50, favour=48, against=2)
    old = evolve(SESSION, opens=dt.date(2012, 1, 10))
    status = Adopted(on=dt.date(2012, 1, 10), vote=vote)
    assert "（2012年1月10日" in Resolution(session=old, subject=Budget(), status=status).draft().text()
    with pytest.raises(FactError, match="应有58人以上出席、44票以上赞成"):
        Resolution(session=SESSION, subject=Budget(), status=Adopted(on=dt.date(2026, 1, 14), vote=vote))
    with pytest.raises(FactError, match="应有44票以上赞成"):
        Resolution(session=old, subject=Budget(), status=evolve(status, vote=Vote(present=43, favour=43)))


def test_deputies_are_counted_once() -> None:
    vote = Vote(present=90, favour=90, deputies=100)
    with pytest.raises(FactError, match="Vote 写的是100人，Congress 写的是86人"):
        Resolution(session=SESSION, subject=Budget(), status=Adopted(on=dt.date(2026, 1, 14), vote=vote))

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from draftkit.errors import FactError
from draftkit.facts import Congress, Person, Session, Vote
from draftkit.kinds import (
    DERIVED,
    Adopted,
    Budget,
    BudgetAdjustment,
    Draft,
    FinalAccounts,
    GovernmentWorkReport,
    LivelihoodProjects,
    Plan,
    PresidiumWorkReport,
    Resignation,
    Resolution,
    Subject,
)
from draftkit.readers.text import read_text
from draftkit.tree import blocks, points

TOWN = Congress(place="清溪镇", term=18, parent="青山区", deputies=86)
SESSION = Session(congress=TOWN, number=4, opens=dt.date(2026, 1, 14), closes=dt.date(2026, 1, 15))
ADOPTED = Adopted(on=dt.date(2026, 1, 15), vote=Vote(present=80, favour=80))
MAYOR = Person("王强", post="镇长")

SUBJECTS: list[tuple[Subject, str, str, str]] = [
    (
        GovernmentWorkReport(presenter=MAYOR),
        "关于政府工作报告的决议",
        "听取和审议了镇长王强代表镇人民政府所作的政府工作报告",
        "决定批准",
    ),
    (
        PresidiumWorkReport(presenter=Person("李明", post="主席")),
        "关于人大主席团工作报告的决议",
        "听取和审议了主席李明受",
        "决定批准",
    ),
    (
        Budget(year=2026),
        "关于2025年财政预算执行情况和2026年财政预算的决议",
        "审查了镇人民政府提出的",
        "批准2026年本级预算",
    ),
    (FinalAccounts(year=2025), "关于批准2025年财政决算的决议", "审查了", "批准2025年本级决算"),
    (BudgetAdjustment(year=2026), "关于批准2026年财政预算调整方案的决议", "审查了", "批准2026年本级预算调整方案"),
    (
        Plan(name="清溪镇2026年建设计划"),
        "关于清溪镇2026年建设计划的决议",
        "审查了镇人民政府提出的《清溪镇2026年建设计划（草案）》",
        "批准《",
    ),
    (
        LivelihoodProjects(year=2026, chosen=("改造自来水管网", "新建口袋公园")),
        "关于2026年民生实事项目的决议",
        "票决",
        "改造自来水管网、新建口袋公园",
    ),
    (
        Resignation(person=MAYOR),
        "关于接受王强辞去清溪镇人民政府镇长职务请求的决定",
        "审议了王强提出的",
        "第三十二条的规定，会议决定：接受王强辞去",
    ),
]


@pytest.mark.parametrize(("subject", "title", "recital", "decision"), SUBJECTS, ids=lambda value: type(value).__name__)
def test_subject_gives_title_and_verbs(subject: Subject, title: str, recital: str, decision: str) -> None:
    lines = Resolution(session=SESSION, subject=subject, status=ADOPTED).draft().text().splitlines()
    assert lines[0] == f"{SESSION.name}{title}"
    assert lines[1] == f"（2026年1月15日{SESSION.name}通过）"
    assert lines[2].startswith(SESSION.name)
    assert recital in lines[2]
    assert decision in lines[3]


@pytest.mark.parametrize("status", [ADOPTED, Draft()], ids=["adopted", "draft"])
@pytest.mark.parametrize("subject", [subject for subject, *_ in SUBJECTS], ids=lambda value: type(value).__name__)
def test_resolution_read_back_drafts_the_same_text_and_derives_as_much(
    subject: Subject, status: Adopted | Draft
) -> None:
    text = Resolution(session=SESSION, subject=subject, status=status).draft().text()
    found = Resolution.from_document(read_text(text))
    assert found.draft().text() == text
    assert found.session is not None
    assert found.session.name == SESSION.name
    assert type(found.subject) is type(subject)


def test_facts_are_found_again_in_a_work_reports_resolution() -> None:
    resolution = Resolution(
        session=SESSION,
        subject=GovernmentWorkReport(presenter=MAYOR),
        finding="报告实事求是。",
        directive="镇人民政府要抓好落实。",
        goal="建设美丽清溪",
        status=Adopted(on=dt.date(2026, 1, 15)),
    )
    found = Resolution.from_document(read_text(resolution.draft().text()))
    session = evolve(SESSION, congress=Congress(place="清溪镇", term=18), opens=dt.date(2026, 1, 15), closes=None)
    assert found == evolve(resolution, session=session)


def test_only_project_chosen_may_be_a_text() -> None:
    assert LivelihoodProjects(chosen="改造自来水管网").chosen == ("改造自来水管网",)


def test_projects_chosen_are_found_again() -> None:
    subject = LivelihoodProjects(year=2026, chosen=("改造自来水管网", "新建口袋公园"))
    text = Resolution(session=SESSION, subject=subject, status=ADOPTED).draft().text()
    found = Resolution.from_document(read_text(text))
    assert (found.subject, found.decision, found.decision_first) == (subject, DERIVED, False)


@pytest.mark.parametrize("meeting", ["会议", SESSION.name])
def test_decision_that_names_its_law_first_is_a_decision(meeting: str) -> None:
    law = "根据《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第三十二条的规定，"
    text = f"清溪镇人民代表大会关于接受王强辞去清溪镇人民政府镇长职务请求的决定\n{law}{meeting}决定：接受王强辞去清溪镇人民政府镇长职务的请求。"
    found = Resolution.from_document(read_text(text))
    assert found.draft().text() == text
    assert (found.recital, found.decision) == ((), blocks(text.splitlines()[1]))


def test_decision_to_accept_a_resignation_is_derived_again() -> None:
    resolution = Resolution(session=SESSION, subject=Resignation(person=MAYOR), status=ADOPTED)
    found = Resolution.from_document(read_text(resolution.draft().text()))
    assert (found.subject, found.recital, found.decision) == (resolution.subject, DERIVED, DERIVED)


def test_move_that_is_not_there_is_not_derived() -> None:
    text = f"关于政府工作报告的决议\n（2026年1月15日{SESSION.name}通过）\n会议认为，报告实事求是。"
    found = Resolution.from_document(read_text(text))
    assert (found.recital, found.decision, found.call) == ((), (), ())


def test_moves_stand_in_their_order_with_their_opening_words() -> None:
    resolution = Resolution(
        session=SESSION,
        subject=GovernmentWorkReport(presenter=MAYOR),
        status=ADOPTED,
        finding="甲。",
        situation="乙。",
        proposal="丙。",
        emphasis="丁。",
        directive=["戊。", "己。"],
        call="庚！",
    )
    assert [line[:5] for line in resolution.draft().text().splitlines()[3:]] == [
        "会议认为，", "会议同意报", "会议指出，", "会议提出，", "会议强调，", "会议要求，", "己。", "会议号召，",
    ]  # fmt: skip
    first = evolve(resolution, decision_first=True).draft().text().splitlines()
    assert [line[:4] for line in first[3:5]] == ["会议同意", "会议认为"]


def test_opening_words_already_there_are_not_written_twice() -> None:
    resolution = Resolution(session=SESSION, subject=Budget(), status=ADOPTED, finding="会议认为，预算草案符合实际。")
    assert "会议认为，会议认为" not in resolution.draft().text()
    assert "会议认为，预算草案符合实际。" in resolution.draft().text()


def test_points_in_a_move_get_its_opening_words() -> None:
    resolution = Resolution(
        session=SESSION, subject=Budget(), status=ADOPTED, directive=points("保运转", "保民生", lead="镇人民政府要："),
    )  # fmt: skip
    assert "会议要求，镇人民政府要：一是保运转；二是保民生。" in resolution.draft().text()


def test_draft_is_marked_and_has_no_adoption_note() -> None:
    document = Resolution(session=SESSION, subject=Budget(), status=Draft()).draft()
    assert document.text().splitlines()[0].endswith("的决议（草案）")
    assert document.title_block.adoption_note is None


def test_what_is_not_known_is_a_blank() -> None:
    document = Resolution(session=SESSION, subject=GovernmentWorkReport(), status=Draft()).draft()
    assert [blank.name for blank in document.blanks] == ["镇长姓名"]


def test_resignation_before_the_law_was_renumbered_names_the_article_of_its_time() -> None:
    session = Session(congress=TOWN, number=2, opens=dt.date(2019, 1, 10))
    text = Resolution(session=session, subject=Resignation(person=MAYOR), status=Draft()).draft().text()
    assert "第二十七条的规定" in text


@pytest.mark.parametrize(
    ("vote", "message"),
    [
        (Vote(present=80, favour=43, against=37), "44票以上赞成"),
        (Vote(present=57, favour=57), "58人以上出席"),
        (Vote(present=87, favour=87), "多于全体代表86人"),
    ],
)
def test_adopted_form_of_what_was_not_adopted_is_refused(vote: Vote, message: str) -> None:
    with pytest.raises(FactError, match=message):
        Resolution(session=SESSION, subject=Budget(), status=Adopted(on=dt.date(2026, 1, 15), vote=vote))


@pytest.mark.parametrize(
    ("made", "given", "message"),
    [
        (Resolution, {"session": "四次会议"}, r"session 应为 Session\(…\)，而不是 '四次会议'"),
        (Resolution, {"subject": "预算"}, r"subject 应为 GovernmentWorkReport\(…\) / "),
        (Resolution, {"status": "草案"}, r"status 应为 Draft\(\) / Adopted"),
        (GovernmentWorkReport, {"presenter": "王强"}, "presenter 应为 Person"),
        (Resignation, {"person": None}, "person 应为 Person"),
        (Resignation, {}, "Resignation 缺少辞职人"),
        (Adopted, {}, "Adopted 缺少通过日期"),
        (Adopted, {"on": dt.date(2026, 1, 15), "vote": 80}, "vote 应为 Vote"),
    ],
)
def test_fact_of_the_wrong_kind_is_named_with_what_it_should_be(
    made: Callable[..., object], given: dict[str, object], message: str
) -> None:
    with pytest.raises(FactError, match=message):
        made(**given)


def test_missing_facts_are_named() -> None:
    with pytest.raises(FactError, match="缺少会议"):
        Resolution(subject=Budget(), status=ADOPTED).draft()
    with pytest.raises(FactError, match="缺少决议事项"):
        Resolution(session=SESSION, status=ADOPTED).draft()
    with pytest.raises(FactError, match="缺少文稿日期"):
        Resolution(session=Session(congress=TOWN, number=4), subject=Budget()).draft()


@pytest.mark.parametrize("day", [13, 16])
def test_adoption_on_a_day_without_a_session_is_refused(day: int) -> None:
    with pytest.raises(FactError, match="不在会期内，应在2026-01-14至2026-01-15"):
        Resolution(session=SESSION, subject=Budget(), status=Adopted(on=dt.date(2026, 1, day)))


def test_old_resolution_that_was_adopted_before_its_session_is_read() -> None:
    text = (
        "关于政府工作报告的决议\n（2026年1月13日清溪镇第十八届人民代表大会第四次会议通过）\n"
        "——2026年1月14日在清溪镇第十八届人民代表大会第四次会议上\n会议决定批准这个报告。"
    )
    found = Resolution.from_document(read_text(text))
    assert found.status == Adopted(on=dt.date(2026, 1, 13))
    assert found.draft().text() == text


@pytest.mark.parametrize("subject", [Plan(name="《清溪镇2026年建设计划》"), Budget(report="《关于预算的报告》")])
def test_title_marks_are_written_once(subject: Subject) -> None:
    text = Resolution(session=SESSION, subject=subject, status=Draft()).draft().text()
    assert text.count("《") == text.count("》") == 2
    assert "《《" not in text


def test_title_marks_of_two_titles_in_a_name_stay() -> None:
    assert Plan(name="《甲》和《乙》").name == "《甲》和《乙》"


def test_comrade_is_no_part_of_a_name() -> None:
    text = (
        "关于政府工作报告的决议\n清溪镇第十八届人民代表大会第四次会议听取并审议了镇长王强同志代表镇人民政府"
        "所作的《政府工作报告》，决定批准这个报告。"
    )
    assert Resolution.from_document(read_text(text)).subject == GovernmentWorkReport(presenter=MAYOR)


def test_setting_up_the_budget_committee_is_no_budget() -> None:
    title = "清溪镇第十九届人民代表大会第一次会议关于设立财政预算审查委员会的决定"
    text = f"{title}\n清溪镇第十九届人民代表大会第一次会议决定：设立财政预算审查委员会。"
    found = Resolution.from_document(read_text(text))
    assert found.subject is None
    assert found.draft().text() == text


def test_half_width_stop_ends_a_move_too() -> None:
    text = "关于政府工作报告的决议\n会议听取了镇长王强代表镇人民政府所作的政府工作报告.会议认为,成绩很大.会议决定批准这个报告."
    found = Resolution.from_document(read_text(text))
    assert found.finding
    assert found.decision
    assert found.draft().text() == text


def test_move_behind_numbered_tasks_is_a_move() -> None:
    text = (
        "关于政府工作报告的决议\n会议听取了报告。\n会议要求，做好下列工作：\n一、坚持稳中求进。\n二、坚持人民至上。\n"
        "会议号召，全镇人民团结奋斗！"
    )
    found = Resolution.from_document(read_text(text))
    assert len(found.directive) == 3
    assert found.call == blocks("会议号召，全镇人民团结奋斗！")
    assert found.draft().text() == text


def test_post_given_up_that_is_not_known_is_a_blank() -> None:
    document = Resolution(session=SESSION, subject=Resignation(person=Person("赵兰")), status=Draft()).draft()
    assert [blank.name for blank in document.blanks] == ["所辞职务"]


def test_session_and_mayor_are_known_in_their_short_forms() -> None:
    text = (
        "清溪镇第十八届人大第四次会议关于政府工作报告的决议\n"
        "清溪镇第十八届人大第四次会议听取和审议了王强镇长所作的《政府工作报告》。会议决定批准该报告。"
    )
    found = Resolution.from_document(read_text(text))
    assert found.session is not None
    assert found.session.name == "清溪镇第十八届人民代表大会第四次会议"
    assert found.subject == GovernmentWorkReport(presenter=MAYOR)
    assert found.draft().text() == text


def test_post_is_looked_for_on_one_line() -> None:
    text = "关于政府工作报告的决议\n会议听取了报告，\n镇长王强代表镇人民政府所作的报告实事求是。"
    assert Resolution.from_document(read_text(text)).draft().text() == text

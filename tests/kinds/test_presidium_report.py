import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from draftkit.errors import DraftWarning, FactError
from draftkit.facts import Congress, Person, Session, Suggestions
from draftkit.kinds import DERIVED, KINDS, PresidiumReport, from_document
from draftkit.phrases import PhraseBook
from draftkit.readers.text import read_text
from draftkit.tree import Document, Part, Section, plain, points

TOWN = Congress(place="清溪镇", term=18, parent="青山区", deputies=86)
SESSION = Session(congress=TOWN, number=4, opens=dt.date(2026, 1, 14))
REPORT = PresidiumReport(
    session=SESSION,
    reporter=Person("李明", post="镇人民代表大会主席"),
    review=[
        Section("坚持党的领导，把牢政治方向", "重大事项及时向镇党委请示报告。"),
        Section("办好代表建议，回应群众期盼", ["交办及时。", points("领衔督办", "回访问效", lead="做到：")]),
        Section("加强自身建设，提升履职水平", "健全制度。"),
    ],
    suggestions=Suggestions(received=34, answered=34, resolved=29, satisfied=33),
    shortcomings=["监督的刚性还不够强", "联络站的作用发挥不平衡"],
    plan=[Section("加强监督", "听取专项报告。"), Section("服务代表", "组织培训。")],
    goal="建设宜居宜业和美清溪",
)


@pytest.fixture
def document() -> Document:
    return REPORT.draft()


def test_title_block_is_derived(document: Document) -> None:
    assert document.text().splitlines()[:5] == [
        "清溪镇第十八届人民代表大会主席团工作报告",
        "——2026年1月14日在清溪镇第十八届人民代表大会第四次会议上",
        "清溪镇人民代表大会主席　李明",
        "各位代表：",
        "我受清溪镇第十八届人民代表大会主席团委托，向大会报告工作，请予审议，并请列席人员提出意见。",
    ]


def test_first_session_hears_the_presidium_of_the_term_before() -> None:
    report = evolve(REPORT, session=evolve(SESSION, number=1), suggestions=None)
    text = report.draft().text()
    assert text.startswith("清溪镇第十七届人民代表大会主席团工作报告\n——")
    assert "在清溪镇第十八届人民代表大会第一次会议上\n" in text
    assert "我受清溪镇第十七届人民代表大会主席团委托" in text
    assert PresidiumReport.from_document(read_text(text)).title is DERIVED


def test_parts_are_titled_by_their_years(document: Document) -> None:
    assert [plain(part.title) for part in document.blocks if isinstance(part, Part)] == [
        "2025年工作回顾",
        "2026年工作安排",
    ]


def test_suggestions_are_told_with_their_rates_where_they_belong(document: Document) -> None:
    lines = document.text().splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("2025年，共收到"))
    assert lines[at + 1].startswith("三、")
    assert "34件" in lines[at]
    assert "100%" in lines[at]
    assert "85.3%" in lines[at]
    assert "97.1%" in lines[at]


def test_suggestions_may_count_from_another_day() -> None:
    since = Suggestions(received=12, answered=11, since="镇十八届人大二次会议")
    text = evolve(REPORT, suggestions=since).draft().text()
    line = next(line for line in text.splitlines() if line.startswith("镇十八届人大二次会议以来"))
    assert all(figure in line for figure in ("12件", "11件", "91.7%"))


def test_no_suggestions_are_no_division_by_zero() -> None:
    none = Suggestions(received=0, answered=0)
    text = evolve(REPORT, suggestions=none).draft().text()
    assert "\n2025年，未收到代表建议、批评和意见。\n" in text
    assert "率" not in next(line for line in text.splitlines() if "未收到" in line)
    assert PresidiumReport.from_document(read_text(text)).suggestions == none


def test_shortcomings_are_counted_behind_their_opening(document: Document) -> None:
    line = next(line for line in document.text().splitlines() if "刚性" in line)
    assert line.endswith("主要是：一是监督的刚性还不够强；二是联络站的作用发挥不平衡。")


def test_review_and_plan_may_be_numbered_sections() -> None:
    lines = evolve(REPORT, numbered_parts=True).draft().text().splitlines()
    assert [line for line in lines if line.startswith(("一、", "二、"))] == ["一、2025年工作回顾", "二、2026年工作安排"]
    assert "（一）坚持党的领导，把牢政治方向" in lines


def test_part_that_is_given_is_not_derived_and_none_is_left_out() -> None:
    lines = evolve(REPORT, title="人大主席团工作报告", thanks=None, occasion=None).draft().text().splitlines()
    assert lines[0] == "人大主席团工作报告"
    assert lines[1] == "清溪镇人民代表大会主席　李明"
    assert "感谢" not in "".join(lines)


def test_reporter_not_known_is_a_blank() -> None:
    assert [blank.name for blank in evolve(REPORT, reporter=None).draft().blanks] == ["清溪镇人民代表大会主席姓名"]


@pytest.mark.parametrize("numbered", [False, True])
def test_report_read_back_has_its_facts_and_drafts_its_text(document: Document, *, numbered: bool) -> None:
    report = evolve(REPORT, numbered_parts=numbered)
    text = report.draft().text()
    found = PresidiumReport.from_document(read_text(text))
    assert found.draft().text() == text
    assert found.reporter == report.reporter
    assert found.suggestions == report.suggestions
    assert found.goal == report.goal
    assert found.shortcomings == report.shortcomings
    assert found.plan == report.plan
    derived = {
        name for name in ("title", "occasion", "speaker", "commission", "closing") if getattr(found, name) is DERIVED
    }
    assert derived == {"title", "occasion", "speaker", "commission", "closing"}


def test_closing_of_a_report_without_a_plan_is_told_from_its_shortcomings() -> None:
    report = evolve(REPORT, plan=())
    text = report.draft().text()
    found = PresidiumReport.from_document(read_text(text))
    assert found.draft().text() == text
    assert (found.shortcomings, found.goal, found.closing) == (report.shortcomings, report.goal, DERIVED)


def test_year_reviewed_is_kept_where_no_day_tells_it() -> None:
    text = "清溪镇人大主席团工作报告\n我受主席团委托，向大会报告工作。\n2025年工作回顾\n一、依法监督\n听取报告。"
    assert PresidiumReport.from_document(read_text(text)).review_year == 2025


def test_own_phrases_word_the_paper(tmp_path: Path) -> None:
    pack = tmp_path / "office.toml"
    pack.write_text(
        '[pack]\nname = "office"\ntitle = "本办用语"\nas_of = 2026-03-13\n[[phrase]]\nid = "report.salutation"\n'
        'title = "称谓"\nkinds = ["presidium-report"]\n[[phrase.edition]]\nsince = 2000-01-01\n'
        'text = "各位代表、同志们："\nsource = "本办"\n',
        encoding="utf-8",
    )
    document = REPORT.draft(PhraseBook.default().overlay(pack))
    assert document.text().splitlines()[3] == "各位代表、同志们："


def test_year_after_the_session_cannot_be_reviewed() -> None:
    with pytest.raises(FactError, match="不能回顾2027年"):
        evolve(REPORT, review_year=2027)


@pytest.mark.parametrize("name", ["session", "reporter", "suggestions"])
def test_fact_of_the_wrong_kind_is_named(name: str) -> None:
    wrong: dict[str, Any] = {name: "李明"}
    with pytest.raises(FactError, match=f"{name} 应为 .*，而不是 '李明'"):
        evolve(REPORT, **wrong)


def test_report_without_a_session_says_what_is_missing() -> None:
    with pytest.raises(FactError, match="缺少会议"):
        PresidiumReport(review=[Section("甲", "乙。")]).draft()


PIECES = st.sampled_from(
    [
        *"一二三1（）。，；：\n",
        "一是",
        "二是",
        "各位代表，",
        "会议认为，",
        "会议决定批准",
        "2025年工作回顾",
        "2026年工作打算",
        "关于政府工作报告的决议",
        "（草案）",
        "各位代表：",
        "感谢",
        "不足",
        "2026年1月1日",
        "听取和审议了",
        "我受委托",
    ]
)


@example("2025年工作回顾\n我受委托", "presidium-report")
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(sorted(KINDS)))
def test_any_text_read_as_any_kind_comes_back(text: str, kind: str) -> None:
    document = read_text(text)
    assert KINDS[kind].from_document(document).draft().text() == document.text()


def test_kind_is_chosen_by_the_document(document: Document) -> None:
    assert isinstance(from_document(document), PresidiumReport)
    assert from_document(evolve(document, kind="")) is None


def test_old_report_whose_review_is_of_a_later_year_is_read() -> None:
    text = REPORT.draft().text().replace("2025年工作回顾", "2027年工作回顾")
    found = PresidiumReport.from_document(read_text(text))
    assert found.review_year is None
    assert found.draft().text() == text


@pytest.mark.parametrize("name", ["杭州第十届人民代表大会第一次会议", "清溪镇第十十届人民代表大会第一次会议"])
def test_session_that_cannot_be_is_none(name: str) -> None:
    text = f"人大主席团工作报告\n——2026年1月14日在{name}上\n各位代表：\n请予审议。"
    found = PresidiumReport.from_document(read_text(text))
    assert found.session is None
    assert found.draft().text() == text


def test_day_below_the_reporter_is_the_sessions() -> None:
    text = (
        "人大主席团工作报告\n——在清溪镇第十八届人民代表大会第四次会议上\n镇人大主席　李明\n（2026年1月14日）\n"
        "各位代表：\n请予审议。"
    )
    found = PresidiumReport.from_document(read_text(text))
    assert (found.on, found.reporter) == (dt.date(2026, 1, 14), Person("李明", post="镇人大主席"))
    assert found.draft().text() == text


def test_warning_to_confirm_a_formula_points_to_the_line_that_drafts() -> None:
    late = evolve(REPORT, session=evolve(SESSION, opens=dt.date(2026, 9, 1), closes=None))
    with pytest.warns(DraftWarning, match="须人工确认") as caught:
        late.draft()
    assert {warning.filename for warning in caught} == {__file__}

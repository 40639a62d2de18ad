import pytest

from draftkit.errors import TextError, TreeError
from draftkit.tree import (
    Blank,
    Block,
    Document,
    Line,
    LineBreak,
    Mark,
    Paragraph,
    Part,
    Point,
    Points,
    Role,
    Section,
    Signature,
    SpanKind,
    Table,
    Text,
    TitleBlock,
    blocks,
    inlines,
    plain,
    points,
)


def text(*found: str | Block) -> str:
    return Document(blocks=blocks(found)).text()


def test_sections_are_labelled_by_how_deep_they_stand() -> None:
    deep = Section("甲", Section("乙", Section("丙", Section("丁", Section("戊", "己。")))))
    assert text(deep).splitlines() == ["一、甲", "（一）乙", "1.丙", "（1）丁", "①戊", "己。"]


def test_section_put_in_the_middle_renumbers_the_rest() -> None:
    before = [Section("甲", "一。"), Section("乙", "二。")]
    after = [before[0], Section("新", "三。"), before[1]]
    assert [line for line in text(*after).splitlines() if "、" in line] == ["一、甲", "二、新", "三、乙"]


def test_sections_count_anew_in_every_part() -> None:
    document = text(Part("回顾", [Section("甲", "一。"), Section("乙", "二。")]), Part("安排", [Section("丙", "三。")]))
    assert document.splitlines() == ["回顾", "一、甲", "一。", "二、乙", "二。", "安排", "一、丙", "三。"]


def test_run_in_heading_opens_its_first_paragraph() -> None:
    line = next(Document(blocks=blocks(Section("强化监督", ["开展视察。", "听取报告。"], run_in=True))).lines())
    assert isinstance(line, Line)
    assert line.text == "一、强化监督。开展视察。"
    assert [span.kind for span in line.spans] == [
        SpanKind.LABEL,
        SpanKind.HEADING,
        SpanKind.HEADING,
        SpanKind.TEXT,
    ]
    assert (line.role, line.level) == (Role.BODY, 1)


def test_run_in_heading_before_a_section_stands_alone() -> None:
    assert text(Section("甲", Section("乙", "丙。"), run_in=True)).splitlines() == ["一、甲。", "（一）乙", "丙。"]


def test_numbered_paragraph_needs_no_heading() -> None:
    assert text(Section(None, "听取报告。"), Section(None, "开展视察。")) == "一、听取报告。\n二、开展视察。"


def test_points_join_in_one_paragraph_or_stand_apart() -> None:
    assert text(points("早谋划", "早部署", lead="做到：")) == "做到：一是早谋划；二是早部署。"
    assert text(points("早谋划", "早部署", joined=False)) == "一是早谋划。\n二是早部署。"
    assert text(points("甲", "乙", "丙", style="shouxian")) == "首先，甲；其次，乙；最后，丙。"


def test_point_may_have_a_heading_and_paragraphs_of_its_own() -> None:
    found = Points([Point("已办结34件。", "办好建议", "代表表示满意。"), Point("建成6个。")], joined=False)
    assert text(found).splitlines() == ["一是办好建议。已办结34件。", "代表表示满意。", "二是建成6个。"]


def test_title_block_and_signature_stand_in_order() -> None:
    document = Document(
        title_block=TitleBlock(
            corner="会议文件之三",
            title="工作报告",
            mark=Mark(),
            occasion="——在会议上",
            reporter="主席　李明",
            salutation="各位代表：",
        ),
        blocks=blocks("现在报告工作。"),
        signature=Signature("清溪镇人民代表大会主席团", "2026年1月14日"),
    )
    assert [(line.role, line.text) for line in document.lines() if isinstance(line, Line)] == [
        (Role.CORNER, "会议文件之三"),
        (Role.TITLE, "工作报告（草案）"),
        (Role.OCCASION, "——在会议上"),
        (Role.REPORTER, "主席　李明"),
        (Role.SALUTATION, "各位代表："),
        (Role.BODY, "现在报告工作。"),
        (Role.ORGAN, "清溪镇人民代表大会主席团"),
        (Role.DATE, "2026年1月14日"),
    ]


def test_mark_may_have_a_line_of_its_own() -> None:
    assert Document(title_block=TitleBlock(title="报告", mark=Mark(own_line=True))).text() == "报告\n（草案）"


def test_table_has_its_caption_and_its_unit_above() -> None:
    table = Table(["项目", "金额"], [["道路", "120"], ["饮水", "80"]], caption="投入", unit="万元")
    assert text(table).splitlines() == ["投入", "单位：万元", "项目\t金额", "道路\t120", "饮水\t80"]


def test_blanks_are_listed_once_wherever_they_stand() -> None:
    document = Document(
        title_block=TitleBlock(reporter=inlines("镇长", Blank("镇长姓名"))),
        blocks=blocks([Paragraph(["投资", Blank("投资额"), "万元。"]), Table(["甲"], [[Blank("投资额")]])]),
    )
    assert document.blanks == (Blank("镇长姓名"), Blank("投资额"))
    assert "投资〔待填：投资额〕万元。" in document.text()


def test_text_that_looks_like_a_template_stays_text() -> None:
    assert plain(inlines("{{ 7*7 }} & <b>")) == "{{ 7*7 }} & <b>"


def test_line_broken_by_hand_is_kept() -> None:
    assert inlines("甲\n乙") == (Text("甲"), LineBreak(), Text("乙"))


def test_walk_yields_every_node() -> None:
    document = Document(blocks=blocks([Part("回顾", [Section("甲", [points("乙", "丙")])]), Table(["丁"], [])]))
    assert [type(node) for node in document.walk()] == [Part, Section, Points, Point, Point, Table]


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (
            lambda: text(Section("甲", Section("乙", Section("丙", Section("丁", Section("戊", Section("己"))))))),
            TreeError,
            "最多嵌套",
        ),
        (lambda: blocks(3), TreeError, "应为文字、段落"),  # type: ignore[arg-type]
        (lambda: inlines(3), TreeError, "应为文字或 Blank"),  # type: ignore[arg-type]
        (lambda: Table(["甲", "乙"], [["丙"]]), TreeError, "第1行有1格"),
        (lambda: Section("  ", "甲。"), TreeError, "标题不能为空白"),
        (points, TreeError, "至少要有一项"),
        (lambda: text(points(*"甲乙丙丁戊", style="shouxian")), TextError, "请改用"),
        (lambda: points("甲", style="roman"), TextError, "没有名为"),
    ],
)
def test_what_cannot_stand_is_refused(make: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        make()  # type: ignore[operator]


@pytest.mark.parametrize("title", ["突出重点", "突出重点。"])
def test_run_in_heading_has_one_stop(title: str) -> None:
    assert Document(blocks=[Section(title, "开展视察3次。", run_in=True)]).text() == "一、突出重点。开展视察3次。"


def test_points_may_be_given_as_one_list() -> None:
    assert points(["抓学习", "抓监督"]) == points("抓学习", "抓监督")


def test_point_of_several_pieces_is_one() -> None:
    assert Document(blocks=[points(["新建", Blank("项目数"), "个项目"])]).text() == "一是新建〔待填：项目数〕个项目。"


def test_points_without_one_are_refused() -> None:
    with pytest.raises(TreeError, match="至少要有一项"):
        Points([])
    with pytest.raises(TreeError, match="至少要有一项"):
        points([])


def test_section_numbered_nought_is_refused() -> None:
    with pytest.raises(TextError, match="从1起"):
        Document(blocks=[Section("甲", number=0)]).text()

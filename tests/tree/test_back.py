"""What stands behind the signature, tables with totals, glossaries, booklets: as nodes and as lines."""

import pytest

from draftkit.errors import TreeError
from draftkit.tree import (
    Attachment,
    Blank,
    Booklet,
    Document,
    Glossary,
    Imprint,
    Line,
    Mark,
    Role,
    Signature,
    SpanKind,
    Table,
    Term,
    TitleBlock,
    plain,
    totalled,
)

PAPER = Document(
    title_block=TitleBlock(title="关于召开会议的决定", mark=Mark()),
    blocks=["会议定于近期召开。"],
    signature=Signature("清溪镇人民代表大会主席团", "2025年1月10日", others=["清溪镇人民政府"]),
    note="此件公开发布",
    attachments=[
        Attachment("会议日程", "上午开幕。"),
        Attachment(["代表名单（", Blank("人数"), "人）"], Table(["姓名"], [["王芳"]])),
    ],
    imprint=Imprint(copies="区人大常委会，镇党委", organ="镇人大办公室", date="2025年1月11日"),
)


def test_a_paper_goes_on_behind_its_signature() -> None:
    assert PAPER.text().splitlines() == [
        "关于召开会议的决定（草案）",
        "会议定于近期召开。",
        "附件：1.会议日程",
        "2.代表名单（〔待填：人数〕人）",
        "清溪镇人民代表大会主席团",
        "清溪镇人民政府",
        "2025年1月10日",
        "（此件公开发布）",
        "附件1",
        "会议日程",
        "上午开幕。",
        "附件2",
        "代表名单（〔待填：人数〕人）",
        "姓名",
        "王芳",
        "抄送：区人大常委会，镇党委。",
        "镇人大办公室\t2025年1月11日印发",
    ]


def test_each_of_its_lines_knows_what_it_is_for() -> None:
    roles = [line.role for line in PAPER.lines() if isinstance(line, Line)]
    assert roles[2:4] == [Role.ATTACHMENTS] * 2
    assert roles[4:8] == [Role.ORGAN, Role.ORGAN, Role.DATE, Role.NOTE]
    assert roles[8:10] == [Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE]
    assert roles[-2:] == [Role.COPY_TO, Role.PRINTED]


def test_one_attachment_has_no_number() -> None:
    text = Document(blocks=["文。"], attachments=[Attachment("会议日程")]).text()
    assert text.splitlines() == ["文。", "附件：会议日程", "附件", "会议日程"]


def test_only_the_labels_of_attachments_begin_a_page() -> None:
    new = [line.text for line in PAPER.lines() if isinstance(line, Line) and line.new_page]
    assert new == ["附件1", "附件2"]


def test_blanks_and_nodes_of_attachments_are_found() -> None:
    assert PAPER.blanks == (Blank("人数"),)
    assert [type(node).__name__ for node in PAPER.walk()] == ["Paragraph", "Paragraph", "Table"]


@pytest.mark.parametrize(
    ("imprint", "text"),
    [
        (Imprint(copies="镇党委"), "抄送：镇党委。"),
        (Imprint(organ="办公室"), "办公室\t"),
        (Imprint(date="2025年1月11日"), "\t2025年1月11日印发"),
        (Imprint(), ""),
    ],
)
def test_an_imprint_may_have_only_one_part(imprint: Imprint, text: str) -> None:
    assert Document(imprint=imprint).text() == text


# Tables


def test_totals_are_exact_and_only_of_numbers() -> None:
    table = Table(
        ["项目", "金额", "件数", "比率", "备注"],
        [["道路", "1,200.10", "3", "95%", "—"], ["饮水", "0.2", "—", "5%", ""], ["合作", "−1", "4", "0%", "无"]],
    )
    assert [plain(cell) for cell in totalled(table).total or ()] == ["合计", "1,199.30", "7", "—", "—"]


def test_a_row_of_totals_is_the_last_line_of_the_table() -> None:
    table = totalled(Table(["项目", "件数"], [["道路", "1"], ["饮水", "2"]]), "总计")
    assert Document(blocks=[table]).text().splitlines()[-1] == "总计\t3"


def test_a_table_without_rows_has_no_totals() -> None:
    with pytest.raises(TreeError, match="没有数据行"):
        totalled(Table(["项目"], []))


def test_a_row_of_totals_has_as_many_cells_as_the_header() -> None:
    with pytest.raises(TreeError, match="第2行有1格"):
        Table(["甲", "乙"], [["子", "丑"]], total=["合计"])


# Glossaries


def test_a_glossary_is_numbered_and_its_terms_are_run_in_headings() -> None:
    glossary = Glossary([Term("预算", "收支计划。"), Term("决算", ["执行结果", Blank("说明"), "。"])])
    assert Document(blocks=[glossary]).text() == "名词解释\n1.预算：收支计划。\n2.决算：执行结果〔待填：说明〕。"
    _, first, _ = Document(blocks=[glossary]).lines()
    assert isinstance(first, Line)
    assert [span.kind for span in first.spans] == [SpanKind.LABEL, SpanKind.HEADING, SpanKind.HEADING, SpanKind.TEXT]


def test_a_glossary_may_have_no_heading_and_be_made_of_a_mapping() -> None:
    glossary = Glossary({"预算": "收支计划。"}, title=None)
    assert Document(blocks=[glossary]).text() == "1.预算：收支计划。"
    assert [type(node).__name__ for node in Document(blocks=[glossary]).walk()] == ["Glossary", "Term"]


# Booklets


def test_a_booklet_lists_its_papers_and_begins_each_on_a_page() -> None:
    second = Document(title_block=TitleBlock(corner="会议文件之二", title="第二份\n报告"), blocks=["文。"])
    booklet = Booklet([PAPER, second], title="会议文件汇编")
    lines = [line for line in booklet.lines() if isinstance(line, Line)]
    assert [line.text for line in lines[:4]] == ["会议文件汇编", "目　录", "关于召开会议的决定（草案）", "第二份报告"]
    begins = [line.text for line in lines if line.new_page]
    assert begins == ["关于召开会议的决定（草案）", "附件1", "附件2", "会议文件之二"]
    entries, titles = ([line.anchor for line in lines if line.role is role] for role in (Role.ENTRY, Role.TITLE))
    assert entries == titles == ["paper-1", "paper-2"]
    assert booklet.blanks == (Blank("人数"),)
    assert len(list(booklet.walk())) == 4
    assert booklet.title_block.title == booklet.title


def test_a_paper_of_a_booklet_has_a_title() -> None:
    with pytest.raises(TreeError, match="第2份文稿没有标题"):
        Booklet([PAPER, Document(blocks=["文。"])])

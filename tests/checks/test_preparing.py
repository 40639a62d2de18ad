"""A file made ready: its papers, its paragraphs with their places, when it was written."""

import datetime as dt
from pathlib import Path

import pytest

import draftkit as dk
from draftkit.checks import check
from draftkit.checks.paper import Paper
from draftkit.checks.preparing import prepare
from draftkit.readers.reading import read_source
from draftkit.tree import Role

LONG = (
    "一年来，镇人大主席团依法履行职责，认真开展监督，积极做好代表工作，各项工作取得新的进展，为全镇发展作出了贡献。" * 5
)
RESOLUTION = "清溪镇第十八届人民代表大会第{}次会议关于{}的决议\n（2026年1月{}日清溪镇第十八届人民代表大会第九次会议通过）\n会议听取和审议了镇长王强代表镇人民政府所作的报告，决定批准这个报告，要求镇人民政府认真落实各项任务。"


def papers(text: str) -> tuple[Paper, ...]:
    document, source, _ = read_source(f"\n{text}")
    return prepare(document, source)


def test_paragraphs_are_those_of_the_source_stray_spaces_and_all() -> None:
    (paper,) = papers("清溪镇人大工作总结\n\n　一、 加强 监督  工作\n首页 > 总结\n一是听取报告。")
    assert [(paragraph.text, paragraph.line) for paragraph in paper.paragraphs] == [
        ("清溪镇人大工作总结", 2),
        ("一、 加强 监督  工作", 4),
        ("首页 > 总结", 5),
        ("一是听取报告。", 6),
    ]
    assert [bool(paragraph.residue) for paragraph in paper.paragraphs] == [False, False, True, False]
    assert paper.headings[0].heading == "加强 监督  工作"


def test_a_joined_paragraph_knows_the_lines_it_stands_on() -> None:
    first = "（一）抓住重点。镇人大主席团听取了财政预算执行情况等五项专项工作报告，组织代表分三路查看建"
    (paper,) = papers(f"清溪镇人大工作总结\n{first}\n设进展，提出意见。")
    joined = paper.paragraphs[1]
    assert joined.text == f"{first}设进展，提出意见。"
    assert [(piece.start, piece.line) for piece in joined.pieces] == [(0, 3), (len(first), 4)]
    assert joined.line_of(len(first)) == 4
    assert joined.heading == "抓住重点"


def test_positions_in_the_text_lead_back_to_paragraphs() -> None:
    (paper,) = papers("清溪镇人大工作总结\n甲乙。\n丙丁。")
    at = paper.text.index("丁")
    assert paper.at(at) == (paper.paragraphs[2], 1)
    assert [(found[0].index, found[1]) for found in paper.find("。")] == [(1, 2), (2, 2)]


def test_cells_of_a_table_are_paragraphs() -> None:
    document = dk.Document(blocks=[dk.Table(["姓名", "职务"], [["×××", "镇长"]], caption="名单")])
    (paper,) = prepare(document)
    assert [(each.text, each.cell) for each in paper.paragraphs] == [
        ("名单", False),
        ("姓名", True),
        ("职务", True),
        ("×××", True),
        ("镇长", True),
    ]


def test_rows_of_a_text_are_cells_each_at_its_column() -> None:
    (paper,) = papers("清溪镇人大工作总结\n建议办理情况表\n单位：件\n项目\t件数\n已办\t31\n以上均已答复。")
    cells = [each for each in paper.paragraphs if each.cell]
    assert [(each.text, each.line, each.pieces[0].column) for each in cells] == [
        ("项目", 5, 0),
        ("件数", 5, 3),
        ("已办", 6, 0),
        ("31", 6, 3),
    ]
    assert [each.line for each in paper.paragraphs] == [2, 3, 4, 5, 5, 6, 6, 7]


def test_rows_of_markdown_are_cells_too(tmp_path: Path) -> None:
    path = tmp_path / "表.md"
    path.write_text("# 总结\n\n| 项目 | 件数 |\n| --- | --- |\n| 已办 | ×× |\n\n以上均已答复。\n", encoding="utf-8")
    found = check(path)
    assert [(each.text, each.line) for each in found.paragraphs] == [
        ("总结", 1),
        ("项目", 3),
        ("件数", 3),
        ("已办", 5),
        ("××", 5),
        ("以上均已答复。", 7),
    ]
    assert [each.line for each in found.of("blank-cross")] == [5]


def test_several_papers_in_a_file_are_checked_each_by_itself() -> None:
    found = papers(f"篇一 工作总结\n清溪镇人大2023年工作总结\n{LONG}\n篇二 工作总结\n白鹭镇人大2024年工作总结\n{LONG}")
    assert [paper.title for paper in found] == ["清溪镇人大2023年工作总结", "白鹭镇人大2024年工作总结"]
    assert [paper.when.earliest.year for paper in found if paper.when] == [2023, 2024]
    indices = [paragraph.index for paper in found for paragraph in paper.paragraphs]
    assert indices == list(range(len(indices)))


def test_resolutions_behind_one_another_each_have_their_title_block() -> None:
    text = "\n".join(RESOLUTION.format("九", matter, day) for matter, day in (("预算", 14), ("决算", 15)))
    found = papers(text)
    assert [paper.on for paper in found] == [dt.date(2026, 1, 14), dt.date(2026, 1, 15)]
    assert [paper.of(Role.ADOPTION_NOTE)[0].line for paper in found] == [3, 6]


def test_a_title_said_twice_does_not_make_two_papers() -> None:
    assert (
        len(papers(f"清溪镇人大2023年工作总结\n来源：本站\n清溪镇人大2023年工作总结\n{LONG}\n清溪镇人大2023年工作总结"))
        == 1
    )


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("清溪镇人大2024年工作总结\n工作有序。\n清溪镇人大主席团\n2024年12月20日", (2024, 12, 20), (2024, 12, 20)),
        ("主席团工作报告\n——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上\n甲。", (2025, 1, 14), (2025, 1, 14)),
        ("清溪镇人大2024年工作总结\n工作有序。", (2024, 1, 1), (2025, 6, 30)),
        ("清溪镇人大工作总结\n2023年，工作有序。2024年，取得进展。", (2024, 1, 1), (2024, 12, 31)),
    ],
)
def test_the_date_is_told_from_the_text(
    text: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]
) -> None:
    (paper,) = papers(text)
    assert paper.when is not None
    assert (paper.when.earliest, paper.when.latest) == (dt.date(*earliest), dt.date(*latest))
    assert paper.when.evidence in text


def test_the_date_given_goes_before_that_of_the_text() -> None:
    document, source, _ = read_source("\n清溪镇人大2024年工作总结\n工作有序。")
    (paper,) = prepare(document, source, on=dt.date(2020, 1, 1))
    assert paper.when is not None
    assert paper.when.exact
    assert paper.on == dt.date(2020, 1, 1)


def test_the_session_given_goes_before_the_date_of_the_text() -> None:
    session = dk.Session(congress=dk.Congress(place="清溪镇", term=18), number=4, opens=dt.date(2025, 1, 14))
    document, source, _ = read_source("\n主席团工作报告\n——2024年1月14日在清溪镇第十八届人民代表大会第三次会议上\n甲。")
    (paper,) = prepare(document, source, session=session)
    assert paper.on == dt.date(2025, 1, 14)


def test_a_paper_that_speaks_of_no_year_has_no_date() -> None:
    assert papers("清溪镇人大工作总结\n工作有序。")[0].when is None

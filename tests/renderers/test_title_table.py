"""Sixty titles and more as congresses write them, of invented places, each broken as it should be."""

from itertools import pairwise

import pytest

from draftkit.renderers.titles import break_title, width_of

TITLES = [
    "清溪镇人民代表大会主席团/关于组织代表对镇人民政府/2025年民生实事项目完成情况、/农村人居环境整治情况和安全生产工作情况/开展专题视察和满意度测评工作的实施方案",
    "青山区清溪镇/第十八届人民代表大会第四次会议/关于清溪镇国民经济和社会发展/第十五个五年规划纲要的决议",
    "青山区清溪镇/第十八届人民代表大会第四次会议/关于2024年财政预算执行情况/和2025年财政预算的决议",
    "清溪镇人民代表大会公告",
    "关于财政预算的决议",
    "清溪镇第十八届人民代表大会第四次会议议程",
    "清溪镇第十八届人民代表大会/第四次会议日程安排",
    "清溪镇第十八届人民代表大会第四次会议/主席团和秘书长名单（草案）",
    "清溪镇第十八届人民代表大会第四次会议/列席人员范围的决定",
    "清溪镇第十八届人民代表大会第四次会议/关于代表提出议案截止时间的决定",
    "清溪镇第十八届人民代表大会第四次会议/关于人民代表大会主席团工作报告的决议",
    "清溪镇第十八届人民代表大会第四次会议/关于2024年财政预算执行情况/和2025年财政预算的决议",
    "清溪镇第十八届人民代表大会第四次会议/关于清溪镇国民经济和社会发展/第十五个五年规划纲要的决议",
    "清溪镇第十八届人民代表大会第四次会议/关于接受王建国辞去清溪镇人民政府/镇长职务请求的决定",
    "清溪镇第十八届人民代表大会第四次会议/选举办法（草案）",
    "清溪镇第十八届人民代表大会第四次会议/关于设立财政预算审查委员会的决定",
    "清溪镇第十八届人民代表大会/第四次会议财政预算审查委员会/关于2024年财政预算执行情况/和2025年财政预算草案的审查结果报告",
    "清溪镇第十八届人民代表大会/第四次会议代表资格审查委员会/关于个别代表的代表资格的报告",
    "青山区清溪镇/第十八届人民代表大会第四次会议/关于政府工作报告的决议",
    "青山区清溪镇人民代表大会主席团/关于召开青山区清溪镇第十八届人民代表大会/第四次会议的决定",
    "清溪镇人民代表大会主席团2024年工作总结",
    "清溪镇人民代表大会主席团/2024年工作总结和2025年工作计划",
    "清溪镇人大2024年工作总结/及2025年工作思路",
    "清溪镇人民代表大会2025年工作要点",
    "清溪镇人大主席团/关于开展2025年“代表活动月”活动的通知",
    "关于清溪镇2024年国民经济和社会发展/计划执行情况与2025年国民经济和社会发展/计划草案的报告",
    "关于清溪镇2025年上半年/财政预算执行情况的报告",
    "关于清溪镇/2025年财政预算调整方案（草案）的报告",
    "关于清溪镇2023年财政决算的报告",
    "关于镇十八届人大三次会议以来/代表建议、批评和意见办理情况的报告",
    "关于办理镇十八届人大四次会议/代表建议情况的报告",
    "关于《清溪镇人民代表大会/议事规则（修订草案）》的说明",
    "关于《清溪镇民生实事项目人大代表/票决制实施办法（草案）》的说明",
    "关于检查《中华人民共和国环境保护法》/《中华人民共和国水污染防治法》/贯彻实施情况的报告",
    "关于检查/《青山区城乡生活垃圾分类管理条例》/贯彻实施情况的报告",
    "关于全镇农村人居环境/整治工作情况的调研报告",
    "关于全镇高标准农田建设/和管护情况的视察报告",
    "关于对镇自然资源所、镇市场监督管理所/2025年工作开展评议的方案",
    "清溪镇人大代表联络站2025年活动计划",
    "清溪镇人大代表向选民述职工作实施方案",
    "关于2025年民生实事项目候选项目的说明",
    "清溪镇2025年民生实事项目/人大代表票决结果公告",
    "关于清溪镇“十五五”规划纲要/编制情况的报告",
    "清溪镇人民代表大会/关于批准《清溪镇国土空间/总体规划（2021—2035年）》的决议",
    "在清溪镇第十八届人民代表大会/第四次会议闭幕会上的讲话",
    "在清溪镇第十八届人民代表大会/第四次会议上的表态发言",
    "清溪镇第十八届人民代表大会/第四次会议开幕会主持词",
    "清溪镇第十八届人民代表大会第四次会议/总监票人、监票人名单",
    "清溪镇第十八届人民代表大会议案审查委员会/关于代表提出的议案审查意见的报告",
    "关于补选清溪镇/第十八届人民代表大会代表的公告",
    "清溪镇选举委员会/关于补选第十八届人民代表大会/代表候选人名单的公告",
    "白石桥镇第十二届人民代表大会第一次会议/关于镇人民政府工作报告的决议",
    "白石桥镇第十二届人民代表大会第一次会议/关于确认代表资格审查结果的决定",
    "双河口街道人大工作委员会/2025年上半年工作总结和下半年工作安排",
    "双河口乡第九届人民代表大会第三次会议/关于乡人民代表大会主席团工作报告的决议",
    "金沙河镇人民代表大会主席团/关于加强代表建议、批评和意见/督办工作的意见",
    "云岭县桃花源乡/第十六届人民代表大会第五次会议/关于2024年财政决算和2025年上半年/财政预算执行情况的决议",
    "云岭县桃花源土家族苗族乡/第十六届人民代表大会第五次会议/关于政府工作报告的决议",
    "关于加强镇级政府/全口径预算决算审查监督的实施意见",
    "关于我镇学前教育普及普惠/发展情况的专题调研报告",
    "关于全镇安全生产和消防工作情况的报告",
    "关于依法做好2026年镇人民代表大会/换届选举工作的请示",
    "清溪镇人民代表大会主席团/关于表彰优秀人大代表和先进代表小组的决定",
    "清溪镇第十八届人民代表大会第四次会议/关于批准清溪镇2025年度/政府投资项目计划的决议",
    "清溪镇第十八届人民代表大会第五次会议/关于2025年财政预算调整方案的决议",
    "关于清溪镇人民政府/2024年度法治政府建设情况的报告",
    "永和镇第十届人民代表大会第三次会议/关于政府工作报告的决议",
    "和平县永和镇第十届人民代表大会第三次会议/关于接受李和平辞去永和镇人民政府/副镇长职务请求的决定",
    "关于和顺镇2024年财政预算执行情况/和2025年财政预算草案的报告",
    "清溪镇人民代表大会主席团/关于督促办理代表建议的通知",
    "清溪镇第十八届人民代表大会第四次会议/关于《清溪镇人民代表大会议事规则》的决定",
    "青山区清溪镇/第十八届人民代表大会/第四次会议财政预算审查委员会/关于清溪镇2024年财政预算执行情况/与2025年财政预算草案的审查结果的报告",
    "关于贯彻落实青山区人民代表大会常务委员会/《关于加强乡镇人民代表大会工作的意见》/情况的报告",
]
_TITLES = [title.replace("/", "") for title in TITLES]
_KEPT = (
    "人民代表大会",
    "主席团",
    "工作报告",
    "永和镇",
    "和顺镇",
    "李和平",
    "2024年",
    "2025年",
    "“十五五”规划",
    "民生实事项目",
)


@pytest.mark.parametrize("title", TITLES)
def test_it_breaks_as_it_should(title: str) -> None:
    assert "/".join(break_title(title.replace("/", ""))) == title


def test_they_are_many_and_of_every_length() -> None:
    assert len(set(_TITLES)) >= 60
    lengths = [len(title) for title in _TITLES]
    assert min(lengths) <= 9
    assert max(lengths) >= 78
    assert all(8 <= length <= 80 for length in lengths)


@pytest.mark.parametrize("kept", _KEPT)
def test_no_name_and_no_number_is_parted(kept: str) -> None:
    titles = [title for title in _TITLES if kept in title]
    assert titles
    assert [
        title for title in titles if title.count(kept) != sum(line.count(kept) for line in break_title(title))
    ] == []


def test_a_title_in_brackets_is_parted_only_where_it_is_longer_than_a_line() -> None:
    for title in _TITLES:
        for named in (part.partition("》")[0] for part in title.split("《")[1:]):
            assert width_of(f"《{named}》") > 20 or any(f"《{named}》" in line for line in break_title(title))


def test_what_a_paper_is_about_begins_a_line_and_no_line_ends_in_a_joint() -> None:
    for title in _TITLES:
        lines = break_title(title)
        assert not [line for line in lines[:-1] if line.endswith(("关于", "和", "与", "及", "的", "第", "《", "（"))]
        if len(lines) > 1 and "会议关于" in title:
            assert any(line.startswith("关于") for line in lines)


def test_lines_are_shaped_as_a_trapezium_or_a_lozenge() -> None:
    """No line is shorter than both its neighbours by a character or more."""
    for title in _TITLES:
        widths = [width_of(line) for line in break_title(title)]
        fallen = False
        for above, below in pairwise(widths):
            assert not (fallen and below >= above + 1), title
            fallen = fallen or below <= above - 1


def test_no_line_is_longer_than_a_line_of_the_title_can_be() -> None:
    assert all(width_of(line) <= 20 for title in _TITLES for line in break_title(title))

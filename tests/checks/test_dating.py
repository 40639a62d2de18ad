"""When a paper was written, by the years it speaks of: a year that is a goal doesn't date it."""

import datetime as dt

import pytest

from draftkit.checks.dating import year_of_title
from draftkit.checks.paper import When
from draftkit.checks.preparing import prepare
from draftkit.readers.reading import read_source


def when(*lines: str) -> When | None:
    document, source, _ = read_source("\n".join(("清溪镇人大工作总结", *lines)))
    (paper,) = prepare(document, source)
    return paper.when


@pytest.mark.parametrize(
    "goal",
    [
        "到2035年基本实现现代化。",
        "力争到2027年底，建成代表联络站12个。",
        "至2030年，全镇污水处理实现全覆盖。",
        "对照2035年远景目标，补齐短板。",
        "围绕2030年目标，压实责任。",
        "规划到 2030 年建成。",
        "到二〇三五年，基本实现现代化。",
    ],
)
def test_a_goal_does_not_date_a_paper(goal: str) -> None:
    found = when("2024年，镇人大召开主席团会议7次。", goal)
    assert found is not None
    assert (found.earliest, found.latest) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert when(goal) is None


@pytest.mark.parametrize(
    "told",
    [
        "截至2024年底，全镇建成代表联络站6个。",
        "截至到2024年底，全镇建成代表联络站6个。",
        "2021年至2024年，共召开会议8次。",
        "2021年1月到2024年12月，共召开会议8次。",
        "到2024年底，已建成代表联络站6个。",
        "满意率由2021年的91%提高到2024年的96%。",
        "完成2024年目标任务。",
        "2024年，镇人大召开主席团会议7次。",
    ],
)
def test_what_has_been_reached_does(told: str) -> None:
    found = when("2021年，镇人大召开主席团会议7次。", told)
    assert found is not None
    assert found.latest == dt.date(2024, 12, 31)


def test_a_goal_in_the_title_is_not_its_year() -> None:
    assert year_of_title("关于国民经济和社会发展第十四个五年规划和2035年远景目标纲要的决议") is None
    assert year_of_title("关于2021年至2025年规划的决议") == 2021

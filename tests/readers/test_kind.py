"""Which kind of paper a text is."""

import pytest

from draftkit.readers.kind import kind_of

MOVES = ["会议听取了区人民政府的报告。", "会议认为，管护工作有进展。"]


@pytest.mark.parametrize(
    "title",
    [
        "关于全区河道管护情况报告的审议意见",
        "清溪镇人大主席团会议纪要",
        "在镇人大会议上的讲话",
        "关于召开人大会议的通知",
        "关于评议结果的通报",
        "镇人大代表述职评议办法（试行）",
    ],
)
def test_a_title_that_names_another_kind_outweighs_the_text(title: str) -> None:
    assert kind_of(title, MOVES) == ""
    assert kind_of("", ["青山区人大常委会", title, *MOVES]) == ""


@pytest.mark.parametrize("title", ["", "清溪镇第十八届人民代表大会第四次会议"])
def test_the_text_tells_the_kind_where_no_title_does(title: str) -> None:
    assert kind_of(title, MOVES) == "resolution"


def test_a_resolution_on_another_paper_is_a_resolution() -> None:
    assert kind_of("关于批准选举办法的决议", MOVES) == "resolution"


def test_a_sentence_above_is_no_title() -> None:
    assert kind_of("", ["会议讨论了方案，形成了意见", "河道管护方案", *MOVES]) == "resolution"

"""Run-in headings are found among a line's spans, and lines are broken between them."""

from draftkit.renderers.spans import broken, groups
from draftkit.tree import Blank, Document, Line, Point, Section, Span, SpanKind, points


def _groups(section: Section) -> list[tuple[str, bool, int]]:
    line = next(line for line in Document(blocks=[section]).lines() if isinstance(line, Line))
    return [(group.text, group.heading, group.start) for group in groups(line.spans)]


def test_a_section_and_its_points_each_have_their_heading() -> None:
    section = Section("聚焦民生", points(Point("视察2次。", title="抓重点"), lead="做到："), run_in=True)
    assert _groups(section) == [
        ("一、聚焦民生。", True, 0),
        ("做到：", False, 3),
        ("一是抓重点。", True, 4),
        ("视察2次。", False, 7),
    ]


def test_a_blank_in_a_heading_belongs_to_it() -> None:
    assert _groups(Section(["推进", Blank("项目"), "建设"], "开工。", run_in=True)) == [
        ("一、推进〔待填：项目〕建设。", True, 0),
        ("开工。", False, 5),
    ]


def test_a_numbered_paragraph_has_none() -> None:
    assert _groups(Section(None, "全年开会2次。")) == [("一、全年开会2次。", False, 0)]


def test_a_line_without_labels_is_one_group() -> None:
    text = (Span("甲"), Span("〔待填：乙〕", SpanKind.BLANK))
    assert [(group.spans, group.heading) for group in groups(text)] == [(text, False)]


def test_breaks_fall_inside_and_between_spans() -> None:
    spans = (Span("甲乙"), Span("〔丙〕", SpanKind.BLANK), Span("丁"))
    assert [span.text for span in broken(spans, ("甲", "乙〔丙〕", "丁"))] == ["甲", "\n", "乙", "〔丙〕", "\n", "丁"]
    assert broken(spans, ("甲乙〔丙〕丁",)) == spans

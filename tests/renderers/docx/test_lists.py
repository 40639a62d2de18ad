"""Labels that Word counts come out as the paper's own, in every part and after every jump."""

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from draftkit.renderers import House
from draftkit.tree import Block, Document, Line, Part, Section
from draftkit.zh.numbering import HEADINGS
from tests.renderers.papers import REPORT, W, opened, part, seen, strings

_NATIVE = House(numbering="native")


def counted(document: Document) -> list[str]:
    """Return the paragraphs of the native docx with the labels that Word would put before them."""
    starts = _starts(part(document, _NATIVE, "word/numbering.xml"))
    counts: dict[int, list[int | None]] = {}
    lines = []
    for paragraph in part(document, _NATIVE).iterfind("w:body/w:p", W):
        place = [int(strings(paragraph, f"w:pPr/w:numPr/{name}/@w:val")[0]) for name in _place(paragraph)]
        label = _next(counts, starts, *place) if place else ""
        lines.append(label + "".join(strings(paragraph, "w:r/w:t/text()")))
    return lines


def _place(paragraph: etree._Element) -> tuple[str, ...]:
    return ("w:numId", "w:ilvl") if paragraph.find("w:pPr/w:numPr", W) is not None else ()


def _starts(numbering: etree._Element) -> dict[int, list[int]]:
    return {
        int(strings(one, "@w:numId")[0]): [int(start) for start in strings(one, "w:lvlOverride/w:startOverride/@w:val")]
        for one in numbering.iterfind("w:num", W)
    }


def _next(counts: dict[int, list[int | None]], starts: dict[int, list[int]], number: int, level: int) -> str:
    """Count as Word does: a level from its start, anew below each label of a higher one."""
    levels = counts.setdefault(number, [None] * len(HEADINGS))
    before = levels[level]
    now = starts[number][level] if before is None else before + 1
    levels[level:] = [now, *(None for _ in levels[level + 1 :])]
    return HEADINGS[level].format(now)


def test_the_text_has_no_labels_and_word_gives_the_same() -> None:
    assert ("Heading 1", "坚持党的领导，把牢政治方向") in seen(opened(REPORT, _NATIVE))
    literal = [line.text for line in REPORT.lines() if isinstance(line, Line)]
    assert counted(REPORT) == literal


def test_sections_count_anew_in_each_part() -> None:
    paper = Document(blocks=[Part("甲", [Section("一", "文"), Section("二", "文")]), Part("乙", [Section("三", "文")])])
    assert counted(paper) == ["甲", "一、一", "文", "二、二", "文", "乙", "一、三", "文"]


def test_a_number_given_by_hand_stands_and_those_behind_it_go_on() -> None:
    paper = Document(
        blocks=[Section("甲", Section("子", "文"), number=3), Section("乙", Section("丑", "文", number=5))]
    )
    assert counted(paper) == ["三、甲", "（一）子", "文", "四、乙", "（五）丑", "文"]


def test_labels_of_other_styles_stay_in_the_text() -> None:
    paper = Document(blocks=[Section("甲", "文", style="arabic-comma"), Section("乙", "文", style="shi")])
    assert [text for _, text in seen(opened(paper, _NATIVE))] == ["1、甲", "文", "一是乙", "文"]


def test_few_lists_are_made() -> None:
    assert len(_starts(part(REPORT, _NATIVE, "word/numbering.xml"))) == 2


_SECTIONS = st.recursive(
    st.just(()),
    lambda inner: st.lists(
        st.builds(
            lambda blocks, number, run_in: Section("题", ["文", *blocks], number=number, run_in=run_in),
            inner,
            st.none() | st.integers(1, 12),
            st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    max_leaves=12,
)


def _depth(blocks: tuple[Block, ...]) -> int:
    return max((1 + _depth(block.blocks) for block in blocks if isinstance(block, Section)), default=0)


@settings(max_examples=60, deadline=None)
@given(st.lists(_SECTIONS.filter(lambda blocks: _depth(blocks) <= len(HEADINGS)), max_size=3))
def test_any_numbers_come_out_right(parts: list[tuple[Block, ...]]) -> None:
    paper = Document(blocks=[Part(f"部分{n}", blocks) for n, blocks in zip(count(1), parts, strict=False)])
    assert counted(paper) == [line.text for line in paper.lines() if isinstance(line, Line)]

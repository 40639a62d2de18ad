"""A line that is written as soon as it is met is written as it would be among all others."""

from hypothesis import given
from hypothesis import strategies as st

from draftkit.renderers.docx import _opened
from draftkit.renderers.docx.paragraphs import Writer
from draftkit.renderers.docx.sections import left_of
from draftkit.renderers.house import House
from draftkit.template.package import read
from draftkit.tree import (
    Blank,
    Block,
    Document,
    Glossary,
    Inline,
    Line,
    LineBreak,
    Paragraph,
    Part,
    Point,
    Points,
    Section,
    Table,
    Text,
    line_of,
)
from draftkit.zh.numbering import HEADINGS, SHI, LabelStyle, Numeral

ODD = LabelStyle(name="odd", before="<&　", numeral=Numeral.ARABIC, after=">", rank=3)
texts = st.text(alphabet="会议A&<>\"'%｛{　\t〔", max_size=6)
inlines = st.lists(st.one_of(st.builds(Text, texts), st.builds(Blank, texts), st.just(LineBreak())), max_size=3)
titles = st.none() | inlines.filter(lambda found: any(_words(one) for one in found))
leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, inlines),
    st.builds(
        Points,
        st.lists(st.builds(Point, inlines, titles), min_size=1, max_size=3),
        inlines,
        joined=st.booleans(),
    ),
    st.builds(Table, st.just(["甲", "乙"]), st.lists(st.tuples(inlines, inlines), max_size=3)),
    st.builds(Glossary, st.dictionaries(st.text("词&", min_size=1), inlines, max_size=2), titles),
)
blocks = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(
            Section,
            titles,
            st.lists(inner, max_size=3),
            run_in=st.booleans(),
            style=st.none() | st.sampled_from([*HEADINGS, ODD, SHI]),
        ),
        st.builds(Part, inlines, st.lists(inner, max_size=3)),
    ),
    max_leaves=6,
)


def _words(inline: Inline) -> str:
    return inline.text.strip() if isinstance(inline, Text) else ""


@given(st.lists(blocks, max_size=3), st.booleans())
def test_a_plain_line_is_written_as_any_other(content: list[Block], bold: bool) -> None:  # noqa: FBT001
    house = House(bold_headings=bold)
    path = house.template_file()
    sheet, _ = _opened(read(path), path, house.fonts, None)
    writer = Writer(house=house, sheet=sheet, lists=None)
    paper = Document(blocks=content)
    plain, others = paper.flow(writer.maker), paper.flow(line_of)
    assert writer.write(plain, left_of(plain)) == writer.write(others, left_of(others))


def test_most_lines_of_a_report_are_plain() -> None:
    house = House()
    path = house.template_file()
    sheet, _ = _opened(read(path), path, house.fonts, None)
    paper = Document(
        blocks=[Section("监督", ["会议认为。", Section("问效", "督办34件。", run_in=True)]), Points(["甲", "乙"])]
    )
    made = paper.flow(Writer(house=house, sheet=sheet, lists=None).maker)
    assert [type(one) for one in made] == [bytes] * 4
    assert not [one for one in made if isinstance(one, Line)]

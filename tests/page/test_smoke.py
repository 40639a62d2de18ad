"""Papers as LibreOffice sets them: 22 lines of 28 characters, and everything where it belongs.

Other tests measure the docx; these, the page.
"""

from collections.abc import Callable
from itertools import pairwise

import pytest

import draftkit as dk
from draftkit.renderers import House, PageModel
from draftkit.tree import Document, Part, Section, Signature, TitleBlock
from tests.page.pdf import Type, office, pages
from tests.renderers.papers import REPORT

_TEXT_TOP, _TEXT_FOOT, _LEFT, _RIGHT = 37, 262, 28, 184

Pages = list[list[list[Type]]]
Setter = Callable[..., Pages]


@pytest.fixture(scope="session")
def set_page(tmp_path_factory: pytest.TempPathFactory) -> Setter:
    program = office(tmp_path_factory.mktemp("office"))

    def setter(paper: Document, house: House | None = None) -> Pages:
        folder = tmp_path_factory.mktemp("page")
        return pages(program.pdf(dk.write(paper, folder / "文.docx", house=house)))

    return setter


def _text(line: list[Type]) -> str:
    return "".join(one.text for one in line)


def _line(page: list[list[Type]], start: str) -> list[Type]:
    return next(line for line in page if _text(line).startswith(start))


@pytest.mark.parametrize("model", list(PageModel))
def test_a_full_page_has_22_lines_of_28_characters_in_the_text_area(set_page: Setter, model: PageModel) -> None:
    full = set_page(Document(blocks=["会议认为" * 7 * 22 * 2]), House(page=model))[1][:-1]
    assert [len(line) for line in full] == [28] * 22
    assert all(line[0].left == pytest.approx(_LEFT, abs=0.5) for line in full)
    assert all(line[-1].left + 16 * 25.4 / 72 == pytest.approx(_RIGHT, abs=0.5) for line in full)
    pitch = 10.21 if model is PageModel.NOMINAL else 10.39
    assert all(below[0].base - above[0].base == pytest.approx(pitch, abs=0.1) for above, below in pairwise(full))


def test_the_compensated_page_fills_the_text_area_with_type(set_page: Setter) -> None:
    full = set_page(Document(blocks=["会议认为" * 7 * 22 * 2]), House(page="compensated"))[1][:-1]
    assert full[0][0].base - 16 * 25.4 / 72 == pytest.approx(_TEXT_TOP, abs=0.6)
    assert full[-1][0].base == pytest.approx(_TEXT_FOOT, abs=0.8)


def test_the_first_page_keeps_the_grid_below_the_title(set_page: Setter) -> None:
    paper = Document(title_block=REPORT.title_block, blocks=["会议认为" * 7 * 30])
    first = set_page(paper)[0]
    assert [_text(line)[:4] for line in first[:5]] == ["清溪镇第", "——20", "清溪镇人", "各位代表", "会议认为"]
    # Title, occasion, reporter, a blank line, salutation; 17 lines of text remain.
    assert len(first) == 4 + 17 + 1
    assert first[3][0].base - first[2][0].base == pytest.approx(2 * 10.21, abs=0.2)


def test_page_numbers_stand_outside_one_character_in_and_7_mm_below(set_page: Setter) -> None:
    odd, even = (page[-1] for page in set_page(Document(blocks=["会议认为" * 7 * 30]))[:2])
    small = 14 * 25.4 / 72
    assert (_text(odd).replace(" ", ""), _text(even).replace(" ", "")) == ("—1—", "—2—")
    assert odd[-1].left + small == pytest.approx(_RIGHT - small, abs=0.5)
    assert even[0].left == pytest.approx(_LEFT + small, abs=0.5)
    # A dash lies in the middle of its body; 7 mm below the text area is 269 mm.
    assert odd[0].base - small / 2 == pytest.approx(_TEXT_FOOT + 7, abs=1)


def test_every_role_has_its_font(set_page: Setter) -> None:
    page = set_page(REPORT)[0]
    wanted = {
        "清溪镇第十八届": ("FandolBiao-Bold", 22.0),
        "——2025": ("FandolKai-Regular", 16.0),
        "各位代表": ("FandolFang-Regular", 16.0),
        "2024年": ("FandolHei-Regular", 16.0),
        "一、坚持": ("FandolHei-Regular", 16.0),
        "坚持“第一": ("FandolFang-Regular", 16.0),
        "（二）办理": ("FandolKai-Regular", 16.0),
        "1.领衔": ("FandolFang-Regular", 16.0),
    }
    for start, look in wanted.items():
        assert {(one.font, one.size) for one in _line(page, start)} == {look}, start


def test_a_run_in_heading_has_the_font_of_its_level_and_its_text_the_bodys(set_page: Setter) -> None:
    line = _line(set_page(REPORT)[0], "（一）强化")
    fonts = {one.text: one.font for one in line}
    assert (fonts["强"], fonts["组"]) == ("FandolKai-Regular", "FandolFang-Regular")


def test_quotes_dashes_and_dots_are_chinese(set_page: Setter) -> None:
    line = _line(set_page(Document(blocks=["“甲”——乙……丙·丁"]))[0], "“甲")
    assert {one.font for one in line} == {"FandolFang-Regular"}
    assert all(after.left - before.left == pytest.approx(5.56, abs=0.1) for before, after in pairwise(line))


def test_text_is_indented_two_characters(set_page: Setter) -> None:
    line = _line(set_page(REPORT)[0], "我受大会")
    assert line[0].left == pytest.approx(_LEFT + 2 * 15.75 * 25.4 / 72, abs=0.1)


def test_the_date_begins_two_characters_right_of_the_organ(set_page: Setter) -> None:
    page = set_page(Document(blocks=["文。"], signature=Signature("清溪镇人民代表大会主席团", "2025年1月14日")))[0]
    organ, date = _line(page, "清溪镇"), _line(page, "2025")
    assert date[0].left - organ[0].left == pytest.approx(2 * 15.75 * 25.4 / 72, abs=0.3)
    assert organ[-1].left + 2 * 5.6 + 5.6 == pytest.approx(_RIGHT, abs=0.6)


def test_an_occasion_line_a_little_too_long_is_set_closer(set_page: Setter) -> None:
    page = set_page(Document(title_block=TitleBlock(occasion=REPORT.title_block.occasion), blocks=["文。"]))[0]
    assert _text(page[0]).endswith("会议上")


def test_word_counts_the_labels_where_it_is_told_to(set_page: Setter) -> None:
    paper = Document(
        blocks=[
            Part("甲", [Section("子", [Section("丑", "文"), Section("寅", "文")]), Section("卯", Section("辰", "文"))]),
            Part("乙", [Section("巳", Section("午", Section("未", Section("申", Section("酉", "文")))), number=3)]),
        ]
    )
    native, literal = (
        ["".join(_text(line).split()) for page in set_page(paper, house) for line in page]
        for house in (House(numbering="native"), House())
    )
    assert native == literal

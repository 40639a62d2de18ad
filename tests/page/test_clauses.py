"""Every clause of the standard that concerns our papers is met on the page, in both page models.

What is measured, and what it should be, stands in `tests/page/clauses.py`; docs/layout.md shows it.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from draftkit.renderers import House, PageModel
from draftkit.renderers.docx import render_docx
from draftkit.tree import Booklet, Document, Table, TitleBlock, plain
from examples.presidium_report import paper as example
from tests.layout.papers import BOOKLET, FULL, SEALED
from tests.page.clauses import CLAUSES, PAGE, Clause
from tests.page.pdf import office
from tests.page.setting import Setting, text
from tests.renderers.papers import REPORT, RESOLUTION, findings

Settings = Callable[[PageModel], Setting]
both = pytest.mark.parametrize("model", list(PageModel))


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("clauses")
    program = office(folder)
    made = {model: Setting(program, folder, model) for model in PageModel}
    return made.__getitem__


@both
@pytest.mark.parametrize("clause", CLAUSES, ids=[clause.key for clause in CLAUSES])
def test_it_is_met(settings: Settings, clause: Clause, model: PageModel) -> None:
    value = clause.measure(settings(model))
    assert clause.is_met(value), f"{clause.asked}: {value}"


def _rows() -> list[list[str]]:
    rows = [
        line.strip("| ").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")
    ]
    return [row for row in rows if len(row) == 7 and row[3].startswith("`")]


def test_the_table_of_the_docs_names_every_clause() -> None:
    assert [(row[0], row[1], row[2], row[3]) for row in _rows()] == [
        (one.clause, one.asked, one.how, f"`{one.key}`") for one in CLAUSES
    ]


@pytest.mark.parametrize(("model", "column"), [(PageModel.NOMINAL, 5), (PageModel.COMPENSATED, 6)])
@pytest.mark.parametrize("number", range(len(CLAUSES)), ids=[clause.key for clause in CLAUSES])
def test_the_table_of_the_docs_shows_what_is_measured(
    settings: Settings, number: int, model: PageModel, column: int
) -> None:
    clause, row = CLAUSES[number], _rows()[number]
    value = clause.measure(settings(model))
    if isinstance(value, str):
        assert row[column] == value
    else:
        # Another LibreOffice may set a hair differently.
        assert float(row[column]) == pytest.approx(value, abs=0.3)
        assert clause.is_met(float(row[column]))


PAPERS = {
    "example": example.paper().draft(),
    "short report": REPORT,
    "resolution": RESOLUTION,
    "whole": FULL,
    "two seals": SEALED,
}


@both
@pytest.mark.parametrize("name", PAPERS)
def test_no_mark_is_lost_on_the_page(settings: Settings, name: str, model: PageModel) -> None:
    pages = settings(model).pages(name, PAPERS[name])
    number = re.compile(r"—\d+—$")
    found = "".join(text(line) for page in pages for line in page if not number.match(text(line)))
    assert sorted(_bare(found)) == sorted(_bare(_expected(PAPERS[name], found)))


def _bare(value: str) -> str:
    return re.sub(r"\s", "", value)


def _expected(paper: Document, found: str) -> str:
    """Return the paper's text; a table that goes over several pages has its header on each."""
    headers = [_bare("".join(plain(cell) for cell in line.header)) for line in paper.lines() if isinstance(line, Table)]
    return paper.text() + "".join(header * (found.count(header) - 1) for header in headers)


@both
def test_the_example_report_stands_on_the_page_line_by_line(settings: Settings, model: PageModel) -> None:
    found = "".join(text(line) for page in settings(model).report for line in page[:-1])
    assert _bare(found) == _bare(example.paper().draft().text())


@both
def test_no_line_reaches_over_the_text_area(settings: Settings, model: PageModel) -> None:
    assert max(line[-1].right for page in settings(model).report for line in page) <= 184.5


@both
def test_contents_name_the_page_that_each_paper_begins_on(settings: Settings, model: PageModel) -> None:
    contents, *papers = settings(model).booklet
    numbers = [int(found[1]) for line in contents if (found := re.search(r"\.{3,}(\d+)$", text(line)))]
    begins = [
        number
        for number, page in enumerate(papers, start=1)
        if any(line[0].size == 22 for line in page) and not text(page[0]).startswith("附件")
    ]
    assert numbers == begins
    assert not [line for line in contents if re.fullmatch(r"—\d+—", text(line))]


@both
def test_several_organs_that_seal_stand_far_enough_apart(settings: Settings, model: PageModel) -> None:
    setting = settings(model)
    first, second = (setting.line(setting.sealed, name) for name in ("清溪镇人民代表大会", "清溪镇人民政府"))
    assert second[0].base - first[0].base > 42


def test_a_reading_copy_has_16_lines_of_20_characters(settings: Settings, tmp_path: Path) -> None:
    setting = settings(PageModel.NOMINAL)
    path = tmp_path / "文.docx"
    path.write_bytes(render_docx(Document(blocks=["会议认为" * 5 * 16 * 3]), House(reading=True)))
    page = setting.of(path)[1][:-1]
    assert [len(line) for line in page] == [20] * 16
    assert {one.size for line in page for one in line} == {22.0}
    assert all(below[0].base - above[0].base == pytest.approx(14.06, abs=0.1) for above, below in pairwise(page))


@pytest.mark.parametrize("house", [House(), House(page="compensated"), House(reading=True), House(numbering="native")])
@pytest.mark.parametrize("paper", [FULL, BOOKLET, SEALED])
def test_every_part_is_valid(tmp_path: Path, paper: Document | Booklet, house: House) -> None:
    path = tmp_path / "文.docx"
    path.write_bytes(render_docx(paper, house))
    assert findings(path) == []


NOTES = [
    "（2026年1月15日青山县清溪镇第十八届人民代表大会/第六次会议通过）",
    "——2026年1月15日在青山县清溪镇/第十八届人民代表大会第四次会议上",
    "（2026年1月15日清溪镇第十八届人民代表大会第六次会议通过）",
    "——2025年12月28日在呼伦贝尔市额尔古纳市三河回族乡/第十五届人民代表大会第三次会议上",
    "（2025年12月28日呼伦贝尔市额尔古纳市三河回族乡/第十五届人民代表大会第十三次会议通过）",
]


def test_a_note_in_two_lines_breaks_where_meaning_does(settings: Settings) -> None:
    blocks = [TitleBlock(title="关于工作的决议", adoption_note=note.replace("/", "")) for note in NOTES]
    pages = settings(PageModel.NOMINAL).pages(
        "notes", Booklet([Document(title_block=block, blocks=["文。"]) for block in blocks])
    )
    notes = ["/".join(text(line) for line in page[:-1] if "Kai" in line[0].font) for page in pages[1:]]
    assert notes == NOTES

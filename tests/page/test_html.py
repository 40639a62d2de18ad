"""Papers in a browser: in pages as LibreOffice sets them, legible on a phone, and printed on A4."""

import re
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from attrs import frozen

import draftkit as dk
from draftkit.renderers import House, PageModel
from draftkit.tree import (
    Attachment,
    Booklet,
    Document,
    Imprint,
    Mark,
    Paper,
    Paragraph,
    Section,
    Signature,
    Table,
    Text,
    TitleBlock,
)
from examples.presidium_report import paper as report
from examples.resolution import paper as resolution
from examples.work_summary import paper as summary
from tests.page.browser import Browser, browser, printed, without_policy
from tests.page.pdf import Office, Type, office, pages
from tests.renderers.papers import REPORT, RESOLUTION

LINES = 22
PHONE = (390, 844)
MM = 0.5

PAPERS = {
    "report": report.paper().draft(),
    "summary": summary.paper().draft(),
    "resolution": resolution.DRAFT.draft(),
    "table": REPORT,
    "short": RESOLUTION,
}
WORDS = Document(
    title_block=TitleBlock(title="关于加强监督工作的决定", salutation="各位代表："),
    blocks=[
        Section(
            "坚持党的领导，把牢政治方向",
            ["会议认为，主席团坚持“第一议题”制度——学在前、做在前，依法履行职责，认真开展监督，取得了明显成效。" * 12] * 3,
        ),
        Section("依法履行职责", [Section("聚焦民生", "组织代表视察调研，督促办理建议、批评和意见（含重点建议）。" * 9, run_in=True)]),
    ],
)  # fmt: skip


@frozen
class Press:
    """What a paper looks like in LibreOffice and in Chromium."""

    office: Office
    browser: Browser

    def html(self, paper: Paper, folder: Path, house: House | None = None) -> Path:
        return dk.write(paper, folder / "文.html", house=house)

    def pdf(self, paper: Paper, folder: Path) -> list[list[list[Type]]]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DRAFTKIT_SOFFICE", self.office.program)
            patch.setenv("FONTCONFIG_FILE", str(self.office.folder / "fonts.conf"))
            return pages(dk.write(paper, folder / "文.pdf"))


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    folder = tmp_path_factory.mktemp("press")
    return Press(office(folder), browser(folder))


@pytest.mark.parametrize("name", PAPERS)
def test_it_has_as_many_pages_as_the_pdf_and_they_begin_near_the_same_words(
    press: Press, tmp_path: Path, name: str
) -> None:
    shown = [sheet.texts for sheet in press.browser.sheets(press.html(PAPERS[name], tmp_path))]
    wanted = [printed(page) for page in press.pdf(PAPERS[name], tmp_path)]
    assert len(shown) == len(wanted)
    # LibreOffice puts a gap between Chinese and figures whatever the file says: its lines hold a little less.
    apart = [abs(one - other) for one, other in zip(_starts(shown), _starts(wanted), strict=True)]
    assert max(apart) <= 4 * 28
    assert _share_near(_ends(shown), _ends(wanted)) >= 0.8
    assert abs(sum(map(len, shown)) - sum(map(len, wanted))) <= 0.01 * sum(map(len, wanted))


def _starts(lines: list[list[str]]) -> list[int]:
    """Return how many characters stand before each page."""
    return [0, *accumulate(sum(map(len, page)) for page in lines[:-1])]


def _ends(lines: list[list[str]]) -> list[int]:
    """Return how many characters stand before the end of each line."""
    return list(accumulate(len(line) for page in lines for line in page))


def _share_near(found: list[int], wanted: list[int]) -> float:
    """Return the share of the `wanted` ends of lines that one of those `found` is near, by at most 3 characters."""
    near = {end + away for end in found for away in range(-3, 4)}
    return sum(end in near for end in wanted) / len(wanted)


def test_a_paper_without_figures_breaks_its_lines_where_the_pdf_does(press: Press, tmp_path: Path) -> None:
    shown = [sheet.texts for sheet in press.browser.sheets(press.html(WORDS, tmp_path))]
    assert shown == [printed(page) for page in press.pdf(WORDS, tmp_path)]
    assert len(shown) > 2


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("view", ["page", "read"])
def test_it_is_printed_as_its_page_view_shows_it(press: Press, tmp_path: Path, name: str, view: str) -> None:
    file = press.html(PAPERS[name], tmp_path)
    shown = ["".join(sheet.texts) for sheet in press.browser.sheets(file)]
    assert ["".join(printed(page)) for page in press.browser.printed(file, view)] == shown


def test_without_its_script_it_is_there_to_be_read_and_is_printed_the_same(press: Press, tmp_path: Path) -> None:
    file = press.html(PAPERS["summary"], tmp_path)
    scripted = [printed(page) for page in press.browser.printed(file)]
    html = file.read_text(encoding="utf-8")
    file.write_text(html.replace("<script>", '<script type="text/none">'), encoding="utf-8")
    assert [printed(page) for page in press.browser.printed(file)] == scripted
    dom = press.browser.run(file.as_uri(), "--dump-dom")
    assert '<article class="paper flow">' in dom
    assert re.search(r'<nav class="views"[^>]* hidden', dom)


@pytest.mark.parametrize("model", list(PageModel))
def test_a_full_page_has_22_lines_of_28_characters(press: Press, tmp_path: Path, model: PageModel) -> None:
    paper = Document(blocks=["会议认为" * 7 * LINES * 2])
    file = press.html(paper, tmp_path, House(page=model))
    full = press.browser.sheets(file)[1]
    assert [len(text) for text in full.texts] == [28] * LINES
    on_paper = press.browser.printed(file)[1]
    assert [len(text) for text in printed(on_paper)] == [28] * LINES
    assert all(line[0].left == pytest.approx(28, abs=MM) for line in on_paper[:-1])
    assert all(line[-1].left + 16 * 25.4 / 72 == pytest.approx(184, abs=MM) for line in on_paper[:-1])


def test_the_sheet_is_a4_with_the_text_area_of_the_standard(press: Press, tmp_path: Path) -> None:
    first, second = press.browser.sheets(press.html(Document(blocks=["会议认为" * 7 * 30]), tmp_path))[:2]
    assert (first.sheet["width"], first.sheet["height"]) == pytest.approx((210, 297), abs=0.1)
    assert (first.area["left"], first.area["top"]) == pytest.approx((28, 37), abs=0.1)
    assert (first.area["width"], first.area["height"]) == pytest.approx((156, 225), abs=MM)
    assert first.lines[0]["left"] == pytest.approx(28 + 2 * 15.75 * 25.4 / 72, abs=0.1)
    pitches = [float(below["middle"]) - float(above["middle"]) for above, below in pairwise(second.lines)]
    assert pitches == pytest.approx([10.21] * len(pitches), abs=0.1)


def test_page_numbers_stand_outside_one_character_in_and_7_mm_below(press: Press, tmp_path: Path) -> None:
    file = press.html(Document(blocks=["会议认为" * 7 * 30]), tmp_path)
    small = 14 * 25.4 / 72
    odd, even = (sheet.number for sheet in press.browser.sheets(file)[:2])
    assert (odd["text"], even["text"]) == ("— 1 —", "— 2 —")
    assert odd["right"] == pytest.approx(184 - small, abs=MM)
    assert even["left"] == pytest.approx(28 + small, abs=MM)
    assert (odd["middle"], even["middle"]) == pytest.approx((262 + 7, 262 + 7), abs=MM)
    right, left = (page[-1] for page in press.browser.printed(file)[:2])
    assert right[-1].left + small == pytest.approx(184 - small, abs=MM)
    assert left[0].left == pytest.approx(28 + small, abs=MM)


def test_a_page_is_full_even_where_a_heading_ends_it(press: Press, tmp_path: Path) -> None:
    paper = Document(blocks=[*["文。"] * 20, Section("甲", [Section("乙", "丙。" * 40)])])
    file = press.html(paper, tmp_path)
    for lines in (
        [sheet.texts for sheet in press.browser.sheets(file)],
        [printed(page) for page in press.browser.printed(file, "read")],
        [printed(page) for page in press.pdf(paper, tmp_path)],
    ):
        assert (len(lines[0]), lines[0][-2:]) == (22, ["一、甲", "（一）乙"])


def test_what_signs_moves_over_with_its_date(press: Press, tmp_path: Path) -> None:
    paper = Document(blocks=["文。"] * 20, signature=Signature("清溪镇人民代表大会主席团", "2025年1月14日"))
    file = press.html(paper, tmp_path)
    for lines in (
        [sheet.texts for sheet in press.browser.sheets(file)],
        [printed(page) for page in press.browser.printed(file, "read")],
    ):
        assert lines[1:] == [["清溪镇人民代表大会主席团", "2025年1月14日"]]


def test_a_long_table_goes_on_under_its_head_on_the_next_page(press: Press, tmp_path: Path) -> None:
    rows = [[f"第{number}项", str(number)] for number in range(1, 61)]
    paper = Document(blocks=["文。", Table(["项目", "件数"], rows, caption="办理情况", unit="件"), "完。"])
    file = press.html(paper, tmp_path)
    shown = [sheet.texts for sheet in press.browser.sheets(file)]
    on_paper = [printed(page) for page in press.browser.printed(file)]
    assert [page[0] for page in shown] == ["文。", *["项目件数"] * (len(shown) - 1)]
    assert [page[0] for page in on_paper] == [page[0] for page in shown]
    assert [line for page in shown for line in page if line.startswith("第")] == ["".join(row) for row in rows]
    assert len(shown) == len(press.pdf(paper, tmp_path))


def test_a_table_row_taller_than_a_page_ends_the_laying_out_all_the_same(press: Press, tmp_path: Path) -> None:
    paper = Document(blocks=["文。", Table(["甲", "乙"], [["字" * 900, "一"], ["二", "三"]]), "完。"])
    assert [sheet.texts[-1] for sheet in press.browser.sheets(press.html(paper, tmp_path))][-1] == "完。"


def test_runs_marks_and_rare_characters_stay_whole_where_a_page_ends(press: Press, tmp_path: Path) -> None:
    text = "镇长〔待填：镇长姓名〕所作的𠮷田报告" * 90
    paper = Document(blocks=[Paragraph([text]), Section("甲", text, run_in=True)])
    sheets = press.browser.sheets(press.html(paper, tmp_path))
    assert len(sheets) > 3
    assert "".join(text for sheet in sheets for text in sheet.texts) == re.sub(r"\s", "", paper.text())


ATTACHED = Document(
    title_block=TitleBlock(corner="会议文件之三", title="关于印发代表建议、批评和意见办理办法的通知"),
    blocks=["乙。" * 10],
    signature=Signature("清溪镇人民代表大会主席团", "2025年1月14日", others=["清溪镇人民政府"], sealed=True),
    note="此件公开发布",
    attachments=(
        Attachment("代表建议、批评和意见办理办法", [Section("总则", "丙。" * 20)]),
        Attachment(
            "收支总表",
            Table(["项目", "金额"], [[f"第{number}项", "1"] for number in range(30)], unit="万元", wide=True),
        ),
        Attachment("后记", "完。"),
    ),
    imprint=Imprint(copies="镇党委，镇人民政府", organ="清溪镇人大办公室", date="2025年1月15日"),
)


def test_attachments_begin_pages_and_a_wide_table_turns_its_own(press: Press, tmp_path: Path) -> None:
    file = press.html(ATTACHED, tmp_path)
    sheets = press.browser.sheets(file)
    assert [sheet.texts[0] for sheet in sheets] == ["会议文件之三", "附件1", "附件2", "项目金额", "项目金额", "附件3"]
    turned = [sheet.sheet["width"] > sheet.sheet["height"] for sheet in sheets]
    assert turned == [False, False, True, True, True, False]
    wide = sheets[2]
    assert (wide.area["left"], wide.area["top"]) == pytest.approx((35, 28), abs=0.1)
    assert (wide.area["width"], wide.area["height"]) == pytest.approx((225, 156), abs=0.1)
    assert len(press.pdf(ATTACHED, tmp_path)) == len(sheets)
    assert ["".join(printed(page)) for page in press.browser.printed(file)] == ["".join(each.texts) for each in sheets]


def test_the_imprint_stands_at_the_foot_of_the_last_page(press: Press, tmp_path: Path) -> None:
    last = press.browser.sheets(press.html(ATTACHED, tmp_path))[-1]
    assert last.texts[-2:] == ["抄送：镇党委，镇人民政府。", "清溪镇人大办公室2025年1月15日印发"]
    small = 14 * 25.4 / 72
    assert float(last.lines[-1]["middle"]) == pytest.approx(262 - 12 * 25.4 / 72, abs=1)
    assert last.lines[-1]["left"] == pytest.approx(28 + small, abs=MM)
    assert last.lines[-1]["right"] == pytest.approx(184 - small, abs=MM)


def test_an_imprint_that_the_text_reaches_goes_on_a_page_of_its_own(press: Press, tmp_path: Path) -> None:
    for lines, pages_ in ((21, 1), (22, 2)):
        paper = Document(blocks=["文。"] * lines, imprint=Imprint(organ="清溪镇人大办公室", date="2025年1月15日"))
        assert len(press.browser.sheets(press.html(paper, tmp_path))) == pages_
        (tmp_path / "文.html").unlink()


def test_a_table_of_contents_tells_the_pages_and_leads_to_them(press: Press, tmp_path: Path) -> None:
    booklet = Booklet((PAPERS["summary"], RESOLUTION), title="会议文件汇编")
    file = press.html(booklet, tmp_path)
    found = press.browser.evaluated(
        file,
        """const entries = [...document.querySelectorAll(".sheets .entry .at")].map((each) => each.textContent);
        const numbers = [...document.querySelectorAll(".sheet")].map((each) => each.querySelector(".number")?.textContent);
        document.querySelectorAll(".sheets .entry a")[1].click();
        const title = document.querySelector('.sheets [data-anchor="paper-2"]').getBoundingClientRect();
        return [entries, numbers.slice(0, 3), title.top >= 0 && title.top < innerHeight];""",
    )
    assert found == [["1", "7"], [None, "— 1 —", "— 2 —"], True]
    assert len(press.pdf(booklet, tmp_path)) == 8


def test_a_reading_copy_has_16_lines_of_20_characters(press: Press, tmp_path: Path) -> None:
    file = press.html(Document(blocks=["会议认为" * 80]), tmp_path, House(reading=True))
    full = press.browser.sheets(file)[0]
    assert [len(text) for text in full.texts[1:]] == [20] * 15


# On a screen


def test_on_a_phone_it_is_read_and_nothing_runs_over_the_edge(press: Press, tmp_path: Path) -> None:
    file = press.html(PAPERS["report"], tmp_path)
    found = press.browser.evaluated(
        file,
        """const body = getComputedStyle(document.querySelector(".body"));
        return [innerWidth, document.documentElement.scrollWidth, parseFloat(body.fontSize),
                parseFloat(body.lineHeight) / parseFloat(body.fontSize),
                Math.min(...[...document.querySelectorAll("button")].map((each) => each.offsetHeight)),
                document.querySelectorAll(".sheet").length];""",
        view="",
        size=PHONE,
    )
    assert isinstance(found, list)
    width, needed, size, leading, button, sheets = found
    assert needed <= width <= 500
    assert (size >= 17, leading >= 1.6, button >= 44, sheets) == (True, True, True, 0)


def test_on_a_phone_the_sheets_are_made_to_fit(press: Press, tmp_path: Path) -> None:
    file = press.html(PAPERS["resolution"], tmp_path)
    found = press.browser.evaluated(
        file,
        "return [document.documentElement.scrollWidth, innerWidth, document.querySelectorAll('.sheet').length]",
        size=PHONE,
    )
    assert isinstance(found, list)
    assert found[0] <= found[1]
    assert found[2] == len(press.pdf(PAPERS["resolution"], tmp_path))


def test_on_a_wide_screen_the_pages_are_shown_first_and_the_buttons_change_it(press: Press, tmp_path: Path) -> None:
    found = press.browser.evaluated(
        press.html(REPORT, tmp_path),
        """const [read, page] = document.querySelectorAll("nav button");
        const state = () => [document.querySelector("article").hidden, document.querySelector(".sheets").hidden,
                             read.getAttribute("aria-pressed"), page.getAttribute("aria-pressed")];
        const states = [state()];
        for (const button of [read, page]) { button.click(); states.push(state()); }
        return states;""",
        view="",
    )
    in_pages, to_read = [True, False, "false", "true"], [False, True, "true", "false"]
    assert found == [in_pages, to_read, in_pages]


@pytest.mark.parametrize("view", ["read", "page"])
def test_every_text_stands_out_from_its_ground(press: Press, tmp_path: Path, view: str) -> None:
    found = press.browser.evaluated(
        press.html(RESOLUTION, tmp_path),
        """const ground = (node) => {
          const color = getComputedStyle(node).backgroundColor;
          return color === "rgba(0, 0, 0, 0)" ? ground(node.parentElement) : color;
        };
        return [...document.querySelectorAll("body *")]
          .filter((each) => each.offsetParent && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
          .map((each) => [each.textContent.slice(0, 9), getComputedStyle(each).color, ground(each)]);""",
        view=view,
    )
    assert isinstance(found, list)
    assert any("待填" in text for text, _, _ in found)
    assert [(text, _contrast(color, ground)) for text, color, ground in found if _contrast(color, ground) < 4.5] == []


def _contrast(one: str, other: str) -> float:
    """Return the ratio of WCAG 2.2, 1.4.3, between two colours such as `rgb(0, 0, 0)`."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (int(number) / 255 for number in re.findall(r"\d+", color)[:3])
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_each_sheet_says_which_it_is(press: Press, tmp_path: Path) -> None:
    found = press.browser.evaluated(
        press.html(REPORT, tmp_path),
        "return [...document.querySelectorAll('.sheet')].map((each) => each.getAttribute('aria-label'))",
    )
    assert found == ["第1页，共2页", "第2页，共2页"]


# What a text can't do


def test_no_script_runs_but_its_own(press: Press, tmp_path: Path) -> None:
    file = press.html(Document(title_block=TitleBlock(title="题", mark=Mark()), blocks=["甲。"]), tmp_path)
    html = file.read_text(encoding="utf-8")
    for policy, title in ((html, "题（草案）"), (without_policy(html), "改")):
        file.write_text(policy.replace("</main>", "</main><script>document.title = '改'</script>"), encoding="utf-8")
        assert f"<title>{title}</title>" in press.browser.run(file.as_uri(), "--dump-dom")


def test_markup_in_a_text_is_shown_as_it_is(press: Press, tmp_path: Path) -> None:
    markup = "<script>document.title='改'</script><b>粗</b>&amp;"
    paper = Document(title_block=TitleBlock(title="题"), blocks=[Paragraph(Text(markup))])
    file = press.html(paper, tmp_path)
    file.write_text(without_policy(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert "<title>题</title>" in press.browser.run(file.as_uri(), "--dump-dom")
    assert "".join(press.browser.sheets(file)[0].texts) == "题" + re.sub(r"\s", "", markup)

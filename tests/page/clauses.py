"""What GB/T 9704-2012 asks for, clause by clause, and how it is measured on the page.

Run as a script it writes the table of docs/layout.md anew:

    python -m tests.page.clauses
"""

import re
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from attrs import frozen

from draftkit.renderers import PageModel
from tests.page.pdf import office
from tests.page.setting import FOOT, LEFT, RIGHT, Line, Page, Setting, text

__all__ = ["CLAUSES", "PAGE", "Clause", "table"]

PAGE = Path(__file__).parents[2] / "docs" / "layout.md"
_BEGIN, _END = "<!-- 以下由 tests/page/clauses.py 量得，请勿手改 -->", "<!-- 量得的表到此为止 -->"
_CHARACTER = 15.75 * 25.4 / 72
"""A character of 3号 type as it is set, 28 to the line."""
_SMALL = 14 * 25.4 / 72

Value = float | str


@frozen(kw_only=True)
class Clause:
    """A thing that the standard asks for.

    Args:
        key: Its name, that of its test.
        clause: The clause.
        asked: What is asked for.
        how: How it is met.
        measure: What measures it.
        wanted: What should be measured, for each page model.
        slack: How far a length may be off, in millimetres.
    """

    key: str
    clause: str
    asked: str
    how: str
    measure: Callable[[Setting], Value]
    wanted: Value
    slack: float = 0.5

    def is_met(self, value: Value) -> bool:
        """Return whether `value` is what is asked for."""
        if isinstance(value, str) or isinstance(self.wanted, str):
            return value == self.wanted
        return abs(value - self.wanted) <= self.slack


def _look(line: Line) -> str:
    """Return the typefaces and sizes of a line's characters."""
    names = {"Fang": "仿宋", "Kai": "楷体", "Hei": "黑体", "Biao": "小标宋", "Song": "宋体"}
    found = {f"{names[one.font.removeprefix('Fandol').partition('-')[0]]}{one.size:g}磅" for one in line}
    return "、".join(sorted(found))


def _middle(line: Line) -> float:
    return (line[0].left + line[-1].right) / 2


def _top(setting: Setting) -> float:
    """Return where the text area begins: the first line's upper edge, or its type's where that is compensated."""
    first = setting.plain[0][0]
    return first.middle - setting.pitch / 2 if setting.model is PageModel.NOMINAL else first.top


def _foot(setting: Setting) -> float:
    last = setting.plain[-1][0]
    return last.middle + setting.pitch / 2 if setting.model is PageModel.NOMINAL else last.base


def _lines(setting: Setting) -> str:
    """Return how many lines the full pages of the example report have; of the first, that its last line is the 22nd."""
    first, *rest = setting.report[:-1]
    counts = {len(page) - 1 for page in rest}
    at = round((first[-2][0].middle - setting.plain[0][0].middle) / setting.pitch) + 1
    return "、".join(str(count) for count in sorted(counts | {at}))


def _characters(setting: Setting) -> str:
    counts = {len(line) for line in setting.plain}
    return "、".join(map(str, sorted(counts)))


def _furthest(setting: Setting) -> float:
    """Return the end of the line of the example report that ends furthest from the edge of the text area."""
    return max(setting.ends(), key=lambda end: abs(end - RIGHT))


def _pitch(setting: Setting) -> str:
    """Return the height of a line, beside the 22nd of the grid's height."""
    found = {round(below[0].base - above[0].base, 1) for above, below in pairwise(setting.plain)}
    wanted = round(setting.pitch, 1)
    return "22行等分" if all(abs(one - wanted) <= 0.1 for one in found) else f"{sorted(found)}"


def _shape(setting: Setting) -> str:
    widths = [line[-1].right - line[0].left for line in setting.full[0] if line[0].size == 22]
    return f"{len(widths)}行，{'上宽下窄（梯形）' if widths[0] > widths[-1] else '上窄下宽（梯形）'}"


def _title_middle(setting: Setting) -> float:
    middles = [_middle(line) for line in setting.full[0] if line[0].size == 22]
    return max(middles, key=lambda middle: abs(middle - (LEFT + RIGHT) / 2))


def _lines_between(above: Line, below: Line, setting: Setting) -> float:
    """Return how many lines below `above` the line `below` stands."""
    return round((below[0].middle - above[0].middle) / setting.pitch, 1)


def _full_page(setting: Setting, start: str) -> Page:
    return next(page for page in setting.full if any(text(line).startswith(start) for line in page))


def _full_line(setting: Setting, start: str) -> Line:
    return setting.line(_full_page(setting, start), start)


def _attachment(setting: Setting) -> Page:
    return next(page for page in setting.full if text(page[0]) == "附件2")


def _last(setting: Setting) -> Page:
    return setting.full[-1]


def _name(setting: Setting) -> float:
    """Return how far a turned line of an attachment's name stands from the name's first character."""
    lines = [line for page in setting.full for line in page]
    at = next(number for number, line in enumerate(lines) if text(line).startswith("附件：1."))
    number = next(index for index, one in enumerate(lines[at]) if one.text == "清")
    turned = next(line for line in lines[at + 1 :] if "—" not in text(line))
    return turned[0].left - lines[at][number].left


def _imprint_rules(setting: Setting) -> str:
    return "、".join(f"{rule.thick:.2f}" for rule in setting.full_rules[-1])


def _landscape(setting: Setting) -> str:
    width, height = setting.full_sizes[_wide_pages(setting)[0]]
    return f"{width}×{height}毫米"


def _wide_pages(setting: Setting) -> list[int]:
    return [number for number, (width, height) in enumerate(setting.full_sizes) if width > height]


def _headers(setting: Setting) -> str:
    wide = _wide_pages(setting)
    found = sum(any("2024年预算" in text(line) for line in setting.full[number]) for number in wide)
    return "每页都有" if found == len(wide) > 1 else f"{len(wide)}页中{found}页有"


def _wide_top(setting: Setting) -> float:
    """Return the white above the table on a landscape page: that of the binding edge."""
    return setting.full_rules[_wide_pages(setting)[1]][0].top


def _wide_width(setting: Setting) -> float:
    rule = setting.full_rules[_wide_pages(setting)[1]][0]
    return rule.right - rule.left


def _number(setting: Setting, page: int) -> Line:
    return setting.report[page][-1]


def _in_order(setting: Setting) -> str:
    found = [text(page[-1]) for page in setting.full if re.fullmatch(r"—\d+—", text(page[-1]))]
    wanted = [f"—{number}—" for number in range(1, len(setting.full) + 1)]
    rotated = len(setting.full) - len(found)
    return "连续" if found == wanted and not rotated else f"{found}"


def _signed(setting: Setting, start: str) -> Line:
    return setting.line(setting.signed, start)


CLAUSES = (
    Clause(key="paper", clause="5.1", asked="A4（210×297毫米）", how="模板的纸张", wanted="210×297毫米",
           measure=lambda s: "{}×{}毫米".format(*s.full_sizes[0])),
    Clause(key="top", clause="5.2.1", asked="天头37毫米", how="标称版：上边距37毫米，以行格上沿计；补偿版：上边距34.4毫米，以首行字顶计", wanted=37, measure=_top),
    Clause(key="foot", clause="5.2.1", asked="版心下沿262毫米（版心高225毫米）", how="标称版以行格下沿计，补偿版以末行字底计", wanted=FOOT, measure=_foot),
    Clause(key="left", clause="5.2.1", asked="订口28毫米", how="左边距28毫米", wanted=LEFT, measure=lambda s: s.plain[0][0].left),
    Clause(key="right", clause="5.2.1", asked="版心右沿184毫米（版心宽156毫米）", how="右边距26毫米", wanted=RIGHT, measure=lambda s: s.plain[0][-1].right),
    Clause(key="lines", clause="5.2.3", asked="每面22行", how="行格22等分；标题不“与下段同页”、不控制孤行，示例报告各满页都排22行", wanted="22", measure=_lines),
    Clause(key="characters", clause="5.2.3", asked="每行28字", how="3号字，字距紧缩0.25磅", wanted="28", measure=_characters),
    Clause(key="line_end", clause="5.2.3", asked="行满：示例报告各整行行末184毫米", how="两端对齐，标点不伸出版心；量偏离最大的一行", wanted=RIGHT, measure=_furthest),
    Clause(key="pitch", clause="5.2.3", asked="行距一致，撑满版心", how="行格：标称版28.95磅，补偿版29.6磅", wanted="22行等分", measure=_pitch),
    Clause(key="body", clause="5.2.2", asked="正文3号仿宋", how="样式 Body Text", wanted="仿宋16磅", measure=lambda s: _look(s.plain[0])),
    Clause(key="quotes", clause="5.2.2", asked="引号、破折号、省略号、间隔号随正文字体", how="西文字体与中文字体同设，并注明 eastAsia", wanted="仿宋16磅",
           measure=lambda s: _look([one for one in s.line(s.levels, "（一）己项") if one.text in "“”—…·"])),
    Clause(key="indent", clause="7.3.3", asked="首行左空二字（11.1毫米）", how="首行缩进2字符，并写明长度", wanted=2 * _CHARACTER,
           measure=lambda s: s.line(s.report[0], "我受")[0].left - LEFT, slack=0.3),
    Clause(key="title", clause="7.3.1", asked="标题2号小标宋", how="样式 Title", wanted="小标宋22磅", measure=lambda s: _look(_full_line(s, "关于清溪镇2024年财政"))),
    Clause(key="title_place", clause="7.3.1", asked="标题居中（106毫米）", how="样式 Title", wanted=(LEFT + RIGHT) / 2, measure=_title_middle),
    Clause(key="title_shape", clause="7.3.1", asked="分行词意完整、排成梯形或菱形", how="按词意计算断行", wanted="2行，上宽下窄（梯形）", measure=_shape),
    Clause(key="corner", clause="惯例", asked="会议文件编号：3号黑体，顶格", how="样式 Corner Label", wanted="黑体16磅", measure=lambda s: _look(_full_line(s, "会议文件之三"))),
    Clause(key="occasion", clause="惯例", asked="时间地点行：3号楷体", how="样式 Subtitle", wanted="楷体16磅", measure=lambda s: _look(_full_line(s, "——2025"))),
    Clause(key="occasion_place", clause="惯例", asked="时间地点行居中（106毫米）", how="样式 Subtitle；略长的收紧字距，更长的分两行", wanted=(LEFT + RIGHT) / 2, measure=lambda s: _middle(_full_line(s, "——2025")), slack=1),
    Clause(key="reporter", clause="惯例", asked="报告人：3号楷体", how="样式 Subtitle", wanted="楷体16磅", measure=lambda s: _look(_full_line(s, "清溪镇财政所所长"))),
    Clause(key="reporter_place", clause="惯例", asked="报告人居中（106毫米）", how="样式 Subtitle", wanted=(LEFT + RIGHT) / 2, measure=lambda s: _middle(_full_line(s, "清溪镇财政所所长"))),
    Clause(key="salutation", clause="7.3.2", asked="称谓居标题下空一行（第2行）", how="标题栏末行段后空一行", wanted=2, measure=lambda s: _lines_between(_full_line(s, "清溪镇财政所所长"), _full_line(s, "各位代表"), s), slack=0.1),
    Clause(key="salutation_place", clause="7.3.2", asked="称谓顶格（28毫米）", how="样式 Salutation", wanted=LEFT, measure=lambda s: _full_line(s, "各位代表")[0].left),
    Clause(key="level_1", clause="7.3.3", asked="一、 3号黑体", how="样式 Heading 1", wanted="黑体16磅", measure=lambda s: _look(s.line(s.levels, "一、甲项"))),
    Clause(key="level_2", clause="7.3.3", asked="（一） 3号楷体", how="样式 Heading 2", wanted="楷体16磅", measure=lambda s: _look(s.line(s.levels, "（一）乙项"))),
    Clause(key="level_3", clause="7.3.3", asked="1. 3号仿宋", how="样式 Heading 3", wanted="仿宋16磅", measure=lambda s: _look(s.line(s.levels, "1.丙项"))),
    Clause(key="level_4", clause="7.3.3", asked="（1） 3号仿宋", how="样式 Heading 4", wanted="仿宋16磅", measure=lambda s: _look(s.line(s.levels, "（1）丁项"))),
    Clause(key="run_in", clause="7.3.3", asked="段内标题用本级字体，其后为正文字体", how="字符样式 Run-in Heading", wanted="楷体16磅→仿宋16磅",
           measure=lambda s: f"{_look(s.line(s.levels, '（一）己项')[:6])}→{_look(s.line(s.levels, '（一）己项')[6:])}"),
    Clause(key="attachments_note", clause="7.3.4", asked="附件说明在正文下空一行（第2行）", how="段前空一行", wanted=2, slack=0.1,
           measure=lambda s: _lines_between(_before(s, "附件：1."), _full_line(s, "附件：1."), s)),
    Clause(key="attachments_place", clause="7.3.4", asked="附件说明左空二字（11.1毫米）", how="按附件说明计算缩进", wanted=2 * _CHARACTER, measure=lambda s: _full_line(s, "附件：1.")[0].left - LEFT, slack=0.3),
    Clause(key="attachments_turned", clause="7.3.4", asked="附件名称回行与上一行名称首字对齐（相差0毫米）", how="悬挂缩进", wanted=0, measure=_name, slack=1),
    Clause(key="organ", clause="7.3.5.2", asked="不加盖印章：署名右空二字（11.1毫米）", how="按署名与日期的长度计算", wanted=2 * _CHARACTER, measure=lambda s: RIGHT - _signed(s, "清溪镇")[-1].right),
    Clause(key="date", clause="7.3.5.2", asked="日期首字比署名首字右移二字（11.1毫米）", how="左缩进", wanted=2 * _CHARACTER, measure=lambda s: _signed(s, "2025")[0].left - _signed(s, "清溪镇")[0].left),
    Clause(key="organ_below", clause="7.3.5.2", asked="署名在正文下空一行（第2行）", how="样式 Signature", wanted=2, measure=lambda s: _lines_between(_signed(s, "会议同意"), _signed(s, "清溪镇"), s), slack=0.1),
    Clause(key="long_date", clause="7.3.5.2", asked="日期长于署名时右空二字（11.1毫米）", how="署名随之左移", wanted=2 * _CHARACTER, measure=lambda s: RIGHT - _full_line(s, "2025年1月14")[-1].right),
    Clause(key="sealed_date", clause="7.3.5.1", asked="加盖印章：日期右空四字（22.2毫米）", how="Signature(sealed=True)", wanted=4 * _CHARACTER, measure=lambda s: RIGHT - s.line(s.sealed, "2025")[-1].right),
    Clause(key="sealed_organ", clause="7.3.5.1", asked="加盖印章：署名以日期为准居中（相差0毫米）", how="按两行的长度计算", wanted=0, measure=lambda s: _middle(s.line(s.sealed, "清溪镇人民政府")) - _middle(s.line(s.sealed, "2025")), slack=1.6),
    Clause(key="note", clause="7.3.6", asked="附注居日期下一行，左空二字（11.1毫米）", how="样式 Note", wanted=2 * _CHARACTER, measure=lambda s: _full_line(s, "（此件")[0].left - LEFT, slack=0.3),
    Clause(key="attachment_label", clause="7.3.7", asked="附件另面，“附件2”3号黑体", how="样式 Attachment Label，段前分页", wanted="黑体16磅", measure=lambda s: _look(_attachment(s)[0])),
    Clause(key="attachment_first", clause="7.3.7", asked="“附件2”在版心第1行、顶格（28毫米）", how="段前分页", wanted=LEFT, measure=lambda s: _attachment(s)[0][0].left),
    Clause(key="attachment_title", clause="7.3.7", asked="附件标题在版心第3行", how="“附件2”段后空一行", wanted=3, measure=lambda s: _lines_between(_attachment(s)[0], _attachment(s)[1], s) + 1, slack=0.2),
    Clause(key="imprint", clause="7.4.2、7.4.3", asked="版记4号仿宋", how="样式 Imprint", wanted="仿宋14磅", measure=lambda s: _look(s.line(_last(s), "抄送："))),
    Clause(key="imprint_place", clause="7.4.2、7.4.3", asked="版记左空一字（4.9毫米）", how="样式 Imprint 的缩进", wanted=_SMALL, measure=lambda s: s.line(_last(s), "抄送：")[0].left - LEFT),
    Clause(key="imprint_right", clause="7.4.3", asked="印发日期右空一字（4.9毫米）", how="右对齐制表位", wanted=_SMALL, measure=lambda s: RIGHT - s.line(_last(s), "清溪镇人民政府办公室")[-1].right),
    Clause(key="imprint_rules", clause="7.4.1", asked="首末分隔线0.35毫米，中间0.25毫米", how="表格框线1磅、0.75磅", wanted="0.35、0.26、0.35", measure=_imprint_rules),
    Clause(key="imprint_width", clause="7.4.1", asked="分隔线与版心等宽（156毫米）", how="表格宽156毫米", wanted=156, measure=lambda s: s.full_rules[-1][-1].right - s.full_rules[-1][-1].left),
    Clause(key="imprint_foot", clause="7.4.1", asked="末条分隔线与版心下沿重合（262毫米）", how="浮动表格，贴版心下沿", wanted=FOOT, measure=lambda s: s.full_rules[-1][-1].top),
    Clause(key="number", clause="7.5", asked="页码4号半角宋体", how="样式 footer", wanted="宋体14磅", measure=lambda s: _look(_number(s, 0))),
    Clause(key="number_dashes", clause="7.5", asked="数字左右各一条一字线", how="页脚文字", wanted="—1—", measure=lambda s: text(_number(s, 0))),
    Clause(key="number_below", clause="7.5", asked="一字线在版心下沿之下7毫米（269毫米）", how="页脚距25毫米", wanted=FOOT + 7, measure=lambda s: _number(s, 0)[0].middle, slack=1),
    Clause(key="number_odd", clause="7.5", asked="单页码居右空一字（4.9毫米）", how="奇数页页脚右缩进", wanted=_SMALL, measure=lambda s: RIGHT - _number(s, 0)[-1].right),
    Clause(key="number_even", clause="7.5", asked="双页码居左空一字（4.9毫米）", how="偶数页页脚左缩进", wanted=_SMALL, measure=lambda s: _number(s, 1)[0].left - LEFT),
    Clause(key="number_goes_on", clause="7.5", asked="附件与正文连续编页码", how="各节续前节", wanted="连续", measure=_in_order),
    Clause(key="landscape", clause="7.6", asked="宽表排在横转的A4页", how="Table(wide=True)，单独成节", wanted="297×210毫米", measure=_landscape),
    Clause(key="landscape_head", clause="7.6", asked="单页表头在订口一边、双页在切口一边：横页上白边28毫米", how="横页是竖页向左转，上边距即竖页左边距", wanted=LEFT, measure=_wide_top, slack=1),
    Clause(key="landscape_width", clause="7.6", asked="横页表格宽225毫米", how="表格宽等于版心高", wanted=225, measure=_wide_width, slack=5),
    Clause(key="table_header", clause="7.6", asked="表头各页重复", how="标题行重复", wanted="每页都有", measure=_headers),
)  # fmt: skip


def _before(setting: Setting, start: str) -> Line:
    page = _full_page(setting, start)
    return page[page.index(setting.line(page, start)) - 1]


def _shown(value: Value) -> str:
    return value if isinstance(value, str) else f"{value:.1f}"


def table(settings: tuple[Setting, Setting]) -> str:
    """Return the table of docs/layout.md."""
    rows = [
        f"| {one.clause} | {one.asked} | {one.how} | `{one.key}` | "
        f"{_shown(one.wanted)} | {' | '.join(_shown(one.measure(setting)) for setting in settings)} |"
        for one in CLAUSES
    ]
    head = "| 条款 | 要求 | 怎样做到 | 测试 | 应为 | 标称版实测 | 补偿版实测 |\n| --- | --- | --- | --- | --- | --- | --- |"
    return "\n".join((head, *rows))


def main() -> None:
    """Measure, and write the table into docs/layout.md."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        program = office(place)
        nominal, compensated = (Setting(program, place, model) for model in PageModel)
        made = table((nominal, compensated))
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    PAGE.write_text(f"{before}{_BEGIN}\n\n{made}\n\n{_END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()

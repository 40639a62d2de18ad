"""What web pages and collections of model papers leave in a text."""

import re
from collections.abc import Iterator

from draftkit.checks.finding import Edit
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.checks.rule import Case, Found, Rules, registrar
from draftkit.tree import Role

__all__ = ["RULES"]

RULES: Rules = {}
rule = registrar(RULES, "residue")

_NORM = "党政机关公文处理工作条例第九条：公文由规定的要素组成，其余都不是公文的内容"
_SHOWN = 40
"""Characters that are marked of a line longer than a person wants to see marked."""

_BODY = "经过认真筹备，清溪镇召开了第十八届人民代表大会第四次会议，听取和审议了政府工作报告。"


def _whole(paragraph: Passage) -> tuple[Edit, ...]:
    return (Edit(paragraph.index, 0, len(paragraph.text), ""),)


@rule(
    "residue-line",
    severity="error",
    title="网页、下载站留下的行",
    zh="这一行是{reason}，不是文稿的内容，应删去",
    en="this line is left over from a web page; delete it",
    why="从网页上复制文稿时，导航、下载提示、摘要和页码会一起带下来。",
    norm=_NORM,
    fails=[
        Case(f"清溪镇人大工作总结\n发布时间:2024-01-04 热度:89\n{_BODY}", f"清溪镇人大工作总结\n{_BODY}"),
        Case(f"{_BODY}\n上一篇:关于预算的报告", _BODY),
    ],
    passes=[f"清溪镇人大工作总结\n{_BODY}"],
)
def residue_line(paper: Paper) -> Iterator[Found]:
    """Find the lines that a reader set aside."""
    for paragraph in paper.paragraphs:
        if paragraph.residue:
            end = len(paragraph.text)
            teaser = paragraph.residue == "正文摘要"
            start = max(0, end - _SHOWN) if teaser else 0
            shown = (start, end) if teaser else (0, min(end, _SHOWN + 20))
            yield Found(paragraph, *shown, {"reason": paragraph.residue}, fix=_whole(paragraph))


_SITE = re.compile(
    r"^(?:最新(?:加入|发布|更新|推荐)?(?:的)?(?:范文|文章|内容|资料).{0,6}|(?:热门|推荐|相关|精选|猜你喜欢的?|更多|精彩)(?:的)?"
    r"(?:范文|文章|报告|内容|阅读|推荐|资料|文档|搜索|标签|专题|信息|链接|下载).{0,10}|分类查询入口|一键复制|复制全文|全文复制|推荐度[:：].{0,6}|点击.{0,8}(?:下载|复制|查看).{0,8}"
    r"|.{0,10}(?:Word|WORD|word|文档|DOC|doc|PDF)\s?(?:版|文档)?.{0,6}(?:下载|打印|收藏).{0,12}|下载(?:文档|本文|全文|地址|次数|积分|原文档).{0,12}"
    r"|《[^《》\n]{2,60}\.(?:docx?|pdf|wps|txt)》?|[^，。\n]{2,50}\.(?:docx?|pdf|wps)"
    r"|(?:本文|文章|资料|稿件|信息)(?:来源|来自|地址|链接|编辑|整理).{0,30}|(?:责任)?编辑[:：].{0,12}|(?:本|此)文由.{1,20}(?:整理|收集|提供|上传).{0,10}"
    r"|(?:返回|回到)(?:首页|顶部|列表|上一页).{0,6}|(?:首页|尾页|上一页|下一页|末页)(?:[ |>·»].{0,30})?|(?:收藏|打印|关闭|分享|纠错|评论|点赞|举报|登录|注册|会员|VIP)(?:本页|本文|到|窗口|此页)?.{0,8}"
    r"|欢迎光临.{0,20}|(?:查看|阅读|浏览)人数[:：].{0,10}|上传(?:日期|时间|者)[:：].{0,20}|(?:初审|复审|终审|审核|校对|监制|责编|编审|供稿)[:：].{0,12}|发布平台[:：].{0,30}|请输入验证码|扫一扫.{0,16}|微信.{0,2}|手机APP.{0,10}|(?:版权|免责)?声明[:：].{0,60}|原标题[:：].{0,60}|来源[:：].{0,30}"
    r"|字体[:：]?[ ]?(?:大|中|小|\[).{0,10}|(?:阅读|点击|浏览|访问|下载)(?:次数|量|数|人数|率)[:：]?\s?\d{0,8}\s?次?|热度[:：]?\s?\d+|标签[:：].{0,30}|关键词[:：].{0,40}"
    r"|.{0,20}(?:范文网|公文网|文秘网|总结网|报告网|文库|范文大全|范文先生|无忧网|学习网|作文网|资料网|写作网)(?:$|[^，。]{0,20}$))$",
    re.MULTILINE,
)
_LONGEST = 70


@rule(
    "residue-site",
    severity="error",
    title="范文网站、下载站的栏目和按钮",
    zh="“{text}”是网站的栏目、按钮或下载提示，应删去",
    en="{text!r} is a site's button or download line; delete it",
    why="这些行不在文稿里，印发出去就是笑话。",
    norm=_NORM,
    fails=[
        Case(f"{_BODY}\n热门范文推荐", _BODY),
        Case(f"{_BODY}\nWord版打印与收藏", _BODY),
        Case(f"{_BODY}\n《工作报告.doc》", _BODY),
    ],
    passes=[f"{_BODY}\n相关部门要抓好落实。", "下载安装国家反诈中心软件1200人次。"],
)
def residue_site(paper: Paper) -> Iterator[Found]:
    """Find lines of a site that no reader set aside."""
    for hit in paper.finditer(_SITE):
        paragraph = hit.paragraph
        if (
            paragraph.role not in {Role.TITLE, Role.DATE, Role.ORGAN}
            and len(paragraph.text) <= _LONGEST
            and not paragraph.level
        ):
            yield Found(paragraph, hit.start, hit.end, fix=_whole(paragraph))


_COLLECTION = re.compile(
    r"[（(【\[](?:精选|共|通用|最新|合集|优秀|热门|优选|推荐|实用|经典)?[0-9一二三四五六七八九十]{1,3}[篇份则](?:范文|通用|合集)?[）)】\]]|(?:精选|通用|汇总|合集|集锦|优秀)[0-9一二三四五六七八九十]{0,3}篇"
    r"|(?<![0-9])[0-9]{3,5}字(?:左右|以上)?$|(?<![0-9一二三四五六七八九十])篇[0-9]{1,2}$|^第[0-9]{1,2}篇|^[【\[（(]?(?:第[一二三四五六七八九十]{1,3}篇|篇[一二三四五六七八九十]{1,3})[】\]）)]?(?=[:：\s])"
    r"|(?:范文|模板|样本|优秀范例)(?:[0-9一二三四五六七八九十]{0,3}篇?)?$",
    re.MULTILINE,
)


@rule(
    "residue-collection",
    severity="error",
    title="范文集的编号和字数",
    zh="“{text}”是范文集的编号、篇数或字数，应删去",
    en="{text!r} is the number or the length of a model paper; delete it",
    why="“篇一”“（三篇）”“2100字”是网站编排范文时加的。",
    norm=_NORM,
    fails=["乡镇人大工作总结（三篇）\n" + _BODY, "乡镇人大工作总结范文\n" + _BODY],
    passes=["清溪镇人大工作总结\n" + _BODY, "一是写好三篇文章。", "印发学习资料，全文共计2100字。"],
)
def residue_collection(paper: Paper) -> Iterator[Found]:
    """Find the marks of collections of model papers, in titles and short lines."""
    for hit in paper.finditer(_COLLECTION):
        paragraph = hit.paragraph
        if len(paragraph.text) <= _LONGEST and not re.search("[。；]", paragraph.text):
            yield Found(paragraph, hit.start, hit.end)


_IN_TEXT = re.compile(
    r"https?://[^\s\u4e00-\u9fff，。]{3,200}|(?<![A-Za-z0-9])www\.[A-Za-z0-9.\-/]{3,100}|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|hellip|#\d{2,6});"
    r"|</?(?:br|p|div|span|strong|font|table|tr|td|img|a)\b[^<>\n]{0,100}>|第[ ]?\d{1,3}[ ]?页[ ，,/]{0,2}共[ ]?\d{1,3}[ ]?页|\[page\]|\[/?(?:b|i|url|img)\]"
    r"|(?:此处|以下|中间)(?:隐藏|省略)\d*字|(?:点击|展开|查看|阅读)(?:查看)?(?:全文|更多|剩余)|转载请注明.{0,20}|未经(?:授权|许可).{0,8}转载|全文共\d+字"
    r"|(?:扫码|扫描二维码|长按).{0,10}(?:关注|识别)|[A-Za-z0-9._-]{1,40}@[A-Za-z0-9-]{1,40}\.(?:com|cn|net)|(?<=[\u4e00-\u9fff])[0-9]{1,3}/[1-9][0-9]{1,2}(?=[\u4e00-\u9fff])(?!以上)|(?<=[\u4e00-\u9fff])[（(][a-zü]?[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜa-z]{1,6}[）)](?=[\u4e00-\u9fff，。；、])|[【（(](?:最新|精选|优秀|通用|汇总|合集|优选)[0-9]{1,2}篇[】）)]|^[0-9]{1,3}/[0-9]{1,3}(?=[\u4e00-\u9fff])|[\u200b-\u200f\ufeff\ue000-\uf8ff\ufffd\u2028]+",
    re.MULTILINE,
)


@rule(
    "residue-inside",
    severity="error",
    title="正文里夹着网页代码、网址、页码",
    zh="“{text}”不是文稿的内容，应删去",
    en="{text!r} doesn't belong to the paper; delete it",
    why="网页转成文本时，代码、网址、页码和看不见的字符会夹进句子里。",
    norm=_NORM,
    fails=[
        "全镇上下&nbsp;团结奋斗。",
        "会议听取了第 3 页 共 8 页政府工作报告。",
        "详见https://example.org/a。",
        "如有侵权请联系邮箱：site@example.com。",
    ],
    passes=[
        "全镇上下团结奋斗。",
        "代表们翻到第3页逐项审议。",
        "请将回执报镇人大办公室，电子邮箱：qingxi@example.com。",
        "请将回执发至qingxi@example.com。",
        "联系方式：李明，13800000000，qingxi@example.com。",
        "征求意见稿登在县人大网站（网址：https://example.org/a），请于3月底前反馈。",
    ],
)
def residue_inside(paper: Paper) -> Iterator[Found]:
    """Find code, addresses and page numbers inside the text; an address that one is told to write to is the paper's own."""
    for hit in paper.finditer(_IN_TEXT):
        if not (_ADDRESS.match(hit[0]) and _is_contact(hit.paragraph.text[max(0, hit.start - _BEFORE) : hit.start])):
            yield Found(hit.paragraph, hit.start, hit.end)


_ADDRESS = re.compile(r"https?://|www\.|[^@\s]+@")
_BEFORE = 60
_CONTACT = re.compile(
    r"(?:邮箱|邮件|信箱|电邮|[Ee]-?[Mm]ail|网址|登录|登陆|访问|[寄发报送传投])(?:地址)?(?:为|是|至|到)?\s*[：:（(“]?\s*$"
    r"|(?:联系方式|联系人)[：:][^。；\n]{0,50}$"
)
_OF_SITE = re.compile("(?:本文|原文|来源|转载|下载|侵权|投稿|客服|站长|小编|本站)[^。\n]{0,20}$")
"""What a site says of itself: its addresses belong to it and not to the paper."""


def _is_contact(before: str) -> bool:
    return _CONTACT.search(before) is not None and _OF_SITE.search(before) is None


_TWICE = re.compile(r"(?P<heading>[一二三四五六七八九十]{1,3}、[^。；\n]{6,30}?)[ ]?(?P=heading)")


@rule(
    "residue-twice",
    severity="error",
    title="标题在同一行里出现两次",
    zh="标题“{heading}”在同一行里出现了两次，应删去一个",
    en="the heading stands twice on the line",
    why="从演示文稿、版式文件转成文本时，标题会重出一遍。",
    norm=_NORM,
    fails=["二、加强学习培训，提高履职能力二、加强学习培训，提高履职能力"],
    passes=["二、加强学习培训，提高履职能力"],
)
def residue_twice(paper: Paper) -> Iterator[Found]:
    """Find headings that are said twice in a row."""
    for hit in paper.finditer(_TWICE):
        yield Found(hit.paragraph, hit.start, hit.end, {"heading": hit["heading"]})


_INTRO = re.compile(
    r"(?:以下|下面|本文)是?(?:由)?小编[^。\n]{0,40}|小编(?:为|给|整理|精心|收集|带来)[^。\n]{0,40}|(?:给|为)大家(?:分享|整理|收集|带来|提供)[^。\n]{0,20}(?:范文|模板|文章)"
    r"|希望(?:能|可以|能够)?(?:对|为|给)?(?:大家|你|您|各位读者)(?:有所|能有|提供|带来|有)[^。\n]{0,10}(?:帮助|参考|灵感|借鉴|启发)|(?:仅)?供(?:大家|您|你)(?:参考|借鉴|阅读)|欢迎(?:阅读|大家阅读|借鉴|下载)|(?:范文|模板)[，](?:希望|供|欢迎)"
)


@rule(
    "residue-intro",
    severity="error",
    title="范文网站的引言",
    zh="“{text}”是网站编辑写的引言，不是文稿的内容，应删去",
    en="{text!r} was written by a site's editor; delete it",
    why="网站在范文前后加几句话招揽读者。",
    norm=_NORM,
    fails=[
        "在这里给大家分享一些写作总结的范文，希望能为大家提供一些灵感。",
        f"{_BODY}以下是小编整理的乡镇人大工作总结。",
    ],
    passes=["希望大家提出宝贵意见。", "镇人大为大家提供了学习资料。"],
)
def residue_intro(paper: Paper) -> Iterator[Found]:
    """Find what a site's editor says about a model paper."""
    for hit in paper.finditer(_INTRO):
        yield Found(hit.paragraph, hit.start, hit.end)


_NOISE = re.compile(
    r"关于|[的《》“”\s，,：:（()）【】]|草案|[一二三四五六七八九十]篇|^篇[一二三四五六七八九十]|[0-9]{3,5}字$|20[0-9]{2}年度?|范文"
)
_OPENING = re.compile(r"[^，,：:。；;]{6,60}(?=[，,：:])")
_SHORTEST = 6
_HEAD = 8
"""Paragraphs at the top, in which a title may stand."""


def _key(text: str) -> str:
    return _NOISE.sub("", text)


@rule(
    "residue-title",
    severity="error",
    title="标题重复，或夹进正文",
    zh="标题在这里又出现了一次（“{text}”），应删去",
    en="the title is said again here; delete it",
    why="网站把标题放在页首、文前、文末各一次，有时还插进段落里，切断了句子。",
    norm=_NORM,
    fails=[
        f"关于政府工作报告的决议\n{_BODY}\n政府工作报告决议，会议同意这个报告。",
    ],
    passes=[f"清溪镇人大2024年工作总结\n{_BODY}", "关于政府工作报告的决议\n会议认为，政府工作报告实事求是。"],
)
def residue_title(paper: Paper) -> Iterator[Found]:
    """Find the title said again: as a line, or as the opening of a paragraph."""
    keys: set[str] = set()
    titles = {key for key in map(_key, paper.titles) if len(key) >= _SHORTEST}
    for place, paragraph in enumerate(paper.paragraphs):
        line_key = _key(paragraph.text) if len(paragraph.text) <= _LONGEST else ""
        is_line = len(line_key) >= _SHORTEST and not re.search("[。；，,：:]", paragraph.text)
        if is_line and line_key in keys and not paragraph.residue and not paragraph.level:
            yield Found(paragraph, 0, len(paragraph.text))
        elif is_line and (place < _HEAD or paragraph.role in {Role.TITLE, Role.PART}) and _is_name(paragraph.text):
            keys.add(line_key)
        elif not paragraph.residue and not paragraph.level:
            yield from _openings(paragraph, keys, titles)


def _is_name(text: str) -> bool:
    return re.search("(?:决议|决定|报告|总结|纪要|公告|要点|意见|讲话|草案|（.{1,4}）|\\(.{1,4}\\))$", text) is not None


def _openings(paragraph: Passage, *keys: set[str]) -> Iterator[Found]:
    for start in {0, *(piece.start for piece in paragraph.pieces)}:
        opening = _OPENING.match(paragraph.text, start)
        if opening and any(_key(opening[0]) in each for each in keys):
            yield Found(paragraph, start, opening.end() + 1)

"""The templates and the data of the benchmarks: as heavy as Word saves them, no heavier.

python-docx's default template holds 790 KB of styles and flatters whoever compiles once; here
styles take 24 KB, theme, fonts and settings what Word gives a plain paper.
"""

import io
import zipfile
from random import Random
from typing import Any, Final
from xml.sax.saxutils import escape

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE: Final = R + "/"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
TYPE: Final = "application/vnd.openxmlformats-officedocument."
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MICROSOFT: Final = "http://schemas.microsoft.com/office/"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/"
_OTHERS: Final = {
    "wpc": _MICROSOFT + "word/2010/wordprocessingCanvas",
    "cx": _MICROSOFT + "drawing/2014/chartex",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "aink": _MICROSOFT + "drawing/2016/ink",
    "am3d": _MICROSOFT + "drawing/2017/model3d",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "wp14": _MICROSOFT + "word/2010/wordprocessingDrawing",
    "wp": _DRAWING + "wordprocessingDrawing",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w14": _MICROSOFT + "word/2010/wordml",
    "w15": _MICROSOFT + "word/2012/wordml",
    "w16cex": _MICROSOFT + "word/2018/wordml/cex",
    "w16cid": _MICROSOFT + "word/2016/wordml/cid",
    "w16": _MICROSOFT + "word/2018/wordml",
    "w16se": _MICROSOFT + "word/2015/wordml/symex",
    "wpg": _MICROSOFT + "word/2010/wordprocessingGroup",
    "wpi": _MICROSOFT + "word/2010/wordprocessingInk",
    "wne": _MICROSOFT + "word/2006/wordml",
    "wps": _MICROSOFT + "word/2010/wordprocessingShape",
}
SPACES: Final = " ".join(
    (
        f'xmlns:w="{W}" xmlns:r="{R}"',
        *(f'xmlns:{prefix}="{name}"' for prefix, name in _OTHERS.items()),
        'mc:Ignorable="w14 w15 w16se w16cid w16 w16cex wp14"',
    )
)
"""The namespaces that Word declares in each of its parts."""

LATENT: Final = [
    "Normal",
    "heading 1",
    "heading 2",
    "heading 3",
    "heading 4",
    "heading 5",
    "heading 6",
    "toc 1",
    "toc 2",
    "toc 3",
    "Normal Indent",
    "footnote text",
    "annotation text",
    "header",
    "footer",
    "caption",
    "table of figures",
    "envelope address",
    "footnote reference",
    "line number",
    "page number",
    "List",
    "List Bullet",
    "List Number",
    "Title",
    "Closing",
    "Signature",
    "Body Text",
    "Body Text Indent",
    "Subtitle",
    "Salutation",
    "Date",
    "Hyperlink",
    "Strong",
    "Emphasis",
    "Document Map",
    "Plain Text",
    "Normal Table",
    "Table Grid",
    "Placeholder Text",
    "No Spacing",
    "Light Shading",
    "Light List",
]


def styles(size: int = 24_000) -> str:
    """Return a part of styles of about `size` bytes."""
    latent = "".join(
        f'<w:lsdException w:name="{name} {number}" w:semiHidden="1" w:uiPriority="{number % 99}" w:unhideWhenUsed="1"/>'
        for number in range(size // (len(LATENT) * 92) + 1)
        for name in LATENT
    )
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="a"/><w:qFormat/>'
        f'<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:rPr><w:rFonts w:eastAsia="{font}"/>'
        '<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>'
        for key, name, font in (
            ("1", "heading 1", "黑体"),
            ("2", "heading 2", "楷体_GB2312"),
            ("a3", "Body Text", "仿宋_GB2312"),
            ("a4", "Title", "方正小标宋_GBK"),
            ("a5", "header", "宋体"),
            ("a6", "footer", "宋体"),
        )
    )
    return (
        f"{DECLARATION}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
        'w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        '<w:sz w:val="32"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:latentStyles '
        f'w:defLockedState="0" w:defUIPriority="99" w:count="376">{latent}</w:latentStyles><w:style '
        'w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr>'
        f"</w:style>{named}</w:styles>"
    )


def paragraph(text: str, style: str = "a3", hint: str = "eastAsia") -> str:
    """Return a paragraph as Word writes one."""
    return (
        f'<w:p w14:paraId="1A2B3C4D" w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:rPr><w:rFonts w:hint="{hint}"/></w:rPr></w:pPr><w:r><w:rPr><w:rFonts w:hint="{hint}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def cell(text: str) -> str:
    """Return a table's cell."""
    return f'<w:tc><w:tcPr><w:tcW w:w="1769" w:type="dxa"/></w:tcPr>{paragraph(text)}</w:tc>'


def row(*texts: str) -> str:
    """Return a table's row."""
    return f'<w:tr w:rsidR="00A77B3E">{"".join(map(cell, texts))}</w:tr>'


COLUMNS: Final = ("name", "received", "answered", "resolved", "note")


def table() -> str:
    """Return a table of five columns, looped over its rows."""
    grid = '<w:gridCol w:w="1769"/>' * len(COLUMNS)
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{row('单位', '收到', '答复', '解决', '备注')}"
        f"{row('{%tr for row in rows %}', '', '', '', '')}"
        f"{row(*('{{ row.' + name + ' }}' for name in COLUMNS))}{row('{%tr endfor %}', '', '', '', '')}</w:tbl>"
    )


def report_body() -> str:
    """Return a report's body: sections with headings, paragraphs with headings, a table."""
    return "".join(
        (
            paragraph("{{ title }}", "a4"),
            paragraph("{%p for section in sections %}"),
            paragraph("{{ section.label }}{{ section.title }}", "1"),
            paragraph("{%p for text in section.texts %}"),
            paragraph("{{ text.heading }}", "2"),
            paragraph("{%p for line in text.lines %}"),
            paragraph("{{ line }}"),
            paragraph("{%p endfor %}"),
            paragraph("{%p endfor %}"),
            paragraph("{%p endfor %}"),
            table(),
            paragraph("{{ organ }}"),
            paragraph("{{ date }}"),
        )
    )


FIELDS: Final = (
    "title", "congress", "session", "presenter", "date", "organ", "present", "deputies", "approve", "against", "abstain", "year",
)  # fmt: skip


def page_body() -> str:
    """Return a one-page paper with twelve fields."""
    return "".join(
        (
            paragraph("{{ title }}", "a4"),
            paragraph("（{{ date }}{{ congress }}{{ session }}通过）"),
            paragraph("{{ congress }}{{ session }}听取和审议了{{ presenter }}作的{{ year }}年工作报告。"),
            paragraph(
                "会议应到代表{{ deputies }}人，实到{{ present }}人，赞成{{ approve }}票，反对{{ against }}票，弃权{{ abstain }}票。"
            ),
            paragraph("会议号召，全镇各级国家机关和全体人民紧密团结起来，为完成各项任务而努力奋斗。"),
            paragraph("{{ organ }}"),
        )
    )


def static_body(paragraphs: int) -> str:
    """Return a template with so many paragraphs, a field in each tenth."""
    text = "镇人大主席团认真履行宪法和法律赋予的职责，各项工作取得新进展。" * 2
    return "".join(paragraph(f"{text}{{{{ title }}}}" if number % 10 == 0 else text) for number in range(paragraphs))


def template(body: str) -> bytes:
    """Return a template of `body` with a header, a footer, properties and what Word puts beside them."""
    relations = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "header", "header1.xml"),
        ("rId3", "footer", "footer1.xml"),
        ("rId4", "fontTable", "fontTable.xml"),
        ("rId5", "settings", "settings.xml"),
        ("rId6", "theme", "theme/theme1.xml"),
    ]
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" '
        'w:header="851" w:footer="1417" w:gutter="0"/><w:docGrid w:type="linesAndChars" w:linePitch="579"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            [
                ("rId1", OFFICE + "officeDocument", "word/document.xml"),
                ("rId2", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "word/_rels/document.xml.rels": _relations([(one, OFFICE + kind, target) for one, kind, target in relations]),
        "word/document.xml": f"{DECLARATION}<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>",
        "word/header1.xml": f"{DECLARATION}<w:hdr {SPACES}>{paragraph('', 'a5')}</w:hdr>",
        "word/footer1.xml": f"{DECLARATION}<w:ftr {SPACES}>{paragraph('— {{ organ }} —', 'a6')}</w:ftr>",
        "word/styles.xml": styles(),
        "word/theme/theme1.xml": _theme(),
        "word/fontTable.xml": f"{DECLARATION}<w:fonts {SPACES}>{_fonts()}</w:fonts>",
        "word/settings.xml": f'{DECLARATION}<w:settings {SPACES}><w:zoom w:percent="100"/>'
        '<w:evenAndOddHeaders w:val="0"/><w:defaultTabStop w:val="420"/></w:settings>',
        "docProps/core.xml": f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ title }}</dc:title><dc:creator></dc:creator>'
        "</cp:coreProperties>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _fonts() -> str:
    return "".join(
        f'<w:font w:name="{name}"><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        for name in ("仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋_GBK", "宋体", "Times New Roman")
    )


def _theme() -> str:
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{number * 123457 % 0xFFFFFF:06X}"/></a:{name}>' for number, name in enumerate(names)
    )
    fonts = "".join(f'<a:font script="S{number:03d}" typeface="Typeface {number}"/>' for number in range(60))
    fills = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>' + fonts
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office">'
        f'<a:themeElements><a:clrScheme name="Office">{colours}</a:clrScheme><a:fontScheme name="Office"><a:majorFont>'
        f'{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>'
        f"{fills}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fills}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _relations(items: list[tuple[str, str, str]]) -> str:
    found = "".join(f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/>' for one, kind, target in items)
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}relationships">{found}</Relationships>'


def _types() -> str:
    kinds = {
        "word/document.xml": "wordprocessingml.document.main",
        "word/styles.xml": "wordprocessingml.styles",
        "word/header1.xml": "wordprocessingml.header",
        "word/footer1.xml": "wordprocessingml.footer",
        "word/fontTable.xml": "wordprocessingml.fontTable",
        "word/settings.xml": "wordprocessingml.settings",
        "word/theme/theme1.xml": "theme",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPE}{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


_WORDS: Final = [
    "坚持",
    "围绕",
    "服务",
    "推动",
    "落实",
    "依法",
    "监督",
    "审议",
    "听取",
    "组织",
    "开展",
    "视察",
    "调研",
    "督办",
    "建议",
    "代表",
    "群众",
    "选民",
    "联络站",
    "主席团",
    "镇政府",
    "工作报告",
    "专项",
    "执法检查",
    "意见",
    "问题",
    "整改",
    "成效",
    "乡村",
    "产业",
    "道路",
    "饮水",
    "医疗",
    "教育",
    "养老",
    "环境",
    "河道",
    "垃圾",
    "安全",
    "生产",
    "财政",
    "预算",
    "项目",
    "投资",
    "农业",
    "水稻",
    "茶叶",
    "合作社",
    "村集体",
    "收入",
    "增长",
    "提高",
    "完善",
    "制度",
    "机制",
    "规范",
    "程序",
    "会议",
    "决议",
    "决定",
    "任免",
    "选举",
    "述职",
    "评议",
    "培训",
    "学习",
    "宪法",
    "法律",
    "法规",
    "普法",
    "宣传",
    "民生",
    "实事",
    "票决",
    "征集",
    "办理",
    "答复",
    "满意",
    "走访",
    "接待",
    "座谈",
    "协商",
    "基层",
    "治理",
    "平安",
    "矛盾",
    "化解",
    "信访",
    "社区",
    "网格",
    "志愿",
    "文化",
    "体育",
    "旅游",
    "生态",
    "绿色",
    "发展",
    "改革",
    "创新",
    "开放",
    "数字",
    "信息",
    "公开",
    "透明",
    "作风",
    "纪律",
]
_WORDY: Final = 0.93
_COMMAS: Final = 0.16
"""The shares of words among words and numbers, and of commas behind them."""
_NUMBERS: Final = ("3次", "8项", "26条", "117件", "320人次", "97.1%", "12个村", "4.6公里", "1200万元", "85户")


def _text(random: Random, length: int) -> str:
    """Return about `length` characters that are as varied as a real report's."""
    pieces: list[str] = []
    size = 0
    while size < length:
        word = random.choice(_WORDS) if random.random() < _WORDY else random.choice(_NUMBERS)
        mark = "，" if random.random() < _COMMAS else ""
        pieces.append(word + mark)
        size += len(pieces[-1])
    return "".join(pieces).rstrip("，") + "。"


def report_data(paragraphs: int = 60) -> dict[str, Any]:
    """Return a report's data: `paragraphs` of body text, headings for six in ten, a table of ten rows."""
    random = Random(9704)  # noqa: S311 - the same text in every run
    lines = [_text(random, 84) for _ in range(paragraphs)]
    texts = [
        {"heading": f"（{number + 1}）{_text(random, 14)}", "lines": lines[start : start + 2]}
        for number, start in enumerate(range(0, paragraphs, 2))
    ]
    return {
        "title": "关于镇人大主席团工作的报告",
        "organ": "清溪镇人民代表大会主席团",
        "date": "2025年1月10日",
        "sections": [
            {"label": f"{start // 5 + 1}、", "title": _text(random, 14)[:-1], "texts": texts[start : start + 5]}
            for start in range(0, len(texts), 5)
        ],
        "rows": [
            {
                "name": f"第{number}办公室",
                "received": number,
                "answered": number,
                "resolved": number - 1,
                "note": _text(random, 6),
            }
            for number in range(1, 11)
        ],
    }


def page_data() -> dict[str, Any]:
    """Return the data of the one-page paper."""
    return {
        "title": "关于政府工作报告的决议", "congress": "清溪镇第十八届人民代表大会", "session": "第四次会议",
        "presenter": "镇长王芳同志", "date": "2025年1月14日", "organ": "清溪镇人民代表大会主席团", "present": 82,
        "deputies": 86, "approve": 81, "against": 0, "abstain": 1, "year": 2024,
    }  # fmt: skip

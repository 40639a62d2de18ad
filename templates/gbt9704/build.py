"""Build the house style of GB/T 9704-2012: `nominal.docx` and `compensated.docx`, beside this file.

    python templates/gbt9704/build.py

Every part is written from scratch, so that nothing of Word's defaults (theme fonts, a Western
default language, the part `stylesWithEffects`) stands in the way. The same script makes the
same bytes. A template may as well be changed by hand, in Word or WPS; this script is then of no more use.

Lengths are in twips (1/20 pt; 56.7 to the millimetre), sizes of type in half points.
"""

from pathlib import Path

from attrs import frozen

from draftkit.template.package import pack

HERE = Path(__file__).resolve().parent

# Typefaces and sizes: GB/T 9704-2012, 5.2.2, 7.3.1, 7.3.3, 7.5.
SONG = "方正小标宋简体"
FANG = "仿宋_GB2312"
KAI = "楷体_GB2312"
HEI = "黑体"
PAGE_NUMBER_FONT = "宋体"
SIZE_2 = 44
SIZE_3 = 32
SIZE_4 = 28

# Each font by another name, used where the first one isn't installed.
FONTS = {SONG: "方正小标宋_GBK", FANG: "仿宋", KAI: "楷体", HEI: "SimHei", PAGE_NUMBER_FONT: "SimSun"}

# 28 characters in 156 mm (5.2.3): 16 pt type alone gives 27, so each gives up a quarter of a point.
TIGHTEN = -5
CHARACTER = SIZE_3 * 10 + TIGHTEN
TWO_CHARACTERS = 2 * CHARACTER


def mm(length: float) -> int:
    """Return `length` in twips."""
    return round(length * 1440 / 25.4)


@frozen(kw_only=True)
class Page:
    """A page model: where the grid of lines lies on the sheet.

    Args:
        top: The white above the grid, in millimetres.
        bottom: The white below it.
        pitch: The height of a line, in twips; 22 of them fill the grid (5.2.3).
    """

    top: float
    bottom: float
    pitch: int


# The margins of 5.2.1 as they stand: type lies in the middle of its line, so its top is lower by 2.5 mm.
NOMINAL = Page(top=37, bottom=35, pitch=579)
# The grid a little larger, so that the tops and feet of the type itself span the 225 mm.
COMPENSATED = Page(top=34.58, bottom=32.58, pitch=589)
PAGES = {"nominal": NOMINAL, "compensated": COMPENSATED}

# GB/T 9704-2012, 5.1 and 5.2.1: A4; binding edge 28 mm; 156 mm of text leave 26 mm on the right.
WIDTH, HEIGHT = mm(210), mm(297)
LEFT, RIGHT = mm(28), mm(26)
# 7.5: the number's dashes lie 7 mm below the text area.
FOOTER = mm(25)
ONE_SMALL_CHARACTER = SIZE_4 * 10

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

INDENT = f'<w:ind w:firstLineChars="200" w:firstLine="{TWO_CHARACTERS}"/>'
CENTRED = '<w:jc w:val="center"/>'
HINT = ' w:hint="eastAsia"'


def fonts(name: str, hint: str = "") -> str:
    """Return the font `name` for every script: quotes and dashes have none of their own."""
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"{hint}/>'


def type_of(name: str | None = None, *, size: int | None = None, tighten: int | None = None) -> str:
    """Return the run properties of a font, a size and a spacing, in the schema's order."""
    return "".join(
        (
            fonts(name) if name else "",
            "" if tighten is None else f'<w:spacing w:val="{tighten}"/>',
            "" if size is None else f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        )
    )


@frozen(kw_only=True)
class Style:
    """A style of the template.

    Args:
        name: Its name; the built-in ones as Word writes them in a file.
        kind: What it is put on: paragraph, character or table.
        base: The id of the style that it stands on.
        next: The id of the style of the paragraph typed behind it.
        paragraph: Its paragraph properties.
        run: Its run properties.
        table: Its table properties.
        custom: Whether Word doesn't know it.
    """

    name: str
    kind: str = "paragraph"
    base: str = "Normal"
    next: str = ""
    paragraph: str = ""
    run: str = ""
    table: str = ""
    custom: bool = False

    @property
    def id(self) -> str:
        """The id that paragraphs and runs name it by."""
        return "".join(word[:1].upper() + word[1:] for word in self.name.replace("-", " ").split())

    def xml(self) -> str:
        """Return the style's element."""
        custom = ' w:customStyle="1"' if self.custom else ""
        return "".join(
            (
                f'<w:style w:type="{self.kind}"{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"/>',
                f'<w:basedOn w:val="{self.base}"/>' if self.base else "",
                f'<w:next w:val="{self.next}"/>' if self.next else "",
                "<w:qFormat/>",
                f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "",
                f"<w:rPr>{self.run}</w:rPr>" if self.run else "",
                f"<w:tblPr>{self.table}</w:tblPr>" if self.table else "",
                "</w:style>",
            )
        )


def blank_line(page: Page, side: str) -> str:
    """Return one line of white before or after a paragraph."""
    return f'<w:spacing w:{side}Lines="100" w:{side}="{page.pitch}"/>'


def title_block_styles(page: Page) -> tuple[Style, ...]:
    """Return the styles above the text (7.3.1, 7.3.2; the rest by the practice of meetings)."""
    # A 22 pt line snapped to the grid would take two lines of it in Word.
    line = f'<w:snapToGrid w:val="0"/><w:spacing w:line="{page.pitch}" w:lineRule="exact"/>'
    return (
        Style(name="Corner Label", next="Title", paragraph=blank_line(page, "after"), run=type_of(HEI), custom=True),
        Style(
            name="Title",
            next="BodyText",
            paragraph=f"<w:keepNext/>{line}{CENTRED}",
            run=type_of(SONG, size=SIZE_2, tighten=0),
        ),
        Style(name="Subtitle", next="BodyText", paragraph=CENTRED, run=type_of(KAI)),
        Style(name="Salutation", next="BodyText"),
    )


def text_styles() -> tuple[Style, ...]:
    """Return the styles of the text: 3号, two characters in, and its headings (5.2.2, 7.3.3)."""
    faces = (HEI, KAI, FANG, FANG, FANG)
    headings = tuple(
        Style(
            name=f"heading {level}",
            next="BodyText",
            paragraph=f'<w:keepNext/>{INDENT}<w:outlineLvl w:val="{level - 1}"/>',
            run=type_of(face),
        )
        for level, face in enumerate(faces, start=1)
    )
    part = f'<w:keepNext/>{CENTRED}<w:outlineLvl w:val="0"/>'
    return (
        Style(name="Body Text", paragraph=INDENT),
        Style(name="List", base="BodyText"),
        Style(name="Part Heading", next="BodyText", paragraph=part, run=type_of(HEI), custom=True),
        *headings,
        *(run_in_style(f"Run-in Heading {level}", face) for level, face in enumerate(faces, start=1)),
        run_in_style("Run-in Point", KAI),
    )


def run_in_style(name: str, face: str) -> Style:
    """Return the style of a heading that opens a paragraph."""
    return Style(name=name, kind="character", base="DefaultParagraphFont", run=type_of(face), custom=True)


def closing_styles(page: Page) -> tuple[Style, ...]:
    """Return the styles of the signature (7.3.5); how far each line stands in depends on their lengths."""
    right = '<w:jc w:val="right"/>'
    return (
        Style(name="Signature", next="Date", paragraph=f"<w:keepNext/>{blank_line(page, 'before')}{right}"),
        Style(name="Date", paragraph=right),
        Style(name="header"),
        Style(
            name="footer",
            paragraph='<w:snapToGrid w:val="0"/>',
            run=type_of(PAGE_NUMBER_FONT, size=SIZE_4, tighten=0),
        ),
    )


def table_styles() -> tuple[Style, ...]:
    """Return the styles of tables: a fixed pitch would clip what stands in a cell."""
    cell = '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'
    small = type_of(size=SIZE_4, tighten=0)
    edge = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        Style(name="caption", next="BodyText", paragraph=f"<w:keepNext/>{CENTRED}", run=type_of(HEI)),
        Style(name="Table Unit", paragraph='<w:keepNext/><w:jc w:val="right"/>', run=type_of(size=SIZE_4), custom=True),
        Style(
            name="Table Heading",
            paragraph=f"{cell}{CENTRED}",
            run=type_of(HEI, size=SIZE_4, tighten=0),
            custom=True,
        ),
        Style(name="Table Text", paragraph=f'{cell}<w:jc w:val="left"/>', run=small, custom=True),
        Style(name="Table Figure", paragraph=f'{cell}<w:jc w:val="right"/>', run=small, custom=True),
        Style(name="Table Grid", kind="table", base="TableNormal", table=f"<w:tblBorders>{edge}</w:tblBorders>"),
    )


DEFAULT_STYLES = (
    # Every page holds 22 lines: no line moves over to keep another one company (widowControl), no mark
    # hangs in the margin (overflowPunct), and nothing is put between Chinese and figures (autoSpace…).
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>'
    '<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:jc w:val="both"/></w:pPr>'
    f"<w:rPr>{type_of(FANG, size=SIZE_3, tighten=TIGHTEN)}</w:rPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def part(tag: str, content: str) -> bytes:
    """Return a part whose root is `w:tag`."""
    return f'{DECLARATION}<w:{tag} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{tag}>'.encode()


def styles(page: Page) -> bytes:
    """Return the part with all styles."""
    languages = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = f"<w:rPrDefault><w:rPr>{type_of(FANG, size=SIZE_3)}{languages}</w:rPr></w:rPrDefault><w:pPrDefault/>"
    own = (*title_block_styles(page), *text_styles(), *closing_styles(page), *table_styles())
    return part(
        "styles", f"<w:docDefaults>{defaults}</w:docDefaults>{DEFAULT_STYLES}{''.join(style.xml() for style in own)}"
    )


def numbering() -> bytes:
    """Return the list of the headings' labels (7.3.3), for whoever wants Word to count."""
    levels = (
        ("chineseCountingThousand", "%1、", HEI),
        ("chineseCountingThousand", "（%2）", KAI),
        ("decimal", "%3.", FANG),
        ("decimal", "（%4）", FANG),
        ("decimalEnclosedCircleChinese", "%5", FANG),
    )
    content = "".join(level(number, *each) for number, each in enumerate(levels))
    return part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/><w:name w:val="draftkit headings"/>'
        f"{content}</w:abstractNum>",
    )


def level(number: int, form: str, text: str, face: str) -> str:
    """Return a level of the list: a label, and nothing between it and the heading."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="{TWO_CHARACTERS}"/></w:pPr>'
        f"<w:rPr>{fonts(face, HINT)}</w:rPr></w:lvl>"
    )


def footer(side: str, alignment: str) -> bytes:
    """Return a page number between its dashes, one character in from `side` (7.5)."""

    def run(content: str) -> str:
        return f"<w:r><w:rPr><w:rFonts{HINT}/></w:rPr>{content}</w:r>"

    def mark(kind: str) -> str:
        return run(f'<w:fldChar w:fldCharType="{kind}"/>')

    kept = 'xml:space="preserve"'
    place = f'<w:ind w:{side}="{ONE_SMALL_CHARACTER}"/><w:jc w:val="{alignment}"/>'
    number = (
        run(f"<w:t {kept}>— </w:t>"),
        mark("begin"),
        run(f"<w:instrText {kept}> PAGE </w:instrText>"),
        mark("separate"),
        run("<w:t>1</w:t>"),
        mark("end"),
        run(f"<w:t {kept}> —</w:t>"),
    )
    return part("ftr", f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{place}</w:pPr>{"".join(number)}</w:p>')


def document(page: Page) -> bytes:
    """Return the body: the mark where the paper goes, and the page (5.1, 5.2)."""
    return part(
        "document",
        '<w:body><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>{{p body }}</w:t></w:r></w:p><w:sectPr>'
        '<w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/>'
        f'<w:pgSz w:w="{WIDTH}" w:h="{HEIGHT}"/>'
        f'<w:pgMar w:top="{mm(page.top)}" w:right="{RIGHT}" w:bottom="{mm(page.bottom)}" w:left="{LEFT}"'
        f' w:header="{mm(15)}" w:footer="{FOOTER}" w:gutter="0"/><w:cols w:space="425"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{page.pitch}"/></w:sectPr></w:body>',
    )


def settings() -> bytes:
    """Return the settings: odd and even pages differ, the languages, full-width marks, Word 2013 or later."""
    return part(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
    )


def font_table() -> bytes:
    """Return the fonts, each with the one to use where it is missing."""
    return part(
        "fonts",
        "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
            for name, other in FONTS.items()
        ),
    )


def theme() -> bytes:
    """Return the theme that a document must have; no style here takes a font or a colour from it."""
    dark, light = '<a:sysClr val="windowText" lastClr="000000"/>', '<a:sysClr val="window" lastClr="FFFFFF"/>'
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    colours = "".join(f"<a:{name}>{light if name[:2] == 'lt' else dark}</a:{name}>" for name in names)
    face = f'<a:latin typeface="{FANG}"/><a:ea typeface="{FANG}"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="{DRAWING}" name="draftkit"><a:themeElements>'
        f'<a:clrScheme name="draftkit">{colours}</a:clrScheme><a:fontScheme name="draftkit">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="draftkit"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    ).encode()


CORE = (
    f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ title }}</dc:title><dc:language>zh-CN</dc:language>'
    "</cp:coreProperties>"
).encode()
APP = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>draftkit</Application></Properties>"
).encode()

# The parts that the document names: an id, the part, the type of the relation.
RELATED = (
    ("rIdTheme", "theme1.xml", "theme"),
    ("rIdStyles", "styles.xml", "styles"),
    ("rIdSettings", "settings.xml", "settings"),
    ("rIdFonts", "fontTable.xml", "fontTable"),
    ("rIdNumbering", "numbering.xml", "numbering"),
    ("rIdOdd", "footer1.xml", "footer"),
    ("rIdEven", "footer2.xml", "footer"),
)


def relations(*related: tuple[str, str, str]) -> bytes:
    """Return a part of relations: their ids, targets and types."""
    content = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, target, kind in related)
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{content}</Relationships>'.encode()


def content_types() -> bytes:
    """Return the part that says what each part is."""
    types = {
        "/word/document.xml": f"{WORD}.document.main+xml",
        **{f"/word/{target}": f"{WORD}.{kind}+xml" for _, target, kind in RELATED},
        "/word/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def build(page: Page) -> bytes:
    """Return the template for `page`."""
    return pack(
        {
            "[Content_Types].xml": content_types(),
            "_rels/.rels": relations(
                ("rId1", "word/document.xml", f"{R}/officeDocument"),
                ("rId2", "docProps/core.xml", f"{PACKAGE}/relationships/metadata/core-properties"),
                ("rId3", "docProps/app.xml", f"{R}/extended-properties"),
            ),
            "docProps/core.xml": CORE,
            "docProps/app.xml": APP,
            "word/document.xml": document(page),
            "word/_rels/document.xml.rels": relations(
                *((name, target, f"{R}/{kind}") for name, target, kind in RELATED)
            ),
            "word/theme1.xml": theme(),
            "word/styles.xml": styles(page),
            "word/settings.xml": settings(),
            "word/fontTable.xml": font_table(),
            "word/numbering.xml": numbering(),
            "word/footer1.xml": footer("right", "right"),
            "word/footer2.xml": footer("left", "left"),
        }
    )


def main() -> None:
    """Write both templates beside this file."""
    for name, page in PAGES.items():
        (HERE / f"{name}.docx").write_bytes(build(page))


if __name__ == "__main__":
    main()

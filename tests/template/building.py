"""Templates for the tests, written as Word writes them but with nothing in them that no test needs."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
PNG_2 = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000020000000208020000"
    "00fdd49a730000001149444154789c63f8cfc0f01f8c1918fe03001bee03fd2c4fd6290000000049454e44ae426082"
)


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*texts: str, properties: str = "") -> str:
    """Return a paragraph of runs: each text is one, unless it is markup already."""
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    runs = "".join(text if text.startswith("<w:") else run(text) for text in texts)
    return f"<w:p>{ppr}{runs}</w:p>"


def paras(*texts: str) -> str:
    """Return a paragraph for each text."""
    return "".join(para(text) for text in texts)


def cell(text: str, properties: str = '<w:tcW w:w="2000" w:type="dxa"/>') -> str:
    """Return a cell of one paragraph, or of the markup given."""
    content = text if text.startswith("<w:") else para(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: tuple[str, ...], columns: int | None = None) -> str:
    """Return a table; a cell that is markup stays as it is."""
    count = columns or max(len(row) for row in rows)
    grid = '<w:gridCol w:w="2000"/>' * count
    body = "".join(
        "<w:tr>" + "".join(text if text.startswith("<w:tc>") else cell(text) for text in row) + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def drawing(number: int, relation: str = "rIdPic") -> str:
    """Return a run with an inline picture."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="{number}" name="Picture {number}"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="dummy.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def bookmark(number: int, name: str, content: str) -> str:
    """Return `content` between the two ends of a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


STYLES = (
    f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style></w:styles>'
)
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
COLOURS = "".join(
    f'<a:{name}><a:srgbClr val="000000"/></a:{name}>'
    for name in "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split()  # noqa: SIM905
)
FONT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
FILLS = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
LINES = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
EFFECTS = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
PLAIN = {
    "settings.xml": f"<w:settings {NAMESPACES}/>",
    "fontTable.xml": f"<w:fonts {NAMESPACES}/>",
    "theme/theme1.xml": f'<a:theme xmlns:a="{DRAWING}" name="Office"><a:themeElements><a:clrScheme name="Office">{COLOURS}'
    f'</a:clrScheme><a:fontScheme name="Office"><a:majorFont>{FONT}</a:majorFont><a:minorFont>{FONT}</a:minorFont>'
    f'</a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>{FILLS}</a:fillStyleLst><a:lnStyleLst>{LINES}'
    f"</a:lnStyleLst><a:effectStyleLst>{EFFECTS}</a:effectStyleLst><a:bgFillStyleLst>{FILLS}</a:bgFillStyleLst>"
    "</a:fmtScheme></a:themeElements></a:theme>",
}
SECTION = '<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def build(  # noqa: PLR0913 - a package has as many kinds of parts
    body: str,
    *,
    header: str = "",
    footer: str = "",
    footnotes: str = "",
    endnotes: str = "",
    comments: str = "",
    core: Mapping[str, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    sections: int = 1,
    styles: str = STYLES,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a template with `body` in its document, and what else is given in the parts around it."""
    parts: dict[str, bytes] = {}
    relations = [("rIdStyles", "styles", "styles.xml")]
    types = {"styles.xml": "styles"}
    for name, content in PLAIN.items():
        parts[f"word/{name}"] = (DECLARATION + content).encode()
        relations.append((f"rId{len(relations)}", name.split("/")[-1].split(".")[0].rstrip("1"), name))
        types[name] = "theme" if "theme" in name else name.split(".")[0]
    references = ""
    for kind, tag, content in (("header", "hdr", header), ("footer", "ftr", footer)):
        if content:
            parts[f"word/{kind}1.xml"] = f"{DECLARATION}<w:{tag} {NAMESPACES}>{content}</w:{tag}>".encode()
            relations.append((f"rId{kind}", kind, f"{kind}1.xml"))
            types[f"{kind}1.xml"] = kind
            references += f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>'
    for kind, one, content in (
        ("footnotes", "footnote", footnotes),
        ("endnotes", "endnote", endnotes),
        ("comments", "comment", comments),
    ):
        if content:
            author = ' w:author="审核" w:date="2025-01-01T00:00:00Z"' if one == "comment" else ""
            parts[f"word/{kind}.xml"] = (
                f'{DECLARATION}<w:{kind} {NAMESPACES}><w:{one} w:id="1"{author}>{content}</w:{one}></w:{kind}>'
            ).encode()
            relations.append((f"rId{kind}", kind, f"{kind}.xml"))
            types[f"{kind}.xml"] = kind
    for name, data in (media or {}).items():
        parts[f"word/media/{name}"] = data
        relations.append(("rIdPic", "image", f"media/{name}"))
    section = SECTION.format(references=references)
    breaks = "".join(f"<w:p><w:pPr>{section}</w:pPr></w:p>" for _ in range(sections - 1))
    document = f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{breaks}{section}</w:body></w:document>"
    parts["word/styles.xml"] = (DECLARATION + styles).encode()
    parts["word/_rels/document.xml.rels"] = _relations(
        (number, OFFICE + kind, target) for number, kind, target in relations
    )
    parts["docProps/core.xml"] = _core(core or {})
    return pack(
        {
            "[Content_Types].xml": _types(types),
            "_rels/.rels": _relations(
                [
                    ("rId1", OFFICE + "officeDocument", "word/document.xml"),
                    ("rId2", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
                ]
            ),
            "word/document.xml": document.encode(),
            **parts,
            **(extra or {}),
        }
    )


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of `parts`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _relations(found: object) -> bytes:
    items = "".join(
        f'<Relationship Id="{number}" Type="{kind}" Target="{target}"/>'
        for number, kind, target in found  # type: ignore[attr-defined]
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}relationships">{items}</Relationships>'.encode()


def _types(types: Mapping[str, str]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_type(kind)}+xml"/>' for name, kind in types.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}document.main+xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    ).encode()


def _type(kind: str) -> str:
    return WORD.replace("wordprocessingml.", "theme") if kind == "theme" else WORD + kind


def _core(values: Mapping[str, str]) -> bytes:
    texts = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in values.items())
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{texts}</cp:coreProperties>'
    ).encode()

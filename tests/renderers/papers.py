"""Papers of an invented town, and what a reader sees of the files made from them."""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph
from lxml import etree

from draftkit.renderers import House
from draftkit.renderers.docx import render_docx
from draftkit.template.package import unpack
from draftkit.tree import (
    Blank,
    Document,
    Mark,
    Paragraph,
    Part,
    Point,
    Section,
    Signature,
    Table,
    TitleBlock,
    points,
)

__all__ = ["REPORT", "RESOLUTION", "W", "attribute", "findings", "opened", "part", "seen", "strings"]

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}

RESOLUTION = Document(
    kind="resolution",
    title_block=TitleBlock(
        corner="会议文件之三",
        title="清溪镇第十八届人民代表大会第四次会议关于政府工作报告的决议",
        mark=Mark(),
    ),
    blocks=[
        Paragraph(["清溪镇第十八届人民代表大会第四次会议听取和审议了镇长", Blank("镇长姓名"), "所作的政府工作报告。"]),
        "会议决定批准这个报告。",
    ],
)

REPORT = Document(
    kind="presidium-report",
    title_block=TitleBlock(
        title="清溪镇第十八届人民代表大会主席团工作报告",
        occasion="——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上",
        reporter="清溪镇人民代表大会主席　李明",
        salutation="各位代表：",
    ),
    blocks=[
        "我受大会主席团委托，向大会报告工作，请予审议。",
        Part(
            "2024年工作回顾",
            [
                Section(
                    "坚持党的领导，把牢政治方向",
                    ["坚持“第一议题”制度——学在前……", Section("强化理论武装", "组织学习12次。", run_in=True)],
                ),
                Section(
                    "依法履行职责，增强监督实效",
                    [
                        Section(
                            "聚焦民生",
                            points(
                                Point("听取专项报告3项。", title="抓重点"),
                                Point("开展视察2次。", title="抓难点"),
                                lead="全年做到：",
                            ),
                            run_in=True,
                        ),
                        Section("办理建议", [Section("领衔督办", "重点建议5件。"), Section("集中交办", "34件。")]),
                    ],
                ),
                Table(
                    ["项目", "件数", "办复率"],
                    [["道路", "12", "100%"], ["饮水", "22", "95.5%"]],
                    caption="2024年代表建议办理情况",
                    unit="件",
                ),
            ],
        ),
        Part("2025年工作安排", [Section("突出重点抓监督", "围绕中心。"), Section("突出主体抓服务", "建好联络站。")]),
    ],
    signature=Signature("清溪镇人民代表大会主席团", "2025年1月14日"),
)


def opened(document: Document, house: House | None = None) -> DocxDocument:
    """Return the docx of `document`, opened by python-docx."""
    return docx.Document(io.BytesIO(render_docx(document, house or House())))


def part(document: Document, house: House | None = None, name: str = "word/document.xml") -> etree._Element:
    """Return a part of the docx of `document`."""
    return etree.fromstring(unpack(render_docx(document, house or House()))[name])


def strings(element: etree._Element, path: str) -> list[str]:
    """Return the texts or attributes at an XPath."""
    found = element.xpath(path, namespaces=W)
    assert isinstance(found, list)
    return [str(one) for one in found]


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return an attribute of WordprocessingML."""
    assert element is not None
    return element.get(f"{{{W['w']}}}{name}")


def seen(paper: DocxDocument) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph and row, a title's lines made one."""
    return [line for content in paper.iter_inner_content() for line in _lines(content)]


def _lines(content: DocxParagraph | DocxTable) -> Iterator[tuple[str, str]]:
    if isinstance(content, DocxTable):
        for row in content.rows:
            yield "Table", "\t".join(cell.text for cell in row.cells)
        return
    name = content.style.name if content.style is not None else None
    yield name or "", content.text.replace("\n", "") if name == "Title" else content.text


def findings(path: Path) -> list[str]:
    """Return what openxml-audit finds wrong with a file; skip the test that asks where it isn't installed."""
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    result = audit.OpenXmlValidator(file_format=audit.FileFormat.MICROSOFT_365).validate(path)
    return [error.description for error in result.errors]

"""Fixes made in files: the words, and nothing but the words."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document as NewDocx
from lxml import etree

import draftkit as dk
from draftkit.checks import Checker, Found, Paper, Rule, Rules, Settings, check, fix, registrar
from draftkit.errors import WriteError
from draftkit.renderers.house import House, Numbering

OWN: Rules = {}
rule = registrar(OWN, "characters")


@rule(
    "swap",
    severity="warning",
    title="甲写作乙",
    zh="“{text}”应为“乙”",
    en="write 乙",
    why="示例。",
    norm="示例",
    fails=["甲甲"],
    passes=["丙"],
)
def swap(paper: Paper) -> Iterator[Found]:
    """Find 甲甲."""
    for paragraph, start, end in paper.find("甲甲"):
        yield Found(paragraph, start, end, fix="乙")


@rule(
    "drop",
    severity="warning",
    title="删去",
    zh="删去",
    en="drop it",
    why="示例。",
    norm="示例",
    fails=["删我"],
    passes=["丙"],
)
def drop(paper: Paper) -> Iterator[Found]:
    """Find 删我."""
    for paragraph, start, end in paper.find("删我", residue=True):
        yield Found(paragraph, start, end, fix="")


@rule(
    "follow",
    severity="hint",
    title="乙乙",
    zh="乙乙",
    en="only after another fix",
    why="示例。",
    norm="示例",
    fails=["乙乙"],
    passes=["丙"],
)
def follow(paper: Paper) -> Iterator[Found]:
    """Find 乙乙, which fixes of 甲甲 make."""
    for hit in paper.finditer(re.compile("乙乙")):
        yield Found(hit.paragraph, hit.start, hit.end, fix="丁")


@rule(
    "unsafe",
    severity="hint",
    title="不安全",
    zh="不安全",
    en="not safe",
    why="示例。",
    norm="示例",
    fails=["戊"],
    passes=["丙"],
)
def unsafe(paper: Paper) -> Iterator[Found]:
    """Find 戊, and say what might stand there."""
    for paragraph, start, end in paper.find("戊"):
        yield Found(paragraph, start, end, fix="己", safe=False)


def own(*names: str) -> Checker:
    """Return a checker with nothing but these rules of the test's own."""
    from draftkit.checks import RULES

    rules: tuple[Rule, ...] = tuple(OWN[name] for name in names)
    return Checker(rules=rules, settings=Settings(off=RULES.keys()))


def text(folder: Path, content: str, name: str = "稿.txt", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(content.encode(encoding))
    return path


def test_only_the_words_change(tmp_path: Path) -> None:
    path = text(tmp_path, "  \u3000会议甲甲，  同意。\r\n\r\n\t保留这一行 \r\n")
    fixed = fix(path, checker=own("swap"))
    assert fixed.data.decode() == "  \u3000会议乙，  同意。\r\n\r\n\t保留这一行 \r\n"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_the_encoding_stays(encoding: str, tmp_path: Path) -> None:
    path = text(tmp_path, "会议甲甲，同意。\n", encoding=encoding)
    assert fix(path, checker=own("swap")).data == "会议乙，同意。\n".encode(encoding)


def test_the_source_is_left_alone(tmp_path: Path) -> None:
    path = text(tmp_path, "会议甲甲。\n")
    fixed = fix(path, checker=own("swap"))
    assert path.read_text(encoding="utf-8") == "会议甲甲。\n"
    assert fixed.written is None
    assert [finding.rule for finding in fixed.made] == ["swap"]
    assert fixed.diff.splitlines()[2:] == ["@@ -1 +1 @@", "-会议甲甲。", "+会议乙。"]


def test_the_source_is_replaced_only_when_told_twice(tmp_path: Path) -> None:
    path = text(tmp_path, "会议甲甲。\n")
    with pytest.raises(WriteError, match="已存在"):
        fix(path, to=path, checker=own("swap"))
    assert fix(path, to=path, overwrite=True, checker=own("swap")).written == path
    assert path.read_text(encoding="utf-8") == "会议乙。\n"


def test_a_line_left_empty_goes(tmp_path: Path) -> None:
    path = text(tmp_path, "第一行。\n删我\n第三行。\n")
    assert fix(path, checker=own("drop")).data.decode() == "第一行。\n第三行。\n"


def test_fixes_that_follow_from_fixes_are_made_too_and_then_no_more(tmp_path: Path) -> None:
    path = text(tmp_path, "会议甲甲甲甲。\n")
    fixed = fix(path, to=tmp_path / "改.txt", checker=own("swap", "follow"))
    assert fixed.data.decode() == "会议丁。\n"
    assert [finding.rule for finding in fixed.made] == ["swap", "swap", "follow"]
    again = fix(tmp_path / "改.txt", checker=own("swap", "follow"))
    assert again.data == fixed.data
    assert (again.made, again.diff) == ((), "")


def test_what_is_not_safe_is_left_to_a_person(tmp_path: Path) -> None:
    path = text(tmp_path, "会议戊。\n")
    fixed = fix(path, checker=own("unsafe"))
    assert fixed.data.decode() == "会议戊。\n"
    assert [finding.rule for finding in fixed.left] == ["unsafe"]


def test_markdown_keeps_its_marks(tmp_path: Path) -> None:
    path = text(tmp_path, "## 一、会议甲甲\n\n- 各项工作甲甲有序\n", "稿.md")
    assert fix(path, checker=own("swap")).data.decode() == "## 一、会议乙\n\n- 各项工作乙有序\n"


def test_words_over_a_page_break_are_fixed_on_their_own_line(tmp_path: Path) -> None:
    first = "一年来，镇人大主席团依法履职。各位代表积极参加会议，认真审议各项报告，"
    path = text(tmp_path, f"{first}\n提出甲甲意见。\n")
    assert fix(path, checker=own("swap")).data.decode() == f"{first}\n提出乙意见。\n"


def word(folder: Path) -> Path:
    paper = NewDocx()
    paragraph = paper.add_paragraph()
    paragraph.add_run("会议").bold = True
    paragraph.add_run("甲").italic = True
    paragraph.add_run("甲同意。")
    paper.add_paragraph("删我")
    table = paper.add_table(rows=2, cols=2)
    table.cell(1, 1).text = "格中甲甲字"
    path = folder / "稿.docx"
    paper.save(str(path))
    return path


def test_words_in_word_keep_their_look(tmp_path: Path) -> None:
    fixed = fix(word(tmp_path), to=tmp_path / "改.docx", checker=own("swap", "drop"))
    assert len(fixed.made) == 3
    paper = NewDocx(str(tmp_path / "改.docx"))
    runs = [(run.text, run.bold, run.italic) for run in paper.paragraphs[0].runs if run.text]
    assert runs == [("会议", True, None), ("乙", None, True), ("同意。", None, None)]
    assert [paragraph.text for paragraph in paper.paragraphs] == ["会议乙同意。"]
    assert paper.tables[0].cell(1, 1).text == "格中乙字"


def test_other_parts_of_a_word_file_stay(tmp_path: Path) -> None:
    path = dk.write(dk.Document(blocks=[dk.Paragraph("会议甲甲。")]), tmp_path / "稿.docx")
    fixed = fix(path, checker=own("swap"))

    def parts(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    before, after = parts(path.read_bytes()), parts(fixed.data)
    assert before.keys() == after.keys()
    styles = (etree.tostring(etree.fromstring(each["word/styles.xml"]), method="c14n") for each in (before, after))
    assert len(set(styles)) == 1


@pytest.mark.parametrize("numbering", list(Numbering))
def test_a_paper_with_labels_is_fixed_in_either_numbering(numbering: Numbering, tmp_path: Path) -> None:
    document = dk.Document(blocks=[dk.Section("坚持甲甲领导", "全年甲甲次。"), dk.Section("依法履职", "删我")])
    path = dk.write(document, tmp_path / "稿.docx", house=House(numbering=numbering))
    fixed = fix(path, to=tmp_path / "改.docx", checker=own("swap", "drop"))
    assert dk.read(tmp_path / "改.docx").text() == "一、坚持乙领导\n全年乙次。\n二、依法履职"
    assert not check(tmp_path / "改.docx", rules=OWN.values()).of("swap", "drop")
    assert len(fixed.made) == 3

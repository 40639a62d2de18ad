"""Papers made into PDF by LibreOffice itself: what the file says of itself, and many in one start."""

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1
from pdfplumber.pdf import PDF

import draftkit as dk
from draftkit.errors import WriteError
from draftkit.renderers import write_all
from draftkit.tree import Document, TitleBlock
from examples.presidium_report import paper as report
from tests.page.pdf import office, pages
from tests.renderers.papers import REPORT

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on PATH")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PDF]:
    with pdfplumber.open(dk.write(REPORT, tmp_path_factory.mktemp("pdf") / "报告.pdf")) as pdf:
        yield pdf


def _catalog(pdf: PDF) -> dict[str, Any]:
    return {key: resolve1(value) for key, value in pdf.doc.catalog.items()}


def test_it_has_the_title_of_the_paper_and_shows_it(made: PDF) -> None:
    assert made.metadata["Title"] == "清溪镇第十八届人民代表大会主席团工作报告"
    assert _catalog(made)["ViewerPreferences"]["DisplayDocTitle"] is True


def test_its_language_is_chinese_everywhere(made: PDF) -> None:
    assert _catalog(made)["Lang"] == b"zh-CN"
    assert set(_languages(_catalog(made)["StructTreeRoot"])) <= {b"zh-CN"}


def test_its_headings_are_bookmarks(made: PDF) -> None:
    assert [(level, title) for level, title, *_ in made.doc.get_outlines()] == [
        (1, "2024年工作回顾"),
        (1, "一、坚持党的领导，把牢政治方向"),
        (1, "二、依法履行职责，增强监督实效"),
        (2, "（二）办理建议"),
        (3, "1.领衔督办"),
        (3, "2.集中交办"),
        (1, "2025年工作安排"),
        (1, "一、突出重点抓监督"),
        (1, "二、突出主体抓服务"),
    ]


def test_its_structure_is_tagged(made: PDF) -> None:
    catalog = _catalog(made)
    assert catalog["MarkInfo"] == {"Marked": True}
    kinds = {str(kind).strip("/'") for kind in _kinds(catalog["StructTreeRoot"])}
    assert {"Document", "H1", "H2", "H3", "Table", "TR", "TH", "TD"} <= kinds


def _elements(node: object) -> Iterator[dict[str, Any]]:
    found = resolve1(node)
    if isinstance(found, list):
        for each in found:
            yield from _elements(each)
    elif isinstance(found, dict):
        yield found
        yield from _elements(found.get("K", []))


def _kinds(root: object) -> Iterator[object]:
    return (element["S"].name for element in _elements(root) if "S" in element)


def _languages(root: object) -> Iterator[bytes]:
    return (element["Lang"] for element in _elements(root) if "Lang" in element)


def test_its_page_is_that_of_the_standard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", str(office(tmp_path).folder / "fonts.conf"))
    full = pages(dk.write(Document(blocks=["会议认为" * 7 * 22 * 2]), tmp_path / "文.pdf"))[1][:-1]
    assert [len(line) for line in full] == [28] * 22


def test_many_papers_of_all_lengths_are_made_in_one_start(tmp_path: Path, temporary: Path) -> None:
    papers = [Document(title_block=TitleBlock(title=f"第{number}份"), blocks=["文。"]) for number in range(12)]
    papers.append(report.paper().draft())
    written = write_all((paper, tmp_path / f"{number}.pdf") for number, paper in enumerate(papers))
    titles = []
    for path in written:
        with pdfplumber.open(path) as pdf:
            titles.append(pdf.metadata["Title"])
    assert titles == [*(f"第{number}份" for number in range(12)), "清溪镇第十八届人民代表大会主席团工作报告"]
    assert list(temporary.iterdir()) == []


def test_two_calls_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as threads:
        calls = [threads.submit(dk.write, REPORT, tmp_path / f"{number}.pdf") for number in range(2)]
    assert [call.result().read_bytes()[:5] for call in calls] == [b"%PDF-"] * 2


def test_one_that_takes_too_long_leaves_neither_file_nor_process(tmp_path: Path, temporary: Path) -> None:
    with pytest.raises(WriteError, match="已经停掉"):
        write_all([(report.paper().draft(), tmp_path / "甲.pdf")], timeout=0.4)
    assert [path.name for path in tmp_path.iterdir()] == ["temporary"]
    assert list(temporary.iterdir()) == []
    assert _processes(str(temporary)) == []


def _processes(named: str) -> list[str]:
    """Return the commands of the running processes that name something."""
    commands = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            commands.append((process / "cmdline").read_bytes().decode(errors="replace"))
    return [command for command in commands if named in command]

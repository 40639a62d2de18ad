"""`draftkit.write`: the suffix decides, a file is whole or not there, and every refusal says why."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import draftkit as dk
from draftkit.errors import DraftError, TemplateError, WriteError
from draftkit.renderers import House, files
from draftkit.renderers.writing import RENDERERS
from tests.renderers.papers import RESOLUTION


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("suffix", RENDERERS)
def test_it_writes_every_format_and_returns_the_path(tmp_path: Path, suffix: str) -> None:
    path = dk.write(RESOLUTION, tmp_path / f"决议{suffix}")
    assert path == tmp_path / f"决议{suffix}"
    assert path.stat().st_size > 0
    assert _names(tmp_path) == [path.name]


def test_a_path_may_be_a_string_and_its_suffix_in_capitals(tmp_path: Path) -> None:
    assert dk.write(RESOLUTION, f"{tmp_path}/决议.TXT").read_text(encoding="utf-8") == f"{RESOLUTION.text()}\n"


def test_an_unknown_suffix_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"\.docx、\.md、\.txt"):
        dk.write(RESOLUTION, tmp_path / "决议.wps")


@pytest.mark.parametrize("suffix", RENDERERS)
def test_it_never_writes_over_a_file_unless_told_to(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"决议{suffix}"
    path.write_bytes(b"old")
    with pytest.raises(WriteError, match="overwrite=True"):
        dk.write(RESOLUTION, path)
    assert path.read_bytes() == b"old"
    dk.write(RESOLUTION, path, overwrite=True)
    assert path.read_bytes() != b"old"
    assert _names(tmp_path) == [path.name]


def test_a_file_that_appears_while_writing_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "决议.txt"
    files.check_place(path, overwrite=False)
    path.write_bytes(b"someone else's")
    with pytest.raises(WriteError, match="已存在"):
        files.save(b"mine", path, overwrite=False)
    assert path.read_bytes() == b"someone else's"
    assert _names(tmp_path) == [path.name]


def test_a_file_written_over_keeps_its_permissions(tmp_path: Path) -> None:
    path = dk.write(RESOLUTION, tmp_path / "决议.txt")
    path.chmod(0o640)
    dk.write(RESOLUTION, path, overwrite=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"文件夹“.*”不存在"):
        dk.write(RESOLUTION, tmp_path / "没有" / "决议.docx")


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="这是文件夹"):
        dk.write(RESOLUTION, tmp_path)


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    with pytest.raises(WriteError, match=r"文件夹“.*”不存在"):
        dk.write(RESOLUTION, tmp_path / "文件" / "决议.docx")


@pytest.mark.parametrize("name", ["长" * 200 + ".docx", "零\0.docx"])
def test_an_impossible_name_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(WriteError, match="写不进去"):
        dk.write(RESOLUTION, tmp_path / name)
    assert _names(tmp_path) == []


# Root may write anywhere, so it becomes nobody; the path is relative, since nobody may not walk down to it.
_AS_NOBODY = """
import os
import draftkit as dk
from draftkit.renderers import write
paper = dk.Document(blocks=["一"])
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    write(paper, "决议.txt")
except dk.DraftError as error:
    print(ascii(error.zh))
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are Unix's")
def test_a_folder_that_cannot_be_written_is_told_and_stays_empty(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    told = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))},
    ).stdout
    assert ascii("没有写入权限").strip("'") in told
    assert _names(tmp_path) == []


@pytest.mark.parametrize("suffix", RENDERERS)
def test_strict_refuses_blanks_and_lists_them(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(WriteError, match="还有1处待填，未写入：镇长姓名"):
        dk.write(RESOLUTION, tmp_path / f"决议{suffix}", strict=True)
    assert _names(tmp_path) == []


def test_strict_writes_a_paper_without_blanks(tmp_path: Path) -> None:
    assert dk.write(dk.Document(blocks=["完整。"]), tmp_path / "文.txt", strict=True).exists()


@pytest.mark.parametrize("suffix", RENDERERS)
@pytest.mark.parametrize("char", ["\0", "\x07", "\x0c", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_no_file_holds_is_refused_with_its_paragraph(tmp_path: Path, suffix: str, char: str) -> None:
    paper = dk.Document(blocks=["第一段。", dk.Paragraph(dk.tree.Text(f"第二段{char}。"))])
    with pytest.raises(WriteError, match=rf"第2段：含有不能写入文件的字符 U\+{ord(char):04X}（“第二段□。”"):
        dk.write(paper, tmp_path / f"文{suffix}")
    assert _names(tmp_path) == []


def test_such_a_character_in_a_table_is_refused_too(tmp_path: Path) -> None:
    paper = dk.Document(blocks=[dk.Table(["甲"], [[dk.tree.Text("乙\0")]])])
    with pytest.raises(WriteError, match=r"第1段.*U\+0000"):
        dk.write(paper, tmp_path / "文.docx")


def test_a_missing_template_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="找不到模板文件"):
        dk.write(RESOLUTION, tmp_path / "决议.docx", house=House(template=tmp_path / "没有.docx"))
    assert _names(tmp_path) == []


def test_every_refusal_is_a_draft_error() -> None:
    assert issubclass(WriteError, DraftError)
    assert issubclass(TemplateError, DraftError)


def test_a_report_that_was_not_drafted_is_refused_with_what_is_missing(tmp_path: Path) -> None:
    report: Any = dk.PresidiumReport()
    with pytest.raises(WriteError, match=r"PresidiumReport，请先写 \.draft\(\)"):
        dk.write(report, tmp_path / "报告.docx")
    text: Any = "报告"
    with pytest.raises(WriteError, match=r"而不是 str（"):
        dk.write(text, tmp_path / "报告.docx")
    assert _names(tmp_path) == []

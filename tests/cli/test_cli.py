"""The commands, as a clerk types them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import draftkit as dk
from draftkit.cli import main

TEXT = "关于政府工作报告的决议\n会议听取了镇长×××所作的政府工作报告。\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "决议.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_check_tells_what_is_wrong_and_fails(path: Path) -> None:
    result = run("check", path)
    assert result.exit_code == 1
    assert "【×××】" in result.output
    assert path.read_text(encoding="utf-8") == TEXT


def test_check_passes_what_is_not_grave_enough(path: Path) -> None:
    assert run("check", path, "--fail-on", "never").exit_code == 0
    assert run("check", path, "--off", "blanks", "--fail-on", "error").exit_code == 0


def test_check_as_json_and_sarif(path: Path) -> None:
    assert json.loads(run("check", path, "--format", "json").output)["files"][0]["findings"]
    assert json.loads(run("check", path, "--format", "sarif").output)["version"] == "2.1.0"


def test_check_takes_settings(path: Path, tmp_path: Path) -> None:
    settings = tmp_path / "检查.toml"
    settings.write_text('[[silence]]\nrule = "blank-cross"\nreason = "另行通知"\n', encoding="utf-8")
    assert "按设置不报1处" in run("check", path, "--settings", settings).output


def test_check_writes_comments_into_a_copy(tmp_path: Path) -> None:
    path = dk.write(dk.Document(blocks=[dk.Paragraph("镇长×××的报告。")]), tmp_path / "报告.docx")
    before = path.read_bytes()
    result = run("check", path, "--comments", tmp_path / "批注")
    assert "批注已写入" in result.output
    assert (tmp_path / "批注" / "报告.docx").is_file()
    assert path.read_bytes() == before


def test_check_together_compares_the_files(tmp_path: Path) -> None:
    report, resolution = tmp_path / "a.txt", tmp_path / "b.txt"
    report.write_text("政府工作报告\n清溪镇人民政府镇长　李明\n各位代表：\n现在报告工作。", encoding="utf-8")
    resolution.write_text("关于政府工作报告的决议\n会议听取了镇长李鸣所作的政府工作报告。", encoding="utf-8")
    assert "李明" in run("check", "--together", report, resolution).output


def test_an_error_is_one_sentence(tmp_path: Path) -> None:
    result = run("check", tmp_path / "没有.txt")
    assert result.exit_code == 2
    assert result.output.startswith("draftkit: ")
    assert "Traceback" not in result.output
    assert run("check", tmp_path / "没有.txt", "--off", "nothing").exit_code == 2


def test_fix_shows_and_writes_only_when_told(tmp_path: Path) -> None:
    settings = tmp_path / "词.toml"
    settings.write_text('[[words]]\nid = "own"\n[words.map]\n"贫困户" = "脱贫户"\n', encoding="utf-8")
    path = tmp_path / "稿.txt"
    path.write_text("走访贫困户。\n", encoding="utf-8")
    result = run("fix", path, "--settings", settings)
    assert "+走访脱贫户。" in result.output
    assert path.read_text(encoding="utf-8") == "走访贫困户。\n"
    assert run("fix", path, "--settings", settings, "--to", path).exit_code == 2
    assert run("fix", path, "--settings", settings, "--to", path, "--overwrite").exit_code == 0
    assert path.read_text(encoding="utf-8") == "走访脱贫户。\n"


def test_the_module_is_the_command(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "draftkit", "check", str(path)], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 1
    assert "【×××】" in done.stdout

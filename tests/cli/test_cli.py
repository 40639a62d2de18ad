"""The commands, as a clerk types them."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import draftkit as dk
from draftkit.checks import Severity
from draftkit.cli import main
from draftkit.cli.check import SEVERITIES

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


@pytest.fixture
def word(tmp_path: Path) -> Path:
    return dk.write(dk.Document(blocks=[dk.Paragraph("镇长×××的报告。")]), tmp_path / "报告.docx")


def test_comments_never_replace_the_checked_file(word: Path, tmp_path: Path) -> None:
    before = word.read_bytes()
    (tmp_path / "同一处").symlink_to(tmp_path, target_is_directory=True)
    for folder in (tmp_path, tmp_path / "同一处"):
        result = run("check", word, "--comments", folder, "--overwrite")
        assert result.exit_code == 2
        assert "会盖掉原文件" in result.output
    assert word.read_bytes() == before


def test_comments_of_two_files_of_one_name_are_refused_before_any_is_written(word: Path, tmp_path: Path) -> None:
    (tmp_path / "乡").mkdir()
    other = tmp_path / "乡" / "报告.docx"
    other.write_bytes(word.read_bytes())
    result = run("check", word, other, "--comments", tmp_path / "批注")
    assert result.exit_code == 2
    assert "同名" in result.output
    assert not (tmp_path / "批注").exists()


def test_a_copy_that_is_there_is_replaced_only_when_told(word: Path, tmp_path: Path) -> None:
    (tmp_path / "批注").mkdir()
    (tmp_path / "批注" / "报告.docx").write_bytes(b"")
    result = run("check", word, "--comments", tmp_path / "批注")
    assert result.exit_code == 2
    assert "--overwrite" in result.output
    assert "overwrite=True" not in result.output
    assert run("check", word, "--comments", tmp_path / "批注", "--overwrite").exit_code == 1
    assert (tmp_path / "批注" / "报告.docx").stat().st_size > 0


def test_a_text_file_has_no_comments_and_no_folder_is_made_for_it(path: Path, tmp_path: Path) -> None:
    result = run("check", path, "--comments", tmp_path / "批注")
    assert "不是 .docx，没有写批注" in result.output
    assert not (tmp_path / "批注").exists()


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(word: Path, path: Path) -> None:
    for folder in (path, path / "批注"):
        result = run("check", word, "--comments", folder)
        assert result.exit_code == 2
        assert "文件夹建不了" in result.output


def _two_that_differ(folder: Path, suffix: str) -> tuple[Path, Path]:
    report = dk.read("政府工作报告\n清溪镇人民政府镇长　李明\n各位代表：\n现在报告工作。")
    resolution = dk.read("关于政府工作报告的决议\n会议听取了镇长李鸣所作的政府工作报告。")
    return dk.write(report, folder / f"a{suffix}"), dk.write(resolution, folder / f"b{suffix}")


def test_findings_across_papers_stand_in_one_report(tmp_path: Path) -> None:
    papers = _two_that_differ(tmp_path, ".txt")
    as_json = json.loads(run("check", "--together", *papers, "--format", "json").stdout)
    assert [len(each["findings"]) > 0 for each in as_json["files"]] == [False, True]
    assert "together-name" in {found["rule"] for found in as_json["files"][1]["findings"]}
    as_sarif = json.loads(run("check", "--together", *papers, "--format", "sarif").stdout)
    assert "together-name" in {found["ruleId"] for found in as_sarif["runs"][0]["results"]}


def test_findings_across_papers_get_into_the_comments(tmp_path: Path) -> None:
    run("check", "--together", *_two_that_differ(tmp_path, ".docx"), "--comments", tmp_path / "批注")
    with zipfile.ZipFile(tmp_path / "批注" / "b.docx") as made:
        assert "李明" in made.read("word/comments.xml").decode()


def test_what_can_be_read_is_checked_and_every_other_file_named(path: Path, tmp_path: Path) -> None:
    second = tmp_path / "c.txt"
    second.write_text("镇长×××。\n", encoding="utf-8")
    result = run("check", path, tmp_path / "没有.txt", tmp_path, tmp_path / "报告", second)
    assert result.exit_code == 2
    assert result.stdout.count("【×××】") == 2
    assert f"{tmp_path / '没有.txt'}：文件打不开" in result.stderr
    assert f"{tmp_path}：这是文件夹" in result.stderr
    assert f"{tmp_path / '报告'}：文件名没有后缀" in result.stderr


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


@pytest.mark.parametrize(("name", "target"), [("稿.txt", "稿.docx"), ("稿.docx", "稿.txt"), ("稿.md", "稿.txt")])
def test_fix_does_not_write_one_kind_of_file_under_the_name_of_another(tmp_path: Path, name: str, target: str) -> None:
    path = dk.write(dk.Document(blocks=["走访脱贫户。"]), tmp_path / name)
    result = run("fix", path, "--to", tmp_path / target)
    assert result.exit_code == 2
    assert "改正不转换格式" in result.output
    assert not (tmp_path / target).exists()


def test_the_severities_are_those_of_the_checks() -> None:
    assert [severity.value for severity in Severity] == SEVERITIES


def _draftkit(*arguments: str, stdout: int, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "draftkit", *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        env={**os.environ, **env},
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
def test_a_console_without_chinese_ends_nothing(path: Path, encoding: str) -> None:
    for arguments, code in ((["--help"], 0), (["check", "--help"], 0), (["check", str(path)], 1)):
        done = _draftkit(*arguments, stdout=subprocess.PIPE, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (code, b"")
        assert done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_disk_that_is_full_is_told_in_a_sentence(path: Path, form: str) -> None:
    for arguments in (["--help"], ["check", str(path), "--format", form]):
        with Path("/dev/full").open("wb") as full:
            done = _draftkit(*arguments, stdout=full.fileno(), PYTHONIOENCODING="utf-8")
        said = done.stderr.decode()
        assert done.returncode == 2
        assert said.startswith("draftkit: 结果写不出去")
        assert said.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the output")
def test_an_output_that_is_closed_ends_nothing(path: Path) -> None:
    for arguments, code in (["--help"], 0), (["check", str(path)], 1):
        command = 'exec "$0" -m draftkit "$@" >&-'
        done = subprocess.run(["sh", "-c", command, sys.executable, *arguments], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (code, b"")


def test_help_needs_no_rules() -> None:
    code = "import sys, draftkit.cli; sys.exit('draftkit.checks' in sys.modules or 'docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""Comments as LibreOffice sees them: there, and at the words."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import draftkit as dk
from draftkit.checks import check
from draftkit.checks.reports import comment

_MARKED = re.compile(r'<office:annotation [^>]*office:name="([^"]+)"[^>]*>(.*?)</office:annotation>(.*?)<office:annotation-end office:name="\1"/>', re.DOTALL)  # fmt: skip
_TAG = re.compile(r"<[^>]+>")


def test_libreoffice_shows_each_comment_at_its_words(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not on PATH")
    document = dk.Document(
        blocks=[dk.Section("听取镇长×××报告", "会议听取了镇长×××和副镇长××的报告。")],
    )
    target = comment(check(dk.write(document, tmp_path / "稿.docx")), tmp_path / "comments.docx")
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), str(target)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    page = (tmp_path / "comments.fodt").read_text(encoding="utf-8")
    shown = [(_TAG.sub("", words), "没有填写" in text) for _, text, words in _MARKED.findall(page)]
    assert [words for words, about_blanks in shown if about_blanks] == ["×××", "×××", "××"]

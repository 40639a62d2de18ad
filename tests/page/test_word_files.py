"""Word files that LibreOffice has opened: it shows the comments, and what it saves reads as before."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import draftkit as dk
from draftkit.checks import check
from draftkit.checks.reports import comment
from draftkit.renderers.house import House, Numbering
from examples.presidium_report import paper as report

_MARKED = re.compile(r'<office:annotation [^>]*office:name="([^"]+)"[^>]*>(.*?)</office:annotation>(.*?)<office:annotation-end office:name="\1"/>', re.DOTALL)  # fmt: skip
_TAG = re.compile(r"<[^>]+>")


def converted(paper: Path, form: str) -> Path:
    """Return what LibreOffice makes of `paper`, in a folder beside it; skip the test where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not on PATH")
    folder = paper.parent / form
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(paper.parent / 'profile').as_uri()}",
            *("--headless", "--convert-to", form, "--outdir", str(folder), str(paper)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{paper.stem}.{form}"


def test_libreoffice_shows_each_comment_at_its_words(tmp_path: Path) -> None:
    document = dk.Document(
        blocks=[dk.Section("听取镇长×××报告", "会议听取了镇长×××和副镇长××的报告。")],
    )
    target = comment(check(dk.write(document, tmp_path / "稿.docx")), tmp_path / "comments.docx")
    page = converted(target, "fodt").read_text(encoding="utf-8")
    shown = [(_TAG.sub("", words), "没有填写" in text) for _, text, words in _MARKED.findall(page)]
    assert [words for words, about_blanks in shown if about_blanks] == ["×××", "×××", "××"]


@pytest.mark.parametrize("numbering", list(Numbering))
def test_a_paper_that_libreoffice_saved_reads_as_before(numbering: Numbering, tmp_path: Path) -> None:
    path = dk.write(report.paper().draft(), tmp_path / "report.docx", house=House(numbering=numbering))
    saved = converted(converted(path, "odt"), "docx")
    assert dk.read(saved) == dk.read(path)

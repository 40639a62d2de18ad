"""What is told of findings: to people, to programs, in the Word file."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document as OpenDocx
from docx.oxml.ns import qn

import draftkit as dk
from draftkit.checks import Settings, Silence, check
from draftkit.checks.reports import as_json, as_sarif, as_text, comment, show
from draftkit.errors import WriteError
from draftkit.renderers.house import House, Numbering

TEXT = "清溪镇人大2024年工作总结\n\n  　听取了镇长×××所作的报告。\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "总结.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_text_names_the_place_and_marks_the_words(path: Path) -> None:
    shown = as_text(check(path))
    assert f"{path}:3:9: 错误" in shown
    assert "    听取了镇长【×××】所作的报告。" in shown
    assert shown.splitlines()[-1].startswith("错误1处")


def test_text_holds_nothing_that_a_terminal_would_act_upon() -> None:
    shown = as_text(check("会议听取了镇长×××所作\x9b31m的报告\u202e。"))
    assert "\x9b" not in shown
    assert "\u202e" not in shown


def test_a_pipe_gets_plain_text_and_a_screen_colours(path: Path) -> None:
    plain, screen = io.StringIO(), io.StringIO()
    show(check(path), plain)
    show(check(path), screen, colour=True)
    assert plain.getvalue() == as_text(check(path)) + "\n"
    assert "\x1b[" in screen.getvalue()
    assert "×××" in screen.getvalue()


def test_json_says_where_and_why(path: Path) -> None:
    (file,) = json.loads(as_json(check(path)))["files"]
    (found,) = [one for one in file["findings"] if one["rule"] == "blank-cross"]
    assert (found["line"], found["column"], found["text"]) == (3, 9, "×××")
    assert TEXT.splitlines()[2][found["column"] - 1 :].startswith("×××")
    assert found["norm"]
    assert file["file"] == str(path)


def test_json_tells_what_was_silenced_and_why(path: Path) -> None:
    settings = Settings(silences=(Silence(rule="blank-cross", reason="另行通知"),))
    (file,) = json.loads(as_json(check(path, settings=settings)))["files"]
    assert [(one["rule"], one["reason"]) for one in file["silenced"]] == [("blank-cross", "另行通知")]


def test_sarif_has_lines_columns_and_rules(path: Path) -> None:
    log = json.loads(as_sarif(check(path)))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    result = next(one for one in run["results"] if one["ruleId"] == "blank-cross")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 9, 12)
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "blank-cross"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")


def test_sarif_names_files_as_addresses(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    log = json.loads(as_sarif(check(Path(path.name))))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "%E6%80%BB%E7%BB%93.txt"}


def test_sarif_fixes_name_the_words_they_replace(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("会议要求，有力的促进发展。\n", encoding="utf-8")
    settings = Settings.parse('[[words]]\nid = "x"\n[words.map]\n"有力的促进" = "有力地促进"\n')
    log = json.loads(as_sarif(check(path, settings=settings)))
    result = next(one for one in log["runs"][0]["results"] if one["ruleId"] == "word-x")
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "有力地促进"}
    assert replacement["deletedRegion"] == {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 11}


def marked(path: Path) -> list[tuple[str, str]]:
    """Return the words that each comment stands at, and the comment's first line."""
    document = OpenDocx(str(path))
    body = document.element.body
    found = []
    for each in document.comments:
        open_, words = False, ""
        for element in body.iter():
            if element.get(qn("w:id")) == str(each.comment_id) and element.tag == qn("w:commentRangeStart"):
                open_ = True
            elif element.get(qn("w:id")) == str(each.comment_id) and element.tag == qn("w:commentRangeEnd"):
                open_ = False
            elif open_ and element.tag == qn("w:t"):
                words += element.text or ""
        found.append((words, each.paragraphs[0].text))
    return found


@pytest.mark.parametrize("numbering", list(Numbering))
def test_comments_stand_at_the_very_words(numbering: Numbering, tmp_path: Path) -> None:
    document = dk.Document(
        blocks=[
            dk.Section("听取镇长×××报告", "会议听取了镇长×××和副镇长××的报告。"),
            dk.Table(["姓名", "职务"], [["×××", "镇长"]]),
        ]
    )
    path = dk.write(document, tmp_path / "稿.docx", house=House(numbering=numbering))
    findings = check(path)
    target = comment(findings, tmp_path / "批注.docx")
    crosses = [words for words, text in marked(target) if "没有填写" in text]
    assert crosses == ["×××", "×××", "××", "×××"]
    assert len(marked(target)) == len(findings)
    assert dk.read(target).text() == dk.read(path).text()


def test_a_comment_says_how_grave_what_is_right_and_by_which_norm(tmp_path: Path) -> None:
    path = dk.write(dk.Document(blocks=[dk.Paragraph("有力的促进发展。")]), tmp_path / "稿.docx")
    settings = Settings.parse(
        'off = ["characters"]\n[[words]]\nid = "x"\nnorm = "本办规定"\n[words.map]\n"有力的促进" = "有力地促进"\n'
    )
    target = comment(check(path, settings=settings), tmp_path / "批注.docx")
    (text,) = ["\n".join(line.text for line in each.paragraphs) for each in OpenDocx(str(target)).comments]
    assert text == "【警告】“有力的促进”应写作“有力地促进”\n建议改为：有力地促进\n依据：本办规定\n规则：word-x"


def test_comments_that_are_there_already_stay(tmp_path: Path) -> None:
    path = dk.write(dk.Document(blocks=[dk.Paragraph("镇长×××的报告。")]), tmp_path / "稿.docx")
    paper = OpenDocx(str(path))
    paper.add_comment(paper.paragraphs[0].runs, text="请核对", author="李明")
    paper.save(str(path))
    target = comment(check(path), tmp_path / "批注.docx")
    authors = {each.author for each in OpenDocx(str(target)).comments}
    assert authors == {"李明", "draftkit"}


def test_the_checked_file_is_left_alone(tmp_path: Path) -> None:
    path = dk.write(dk.Document(blocks=[dk.Paragraph("镇长×××的报告。")]), tmp_path / "稿.docx")
    before = path.read_bytes()
    with pytest.raises(WriteError, match="已存在"):
        comment(check(path), path)
    comment(check(path), tmp_path / "批注.docx")
    assert path.read_bytes() == before


def test_comments_need_a_word_file(path: Path, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="批注只能写进"):
        comment(check(path), tmp_path / "批注.docx")


def test_a_commented_file_is_a_sound_package(tmp_path: Path) -> None:
    path = dk.write(dk.Document(blocks=[dk.Paragraph("镇长×××的报告。")]), tmp_path / "稿.docx")
    target = comment(check(path), tmp_path / "批注.docx")
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert "word/comments.xml" in archive.namelist()

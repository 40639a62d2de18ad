"""What a clerk gets wrong: one clear sentence each, and nothing half-written."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import draftkit as dk
from draftkit.checks import fix
from draftkit.checks.together import check_together
from draftkit.renderers import House
from draftkit.tree import Booklet, TitleBlock

TOWN = dk.Congress(place="清溪镇", term=18, parent="青山区", deputies=86)
SESSION = dk.Session(congress=TOWN, number=4, opens=dt.date(2026, 1, 14))
DOCUMENT = dk.Document(blocks=(dk.Paragraph("会议认为，报告实事求是。"),))


def _adopted(**votes: int) -> dk.Resolution:
    status = dk.Adopted(on=dt.date(2026, 1, 15), vote=dk.Vote(**votes))
    return dk.Resolution(session=SESSION, subject=dk.Budget(), status=status)


def _say(on: dt.date, **slots: str) -> object:
    return dk.PhraseBook.default().say("report.commission", on, warn=True, **slots)


CASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a vote with more ballots than deputies": (lambda _: _adopted(present=90, favour=90), "多于全体代表86人"),
    "a session without a number": (lambda _: dk.Session(congress=TOWN), "缺少次数"),
    "a session of another type": (lambda _: dk.Session(congress=TOWN, number=1.5), "整数"),  # type: ignore[arg-type]
    "an unknown slot": (lambda _: _say(dt.date(2026, 1, 14), congress="甲", town="乙"), "town"),
    "a missing slot": (lambda _: _say(dt.date(2026, 1, 14)), "congress"),
    "a phrase for 1990": (lambda _: _say(dt.date(1990, 1, 1), congress="甲"), "1990年1月1日"),
    "an unknown phrase": (
        lambda _: dk.PhraseBook.default().say("report.comission", dt.date(2026, 1, 14)),
        "report.commission",
    ),
    "a phrase pack that is not there": (lambda folder: dk.PhraseBook.default().overlay(folder / "x.toml"), "x.toml"),
    "a template that is not there": (
        lambda folder: dk.write(DOCUMENT, folder / "a.docx", house=House(template=folder / "没有.docx")),
        "没有.docx",
    ),
    "a template that is no docx": (
        lambda folder: dk.write(DOCUMENT, folder / "a.docx", house=House(template=_file(folder / "t.docx", b"no zip"))),
        "t.docx",
    ),
    "a file that is not text": (lambda folder: dk.read(_file(folder / "p.txt", b"\x89PNG\0\0\xff")), "不是文本文件"),
    "a file that is not there": (lambda folder: dk.read(folder / "去年.txt"), "去年.txt"),
    "a folder in place of a paper": (dk.read, "这是文件夹"),
    "a date that is text": (lambda _: dk.check("甲。", on="2025-01-01"), "文稿日期应为日期"),  # type: ignore[arg-type]
    "a date of several papers that is text": (
        lambda _: check_together(["甲。"], on="2025-01-01"),  # type: ignore[arg-type]
        "文稿日期应为日期",
    ),
    "settings that are text": (lambda _: dk.check("甲。", settings="检查.toml"), r"Settings\(…\)"),  # type: ignore[arg-type]
    "nothing to read": (lambda _: dk.read(None), "应给出文件的路径或文字，而不是 NoneType"),  # type: ignore[arg-type]
    "bytes to read": (lambda _: dk.read(b"\xe7\x94\xb2"), "而不是 bytes"),  # type: ignore[arg-type]
    "nothing to check": (lambda _: dk.check(None), "应给出文件的路径或文字"),  # type: ignore[arg-type]
    "bytes to check": (lambda _: dk.check(b""), "应给出文件的路径或文字"),  # type: ignore[arg-type]
    "nothing to fix": (lambda _: fix(None), "应给出文件的路径或文字"),  # type: ignore[arg-type]
    "nowhere to write": (lambda _: dk.write(DOCUMENT, None), "写到哪里应是文件路径"),  # type: ignore[arg-type]
    "bytes to write to": (lambda _: dk.write(DOCUMENT, b"a.docx"), "写到哪里应是文件路径"),  # type: ignore[arg-type]
    "nothing to write": (lambda folder: dk.write(None, folder / "a.txt"), "应是文稿"),  # type: ignore[arg-type]
    "nothing to preview": (lambda _: dk.preview(None), "应是文稿"),  # type: ignore[arg-type]
    "a house that is text": (
        lambda folder: dk.write(DOCUMENT, folder / "a.txt", house="gbt9704"),  # type: ignore[arg-type]
        r"House\(page=…\)",
    ),
    "fonts that are text": (lambda _: House(fonts="仿宋"), r"Fonts\(body="),  # type: ignore[arg-type]
    "a template that is no path": (lambda _: House(template=DOCUMENT), "template 应为"),  # type: ignore[arg-type]
    "a title block that is text": (lambda _: dk.Document(title_block="标题"), r"TitleBlock\(title="),  # type: ignore[arg-type]
    "a signature that is text": (lambda _: dk.Document(signature="机关"), r"Signature\("),  # type: ignore[arg-type]
    "an imprint that is text": (lambda _: dk.Document(imprint="机关"), r"Imprint\("),  # type: ignore[arg-type]
    "attachments that are texts": (lambda _: dk.Document(attachments=["名单"]), r"Attachment\("),  # type: ignore[list-item]
    "a mark that is text": (lambda _: TitleBlock(mark="草案"), r"Mark\("),  # type: ignore[arg-type]
    "a booklet of texts": (lambda _: Booklet(["报告"]), "Document 应为"),  # type: ignore[list-item]
    "a blank without a name": (lambda _: dk.Blank(None), "name 应为文字"),  # type: ignore[arg-type]
    "a table without rows": (lambda _: dk.Table([["项目", "件数"]]), "表格应写表头和各行.*没有给出"),
    "a table of texts": (lambda _: dk.Table("项目", ["道路"]), "表格应写表头和各行"),
    "a document whose layout is checked": (lambda _: dk.check_layout(DOCUMENT), "请先用 dk.write"),  # type: ignore[arg-type]
    "an output folder that is not there": (lambda folder: dk.write(DOCUMENT, folder / "没有" / "a.docx"), "没有"),
    "an output folder that is a file": (
        lambda folder: dk.write(DOCUMENT, _file(folder / "b", b"") / "a.docx"),
        "a.docx|b",
    ),
    "an output folder that can't be written": (lambda _: dk.write(DOCUMENT, "/proc/a.docx"), "/proc"),
    "an output path that is a folder": (lambda folder: dk.write(DOCUMENT, _folder(folder / "c.docx")), "c.docx"),
    "a file that is already there": (lambda folder: dk.write(DOCUMENT, _file(folder / "d.txt", b"mine")), "overwrite"),
    "a suffix nobody writes": (lambda folder: dk.write(DOCUMENT, folder / "a.wps"), r"\.docx"),
    "a control character in the text": (
        lambda folder: dk.write(dk.Document(blocks=(dk.Paragraph("甲\x00乙"),)), folder / "a.docx"),
        "段",
    ),
    "a blank in a strict paper": (
        lambda folder: dk.write(dk.Document(blocks=(dk.Paragraph(dk.Blank("会期")),)), folder / "a.docx", strict=True),
        "会期",
    ),
}


def _file(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.mark.parametrize(("act", "message"), CASES.values(), ids=CASES.keys())
def test_bad_input_is_one_clear_error_and_leaves_nothing_behind(
    tmp_path: Path, act: Callable[[Path], object], message: str
) -> None:
    with pytest.raises(dk.DraftError, match=message) as caught:
        act(tmp_path)
    text = str(caught.value)
    assert re.search(r"[一-鿿]{3}", text)
    assert re.search(r"（.*[A-Za-z]{3}.*）$", text, re.DOTALL)
    left = {path.name for path in tmp_path.iterdir()}
    assert left <= {"t.docx", "p.txt", "b", "c.docx", "d.txt"}
    if "d.txt" in left:
        assert (tmp_path / "d.txt").read_bytes() == b"mine"

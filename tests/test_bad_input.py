"""What a clerk gets wrong: one clear sentence each, and nothing half-written."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import draftkit as dk
from draftkit.renderers import House

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
    "a folder in place of a paper": (dk.read, "读不了"),
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

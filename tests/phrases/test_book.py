"""Saying phrases: editions, slots, errors, warnings."""

import datetime as dt
import warnings
from decimal import Decimal
from pathlib import Path

import pytest

from draftkit.errors import DraftError, DraftWarning, PhraseError
from draftkit.phrases import PhraseBook
from draftkit.tree import Blank, LineBreak, Text, plain

BOOK = PhraseBook.default()
ON = dt.date(2026, 1, 15)


def _book(folder: Path, text: str) -> PhraseBook:
    pack = folder / "own.toml"
    pack.write_text(f"[pack]\nas_of = 2026-03-13\n{text}", encoding="utf-8")
    return PhraseBook.load(pack)


GREETING = """
[[phrase]]
id = "greeting"
title = "问候"
slots = { name = "text" }

[[phrase.edition]]
since = 2010-01-01
until = 2011-12-31
text = "{name}，您好"

[[phrase.edition]]
since = 2014-01-01
text = "{name}，你好"
"""


def test_the_default_book_is_read_once() -> None:
    assert PhraseBook.default() is PhraseBook.default()


def test_a_phrase_is_said_in_the_edition_of_the_day() -> None:
    assert BOOK.text("centre", dt.date(2012, 11, 14)) == "以胡锦涛同志为总书记的党中央"
    assert BOOK.text("centre", dt.date(2012, 11, 15)) == "以习近平同志为总书记的党中央"


def test_a_datetime_counts_as_its_day() -> None:
    moment = dt.datetime(2012, 11, 14, 23, 59, tzinfo=dt.UTC)
    assert BOOK.text("centre", moment) == BOOK.text("centre", moment.date())


def test_a_formula_that_was_not_yet_said_is_empty() -> None:
    assert BOOK.say("loyalty", dt.date(2012, 1, 10)) == ()


def test_a_blank_stays_a_blank() -> None:
    said = BOOK.say("resolution.adoption-note", ON, date=Blank("通过日期"), meeting="会议")
    assert said == (Text("（"), Blank("通过日期"), Text("会议通过）"))


def test_a_line_break_stays_a_line_break() -> None:
    said = BOOK.say("resolution.title", ON, meeting=[Text("甲"), LineBreak(), "乙"], matter="丙")
    assert said == (Text("甲"), LineBreak(), Text("乙关于丙的决议"))


@pytest.mark.parametrize(
    "text", ["{goal}", "{@centre}", "{{", "}}", "{", "{{@centre}}", "%s", "{0}", "{text.__class__}"]
)
def test_what_is_given_is_data(text: str) -> None:
    assert BOOK.text("resolution.finding", ON, text=text) == f"会议认为，{text}"


def test_every_type_is_written_as_papers_write_it(tmp_path: Path) -> None:
    book = _book(
        tmp_path,
        """
[[phrase]]
id = "all"
slots = { t = "text", n = "number", o = "ordinal", d = "date", y = "year", p = "percent", l = "list" }
[[phrase.edition]]
since = 2000-01-01
text = "{t}{n}件{o}届{d}、{y}年{p}：{l}"
""",
    )
    said = book.text("all", ON, t="办理", n=34, o=18, d=dt.date(2026, 1, 5), y=2025, p=Decimal("0.975"), l=["路", "桥"])
    assert said == "办理34件第十八届2026年1月5日、2025年97.5%：路、桥"


def _refused(phrase_id: str, on: dt.date, **slots: object) -> str:
    with pytest.raises(DraftError) as caught:
        BOOK.text(phrase_id, on, **slots)  # type: ignore[arg-type]  # wrong on purpose
    assert isinstance(caught.value, PhraseError)
    assert caught.value.zh
    assert caught.value.en
    return caught.value.zh


def test_a_missing_slot_is_named() -> None:
    said = _refused("report.closing", ON, people="全镇人民", committee="镇党委")
    assert "套语“report.closing”（结束语）缺少槽位 goal" in said


def test_all_that_is_wrong_with_slots_is_told_at_once() -> None:
    said = _refused("report.closing", ON, peopel="全镇人民", committee=3)
    assert "缺少槽位 people、goal" in said
    assert "没有名为“peopel”的槽位，是不是“people”？" in said
    assert "槽位“committee”应为文字，且不能为空，而不是 3" in said


def test_an_unknown_slot_is_told_what_there_is() -> None:
    assert "没有名为“x”的槽位（可用：congress）" in _refused("report.title", ON, congress="清溪镇人大", x=1)
    assert "这条套语没有槽位" in _refused("centre", ON, x=1)


@pytest.mark.parametrize("year", ["2026", 26, True, 2026.0, None])
def test_a_slot_of_a_wrong_type_is_refused(year: object) -> None:
    assert "应为四位数的年份，如 2026" in _refused("report.plan-title", ON, year=year)


@pytest.mark.parametrize("text", ["", [], (), [""]])
def test_an_empty_slot_is_refused(text: object) -> None:
    assert "不能为空" in _refused("resolution.finding", ON, text=text)


def test_an_unknown_phrase_is_told_those_with_like_names() -> None:
    assert "没有名为“report.closng”的套语，是不是“report.closing”" in _refused("report.closng", ON)
    assert _refused("zzzz", ON) == "没有名为“zzzz”的套语"


def test_a_phrase_for_1990_says_when_the_first_edition_begins() -> None:
    said = _refused("report.salutation", dt.date(1990, 1, 1))
    assert "没有1990年1月1日的版本：最早的版本自2002年11月15日起" in said


def test_a_day_in_a_gap_says_which_editions_stand_round_it(tmp_path: Path) -> None:
    book = _book(tmp_path, GREETING)
    assert book.text("greeting", dt.date(2011, 12, 31), name="王强") == "王强，您好"
    with pytest.raises(PhraseError, match="上一个版本止于2011年12月31日，下一个版本自2014年1月1日起"):
        book.text("greeting", dt.date(2012, 1, 1), name="王强")


def test_a_day_after_the_last_edition_says_so(tmp_path: Path) -> None:
    book = _book(tmp_path, GREETING.replace("since = 2014-01-01", "since = 2014-01-01\nuntil = 2015-12-31"))
    with pytest.raises(PhraseError, match="上一个版本止于2015年12月31日，其后没有新的版本"):
        book.text("greeting", dt.date(2016, 1, 1), name="王强")


@pytest.mark.parametrize("on", ["2026-01-15", None, 2026])
def test_a_date_must_be_a_date(on: object) -> None:
    with pytest.raises(PhraseError, match=r"文稿日期应为 datetime\.date"):
        BOOK.text("centre", on)  # type: ignore[arg-type]  # wrong on purpose


LATER = dt.date(2026, 9, 1)


@pytest.mark.parametrize("verb", ["say", "text"])
def test_after_the_as_of_date_a_formula_must_be_confirmed(verb: str) -> None:
    with pytest.warns(DraftWarning, match=r"文稿日期2026年9月1日晚于套语包的截至日2026年3月13日.*须人工确认") as caught:
        getattr(BOOK, verb)("study", LATER)
    assert len(caught) == 1
    assert caught[0].filename == __file__


def test_the_warning_can_be_left_out() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert BOOK.text("centre", LATER, warn=False) == "以习近平同志为核心的党中央"


def test_words_that_no_politics_change_need_no_confirming() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert BOOK.text("report.salutation", LATER) == "各位代表："


def test_on_the_as_of_date_itself_nothing_needs_confirming() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert BOOK.text("centre", dt.date(2026, 3, 13)) == "以习近平同志为核心的党中央"


def test_the_phrases_can_be_looked_at_and_not_changed() -> None:
    assert BOOK.phrases["centre"].title == "党中央"
    assert BOOK.phrase("centre").editions[-1].source == "党的十八届六中全会公报，2016年10月27日"
    with pytest.raises(TypeError):
        BOOK.phrases["centre"] = BOOK.phrases["banner"]  # type: ignore[index]  # read only


def test_text_is_what_say_says() -> None:
    assert BOOK.text("spirit", ON) == plain(BOOK.say("spirit", ON))

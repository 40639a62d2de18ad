"""A clerk's own pack, laid over ours."""

import datetime as dt
from pathlib import Path

import pytest

from draftkit.errors import DraftWarning, PhraseError
from draftkit.phrases import PhraseBook

BOOK = PhraseBook.default()
ON = dt.date(2026, 1, 15)


def _pack(folder: Path, text: str, name: str = "own.toml") -> Path:
    path = folder / name
    path.write_text(f"[pack]\nname = 'own'\ntitle = '本镇'\nas_of = 2027-01-01\n{text}", encoding="utf-8")
    return path


def _phrase(phrase_id: str, text: str, extra: str = "", since: str = "2020-01-01") -> str:
    return f"[[phrase]]\nid = '{phrase_id}'\n{extra}\n[[phrase.edition]]\nsince = {since}\ntext = '{text}'\n"


def test_a_phrase_of_the_same_id_replaces_ours(tmp_path: Path) -> None:
    book = BOOK.overlay(_pack(tmp_path, _phrase("report.salutation", "各位代表、同志们：")))
    assert book.text("report.salutation", ON) == "各位代表、同志们："
    assert BOOK.text("report.salutation", ON) == "各位代表："


def test_it_takes_title_kinds_and_slots_from_ours_where_it_gives_none(tmp_path: Path) -> None:
    book = BOOK.overlay(_pack(tmp_path, _phrase("report.closing", "让我们为{goal}而奋斗！")))
    phrase = book.phrase("report.closing")
    assert phrase.title == "结束语"
    assert phrase.kinds == ("presidium_report",)
    said = book.text("report.closing", ON, people="全镇人民", committee="镇党委", goal="建设美丽清溪")
    assert said == "让我们为建设美丽清溪而奋斗！"


def test_a_new_id_is_added(tmp_path: Path) -> None:
    book = BOOK.overlay(_pack(tmp_path, _phrase("town.motto", "务实为民")))
    assert book.text("town.motto", ON) == "务实为民"
    assert len(book.phrases) == len(BOOK.phrases) + 1


def test_ours_include_what_lies_over_them(tmp_path: Path) -> None:
    book = BOOK.overlay(_pack(tmp_path, _phrase("resolve", "同心同德")))
    said = book.text("report.closing", ON, people="全镇人民", committee="镇党委", goal="振兴清溪")
    assert "紧紧依靠全镇人民，同心同德，为振兴清溪而努力奋斗！" in said


def test_theirs_may_include_ours(tmp_path: Path) -> None:
    book = BOOK.overlay(_pack(tmp_path, _phrase("town.spirit", "学习{@spirit}")))
    assert book.text("town.spirit", ON) == "学习党的二十大和二十届历次全会精神"


def test_a_computed_phrase_may_be_replaced_by_a_dated_one(tmp_path: Path) -> None:
    book = BOOK.overlay(_pack(tmp_path, _phrase("spirit", "党的二十大精神")))
    assert book.text("study", ON).startswith("全面贯彻落实党的二十大精神，")


def test_before_it_begins_there_is_no_edition(tmp_path: Path) -> None:
    book = BOOK.overlay(_pack(tmp_path, _phrase("resolve", "同心同德", since="2026-01-01")))
    with pytest.raises(PhraseError, match=r"套语“resolve”.*最早的版本自2026年1月1日起"):
        book.text("report.closing", dt.date(2025, 1, 1), people="甲", committee="乙", goal="丙")


def test_a_slot_that_ours_does_not_have_must_be_declared(tmp_path: Path) -> None:
    with pytest.raises(
        PhraseError, match=r"own\.toml 套语“report\.closing”：文中的槽位“golas”没有在 slots 里声明，是不是“goal”"
    ):
        BOOK.overlay(_pack(tmp_path, _phrase("report.closing", "为{golas}而奋斗！")))


def test_a_new_meeting_changes_the_list(tmp_path: Path) -> None:
    meeting = "[[meeting]]\ncongress = 21\nopens = 2026-02-01\ncloses = 2026-02-05\n"
    book = BOOK.overlay(_pack(tmp_path, meeting))
    assert book.text("spirit", dt.date(2026, 2, 4)) == "党的二十大和二十届历次全会精神"
    assert book.text("spirit", dt.date(2026, 2, 5)) == "党的二十一大精神"


def test_a_new_plan_is_known(tmp_path: Path) -> None:
    book = BOOK.overlay(_pack(tmp_path, "[[plan]]\nnumber = 16\nfirst = 2031\nknown = 2030-10-20\n"))
    plan = book.plan_of(2031)
    assert plan is not None
    assert plan.name == "十六五"


def test_a_folder_of_packs_is_laid_over_as_one(tmp_path: Path) -> None:
    _pack(tmp_path, _phrase("town.one", "一"), "one.toml")
    _pack(tmp_path, _phrase("town.two", "二{@town.one}"), "two.toml")
    assert BOOK.overlay(tmp_path).text("town.two", ON) == "二一"


def test_the_same_id_in_two_packs_of_a_folder_is_refused(tmp_path: Path) -> None:
    _pack(tmp_path, _phrase("town.one", "一"), "one.toml")
    _pack(tmp_path, _phrase("town.one", "二"), "two.toml")
    with pytest.raises(PhraseError, match=r"two\.toml 套语“town\.one”：在 one\.toml 里已经有了"):
        BOOK.overlay(tmp_path)


def test_the_as_of_date_is_that_of_the_pack_a_phrase_is_from(tmp_path: Path) -> None:
    later = dt.date(2026, 9, 1)
    book = BOOK.overlay(_pack(tmp_path, _phrase("town.motto", "务实为民")))
    assert book.text("town.motto", later) == "务实为民"
    with pytest.warns(DraftWarning, match="截至日2026年3月13日"):
        book.text("centre", later)


@pytest.mark.parametrize("name", ["nowhere.toml", "empty"])
def test_a_pack_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PhraseError, match="这里没有套语包"):
        BOOK.overlay(tmp_path / name)

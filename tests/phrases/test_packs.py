"""What may be wrong in a pack, told with file and id, all of it at once."""

import re
from pathlib import Path

import pytest

from draftkit.errors import PhraseError
from draftkit.phrases import PhraseBook, load_pack

HEAD = "[pack]\nas_of = 2026-03-13\n"


def _load(folder: Path, text: str, head: str = HEAD) -> str:
    """Return the Chinese sentence with which a pack is refused."""
    path = folder / "own.toml"
    path.write_text(head + text, encoding="utf-8")
    with pytest.raises(PhraseError) as caught:
        PhraseBook.load(path)
    assert caught.value.where == str(path)
    assert caught.value.en
    return caught.value.zh


def _phrase(text: str = "文字", extra: str = "", phrase_id: str = "a.b", edition: str = "since = 2020-01-01") -> str:
    return f"\n[[phrase]]\nid = '{phrase_id}'\n{extra}\n[[phrase.edition]]\n{edition}\ntext = '{text}'\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (_phrase("{x}"), "own.toml 套语“a.b”：文中的槽位“x”没有在 slots 里声明"),
        (_phrase(extra="slots = { x = 'text' }"), "own.toml 套语“a.b”：槽位“x”没有一个版本用到"),
        (_phrase("{x}", "slots = { x = 'texte' }"), "槽位“x”的类型应为 text、number"),
        (_phrase("{warn}", "slots = { warn = 'text' }"), "“warn”不能作槽位名"),
        (_phrase("{X}"), "own.toml 套语“a.b” 第1个版本：“{X}”不是槽位"),
        (_phrase("{x"), "“{x”不是槽位"),
        (_phrase("x}"), "“}”不是槽位"),
        (_phrase() + _phrase(), "套语“a.b”出现了不止一次"),
        (_phrase(extra="tilte = '标题'"), "不认识的键“tilte”，是不是“title”？"),
        (_phrase(edition="since = 2020-01-01\nutnil = 2021-01-01"), "第1个版本：不认识的键“utnil”，是不是“until”？"),
        (_phrase(edition="since = '2020-01-01'"), "“since”应为日期，如 2026-01-15，而不是 '2020-01-01'"),
        (_phrase(edition="since = 2020-01-01T00:00:00"), "“since”应为日期"),
        (_phrase(edition=""), "第1个版本：缺少“since”"),
        (_phrase(edition="since = 2020-01-01\nuntil = 2019-01-01"), "止日 2019-01-01 早于起日 2020-01-01"),
        (_phrase(edition="since = 2020-01-01\nconfidence = 'sure'"), "“confidence”应为 high、medium、low 之一"),
        (_phrase(phrase_id="坏"), "id 应由小写字母、数字、“-”和“.”组成"),
        (_phrase("{@a.c}"), "没有可包含的套语“a.c”，是不是“a.b”？"),
        (_phrase("{@a.b}"), "循环包含：a.b→a.b"),
        (_phrase("{@a.c}") + _phrase("{@a.b}", phrase_id="a.c"), "循环包含：a.b→a.c→a.b"),
        (_phrase(extra="computed = 'spirit'"), "应有且只有 [[phrase.edition]] 版本或“computed”之一"),
        ("\n[[phrase]]\nid = 'a'\n", "应有且只有 [[phrase.edition]] 版本或“computed”之一"),
        ("\n[[phrase]]\nid = 'a'\ncomputed = 'spirt'\n", "“computed”应为 spirit 之一"),
        ("\n[[phrase]]\ntext = 'a'\n", "own.toml 第1条套语：缺少“id”"),
        (_phrase(extra="kinds = [1]"), "“kinds”应为文字的列表"),
        (_phrase(extra="timeless = 1"), "“timeless”应为 true 或 false"),
        ("\n[[meeting]]\ncongress = 20\nopens = 2026-02-05\ncloses = 2026-02-01\n", "闭幕日期 2026-02-01 早于开幕日期"),
        ("\n[[meeting]]\ncongress = true\n", "第1次会议：“congress”应为整数"),
        ("\n[[plan]]\nnumber = 16\n", "第1个规划：缺少“first”"),
        ("\n[pakc]\n", "不认识的键“pakc”，是不是“pack”？"),
    ],
)
def test_a_problem_is_told_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    assert sentence in _load(tmp_path, text)


def test_overlapping_editions_are_refused(tmp_path: Path) -> None:
    second = "[[phrase.edition]]\nsince = 2021-01-01\ntext = '后来'\n"
    text = _phrase(edition="since = 2020-01-01\nuntil = 2021-01-01") + second
    assert "自2020年1月1日起的版本和自2021年1月1日起的版本时间重叠" in _load(tmp_path, text)


def test_two_editions_of_one_day_are_refused(tmp_path: Path) -> None:
    assert "时间重叠" in _load(tmp_path, _phrase() + "[[phrase.edition]]\nsince = 2020-01-01\ntext = '又'\n")


def test_an_include_that_is_younger_is_refused(tmp_path: Path) -> None:
    text = _phrase("{@new}") + _phrase(phrase_id="new", edition="since = 2021-01-01")
    assert "自2020年1月1日起的版本包含“new”，而“new”没有2020年1月1日的版本" in _load(tmp_path, text)


def test_an_include_that_ends_first_is_refused(tmp_path: Path) -> None:
    text = _phrase("{@old}") + _phrase(phrase_id="old", edition="since = 2019-01-01\nuntil = 2022-12-31")
    assert "“old”没有2023年1月1日的版本" in _load(tmp_path, text)


def test_the_slots_of_an_include_are_declared_where_it_is_included(tmp_path: Path) -> None:
    text = _phrase("{@inner}") + _phrase("{x}", "slots = { x = 'year' }", "inner")
    assert '包含的套语“inner”要用槽位 x = "year"，这里也应这样声明' in _load(tmp_path, text)


def test_a_pack_without_its_day_is_refused(tmp_path: Path) -> None:
    assert "own.toml [pack]：缺少“as_of”" in _load(tmp_path, _phrase(), head="[pack]\n")
    assert "own.toml：缺少“pack”" in _load(tmp_path, _phrase(), head="")


@pytest.mark.parametrize(("value", "sentence"), [("3", "“phrase”应为列表"), ("[3]", "“phrase”应写成 [[phrase]] 表")])
def test_phrases_are_tables(tmp_path: Path, value: str, sentence: str) -> None:
    assert sentence in _load(tmp_path, HEAD, head=f"phrase = {value}\n")


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    said = _load(tmp_path, _phrase("{X}") + _phrase(phrase_id="c", extra="titel = 1", edition="since = 1"))
    assert said.startswith("套语包有3处问题：")
    assert re.findall(r"（\d）", said) == ["（1）", "（2）", "（3）"]


def test_bad_toml_is_told_with_its_line(tmp_path: Path) -> None:
    assert re.search("TOML 语法有误：.*line 3", _load(tmp_path, "id = \n"))


def test_a_pack_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes((HEAD + _phrase("文字")).encode("gbk"))
    with pytest.raises(PhraseError, match="不是 UTF-8 编码，请另存为 UTF-8"):
        load_pack(path)


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + _phrase("文字")).encode())
    assert load_pack(path).phrases[0].editions[0].text == "文字"


def test_a_folder_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PhraseError, match="套语包读不出来"):
        load_pack(tmp_path)


def test_editions_may_stand_in_any_order_and_end_where_the_next_begins(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    text = _phrase("后来", edition="since = 2021-01-01") + "[[phrase.edition]]\nsince = 2020-01-01\ntext = '起初'\n"
    path.write_text(HEAD + text, encoding="utf-8")
    editions = load_pack(path).phrases[0].editions
    assert [(edition.text, str(edition.since), str(edition.until)) for edition in editions] == [
        ("起初", "2020-01-01", "2020-12-31"),
        ("后来", "2021-01-01", "None"),
    ]

"""The house style that ships: what its builder makes, and what GB/T 9704-2012 asks for."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from draftkit._resources import templates_dir
from draftkit.renderers import PageModel
from draftkit.template.package import unpack
from tests.renderers.papers import W, attribute, findings, strings

_FOLDER = templates_dir() / "gbt9704"

both = pytest.mark.parametrize("page", list(PageModel))


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gbt9704_build", _FOLDER / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _file(page: PageModel) -> Path:
    return _FOLDER / f"{page}.docx"


def _part(page: PageModel, name: str) -> etree._Element:
    return etree.fromstring(unpack(_file(page).read_bytes())[name])


def _numbers(page: PageModel, name: str) -> dict[str, str]:
    found = _part(page, "word/document.xml").find(f".//w:{name}", W)
    assert found is not None
    return {etree.QName(key).localname: str(value) for key, value in found.attrib.items()}


def _mm(twips: str | int) -> float:
    return int(twips) * 25.4 / 1440


@both
def test_the_file_is_what_the_builder_makes(page: PageModel) -> None:
    builder = _builder()
    built = unpack(builder.build(builder.PAGES[page.value]))
    assert list(unpack(_file(page).read_bytes()).items()) == list(built.items())


@both
def test_the_file_is_valid(page: PageModel) -> None:
    assert findings(_file(page)) == []


@both
def test_the_page_is_a4_and_a_line_156_mm(page: PageModel) -> None:
    size, margins = _numbers(page, "pgSz"), _numbers(page, "pgMar")
    assert (round(_mm(size["w"])), round(_mm(size["h"]))) == (210, 297)
    assert _mm(margins["left"]) == pytest.approx(28, abs=0.05)
    assert _mm(int(size["w"]) - int(margins["left"]) - int(margins["right"])) == pytest.approx(156, abs=0.05)


def test_the_nominal_margins_are_the_standards() -> None:
    margins = _numbers(PageModel.NOMINAL, "pgMar")
    assert _mm(margins["top"]) == pytest.approx(37, abs=0.05)
    assert _mm(margins["bottom"]) == pytest.approx(35, abs=0.05)


@both
def test_22_lines_and_no_more_fill_the_page(page: PageModel) -> None:
    margins, grid = _numbers(page, "pgMar"), _numbers(page, "docGrid")
    height = int(_numbers(page, "pgSz")["h"]) - int(margins["top"]) - int(margins["bottom"])
    assert grid["type"] == "lines"
    assert height // int(grid["linePitch"]) == 22


@both
def test_no_font_comes_from_a_theme_and_every_script_has_one(page: PageModel) -> None:
    for fonts in _part(page, "word/styles.xml").iterfind(".//w:rFonts", W):
        assert not [name for name in fonts.attrib if "Theme" in str(name)]
        assert len({attribute(fonts, name) for name in ("ascii", "hAnsi", "eastAsia", "cs")}) == 1


@both
def test_the_language_is_chinese(page: PageModel) -> None:
    lang = _part(page, "word/styles.xml").find(".//w:rPrDefault//w:lang", W)
    theme = _part(page, "word/settings.xml").find("w:themeFontLang", W)
    assert attribute(lang, "eastAsia") == attribute(theme, "eastAsia") == "zh-CN"


LOOKS = {
    "Normal": ("仿宋_GB2312", 32),
    "Title": ("方正小标宋简体", 44),
    "Subtitle": ("楷体_GB2312", 32),
    "heading 1": ("黑体", 32),
    "heading 2": ("楷体_GB2312", 32),
    "heading 3": ("仿宋_GB2312", 32),
    "heading 4": ("仿宋_GB2312", 32),
    "footer": ("宋体", 28),
}


@both
@pytest.mark.parametrize("style", LOOKS)
def test_each_style_has_its_font_and_size(page: PageModel, style: str) -> None:
    styles = _part(page, "word/styles.xml")

    def value(style: str, path: str, name: str) -> str:
        found = strings(styles, f"//w:style[w:name/@w:val='{style}']/w:rPr/{path}/@w:{name}")
        return found[0] if found else value("Normal", path, name)

    assert (value(style, "w:rFonts", "eastAsia"), int(value(style, "w:sz", "val"))) == LOOKS[style]
    assert styles.find(".//w:b", W) is None


@both
def test_text_and_headings_are_indented_two_characters_in_both_ways(page: PageModel) -> None:
    styles = _part(page, "word/styles.xml")
    for name in ("Body Text", *(f"heading {level}" for level in range(1, 6))):
        indent = f"//w:style[w:name/@w:val='{name}']/w:pPr/w:ind"
        assert strings(styles, f"{indent}/@w:firstLineChars") == ["200"]
        assert strings(styles, f"{indent}/@w:firstLine") == ["630"]


@both
def test_odd_and_even_pages_have_their_number_on_their_own_side(page: PageModel) -> None:
    assert _part(page, "word/settings.xml").find("w:evenAndOddHeaders", W) is not None
    for part, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        footer = _part(page, part)
        assert "".join(strings(footer, "//w:t/text()")) == "— 1 —"
        assert attribute(footer.find(".//w:ind", W), side) == "280"

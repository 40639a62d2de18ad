"""The options of the house style, and what is told of a wrong one."""

from pathlib import Path

import pytest

from draftkit.errors import TemplateError
from draftkit.renderers import House, Numbering, PageModel


def test_the_default_is_the_standard() -> None:
    house = House()
    assert (house.page, house.numbering, house.western) == (PageModel.NOMINAL, Numbering.LITERAL, None)
    assert house.template_file().parts[-2:] == ("gbt9704", "nominal.docx")


def test_the_page_model_chooses_the_file_of_a_folder() -> None:
    assert House(page="compensated").template_file().name == "compensated.docx"


def test_a_template_may_be_a_file(tmp_path: Path) -> None:
    file = tmp_path / "本单位.docx"
    file.touch()
    assert House(template=file, page="compensated").template_file() == file
    assert House(template=str(file)).template_file() == file


@pytest.mark.parametrize("missing", ["没有", "没有.docx"])
def test_a_template_that_is_not_there_is_told(tmp_path: Path, missing: str) -> None:
    with pytest.raises(TemplateError, match="找不到模板文件"):
        House(template=tmp_path / missing).template_file()


def test_a_folder_without_the_page_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"nominal\.docx"):
        House(template=tmp_path).template_file()


def test_an_unknown_option_names_those_there_are() -> None:
    with pytest.raises(TemplateError, match="可选：nominal、compensated"):
        House(page="a4")
    with pytest.raises(TemplateError, match="可选：literal、native"):
        House(numbering="auto")

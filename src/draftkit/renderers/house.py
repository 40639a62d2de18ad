"""The options of the house style: which template, which page, who counts, which fonts."""

import os
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from attrs import field, frozen
from attrs.converters import optional

from draftkit._resources import templates_dir
from draftkit.errors import TemplateError

__all__ = ["Fonts", "House", "Numbering", "PageModel"]


class PageModel(StrEnum):
    """Where 22 lines lie on the sheet (GB/T 9704-2012, 5.2.1 and 5.2.3)."""

    NOMINAL = "nominal"
    """The margins are those of the standard; type lies 2.5 mm below the top of its line."""
    COMPENSATED = "compensated"
    """The lines lie a little higher and further apart, so that the type itself fills the 225 mm."""


class Numbering(StrEnum):
    """Who writes 一、 （一） 1. （1）."""

    LITERAL = "literal"
    """They are text: they survive copying, searching and every reader."""
    NATIVE = "native"
    """Word counts them; a reader of the text doesn't see them."""


@frozen(kw_only=True)
class Fonts:
    """The typefaces of GB/T 9704-2012, by the names that the office's machines know them by.

    They take the place of the fonts that the default template names.

    Args:
        title: 小标宋, of the title.
        body: 仿宋, of the text and of headings of levels 3 and 4.
        first: 黑体, of headings of level 1, of parts and of table headings.
        second: 楷体, of headings of level 2, of the occasion line and of the reporter.
    """

    title: str = "方正小标宋简体"
    body: str = "仿宋_GB2312"
    first: str = "黑体"
    second: str = "楷体_GB2312"


def _template(value: str | os.PathLike[str]) -> Path:
    if not isinstance(value, (str, os.PathLike)):
        raise TemplateError(
            f"template 应为模板文件或文件夹的路径，而不是 {value!r}", f"template must be a path, not {value!r}"
        )
    return Path(value)


def _page(value: PageModel | str) -> PageModel:
    return _option("page", value, PageModel)


def _numbering(value: Numbering | str) -> Numbering:
    return _option("numbering", value, Numbering)


_Option = TypeVar("_Option", bound=StrEnum)


def _option(name: str, value: str, options: type[_Option]) -> _Option:
    try:
        return options(value)
    except ValueError:
        known = "、".join(options)
        raise TemplateError(
            f"{name} 不能是“{value}”，可选：{known}", f"{name} can't be {value!r}; there are {', '.join(options)}"
        ) from None


@frozen(kw_only=True)
class House:
    """The look of an office's papers. What isn't given is as in GB/T 9704-2012.

    Args:
        template: A `.docx`, or a folder with one for each page model and `reading.docx`; by default that of draftkit.
        page: The page model, of a folder's two.
        reading: Whether it is a copy to read aloud from, at the rostrum, in larger type (2号, 16 lines a page).
        numbering: Whether labels are text or Word's own lists.
        western: The font of Latin letters and digits; None for that of the text around them.
        bold_headings: Whether headings are bold as well.
        keep_headings: Whether a heading stays on the page of what follows it; that before may then end a line short.
        fonts: The names of the fonts.
    """

    template: Path | None = field(default=None, converter=optional(_template))
    page: PageModel = field(default=PageModel.NOMINAL, converter=_page)
    numbering: Numbering = field(default=Numbering.LITERAL, converter=_numbering)
    reading: bool = False
    western: str | None = None
    bold_headings: bool = False
    keep_headings: bool = False
    fonts: Fonts = field(factory=Fonts)

    @fonts.validator
    def _are_fonts(self, _attribute: object, value: object) -> None:
        if not isinstance(value, Fonts):
            raise TemplateError(
                f'fonts 应为 Fonts(body="仿宋") 这样的写法，而不是 {value!r}',
                f'fonts must be written as Fonts(body="仿宋"), not {value!r}',
            )

    def template_file(self) -> Path:
        """Return the file of the template.

        Raises:
            TemplateError: If it isn't there.
        """
        name = "reading" if self.reading else self.page
        if self.template is None:
            return _own_template(name)
        file = self.template / f"{name}.docx" if self.template.is_dir() else self.template
        if not file.is_file():
            raise TemplateError(
                f"找不到模板文件“{file}”，请检查路径；不指定模板则用 draftkit 自带的版式",
                f"no template at {file}: check the path, or give none to use draftkit's own",
                where=os.fspath(file),
            )
        return file


@cache
def _own_template(name: str) -> Path:
    """Return draftkit's own template of that name."""
    return templates_dir() / "gbt9704" / f"{name}.docx"

"""Where the data that ships with draftkit lies: the house styles and the phrase packs."""

from pathlib import Path

from draftkit.errors import TemplateError

__all__ = ["templates_dir"]

_PACKAGE = Path(__file__).resolve().parent


def templates_dir() -> Path:
    """Return the folder `templates`: inside the installed package, or at the repository's root.

    The wheel carries it as `draftkit/templates`; an editable install has it beside `src`.

    Raises:
        TemplateError: If neither place has it, which means that the install is broken.
    """
    places = (_PACKAGE / "templates", _PACKAGE.parent.parent / "templates")
    for place in places:
        if (place / "gbt9704").is_dir() or (place / "phrases").is_dir():
            return place
    looked = "、".join(str(place) for place in places)
    raise TemplateError(
        f"找不到随 draftkit 一起安装的模板文件夹 templates（找过：{looked}），请重新安装 draftkit",
        f"the folder templates that is installed with draftkit is missing (looked in {looked}): install draftkit again",
    )

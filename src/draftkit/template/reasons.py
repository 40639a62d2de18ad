"""What an error of a render says to the one who wrote the template or gave its values."""

import difflib
import re
from collections.abc import Iterable
from typing import Final

from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from draftkit.errors import DraftError

__all__ = ["reason"]

_UNDEFINED: Final = re.compile(r"^'(.*)' is undefined$")
_NO_FIELD: Final = re.compile(r"^'?(.*?)'? has no (?:attribute|element) (.*)$")
_NO_LIST: Final = re.compile(r"^'(.*)' object is not iterable$")


def reason(error: BaseException, names: Iterable[str] = ()) -> tuple[str, str]:
    """Return what is wrong in Chinese and in English; `names` are those that are given.

    >>> reason(ValueError("boom"))
    ('无法计算：boom', "it can't be worked out: ValueError: boom")
    """
    match error:
        case DraftError():
            return error.zh, error.en
        case SecurityError():
            return "模板不可以这样做：只能读取数据的字段", f"a template may only read fields of its data: {error}"
        case UndefinedError():
            return _undefined(error.message or "", names)
        case TypeError() if found := _NO_LIST.match(str(error)):
            return f"这里应是列表，而不是 {found[1]}", f"a list is expected here, not {found[1]}"
        case OSError():
            text = error.strerror or str(error) or type(error).__name__
            file = f"“{error.filename}”" if error.filename else ""
            return f"打不开文件{file}：{text}", f"a file can't be read: {error}"
        case _ if type(error).__module__.startswith("docx.image"):
            return "图片无法识别，请用 PNG、JPEG、GIF、BMP 或 TIFF", "not a picture that Word knows: use PNG or JPEG"
        case _:
            name, text = type(error).__name__, str(error)
            return f"无法计算：{text or name}", f"it can't be worked out: {name}{': ' if text else ''}{text}"


def _undefined(message: str, names: Iterable[str]) -> tuple[str, str]:
    if found := _UNDEFINED.match(message):
        close = difflib.get_close_matches(found[1], names, n=1)
        hint_zh = f"，是否应为“{close[0]}”" if close else "，请在数据中给出"
        hint_en = f"; did you mean {close[0]!r}?" if close else "; give it a value"
        return f"没有名为“{found[1]}”的数据{hint_zh}", f"{found[1]!r} isn't given{hint_en}"
    if found := _NO_FIELD.match(message):
        name = found[2].strip("'\"")
        return f"数据中没有字段“{name}”，请检查名称", f"the value has no field {name!r}: check the name"
    return f"数据没有给出：{message}", message

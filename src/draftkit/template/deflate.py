"""How parts are deflated: zlib at level 6, or faster by what `draftkit[fast]` installs.

isal takes a twelfth of zlib's time for files a fifth larger, zlib-ng half of it for the same size.
"""

import importlib
import zlib
from functools import cache
from typing import Any, Final

from draftkit.errors import TemplateError
from draftkit.template.container import Deflate

__all__ = ["NAMES", "Stream", "deflate_named", "fastest", "stream_named"]

Stream = Any
"""An object with `compress(bytes)` and `flush()`, as zlib makes it: the types of its makers differ."""

_LEVELS: Final = {"zlib": ("zlib", 6), "isal": ("isal.isal_zlib", 1), "zlib-ng": ("zlib_ng.zlib_ng", 6)}
NAMES: Final = tuple(_LEVELS)
"""What a template can be told to deflate by."""


@cache
def fastest() -> str:
    """Return the name of the fastest that is installed."""
    for name in ("isal", "zlib-ng"):
        try:
            importlib.import_module(_LEVELS[name][0])
        except ImportError:
            continue
        return name
    return "zlib"


def stream_named(name: str) -> Stream:
    """Return a new stream that deflates by `name`, without a header, as a zip wants it."""
    module, level = _level(name)
    if module == "zlib":
        return zlib.compressobj(level, zlib.DEFLATED, -15)
    return importlib.import_module(module).compressobj(level, zlib.DEFLATED, -15)


@cache
def deflate_named(name: str) -> Deflate:
    """Return the function that deflates a whole part by `name`."""
    module, level = _level(name)
    compressobj: Any = zlib.compressobj if module == "zlib" else importlib.import_module(module).compressobj
    method = zlib.DEFLATED

    def deflate(data: bytes) -> bytes:
        stream = compressobj(level, method, -15)
        packed: bytes = stream.compress(data) + stream.flush()
        return packed

    return deflate


def _level(name: str) -> tuple[str, int]:
    try:
        module, level = _LEVELS[name]
        importlib.import_module(module)
    except KeyError:
        raise TemplateError(
            f"没有名为“{name}”的压缩方式，可用：{'、'.join(NAMES)}",
            f"nothing deflates by {name!r}; there are {', '.join(NAMES)}",
        ) from None
    except ImportError:
        raise TemplateError(
            f"未安装 {name}，请执行 pip install draftkit[fast]",
            f"{name} isn't installed: pip install draftkit[fast]",
        ) from None
    return module, level

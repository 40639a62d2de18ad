"""How parts are deflated: zlib at level 6, or faster by what `draftkit[fast]` installs.

zlib gets a window no larger than the part that it deflates: it finds the same in it, and a small one is ready in a
third of the time. A window smaller than the part would be faster still, but papers repeat themselves from afar: of
real ones in one file it made 200 KB a tenth larger, for a seventh of the time. isal takes a twelfth of zlib's time
for files a fifth larger, zlib-ng half of it for the same size.
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

_WINDOW: Final = -15
"""The largest window, as a power of two; below 0, since a zip wants no header."""
_SMALL_WINDOWS: Final = ((8192, -13, 7), (16384, -14, 8))
"""For parts of so many bytes and less, zlib's window, and how much memory it takes for what it finds there."""
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
    maker: Any = zlib if module == "zlib" else importlib.import_module(module)
    return maker.compressobj(level, zlib.DEFLATED, _WINDOW)


@cache
def deflate_named(name: str) -> Deflate:
    """Return the function that deflates a whole part by `name`."""
    module, level = _level(name)
    compressobj: Any = zlib.compressobj if module == "zlib" else importlib.import_module(module).compressobj
    windows = _SMALL_WINDOWS if module == "zlib" else ()

    def deflate(data: bytes) -> bytes:
        size = len(data)
        for most, window, memory in windows:
            if size <= most:
                stream = compressobj(level, zlib.DEFLATED, window, memory)
                break
        else:
            stream = compressobj(level, zlib.DEFLATED, _WINDOW)
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

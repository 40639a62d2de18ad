"""How parts are deflated: zlib at level 6, or faster by what `draftkit[fast]` installs.

zlib looks back over 16 KB, not 32, and over 8 in a part no larger than that, which loses nothing and takes a third
of the time: of the larger ones, WordprocessingML says the same again so often that files grow by 0 to 5%, and a long
paper takes three quarters of the time. isal takes a twelfth of zlib's time for files a fifth larger, zlib-ng half of
it for the same size.
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

_SMALL: Final = 8192
_WINDOWS: Final = {"zlib": (-14, 8), "isal": (-15, 8), "zlib-ng": (-15, 8)}
"""How far each looks back, as a power of two below 0, since a zip wants no header; and how much it remembers of it."""
_SMALL_WINDOWS: Final = {"zlib": (-13, 7)}
"""The same for parts of `_SMALL` bytes and less."""
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
    return maker.compressobj(level, zlib.DEFLATED, *_WINDOWS[name])


@cache
def deflate_named(name: str) -> Deflate:
    """Return the function that deflates a whole part by `name`."""
    module, level = _level(name)
    compressobj: Any = zlib.compressobj if module == "zlib" else importlib.import_module(module).compressobj
    large = level, zlib.DEFLATED, *_WINDOWS[name]
    small = level, zlib.DEFLATED, *_SMALL_WINDOWS.get(name, _WINDOWS[name])

    def deflate(data: bytes) -> bytes:
        stream = compressobj(*(small if len(data) <= _SMALL else large))
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

"""Patterns that are compiled when they are first used: the rules have hundreds, and a start needs none of them."""

import re
from typing import cast

__all__ = ["lazily"]


class _Pattern:
    """Stands for a pattern until something is asked of it, and keeps what it was asked for."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._told = pattern, flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(*self._told), name)
        setattr(self, name, found)
        return found


def lazily(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return the compiled `pattern`, or what becomes it with its first use.

    >>> lazily("[0-9]+").findall("共12件，办结9件")
    ['12', '9']
    """
    return cast("re.Pattern[str]", _Pattern(pattern, flags))

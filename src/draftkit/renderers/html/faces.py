"""The fonts of a paper in CSS: the house's names first, then those that other machines have in their place."""

import re

from draftkit.renderers.house import House

__all__ = ["faces"]

_BIAO = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "小标宋", "STZhongsong", "华文中宋")
_SONG = ("宋体", "SimSun", "Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC")
_FANG = ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "华文仿宋")
_KAI = ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "Kaiti SC", "STKaiti", "华文楷体")
_HEI = ("黑体", "SimHei", "Heiti SC", "STHeiti", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC")

_WESTERN = "draftkit western"
_SPECIAL = re.compile(r"[^ \w.-]")


def faces(house: House) -> str:
    """Return the rules that give each role its fonts: `--biao` `--fang` `--hei` `--kai` `--song`."""
    fonts = house.fonts
    stacks = {
        "biao": (fonts.title, *_BIAO, *_SONG),
        "fang": (fonts.body, *_FANG, *_SONG),
        "hei": (fonts.first, *_HEI),
        "kai": (fonts.second, *_KAI, *_SONG),
        "song": _SONG,
    }
    western = () if house.western is None else (_WESTERN,)
    names = " ".join(f"--{role}: {_stack((*western, *stack), role)};" for role, stack in stacks.items())
    return f"{_western(house.western)}:root {{ {names} }}\n"


def _stack(names: tuple[str, ...], role: str) -> str:
    family = "sans-serif" if role == "hei" else "serif"
    return ", ".join((*map(_quoted, dict.fromkeys(names)), family))


def _western(name: str | None) -> str:
    """Return the font of Latin letters and digits, which leaves quotes and dashes to the Chinese one."""
    if name is None:
        return ""
    return f"@font-face {{ font-family: {_quoted(_WESTERN)}; src: local({_quoted(name)}); unicode-range: U+20-7E; }}\n"


def _quoted(name: str) -> str:
    r"""Return a font's name as a string of CSS: what could end it, or the style around it, is written as a number.

    >>> print(_quoted('A"</style>'))
    "A\22 \3c \2f style\3e "
    """
    return '"' + _SPECIAL.sub(lambda found: f"\\{ord(found[0]):x} ", name) + '"'

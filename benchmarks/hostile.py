"""Texts made to be slow: no reader and no rule may take more than linear time on them.

    python benchmarks/hostile.py [--length 20000] [--assert]

Each text is one token, or two, repeated: a run of digits, labels, quotes opened and never closed, dates, spaces.
Reading, preparing and every rule are timed at a length and at four times of it; a time that grows more than
`MOST`-fold (linear is 4) and is not short is told, and fails under `--assert`.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from draftkit.checks import RULES
from draftkit.checks.preparing import prepare
from draftkit.readers.reading import read_data

TIMES = 4
MOST = 7.0
"""Fold at four times the length: linear is 4, n log n a little more, quadratic 16; a busy machine needs some room."""
SHORT = 0.02
"""Seconds below which a growth says nothing."""

TOKENS = (
    *"的一十1a 、，。；：“”‘’《》（）()\"'×x*_—-…·〇年月日第届次会是要各X/%",
    *(
        "一、",
        "（一）",
        "1.",
        "（1）",
        "①",
        "一是",
        "一是甲；二是",
        "第一，",
        "首先，",
        "甲，",
        "甲。",
        "甲、乙和",
        "《甲》、",
    ),
    *("2024年", "2024年1月", "2024年1月14日", "十二五", "“十四五”", "十八届三中、四中、", "二十大和", "三中、四中、"),
    *("会议", "会议认为，", "人民代表大会", "清溪镇第十八届人民代表大会第四次会议", "关于", "决议", "工作报告"),
    *("镇长", "代表", "习近平", "同志", "以邓小平理论", "同比增长", "3.5%", "12件", "应到代表86名，", "共12项"),
    *("××", "**", "__", "___", "xx", "〔待填：", "【", "】", "20__年", "邓-小-平", "胡-锦-涛", "——", "......", "。。"),
    *(
        "\n",
        "一、甲\n",
        "（一）甲。乙\n",
        "一是甲\n",
        "甲乙丙丁，\n",
        "第1页\n",
        "|甲|乙|\n",
        "各位代表：\n",
        "  \n",
        "# 甲\n",
    ),
    *(
        "某",
        "某某",
        "http://",
        "来源：",
        "下载",
        "作出",
        "做出",
        "有力的",
        "的的",
        "得到",
        "严于律已",
        "\u200b",
        "　",
        "\t",
    ),
)


def texts(length: int) -> Iterator[tuple[str, str]]:
    """Yield hostile texts by name: tokens alone, behind a word, and every one with the next."""
    for at, token in enumerate(TOKENS):
        yield repr(token), (token * (length // len(token) + 1))[:length]
        pair = token + TOKENS[(at * 7 + 3) % len(TOKENS)]
        yield repr(pair), (pair * (length // len(pair) + 1))[:length]
        yield f"甲{token!r}", ("甲" + token * (length // len(token) + 1))[:length]


def timed(run: Callable[[], object]) -> float:
    """Return the time of `run`, the shorter of two."""
    times = []
    for _ in range(2):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
        if times[0] < SHORT / 4:
            break
    return min(times)


def steps(text: str) -> dict[str, float]:
    """Return the times of reading, preparing and each rule, as long as they count."""
    data = text.encode()
    document, source = read_data(data, Path("a.txt"))
    papers = prepare(document, source)
    found = {
        "reading txt": timed(lambda: read_data(data, Path("a.txt"))),
        "reading md": timed(lambda: read_data(data, Path("a.md"))),
        "preparing": timed(lambda: prepare(document, source)),
    }
    for rule in RULES.values():
        found[rule.id] = timed(lambda rule=rule: [list(rule.find(paper)) for paper in papers])  # type: ignore[misc]
    return found


def main() -> int:
    """Print what grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--length", type=int, default=20_000)
    parser.add_argument("--assert", dest="strict", action="store_true")
    options = parser.parse_args()
    slow: dict[str, list[tuple[float, str]]] = {}
    longest = (0.0, "", "")
    count = 0
    for (name, short), (_, long) in zip(texts(options.length), texts(options.length * TIMES), strict=True):
        count += 1
        after = steps(long)
        if max(after.values()) < SHORT:
            continue
        before = steps(short)
        for step, seconds in after.items():
            longest = max(longest, (seconds, step, name))
            if seconds > SHORT and seconds > MOST * before[step]:
                slow.setdefault(step, []).append((seconds / max(before[step], 1e-9), name))
    for step, growths in sorted(slow.items()):
        worst = ", ".join(f"{name} ×{fold:.1f}" for fold, name in sorted(growths, reverse=True)[:4])
        print(f"{step:30} {len(growths):4} texts: {worst}")
    print(f"{count} texts; slowest step {longest[0]:.2f} s: {longest[1]} on {longest[2]}")
    return 1 if slow and options.strict else 0


if __name__ == "__main__":
    sys.exit(main())

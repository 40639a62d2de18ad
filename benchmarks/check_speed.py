"""How long a check takes, and how that grows with the length of the text.

    python benchmarks/check_speed.py [--rules] [--longest 1000000] [--assert]

The text is a work summary written here, repeated with other numbers and names until it is long enough; the time
is that of the processor from the text to the findings (`draftkit.check` runs in one thread, so that on an idle
machine it is the time one waits), the best of several runs after one that warms up.
`--rules` tells the time of each rule. `--assert` fails where 6,000 characters take more than 50 ms, or the time
grows faster than the length to the power of 1.05 from 6,000 characters to the longest.
"""

import argparse
import gc
import math
import sys
import time
from collections.abc import Callable

from draftkit.checks import RULES, check
from draftkit.checks.preparing import prepare
from draftkit.readers.reading import read_source

MOST_SECONDS = 0.050
MOST_EXPONENT = 1.05
PAGE = 6_000

HEAD = """清溪镇人大{year}年工作总结

{year}年，清溪镇人大主席团在镇党委的领导和区人大常委会的指导下，以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大和二十届二中、三中全会精神，依法履行宪法和法律赋予的职权，各项工作取得新进展。现将一年来的工作总结如下：
"""
SECTION = """
一、坚持党的领导，把牢正确政治方向
（一）加强理论武装。全年组织主席团成员和代表集中学习{n}次，参加{m}人次，专题辅导{k}场。
（二）服务中心大局。主席团成员联系重点项目{k}个，协调解决问题{n}件。
二、依法开好会议，认真行使决定权
于1月14日召开镇第十八届人民代表大会第{session}次会议。应到代表86名，实到80名，请假6名，听取和审议政府工作报告、镇人大主席团工作报告，审查和批准预算执行情况和预算草案的报告，通过决议{k}项，票决产生民生实事项目10件。
三、聚焦民生关切，不断增强监督实效
一是听取专项报告。全年听取镇人民政府专项工作报告{k}项，提出审议意见{n}条；二是组织视察调研。围绕农村道路、饮水安全、环境整治开展视察{k}次，参加代表{m}人次；三是开展执法检查。检查《中华人民共和国农产品质量安全法》实施情况，推动整改问题{n}个。
四、发挥代表作用，密切联系人民群众
全镇{k}个代表联络站开展活动{n}场次，接待群众{m}人次，收集意见建议{n}条，办结{n}条。代表提出的{n}件建议、批评和意见已全部答复。
"""


def text(length: int) -> str:
    """Return a paper of about `length` characters."""
    parts, size, number = [HEAD.format(year=2024)], 0, 0
    while size < length:
        number += 1
        values = {
            "n": 11 + number % 80,
            "m": 100 + number % 700,
            "k": 2 + number % 7,
            "session": "三四五六"[number % 4],
        }
        parts.append(SECTION.format(**values))
        size += len(parts[-1])
    return "".join(parts)[:length]


def best(run: Callable[[], object], least: int = 3, seconds: float = 1.5) -> float:
    """Return the shortest time of `run` in some runs after one that warms up."""
    run()
    times: list[float] = []
    gc.collect()
    while len(times) < least or (sum(times) < seconds and len(times) < 50):  # noqa: PLR2004 -- enough for a minimum
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def by_rule(length: int) -> None:
    """Print the slowest rules."""
    document, source, _ = read_source(text(length))
    print(f"reading {best(lambda: read_source(text(length))) * 1000:.1f} ms")
    print(f"preparing {best(lambda: prepare(document, source)) * 1000:.1f} ms")
    papers = prepare(document, source)
    times = {
        rule.id: best(lambda rule=rule: [list(rule.find(paper)) for paper in papers], seconds=0.05)  # type: ignore[misc]
        for rule in RULES.values()
    }
    print(f"all {len(times)} rules {sum(times.values()) * 1000:.1f} ms")
    for id_, seconds in sorted(times.items(), key=lambda pair: -pair[1])[:25]:
        print(f"{seconds * 1000:9.2f} ms  {id_}")


def main() -> int:
    """Print the times, and whether they hold what is promised."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=1_000_000)
    parser.add_argument("--rules", action="store_true", help="tell the time of each rule")
    parser.add_argument("--length", type=int, default=PAGE, help="the length for --rules")
    parser.add_argument("--assert", dest="strict", action="store_true", help="fail where a promise isn't held")
    options = parser.parse_args()
    if options.rules:
        by_rule(options.length)
        return 0
    lengths = [length for length in (PAGE, 20_000, 60_000, 200_000, 600_000, 1_000_000) if length <= options.longest]
    times = []
    for length in lengths:
        paper = text(length)
        times.append(best(lambda paper=paper: check(paper), seconds=1.0))  # type: ignore[misc]
        print(
            f"{length:10,} characters {times[-1] * 1000:10.1f} ms {times[-1] / length * 1e6:8.2f} µs a character",
            flush=True,
        )
    exponent = math.log(times[-1] / times[0]) / math.log(lengths[-1] / lengths[0]) if len(lengths) > 1 else 1.0
    held = times[0] <= MOST_SECONDS and exponent <= MOST_EXPONENT
    print(
        f"exponent {exponent:.3f} (at most {MOST_EXPONENT}); {PAGE:,} characters {times[0] * 1000:.1f} ms (at most 50)"
    )
    return 0 if held or not options.strict else 1


if __name__ == "__main__":
    sys.exit(main())

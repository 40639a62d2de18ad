"""A notice on how deputies' suggestions were dealt with, in a template of the office's own.

Run it with a folder to write into (`output` unless given):

    python examples/custom_template/notice.py
"""

import datetime as dt
import sys
from decimal import Decimal
from pathlib import Path
from typing import Final

from attrs import frozen

from draftkit.template import Template

HERE: Final = Path(__file__).parent
OUTPUT: Final = HERE.parents[1] / "output"
NAME: Final = "代表建议办理情况通报"


@frozen
class Suggestion:
    """A suggestion and what became of it."""

    title: str
    deputy: str
    office: str
    result: str = "已解决"


@frozen(kw_only=True)
class Notice:
    """What the template is given: its fields are the names in the tags."""

    meeting: str
    organ: str
    on: dt.date
    suggestions: tuple[Suggestion, ...]

    @property
    def open(self) -> list[str]:
        """The titles of those that aren't solved yet."""
        return [f"《{one.title}》" for one in self.suggestions if one.result != "已解决"]

    @property
    def solved(self) -> int:
        """How many are solved."""
        return len(self.suggestions) - len(self.open)

    @property
    def rate(self) -> Decimal:
        """The share of those that are solved."""
        return Decimal(self.solved) / len(self.suggestions)


NOTICE: Final = Notice(
    meeting="清溪镇第十八届人民代表大会第九次会议",
    organ="清溪镇人大主席团",
    on=dt.date(2026, 11, 20),
    suggestions=(
        Suggestion("关于修复石桥村机耕路的建议", "陈国庆", "镇农业农村办公室"),
        Suggestion("关于增设镇区公共停车位的建议", "刘芳", "镇村镇建设办公室", "列入计划"),
        Suggestion("关于改善竹园小学用水条件的建议", "赵敏", "镇公共服务办公室"),
        Suggestion("关于疏浚清溪河河道的建议", "孙志强", "镇农业农村办公室"),
    ),
)


def main(folder: Path) -> list[Path]:
    """Write the notice into `folder`; return the files."""
    template = Template(HERE / "notice.docx")
    for problem in template.check(Notice):
        print(problem)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{NAME}.docx"
    template.save(path, NOTICE, overwrite=True)
    return [path]


if __name__ == "__main__":
    for made in main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT):
        print(made)

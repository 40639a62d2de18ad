"""The resolutions of an invented town's congress, 清溪镇, at its January session of 2026.

The resolution on the government's work report stands here twice: as the draft
put before the deputies, and as they adopted it. Only its status differs.

Run it with a folder to write into (`output` unless given):

    python examples/resolution/paper.py
"""

import datetime as dt
import sys
from pathlib import Path

from attrs import evolve

import draftkit as dk

SESSION = dk.Session(
    congress=dk.Congress(place="清溪镇", term=18, parent="青山区", deputies=86),
    number=9,
    opens=dt.date(2026, 1, 14),
    closes=dt.date(2026, 1, 15),
)
MAYOR = dk.Person("王强", post="镇长")
LEAVING = dk.Person("周海燕", post="副镇长")

ADOPTED = dk.Adopted(on=dt.date(2026, 1, 15), vote=dk.Vote(present=81, favour=80, abstaining=1))

DRAFT = dk.Resolution(
    session=SESSION,
    subject=dk.GovernmentWorkReport(presenter=MAYOR),
    finding=(
        "2025年，在区委、区人民政府和镇党委的坚强领导下，镇人民政府团结带领全镇人民，"
        "坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，全力战胜5月暴雨洪水灾害，"
        "着力推进茶产业园建设，扎实办好10个民生实事项目，"
        "完成了镇十八届人大七次会议确定的各项任务，“十四五”规划圆满收官。"
        "报告对过去一年工作的总结实事求是，对存在问题的分析客观清醒，"
        "提出的2026年工作目标和任务符合清溪实际，是切实可行的。"
    ),
    situation=(
        "2026年是“十五五”开局之年，做好今年的工作意义重大。"
        "要深入贯彻党的二十大和二十届历次全会精神，坚持以人民为中心的发展思想，"
        "把生态优势转化为发展优势，努力实现经济质的有效提升和量的合理增长。"
    ),
    emphasis=(
        "要紧紧围绕“茶旅兴镇、和美清溪”的工作思路，突出抓好茶产业提质、农文旅融合、和美乡村建设，"
        "兜牢民生底线，守牢安全底线，让发展成果更多更公平惠及全镇人民。"
    ),
    directive=(
        "镇人民政府要认真贯彻落实本次会议精神，依法履职、务实高效，把报告确定的目标任务逐项分解、逐项落实，"
        "办好本次会议票决产生的民生实事项目，自觉接受镇人民代表大会及其代表的监督，"
        "认真办理代表建议、批评和意见，努力建设人民满意的服务型政府。"
    ),
    goal="谱写中国式现代化清溪新篇章",
    status=dk.Draft(),
)


def papers() -> dict[str, dk.Resolution]:
    """Return the resolutions of the session, each by the name of its file."""
    return {
        "关于政府工作报告的决议（草案）": DRAFT,
        "关于政府工作报告的决议": evolve(DRAFT, status=ADOPTED),
        "关于预算的决议": dk.Resolution(session=SESSION, subject=dk.Budget(year=2026), status=ADOPTED),
        "关于接受辞职请求的决定": dk.Resolution(
            session=SESSION, subject=dk.Resignation(person=LEAVING), status=ADOPTED
        ),
    }


def main(folder: Path) -> list[Path]:
    """Write each resolution into `folder` as Word, text and Markdown; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, paper in papers().items():
        document = paper.draft()
        for file in [folder / f"{name}{suffix}" for suffix in (".docx", ".txt", ".md")]:
            dk.write(document, file, overwrite=True, strict=True)
            files.append(file)
    return files


if __name__ == "__main__":
    for written in main(Path(sys.argv[1] if len(sys.argv) > 1 else "output")):
        print(written)

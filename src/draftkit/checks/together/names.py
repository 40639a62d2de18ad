"""Who holds a post, as the papers of a set say."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from attrs import frozen

from draftkit.checks.paragraph import Passage
from draftkit.checks.together.rule import Differs, Papers, SetRules, registrar
from draftkit.checks.together.sessions import _name
from draftkit.tree import Role

__all__ = ["RULES"]

RULES: SetRules = {}
rule = registrar(RULES)

_POSTS = "人民代表大会主席|人大主席|镇长|乡长|县长|区长|市长"
_SPOKEN = re.compile(
    rf"(?<![副前原])(?P<post>{_POSTS})(?P<name>[一-鿿]{{2,3}}?)(?:同志)?(?=(?:代表|受|向|作|所作|主持|宣布|在会上)[^一-鿿]?)"
)
_REPORTER = re.compile(rf"(?<![副前原])(?P<post>{_POSTS})[\s　]+(?P<name>[一-鿿][一-鿿·\s　]{{1,6}})$")
_CHANGES = re.compile("辞去|补选|当选|选举|接受.{0,12}辞职")
_NO_NAME = re.compile("[某×一二三四五六七八九十各位同志代表应当]")


@frozen
class _Held:
    paper: int
    paragraph: Passage
    start: int
    end: int
    post: str
    name: str


def _held(papers: Papers) -> Iterator[_Held]:
    for number, paper in enumerate(papers):
        if _CHANGES.search(paper.text):
            continue
        for paragraph in paper.body:
            pattern = _REPORTER if paragraph.role is Role.REPORTER else _SPOKEN
            for found in pattern.finditer(paragraph.text):
                name = "".join(found["name"].split())
                if not _NO_NAME.search(name):
                    post = found["post"].replace("人民代表大会", "人大")
                    yield _Held(number, paragraph, found.start("name"), found.end("name"), post, name)


_REPORT = "政府工作报告\n——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上\n清溪镇人民政府镇长　{}\n各位代表：\n现在报告工作。"
_RESOLUTION = "关于政府工作报告的决议\n会议听取和审议了镇长{}代表镇人民政府所作的政府工作报告，决定批准这个报告。"


@rule(
    "together-name",
    severity="error",
    title="同一职务的人，各文件姓名不一样",
    zh="这里{post}写作“{text}”，{where}写作“{other}”，请核对姓名",
    en="the {post} is {text} here and {other} in {where}",
    why="姓名写错是会议文件最伤人的差错，同音字、形近字最多。",
    norm="会议文件的人名、职务应前后一致",
    fails=[(_REPORT.format("李明"), _RESOLUTION.format("李明"), _RESOLUTION.format("李鸣"))],
    passes=[(_REPORT.format("李　明"), _RESOLUTION.format("李明"))],
)
def together_name(papers: Papers) -> Iterator[Differs]:
    """Find posts that two papers give to two people, in papers that elect nobody."""
    posts: dict[str, list[_Held]] = defaultdict(list)
    for held in _held(papers):
        posts[held.post].append(held)
    for post, holders in posts.items():
        counts = Counter(held.name for held in holders)
        if len(counts) < 2:  # noqa: PLR2004 -- one holder is what there should be
            continue
        name = counts.most_common(1)[0][0]
        right = next(held for held in holders if held.name == name)
        for held in holders:
            if held.name != name:
                args = {"post": post, "other": name, "where": _name(papers[right.paper])}
                yield Differs(held.paper, held.paragraph, held.start, held.end, args)

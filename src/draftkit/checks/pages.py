"""A page each rule, in Markdown, made from the rule itself: 检查什么, 为什么, 例子, 修改, 依据."""

from collections.abc import Iterator, Mapping

from draftkit.checks.rule import TOPICS, Rule
from draftkit.checks.rules import RULES
from draftkit.checks.together import TOGETHER, SetRule

__all__ = ["index", "page", "pages"]


_USE = (
    "每条的编号就是设置里用的名称：`off` 列出的不查，`[severity]` 改轻重，`[[silence]]` 写明理由后不报某一处。"
    "类别名也可以这样用。"
)


def pages() -> Mapping[str, str]:
    """Return all pages by the names of their files, the list of them (`index.md`) included."""
    rules: list[Rule | SetRule] = [*RULES.values(), *TOGETHER.values()]
    return {"index.md": index(rules), **{f"{rule.id}.md": page(rule) for rule in rules}}


def index(rules: list[Rule | SetRule]) -> str:
    """Return the page that lists the rules by topic."""
    parts = ["# 检查规则", f"共{len(rules)}条，按类别排列。{_USE}"]
    for topic, name in TOPICS.items():
        own = [rule for rule in rules if rule.topic == topic]
        if own:
            rows = "\n".join(f"| [{rule.id}]({rule.id}.md) | {rule.severity.zh} | {rule.title} |" for rule in own)
            parts.append(f"## {name}（{topic}）\n\n| 编号 | 级别 | 检查什么 |\n| --- | --- | --- |\n{rows}")
    toc = "\n".join(rule.id for rule in rules)
    parts.append(f"```{{toctree}}\n:hidden:\n:maxdepth: 1\n\n{toc}\n```")
    return "\n\n".join(parts) + "\n"


def page(rule: Rule | SetRule) -> str:
    """Return the page of `rule`."""
    head = f"# {rule.id}：{rule.title}\n\n级别：{rule.severity.zh}　　类别：{TOPICS[rule.topic]}（{rule.topic}）"
    sections = {
        "检查什么": f"{rule.title}，并提示：\n\n> {rule.zh}",
        "为什么": rule.why,
        "例子": "\n\n".join(_examples(rule)),
        "修改": _fixes(rule),
        "依据": rule.norm,
    }
    return "\n\n".join([head, *(f"## {name}\n\n{text}" for name, text in sections.items())]) + "\n"


def _block(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text}\n{fence}"


def _examples(rule: Rule | SetRule) -> Iterator[str]:
    match rule:
        case Rule():
            for title, cases in (("应报", rule.fails), ("不报", rule.passes)):
                yield f"{title}："
                for case in cases:
                    when = f"（文稿日期{case.on.year}年{case.on.month}月{case.on.day}日）\n\n" if case.on else ""
                    yield when + _block(case.text)
        case SetRule():
            for title, sets in (("应报", rule.fails), ("不报", rule.passes)):
                for texts in sets:
                    yield f"{title}，以下{len(texts)}份文件："
                    for text in texts:
                        yield _block(text)


def _fixes(rule: Rule | SetRule) -> str:
    fixed = [(case.text, case.fixed) for case in rule.fails if case.fixed is not None] if isinstance(rule, Rule) else []
    if not fixed:
        return "须由人核对后修改，不自动改。"
    return "\n\n".join(["`draftkit fix` 改为：", *(_block(new or "（整段删去）") for _, new in fixed)])

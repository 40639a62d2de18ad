"""What a rule is: a function over a paper, and beside it what it says, stands on, and is tested by."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import field, frozen, validators

from draftkit.checks.finding import Edit, Severity
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage
from draftkit.errors import DraftError
from draftkit.facts import Session

__all__ = ["TOPICS", "Case", "Found", "Rule", "RuleError", "Rules", "registrar"]

TOPICS = {
    "blanks": "空白占位",
    "masked": "屏蔽与伪原创",
    "residue": "网页残留",
    "chronology": "时序与提法",
    "terms": "用语与程序",
    "figures": "数据验算",
    "structure": "结构与编号",
    "punctuation": "标点与数字用法",
    "characters": "错别字",
    "together": "各文稿之间",
    "words": "自定词表",
}
"""The topics of the rules, and their names in Chinese."""


class RuleError(DraftError):
    """A rule, a wordlist or a setting that can't be used."""


@frozen
class Found:
    """What a rule yields.

    Args:
        paragraph: Where it stands.
        start: Where it begins in the paragraph's text.
        end: Where it ends.
        args: What fills the slots of the rule's message; `{text}`, the words themselves, is always there.
        fix: What puts it right: the text for this very span, or edits anywhere; None where that isn't known.
        safe: Whether the fix may be applied without a person's look.
        norm: The norm, where it differs from the rule's.
        severity: The severity, where it differs from the rule's.
    """

    paragraph: Passage
    start: int
    end: int
    args: Mapping[str, object] = field(factory=dict)
    fix: str | tuple[Edit, ...] | None = field(default=None, kw_only=True)
    safe: bool = field(default=True, kw_only=True)
    norm: str | None = field(default=None, kw_only=True)
    severity: Severity | None = field(default=None, kw_only=True)


@frozen
class Case:
    r"""A text that a rule is tested by, in full or one paragraph of it.

    Args:
        text: The text; `\n` parts paragraphs.
        fixed: What the rule's fix makes of it; None where it fixes nothing.
        on: The paper's date, where it matters.
        session: The session it belongs to, where that matters.
    """

    text: str
    fixed: str | None = None
    on: dt.date | None = field(default=None, kw_only=True)
    session: Session | None = field(default=None, kw_only=True)


def _cases(value: Iterable[Case | str]) -> tuple[Case, ...]:
    return tuple(Case(case) if isinstance(case, str) else case for case in value)


Function = Callable[[Paper], Iterator[Found]]


@frozen(kw_only=True, eq=False)
class Rule:
    """A rule.

    Args:
        id: How it is called: `blank-mask`; lower case, parted by `-`.
        topic: One of `TOPICS`.
        severity: How grave what it finds is.
        title: What it looks for, in Chinese, in one line.
        zh: Its message, in Chinese: what is wrong and what would be right. Slots: `{text}` and the finding's args.
        en: The same in English.
        why: Why it is bad, in Chinese, a sentence or two.
        norm: The law's article, the standard's clause or the notice that it stands on.
        fails: Texts in which it finds something; one with `fixed` shows the fix.
        passes: Texts in which it finds nothing.
        find: The function.
    """

    id: str = field(validator=validators.matches_re(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"))
    topic: str = field(validator=validators.in_(TOPICS))
    severity: Severity = field(converter=Severity)
    title: str
    zh: str
    en: str
    why: str
    norm: str
    fails: tuple[Case, ...] = field(converter=_cases)
    passes: tuple[Case, ...] = field(converter=_cases)
    find: Function


Rules = dict[str, Rule]


def registrar(rules: Rules, topic: str) -> Callable[..., Callable[[Function], Function]]:
    """Return the decorator by which a module puts its rules into its dict `rules`.

    >>> RULES = {}
    >>> rule = registrar(RULES, "blanks")
    >>> @rule("blank-x", severity="warning", title="叉号", zh="“{text}”待填", en="{text!r} is a blank",
    ...       why="没有填。", norm="常识", fails=["镇长×××"], passes=["镇长李明"])
    ... def blank_x(paper):
    ...     for paragraph, start, end in paper.find("×××"):
    ...         yield Found(paragraph, start, end)
    >>> RULES["blank-x"].title
    '叉号'
    """

    def rule(  # noqa: PLR0913 -- a rule has all of these, each by its name
        id: str,  # noqa: A002 -- that is what it is called everywhere
        *,
        severity: Severity | str,
        title: str,
        zh: str,
        en: str,
        why: str,
        norm: str,
        fails: Iterable[Case | str],
        passes: Iterable[Case | str],
    ) -> Callable[[Function], Function]:
        def put(find: Function) -> Function:
            if id in rules:
                raise RuleError(f"规则“{id}”重名，请另取一个名字", f"there are two rules called {id!r}")
            rules[id] = Rule(
                id=id,
                topic=topic,
                severity=Severity(severity),
                title=title,
                zh=zh,
                en=en,
                why=why,
                norm=norm,
                fails=fails,
                passes=passes,
                find=find,
            )
            return find

        return put

    return rule

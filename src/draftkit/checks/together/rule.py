"""What a rule over the papers of one session is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from draftkit.checks.finding import Severity
from draftkit.checks.paper import Paper
from draftkit.checks.paragraph import Passage

__all__ = ["Differs", "SetRule", "SetRules", "registrar"]

Papers = Sequence[Paper]


@frozen
class Differs:
    """What such a rule yields: words of one paper that don't agree with another.

    Args:
        paper: The number of the paper among those checked, from 0.
        paragraph: Where the words stand in it.
        start: Where they begin in the paragraph's text.
        end: Where they end.
        args: What fills the slots of the rule's message; `{text}`, the words themselves, is always there.
    """

    paper: int
    paragraph: Passage
    start: int
    end: int
    args: Mapping[str, object] = field(factory=dict)


def _sets(value: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(each) for each in value)


@frozen(kw_only=True, eq=False)
class SetRule:
    """A rule over several papers; its fields are those of a `Rule`, its cases sets of texts."""

    id: str
    topic: str = "together"
    severity: Severity = field(converter=Severity)
    title: str
    zh: str
    en: str
    why: str
    norm: str
    fails: tuple[tuple[str, ...], ...] = field(converter=_sets)
    passes: tuple[tuple[str, ...], ...] = field(converter=_sets)
    find: Callable[[Papers], Iterator[Differs]]


SetRules = dict[str, SetRule]


def registrar(rules: SetRules) -> Callable[..., Callable[[Callable[[Papers], Iterator[Differs]]], object]]:
    """Return the decorator by which a module puts its rules into its dict `rules`."""

    def rule(id_: str, **fields: object) -> Callable[[Callable[[Papers], Iterator[Differs]]], object]:
        def put(find: Callable[[Papers], Iterator[Differs]]) -> object:
            rules[id_] = SetRule(id=id_, find=find, **fields)  # type: ignore[arg-type]
            return find

        return put

    return rule

"""What a check finds: a rule broken at a place, the norm it stands on, and where it is safe a fix."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from draftkit.checks.paragraph import Passage

__all__ = ["Edit", "Finding", "Findings", "Fix", "Place", "Severity", "Silenced"]


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """错误: the paper can't go out with it."""
    WARNING = "warning"
    """警告: wrong as a rule; a person decides."""
    HINT = "hint"
    """提示: worth a look."""

    @property
    def zh(self) -> str:
        """The word for it in Chinese."""
        return {"error": "错误", "warning": "警告", "hint": "提示"}[self.value]


@frozen
class Edit:
    """A replacement inside one paragraph.

    Args:
        paragraph: The paragraph's index in the file that was checked.
        start: Where the text to be replaced begins in the paragraph's text.
        end: Where it ends.
        text: What stands there instead; a paragraph whose whole text is replaced by nothing is left out.
    """

    paragraph: int
    start: int
    end: int
    text: str


@frozen
class Fix:
    """What puts a finding right.

    Args:
        edits: The replacements, which don't overlap.
        safe: Whether it may be applied without a person's look: nothing is lost, and nothing is made up.
    """

    edits: tuple[Edit, ...]
    safe: bool = True


@frozen
class Place:
    """Where a finding stands.

    Args:
        paragraph: The paragraph.
        start: Where it begins in the paragraph's text.
        end: Where it ends.
    """

    paragraph: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words it is about."""
        return self.paragraph.text[self.start : self.end]

    @property
    def line(self) -> int | None:
        """The line of the source it stands on, from 1; of a paragraph of Word, the paragraph's number."""
        return self.paragraph.line_of(self.start)


@frozen(kw_only=True)
class Finding:
    """A rule broken at a place.

    Args:
        rule: The rule's id.
        topic: The rule's topic.
        severity: How grave it is.
        place: Where it stands.
        zh: What is wrong and what would be right, in Chinese.
        en: The same in English.
        norm: The law's article, the standard's clause or the notice that it stands on.
        fix: What puts it right, if that is known.
    """

    rule: str
    topic: str
    severity: Severity
    place: Place
    zh: str
    en: str
    norm: str
    fix: Fix | None = None

    @property
    def line(self) -> int | None:
        """The line it stands on."""
        return self.place.line

    @property
    def text(self) -> str:
        """The words it is about."""
        return self.place.text


@frozen
class Silenced:
    """A finding that a setting put aside.

    Args:
        finding: The finding.
        reason: Why, as the setting says.
    """

    finding: Finding
    reason: str


@frozen
class Findings:
    """What a check found in one file, in the order of the text; it is the collection of its findings.

    Args:
        items: The findings.
        paragraphs: The paragraphs of the file.
        where: The file, if it was one.
        silenced: The findings that settings put aside, with the reasons.
    """

    items: tuple[Finding, ...] = ()
    paragraphs: tuple[Passage, ...] = field(default=(), repr=False)
    where: str | None = None
    silenced: tuple[Silenced, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings."""
        return iter(self.items)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.items)

    def of(self, *names: str) -> tuple[Finding, ...]:
        """Return the findings of the rules, topics or severities `names`."""
        return tuple(found for found in self.items if {found.rule, found.topic, found.severity.value} & set(names))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The errors among them."""
        return self.of(Severity.ERROR)

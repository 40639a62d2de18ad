"""`check`: what is wrong in a paper."""

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from typing import Protocol, runtime_checkable

from attrs import evolve, field, frozen

from draftkit.checks.finding import Edit, Finding, Findings, Fix, Place, Silenced
from draftkit.checks.paper import Paper
from draftkit.checks.preparing import prepare
from draftkit.checks.rule import Found, Rule
from draftkit.checks.rules import RULES
from draftkit.checks.settings import DEFAULT, Settings
from draftkit.facts import Session
from draftkit.facts._checks import day, instance
from draftkit.readers.raw import Raw
from draftkit.readers.reading import read_source
from draftkit.tree import Document

__all__ = ["Checker", "Drafts", "check", "merged", "opened", "sifted"]


@runtime_checkable
class Drafts(Protocol):
    """What drafts a document: every kind does."""

    def draft(self) -> Document:
        """Return the document."""


def check(
    paper: Document | Drafts | str | os.PathLike[str],
    *,
    on: dt.date | None = None,
    session: Session | None = None,
    rules: Iterable[Rule] = (),
    settings: Settings = DEFAULT,
) -> Findings:
    """Return what is wrong in `paper`; nothing is changed.

    Args:
        paper: A tree, a kind of paper, a path, or the text itself.
        on: The paper's date; without it the date is told from the text.
        session: The session it belongs to.
        rules: Rules of the user's own, besides those of `draftkit.checks.rules`.
        settings: Which rules are off or weigh otherwise, what is silenced, words of the user's own.

    Raises:
        ReadError: There is no such file, or it can't be read.
        FactError: `on` is no date, `session` no Session, or `settings` no Settings.

    >>> [found.text for found in check("会议听取了镇长×××所作的政府工作报告。")]
    ['×××']
    """
    document, source, where = opened(paper)
    return Checker(on=on, session=session, rules=tuple(rules), settings=settings).check(document, source, where)


@frozen(kw_only=True)
class Checker:
    """What is asked of a check, kept for several files or for one that changes.

    Args:
        on: The paper's date.
        session: The session it belongs to.
        rules: Rules of the user's own.
        settings: The settings.
    """

    on: dt.date | None = field(default=None, validator=day("文稿日期"))
    session: Session | None = field(default=None, validator=instance("Session(…)", Session))
    rules: tuple[Rule, ...] = ()
    settings: Settings = field(default=DEFAULT, validator=instance("Settings(…)", Settings, optional=False))

    def check(self, document: Document, source: Sequence[Raw] = (), where: str | None = None) -> Findings:
        """Return what is wrong in `document`, read from the lines `source` of the file `where`."""
        papers = prepare(document, source, on=self.on, session=self.session)
        active = self.settings.active([*RULES.values(), *self.rules])
        found = (_finding(rule, one, self.settings) for each in papers for rule in active for one in rule.find(each))
        return sifted(found, papers, where, self.settings)


def opened(paper: Document | Drafts | str | os.PathLike[str]) -> tuple[Document, tuple[Raw, ...], str | None]:
    """Return the tree of `paper`, the lines it was read from, and its path."""
    if isinstance(paper, Document):
        return paper, (), None
    if isinstance(paper, Drafts):
        return paper.draft(), (), None
    return read_source(paper)


def _order(finding: Finding) -> tuple[int, int, int, str]:
    return finding.place.paragraph.index, finding.place.start, finding.place.end, finding.rule


def _finding(rule: Rule, found: Found, settings: Settings) -> Finding:
    place = Place(found.paragraph, found.start, found.end)
    words = {"text": place.text, **found.args}
    return Finding(
        rule=rule.id,
        topic=rule.topic,
        severity=settings.severity(rule, found),
        place=place,
        zh=rule.zh.format_map(words),
        en=rule.en.format_map(words),
        norm=found.norm or rule.norm,
        fix=_fix(found),
    )


def _fix(found: Found) -> Fix | None:
    match found.fix:
        case None:
            return None
        case str(text):
            return Fix((Edit(found.paragraph.index, found.start, found.end, text),), found.safe)
        case edits:
            return Fix(edits, found.safe)


def sifted(found: Iterable[Finding], papers: Iterable[Paper], where: str | None, settings: Settings) -> Findings:
    """Return the findings in the order of the text, those silenced aside; the same one told twice is one."""
    kept: list[Finding] = []
    silenced: list[Silenced] = []
    seen: set[tuple[str, int, int, int]] = set()
    for finding in sorted(found, key=_order):
        key = (finding.rule, finding.place.paragraph.index, finding.place.start, finding.place.end)
        reason = settings.silences_reason(finding)
        if reason:
            silenced.append(Silenced(finding, reason))
        elif key not in seen:
            seen.add(key)
            kept.append(finding)
    paragraphs = tuple(paragraph for paper in papers for paragraph in paper.paragraphs)
    return Findings(tuple(kept), paragraphs, where, tuple(silenced))


def merged(one: Findings, other: Findings) -> Findings:
    """Return the findings of both, which are of the same file, in the order of the text."""
    return evolve(
        one,
        items=tuple(sorted((*one.items, *other.items), key=_order)),
        silenced=(*one.silenced, *other.silenced),
    )

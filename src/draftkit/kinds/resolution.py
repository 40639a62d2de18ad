"""决议、决定: what a session resolves, by subject.

The analysis is in docs/kinds/resolution.md.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, assert_never

from attrs import evolve, field, frozen

from draftkit.errors import FactError
from draftkit.facts import Session, Vote
from draftkit.facts._checks import day, instance, required
from draftkit.kinds._derived import (
    DERIVED,
    Derived,
    Wording,
    derivable_blocks,
    derivable_inlines,
    missing,
    session_of,
    wording,
)
from draftkit.kinds._moves import merge_run_on, open_with, passages, strip_opener
from draftkit.kinds._paper import Paper
from draftkit.kinds._recover import derived, goals_in, rederived, session_in
from draftkit.kinds.subjects import Resignation, Subject, slots_of
from draftkit.kinds.subjects_found import projects_in, subject_in
from draftkit.phrases import PhraseBook
from draftkit.tree import Blocks, Document, Inlines, Mark, Paragraph, Signature, TitleBlock, blocks, plain
from draftkit.tree.moves import MoveKind
from draftkit.zh.dates import find_dates

__all__ = ["Adopted", "Draft", "Resolution"]


@frozen(kw_only=True)
class Draft:
    """草案: before the vote; the title ends in （草案） and there is no adoption note.

    Args:
        mark: The mark, where it isn't 草案 (草案表决稿).
    """

    mark: Mark = Mark("草案")


@frozen(kw_only=True)
class Adopted:
    """通过: after the vote; the adoption note tells the day and the meeting.

    Args:
        on: The day of the vote.
        vote: The vote; one that did not adopt is refused.
    """

    on: dt.date = required("通过日期", day("通过日期", optional=False), sample="on=datetime.date(2026, 1, 15)")
    vote: Vote | None = field(default=None, validator=instance("Vote(…)", Vote))


Status = Draft | Adopted

_ORDER = tuple(MoveKind)
_DECISION_FIRST = (MoveKind.RECITAL, MoveKind.DECISION, MoveKind.FINDING, *_ORDER[3:])


@frozen(kw_only=True)
class Resolution(Paper):
    """决议（决定）: recital, finding, decision, situation, proposal, emphasis, directive, call.

    The subject gives the title, the verbs, the recital and the decision; the
    status gives （草案） or the adoption note. A move left out is not written.

    Args:
        session: The session that resolves.
        subject: What it resolves on.
        finding: 会议认为: a text, or several paragraphs; the opening words are written before it.
        situation: 会议指出.
        proposal: 会议提出.
        emphasis: 会议强调.
        directive: 会议要求.
        call: 会议号召; written from `goal` for a work report, none for any other subject.
        goal: What all are called to strive for (为…而努力奋斗).
        status: `Draft()` or `Adopted(on=…)`.
        decision_first: Whether the decision stands right behind the recital.
        title: The title, unless derived.
        adoption_note: The note below it, unless derived.
        recital: The first sentence, unless derived.
        decision: The sentence that decides, unless derived.
        order: The moves in another order, as an old paper had them.
        run_on: The moves that go on in the paragraph of the one before.
        signature: Who signs; a resolution has no signature, an old one may.
    """

    kind: ClassVar[str] = "resolution"

    session: Session | None = field(default=None, validator=instance("Session(…)", Session))
    subject: Subject | None = field(
        default=None, validator=instance("GovernmentWorkReport(…) / Budget(…) / …", Subject)
    )
    finding: Blocks = field(default=(), converter=blocks)
    situation: Blocks = field(default=(), converter=blocks)
    proposal: Blocks = field(default=(), converter=blocks)
    emphasis: Blocks = field(default=(), converter=blocks)
    directive: Blocks = field(default=(), converter=blocks)
    call: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    goal: str | None = None
    status: Status | None = field(default=None, validator=instance("Draft() / Adopted(on=…)", Status))
    decision_first: bool = False
    title: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    adoption_note: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    recital: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    decision: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    order: tuple[MoveKind, ...] = ()
    run_on: frozenset[MoveKind] = frozenset()
    signature: Signature | None = None
    frame: TitleBlock = field(factory=TitleBlock)

    def __attrs_post_init__(self) -> None:
        """Refuse the adopted form of what was not adopted, or not at this session."""
        if isinstance(self.status, Adopted):
            _refuse_other_day(self.status.on, self.session)
            if self.status.vote is not None:
                _refuse_rejected(self.status.vote, self.session)

    @property
    def on(self) -> dt.date | None:
        """The paper's date: the day of the vote, else the last day of the session."""
        if isinstance(self.status, Adopted):
            return self.status.on
        return self.session.last_day if self.session else None

    def worded(self, say: Wording) -> Document:
        """Return the paper as a tree, worded by `say`."""
        mark = self.status.mark if isinstance(self.status, Draft) else self.frame.mark
        return Document(
            kind=self.kind,
            title_block=evolve(
                self.frame,
                title=self._title(say),
                mark=mark,
                adoption_note=self._adoption_note(say),
            ),
            blocks=merge_run_on([(kind, self._move(kind, say)) for kind in self._order()], self.run_on),
            signature=self.signature,
        )

    def _order(self) -> tuple[MoveKind, ...]:
        return self.order or (_DECISION_FIRST if self.decision_first else _ORDER)

    def _title(self, say: Wording) -> Inlines | None:
        if not isinstance(self.title, Derived):
            return self.title
        session, subject = session_of(self.session), self._subject()
        matter = say.pick(f"resolution.matter.{subject.key}", slots_of(subject, session, say))
        name = "decision.title" if isinstance(subject, Resignation) else "resolution.title"
        return say.say(name, meeting=session.name, matter=plain(matter))

    def _adoption_note(self, say: Wording) -> Inlines | None:
        if not isinstance(self.adoption_note, Derived):
            return self.adoption_note
        if not isinstance(self.status, Adopted):
            return None
        return say.say("resolution.adoption-note", date=self.status.on, meeting=session_of(self.session).name)

    def _subject(self) -> Subject:
        if self.subject is None:
            raise missing("决议事项（subject=GovernmentWorkReport(…) 等）", "subject")
        return self.subject

    def _move(self, kind: MoveKind, say: Wording) -> Blocks:
        match kind:
            case MoveKind.RECITAL:
                return self._operative(self.recital, "recital", say)
            case MoveKind.DECISION:
                return self._operative(self.decision, "decision", say)
            case MoveKind.CALL:
                return self._call(say)
            case MoveKind.FINDING | MoveKind.SITUATION | MoveKind.PROPOSAL | MoveKind.EMPHASIS | MoveKind.DIRECTIVE:
                return open_with(f"resolution.{kind}", getattr(self, kind), say)
        assert_never(kind)

    def _operative(self, given: Blocks | Derived, name: str, say: Wording) -> Blocks:
        if not isinstance(given, Derived):
            return given
        subject = self._subject()
        said = say.pick(f"resolution.{name}.{subject.key}", slots_of(subject, session_of(self.session), say))
        return (Paragraph(said),) if said else ()

    def _call(self, say: Wording) -> Blocks:
        if not isinstance(self.call, Derived):
            return open_with("resolution.call.open", self.call, say)
        if not self._subject().calls:
            return ()
        congress = session_of(self.session).congress
        goal = self.goal or plain(say.say("report.goal", place=congress.place))
        return (Paragraph(say.say("resolution.call", people=congress.people, committee=congress.committee, goal=goal)),)

    @classmethod
    def from_document(cls, document: Document, phrases: PhraseBook | None = None) -> "Resolution":
        """Return the resolution that `document` is: its facts, and every text that they don't give.

        The text of `from_document(document).draft()` is the text of `document`.
        """
        block = document.title_block
        moves = passages(document.blocks)
        status = _status(document)
        session = _held(session_in(document), status)
        found = cls(
            session=session,
            subject=subject_in(document, session),
            status=status,
            title=block.title,
            adoption_note=block.adoption_note,
            order=tuple(kind for kind, _, _ in moves),
            run_on=frozenset(kind for kind, _, run_on in moves if run_on),
            signature=document.signature,
            frame=evolve(block, title=None, adoption_note=None),
            **_fields(moves),
        )
        say = wording(phrases, found.on, warn=False)
        return rederived(_stripped(found, say), document, _changes(found, say), phrases)


def _changes(found: Resolution, say: Wording) -> Iterator[Mapping[str, object]]:
    """Yield what may follow from the facts: each is taken where the text stays the same."""
    # A move that isn't there stays so: derived, it would be written as soon as `order` is left out.
    yield from derived("title", "adoption_note", *(name for name in ("recital", "decision") if getattr(found, name)))
    for subject in projects_in(found.subject, found.decision, say):
        yield {"subject": subject, "decision": DERIVED}
    for goal in goals_in(found.call, "resolution.call", say):
        yield {"call": DERIVED, "goal": goal}
    yield {"order": ()}
    if found.finding:
        yield {"order": (), "decision_first": True}


def _fields(moves: Iterable[tuple[MoveKind, Blocks, bool]]) -> dict[str, Any]:
    given: dict[str, Blocks] = {"recital": (), "decision": (), "call": ()}
    return {**given, **{str(kind): found for kind, found, _ in moves}}


def _stripped(found: Resolution, say: Wording) -> Resolution:
    if say.on is None:
        return found
    changes: dict[str, Any] = {
        name: strip_opener(f"resolution.{name}", getattr(found, name), say)
        for name in ("finding", "situation", "proposal", "emphasis", "directive")
    }
    return evolve(found, **changes)


def _status(document: Document) -> Status | None:
    block = document.title_block
    if block.mark is not None:
        return Draft(mark=block.mark)
    if block.adoption_note is None:
        return None
    found = next(find_dates(plain(block.adoption_note)), None)
    return Adopted(on=found.date) if found else None


def _held(session: Session | None, status: Status | None) -> Session | None:
    """Return `session` without its day where an old paper says that it adopted before it met."""
    if session and session.opens and isinstance(status, Adopted) and status.on < session.opens:
        return evolve(session, opens=None)
    return session


def _refuse_other_day(on: dt.date, session: Session | None) -> None:
    if session is None or session.opens is None:
        return
    if on < session.opens or (session.closes is not None and on > session.closes):
        days = f"{session.opens}至{session.closes}" if session.closes else f"{session.opens}或以后"
        raise FactError(
            f"通过日期{on}不在会期内，应在{days}",
            f"adopted on {on}, but the session opens on {session.opens}"
            + (f" and closes on {session.closes}" if session.closes else ""),
            where="status",
        )


def _refuse_rejected(vote: Vote, session: Session | None) -> None:
    deputies = vote.deputies or (session.congress.deputies if session else None)
    if deputies is None:
        return
    if vote.present > deputies:
        raise FactError(
            f"实到{vote.present}人、{vote.ballots}票，多于全体代表{deputies}人，票数不能超过代表人数",
            f"{vote.ballots} ballots, but the congress has only {deputies} deputies",
            where="status",
        )
    if not vote.adopted(deputies):
        raise FactError(
            f"未获通过，不能写成已通过的文本：全体代表{deputies}人，应有{vote.quorum(deputies)}人以上出席、"
            f"{vote.majority(deputies)}票以上赞成，实际出席{vote.present}人、赞成{vote.favour}票",
            f"not adopted: of {deputies} deputies {vote.quorum(deputies)} must be present and "
            f"{vote.majority(deputies)} in favour; {vote.present} were present, {vote.favour} in favour",
            where="status",
        )

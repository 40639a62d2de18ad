"""决议、决定: what a session resolves, by subject.

The analysis is in docs/kinds/resolution.md.
"""

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar, assert_never

from attrs import evolve, field, frozen

from draftkit.facts import Session
from draftkit.facts._checks import instance
from draftkit.kinds._derived import (
    DERIVED,
    Derived,
    Wording,
    derivable_blocks,
    derivable_inlines,
    missing,
    session_of,
)
from draftkit.kinds._moves import merge_run_on, open_with
from draftkit.kinds._paper import Paper
from draftkit.kinds._parts import goal_of
from draftkit.kinds.resolution_found import resolution_in
from draftkit.kinds.status import Adopted, Draft, Status, refuse_not_adopted
from draftkit.kinds.subjects import DeputyResignation, Resignation, Subject, phrase_about, slots_of
from draftkit.phrases import PhraseBook
from draftkit.tree import Blocks, Document, Inlines, Paragraph, Signature, TitleBlock, blocks, plain
from draftkit.tree.moves import MoveKind

__all__ = ["Resolution"]


_ORDER = tuple(MoveKind)
_DECISION_FIRST = (MoveKind.RECITAL, MoveKind.DECISION, MoveKind.FINDING, *_ORDER[3:])


def _kinds(value: Iterable[MoveKind]) -> frozenset[MoveKind]:
    return frozenset(value)


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
    goal: str | None = field(default=None, converter=goal_of)
    status: Status | None = field(default=None, validator=instance("Draft() / Adopted(on=…)", Status))
    decision_first: bool = False
    title: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    adoption_note: Inlines | Derived | None = field(default=DERIVED, converter=derivable_inlines)
    recital: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    decision: Blocks | Derived = field(default=DERIVED, converter=derivable_blocks)
    order: tuple[MoveKind, ...] = ()
    run_on: frozenset[MoveKind] = field(default=frozenset(), converter=_kinds)
    signature: Signature | None = None
    frame: TitleBlock = field(factory=TitleBlock)

    def __attrs_post_init__(self) -> None:
        """Refuse the adopted form of what was not adopted, or not at this session."""
        refuse_not_adopted(self.status, self.session)

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
        matter = say.pick(phrase_about(subject, session, "matter"), slots_of(subject, session, self.on, say))
        is_decision = isinstance(subject, (Resignation, DeputyResignation))
        name = "decision.title" if is_decision else "resolution.title"
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
        session, subject = session_of(self.session), self._subject()
        said = say.pick(phrase_about(subject, session, name), slots_of(subject, session, self.on, say))
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
        return resolution_in(document, cls, phrases)

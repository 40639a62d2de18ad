"""A resolution found again in an old paper."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve

from draftkit.facts import Session
from draftkit.kinds._derived import DERIVED, Wording, wording
from draftkit.kinds._moves import passages, strip_opener
from draftkit.kinds._recover import derived, goals_in, rederived, session_in
from draftkit.kinds.status import Adopted, Draft, Status
from draftkit.kinds.subjects_found import projects_in, subject_in
from draftkit.phrases import PhraseBook
from draftkit.tree import Blocks, Document, plain
from draftkit.tree.moves import MoveKind
from draftkit.zh.dates import find_dates

if TYPE_CHECKING:
    from draftkit.kinds.resolution import Resolution

__all__ = ["resolution_in"]


def resolution_in(document: Document, kind: "type[Resolution]", phrases: PhraseBook | None) -> "Resolution":
    """Return the resolution that `document` is: its facts, and every text that they don't give."""
    block = document.title_block
    moves = passages(document.blocks)
    status = _status(document)
    session = _held(session_in(document), status)
    found = kind(
        session=session,
        subject=subject_in(document, session),
        status=status,
        title=block.title,
        adoption_note=block.adoption_note,
        order=tuple(move for move, _, _ in moves),
        run_on=frozenset(move for move, _, run_on in moves if run_on),
        signature=document.signature,
        frame=evolve(block, title=None, adoption_note=None),
        **_fields(moves),
    )
    say = wording(phrases, found.on, warn=False)
    return rederived(_stripped(found, say), document, _changes(found, say), phrases)


def _changes(found: "Resolution", say: Wording) -> Iterator[Mapping[str, object]]:
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


def _stripped(found: "Resolution", say: Wording) -> "Resolution":
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

"""Whether a resolution is a draft or adopted, and what can't have been adopted."""

import datetime as dt

from attrs import field, frozen

from draftkit.errors import FactError
from draftkit.facts import Session, Vote
from draftkit.facts._checks import day, instance, required
from draftkit.facts.vote import needs_quorum
from draftkit.tree import Mark

__all__ = ["Adopted", "Draft", "Status", "refuse_not_adopted"]


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


def refuse_not_adopted(status: Status | None, session: Session | None) -> None:
    """Raise `FactError` where `status` says adopted of what wasn't, or wasn't at `session`."""
    if isinstance(status, Adopted):
        _refuse_other_day(status.on, session)
        if status.vote is not None:
            _refuse_rejected(status.vote, status.on, session)


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


def _refuse_rejected(vote: Vote, on: dt.date, session: Session | None) -> None:
    known = session.congress.deputies if session else None
    deputies = vote.deputies or known
    if deputies is None:
        return
    if known is not None and deputies != known:
        raise FactError(
            f"全体代表人数两处不同：Vote 写的是{deputies}人，Congress 写的是{known}人，应写一处或写成一样",
            f"the vote counts {deputies} deputies, the congress {known}: give one of them, or the same",
            where="status",
        )
    if vote.present > deputies:
        raise FactError(
            f"实到{vote.present}人、{vote.ballots}票，多于全体代表{deputies}人，票数不能超过代表人数",
            f"{vote.ballots} ballots, but the congress has only {deputies} deputies",
            where="status",
        )
    if not vote.adopted(deputies, on=on):
        least = vote.quorum(deputies) if needs_quorum(on) else None
        raise FactError(
            f"未获通过，不能写成已通过的文本：全体代表{deputies}人，应有{f'{least}人以上出席、' if least else ''}"
            f"{vote.majority(deputies)}票以上赞成，实际出席{vote.present}人、赞成{vote.favour}票",
            f"not adopted: of {deputies} deputies {f'{least} must be present and ' if least else ''}"
            f"{vote.majority(deputies)} in favour; {vote.present} were present, {vote.favour} in favour",
            where="status",
        )

"""The moves of a resolution: what each of its sentences does, told by the words that open it.

>>> [move.kind.value for move in find_moves("会议听取和审议了政府工作报告。会议认为，报告实事求是，决定批准这个报告。")]
['recital', 'finding', 'decision']
"""

import re
from enum import StrEnum

from attrs import frozen

__all__ = ["Move", "MoveKind", "find_moves", "opens_move"]


class MoveKind(StrEnum):
    """What a passage of a resolution does; the members stand in the usual order."""

    RECITAL = "recital"
    """依据句: what the meeting heard, deliberated, examined."""
    FINDING = "finding"
    """会议认为."""
    DECISION = "decision"
    """决定句: the one sentence that has legal effect."""
    SITUATION = "situation"
    """会议指出."""
    PROPOSAL = "proposal"
    """会议提出."""
    EMPHASIS = "emphasis"
    """会议强调."""
    DIRECTIVE = "directive"
    """会议要求."""
    CALL = "call"
    """会议号召."""


@frozen
class Move:
    """A move found in a paragraph.

    Args:
        kind: What it does.
        start: Where it begins; it goes on to the next one, or to the end.
    """

    kind: MoveKind
    start: int


def _words(*words: str) -> str:
    """Return a pattern of `words` that a stray space between two characters doesn't hide."""
    return "|".join(r"\s?".join(word) for word in words)


_BY_LAW = r"(?:根据|依照|按照)《[^。]{1,120}》[^。，]{0,30}，[^。，]{0,40}会议决定"
"""A decision that names the law it stands on first (接受辞职的决定)."""

_OPENERS = (
    (MoveKind.FINDING, _words("会议认为", "会议一致认为", "会议高度评价", "会议充分肯定", "会议对")),
    (
        MoveKind.DECISION,
        f"{_BY_LAW}|{_words('会议决定', '会议同意', '会议经过审议，决定', '决定批准', '现决定', '会议批准')}",
    ),
    (MoveKind.SITUATION, _words("会议指出")),
    (MoveKind.PROPOSAL, _words("会议提出")),
    (MoveKind.EMPHASIS, _words("会议强调")),
    (MoveKind.DIRECTIVE, _words("会议要求")),
    (MoveKind.CALL, _words("会议号召")),
)
_OPENER = re.compile(
    r"(?:^|(?<=[。.．，,；;！!]))\s*(?:" + "|".join(f"(?P<{kind.name}>{words})" for kind, words in _OPENERS) + ")"
)
_RECITAL = re.compile(r"听取(?:和|并)?|(?:审议|审查)了|^根据《")
_DECISION = re.compile(r"决定[：:，,]?\s*(?:批准|接受|同意|通过)|决定[：:]")


def find_moves(text: str, *, first: bool = True) -> tuple[Move, ...]:
    """Return the moves of one paragraph, in order; none where it only goes on with what came before.

    Args:
        text: The paragraph.
        first: Whether nothing has been found yet: then an opening that is no other
            move is the recital, or the decision where it decides without a hearing.
    """
    found = [Move(_kind(match), match.end() - len(match[0].lstrip())) for match in _OPENER.finditer(text)]
    opening = text[: found[0].start] if found else text
    kind = _opening(opening, text) if first and opening.strip() else None
    if kind is not None and not (found and found[0].kind is kind):
        found.insert(0, Move(kind, 0))
    elif kind is not None:
        found[0] = Move(kind, 0)
    return tuple(move for n, move in enumerate(found) if n == 0 or move.kind is not found[n - 1].kind)


def _kind(match: re.Match[str]) -> MoveKind:
    return MoveKind[str(match.lastgroup)]


def _opening(opening: str, text: str) -> MoveKind | None:
    if _RECITAL.search(opening):
        return MoveKind.RECITAL
    return MoveKind.DECISION if _DECISION.search(text) else None


def opens_move(text: str) -> MoveKind | None:
    """Return the move that `text` begins with, told by its own opening words (会议认为 …)."""
    found = _OPENER.match(text)
    return None if found is None else _kind(found)

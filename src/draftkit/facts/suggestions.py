"""Deputies' suggestions and how they were handled."""

from decimal import Decimal

from attrs import field, frozen

from draftkit.errors import FactError
from draftkit.facts._checks import required, whole, words

__all__ = ["Suggestions"]


def _meeting(value: str) -> str:
    """Return a meeting without 以来, which the phrases write."""
    return value.removesuffix("以来") if isinstance(value, str) else value


@frozen(kw_only=True)
class Suggestions:
    """代表建议、批评和意见: how many came in, and what became of them.

    办复率 (answered) and 办结率 (resolved) are different rates of the same base,
    the suggestions received; 满意率 is a rate of those surveyed.

    Args:
        received: All that came in.
        answered: Those answered (答复).
        resolved: Those whose matter is settled (解决); None if it isn't told.
        satisfied: Answers their proposers were satisfied with (满意); None if it isn't told.
        surveyed: The answers that proposers were asked about; all answered ones unless given.
        since: The meeting since which they came in (镇十八届人大三次会议), without 以来; in the year reviewed
            unless given.
    """

    received: int = required("收到的件数", whole("收到的件数"), sample="received=34")
    answered: int = required("答复的件数", whole("答复的件数"), sample="answered=34")
    resolved: int | None = field(default=None, validator=whole("解决的件数", optional=True))
    satisfied: int | None = field(default=None, validator=whole("满意的件数", optional=True))
    surveyed: int = field(validator=whole("测评的件数"))
    since: str = field(default="", converter=_meeting, validator=words("起算的会议", empty=True))

    @surveyed.default
    def _surveyed(self) -> int:
        return self.answered

    def __attrs_post_init__(self) -> None:
        """Refuse a part greater than its whole."""
        for part, whole_, zh, en in (
            (self.answered, self.received, "答复的不能多于收到的", "more answered than received"),
            (self.resolved, self.answered, "解决的不能多于答复的", "more resolved than answered"),
            (self.surveyed, self.answered, "测评的不能多于答复的", "more surveyed than answered"),
            (self.satisfied, self.surveyed, "满意的不能多于测评的", "more satisfied than surveyed"),
        ):
            if part is not None and part > whole_:
                raise FactError(f"{zh}：{part}＞{whole_}", f"{en}: {part} > {whole_}", where="Suggestions")

    @property
    def answer_rate(self) -> Decimal | None:
        """办复率: answered of received; None when none came in."""
        return _rate(self.answered, self.received)

    @property
    def resolve_rate(self) -> Decimal | None:
        """办结率: resolved of received; None when it isn't told."""
        return _rate(self.resolved, self.received)

    @property
    def satisfaction_rate(self) -> Decimal | None:
        """满意率: satisfied of surveyed; None when it isn't told."""
        return _rate(self.satisfied, self.surveyed)


def _rate(part: int | None, base: int) -> Decimal | None:
    return None if part is None or base == 0 else Decimal(part) / Decimal(base)

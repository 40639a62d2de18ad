"""The budget of one render: turns of loops, time, and the length of what is written."""

import time
from collections.abc import Iterable, Iterator, Sized
from itertools import islice
from typing import Final

from draftkit.errors import TemplateError
from draftkit.template.limits import Limits

__all__ = ["Budget", "OverBudgetError", "refuse_bits", "refuse_length"]

_BATCH: Final = 256
"""So many pieces of output are joined at a time: time and length are looked at once for each."""

_STEP: Final = 64
"""So many turns of a loop are taken between two looks at the clock."""

_LONG: Final = 1_000_000
"""A single value longer than this, in characters or items, is refused before it is made."""

_NOTED: Final = 1_000
"""A value longer than this counts as written."""

_BITS: Final = 4096
"""An integer of more bits than this is refused before it is made."""


class OverBudgetError(TemplateError):
    """A render that would take or write more than its limits allow."""


class Budget:
    """What is left of the limits during one render."""

    __slots__ = ("_turns", "_until", "_written", "limits")

    def __init__(self, limits: Limits) -> None:
        """Start the clock."""
        self.limits = limits
        self._turns = limits.turns
        self._written = 0
        self._until = time.monotonic() + limits.seconds

    def loop(self, items: Iterable[object], weight: int) -> Iterable[object]:
        """Return `items` for a loop whose body is `weight` characters long, charged for its turns."""
        if items.__class__ is list or isinstance(items, Sized):
            turns = len(items)
            self.charge(turns, weight)
            return items if turns <= _STEP else _Watched(items, self)
        return self._charged(items, weight)

    def watched(self, items: Iterable[object]) -> Iterator[object]:
        """Yield `items`, with a look at the clock every so many of them."""
        for number, item in enumerate(items):
            if not number % _STEP:
                self.look()
            yield item

    def look(self) -> None:
        """Look at the clock."""
        if time.monotonic() > self._until:
            raise self._late()

    def _charged(self, items: Iterable[object], weight: int) -> Iterator[object]:
        for item in items:
            self.charge(1, weight)
            yield item

    def charge(self, turns: int, weight: int = 0) -> None:
        """Take `turns` from the budget, and the length of what they hold in a buffer."""
        self._turns -= turns
        if self._turns < 0:
            limit = self.limits.turns
            raise OverBudgetError(
                f"循环总次数超过上限{limit}，可用 Limits(turns=…) 调整",
                f"the loops take more than {limit} turns; Limits(turns=…) adjusts it",
            )
        if weight:
            self.write(turns * weight)
        if time.monotonic() > self._until:
            raise self._late()

    def _late(self) -> OverBudgetError:
        limit = self.limits.seconds
        return OverBudgetError(
            f"生成用时超过上限{limit:g}秒，可用 Limits(seconds=…) 调整",
            f"rendering took more than {limit:g} seconds; Limits(seconds=…) adjusts it",
        )

    def write(self, length: int) -> None:
        """Take `length` characters from the budget."""
        self._written += length
        if self._written > self.limits.output:
            limit = self.limits.output
            raise OverBudgetError(
                f"生成的内容超过上限{limit}字符，可用 Limits(output=…) 调整",
                f"more than {limit} characters are written; Limits(output=…) adjusts it",
            )

    def made(self, value: object) -> None:
        """Take a long value that the template made from the budget: it could keep any number of them."""
        if isinstance(value, (str, list, tuple)) and len(value) > _NOTED:
            self.write(len(value))

    def batches(self, pieces: Iterator[str | bytes]) -> Iterator[bytes]:
        """Yield `pieces` joined and encoded, a batch at a time."""
        while batch := list(islice(pieces, _BATCH)):
            try:
                text = b"".join(batch)  # type: ignore[arg-type]  # a template yields bytes, or text if it has blocks
            except TypeError:
                text = "".join(batch).encode()  # type: ignore[arg-type]
            self.write(len(text))
            self.look()
            yield text


class _Watched:
    """Items of a loop whose number is known, with a look at the clock every so many of them."""

    __slots__ = ("_budget", "_items")

    def __init__(self, items: Sized, budget: Budget) -> None:
        self._items = items
        self._budget = budget

    def __len__(self) -> int:
        """Return the number of the items."""
        return len(self._items)

    def __iter__(self) -> Iterator[object]:
        """Yield the items."""
        waiting = iter(self._items)  # type: ignore[call-overload]
        while step := list(islice(waiting, _STEP)):
            self._budget.look()
            yield from step


def refuse_length(length: int) -> None:
    """Refuse a single value of that many characters or items."""
    if length > _LONG:
        raise OverBudgetError(
            f"模板算出的一个值长达{length}，超过上限{_LONG}",
            f"a value {length} long is above the limit of {_LONG}",
        )


def refuse_bits(bits: int) -> None:
    """Refuse an integer of that many bits."""
    if bits > _BITS:
        raise OverBudgetError(
            f"模板算出的整数超过{_BITS}位二进制数", f"an integer of more than {_BITS} bits is refused"
        )

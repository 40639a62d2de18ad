"""Set words with one character wrong, missing or too much, found without a pattern for each way to miss one."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

__all__ = ["Nearly"]

_IDIOM = 4
_LOOSE = "、，的和与"
"""What may be changed in a set word: it is as right without, or with another."""
_PARTICLES = frozenset("的了好地得着过和与及或并更也都再不")
_NOUNS = ("主席团", "大会", "常委会", "国家权力机关", "权力机关", "工作报告")
"""What set words end with that is a word by itself: with a verb or a preposition before it, it is read so."""
_TAKES = frozenset("向由经同对请受被为在是任从把将给让跟按据依报送交提作到当设入进选推因于")


def _is_wrong(text: str, at: int, behind: str) -> bool:
    """Return whether the character at `at`, with `behind` behind it, can be a wrong one: Chinese, and no particle."""
    character = text[at : at + 1]
    if not "\u4e00" <= character <= "\u9fff" or character in _PARTICLES:
        return False
    return character not in _TAKES or not behind.startswith(_NOUNS)


def _end_one_off(word: str, text: str, start: int) -> int | None:
    """Return where `word`, one character off and its ends as they are, ends in `text` from `start`; None if it isn't there."""
    same, last = 1, len(word) - 1
    while same < last and text.startswith(word[same], start + same):
        same += 1
    at = start + same
    if same < last and word[same] not in _LOOSE:
        behind = word[same + 1 :]
        if _is_wrong(text, at, behind) and text.startswith(behind, at + 1):
            return start + len(word)
        if len(word) > _IDIOM and text.startswith(behind, at):
            return start + len(word) - 1
    if len(word) > _IDIOM and same > 1 and word[same - 1] not in _LOOSE and _is_wrong(text, at, word[same:]):
        return start + len(word) + 1 if text.startswith(word[same:], at + 1) else None
    return None


class Nearly:
    """The set words, looked up by how they begin."""

    def __init__(self, words: Iterable[str], legit: Iterable[str]) -> None:
        """Keep the set words, and those like them that are right."""
        self._words = tuple(words)
        self._right = (*self._words, *legit)

    @cached_property
    def _by_head(self) -> dict[str, list[str]]:
        heads: dict[str, list[str]] = {}
        for word in self._words:
            heads.setdefault(word[0], []).append(word)
        return heads

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join(map(re.escape, self._by_head))}]")

    def finditer(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where a word is one character off: start, end, what it should be."""
        behind = 0
        for found in self._heads.finditer(text):
            start = found.start()
            hit = self._at(text, start) if start >= behind else None
            if hit is not None:
                behind, word = hit
                yield start, behind, word

    def _at(self, text: str, start: int) -> tuple[int, str] | None:
        second, third = text[start + 1 : start + 2], text[start + 2 : start + 3]
        for word in self._by_head[text[start]]:
            # Of the two characters behind the first, one at least stands where it should, or one too early.
            if second != word[1] and word[2] not in (second, third):
                continue
            end = _end_one_off(word, text, start)
            if end is not None and not self._is_right(text, start, end):
                return end, word
        return None

    def _is_right(self, text: str, start: int, end: int) -> bool:
        """Return whether a set word, or one like it that is right, stands here or across these places."""
        around = text[max(0, start - 2) : end + 2]
        return text.startswith(self._right, start) or any(word in around for word in self._right)

"""Set words in which one character gave way to another that sounds or looks like it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import add

__all__ = ["Likeness"]


class Likeness:
    """The ways to miss one character of set words, made out when the first text is read.

    Args:
        words: The set words.
        groups: Characters that are taken for each other, those of a group together.
        particles: Characters that are never the wrong one: with them it is mostly another sentence.
        right: What is right though it is like a set word; whatever contains one of them is left alone.
    """

    def __init__(self, words: Iterable[str], groups: Sequence[str], particles: str, right: Iterable[str]) -> None:
        self._words = tuple(words)
        self._groups = groups
        self._particles = frozenset(particles)
        self._right = tuple(right)

    @cached_property
    def _likes(self) -> dict[str, str]:
        likes: dict[str, set[str]] = {}
        for group in self._groups:
            for character in group:
                likes.setdefault(character, set()).update(group)
        return {
            character: "".join(sorted(others - self._particles - {character})) for character, others in likes.items()
        }

    @cached_property
    def _wrong(self) -> dict[str, str]:
        """Each word with one character wrong, and the word it should be."""
        found = {
            word[:at] + other + word[at + 1 :]: word
            for word in self._words
            for at, character in enumerate(word)
            for other in self._likes.get(character, "")
        }
        for word in (*self._words, *self._right):
            found.pop(word, None)
        return found

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """How long the wrong words are that begin with two characters; the longest first."""
        lengths: dict[str, set[int]] = {}
        for wrong in self._wrong:
            lengths.setdefault(wrong[:2], set()).add(len(wrong))
        return {pair: tuple(sorted(each, reverse=True)) for pair, each in lengths.items()}

    def finditer(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where a character of a set word is another: start, end, the word."""
        lengths, wrong = self._lengths, self._wrong
        for start in [at for at, pair in enumerate(map(add, text, text[1:])) if pair in lengths]:
            for length in lengths[text[start : start + 2]]:
                found = text[start : start + length]
                if found in wrong and not self._is_right(text, start, start + length):
                    yield start, start + length, wrong[found]
                    break

    def _is_right(self, text: str, start: int, end: int) -> bool:
        around = text[max(0, start - 2) : end + 2]
        return any(word in around for word in self._right)

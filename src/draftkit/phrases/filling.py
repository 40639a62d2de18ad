"""The slots of a phrase, filled: everything wrong with what is given is told at once."""

from collections.abc import Iterator, Mapping

from draftkit.errors import PhraseError
from draftkit.phrases._table import near
from draftkit.phrases.model import Phrase
from draftkit.phrases.slots import EXPECTED, write
from draftkit.tree import Inlines

__all__ = ["written"]


def written(phrase: Phrase, given: Mapping[str, object]) -> dict[str, Inlines]:
    """Return what is given for the slots of `phrase`, each written by its type.

    Raises:
        PhraseError: A slot is missing, unknown, empty or of a wrong type.
    """
    slots = {name: write(kind, given[name]) for name, kind in phrase.slots.items() if name in given}
    wrong = [*_missing(phrase, given), *_unknown(phrase, given), *_mistyped(phrase, given, slots)]
    if wrong:
        zh, en = "；".join(zh for zh, _ in wrong), "; ".join(en for _, en in wrong)
        raise PhraseError(f"套语“{phrase.id}”（{phrase.title}）{zh}", f"{phrase.id!r}: {en}")
    return {name: content for name, content in slots.items() if content}


def _missing(phrase: Phrase, given: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    missing = [name for name in phrase.slots if name not in given]
    if missing:
        yield f"缺少槽位 {'、'.join(missing)}", f"missing slots: {', '.join(missing)}"


def _unknown(phrase: Phrase, given: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    known_zh = f"（可用：{'、'.join(phrase.slots)}）" if phrase.slots else "（这条套语没有槽位）"
    for name in given:
        if name not in phrase.slots:
            zh, en = near(name, phrase.slots)
            yield f"没有名为“{name}”的槽位{zh or known_zh}", f"no slot {name!r}{en}"


def _mistyped(
    phrase: Phrase, given: Mapping[str, object], slots: Mapping[str, Inlines | None]
) -> Iterator[tuple[str, str]]:
    for name, content in slots.items():
        if not content:
            zh, en = EXPECTED[phrase.slots[name]]
            yield (
                f"槽位“{name}”应为{zh}，且不能为空，而不是 {given[name]!r}",
                f"slot {name!r} must be {en}, not empty, not {given[name]!r}",
            )

"""The text of an edition, read into pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.errors import PhraseError
from draftkit.phrases.wording import Include, Literal, Slot, parse


def test_pieces_stand_in_the_order_of_the_text() -> None:
    assert parse("{year}年{@banner.guiding}，{{}}") == (
        Slot("year"),
        Literal("年"),
        Include("banner.guiding"),
        Literal("，{}"),
    )


def test_an_empty_text_has_no_pieces() -> None:
    assert parse("") == ()


@pytest.mark.parametrize(
    "text", ["{", "}", "{}", "{ year }", "{Year}", "{@}", "{@Spirit}", "{a.b}", "{a!r}", "{a:>9}", "a}b", "{{a}"]
)
def test_what_is_no_slot_is_refused(text: str) -> None:
    with pytest.raises(PhraseError, match="不是槽位"):
        parse(text)


@given(st.text())
def test_a_text_with_doubled_braces_is_itself(text: str) -> None:
    doubled = text.replace("{", "{{").replace("}", "}}")
    assert parse(doubled) == ((Literal(text),) if text else ())

"""Organ and date stand where GB/T 9704-2012, 7.3.5 puts them."""

import pytest

from draftkit.renderers.docx.measure import CHARACTER, width
from draftkit.renderers.docx.signature import places

_LINE = 8845


def _edges(organ: str, date: str, *, sealed: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where each line begins and ends, from the left edge of the text."""
    found = places(organ, date, _LINE, sealed=sealed)
    edges = []
    for text, place in ((organ, found.organ), (date, found.date)):
        left = _LINE - place.right - width(text) if place.left is None else place.left
        edges.append((left, left + width(text)))
    return edges[0], edges[1]


def test_without_a_seal_the_date_begins_two_characters_right_of_the_organ() -> None:
    organ, date = _edges("清溪镇人民代表大会主席团", "2025年1月14日", sealed=False)
    assert _LINE - organ[1] == 2 * CHARACTER
    assert date[0] - organ[0] == 2 * CHARACTER


def test_a_longer_date_stands_two_characters_from_the_right_and_the_organ_moves() -> None:
    organ, date = _edges("清溪镇人大", "2025年12月14日", sealed=False)
    assert _LINE - date[1] == 2 * CHARACTER
    assert date[0] - organ[0] == 2 * CHARACTER


def test_a_date_that_its_gaps_make_longer_than_the_organ_is_not_broken() -> None:
    organ, date = _edges("清溪镇人大主席团", "2025年12月25日", sealed=False)
    assert _LINE - date[1] == 2 * CHARACTER
    assert organ[0] < date[0]


def test_with_a_seal_the_date_stands_four_characters_from_the_right_and_the_organ_over_it() -> None:
    organ, date = _edges("清溪镇人民代表大会主席团", "2025年1月14日", sealed=True)
    assert _LINE - date[1] == 4 * CHARACTER
    assert abs(sum(organ) - sum(date)) <= 2


def test_a_long_name_with_a_seal_stays_on_the_line_and_over_the_date() -> None:
    organ, date = _edges("清溪镇第十八届人民代表大会第四次会议主席团", "2025年1月14日", sealed=True)
    assert organ[1] <= _LINE
    assert abs(sum(organ) - sum(date)) <= 2


@pytest.mark.parametrize("sealed", [True, False])
def test_one_of_the_two_may_be_missing(sealed: bool) -> None:  # noqa: FBT001  # pytest gives it by name
    _, date = _edges("", "2025年1月14日", sealed=sealed)
    assert _LINE - date[1] == (4 if sealed else 2) * CHARACTER

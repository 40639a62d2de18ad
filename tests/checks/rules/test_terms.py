"""What is advised for the posts of a township congress."""

import pytest

from draftkit.checks import check


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("人大主席团主席　李明", "人民代表大会主席"),
        ("人大主席团副主席　王芳", "人民代表大会副主席"),
        ("镇人大主任　李明", "镇（乡）人民代表大会主席"),
        ("镇人大副主任　王芳", "镇（乡）人民代表大会副主席"),
    ],
)
def test_the_advice_on_one_post_names_one(line: str, right: str) -> None:
    (finding,) = (each for each in check(line) if each.rule == "term-standing-committee")
    assert f"应为“{right}”" in finding.zh

"""Sums and rates, on figures as towns and the nation have published them."""

import pytest

from draftkit.checks import Finding, check


def found(text: str, rule: str) -> list[Finding]:
    return [finding for finding in check(text) if finding.rule == rule]


@pytest.mark.parametrize(("due", "there", "away"), [(80, 64, 16), (56, 50, 6), (102, 90, 12), (2878, 2762, 116)])
def test_published_attendances_add_up(due: int, there: int, away: int) -> None:
    text = f"会议应到代表{due}人，实到{there}人，请假{away}人。"
    assert found(text, "sum-attendance") == []
    assert found(text, "sum-quorum") == []
    assert found(text.replace(f"请假{away}", f"请假{away + 1}"), "sum-attendance")


@pytest.mark.parametrize(("due", "least"), [(75, 50), (80, 54), (3, 2), (100, 67)])
def test_a_quorum_is_two_thirds_rounded_up(due: int, least: int) -> None:
    assert found(f"应到代表{due}人，实到{least}人。", "sum-quorum") == []
    assert found(f"应到代表{due}人，实到{least - 1}人。", "sum-quorum")


@pytest.mark.parametrize(("due", "least"), [(102, 52), (101, 51)])
def test_a_majority_counts_from_all_deputies(due: int, least: int) -> None:
    text = "应到代表{due}人，实到{there}人。赞成{yes}票，反对{no}票，弃权0票，决议通过。"
    there = due - 10
    assert found(text.format(due=due, there=there, yes=least, no=there - least), "sum-majority") == []
    assert found(text.format(due=due, there=there, yes=least - 1, no=there - least + 1), "sum-majority")


def test_votes_may_leave_out_those_who_pressed_no_button_if_it_is_said() -> None:
    text = "出席会议的代表2762人。赞成2758票，反对1票，弃权2票，{rest}决议通过。"
    assert found(text.format(rest="1人未按表决器，"), "sum-votes") == []
    assert found(text.format(rest=""), "sum-votes")


def test_the_states_of_suggestions_make_up_all_of_them() -> None:
    text = "共收到建议23件，其中已解决10件、正在解决5件、暂不能解决{rest}件。"
    assert found(text.format(rest=8), "sum-parts") == []
    assert found(text.format(rest=7), "sum-parts")


def test_parts_of_a_part_are_not_added() -> None:
    text = "共收到建议34件，其中会议期间20件、闭会期间14件，重点督办3件。"
    assert found(text, "sum-parts") == []


@pytest.mark.parametrize("rate", ["43%", "43.5%", "43.47%"])
def test_a_share_may_be_rounded_or_cut_off(rate: str) -> None:
    assert found(f"共收到建议23件，已解决10件，占{rate}。", "rate-share") == []


def test_a_growth_is_of_the_amount_before() -> None:
    text = "收入由14200元增加到20300元，增长{rate}%。"
    assert found(text.format(rate="43"), "rate-growth") == []
    assert found(text.format(rate="30"), "rate-growth")


def test_points_are_as_many_as_announced() -> None:
    points = "一是学习不够；二是监督不力；三是联系不紧。"
    assert found(f"主要有三个方面的问题：{points}", "count-points") == []
    (finding,) = found(f"主要有四个方面的问题：{points}", "count-points")
    assert "说的是4项，列出的是3项" in finding.zh

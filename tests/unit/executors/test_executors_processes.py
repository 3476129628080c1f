"""Work that is shared out among processes gives what one process gives."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import mark, raises

from site_builder.executors.here import Here
from site_builder.executors.processes import Processes


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(), max_size=50), st.integers(1, 4))
def test_the_results_are_those_of_one_process_in_the_same_order(
    items: list[int], count: int
) -> None:
    alone = list(Here().map(lambda item: item * 2, items, "Doubling"))
    assert list(Processes(count).map(lambda item: item * 2, items, "Doubling")) == alone


def test_several_processes_take_part() -> None:
    def slow(item: int) -> int:
        total = sum(range(200_000))
        return os.getpid() if total else item

    assert len(set(Processes(2).map(slow, range(100), "Counting"))) == 2


def test_little_work_is_done_here() -> None:
    found = set(Processes(2).map(lambda _: os.getpid(), range(9), "Counting", least=10))
    assert found == {os.getpid()}


@mark.parametrize("at", [0, 99])
def test_what_goes_wrong_in_any_of_them_is_raised_here(at: int) -> None:
    def fails(item: int) -> int:
        if item == at:
            raise ValueError(f"not {item}")
        return item

    with raises(ValueError, match=f"not {at}"):
        list(Processes(3).map(fails, range(100), "Failing"))


def test_a_process_that_is_killed_is_noticed() -> None:
    here = os.getpid()

    def dies(item: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        return sum(range(item * 1000))

    with raises(RuntimeError, match="was killed"):
        list(Processes(2).map(dies, range(200), "Dying"))


def test_progress_ends_with_all_items() -> None:
    told: list[tuple[str, int, int]] = []
    executor = Processes(2, lambda doing, done, of: told.append((doing, done, of)))
    assert sum(executor.map(lambda item: item, range(100), "Adding")) == 4950
    assert told[-1] == ("Adding", 100, 100)

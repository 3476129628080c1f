from pathlib import Path

from site_builder.disk.memo import Memo, memo_key


def test_the_memo_gives_back_what_was_put_in_an_earlier_run(tmp_path: Path) -> None:
    key = memo_key("parse", "v1", b"text")
    memo = Memo(tmp_path / "state" / "memo")
    assert memo.get([key]) == {}
    memo.put(key, b"result")
    memo.close()
    assert Memo(tmp_path / "state" / "memo").get([key]) == {key: b"result"}


def test_a_key_depends_on_the_stage_the_code_and_each_argument() -> None:
    keys = {
        memo_key("a", "v", b"x", b"y"),
        memo_key("b", "v", b"x", b"y"),
        memo_key("a", "w", b"x", b"y"),
        memo_key("a", "v", b"xy", b""),
        memo_key("a", "v", b"x", b"z"),
    }
    assert len(keys) == 5


def test_a_damaged_memo_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "memo"
    path.write_bytes(b"this is no database, and longer than a header of one hundred bytes" * 9)
    memo = Memo(path)
    memo.put(b"k", b"v")
    memo.close()
    assert Memo(path).get([b"k"]) == {b"k": b"v"}


def test_what_nobody_asks_for_is_forgotten_once_it_is_most_of_the_memo(tmp_path: Path) -> None:
    path = tmp_path / "memo"
    memo = Memo(path)
    for number in range(1500):
        memo.put(f"{number}".encode(), b"v")
    memo.close()
    memo = Memo(path)
    memo.get([b"7"])
    memo.close()
    assert set(Memo(path).get([b"7", b"8"])) == {b"7"}

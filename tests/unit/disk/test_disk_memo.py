from pathlib import Path

from site_builder.disk.memo import Memo, Store, memo_key


def test_the_memo_gives_back_what_was_put_in_an_earlier_run(tmp_path: Path) -> None:
    key = memo_key("parse", "v1", b"text")
    store = Store(tmp_path / "state" / "memo")
    assert store.get([key]) == {}
    store.put(key, b"result")
    store.close()
    assert Store(tmp_path / "state" / "memo").get([key]) == {key: b"result"}


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
    store = Store(path)
    store.put(b"k", b"v")
    store.close()
    assert Store(path).get([b"k"]) == {b"k": b"v"}


def test_what_nobody_asks_for_is_forgotten_once_it_is_most_of_the_memo(tmp_path: Path) -> None:
    path = tmp_path / "memo"
    store = Store(path)
    for number in range(1500):
        store.put(f"{number}".encode(), b"v")
    store.close()
    store = Store(path)
    store.get([b"7"])
    store.put(b"new", b"v")
    store.close()
    assert set(Store(path).get([b"7", b"8", b"new"])) == {b"7", b"new"}


def test_each_stage_has_a_store_of_its_own(tmp_path: Path) -> None:
    memo = Memo(tmp_path / "memo")
    memo.store("parse").put(b"k", b"parsed")
    memo.store("markdown").put(b"k", b"html")
    memo.close()
    assert sorted(path.name for path in (tmp_path / "memo").iterdir()) == [
        "markdown.sqlite3",
        "parse.sqlite3",
    ]
    assert Memo(tmp_path / "memo").store("parse").get([b"k"]) == {b"k": b"parsed"}
    assert Memo(None).store("parse").get([b"k"]) == {}


def test_a_build_that_asks_for_little_forgets_nothing(tmp_path: Path) -> None:
    path = tmp_path / "memo"
    store = Store(path)
    for number in range(1500):
        store.put(f"{number}".encode(), b"v")
    store.close()
    store = Store(path)
    store.get([b"7"])
    store.close(whole=False)
    assert set(Store(path).get([b"7", b"8"])) == {b"7", b"8"}

import os
from pathlib import Path

from pytest import raises

from site_builder.disk.output import NotOursError, remove_outputs, write_output
from site_builder.disk.scan import is_settled, scan_digest, scan_output
from site_builder.model.page import Output, Written


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    output = Output("a/b/index.html", b"hello")
    assert write_output(str(tmp_path), output)[1]
    file = tmp_path / output.path
    os.utime(file, ns=(1, 1))
    status, changed = write_output(str(tmp_path), output)
    assert not changed
    assert status == Written(5, 1)
    assert write_output(str(tmp_path), Output(output.path, b"HELLO"))[1]
    assert file.read_bytes() == b"HELLO"


def test_a_file_of_others_is_kept_unless_it_has_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_bytes(b"mine")
    assert not write_output(str(tmp_path), Output("CNAME", b"mine"), ours=False)[1]
    with raises(NotOursError):
        write_output(str(tmp_path), Output("CNAME", b"ours"), ours=False)
    assert (tmp_path / "CNAME").read_bytes() == b"mine"


def test_nothing_half_written_is_left_behind(tmp_path: Path) -> None:
    write_output(str(tmp_path), Output("index.html", b"x"))
    assert list(scan_output(tmp_path)) == ["index.html"]


def test_removing_takes_empty_folders_along_and_leaves_foreign_files(tmp_path: Path) -> None:
    for path in ("a/b/index.html", "c/index.html"):
        write_output(str(tmp_path), Output(path, b"x"))
    (tmp_path / "c" / "CNAME").write_text("mine")
    removed = remove_outputs(str(tmp_path), ["a/b/index.html", "c/index.html", "gone.html"])
    assert removed == ["a/b/index.html", "c/index.html"]
    assert list(scan_output(tmp_path)) == ["c/CNAME"]
    assert not (tmp_path / "a").exists()


def test_the_half_written_file_of_a_killed_build_is_removed(tmp_path: Path) -> None:
    (tmp_path / "index.html.part").write_text("ha")
    remove_outputs(str(tmp_path), ["index.html"])
    assert list(scan_output(tmp_path)) == []


def test_a_scan_sees_a_new_size_a_new_time_and_a_new_name() -> None:
    scans = [
        {"a": Written(1, 1)},
        {"a": Written(2, 1)},
        {"a": Written(1, 2)},
        {"b": Written(1, 1)},
        {},
    ]
    assert len({scan_digest(scan) for scan in scans}) == len(scans)
    assert scan_digest({}, "drafts") != scan_digest({})


def test_a_file_changed_just_now_is_not_settled() -> None:
    assert is_settled({"a": Written(1, 1)}, now_ns=10**9)
    assert not is_settled({"a": Written(1, 10**9 - 1)}, now_ns=10**9)

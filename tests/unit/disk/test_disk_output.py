import os
from pathlib import Path

from pytest import raises

from site_builder.disk.output import NotOursError, remove_outputs, write_output
from site_builder.disk.scan import files_in
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
    assert files_in(str(tmp_path)) == ["index.html"]


def test_removing_takes_empty_folders_along_and_leaves_foreign_files(tmp_path: Path) -> None:
    for path in ("a/b/index.html", "c/index.html"):
        write_output(str(tmp_path), Output(path, b"x"))
    (tmp_path / "c" / "CNAME").write_text("mine")
    removed = remove_outputs(str(tmp_path), ["a/b/index.html", "c/index.html", "gone.html"])
    assert removed == ["a/b/index.html", "c/index.html"]
    assert files_in(str(tmp_path)) == ["c/CNAME"]
    assert not (tmp_path / "a").exists()


def test_the_half_written_file_of_a_killed_build_is_removed(tmp_path: Path) -> None:
    (tmp_path / "index.html.part").write_text("ha")
    remove_outputs(str(tmp_path), ["index.html"])
    assert files_in(str(tmp_path)) == []

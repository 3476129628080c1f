"""Compiled templates are kept for the next build, and never for another program."""

from pathlib import Path

from site_builder.disk.compiled import CompiledTemplates

CODE = compile("1 + 1", "a template", "eval")


def test_code_is_found_by_the_next_build(tmp_path: Path) -> None:
    first = CompiledTemplates(tmp_path / "memo" / "templates.bin", "v1")
    assert first.get("a") is None
    first.put("a", CODE)
    first.save()
    found = CompiledTemplates(tmp_path / "memo" / "templates.bin", "v1").get("a")
    assert found
    assert eval(found) == 2


def test_code_of_another_program_and_a_damaged_file_are_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "templates.bin"
    first = CompiledTemplates(file, "v1")
    first.put("a", CODE)
    first.save()
    assert CompiledTemplates(file, "v2").get("a") is None
    file.write_bytes(file.read_bytes()[:-9])
    assert CompiledTemplates(file, "v1").get("a") is None
    file.write_bytes(b"no code at all")
    assert CompiledTemplates(file, "v1").get("a") is None

"""Plain text files: bytes become one seed."""

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO

from site_builder.importers.encoding import decode, looks_wide, repair
from site_builder.model.problem import Location, Problem, Severity
from site_builder.model.seed import Seed

suffixes = (".txt", ".text")
"""The endings of the files that this importer reads."""

_SIGNATURES = {
    b"%PDF-": "a PDF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"PK\x03\x04": "a Word document or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a rich text document",
    b"\x1f\x8b": "a compressed file",
}
_WEB_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head)\b", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MARK = "\ufeff"


def read(stream: BinaryIO, origin: str) -> Iterator[Seed | Problem]:
    """Read a text file in any encoding as one seed, or say why it cannot be read.

    `origin` is the file's path below the project. The seed's text has line feeds only and no byte
    order mark, and is otherwise as found; a note tells where bytes or letters had to be repaired.
    """
    data = stream.read()
    if not data.strip(b" \t\r\n\x0c\xef\xbb\xbf\xff\xfe\x00"):
        yield _problem("seed-empty", "The file is empty.", origin, "Delete it, or put text in it.")
        return
    if what := _not_text(data):
        yield _problem(
            "seed-unreadable",
            f"The file is {what}, not plain text.",
            origin,
            "Save its text as a UTF-8 file that ends with .txt, or delete the file.",
        )
        return
    try:
        decoded = decode(data)
    except UnicodeError:
        yield _problem(
            "seed-unreadable",
            "The letters of the file are in no known encoding.",
            origin,
            "Open it in an editor and save it as UTF-8.",
        )
        return
    text = repair(decoded.text)
    if decoded.damaged or text != decoded.text:
        yield _problem(
            "seed-repaired",
            f"Some letters were damaged and were repaired as far as possible ({decoded.encoding}).",
            origin,
            "Compare the article with its source.",
            "note",
        )
    yield Seed(
        origin=origin,
        text=text.lstrip(_MARK).replace("\r\n", "\n").replace("\r", "\n"),
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
    )


def _not_text(data: bytes) -> str:
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            return name
    if _WEB_PAGE.match(data):
        return "a web page"
    if looks_wide(data):
        return ""
    sample = data[:100_000]
    return "a binary file" if 100 * len(_CONTROLS.findall(sample)) > len(sample) else ""


def _problem(
    code: str, message: str, origin: str, hint: str, severity: Severity = "warning"
) -> Problem:
    return Problem(code, message, Location(origin), hint, severity)

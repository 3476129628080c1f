"""Fingerprints: short digests by which two builds compare what a page is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import Any

import msgspec

from site_builder.model.page import Page

# Dictionaries are encoded in their own order: it may show on the page.
_encode = msgspec.msgpack.Encoder().encode


def digest(data: bytes) -> str:
    """Digest bytes to 16 hex digits: enough to tell versions of one thing apart."""
    return blake2b(data, digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What one output is made of: its kind, its template, and a digest for each field of its view.

    An asset has no template and the one field `data`.
    """

    kind: str
    template: str
    fields: Mapping[str, str]


def fingerprint(page: Page) -> Fingerprint:
    """Take the fingerprint of a page; the view is a dataclass of plain, frozen values."""
    view: Any = page.view
    return Fingerprint(
        page.kind,
        page.template,
        {field.name: digest(_encode(getattr(view, field.name))) for field in fields(view)},
    )


def fingerprint_asset(data: bytes) -> Fingerprint:
    """Take the fingerprint of a file that is copied as it is."""
    return Fingerprint("asset", "", {"data": digest(data)})

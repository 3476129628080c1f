"""The manifest: what the last build wrote, and of what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from site_builder.incremental.fingerprint import Fingerprint
from site_builder.model.page import Written

FORMAT = 2


class Entry(NamedTuple):
    """One output of the last build: its fingerprint, its file, and why it was last rendered."""

    fingerprint: Fingerprint
    written: Written
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the last build left in `output/`; all paths are below it, with forward slashes.

    `templates` holds, for each template, a digest of every file that it is made of. `code` is the
    digest of the program. `pending` are the paths that a build was about to write or remove: where
    it was killed, their files are ours and of unknown content.
    """

    format: int = FORMAT
    code: str = ""
    templates: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    pending: frozenset[str] = frozenset()

    def owns(self, path: str) -> bool:
        """Tell whether a build of ours wrote this file, or was about to."""
        return path in self.entries or path in self.pending


def dump_manifest(manifest: Manifest) -> bytes:
    """Encode a manifest; equal manifests give equal bytes."""
    return msgspec.msgpack.Encoder(order="deterministic").encode(manifest)


def load_manifest(data: bytes) -> Manifest | None:
    """Decode a manifest; None where it is damaged or of another version of the program."""
    try:
        manifest = msgspec.msgpack.decode(data, type=Manifest)
    except msgspec.MsgspecError:
        return None
    return manifest if manifest.format == FORMAT else None

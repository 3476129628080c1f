"""The archive as the last build left it, kept so that the next need not read every article."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from site_builder.entities.retagging import Settled
from site_builder.model.article import Article
from site_builder.model.catalogue import Catalogue
from site_builder.model.config import SiteConfig
from site_builder.model.entity import ArticleTags, Person, Place
from site_builder.model.site import Site, StaticPage

FORMAT = 1
_SMALL = 1_000_000

_encode = msgspec.msgpack.Encoder().encode
_read_tags = msgspec.msgpack.Decoder(ArticleTags).decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """An archive but for its texts and its tags.

    `code` is the digest of each part of the program that made it. `columns` are those of the
    catalogue; the tags of its articles lie in a file of their own, from `starts` to `ends`.
    """

    format: int = FORMAT
    code: Mapping[str, str]
    config: SiteConfig
    people: dict[str, Person]
    places: dict[str, Place]
    withdrawn: tuple[Article, ...]
    redirects: dict[str, str]
    pages: dict[str, StaticPage]
    people_notes: dict[str, StaticPage]
    place_notes: dict[str, StaticPage]
    keys: dict[str, bytes]
    settled: Settled
    columns: dict[str, list[Any]]
    starts: list[int]
    ends: list[int]


class KeptTags(Mapping[str, ArticleTags]):
    """The tags of every article, each read from a file when it is asked for."""

    def __init__(self, path: Path, places: Mapping[str, tuple[int, int]]) -> None:
        """Take the file, and where the tags of each article stand in it."""
        self._path, self.places = path, places
        self._file = os.open(path, os.O_RDONLY)
        self._read: dict[str, ArticleTags] = {}

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __getitem__(self, id: str) -> ArticleTags:
        found = self._read.get(id)
        if found is None:
            start, end = self.places[id]
            found = self._read[id] = _read_tags(os.pread(self._file, end - start, start))
        return found

    def __del__(self) -> None:
        os.close(self._file)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The archive of the last build: `site` has no bodies, and reads its tags when asked.

    `keys` are those that the mentions of each article are kept by, `settled` what was made of all
    of them. `code` is as in the frame.
    """

    site: Site
    code: Mapping[str, str]
    keys: Mapping[str, bytes]
    settled: Settled


def read_snapshot(folder: Path) -> Snapshot | None:
    """Read what the last build left; None where there is nothing that can be read."""
    try:
        frame = msgspec.msgpack.decode((folder / "archive.msgpack").read_bytes(), type=Frame)
        if frame.format != FORMAT:
            return None
        spans = zip(frame.starts, frame.ends, strict=True)
        tags = KeptTags(folder / "tags.bin", dict(zip(frame.columns["id"], spans, strict=True)))
    except (OSError, msgspec.MsgspecError, KeyError, ValueError):
        return None
    site = Site(
        config=frame.config,
        articles=Catalogue(frame.columns),
        bodies={},
        people=frame.people,
        places=frame.places,
        tags=tags,
        withdrawn=frame.withdrawn,
        redirects=frame.redirects,
        pages=frame.pages,
        people_notes=frame.people_notes,
        place_notes=frame.place_notes,
    )
    return Snapshot(site, frame.code, frame.keys, frame.settled)


def forget_snapshot(folder: Path) -> None:
    """Make the next build read every article."""
    (folder / "archive.msgpack").unlink(missing_ok=True)


def write_snapshot(folder: Path, snapshot: Snapshot, changed: frozenset[str] | None = None) -> None:
    """Keep an archive for the next build.

    `changed` are the articles with other tags than in the snapshot that lies there; None writes all
    anew.
    """
    site = snapshot.site
    catalogue = site.articles
    if not isinstance(catalogue, Catalogue):
        catalogue = Catalogue.of(catalogue, site.tags)
    folder.mkdir(parents=True, exist_ok=True)
    spans = _write_tags(folder / "tags.bin", site.tags, catalogue, changed)
    frame = Frame(
        code=snapshot.code,
        config=site.config,
        people=dict(site.people),
        places=dict(site.places),
        withdrawn=site.withdrawn,
        redirects=dict(site.redirects),
        pages=dict(site.pages),
        people_notes=dict(site.people_notes),
        place_notes=dict(site.place_notes),
        keys=dict(snapshot.keys),
        settled=snapshot.settled,
        columns=dict(catalogue.columns),
        starts=[spans[id][0] for id in catalogue],
        ends=[spans[id][1] for id in catalogue],
    )
    part = folder / "archive.msgpack.part"
    part.write_bytes(_encode(frame))
    part.replace(folder / "archive.msgpack")


def _write_tags(
    path: Path,
    tags: Mapping[str, ArticleTags],
    wanted: Iterable[str],
    changed: frozenset[str] | None,
) -> dict[str, tuple[int, int]]:
    """Write the tags of articles; returns where those of each stand in the file.

    Changed ones are put at the end, until the file is twice as long as it need be.
    """
    wanted = tuple(wanted)
    if changed is not None and isinstance(tags, ChangedTags):
        spans = {id: span for id, span in tags.before.places.items() if id not in changed}
        spans = {id: spans[id] for id in wanted if id in spans}
        live = sum(end - start for start, end in spans.values())
        if path.stat().st_size < 2 * live + _SMALL:
            with path.open("ab") as file:
                _append(file, tags, [id for id in wanted if id not in spans], spans)
            return spans
    spans = {}
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        _append(file, tags, wanted, spans)
    part.replace(path)
    return spans


def _append(
    file: BinaryIO,
    tags: Mapping[str, ArticleTags],
    ids: Iterable[str],
    spans: dict[str, tuple[int, int]],
) -> None:
    at = file.tell()
    for id in ids:
        data = _encode(tags[id])
        spans[id] = at, at + len(data)
        at += len(data)
        file.write(data)


class ChangedTags(Mapping[str, ArticleTags]):
    """The tags of a snapshot, with those of some articles changed, added or gone."""

    def __init__(
        self, before: KeptTags, changed: Mapping[str, ArticleTags], without: frozenset[str]
    ) -> None:
        self.before, self._changed, self._without = before, changed, without

    def __getitem__(self, id: str) -> ArticleTags:
        if id in self._changed:
            return self._changed[id]
        if id in self._without:
            raise KeyError(id)
        return self.before[id]

    def __iter__(self) -> Iterator[str]:
        yield from (id for id in self.before if id not in self._without)
        yield from (id for id in self._changed if id not in self.before)

    def __len__(self) -> int:
        return sum(1 for _ in self)

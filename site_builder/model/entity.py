"""People and places: where they are mentioned, who they are, and what an editor ruled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from site_builder.model.problem import Problem

EntityType = Literal["person", "place"]
MentionType = Literal["person", "place", "organisation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the engine reads of an article: plain text, paragraphs parted by an empty line.

    `home` is the ISO code of the country whose places are meant where nothing else decides.
    """

    id: str
    title: str
    text: str
    dateline_place: str = ""
    lang: str = "en"
    home: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text that names something, and how sure that is (0 to 1)."""

    start: int
    end: int
    type: MentionType
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place in an article's plain text that names a person or a place.

    `start` and `end` are character offsets in that text; `text[start:end]` is `surface`. `name` is
    the fullest form of the same entity in the article ("Wang Yi" for a later "Wang"). `role` is the
    role as printed beside the name, without the name ("Governor of Shizuoka Prefecture"), or empty.
    `gazetteer_id` is the gazetteer's key of a place, or empty. `rule` names what found it, `score`
    says how sure that is, from 0 to 1. `why` says how a place was chosen among those of its name,
    and `choice` how sure that is.
    Organisations have no page; they are found so that none is taken for a person or a place.
    """

    type: MentionType
    name: str
    surface: str
    start: int
    end: int
    sentence: str
    role: str = ""
    gazetteer_id: str = ""
    rule: str = ""
    score: float = 1.0
    why: str = ""
    choice: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the archive; `id` is the last part of the page's address.

    `confidence` says how sure it is that this is one person, rightly named, from 0 to 1.
    """

    id: str
    name: str
    sort_name: str
    native_name: str = ""
    aliases: tuple[str, ...] = ()
    wikidata: str = ""
    viaf: str = ""
    confidence: float = 1.0


PlaceKind = Literal[
    "country", "territory", "region", "state", "province", "prefecture", "county", "district",
    "city", "sea", "river", "island", "mountain", "place",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the archive; `id` is the last part of the page's address.

    `country` is the English short name of the country it lies in, its own name for a country, and
    empty where it has none. `parent` is the id of the place that contains it, or empty; the parent
    need not be mentioned in the archive. `lat` and `lon` are degrees, or None. `wikidata` and
    `geonames` are identifiers that an editor gave: what a page says to be the same as another.
    """

    id: str
    name: str
    sort_name: str
    kind: PlaceKind = "place"
    country: str = ""
    parent: str = ""
    lat: float | None = None
    lon: float | None = None
    aliases: tuple[str, ...] = ()
    native_name: str = ""
    wikidata: str = ""
    geonames: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One row of an authority file: an editor's word on a person or a place.

    `status` is empty, `hidden` (publish no page) or `rejected` (not a person or place at all).
    `merged_into` is the id of the entity that this one is. `kind` is a place's kind; `place` in a
    row on a person says that the name is a place's, and `person` in a row on a place the reverse.
    `articles` (ids, slugs or files) and `dates` (`1989-01..1993-01-20`, either end open) limit the
    row to some articles. The rest is empty where the editor says nothing. `path` and `line` say
    where the row stands.
    """

    type: EntityType
    id: str
    name: str = ""
    sort_name: str = ""
    native_name: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    parent: str = ""
    lat: float | None = None
    lon: float | None = None
    wikidata: str = ""
    geonames: str = ""
    viaf: str = ""
    status: str = ""
    merged_into: str = ""
    not_same: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    dates: str = ""
    note: str = ""
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One entity as it stands in one article.

    `start` and `end` are the offsets of its first mention in the article's plain text, or -1 where
    an editor tagged it and the text does not name it. `role` is the first role printed beside it.
    `name` is the entity's fullest form in the article, and `surface` what its first mention prints;
    `rule`, `score` and `why` are that mention's.
    """

    entity_id: str
    name: str = ""
    surface: str = ""
    role: str = ""
    sentence: str = ""
    start: int = -1
    end: int = -1
    rule: str = ""
    score: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class ArticleTags:
    """The people and the places of one article, in the order of their first mention."""

    people: tuple[Tag, ...] = ()
    places: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """Why a name counts to an entity: `rule` is a short phrase ("the same but for marks")."""

    name: str
    rule: str


DoubtKind = Literal["surname", "merge", "type", "place", "single", "sort name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One thing that the engine is not sure of, for an editor to decide.

    `kind` says what: a surname that may be several people's, two entities that may be one, a name
    of a doubtful type, a place that is unknown or one of several, a name seen in one article, a
    sort name that was guessed. `type` and `id` are those of the row that would decide it, and
    `published` says whether it has a page meanwhile. `weight` orders doubts: the higher, the more
    an editor's word would change. `evidence` is one plain sentence; `sentence` is where the name
    stands in the article `article`; `articles` counts. `proposal` holds what the row would say
    beside its id and name, as texts by column ("merged_into": "joe-biden").
    """

    kind: DoubtKind
    type: EntityType
    id: str
    name: str
    weight: float
    evidence: str
    published: bool = False
    sentence: str = ""
    article: str = ""
    articles: int = 1
    proposal: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who is who across the archive.

    `people` and `places` are keyed by entity id and hold every entity that has a page, and the
    containing places of those; `tags` is keyed by article id. `redirects` maps the path of an
    entity page that is no more (`/people/old-id/`) to the one that took its place. `merges` is
    keyed by type and entity id, for entities with several names. `doubts` are sorted,
    the one first that an editor should decide first.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    tags: Mapping[str, ArticleTags] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    merges: Mapping[tuple[EntityType, str], tuple[Merge, ...]] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()

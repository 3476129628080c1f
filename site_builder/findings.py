"""What was found in one article, how, and what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.entities.authority import HIDDEN, Rulings, read_rulings
from site_builder.entities.finds import Find, read_mentions
from site_builder.entities.matching import letters_of
from site_builder.entities.tagging import is_full_name
from site_builder.model.article import Article
from site_builder.model.entity import (
    ArticleTags,
    Doubt,
    EntityType,
    Judgement,
    Mention,
    Merge,
    Person,
    Place,
    Resolution,
    Tag,
)
from site_builder.stages import shipped_gazetteer

_FOLDERS: Mapping[EntityType, str] = {"person": "people", "place": "places"}
_OTHER: Mapping[EntityType, EntityType] = {"person": "place", "place": "person"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A person or a place with which an article is tagged, and how that came about.

    `printed` are its forms in this article, and `mentions` counts them; an editor's tag may have
    none. `rule` found the first, `score` says how sure that is, and `why` how a place was chosen
    among those of its name. `within` are the names of the places around it, the nearest first;
    `gazetteer` and `geonames` are its ids. `merges` are the names of the archive that count to it,
    `rows` the rows of authority files that rule on it, with file and line, `doubts` what it waits
    in review for.
    """

    type: EntityType
    id: str
    url: str
    name: str
    printed: tuple[str, ...]
    mentions: int
    role: str
    sentence: str
    rule: str
    score: float
    why: str
    confidence: float
    within: tuple[str, ...]
    gazetteer: str
    geonames: str
    merges: tuple[Merge, ...]
    rows: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBack:
    """A name that was found in an article and is no tag of it; `reasons` say why, in sentences."""

    type: EntityType
    name: str
    sentence: str
    rule: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The people and places of an article: those published, and those that were not.

    `file` and `source` are the article's and its seed's. `organisations` have no pages. `doubts`
    are those of the article that are about none of these.
    """

    file: str
    source: str
    people: tuple[Published, ...]
    places: tuple[Published, ...]
    kept_back: tuple[KeptBack, ...]
    organisations: tuple[str, ...]
    doubts: tuple[str, ...]


def findings_of(
    article: Article,
    mentions: Sequence[Mention],
    resolution: Resolution,
    judgements: Sequence[Judgement],
) -> Findings:
    """Collect what was found in an article, and what became of it.

    `mentions` are the article's; `resolution` and `judgements` are those of the archive.
    """
    people = _Found(article, "person", mentions, resolution, judgements)
    places = _Found(article, "place", mentions, resolution, judgements)
    published = tuple(people.published()), tuple(places.published())
    kept_back = (*people.kept_back(), *places.kept_back())
    told = {said for one in (*published[0], *published[1]) for said in one.doubts}
    told |= {said for one in kept_back for said in one.reasons}
    return Findings(
        file=article.path,
        source=article.source,
        people=published[0],
        places=published[1],
        kept_back=kept_back,
        organisations=tuple(
            dict.fromkeys(mention.name for mention in mentions if mention.type == "organisation")
        ),
        doubts=tuple(
            said
            for doubt in resolution.doubts
            if doubt.article == article.id and (said := _said(doubt)) not in told
        ),
    )


class _Found:
    """The finds of one type in one article, each with the tag that it became."""

    def __init__(
        self,
        article: Article,
        type: EntityType,
        mentions: Sequence[Mention],
        resolution: Resolution,
        judgements: Sequence[Judgement],
    ) -> None:
        tags = resolution.tags.get(article.id, ArticleTags())
        self._type, self._article = type, article
        self._entities: Mapping[str, Person | Place] = (
            resolution.people if type == "person" else resolution.places
        )
        self._merges = resolution.merges
        self._doubts = [doubt for doubt in resolution.doubts if doubt.type == type]
        self._rows = [row for row in judgements if row.type == type]
        self._rulings: Rulings = read_rulings(self._rows)
        self._mentions = [mention for mention in mentions if mention.type == type]
        self._tags = tags.people if type == "person" else tags.places
        self._names = {tag.entity_id: self._names_of(tag) for tag in self._tags}
        self._finds: dict[str, list[Find]] = {tag.entity_id: [] for tag in self._tags}
        self._others: list[Find] = []
        for find in read_mentions(mentions, type):
            owner = self._owner(find)
            (self._finds[owner.entity_id] if owner else self._others).append(find)

    def _names_of(self, tag: Tag) -> frozenset[str]:
        entity = self._entities[tag.entity_id]
        merged = (merge.name for merge in self._merges.get((self._type, tag.entity_id), ()))
        return frozenset(map(letters_of, (entity.name, tag.name, *entity.aliases, *merged))) - {""}

    def _owner(self, find: Find) -> Tag | None:
        """Return the tag that a find became: by where it stands, by its key, or by its names."""
        start, letters = find.first.start, letters_of(find.name)
        for tag in self._tags:
            if (tag.start >= 0 and tag.start == start) or find.key == tag.entity_id:
                return tag
        return next((tag for tag in self._tags if letters in self._names[tag.entity_id]), None)

    def published(self) -> Iterator[Published]:
        """Make one value of each tag."""
        for tag in self._tags:
            entity, finds = self._entities[tag.entity_id], self._finds[tag.entity_id]
            keys = {find.key or find.name for find in finds}
            own = [one for one in self._mentions if (one.gazetteer_id or one.name) in keys]
            key = next((find.key for find in finds if find.key), "")
            # The mention says more than its tag where that was not filled.
            first = next((find.first for find in finds if find.first.rule == tag.rule), None)
            known = shipped_gazetteer().by_id(key) if key else None
            yield Published(
                type=self._type,
                id=tag.entity_id,
                url=f"/{_FOLDERS[self._type]}/{tag.entity_id}/",
                name=entity.name,
                printed=tuple(dict.fromkeys(" ".join(one.surface.split()) for one in own)),
                mentions=len(own),
                role=tag.role,
                sentence=tag.sentence,
                rule=tag.rule,
                score=first.score if first else tag.score,
                why=tag.why or (first.why if first else ""),
                confidence=entity.confidence,
                within=tuple(self._within(entity)),
                gazetteer=key,
                geonames=(entity.geonames if isinstance(entity, Place) else "")
                or (known.geonames if known else ""),
                merges=tuple(self._merges.get((self._type, tag.entity_id), ())),
                rows=tuple(self._rows_on(tag)),
                doubts=tuple(_said(doubt) for doubt in self._doubts if doubt.id == tag.entity_id),
            )

    def _within(self, entity: Person | Place) -> Iterator[str]:
        seen = set()
        while isinstance(entity, Place) and entity.parent and entity.parent not in seen:
            seen.add(entity.parent)
            around = self._entities.get(entity.parent)
            if around is None:
                return
            yield around.name
            entity = around

    def _rows_on(self, tag: Tag) -> Iterator[str]:
        for row in self._rows:
            merged = row.merged_into == tag.entity_id
            if row.id == tag.entity_id or (merged and _letters(row) & self._names[tag.entity_id]):
                yield _place_of(row)

    def kept_back(self) -> Iterator[KeptBack]:
        """Make one value of each find that became no tag."""
        for find in self._others:
            yield KeptBack(
                type=self._type,
                name=" ".join(find.name.split()),
                sentence=find.first.sentence,
                rule=find.first.rule,
                score=find.first.score,
                reasons=tuple(self._reasons(find)),
            )

    def _reasons(self, find: Find) -> Iterator[str]:
        row = self._rulings.rows.get(self._rulings.id_of(find.name) or find.key)
        if row and row.status in HIDDEN:
            yield f"{_place_of(row)} says that it is {row.status}."
            return
        if row and row.kind == _OTHER[self._type]:
            yield f"{_place_of(row)} says that it is a {row.kind}."
            return
        letters, folder = letters_of(find.name), _FOLDERS[self._type]
        waiting = [_said(doubt) for doubt in self._doubts if letters_of(doubt.name) == letters]
        yield from waiting
        listed = self._article.people if self._type == "person" else self._article.places
        if self._type == "person" and not is_full_name(find.name):
            if not waiting:
                yield f"A single word is published only with a row in content/{folder}.csv."
        elif listed is not None and letters not in map(letters_of, listed):
            yield f"The front matter of the article does not list it under {folder}."
        elif not waiting:
            yield f"The rest of the archive speaks against it. content/{folder}.csv can say more."


def _letters(row: Judgement) -> set[str]:
    return set(map(letters_of, (row.name, row.id, *row.aliases))) - {""}


def _place_of(row: Judgement) -> str:
    return f"{row.path}:{row.line}" if row.line else row.path


def _said(doubt: Doubt) -> str:
    """Write a doubt as explain says it."""
    return f"Waits in review ({doubt.kind}): {doubt.evidence}"

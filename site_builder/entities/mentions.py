"""Finding the people and places of an article: a sequence of small steps over one draft."""

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Protocol

from site_builder.entities.choosing import choose_places
from site_builder.entities.chunks import read_chunks
from site_builder.entities.draft import Draft, Label, Name, Spot, start_draft
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.han import find_han_mentions
from site_builder.entities.known import KnownNames, take_known
from site_builder.entities.labels import take_labels
from site_builder.entities.people import judge_names
from site_builder.entities.roles import find_roles
from site_builder.entities.short_forms import link_short_forms
from site_builder.entities.span_tagger import SpanTagger
from site_builder.model.entity import Document, Mention, MentionType

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAST = 0.5
_LARGE = 500_000

Found = tuple[int, int, Mention]
"""A mention with its start and the negative of its end in title and text together."""


class Tagger(Protocol):
    """What marks the names of a draft: the model that ships, or another engine's adapter."""

    @property
    def languages(self) -> frozenset[str]:
        """The codes of the languages that it reads; none means all."""

    def tag(
        self, draft: Draft, candidates: Sequence[Name] = (), spots: Sequence[Spot] = ()
    ) -> list[Label]:
        """Mark the names of an article; `candidates` and `spots` are what rules found before."""


def find_mentions(
    document: Document,
    gazetteer: Gazetteer,
    taggers: Sequence[Tagger] = (),
    known: KnownNames | None = None,
) -> tuple[Mention, ...]:
    """Find every mention of a person or a place in an article, in the order of the text.

    Rules propose names and places; the last of the taggers that reads the article's language
    decides; without any tagger the rules do. Mentions of the title stand last, and only for who and
    what the text does not name; their offsets are -1. In a language that no tagger reads, places
    are those of the gazetteer, and people those of `known`, the names that an editor wrote down.
    """
    tagger = tagger_for(taggers, document.lang)
    if _mostly_han(document):
        spans = tagger.find_spans if isinstance(tagger, SpanTagger) else None
        return find_han_mentions(document, gazetteer, spans, known)
    draft = start_draft(document, gazetteer)
    read_chunks(draft)
    candidates = list(draft.names)
    judge_names(draft)
    if tagger:
        take_labels(draft, tagger.tag(draft, candidates, draft.spots), candidates)
    elif taggers:
        _take_large_places(draft)
    if known:
        take_known(draft, known)
    unknown = [spot for spot in draft.spots if not spot.numbers and spot.sure >= _LEAST]
    choose_places(draft)
    meant = link_short_forms(draft)
    find_roles(draft)
    return _body_first(
        [
            *_people(draft, meant),
            *_places(draft),
            *(_plain(draft, spot.first, spot.last, "place", spot.sure) for spot in unknown),
            *(_plain(draft, o.first, o.last, o.type, o.score) for o in draft.organisations),
        ],
        draft.body,
    )


def tagger_for(taggers: Sequence[Tagger], lang: str) -> Tagger | None:
    """Return the last tagger that reads a language; an article without one counts as English."""
    code = lang.partition("-")[0].lower() or "en"
    reading = [tagger for tagger in taggers if not tagger.languages or code in tagger.languages]
    return reading[-1] if reading else None


def _take_large_places(draft: Draft) -> None:
    """Keep of an article in another language the places alone; the small words are not read."""
    draft.names = []
    for spot in draft.spots:
        place = draft.gazetteer.place(spot.numbers[0]) if spot.numbers else None
        spot.tagged = place is not None and place.population >= _LARGE


def _mostly_han(document: Document) -> bool:
    sample = document.text[:2000] or document.title
    return len(_HAN.findall(sample)) * 4 > len(sample)


def _people(draft: Draft, meant: dict[int, tuple[str, ...]]) -> Iterator[Found]:
    shown = _display_forms(draft, meant)
    for name in draft.names:
        role = " ".join(name.role.split())
        form = shown[meant[name.first]]
        yield _found(draft, name.first, name.last, "person", form, name.rule, name.sure, role)


def _display_forms(draft: Draft, meant: dict[int, tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Show each person by the first form in the article that has all words of the fullest name."""
    shown: dict[tuple[str, ...], str] = {}
    for name in draft.names:
        keys = meant[name.first]
        form = " ".join(draft.surface(name.first, name.last).split())
        if name.royal and len(name.keys) <= 2 and name.first:
            form = f"{draft.words[name.first - 1].text} {form}"
        if form.endswith((" Jr", " Sr")):
            form += "."
        better = keys not in shown or (shown[keys].isupper() and not form.isupper())
        if name.keys == keys and better:
            shown[keys] = form
    for keys in meant.values():
        shown.setdefault(keys, " ".join(keys).title())
    return shown


def _places(draft: Draft) -> Iterator[Found]:
    for spot in draft.spots:
        place = draft.gazetteer.place(spot.chosen)
        yield _found(
            draft, spot.first, spot.last, "place", place.name, spot.rule, spot.sure,
            gazetteer_id=place.id, why=spot.why, choice=spot.choice,
        )  # fmt: skip


def _plain(draft: Draft, first: int, last: int, type: MentionType, score: float) -> Found:
    """Find what has no entry: a place that the gazetteer does not know, an organisation."""
    name = " ".join(draft.surface(first, last).split())
    return _found(draft, first, last, type, name, "model", score)


def _found(
    draft: Draft,
    first: int,
    last: int,
    type: MentionType,
    name: str,
    rule: str,
    score: float,
    role: str = "",
    gazetteer_id: str = "",
    why: str = "",
    choice: float = 1.0,
) -> Found:
    """Make a mention of some words, with offsets in the text; those of the title are -1."""
    start, end = draft.words[first].start, draft.words[last - 1].end
    end = _with_dot(draft.text, start, end)
    titled = start < draft.body
    mention = Mention(
        type=type,
        name=name,
        surface=draft.text[start:end],
        start=-1 if titled else start - draft.body,
        end=-1 if titled else end - draft.body,
        sentence=draft.sentences.at(start),
        role=role,
        gazetteer_id=gazetteer_id,
        rule="headline" if titled else rule,
        score=round(score, 2),
        why=why,
        choice=choice,
    )
    return start, -end, mention


def _with_dot(text: str, start: int, end: int) -> int:
    """Take in the full stop of "Jr." and of "U.S."."""
    short = text[start:end].endswith(("Jr", "Sr")) or text[end - 2 : end - 1] == "."
    return end + 1 if short and text[end : end + 1] == "." else end


def _body_first(found: Iterable[Found], body: int) -> tuple[Mention, ...]:
    """Sort mentions by the text; keep of the title only what the text lacks, at the end.

    Another form of a person's full name is lacking too: "Joe Biden" above "Joseph R. Biden, Jr."
    """
    mentions: list[Mention] = []
    titles: list[Mention] = []
    end = 0
    for start, minus_end, mention in sorted(found, key=itemgetter(0, 1)):
        if start < body:
            titles.append(mention)
        elif start >= end:
            end = -minus_end
            mentions.append(mention)
    have = {(mention.type, mention.gazetteer_id or mention.name) for mention in mentions}
    forms = {mention.surface for mention in mentions if mention.type == "person"}
    for mention in titles:
        key = (mention.type, mention.gazetteer_id or mention.name)
        full = mention.type == "person" and " " in mention.surface and mention.surface not in forms
        if key not in have or (full and mention.surface != mention.name):
            have.add(key)
            forms.add(mention.surface)
            mentions.append(mention)
    return tuple(mentions)

"""Finding the people and places of an article: a sequence of small steps over one draft."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from site_builder.entities.chunks import read_chunks
from site_builder.entities.draft import Draft, Label, Name, Spot, start_draft
from site_builder.entities.gazetteer import Gazetteer
from site_builder.entities.han import find_han_mentions
from site_builder.entities.known import KnownNames, take_known
from site_builder.entities.labels import take_labels
from site_builder.entities.people import judge_names, link_short_forms
from site_builder.entities.roles import find_roles
from site_builder.entities.span_tagger import SpanTagger
from site_builder.entities.spots import choose_places
from site_builder.model.entity import Document, Mention, MentionType

_SPACE = re.compile(r"\s+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAST = 0.5
_LARGE = 500_000


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
    mentions = sorted(
        [
            *_people(draft, meant),
            *_places(draft),
            *(_unknown_place(draft, spot) for spot in unknown),
            *_organisations(draft),
        ],
        key=lambda mention: (mention.start, -mention.end),
    )
    return _body_first(mentions, draft.body)


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


def _people(draft: Draft, meant: dict[int, tuple[str, ...]]) -> Iterator[Mention]:
    shown = _display_forms(draft, meant)
    for name in draft.names:
        keys = meant[name.first]
        form = shown[keys]
        yield _mention(draft, name, form)


def _mention(draft: Draft, name: Name, form: str) -> Mention:
    start, end = draft.words[name.first].start, draft.words[name.last - 1].end
    end = _with_dot(draft.text, start, end)
    return Mention(
        type="person",
        name=form,
        surface=draft.text[start:end],
        start=start,
        end=end,
        sentence=draft.sentences.at(start),
        role=_SPACE.sub(" ", name.role),
        rule=name.rule,
        score=round(name.sure, 2),
    )


def _with_dot(text: str, start: int, end: int) -> int:
    """Take in the full stop of "Jr." and of "U.S."."""
    short = text[start:end].endswith(("Jr", "Sr")) or text[end - 2 : end - 1] == "."
    return end + 1 if short and text[end : end + 1] == "." else end


def _display_forms(draft: Draft, meant: dict[int, tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Show each person by the first form in the article that has all words of the fullest name."""
    shown: dict[tuple[str, ...], str] = {}
    for name in draft.names:
        keys = meant[name.first]
        form = _SPACE.sub(" ", draft.surface(name.first, name.last))
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


def _places(draft: Draft) -> Iterator[Mention]:
    for spot in draft.spots:
        place = draft.gazetteer.place(spot.chosen)
        start, end = draft.words[spot.first].start, draft.words[spot.last - 1].end
        end = _with_dot(draft.text, start, end)
        yield Mention(
            type="place",
            name=place.name,
            surface=draft.text[start:end],
            start=start,
            end=end,
            sentence=draft.sentences.at(start),
            gazetteer_id=place.id,
            rule=spot.rule,
            score=round(spot.sure, 2),
            why=spot.why,
        )


def _unknown_place(draft: Draft, spot: Spot) -> Mention:
    return _plain(draft, spot.first, spot.last, "place", spot.sure)


def _organisations(draft: Draft) -> Iterator[Mention]:
    for label in draft.organisations:
        yield _plain(draft, label.first, label.last, "organisation", label.score)


def _plain(draft: Draft, first: int, last: int, type: MentionType, score: float) -> Mention:
    start, end = draft.words[first].start, draft.words[last - 1].end
    surface = draft.text[start : _with_dot(draft.text, start, end)]
    return Mention(
        type=type,
        name=_SPACE.sub(" ", surface),
        surface=surface,
        start=start,
        end=start + len(surface),
        sentence=draft.sentences.at(start),
        rule="model",
        score=round(score, 2),
    )


def _body_first(mentions: list[Mention], body: int) -> tuple[Mention, ...]:
    """Count offsets from the start of the text; keep of the title only what the text lacks."""
    found, end = [], 0
    titles = []
    for mention in mentions:
        if mention.start < body:
            titles.append(_moved(mention, -1, -1, "headline"))
        elif mention.start >= end:
            end = mention.end
            found.append(_moved(mention, mention.start - body, mention.end - body, mention.rule))
    have = {(mention.type, mention.gazetteer_id or mention.name) for mention in found}
    for mention in titles:
        key = (mention.type, mention.gazetteer_id or mention.name)
        if key not in have:
            have.add(key)
            found.append(mention)
    return tuple(found)


def _moved(mention: Mention, start: int, end: int, rule: str) -> Mention:
    return replace(mention, start=start, end=end, rule=rule)

"""Resolving again after a change: the same as resolving anew, and with less work."""

from collections.abc import Mapping, Sequence

import pytest
from few_places import GAZETTEER, article, person, place, row
from hypothesis import given, settings
from hypothesis import strategies as st
from random_archives import ROWS, archives

from site_builder.entities import archive as reading
from site_builder.entities.resolution import Resolver, resolve
from site_builder.entities.tagging import tag_archive
from site_builder.model.article import Article
from site_builder.model.entity import Judgement, Mention, Resolution

_Archive = tuple[list[Article], Mapping[str, Sequence[Mention]]]


def _both(resolver: Resolver, found: _Archive, rows: Sequence[Judgement] = ()) -> Resolution:
    articles, mentions = found
    again = resolver.resolve(articles, mentions, {}, rows, GAZETTEER, doubts=True)
    assert again == resolve(articles, mentions, {}, rows, GAZETTEER, doubts=True)
    return again


@settings(max_examples=150, deadline=None)
@given(archives(), st.lists(st.tuples(archives(), st.integers(0, 63)), max_size=3), ROWS)
def test_any_change_gives_what_a_new_run_gives(
    start: _Archive, changes: list[tuple[_Archive, int]], rows: list[Judgement]
) -> None:
    resolver = Resolver()
    articles = {one.id: one for one in start[0]}
    mentions = dict(start[1])
    _both(resolver, start, rows)
    for (others, their_mentions), chosen in changes:
        for number, other in enumerate(others):
            if chosen >> number & 1:
                articles[other.id] = other
                mentions[other.id] = their_mentions[other.id]
            else:
                articles.pop(other.id, None)
        _both(resolver, (list(articles.values()), mentions), rows)


@settings(max_examples=80, deadline=None)
@given(archives(), ROWS, ROWS)
def test_other_rows_give_what_a_new_run_gives(
    found: _Archive, rows: list[Judgement], others: list[Judgement]
) -> None:
    resolver = Resolver()
    for each in (rows, others, rows):
        _both(resolver, found, each)


@settings(max_examples=80, deadline=None)
@given(st.lists(archives(), min_size=2, max_size=3), ROWS)
def test_the_tags_of_import_are_those_of_a_new_run(
    found: list[_Archive], rows: list[Judgement]
) -> None:
    resolver = Resolver()
    for articles, mentions in found:
        again = tag_archive(articles, mentions, rows, GAZETTEER, resolver)
        assert again == tag_archive(articles, mentions, rows, GAZETTEER)


def _archive(count: int) -> tuple[list[Article], dict[str, Sequence[Mention]]]:
    articles = [article(f"a{n:02}") for n in range(count)]
    mentions: dict[str, Sequence[Mention]] = {
        one.id: (person("Anna Sorel"), person("Bush", 40), place("Japan", "japan", 60))
        for one in articles
    }
    return articles, mentions


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the ids of the articles that are read, as they are read."""
    seen: list[str] = []
    original = reading.Reader.read

    def noting(
        self: reading.Reader, one: Article, mentions: Sequence[Mention] | None = None
    ) -> reading.Reading:
        seen.append(one.id)
        return original(self, one, mentions)

    monkeypatch.setattr(reading.Reader, "read", noting)
    return seen


def test_one_more_article_is_the_only_one_read(read: list[str]) -> None:
    articles, mentions = _archive(20)
    resolver = Resolver()
    resolver.resolve(articles, mentions, {}, [], GAZETTEER)
    assert len(read) == 20
    read.clear()
    articles.append(article("b"))
    mentions["b"] = (person("Wang Yi"),)
    resolver.resolve(articles, mentions, {}, [], GAZETTEER)
    assert read == ["b"]


def test_a_surname_finds_its_owner_when_another_article_names_him(read: list[str]) -> None:
    articles, mentions = _archive(20)
    resolver = Resolver()
    before = resolver.resolve(articles, mentions, {}, [], GAZETTEER)
    assert "george-w-bush" not in before.people
    read.clear()
    for id in ("b", "c"):
        articles.append(article(id))
        mentions[id] = (person("George W. Bush"),)
    after = resolver.resolve(articles, mentions, {}, [], GAZETTEER)
    assert read == ["b", "c"]
    assert [tag.entity_id for tag in after.tags["a00"].people] == ["anna-sorel", "george-w-bush"]


def test_after_another_row_everything_is_read_again(read: list[str]) -> None:
    articles, mentions = _archive(5)
    resolver = Resolver()
    resolver.resolve(articles, mentions, {}, [], GAZETTEER)
    read.clear()
    resolver.resolve(articles, mentions, {}, [row("anna-sorel", name="Anna M. Sorel")], GAZETTEER)
    assert len(read) == 5


def test_of_a_large_archive_not_every_article_is_kept(
    read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_KEPT", 3)
    articles, mentions = _archive(5)
    _both(Resolver(), (articles, mentions))
    # Each of two runs reads the two that it does not keep twice.
    assert len(read) == 2 * (5 + 2)

"""Which people and places an article is tagged with."""

import time
from typing import Any

import pytest
from few_places import (
    GAZETTEER,
    article,
    ids,
    person,
    place,
    resolved,
    row,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.entities.resolution import resolve
from site_builder.model.entity import Judgement, Tag


def test_without_a_list_the_mentions_are_the_tags() -> None:
    found = resolved(
        [article("a")],
        a=[
            place("Japan", "japan", 3),
            person("Heita Kawakatsu", 10),
            person("Heita Kawakatsu", 50, surface="Kawakatsu", role="Governor"),
            person("Wang", 70),
        ],
    )
    assert found.tags["a"].people == (
        Tag(
            entity_id="heita-kawakatsu",
            name="Heita Kawakatsu",
            surface="Heita Kawakatsu",
            role="Governor",
            sentence="Here is Heita Kawakatsu.",
            start=10,
            end=25,
        ),
    )
    assert ids(found.tags["a"].places) == ["japan"]
    assert found.people["heita-kawakatsu"].sort_name == "Kawakatsu, Heita"


def test_a_name_that_an_editor_removed_is_removed() -> None:
    mentions = [person("Wang Yi", 5), person("Xi Jinping", 20), place("Japan", "japan", 40)]
    found = resolved([article("a", ["Xi Jinping"], [])], a=mentions)
    assert ids(found.tags["a"].people) == ["xi-jinping"]
    assert found.tags["a"].places == ()
    assert "wang-yi" not in found.people


def test_a_name_that_an_editor_added_is_added_without_a_mention() -> None:
    found = resolved([article("a", ["Mark Carney"], ["Japan"])])
    assert found.tags["a"].people == (
        Tag(entity_id="mark-carney", name="Mark Carney", surface="Mark Carney", rule="editor"),
    )
    assert ids(found.tags["a"].places) == ["japan"]


def test_an_added_name_stands_where_the_text_has_it() -> None:
    text = "It was hot.\n\nThe singer Adele sang there. It rained."
    found = resolved([article("a", ["Adele"], [])], texts={"a": text})
    tag = found.tags["a"].people[0]
    assert text[tag.start : tag.end] == "Adele"
    assert tag.sentence == "The singer Adele sang there."


@pytest.mark.parametrize(
    ("listed", "mentioned"),
    [
        ("Antonio Guterres", "António Guterres"),
        ("Guterres", "António Guterres"),
        ("António Manuel Guterres", "António Guterres"),
        ("António Guterres", "Guterres"),
        ("Kawakatsu Heita", "Heita Kawakatsu"),
        ("Xi", "Xi Jinping"),
    ],
)
def test_a_listed_name_meets_its_mention(listed: str, mentioned: str) -> None:
    found = resolved(
        [article("a", [listed], [])], a=[person("Mark Carney", 1), person(mentioned, 9, role="X")]
    )
    (tag,) = found.tags["a"].people
    assert (tag.start, tag.role) == (9, "X")
    assert "mark-carney" not in found.people


def test_a_listed_name_meets_a_mention_by_an_alias_of_its_row() -> None:
    found = resolved(
        [article("a", ["Mahmoud Abbas"], [])],
        row("mahmoud-abbas", name="Mahmoud Abbas", aliases=("Abu Mazen",)),
        a=[person("Abu Mazen", 7)],
    )
    assert [(tag.entity_id, tag.start) for tag in found.tags["a"].people] == [("mahmoud-abbas", 7)]


def test_two_listed_forms_of_one_person_are_one_tag() -> None:
    found = resolved(
        [article("a", ["Joe Biden", "Biden"], [])], a=[person("Joe Biden", 4, role="President")]
    )
    assert ids(found.tags["a"].people) == ["joe-biden"]


def test_tags_stand_in_the_order_of_the_text_and_unnamed_ones_last() -> None:
    found = resolved(
        [article("a", ["Mark Carney", "Xi Jinping", "Wang Yi"], [])],
        a=[person("Wang Yi", 5), person("Xi Jinping", 20)],
    )
    assert ids(found.tags["a"].people) == ["wang-yi", "xi-jinping", "mark-carney"]


_NAMES = st.sampled_from(
    [
        "Joe Biden", "Joe R. Biden", "Biden Joe", "JOE BIDEN", "Joe Biden Jr.", "Joe Biden Sr.",
        "Biden", "Moon Jae-in", "Moon Jae In", "Jae-in Moon", "George Bush", "George W. Bush",
        "George H. W. Bush", "王毅", "Wang Yi", "Yi Wang",
    ]
)  # fmt: skip
_PLACES = st.sampled_from(["Japan", "Georgia", "Viet Nam", "Atlantis", "atlantis", "Shizuoka"])
_ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from(["joe-biden", "moon-jae-in", "wang-yi", "george-bush", "biden"]),
        name=st.one_of(st.just(""), _NAMES),
        status=st.sampled_from(["", "hidden"]),
        merged_into=st.sampled_from(["", "", "joe-biden", "wang-yi", "nobody"]),
        not_same=st.lists(_NAMES, max_size=1).map(tuple),
    ),
    max_size=3,
)
_ARTICLES = st.lists(
    st.tuples(st.none() | st.lists(_NAMES, max_size=3), st.lists(_PLACES, max_size=3),
              st.lists(_NAMES, max_size=3)),
    max_size=6,
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(_ARTICLES, _ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(
    parts: list[tuple[list[str] | None, list[str], list[str]]], rows: list[Judgement], random: Any
) -> None:
    articles = [article(f"a{i}", people, places) for i, (people, places, _) in enumerate(parts)]
    mentions = {
        f"a{i}": [person(name, 30 * at) for at, name in enumerate(names)]
        for i, (_, _, names) in enumerate(parts)
    }
    shuffled = list(articles)
    random.shuffle(shuffled)
    one, other = (resolve(order, mentions, {}, rows, GAZETTEER) for order in (articles, shuffled))
    assert one == other
    assert list(one.people) == list(other.people)
    assert list(one.tags) == list(other.tags)
    tagged = {tag.entity_id for tags in one.tags.values() for tag in tags.people}
    assert tagged == set(one.people)
    assert all(place.parent in ("", *one.places) for place in one.places.values())
    for old, new in one.redirects.items():
        assert old.split("/")[2] not in getattr(one, old.split("/")[1])
        assert new.split("/")[2] in getattr(one, new.split("/")[1])


def test_four_times_the_articles_cost_about_four_times_the_work() -> None:
    def letters(number: int) -> str:
        return "".join(chr(97 + int(digit)) for digit in f"{number:05}")

    def seconds(count: int) -> float:
        """Resolve so many articles, each with two people whom no other names."""
        articles = []
        mentions = {}
        for i in range(count):
            names = [f"Anna {letters(i).title()}", f"{letters(i).title()} Smith", "Xi Jinping"]
            articles.append(article(f"a{i}", names, ["Japan", "Shizuoka"]))
            mentions[f"a{i}"] = [
                *(person(name, 20 * at) for at, name in enumerate(names)),
                place("Japan", "japan", 80),
                place("Shizuoka", "shizuoka-japan", 90),
            ]
        start = time.process_time()
        found = resolve(articles, mentions, {}, [], GAZETTEER, doubts=True)
        assert len(found.people) == 2 * count + 1
        return time.process_time() - start

    # Four is linear, sixteen quadratic; the machine is busy with other tests at times.
    assert min(seconds(2000) / seconds(500) for _ in range(2)) < 8

"""Whose a surname is that stands alone in an article."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from few_places import GAZETTEER, article, ids, person, resolved, row

from site_builder.entities.resolution import resolve
from site_builder.entities.surnames import name_parts
from site_builder.model.entity import Judgement, Mention, Resolution

Named = Sequence[Mention | str]


def written(*articles: Named, rows: Sequence[Judgement] = ()) -> Resolution:
    """Resolve articles a00, a01, ... that nobody tagged, by the people whom each mentions."""
    mentions = {
        f"a{i:02}": [
            person(one, 30 * at) if isinstance(one, str) else one for at, one in enumerate(names)
        ]
        for i, names in enumerate(articles)
    }
    articles_read = [article(id) for id in mentions]
    return resolve(articles_read, mentions, {}, rows, GAZETTEER, doubts=True)


def meant(*articles: Named, rows: Sequence[Judgement] = ()) -> list[str]:
    """Return the ids of the people of the last article."""
    tags = written(*articles, rows=rows).tags
    return ids(tags[max(tags)].people)


def with_courtesy(word: str, name: str) -> Mention:
    return replace(person(name, rule="courtesy"), sentence=f"Then {word} {name} spoke.")


def test_a_surname_that_one_person_has_means_that_person() -> None:
    found = written(["Anna Sorel"], ["Sorel"])
    (tag,) = found.tags["a01"].people
    assert (tag.entity_id, tag.name, tag.rule) == ("anna-sorel", "Sorel", "surname")


def test_a_surname_that_two_people_share_waits() -> None:
    assert meant(["Anna Sorel"], ["Bela Sorel"], ["Sorel"]) == []


@pytest.mark.parametrize(("articles", "owner"), [(4, ["anna-sorel"]), (3, [])])
def test_a_surname_is_of_the_person_who_has_four_fifths_of_its_articles(
    articles: int, owner: list[str]
) -> None:
    assert meant(*[["Anna Sorel"]] * articles, ["Bela Sorel"], ["Sorel"]) == owner


def test_articles_count_for_the_share_and_not_mentions() -> None:
    often = [person("Anna Sorel", start) for start in range(9)]
    assert meant(often, ["Bela Sorel"], ["Sorel"]) == []


def test_a_surname_beside_its_full_name_in_one_article_adds_nothing() -> None:
    assert meant(["Anna Sorel"], ["Anna Sorel", "Sorel"]) == ["anna-sorel"]
    assert meant(*[["Anna Sorel"]] * 9, ["Bela Sorel", "Sorel"]) == ["bela-sorel"]


def test_a_surname_stands_among_the_others_in_the_order_of_the_text() -> None:
    assert meant(["Anna Sorel"], ["Sorel", "Xi Jinping"]) == ["anna-sorel", "xi-jinping"]
    assert meant(["Anna Sorel"], ["Xi Jinping", "Sorel"]) == ["xi-jinping", "anna-sorel"]


def test_a_family_name_in_first_place_is_the_surname() -> None:
    assert meant(["Deng Xiaoping"], ["Deng"]) == ["deng-xiaoping"]
    assert meant(["Deng Xiaoping"], ["Xiaoping"]) == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anna Sorel", ("sorel", "anna")),
        ("Anna B. Sorel Jr.", ("sorel", "anna")),
        ("Deng Xiaoping", ("deng", "xiaoping")),
        ("José Piñera", ("pinera", "jose")),
        ("Pelé", ("pele", "pele")),
    ],
)
def test_a_name_has_a_surname_and_a_given_name(name: str, parts: tuple[str, str]) -> None:
    assert name_parts(name) == parts


@pytest.mark.parametrize("surname", ["Smith", "Black", "Henry"])
def test_a_surname_that_many_bear_or_that_is_a_word_needs_two_articles(surname: str) -> None:
    assert meant([f"Anna {surname}"], [surname]) == []
    assert meant([f"Anna {surname}"], [f"Anna {surname}"], [surname]) == [f"anna-{surname.lower()}"]


def test_the_same_title_confirms_a_common_surname() -> None:
    full = person("Anna Smith", role="Foreign Minister")
    assert meant([full], [person("Smith", role="Minister of Defence")]) == ["anna-smith"]
    assert meant([full], [person("Smith")]) == []


@pytest.mark.parametrize(("articles", "owner"), [(5, ["adele-sorel"]), (4, [])])
def test_a_given_name_alone_needs_five_articles(articles: int, owner: list[str]) -> None:
    assert meant(*[["Adele Sorel"]] * articles, ["Adele"]) == owner


def test_a_surname_goes_before_a_given_name() -> None:
    assert meant(*[["Adele Sorel"]] * 9, ["Boris Adele"], ["Adele"]) == ["boris-adele"]


@pytest.mark.parametrize(
    ("role", "other", "owner"),
    [
        ("Foreign Minister", "Minister for Trade", ["anna-sorel"]),
        ("State Councilor and Foreign Minister", "Councilor", ["anna-sorel"]),
        ("Minister", "", ["anna-sorel"]),
        ("", "Coach", ["anna-sorel"]),
        ("Minister", "Coach", []),
        ("Minister", "Vice Minister", []),
        ("Vice Premier", "Deputy Premier", ["anna-sorel"]),
    ],
)
def test_a_surname_with_a_role_that_its_owner_never_has_waits(
    role: str, other: str, owner: list[str]
) -> None:
    full = [person("Anna Sorel", role=role)]
    assert meant(full, full, full, [person("Sorel", role=other)]) == owner


@pytest.mark.parametrize(
    ("word", "other", "owner"),
    [
        ("Mrs.", "Ms.", ["anna-sorel"]),
        ("Mrs.", "Mr.", []),
        ("Mr.", "Lady", []),
        ("Mr.", "Dr.", ["anna-sorel"]),
    ],
)
def test_a_surname_with_the_courtesy_of_the_other_gender_waits(
    word: str, other: str, owner: list[str]
) -> None:
    full = [with_courtesy(word, "Anna Sorel")]
    assert meant(full, full, full, [with_courtesy(other, "Sorel")]) == owner


def test_a_surname_whose_person_waits_waits_too() -> None:
    weak = person("Black Sorel", score=0.0)
    found = written([weak], ["Sorel"])
    assert not found.people
    assert found.tags["a01"].people == ()


def test_a_surname_whose_person_is_hidden_is_nobody_elses() -> None:
    hidden = row("anna-sorel", status="hidden")
    assert meant(["Anna Sorel"], ["Sorel"], rows=[hidden]) == []
    assert meant(["Anna Sorel"], ["Bela Sorel"], ["Sorel"], rows=[hidden]) == []


@pytest.mark.parametrize("more", [{"status": "rejected"}, {"status": "hidden", "kind": "place"}])
def test_a_surname_that_a_row_says_is_no_persons_is_left_to_the_others(
    more: dict[str, str],
) -> None:
    found = resolved(
        [article("a", ["Anna Sorel"], []), article("b"), article("c")],
        row("anna-sorel", **more),
        b=[person("Bela Sorel")],
        c=[person("Sorel")],
    )
    assert ids(found.tags["c"].people) == ["bela-sorel"]


def test_two_people_who_are_merged_share_a_surname_as_one() -> None:
    names = (["Anna Sorel"], ["Hanna Sorel"], ["Sorel"])
    assert meant(*names) == []
    merged = row("hanna-sorel", merged_into="anna-sorel")
    assert meant(*names, rows=[merged]) == ["anna-sorel"]


def test_an_alias_for_all_articles_gives_a_shared_surname_to_one() -> None:
    names = (["Anna Sorel"], ["Bela Sorel"], ["Sorel"])
    alias = row("bela-sorel", name="Bela Sorel", aliases=("Sorel",))
    assert meant(*names, rows=[alias]) == ["bela-sorel"]


def test_an_alias_for_one_article_gives_a_shared_surname_to_one_there_only() -> None:
    alias = row("bela-sorel", name="Bela Sorel", aliases=("Sorel",), articles=("a02",))
    found = written(["Anna Sorel"], ["Bela Sorel"], ["Sorel"], ["Sorel"], rows=[alias])
    assert ids(found.tags["a02"].people) == ["bela-sorel"]
    assert found.tags["a03"].people == ()
    assert found.people["bela-sorel"].name == "Bela Sorel"
    assert "sorel" not in found.people


def test_two_aliases_for_two_articles_give_one_surname_to_two_people() -> None:
    aliases = [
        row("anna-sorel", aliases=("Sorel",), articles=("a02",)),
        row("bela-sorel", aliases=("Sorel",), articles=("a03",)),
    ]
    found = written(["Anna Sorel"], ["Bela Sorel"], ["Sorel"], ["Sorel"], rows=aliases)
    assert ids(found.tags["a02"].people) == ["anna-sorel"]
    assert ids(found.tags["a03"].people) == ["bela-sorel"]
    assert not found.problems


def test_a_surname_that_an_editor_took_out_stays_out() -> None:
    articles = [article("a", ["Anna Sorel"], []), article("b", ["Xi Jinping"], [])]
    found = resolved(articles, b=[person("Xi Jinping"), person("Sorel", 40)])
    assert ids(found.tags["b"].people) == ["xi-jinping", "anna-sorel"]
    edited = [articles[0], replace(articles[1], edited=True)]
    found = resolved(edited, b=[person("Xi Jinping"), person("Sorel", 40)])
    assert ids(found.tags["b"].people) == ["xi-jinping"]

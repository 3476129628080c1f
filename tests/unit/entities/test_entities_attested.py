"""Short forms of a given name: one person's where articles say so, and a suggestion elsewhere."""

import pytest
from few_places import GAZETTEER, article, person, row

from site_builder.entities.resolution import resolve
from site_builder.model.entity import Mention, Merge, Resolution

FULL, SHORT = "Joseph R. Biden, Jr.", "Joe Biden"


def both(full: str = FULL, short: str = SHORT) -> list[Mention]:
    """Print the full name in the text and the short form in the headline, for one person."""
    return [person(full, 10), person(full, -1, surface=short, rule="headline")]


def archive(*, beside: int, alone: int = 1, full: str = FULL, short: str = SHORT) -> Resolution:
    """Resolve articles that print both forms, and others that print the short form only."""
    printed = {f"both{number}": both(full, short) for number in range(beside)}
    printed |= {f"short{number}": [person(short, 10)] for number in range(alone)}
    return resolve([article(id) for id in printed], printed, {}, [], GAZETTEER, doubts=True)


def test_three_articles_that_print_both_forms_make_them_one_person() -> None:
    found = archive(beside=3)
    assert list(found.people) == ["joseph-r-biden-jr"]
    assert found.tags["short0"].people[0].entity_id == "joseph-r-biden-jr"
    assert found.redirects["/people/joe-biden/"] == "/people/joseph-r-biden-jr/"
    rule = "a short form that 3 articles print beside the full name"
    assert found.merges["person", "joseph-r-biden-jr"] == (Merge(SHORT, rule),)


def test_the_more_frequent_form_is_shown() -> None:
    assert list(archive(beside=3, alone=5).people) == ["joe-biden"]


def test_fewer_articles_make_it_a_suggestion() -> None:
    found = archive(beside=2)
    assert set(found.people) == {"joseph-r-biden-jr", "joe-biden"}
    assert [one.kind for one in found.doubts] == ["merge"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Mohammed Sorel", "Muhammad Sorel"),
        ("Anna Sorel", "Anna Bush"),
        ("John Sorel", "Joan Sorel"),
    ],
)
def test_other_spellings_and_other_names_are_never_merged(full: str, short: str) -> None:
    assert len(archive(beside=5, full=full, short=short).people) == 2


def test_a_row_that_tells_them_apart_has_the_last_word() -> None:
    printed = {f"both{number}": both() for number in range(3)} | {"short": [person(SHORT, 10)]}
    articles = [article(id) for id in printed]
    apart = row("joseph-r-biden-jr", name=FULL, not_same=(SHORT,))
    found = resolve(articles, printed, {}, [apart], GAZETTEER)
    assert set(found.people) == {"joseph-r-biden-jr", "joe-biden"}

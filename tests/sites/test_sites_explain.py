"""Explaining an article: where each person and place comes from, and what was kept back."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from pytest import MonkeyPatch, fixture, mark

from site_builder.cli import main
from site_builder.explaining import Explanation
from site_builder.explanation_text import explanation_as_text
from site_builder.findings import Findings, KeptBack, Published, findings_of
from site_builder.model.article import Article
from site_builder.model.entity import (
    ArticleTags,
    Doubt,
    Judgement,
    Mention,
    Merge,
    Person,
    Place,
    Resolution,
    Tag,
)
from small_site import SmallSite

PEOPLE = """\
id,name,aliases,status
cassis,Ignazio Cassis,,
antony-blinken,Antony Blinken,,hidden
"""
PLACES = """\
id,name,status
geneva,Genf,
"""


@fixture
def site(tmp_path: Path, monkeypatch: MonkeyPatch) -> SmallSite:
    """Make a site with authority files, and go there."""
    monkeypatch.chdir(tmp_path)
    site = SmallSite(tmp_path)
    site.write("content/people.csv", PEOPLE)
    site.write("content/places.csv", PLACES)
    return site


def explain(*arguments: str) -> Result:
    """Call `site-builder explain` here."""
    return CliRunner().invoke(main, ["explain", *arguments], catch_exceptions=False)


def findings(*arguments: str) -> dict[str, Any]:
    """Explain an article as JSON, and return what is said of its people and places."""
    values: dict[str, Any] = json.loads(explain(*arguments, "--json").stdout)["findings"]
    return values


def test_an_article_is_found_by_its_file_seed_slug_id_and_address(site: SmallSite) -> None:
    CliRunner().invoke(main, ["import"])
    file = site.article("library")
    id = site.read(file).partition("\nid: ")[2].partition("\n")[0].strip("'\"")
    expected = explain(file).stdout
    assert "/articles/a-library-opens-in-lima/" in expected
    for name in (
        "seeds/lima.txt",
        "./seeds/lima.txt",
        str(site.root / "seeds" / "lima.txt"),
        f"./{file}",
        "a-library-opens-in-lima",
        id,
        "/articles/a-library-opens-in-lima/",
        "https://small.example/articles/a-library-opens-in-lima/",
        "output/articles/a-library-opens-in-lima/index.html",
    ):
        assert explain(name).stdout == expected, name


def test_a_seed_is_found_from_another_folder(site: SmallSite, monkeypatch: MonkeyPatch) -> None:
    expected = findings("seeds/lima.txt")
    monkeypatch.chdir(site.root / "seeds")
    assert findings("lima.txt", "-c", "../site.toml") == expected


def test_an_article_of_a_seed_with_several_is_found_by_the_seed(site: SmallSite) -> None:
    site.write("content/articles/two.md", "---\ntitle: Two\nsource: seeds/week.txt#2\n---\n\nB\n")
    assert findings("seeds/week.txt")["source"] == "seeds/week.txt#2"


@mark.usefixtures("site")
def test_a_page_that_is_no_article_has_no_findings() -> None:
    assert json.loads(explain("/people/cassis/", "--json").stdout)["findings"] is None
    assert "\nPeople\n" not in explain("/people/cassis/").stdout


@mark.usefixtures("site")
def test_a_person_is_shown_with_sentence_rule_role_and_row() -> None:
    (person,) = findings("seeds/geneva.txt")["people"]
    assert person["id"] == "cassis"
    assert person["role"] == "Foreign Minister"
    assert person["sentence"].startswith("GENEVA, March 3, 2021 - Foreign Minister Ignazio")
    assert person["rule"]
    assert 0 < person["score"] <= 1
    assert person["printed"] == ["Ignazio Cassis", "Cassis"]
    assert person["mentions"] == 2
    assert person["rows"] == ["content/people.csv:2"]


@mark.usefixtures("site")
def test_a_place_is_shown_with_what_contains_it_and_its_ids() -> None:
    places = {place["id"]: place for place in findings("seeds/geneva.txt")["places"]}
    geneva = places["geneva"]
    assert geneva["name"] == "Genf"
    assert geneva["within"][-1] == "Switzerland"
    assert (geneva["gazetteer"], geneva["geonames"]) == ("geneva", "2660646")
    assert geneva["rows"] == ["content/places.csv:2"]
    assert places["switzerland"]["within"] == []


@mark.usefixtures("site")
def test_a_person_whom_a_row_hides_is_found_and_not_published() -> None:
    (kept,) = findings("seeds/geneva.txt")["kept_back"]
    assert kept["name"] == "Antony Blinken"
    assert kept["reasons"] == ["content/people.csv:3 says that it is hidden."]


def test_what_an_editor_took_from_the_list_is_found_and_not_published(site: SmallSite) -> None:
    CliRunner().invoke(main, ["import"])
    site.edit(site.article("bridge"), "- Uhuru Kenyatta\n", "")
    (kept,) = (one for one in findings("seeds/nairobi.txt")["kept_back"] if "K" in one["name"])
    assert kept["name"] == "Uhuru Kenyatta"
    assert kept["reasons"] == ["The front matter of the article does not list it under people."]


def test_what_an_editor_added_is_shown_as_theirs(site: SmallSite) -> None:
    CliRunner().invoke(main, ["import"])
    site.edit(site.article("bridge"), "- Uhuru Kenyatta\n", "- Uhuru Kenyatta\n- Raila Odinga\n")
    added = findings("seeds/nairobi.txt")["people"][-1]
    assert (added["name"], added["rule"], added["printed"]) == ("Raila Odinga", "editor", [])
    assert "found by    the front matter, as an editor's tag" in explain("seeds/nairobi.txt").stdout


@mark.usefixtures("site")
def test_no_line_is_wider_than_a_terminal() -> None:
    lines = explain("seeds/geneva.txt").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[lines.index("People") + 1].split("  ")[-1].strip() == "/people/cassis/"


TEXT = "Xi met Bibi. Xi Jinping left Paris."


def mention(name: str, surface: str, **more: Any) -> Mention:
    """Make a mention in that text."""
    start = TEXT.find(surface)
    given: dict[str, Any] = {
        "type": "person",
        "name": name,
        "surface": surface,
        "start": start,
        "end": start + len(surface),
        "sentence": TEXT,
        "rule": "title",
        **more,
    }
    return Mention(**given)


XI = Tag(entity_id="xi", name="Xi Jinping", sentence=TEXT, start=0, end=2, rule="title")
ARTICLE = Article(id="a1", title="T", slug="t", body=TEXT, path="content/articles/t.md")
RESOLUTION = Resolution(
    people={"xi": Person(id="xi", name="Xi Jinping", sort_name="Xi Jinping", confidence=0.8)},
    places={
        "paris": Place(id="paris", name="Paris", sort_name="Paris", parent="texas"),
        "texas": Place(id="texas", name="Texas", sort_name="Texas", parent="paris"),
    },
    tags={"a1": ArticleTags((XI,), (Tag(entity_id="paris", name="Paris", start=28, rule="x"),))},
    merges={("person", "xi"): (Merge("Xi Jin-ping", "the same but for marks"),)},
    doubts=(
        Doubt(
            kind="sort name",
            type="person",
            id="xi",
            name="Xi",
            weight=1,
            evidence="Or Ping.",
            article="a1",
        ),
        Doubt(kind="surname", type="person", id="bibi", name="Bibi", weight=1, evidence="Two."),
        Doubt(kind="merge", type="person", id="x", name="X", weight=1, evidence="A.", article="a1"),
        Doubt(kind="merge", type="person", id="y", name="Y", weight=1, evidence="B.", article="b2"),
    ),
)
MENTIONS = (
    mention("Xi Jinping", "Xi", score=0.7),
    mention("Bibi", "Bibi", score=0.4),
    mention("Xi Jinping", "Xi Jinping"),
    mention("Paris", "Paris", type="place", gazetteer_id="paris", rule="x", why="the only one"),
    mention("NATO", "NATO", type="organisation"),
)


def found(
    resolution: Resolution = RESOLUTION,
    judgements: tuple[Judgement, ...] = (),
    article: Article = ARTICLE,
    mentions: tuple[Mention, ...] = MENTIONS,
) -> Findings:
    """Collect the findings of the article above."""
    return findings_of(article, mentions, resolution, judgements)


def only(people: tuple[Published, ...]) -> Published:
    """Return the only person."""
    (one,) = people
    return one


def test_names_that_were_merged_are_told_with_their_rule() -> None:
    assert only(found().people).merges == (Merge("Xi Jin-ping", "the same but for marks"),)


def test_a_find_by_another_name_of_the_entity_is_its_tag() -> None:
    merged = (mention("Xi Jin-ping", "Xi", start=50, end=60), *MENTIONS)
    assert [one.name for one in found(mentions=merged).kept_back] == ["Bibi"]


def test_a_place_of_the_headline_is_known_by_its_key() -> None:
    headline = mention("Paris, Texas", "Paris", type="place", gazetteer_id="paris", start=-1)
    tag = Tag(entity_id="paris", name="Paris", rule="headline")
    resolution = replace(RESOLUTION, tags={"a1": ArticleTags((), (tag,))})
    result = found(resolution, mentions=(headline,))
    assert (result.places[0].mentions, result.kept_back) == (1, ())


def test_score_and_choice_are_those_of_the_mention_that_was_found_first() -> None:
    assert only(found().people).score == 0.7
    assert found().places[0].why == "the only one"
    assert only(found().people).confidence == 0.8


def test_a_chain_of_places_that_leads_back_ends() -> None:
    assert found().places[0].within == ("Texas", "Paris")


def test_doubts_stand_where_they_belong() -> None:
    result = found()
    assert only(result.people).doubts == ("Waits in review (sort name): Or Ping.",)
    assert result.kept_back[0].reasons == ("Waits in review (surname): Two.",)
    assert result.doubts == ("Waits in review (merge): A.",)


def test_organisations_are_named_once() -> None:
    assert found(mentions=MENTIONS + MENTIONS).organisations == ("NATO",)


def reason(kept: tuple[KeptBack, ...]) -> str:
    """Return the only reason of what alone was kept back."""
    (one,) = kept
    (only_reason,) = one.reasons
    return only_reason


def test_a_single_word_is_kept_back_for_want_of_a_row() -> None:
    bare = replace(RESOLUTION, doubts=())
    assert reason(found(bare).kept_back) == (
        "A single word is published only with a row in content/people.csv."
    )


def test_a_row_that_says_that_a_person_is_a_place_is_named() -> None:
    row = Judgement(
        type="person", id="bibi", name="Bibi", kind="place", path="content/people.csv", line=7
    )
    assert reason(found(judgements=(row,)).kept_back) == (
        "content/people.csv:7 says that it is a place."
    )


def test_a_full_name_that_nothing_forbids_was_outvoted() -> None:
    mentions = (mention("Bibi Netanyahu", "Bibi"),)
    text = reason(found(replace(RESOLUTION, doubts=()), mentions=mentions).kept_back)
    assert text.startswith("The rest of the archive speaks against it.")
    listed = replace(ARTICLE, people=("Bibi Netanyahu",))
    assert text == reason(
        found(replace(RESOLUTION, doubts=()), article=listed, mentions=mentions).kept_back
    )


def test_a_row_that_is_merged_into_an_entity_rules_on_it_too() -> None:
    rows = (
        Judgement(type="person", id="xjp", name="Xi Jin-ping", merged_into="xi", path="p", line=3),
        Judgement(type="person", id="xx", name="Other", merged_into="xi", path="p", line=4),
    )
    assert only(found(judgements=rows).people).rows == ("p:3",)


def shown(findings: Findings) -> list[str]:
    """Write an explanation as it stands on a terminal."""
    explanation = Explanation(
        url="/articles/t/",
        path="articles/t/index.html",
        kind="article",
        template="article.html",
        files=("article.html",),
        shows=("title",),
        now=(),
        last="",
        findings=findings,
    )
    return explanation_as_text(explanation).splitlines()


def test_an_explanation_on_a_terminal_tells_everything_that_was_found() -> None:
    lines = [" ".join(line.split()) for line in shown(found())]
    for line in (
        "next build leaves it: nothing changed",
        "Xi Jinping /people/xi/",
        "found by the rule 'title', score 0.70; 2 mentions",
        "printed as Xi, Xi Jinping",
        "merged Xi Jin-ping: the same but for marks",
        "confidence 0.80",
        "Waits in review (sort name): Or Ping.",
        "Paris < Texas < Paris /places/paris/",
        "chosen the only one",
        "Found, and not published",
        "person Bibi (the rule 'title', score 0.40)",
        "Organisations, which have no pages",
        "Waits in review (merge): A.",
        "| Xi met Bibi. Xi Jinping left Paris.",
    ):
        assert line in lines


def test_a_long_name_leaves_the_address_a_line_of_its_own() -> None:
    long = Person(id="xi", name="Xi " * 22 + "Jinping", sort_name="Xi")
    lines = shown(found(replace(RESOLUTION, people={"xi": long})))
    assert "    /people/xi/" in lines
    assert max(map(len, lines)) <= 80


def test_what_could_steer_a_terminal_is_not_printed() -> None:
    evil = (mention("Bibi", "Bibi", sentence="It \x1b[31m rained."),)
    assert "\x1b" not in "".join(shown(found(mentions=evil)))

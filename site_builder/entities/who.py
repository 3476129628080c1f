"""Who is who: the people of all articles as persons."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from site_builder.entities.authority import Rulings, follow_merges, is_retyped
from site_builder.entities.evidence import (
    LEAST,
    CommonWords,
    Tally,
    has_common_word,
    person_confidence,
    together,
)
from site_builder.entities.finds import Find
from site_builder.entities.matching import (
    group_names,
    is_full_name,
    keys_of,
    letters_of,
    may_be_one,
    merge_rule,
)
from site_builder.entities.near_names import near_rule
from site_builder.entities.sort_names import family_first, sort_name
from site_builder.entities.surnames import Surnames, surnames_of
from site_builder.model.entity import Judgement, Merge, Person
from site_builder.model.problem import Problem
from site_builder.model.slug import slugify

ATTESTED = 3
"""So many articles have to print a short form and the full name of one person."""


@dataclass(frozen=True, slots=True)
class Who:
    """The persons of the archive.

    `people` are those with a page, by id; `ids` leads from a find's handle to the id, hidden and
    waiting ones included. `moved` leads from an id that was, or could have been, to the one that
    is. `seen` are the ids of the rows that ruled on somebody. `names` and `tallies` are by id, for
    everybody who is not hidden, and `sure` is the confidence of those who wait; `merges` say why a
    name counts to a person.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    sure: Mapping[str, float] = field(default_factory=dict)
    merges: Mapping[str, tuple[Merge, ...]] = field(default_factory=dict)
    surnames: Surnames = field(default_factory=Surnames)


class AllPeople:
    """Counts the people of one article after the other; `settle` then says who they are."""

    def __init__(self, rulings: Rulings, known: CommonWords) -> None:
        self._rulings, self._known = rulings, known
        self._given_names = known.given_names
        self._tallies: dict[str, Tally] = {}
        self._keyed: dict[str, dict[str, Tally]] = defaultdict(dict)
        self._insisted: set[str] = set()
        self._beside: Counter[tuple[str, str]] = Counter()

    def add(self, article: str, finds: Iterable[Find]) -> None:
        """Count the people of an article; articles have to come in the order of their ids."""
        for find in finds:
            tallies = self._keyed[find.key] if find.key else self._tallies
            tally = tallies.get(find.name)
            if tally is None:
                tally = tallies[find.name] = Tally(article, find.first)
            tally.add(find)
            if find.insisted:
                self._insisted.add(find.name)
            if find.surfaces and not find.key:
                self._beside.update((find.name, form) for form in set(find.surfaces))

    def settle(self) -> Who:
        """Put the names of all articles together to persons, in near-linear time."""
        rulings, tallies = self._rulings, self._tallies
        labels = {name: id for name in tallies if (id := rulings.id_of(name))}
        barred = {name: rows for name in tallies if (rows := rulings.not_of(name))}
        attested = self._attested()
        groups = group_names(tallies, labels, barred, self._given_names, family_first, attested)
        named = [(groups.label(names[0]), names) for names in groups.all()]
        ends, problems = follow_merges(rulings, [*(label for label, _ in named), *self._keyed])
        keyed = self._by_end(ends)
        by_id, own = self._give_ids(named, ends)
        own.update(keyed)
        ids = {name: id for id, names in by_id.items() for name in names}
        moved = dict(ends)
        people: dict[str, Person] = {}
        shown_names: dict[str, tuple[str, ...]] = {}
        whole: dict[str, Tally] = {}
        waiting: dict[str, float] = {}
        merges: dict[str, tuple[Merge, ...]] = {}
        concealed: dict[str, tuple[tuple[str, ...], Tally]] = {}
        for id in dict.fromkeys((*by_id, *keyed)):
            general, known = by_id.get(id, []), keyed.get(id, {})
            names = list(dict.fromkeys((*general, *known)))
            if len(names) > 1 or id in rulings.ids:
                moved.update((slug, id) for slug in map(_slug, names) if slug != id)
            tally = together([*(tallies[name] for name in general), *known.values()])
            if rulings.hides(id) and not self._insisted.intersection(names):
                row = rulings.rows[id]
                if row.status == "hidden" and not is_retyped(row):
                    concealed[id] = tuple(names), tally
                continue
            whole[id], shown_names[id] = tally, tuple(names)
            ruled = id in rulings.ids or id in keyed
            sure = 1.0 if ruled else self._confidence(names[0], whole[id])
            if sure >= LEAST or whole[id].listed or whole[id].articles > 1:
                people[id] = self._person(id, names, whole[id], sure)
                if len(names) > 1:
                    shown = people[id].name
                    merges[id] = tuple(self._merges(id, names, shown, labels, attested))
            else:
                waiting[id] = sure
        moved.update(ends)
        ids.update((key, ends.get(key, key)) for key in self._keyed)
        return Who(
            people,
            ids,
            moved,
            frozenset(own),
            problems,
            shown_names,
            whole,
            waiting,
            merges,
            # Who is hidden has a surname all the same, and it is nobody else's for that.
            surnames_of(
                shown_names | {id: names for id, (names, _) in concealed.items()},
                whole | {id: tally for id, (_, tally) in concealed.items()},
                people,
                self._is_common,
            ),
        )

    def _by_end(self, ends: Mapping[str, str]) -> dict[str, dict[str, Tally]]:
        """Return what rows for some articles rule: the tallies by id, merges followed, and name."""
        found: defaultdict[str, dict[str, Tally]] = defaultdict(dict)
        for id, tallies in self._keyed.items():
            there = found[ends.get(id, id)]
            for name, tally in tallies.items():
                there[name] = together([there[name], tally]) if name in there else tally
        return dict(found)

    def _attested(self) -> Mapping[tuple[str, str], int]:
        """Count the articles that print a short form of a full name's given name beside it.

        "Joe Biden" in the headline and "Joseph R. Biden, Jr." in the text are one person's; where
        several articles say so, it holds for those that print one form only.
        """
        tallies = self._tallies
        return {
            (name, form): count
            for (name, form), count in self._beside.items()
            if count >= ATTESTED
            and form in tallies
            and near_rule(name, form, self._given_names, family_first) == "nickname"
        }

    def _is_common(self, key: str) -> bool:
        known = self._known
        return key in known.surnames or key in known.words or key in known.given_names

    def _give_ids(
        self,
        named: Iterable[tuple[str, list[str]]],
        ends: Mapping[str, str],
    ) -> tuple[dict[str, list[str]], set[str]]:
        """Return the names by id, and the ids of the rows that have names, merged ones included.

        The id of a row for some articles is that of the person who has it in the others, too.
        """
        by_id: defaultdict[str, list[str]] = defaultdict(list)
        own = set()
        free = []
        for label, names in named:
            names.sort(key=self._rank)
            end = ends.get(label, label)
            if not label:
                articles = -self._tallies[names[0]].articles
                free.append((_slug(names[0]), articles, names[0], names))
            elif end == label:
                by_id[end] = [*names, *by_id[end]]
            else:
                by_id[end] += names
            own |= {label, end} - {""}
        for slug, _, _, names in sorted(free):
            id, number = slug, 1
            barred = set().union(*map(self._rulings.not_of, names))
            while id in by_id or id in self._rulings.ids or id in barred:
                number += 1
                id = f"{slug}-{number}"
            by_id[id] = names
        return dict(by_id), own

    def _rank(self, name: str) -> tuple[bool, bool, int, int, str]:
        """Order the forms of a name: full, not in capitals, frequent, long, first by letters."""
        articles = self._tallies[name].articles
        return not is_full_name(name), name.isupper(), -articles, -len(name), name

    def _confidence(self, name: str, tally: Tally) -> float:
        """Return how sure a person without a row is."""
        words = keys_of(name).words
        known = bool(words) and (words[0] in self._given_names or family_first(name))
        return person_confidence(tally, known, has_common_word(name, self._known))

    def _person(self, id: str, names: list[str], tally: Tally, sure: float) -> Person:
        """Make a person of names, the one to show first, and of what an editor says."""
        ruled = id in self._rulings.ids or id in self._keyed
        row = self._rulings.rows.get(id) if ruled else None
        name = row.name if row and row.name else names[0]
        full = sorted(" ".join(text.split()) for text in tally.surfaces if may_be_one(name, text))
        return Person(
            id=id,
            name=name,
            sort_name=(row.sort_name if row else "") or sort_name(name),
            native_name=row.native_name if row else "",
            aliases=other_names(name, row.aliases if row else (), (*names, *full)),
            wikidata=row.wikidata if row else "",
            viaf=row.viaf if row else "",
            confidence=sure,
        )

    def _merges(
        self,
        id: str,
        names: Iterable[str],
        shown: str,
        labels: Mapping[str, str],
        attested: Mapping[tuple[str, str], int],
    ) -> Iterable[Merge]:
        """Say of each name but the one shown why it counts to the person."""
        rows = self._rulings.rows
        for name in names:
            if name == shown:
                continue
            row, rule = rows.get(labels.get(name, "")), merge_rule(name, shown)
            if row and (row.id != id or not rule):
                rule = _place_of(row)
            elif not rule and (count := _count_beside(attested, name)):
                rule = f"a short form that {count} articles print beside the full name"
            elif not rule:
                alike = ((other, merge_rule(name, other)) for other in names if other != name)
                rule = next(
                    (f"{rule}, as {other}" for other, rule in alike if rule),
                    _place_of(rows[id]) if id in rows else "",
                )
            yield Merge(name, rule)


def _count_beside(attested: Mapping[tuple[str, str], int], name: str) -> int:
    return max((count for pair, count in attested.items() if name in pair), default=0)


def other_names(name: str, ruled: Iterable[str], printed: Iterable[str]) -> tuple[str, ...]:
    """List an editor's aliases as they are, and after them the printed forms.

    A printed form that differs in marks, spaces and capitals only is left out.
    """
    shown = dict.fromkeys(alias for alias in ruled if alias != name)
    letters = {letters_of(alias) for alias in (name, *shown)}
    for alias in printed:
        if letters_of(alias) not in letters:
            letters.add(letters_of(alias))
            shown[alias] = None
    return tuple(shown)


def _place_of(row: Judgement) -> str:
    return f"{row.path}:{row.line}"


def _slug(name: str) -> str:
    return slugify(name, fallback="person-" + "-".join(f"{ord(c):x}" for c in name))

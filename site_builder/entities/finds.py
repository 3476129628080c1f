"""Whom and what one article names: the editor's list where there is one, else the mentions."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from site_builder.entities.matching import is_full_name, keys_of, letters_of, may_be_one
from site_builder.entities.reading import Sentences
from site_builder.entities.role_words import is_titled
from site_builder.model.entity import EntityType, Mention


@dataclass(slots=True)
class Find:
    """One name of an article, and what its text says there.

    `name` is the fullest form; `key` is the gazetteer's key of a place, or the id that a row gives
    the name in this article; `surfaces` are the other forms in which the article prints it. `first`
    is its first mention, `role` the first printed. `score` is the best of its `mentions`, `titled`
    says that a title or a role stands beside one, and `listed` that the front matter has the name.
    `insisted` says that it has it although a row rejects the name.
    """

    name: str
    first: Mention
    role: str = ""
    key: str = ""
    surfaces: tuple[str, ...] = ()
    score: float = 1.0
    mentions: int = 1
    titled: bool = False
    listed: bool = False
    insisted: bool = False

    @property
    def handle(self) -> str:
        """What names the find among those of the archive: its key, or else its name."""
        return self.key or self.name

    def under(self, name: str) -> "Find":
        """Return the find as the one of a listed name."""
        found = self.listed_one()
        if is_full_name(name) and not is_full_name(self.name):
            found.first = replace(self.first, rule="surname")
        found.name, found.surfaces = name, (self.name, *self.surfaces)
        return found

    def listed_one(self) -> "Find":
        """Return the find as one that the front matter has."""
        return Find(
            self.name,
            self.first,
            self.role,
            self.key,
            self.surfaces,
            self.score,
            self.mentions,
            self.titled,
            True,
            self.insisted,
        )


def read_mentions(mentions: Iterable[Mention], type: EntityType) -> list[Find]:
    """Put the mentions of one kind together by whom they mean, in the order of the text."""
    found: dict[str, Find] = {}
    for mention in mentions:
        if mention.type != type:
            continue
        key = mention.gazetteer_id
        handle = key or mention.name
        find = found.get(handle)
        if find is None:
            find = found[handle] = Find(
                mention.name, mention, mention.role, key, (), mention.score, 1, is_titled(mention)
            )
        else:
            find.mentions += 1
            if mention.score > find.score:
                find.score = mention.score
            if not find.titled and is_titled(mention):
                find.titled = True
            if mention.role and not find.role:
                find.role = mention.role
        if mention.surface != find.name and mention.rule != "demonym":
            find.surfaces += (mention.surface,)
    return list(found.values())


def people_of(
    names: Sequence[str],
    found: Sequence[Find],
    text: str,
    row_of: Callable[[str], str],
) -> list[Find]:
    """List the people whom an article's front matter names, with what the text says of them.

    `found` are the people of its mentions; `row_of` returns the id of the authority row for a name,
    or nothing.
    """
    by_letters = {letters_of(find.name): find for find in reversed(found)}
    listed = []
    for name in names:
        find = by_letters.get(letters_of(name)) or _same_person(name, found, row_of)
        if find is None:
            listed.append(_added(name, text))
        elif is_full_name(name) or row_of(name) or not is_full_name(find.name):
            listed.append(find.under(name))
        else:
            listed.append(find.listed_one())
    return _in_order(listed)


def _same_person(name: str, found: Sequence[Find], row_of: Callable[[str], str]) -> Find | None:
    row = row_of(name)
    letters, words = letters_of(name), keys_of(name).words
    tests: tuple[Callable[[Find], bool], ...] = (
        lambda find: any(letters_of(surface) == letters for surface in find.surfaces),
        lambda find: bool(row) and row_of(find.name) == row,
        lambda find: may_be_one(name, find.name),
        lambda find: _is_part(words, keys_of(find.name).words),
    )
    return next((find for test in tests for find in found if test(find)), None)


def _is_part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one of two names is a single word with which the other starts or ends."""
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] in (long[0], long[-1])


def places_of(
    names: Sequence[str],
    found: Sequence[Find],
    text: str,
    row_of: Callable[[str], str],
    key_of: Callable[[str], str],
) -> list[Find]:
    """List the places that an article's front matter names, with what the text says of them.

    `found` are the places of its mentions; `key_of` returns the id that the gazetteer has for a
    bare name, or nothing. One name can stand for two places of the article, as Georgia does.
    """
    listed = []
    for name in names:
        letters = letters_of(name)
        finds = (
            [find for find in found if letters_of(find.name) == letters]
            or [f for f in found if any(letters_of(s) == letters for s in f.surfaces)]
            or _known(name, found, row_of, key_of)
        )
        listed += [find.listed_one() for find in finds] or [_added(name, text)]
    return _in_order(listed)


def _known(
    name: str, found: Sequence[Find], row_of: Callable[[str], str], key_of: Callable[[str], str]
) -> list[Find]:
    ids = {row_of(name), key_of(name)} - {""}
    return [find for find in found if ids & {find.key, row_of(find.name)}] if ids else []


def left_over(found: Iterable[Find], listed: Iterable[Find]) -> list[Find]:
    """List the finds that no listed name took."""
    taken = {(find.first.start, find.first.end, find.first.name) for find in listed}
    return [
        find for find in found if (find.first.start, find.first.end, find.first.name) not in taken
    ]


def _added(name: str, text: str) -> Find:
    """Make a find of a name that an editor added, from the first place where the text has it."""
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name in text else None
    start, end = match.span() if match else (-1, -1)
    first = Mention(
        type="person",
        name=name,
        surface=name,
        start=start,
        end=end,
        sentence=Sentences(text).at(start) if match else "",
        rule="editor",
    )
    return Find(name, first, listed=True)


def _in_order(finds: list[Find]) -> list[Find]:
    return sorted(finds, key=lambda find: (find.first.start < 0, find.first.start))

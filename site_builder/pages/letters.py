"""Indexes from A to Z."""

from collections.abc import Iterable

from site_builder.model.slug import fold
from site_builder.pages.parts import IndexRow, Letter

_OTHERS = "Other"


def by_letter(rows: Iterable[tuple[str, IndexRow]]) -> tuple[Letter, ...]:
    """File rows by the first letter of their sort names; names outside A–Z come last."""
    letters: dict[str, list[tuple[str, str, IndexRow]]] = {}
    for sort_name, row in rows:
        filed = fold(sort_name)
        first = next((character for character in filed if character.isalnum()), "")
        letter = first.upper() if "a" <= first <= "z" else _OTHERS
        letters.setdefault(letter, []).append((filed, row.url, row))
    return tuple(
        Letter(
            letter,
            letter.lower(),
            tuple(row for *_, row in sorted(letters[letter], key=lambda item: item[:2])),
        )
        for letter in sorted(letters, key=lambda letter: (letter == _OTHERS, letter))
    )


def references(
    name: str, sort_name: str, aliases: Iterable[str], url: str
) -> Iterable[tuple[str, IndexRow]]:
    """Refer to a name from its aliases, save those that a reader would look for beside it.

    Those share its first word, or the family name that it is filed by.
    """
    family, comma, _ = sort_name.partition(",")
    for alias in aliases:
        words = fold(alias).split()
        beside = fold(family) in " ".join(words) if comma else words[:1] == fold(name).split()[:1]
        if words and not beside:
            yield alias, IndexRow(alias, url, see=sort_name)

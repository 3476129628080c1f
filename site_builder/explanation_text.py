"""How an explanation looks: lines for people, JSON for programs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from site_builder.explaining import Explanation
from site_builder.findings import Findings, KeptBack, Published
from site_builder.terminal import WIDTH, quoted, wrapped

_RULES = {"model": "the trained model", "editor": "the front matter, as an editor's tag"}


def explanation_as_json(explanation: Explanation) -> str:
    """Write all that is known, with the names of the fields."""
    return json.dumps(asdict(explanation), ensure_ascii=False, indent=2)


def explanation_as_text(explanation: Explanation) -> str:
    """Write what is known of a page, and of an article's people and places."""
    lines = [explanation.url, *_page(explanation)]
    if explanation.findings:
        lines += _findings(explanation.findings)
    return "\n".join(lines)


def _page(explanation: Explanation) -> Iterator[str]:
    now, last = "; ".join(explanation.now), explanation.last
    found = explanation.findings
    rows = (
        ("file", explanation.path),
        ("kind", explanation.kind),
        ("content", found.file if found else ""),
        ("seed", found.source if found else ""),
        ("template", ", ".join(explanation.files)),
        ("shows", ", ".join(explanation.shows)),
        ("last time", f"rendered because {last}" if last else ""),
        ("next build", f"renders it because {now}" if now else "leaves it: nothing changed"),
    )
    for name, value in rows:
        yield from wrapped(value, f"  {name:11} ", f"{'':14}")


def _findings(found: Findings) -> Iterator[str]:
    yield from _group("People", found.people)
    yield from _group("Places", found.places)
    if found.kept_back:
        yield ""
        yield "Found, and not published"
    for one in found.kept_back:
        yield from _kept_back(one)
    if found.organisations:
        yield ""
        yield "Organisations, which have no pages"
        yield from wrapped("; ".join(found.organisations), "  ")
    if found.doubts:
        yield ""
        yield "In doubt"
    for doubt in found.doubts:
        yield from wrapped(doubt, "  ", "    ")


def _group(name: str, published: Iterable[Published]) -> Iterator[str]:
    yield ""
    yield name
    count = 0
    for count, one in enumerate(published, 1):
        yield from _published(one, first=count == 1)
    if not count:
        yield "  none"


def _published(one: Published, first: bool) -> Iterator[str]:
    if not first:
        yield ""
    chain = " < ".join((one.name, *one.within))
    head = f"  {chain}"
    gap = WIDTH - len(head) - len(one.url)
    yield from [f"{head}{'':{gap}}{one.url}"] if gap > 1 else [head, f"    {one.url}"]
    ids = [f"gazetteer {one.gazetteer}" if one.gazetteer else ""]
    ids.append(f"GeoNames {one.geonames}" if one.geonames else "")
    printed = one.printed if one.printed != (one.name,) else ()
    rows = [
        ("role", one.role),
        ("found by", _by(one.rule, one.score) + _times(one.mentions)),
        ("printed as", ", ".join(printed)),
        ("chosen", one.why),
        ("ids", ", ".join(filter(None, ids))),
        ("confidence", f"{one.confidence:.2f}" if one.confidence < 1 else ""),
        *(("merged", f"{merge.name}: {merge.rule}") for merge in one.merges),
        *(("row", row) for row in one.rows),
    ]
    for name, value in rows:
        yield from wrapped(value, f"    {name:11} ", f"{'':16}")
    for doubt in one.doubts:
        yield from wrapped(doubt, "    ", "      ")
    yield from quoted(one.sentence, 4)


def _by(rule: str, score: float) -> str:
    found = _RULES.get(rule, f"the rule {rule!r}" if rule else "an unnamed rule")
    return found if rule == "editor" else f"{found}, score {score:.2f}"


def _times(mentions: int) -> str:
    return f"; {mentions} mentions" if mentions > 1 else ""


def _kept_back(one: KeptBack) -> Iterator[str]:
    yield from wrapped(f"{one.type} {one.name} ({_by(one.rule, one.score)})", "  ", "    ")
    for reason in one.reasons:
        yield from wrapped(reason, "    ")
    yield from quoted(one.sentence, 4)

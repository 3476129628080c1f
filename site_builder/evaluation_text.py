"""How an evaluation looks: a short table and the mistakes for people, JSON for programs."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from site_builder.evaluating import Evaluation, Mistake, Score
from site_builder.terminal import quoted, wrapped

_COLUMNS = ("gold", "found", "right", "missed", "wrong")
_SHARES = ("precision", "recall", "f1")


def evaluation_as_text(evaluation: Evaluation, limit: int) -> str:
    """Write the figures as a table, and so many mistakes below it."""
    return "\n".join((*_table(evaluation), *_mistakes(evaluation.mistakes, limit)))


def _table(evaluation: Evaluation) -> Iterator[str]:
    count = evaluation.articles
    line = f"{count} article{'' if count == 1 else 's'} measured"
    if evaluation.engine_ms is None:
        yield f"{line}."
    else:
        yield f"{line}, of {evaluation.words / count:.0f} words on average."
        yield f"Finding the names in one took {evaluation.engine_ms:.1f} ms of processor time."
    yield ""
    heads = "".join(f"{head:>8}" for head in _COLUMNS)
    yield f"{'':8}{heads}" + "".join(f"{head:>10}" for head in (*_SHARES[:2], "F1"))
    for name, score in (("people", evaluation.people), ("places", evaluation.places)):
        counts = "".join(f"{getattr(score, head):>8}" for head in _COLUMNS)
        shares = "".join(f"{_share(getattr(score, head)):>10}" for head in _SHARES)
        yield f"{name:8}{counts}{shares}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _mistakes(mistakes: Sequence[Mistake], limit: int) -> Iterator[str]:
    shown = mistakes[:limit]
    for article, those in groupby(shown, key=lambda mistake: mistake.article):
        yield ""
        yield article
        for mistake in those:
            yield from _mistake(mistake)
    if len(mistakes) > len(shown):
        yield ""
        yield f"{len(shown)} of {len(mistakes)} mistakes are shown; --limit shows more."


def _mistake(mistake: Mistake) -> Iterator[str]:
    by = f"rule {mistake.rule}" if mistake.rule else ""
    why = "; ".join(filter(None, (mistake.note, by)))
    line = f"{mistake.kind} {mistake.type}: {mistake.name}" + (f" ({why})" if why else "")
    yield from wrapped(line, "  ", "    ")
    yield from quoted(mistake.sentence, 4)


def evaluation_as_json(evaluation: Evaluation, limit: int | None) -> str:
    """Write the figures and the mistakes, all of them or so many, as JSON."""
    values = {
        "articles": evaluation.articles,
        "words": evaluation.words,
        "people": _figures(evaluation.people),
        "places": _figures(evaluation.places),
        "engine_ms": _rounded(evaluation.engine_ms),
        "mistakes": len(evaluation.mistakes),
        "errors": [asdict(mistake) for mistake in evaluation.mistakes[:limit]],
        "problems": [asdict(problem) for problem in evaluation.problems],
        "failed": evaluation.failed,
    }
    return json.dumps(values, ensure_ascii=False, indent=2)


def _figures(score: Score) -> dict[str, Any]:
    shares = {name: _rounded(getattr(score, name)) for name in _SHARES}
    return shares | {name: getattr(score, name) for name in _COLUMNS}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)

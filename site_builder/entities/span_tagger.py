"""Other engines in the tagger's place: a function from a text to spans."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence

from site_builder.entities.draft import Draft, Label, Name, Spot
from site_builder.model.entity import Span

FindSpans = Callable[[str], Iterable[Span]]


class SpanTagger:
    """Lets a function from a text to spans mark the names of a draft.

    The text is the title, an empty line, and the body. A span counts to the words that it covers
    from their first letter; one that covers none, or overlaps one before it, is left out.
    `languages` are the codes of those that the function reads; none means all.
    """

    def __init__(self, find_spans: FindSpans, languages: Collection[str] = ()) -> None:
        self.languages = frozenset(languages)
        self.find_spans = find_spans

    def tag(
        self,
        draft: Draft,
        candidates: Sequence[Name] = (),  # noqa: ARG002
        spots: Sequence[Spot] = (),  # noqa: ARG002
    ) -> list[Label]:
        """Mark the names of an article."""
        starts = [word.start for word in draft.words]
        labels: list[Label] = []
        free = 0
        for span in sorted(self.find_spans(draft.text), key=lambda span: (span.start, -span.end)):
            first = bisect_left(starts, span.start)
            last = bisect_left(starts, span.end)
            if free <= first < last:
                labels.append(Label(first, last, span.type, span.score))
                free = last
        return labels

"""Other engines: what each finds becomes spans, and what is not installed is a clear problem."""

from types import SimpleNamespace

import pytest

from site_builder.engines import gliner, jieba, spacy
from site_builder.model.entity import Span
from site_builder.plugins import load_plugins


def test_spacy_s_people_places_and_organisations_become_spans() -> None:
    labels = {"PERSON": (0, 5), "GPE": (10, 15), "ORG": (20, 24), "DATE": (30, 34), "PER": (40, 44)}
    entities = [
        SimpleNamespace(label_=label, start_char=start, end_char=end)
        for label, (start, end) in labels.items()
    ]
    assert list(spacy.spans(SimpleNamespace(ents=entities))) == [
        Span(0, 5, "person"), Span(10, 15, "place"), Span(20, 24, "organisation"),
        Span(40, 44, "person"),
    ]  # fmt: skip


def test_gliner_reads_each_paragraph_and_counts_from_the_start_of_the_text() -> None:
    def predict(part: str) -> list[dict[str, object]]:
        start = part.find("Zorbo")
        return [{"start": start, "end": start + 5, "label": "person", "score": 0.75}]

    text = "Zorbo came.\n\nThen Zorbo left."
    found = list(gliner.spans(text, predict))
    assert [text[span.start : span.end] for span in found] == ["Zorbo", "Zorbo"]
    assert {span.score for span in found} == {0.75}


def test_jieba_s_words_become_spans_where_they_are_names() -> None:
    words = [("王毅", "nr"), ("访问", "v"), ("日本", "ns"), ("李", "nr"), ("OK", "nr")]
    assert list(jieba.spans(words)) == [Span(0, 2, "person", 0.7), Span(4, 6, "place", 0.7)]


def test_jieba_finds_native_names_where_it_is_installed() -> None:
    pytest.importorskip("jieba")
    text = "外交部发言人耿爽表示，国务委员王毅将于明日访问日本。"
    found = [(span.type, text[span.start : span.end]) for span in jieba.load()(text)]
    assert ("person", "王毅") in found
    assert ("place", "日本") in found


@pytest.mark.parametrize(
    "name",
    ["site_builder.engines.spacy:no_such_pipeline", "site_builder.engines.gliner:folder/model"],
)
def test_an_engine_that_is_not_installed_is_a_clear_problem(name: str) -> None:
    plugins, (problem,) = load_plugins([name], "site.toml")
    assert len(plugins) == 1
    assert problem.code == "plugin-not-found"
    assert "is not installed" in problem.message

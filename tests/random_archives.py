"""Small archives made at random, whose names collide as often as possible."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from few_places import article, person, place, place_row, row
from hypothesis import strategies as st

from site_builder.model.article import Article
from site_builder.model.dates import PartialDate
from site_builder.model.entity import Mention

_PEOPLE = (
    "Joe Biden", "Joseph Biden", "Joe R. Biden", "Biden", "Anna Sorel", "Bela Sorel", "Sorel",
    "Wang Yi", "Yi Wang", "Wang", "Port Sorel", "Black Sorel", "George Bush", "George W. Bush",
    "王毅", "Adele",
)  # fmt: skip
_PLACES = ("Port Sorel", "Oldport", "oldport", "Black Rock", "Japan", "Georgia", "Viet Nam")
_IDS = ("joe-biden", "joseph-biden", "anna-sorel", "bela-sorel", "wang-yi", "port-sorel", "sorel")
_SCOPES = st.sampled_from([(), (), (), ("a0",), ("a1", "a2"), ("nowhere",)])
_names = st.sampled_from(_PEOPLE)

_mention = st.one_of(
    st.builds(
        person,
        _names,
        st.integers(0, 90),
        score=st.sampled_from([0.0, 0.5, 1.0]),
        role=st.sampled_from(["", "", "Minister", "Vice Minister", "Coach"]),
    ),
    st.builds(
        place,
        st.sampled_from(_PLACES),
        st.sampled_from(["", "", "japan", "georgia"]),
        st.integers(0, 90),
        score=st.sampled_from([0.0, 1.0]),
    ),
    st.builds(lambda name: replace(person(name), type="organisation"), _names),
)
ROW = st.builds(
    row,
    st.sampled_from(_IDS),
    name=st.sampled_from(["", "", *_PEOPLE]),
    aliases=st.lists(_names, max_size=1).map(tuple),
    kind=st.sampled_from(["", "", "", "place"]),
    status=st.sampled_from(["", "", "accepted", "hidden", "rejected"]),
    merged_into=st.sampled_from(["", "", "joe-biden", "bela-sorel", "nobody"]),
    not_same=st.lists(_names, max_size=1).map(tuple),
    articles=_SCOPES,
    dates=st.sampled_from(["", "", "", "1990"]),
)
PLACE_ROW = st.builds(
    place_row,
    st.sampled_from(["port-sorel", "oldport", "georgia", "black-rock"]),
    name=st.sampled_from(["", *_PLACES]),
    kind=st.sampled_from(["", "", "city", "person"]),
    status=st.sampled_from(["", "", "hidden", "rejected"]),
    merged_into=st.sampled_from(["", "", "japan", "oldport"]),
    parent=st.sampled_from(["", "", "japan", "oldport"]),
    articles=_SCOPES,
)
ROWS = st.lists(st.one_of(ROW, PLACE_ROW), max_size=4)


@st.composite
def archives(draw: st.DrawFn) -> tuple[list[Article], Mapping[str, Sequence[Mention]]]:
    articles, mentions = [], {}
    for number in range(draw(st.integers(1, 6))):
        id = f"a{number}"
        people = draw(st.none() | st.lists(_names, max_size=3, unique=True))
        places = draw(st.none() | st.lists(st.sampled_from(_PLACES), max_size=2, unique=True))
        date = draw(st.sampled_from([None, PartialDate(1990, 5), PartialDate(2001)]))
        one = article(id, people, places)
        articles.append(replace(one, edited=draw(st.booleans()), date=date))
        mentions[id] = draw(st.lists(_mention, max_size=5))
    return articles, mentions

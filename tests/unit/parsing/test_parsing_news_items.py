"""The news items of tests/news: title, section, date and dateline are read as expected."""

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.article import Dateline
from site_builder.model.seed import Seed
from site_builder.parsing.parse import parse

NEWS = Path(__file__).parents[2] / "news"
ITEMS = sorted(NEWS.glob("*.txt"))


@pytest.mark.parametrize("path", ITEMS, ids=[path.stem for path in ITEMS])
def test_a_news_item_is_parsed_as_expected(path: Path) -> None:
    expected: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    parsed, _ = parse(Seed(f"seeds/{path.name}", text, ""))
    assert parsed is not None
    found: dict[str, Any] = {
        "title": parsed.title,
        "section": parsed.section,
        "date": str(parsed.date) if parsed.date else "",
        "date_from": parsed.date_from,
        "dateline": str(parsed.dateline),
    }
    wanted: dict[str, Any] = {key: expected[key] or "" for key in found if key in expected}
    if dateline := wanted.get("dateline"):
        wanted["dateline"] = str(Dateline(dateline["place"], dateline["local_time"]))
    assert {key: found[key] for key in wanted} == wanted

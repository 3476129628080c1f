"""What a user reads when something is wrong, word by word. `make golden` rewrites the files."""

import re
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner
from pytest import MonkeyPatch, mark

from site_builder.cli import main
from small_site import CONFIG, SEEDS

GOLDEN = Path(__file__).parent / "golden"
SEED = {"seeds/lima.txt": SEEDS["seeds/lima.txt"]}

BROKEN: dict[str, dict[str, str | bytes]] = {
    "broken-front-matter": {
        **SEED,
        "content/articles/a.md": "---\ntitle: Talks: the second day\n---\n\nText.\n",
    },
    "unclosed-front-matter": {**SEED, "content/articles/a.md": "---\ntitle: Talks\n\nText.\n"},
    "unknown-front-matter-key": {
        **SEED,
        "content/articles/a.md": "---\ntitle: Talks\nsectoin: News\ndate: 24.11.19\n---\n\nA.\n",
    },
    "unknown-setting": {**SEED, "site.toml": CONFIG + 'langauge = "en"\n'},
    "broken-settings": {**SEED, "site.toml": 'title = "A\nlanguage = "en"\n'},
    "missing-settings": {},
    "unreadable-seed": {
        **SEED,
        "seeds/picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01",
    },
    "empty-seed": {**SEED, "seeds/empty.txt": b"\n \n"},
    "seed-in-no-known-format": {**SEED, "seeds/report.pdf": b"%PDF-1.7\n"},
    "mistake-in-a-template": {
        **SEED,
        "templates/404.html": "<h1>Not here</h1>\n{% if page.titel %}\n<p>Sorry</p>\n{% endif %}\n",
    },
    "template-that-does-not-parse": {
        **SEED,
        "templates/404.html": "<h1>Not here</h1>\n{% for a in b %}\n<p>Sorry</p>\n",
    },
    "two-articles-at-one-path": {
        "content/articles/a.md": "---\ntitle: One\nslug: same\n---\n\nText.\n",
        "content/articles/b.md": "---\ntitle: Two\nslug: same\n---\n\nText.\n",
    },
    "two-articles-with-one-id": {
        "content/articles/a.md": "---\ntitle: One\nid: x1\n---\n\nText.\n",
        "content/articles/b.md": "---\ntitle: Two\nid: x1\n---\n\nText.\n",
    },
    "empty-seeds": {},
    "wrong-authority-row": {
        **SEED,
        "content/places.csv": "id,name,lat\nlima,Lima,12° south\nnowhere,Nowhere,\n",
    },
    "not-utf-8": {**SEED, "content/articles/a.md": b"---\ntitle: Caf\xe9\n---\n"},
    "import-conflict": {
        **SEED,
        "content/articles/2020/lima.md": "---\ntitle: Lima\nsource: seeds/lima.txt\n---\n\nMine.\n",
    },
}


def site(folder: Path, files: dict[str, str | bytes]) -> Path:
    for path, data in {"site.toml": CONFIG, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


@mark.parametrize("name", BROKEN)
def test_a_broken_site_is_explained(
    name: str, tmp_path: Path, monkeypatch: MonkeyPatch, golden: Callable[[Path, str], None]
) -> None:
    monkeypatch.chdir(site(tmp_path, BROKEN[name]))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769850000")
    if name == "missing-settings":
        Path("site.toml").unlink()
    result = CliRunner().invoke(main, ["build"])
    shown = re.sub(r" \(\d+\.\d\d s\)", "", result.stderr + result.stdout)
    shown = shown.replace(str(tmp_path), "FOLDER")
    golden(GOLDEN / f"{name}.txt", f"{shown}[exit status {result.exit_code}]\n")

"""The memo: results of work on single articles, kept by the content that they were made from."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

# SQLite takes at least this many parameters in one statement.
_BATCH = 500


def memo_key(stage: str, code: str, *arguments: bytes) -> bytes:
    """Make the key of a result: its stage, the digest of the code, and all that went in."""
    key = blake2b(f"{stage}\0{code}\0".encode(), digest_size=16)
    for argument in arguments:
        key.update(len(argument).to_bytes(8, "big"))
        key.update(argument)
    return key.digest()


class Memo:
    """Stores of encoded results by key: one file a stage in a folder, or None for memory alone."""

    def __init__(self, folder: Path | None, whole: bool = True) -> None:
        """Use a folder; `whole` says that all is asked for of which there is still a use."""
        self._whole = whole
        self._folder = folder
        self._stores: dict[str, Store] = {}

    def store(self, stage: str) -> "Store":
        """Open the store of a stage, once."""
        if stage not in self._stores:
            folder = self._folder
            self._stores[stage] = Store(folder / f"{stage}.sqlite3" if folder else None)
        return self._stores[stage]

    def close(self) -> None:
        """Write what is new to all stores."""
        for store in self._stores.values():
            store.close(self._whole)


class Store:
    """A store of encoded results by key, in one file.

    A store that is damaged or cannot be written is begun anew or done without: it only saves time.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}
        self._base = self._open()

    def _open(self) -> sqlite3.Connection:
        if self._path is None:
            return self._prepared(sqlite3.connect(":memory:"))
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return self._connect(self._path)
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)
            return self._connect(self._path)
        except OSError:
            return self._prepared(sqlite3.connect(":memory:"))

    def _connect(self, path: Path) -> sqlite3.Connection:
        return self._prepared(sqlite3.connect(path, timeout=30))

    def _prepared(self, base: sqlite3.Connection) -> sqlite3.Connection:
        base.execute("PRAGMA synchronous = OFF")
        base.execute("PRAGMA journal_mode = MEMORY")
        base.execute("CREATE TABLE IF NOT EXISTS memo (key BLOB PRIMARY KEY, value BLOB NOT NULL)")
        return base

    def get(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Look up many keys at once; keys without a result are left out."""
        wanted = list(dict.fromkeys(keys))
        self._used.update(wanted)
        found: dict[bytes, bytes] = {}
        with closing(self._base.cursor()) as cursor:
            for start in range(0, len(wanted), _BATCH):
                batch = wanted[start : start + _BATCH]
                marks = ",".join("?" * len(batch))
                cursor.execute(f"SELECT key, value FROM memo WHERE key IN ({marks})", batch)
                found.update(cursor.fetchall())
        return found

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a result until the memo is closed, then in its file."""
        self._used.add(key)
        self._new[key] = value

    def close(self, whole: bool = True) -> None:
        """Write what is new; forget what was not asked for once that is most of the store.

        Nothing is forgotten unless the `whole` of what is of use was asked for.
        """
        with self._base:
            self._base.executemany("INSERT OR REPLACE INTO memo VALUES (?, ?)", self._new.items())
            # Counting reads the whole file, and only what was added can have made it too large.
            if whole and self._new:
                (kept,) = self._base.execute("SELECT count(*) FROM memo").fetchone()
                if kept > 1000 and kept > 4 * len(self._used):
                    self._forget()
        self._base.close()

    def _forget(self) -> None:
        self._base.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
        self._base.executemany("INSERT INTO used VALUES (?)", ((key,) for key in self._used))
        self._base.execute("DELETE FROM memo WHERE key NOT IN (SELECT key FROM used)")

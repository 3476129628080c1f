"""Bytes of unknown encoding become text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HIGH_BYTE = re.compile(rb"[\x80-\xff]+")
# Punctuation of the Chinese double-byte sets: curly quotes, dashes, ellipses between English words.
_CHINESE_PUNCTUATION = re.compile(rb"(?:[\xa1-\xa9][\xa1-\xfe])+")
_SMALL_SAMPLE = 20_000
_ALPHABETS = (
    "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1251", "koi8_r", "cp1250", "cp1253", "cp1254",
    "cp1255", "cp1256", "cp1257", "cp1252", "iso8859_5", "cp866", "tis_620",
)  # fmt: skip
_C1 = re.compile("[\x80-\x9f]")
_C1_MEANT = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
# How Python marks bytes that are no UTF-8, and what they are in Windows Latin.
_BAD_BYTES = {
    0xDC00 + code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0x100)
}
_MOJIBAKE = re.compile("[ÃÂâÐÑåæçèéïà][\x80-\xbf‘-”†-…‰‹›€™ŒœŠšŸŽžƒˆ˜]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read as, and whether some bytes did not fit that encoding."""

    text: str
    encoding: str
    damaged: bool = False


def decode(data: bytes) -> Decoded:
    """Decode bytes and name the encoding that they were taken for.

    A byte order mark decides, then UTF-16 without a mark, then valid UTF-8, then a guess: Windows
    Latin for text that is mostly ASCII, else what charset-normalizer finds among the usual
    alphabets. A few bad bytes in UTF-8 are read as Windows Latin. Raises UnicodeDecodeError where
    nothing fits.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_mark(data, encoding)
    if 0 in data and (wide := _wide(data)) is not None:
        return Decoded(data.decode(wide), wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if (text := _damaged_utf8(data)) is not None:
        return Decoded(text, "utf-8", damaged=True)
    encoding = _guess(data)
    if encoding == "cp1252":
        return Decoded(data.decode("latin-1").translate(_C1_MEANT), "windows-1252")
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding.replace("_", "-"), damaged="\ufffd" in text)


def _with_mark(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding.removesuffix("-sig"), damaged="\ufffd" in text)


def looks_wide(data: bytes) -> bool:
    """Tell whether bytes are UTF-16 or UTF-32 text, in which zero bytes are normal."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or (
        _wide(data) is not None
    )


def _wide(data: bytes) -> str | None:
    sample = data[:2000]
    if len(sample) < 8 or len(data) % 2 or 0 not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for encoding, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if 10 * many > 3 * half and 20 * few <= half:
            return encoding if _decodes(data, encoding) else None
    return None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return "\0" not in text


def _damaged_utf8(data: bytes) -> str | None:
    """Decode UTF-8 in which a few bytes are wrong, those as Windows Latin; a cut end is dropped."""
    for cut in range(1, 4):
        end = data[-cut:]
        if end[0] >= 0xC0 and all(0x80 <= byte < 0xC0 for byte in end[1:]):
            data = data[:-cut]
            break
    text = data.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= char <= "\udcff" for char in text)
    good = sum(char > "\x7f" for char in text) - bad
    if good < 3 or 4 * bad > good:
        return None
    return text.translate(_BAD_BYTES)


def _guess(data: bytes) -> str:
    high = _HIGH_BYTE.findall(data)
    total = sum(map(len, high))
    if high and all(_CHINESE_PUNCTUATION.fullmatch(run) for run in high):
        return "gb18030"
    letters = len(re.findall(rb"[A-Za-z]", data))
    if total <= 0.5 * letters and all(len(run) <= 3 for run in high):
        return _latin(data)
    return _best_alphabet(data)


# What Polish, Czech and Turkish letters become when they are read as Windows Latin.
_POLISH = re.compile("[a-z][¹³¿][a-z ]|[a-z]¹[ ,.]")
_CZECH = re.compile("ì.*ø|ø.*ì", re.DOTALL)
_TURKISH = re.compile("[ðþý].*[çü]|[çü].*[ðþý]", re.DOTALL)


def _latin(data: bytes) -> str:
    text = data.decode("cp1252", "replace")
    if _POLISH.search(text) or _CZECH.search(text):
        return "cp1250"
    return "cp1254" if _TURKISH.search(text) else "cp1252"


def _best_alphabet(data: bytes) -> str:
    from charset_normalizer import from_bytes

    sample = data[:_SMALL_SAMPLE]
    best = from_bytes(sample, cp_isolation=list(_ALPHABETS), preemptive_behaviour=False).best()
    if best is None:
        raise UnicodeDecodeError("utf-8", data, 0, 1, "no known encoding fits")
    return best.encoding


def repair(text: str) -> str:
    """Undo two common accidents: Windows punctuation left as controls, and UTF-8 read as Latin.

    The second only where the whole text can be turned back without loss and none of it was right.
    """
    if text.isascii():
        return text
    if _MOJIBAKE.search(text):
        for encode in (_as_windows, _as_latin):
            if (repaired := _turned_back(text, encode)) is not None:
                return repaired
    return text.translate(_C1_MEANT) if _C1.search(text) else text


def _turned_back(text: str, encode: Callable[[str], bytes]) -> str | None:
    try:
        repaired = encode(text).decode("utf-8")
    except UnicodeError:
        return None
    return repaired


def _as_windows(text: str) -> bytes:
    """Encode as Windows Latin, in which five bytes stand for themselves."""
    return b"".join(
        bytes([ord(char)]) if char in "\x81\x8d\x8f\x90\x9d" else char.encode("cp1252")
        for char in text
    )


def _as_latin(text: str) -> bytes:
    return text.encode("latin-1")

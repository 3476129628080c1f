"""Text files of every encoding become seeds."""

import hashlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.importers.text import read, suffixes
from site_builder.model.problem import Problem
from site_builder.model.seed import Seed

ENGLISH = "On November 24, 2019, the two met in Shizuoka.\n"
CHINESE = (
    "外交部发言人主持例行记者会。中方一直秉持客观、公正立场，按照事情是非曲直判断和处理有关问题。\n"
)


def seed_of(data: bytes) -> Seed:
    return next(found for found in read(io.BytesIO(data), "seeds/a.txt") if isinstance(found, Seed))


def problems_of(data: bytes) -> list[Problem]:
    return [found for found in read(io.BytesIO(data), "seeds/a.txt") if isinstance(found, Problem)]


def test_a_utf8_file_is_one_seed_with_the_digest_of_its_bytes() -> None:
    data = f"Home\u00a0> News\n{ENGLISH}".encode()
    found = list(read(io.BytesIO(data), "seeds/a.txt"))
    assert found == [
        Seed("seeds/a.txt", data.decode(), hashlib.sha256(data).hexdigest(), "utf-8"),
    ]


def test_text_files_end_in_txt_or_text() -> None:
    assert suffixes == (".txt", ".text")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_becomes_a_line_feed(ending: str) -> None:
    assert seed_of(f"one{ending}{ending}two{ending}".encode()).text == "one\n\ntwo\n"


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_wide_encodings_and_byte_order_marks_are_understood(encoding: str, named: str) -> None:
    seed = seed_of(ENGLISH.encode(encoding))
    assert (seed.text, seed.encoding) == (ENGLISH, named)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le maire de Genève — « c’est un début », a-t-il déclaré à l’hôtel de ville."),
        ("latin-1", "Der Bürgermeister von Köln hat am Montag die Brücke für Fußgänger eröffnet."),
        ("cp1250", "Minister spotkał się z burmistrzem Łodzi, żeby rozmawiać o współpracy miast."),
        ("cp1254", "Belediye başkanı pazartesi günü köprüyü açtı ve çocuklarla görüştü."),
        ("gb18030", CHINESE),
        ("big5", "外交部發言人主持例行記者會，中方一直秉持客觀公正立場，判斷和處理有關問題。"),
        (
            "shift_jis",
            "外務大臣は記者会見で、日本と中国の関係について述べました。知事も出席しました。",
        ),
        (
            "euc_jp",
            "外務大臣は記者会見で、日本と中国の関係について述べました。知事も出席しました。",
        ),
        ("euc_kr", "외교부 대변인은 정례 브리핑에서 한국과 일본의 관계에 대해 말했다."),
        ("koi8_r", "Министр иностранных дел встретился с губернатором в понедельник утром."),
        ("cp1251", "Министр иностранных дел встретился с губернатором в понедельник утром."),
        ("cp1253", "Ο υπουργός Εξωτερικών συναντήθηκε με τον δήμαρχο της Αθήνας τη Δευτέρα."),
        ("cp1256", "التقى وزير الخارجية مع محافظ المدينة يوم الاثنين لبحث العلاقات بين البلدين"),
    ],
)
def test_other_encodings_are_guessed(encoding: str, text: str) -> None:
    assert seed_of(text.encode(encoding)).text == text


def test_english_with_chinese_quotation_marks_is_chinese_text() -> None:
    text = "The spokesperson said “no comment” — twice.\n"
    assert seed_of(text.encode("gb18030")).text == text


def test_a_short_western_text_is_windows_latin() -> None:
    seed = seed_of("A café in Orléans".encode("cp1252"))
    assert (seed.text, seed.encoding) == ("A café in Orléans", "windows-1252")


def test_utf8_that_was_read_as_latin_is_repaired_and_reported() -> None:
    data = "The mayorâ€™s cafÃ© is open.".encode()
    assert seed_of(data).text == "The mayor’s café is open."
    (problem,) = problems_of(data)
    assert (problem.code, problem.severity) == ("seed-repaired", "note")


def test_text_that_only_looks_damaged_stays() -> None:
    text = "Â is a letter, and so are â and ã – in São Paulo, “too”."
    assert seed_of(text.encode()).text == text
    assert problems_of(text.encode()) == []


def test_windows_punctuation_left_as_controls_is_repaired() -> None:
    assert seed_of("It\x92s open\x85".encode()).text == "It’s open…"


def test_a_few_bad_bytes_in_utf8_are_read_as_latin() -> None:
    data = "Ærø, Læsø, Samsø og Fanø: ".encode() + b"caf\xe9\n"
    assert seed_of(data).text == "Ærø, Læsø, Samsø og Fanø: café\n"
    assert [problem.code for problem in problems_of(data)] == ["seed-repaired"]


def test_a_file_cut_in_the_middle_of_a_letter_is_read_without_it() -> None:
    assert seed_of(CHINESE.encode()[:-3]).text == CHINESE[:-2]


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", b"\xff\xfe"]
)
def test_an_empty_file_is_reported(data: bytes) -> None:
    (problem,) = list(read(io.BytesIO(data), "seeds/a.txt"))
    assert isinstance(problem, Problem)
    assert (problem.code, str(problem.location)) == ("seed-empty", "seeds/a.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a picture"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"PK\x03\x04\x14\x00", "a Word document"),
        (b"<!DOCTYPE html>\n<html><body>Hi</body></html>", "a web page"),
        (b"{\\rtf1\\ansi Hello}", "a rich text document"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00", "a binary file"),
        (bytes(range(256)) * 4, "a binary file"),
    ],
)
def test_a_file_that_is_no_text_is_reported_with_what_to_do(data: bytes, what: str) -> None:
    (problem,) = list(read(io.BytesIO(data), "seeds/a.txt"))
    assert isinstance(problem, Problem)
    assert problem.code == "seed-unreadable"
    assert what in problem.message
    assert problem.hint


@settings(deadline=None, max_examples=200)
@given(st.text(min_size=1, max_size=200).filter(lambda text: text.strip(" \t\r\n\x0c\ufeff\0")))
def test_utf8_text_comes_back_whole_unless_it_is_binary(text: str) -> None:
    found = list(read(io.BytesIO(text.encode()), "seeds/a.txt"))
    if isinstance(found[-1], Seed) and len(found) == 1:
        assert found[-1].text == text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=120))
def test_no_bytes_at_all_make_the_importer_raise(data: bytes) -> None:
    found = list(read(io.BytesIO(data), "seeds/a.txt"))
    assert found
    assert sum(isinstance(one, Seed) for one in found) <= 1


def test_a_second_byte_order_mark_is_dropped_too() -> None:
    assert seed_of(b"\xef\xbb\xbf\xef\xbb\xbfOne").text == "One"

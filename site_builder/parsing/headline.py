"""Headlines: which lines can be one, which line is the title, and a title where there is none."""

import re
from collections.abc import Sequence

from site_builder.model.slug import fold
from site_builder.parsing.boilerplate import site_suffix
from site_builder.parsing.lines import SENTENCE_END, is_cjk, word_count

_LONGEST_HEADLINE = 300
_LONGEST_SENTENCE_END = 12
_LONGEST_CJK_HEADLINE = 90
_LONGEST_MADE_TITLE = 90
_ABBREVIATION_END = re.compile(
    r"(?:\b[A-Za-z]\.|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|Bros|St|No|vs|etc|Ph\.D|Esq)\.)[\"'”’)]*$"
)
_ABBREVIATED = (
    "dr mr mrs ms mx gen sen sens rep reps gov lt col sgt maj capt cmdr adm prof rev hon fr "
    "st ste mt ft jr sr no nos vs inc co corp ltd bros art sec fig approx dept est jan feb "
    "mar apr jun jul aug sep sept oct nov dec e.g i.e cf pp vol ed eds al mme mlle bzw z.b "
    "d.h etc ave "
)
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_STOP = re.compile(
    r"(?P<word>[\w.]*)(?P<stop>[)”’\"%]*[.!?][”’\")]*)(?= [A-Z0-9“‘\"(À-Þ])|"
    r"(?P<cjk>[。！？][”’」』）]*)(?=.)"
)
_QUESTION = re.compile(
    r"(?:Q(?:uestion)?|A(?:nswer)?|问|答|記者|记者|主持人)(?: ?\d+)?\s*[:：.]|Q&A:|"
    r"Q(?=\s{1,4}[A-Z“])"
)
_SALUTATION = re.compile(
    r"(?:dear|to the|to all|madam|mr\.?|ladies and gentlemen|excellenc|distinguished|"
    r"my fellow|sehr geehrte|madame|monsieur|señor|estimad|尊敬的|各位)\b.*[:,：，]$",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"(?:[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}|"
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})\s?[:：]\s+\S"
)
_TIME_OF_DAY = re.compile(
    r"\(?(?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})? ?(?:[AaPp]\.? ?[Mm]\.?)?(?: ?\(?[A-Z]{2,5}\)?)?\)?"
)
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_NOT_WORD = re.compile(r"[\W_]+")
_CHINESE_SITE = re.compile(
    r"\s*[—–_|-]{1,2}\s*[\u4e00-\u9fff·]{1,16}(?:部|网|網|报|報|社|政府|电视台|電視台|日报|委员会|"
    r"办公室|频道|中心|局|厅|院)$"
)
_SUFFIX_SIGN = re.compile(r"^\s*[|–—_:-]{1,2}\s*\S|^\s*\(")


def key(text: str) -> str:
    """Reduce a line to what makes two prints of one title equal."""
    plain = text.replace("’", "").replace("'", "").replace("&", " and ")
    folded = plain.lower() if plain.isascii() else fold(plain)
    return _NOT_WORD.sub(" ", folded).strip()


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does, and not with an abbreviation such as `U.S.`."""
    start = max(0, len(line) - _LONGEST_SENTENCE_END)
    if not SENTENCE_END.search(line, start):
        return False
    return line[-1] != "." or not _ABBREVIATION_END.search(line, start)


def first_sentence_end(text: str) -> int:
    """Return where the first sentence of a text ends if another one follows, else -1.

    A stop after an initial or a common abbreviation ends no sentence.
    """
    for match in _STOP.finditer(text):
        if match["cjk"]:
            return match.end()
        word = match["word"]
        if match["stop"][0] != "." or (
            len(word) > 1 and word.lower() not in _ABBREVIATIONS and not _DOTTED.fullmatch(word)
        ):
            return match.end()
    return -1


def opens_body(line: str) -> bool:
    """Tell whether a line can only belong to the text: a question, a salutation, a time of day."""
    found = _QUESTION.match(line) or _SALUTATION.match(line) or _TIME_OF_DAY.fullmatch(line)
    return found is not None


def is_speech(line: str) -> bool:
    """Tell whether a line gives a speaker's words, such as `THE PRESIDENT: Thank you.`"""
    if _QUESTION.match(line):
        return True
    return _SPEAKER.match(line) is not None and ends_sentence(line)


def is_prose(line: str) -> bool:
    """Tell whether a line is a sentence or more, which no headline is."""
    if len(line) > _LONGEST_HEADLINE:
        return True
    if is_cjk(line):
        return "。" in line or len(line) > _LONGEST_CJK_HEADLINE or line[-1] in "；;，,："
    if line[-1] in ",;":
        return True
    if line[-1] == ":":
        return word_count(line) > 12
    if ends_sentence(line):
        return not (line[-1] in "?!？！" and word_count(line) <= 20)
    return len(line) > 150 and first_sentence_end(line) > 0


def could_be_headline_with_stop(line: str, below: str) -> bool:
    """Tell whether a first line is a headline although it ends with a full stop.

    It is one short sentence, and the line below is longer prose.
    """
    return (
        len(line) <= 100
        and ends_sentence(line)
        and not is_cjk(line)
        and first_sentence_end(line) < 0
        and len(below) >= 1.5 * len(line)
        and is_prose(below)
    )


def choose_title(
    candidates: Sequence[tuple[int, str]],
    *,
    crumb: int,
    last_element: str,
    repeated: frozenset[str],
    name: str,
) -> int:
    """Choose the line that is the title; returns its place among the candidates, which exist.

    In this order: the line that the head of the page prints twice; the one that the file's name
    spells; the one that ends the breadcrumb; the one after the breadcrumb (at the line `crumb`, -1
    for none), if nothing before it was as good; the first one that the source does not repeat.
    """
    keys = [key(text) for _, text in candidates]
    for place, own in enumerate(keys):
        if own and own in keys[place + 1 :]:
            return place
    for place, own in enumerate(keys):
        if len(own) >= 12 and _spelled_by(name, own):
            return place
    cut = key(last_element)
    for place, own in enumerate(keys):
        if len(cut) >= 12 and own.startswith(cut):
            return place
    fresh = [place for place, (_, text) in enumerate(candidates) if text not in repeated]
    if crumb >= 0 and fresh:
        after = [place for place in fresh if candidates[place][0] > crumb]
        if after and after[0] == _first_after(candidates, crumb):
            found = candidates[after[0]][1]
            if word_count(found) >= 4 or not any(candidates[place][0] < crumb for place in fresh):
                return after[0]
    return fresh[0] if fresh else 0


def _first_after(candidates: Sequence[tuple[int, str]], line: int) -> int:
    return next(place for place, (number, _) in enumerate(candidates) if number > line)


def _spelled_by(name: str, own: str) -> bool:
    own = own.replace(" ", "-")
    shared = min(len(own), len(name))
    return shared >= 12 and own[:shared] == name[:shared]


def fold_doubled(title: str) -> str:
    """Cut a title that one line prints twice, the second time perhaps cut short."""
    again = title.find(title[:16], 16) if len(title) >= 32 else -1
    if again > 0 and title.startswith(title[again:].strip()):
        return title[:again].rstrip(" -–—|:")
    return title


def cut_site(title: str, others: Sequence[str], repeated: frozenset[str]) -> str:
    """Cut the name of the site from a title: `Title | Site`, `Title — Site`.

    After a bar always; after a dash where another line prints the title without it, where the
    source repeats that end, or where it names a Chinese office, paper or site.
    """
    own = title.casefold()
    for other in others:
        longer = 8 <= len(other) < len(title) and own.startswith(other.casefold())
        if longer and _SUFFIX_SIGN.match(title[len(other) :]):
            return title[: len(other)].rstrip()
    suffix = site_suffix(title)
    if not suffix:
        return title
    head = title[: -len(suffix)].rstrip()
    bar = suffix[0] == "|" and word_count(head) >= 3 and word_count(suffix) <= 7
    if bar or suffix in repeated or _CHINESE_SITE.search(title):
        return head
    return title


def title_from_text(text: str) -> str:
    """Make a title of the first sentence of a text, cut between words where it is too long."""
    line = " ".join(text.split())
    end = first_sentence_end(line[:500])
    title = line[:end] if end > 0 else line
    longest = _LONGEST_MADE_TITLE // 2 if is_cjk(title) else _LONGEST_MADE_TITLE
    if len(title) > longest:
        cut = title[: longest + 1]
        cut = cut[:longest] if is_cjk(title) else (cut.rpartition(" ")[0] or cut[:longest])
        return cut.rstrip(" ,;:，；：、-–—") + "…"
    return title if _ABBREVIATION_END.search(title) else title.rstrip(".。 ") or title


def resembles(title: str, line: str) -> bool:
    """Tell whether a line could be the title of a sister page: the same words or the same opening.

    Numbers do not count.
    """
    own, other = _skeleton(title), _skeleton(line)
    if is_cjk(line):
        own_text, other_text = "".join(own), "".join(other)
        return len(other_text) >= 8 and (
            own_text[:6] == other_text[:6] or own_text[-6:] == other_text[-6:]
        )
    if len(other) < 4 or len(own) < 4:
        return False
    if own[:3] == other[:3]:
        return True
    shared = set(own) & set(other)
    return 2 * len(shared) > len(set(own) | set(other))


def _skeleton(text: str) -> list[str]:
    return [word for word in key(re.sub(r"\d+", " ", text)).split() if word]

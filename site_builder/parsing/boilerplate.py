"""Lines of a page that are not of the article: controls, menus, footers."""

import re
from collections import Counter
from collections.abc import Iterable

from site_builder.parsing.lines import SENTENCE_END, normalise, tidy, word_count
from site_builder.parsing.markup import clean_markup

_FEWEST_TEXTS = 5
_SMALLEST_SHARE = 0.03


def lines_of(text: str) -> frozenset[str]:
    """List the lines of one text as `parse` compares them with `repeated`.

    The end of a line that could be the name of a site ("— The Gazette") is listed, too, with its
    dash or bar in front.
    """
    lines = {tidy(line) for line in clean_markup(normalise(text))[0].split("\n")}
    lines.discard("")
    suffixes = {suffix for line in lines if len(line) <= 300 and (suffix := site_suffix(line))}
    return frozenset(lines | suffixes)


def repeated_lines(texts: Iterable[str]) -> frozenset[str]:
    """Find the lines that a source prints on many of its pages.

    Those are the lines of at least 3 % of the texts and of at least 5 texts.
    """
    count: Counter[str] = Counter()
    total = 0
    for text in texts:
        count.update(lines_of(text))
        total += 1
    fewest = max(_FEWEST_TEXTS, _SMALLEST_SHARE * total)
    return frozenset(line for line, number in count.items() if number >= fewest)


_SITE_SUFFIX = re.compile(r"^.{4,}?(?: +([|–—-] +[^|–—]{2,60})|([_|][^_|]{2,60}))$")


def site_suffix(line: str) -> str:
    """Return the end of a title that could name its site, with the sign before it, or nothing."""
    match = _SITE_SUFFIX.match(line)
    return (match[1] or match[2]) if match else ""


# Whole lines that are page furniture wherever they stand.
_ANYWHERE = re.compile(
    r"(?:advertisement|advertisements|anzeige|publicité|publicidad|"
    r"(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement|promotion))?|"
    r"skip (?:past newsletter promotion|advertisement|to (?:main )?content)|"
    r"after newsletter promotion|"
    r"[-_=*#~•·—– ]{3,})",
    re.IGNORECASE,
)

# Whole lines that are page furniture before and after the text.
_CONTROL = re.compile(
    r"(?:share(?: (?:this|on|via|to|with)(?: \w+){0,4})?|"
    r"print(?: (?:this|the|version|page|article|story|friendly)(?: \w+){0,2})?|"
    r"e-?mail(?: (?:this|to)(?: \w+){0,4})?|"
    r"(?:suggest|send|recommend|tell|forward|e-?mail)(?: this| it)?(?: page| article| story)?"
    r"(?: to)? a friend|"
    r"(?:go )?back(?: to)?(?: the)?(?: top| list| index| home ?page| home| news(?: \w+)?)?|"
    r"(?:go to )?top(?: of (?:the )?page)?|previous|next|close(?: window)?|more|menu|search|home|"
    r"(?:next|previous) (?:article|story|post|page)|"
    r"(?:read|see|show|load|view|learn) (?:more|all|full (?:story|article))|continue reading|"
    r"(?:leave a |post a |add a |view |\d+ )?comments?(?: \(\d+\))?|\d+ (?:shares?|views?|likes?)|"
    r"follow us(?: on \w+)?|subscribe(?: now)?|log ?in|sign (?:in|up)|register|download(?: pdf)?|"
    r"save(?: (?:this )?(?:article|story))?|bookmark(?: this page)?|listen(?: to this article)?|"
    r"(?:font|text) size.{0,20}|a ?[-+](?: a ?[-+])*|(?:facebook|twitter|x|whatsapp|linkedin|"
    r"reddit|telegram|pinterest|instagram|youtube|weibo|wechat|copy link|email|print|share|"
    r"[/|,· ])+|"
    r"all rights reserved|terms of (?:use|service)|privacy policy|cookie (?:policy|settings)|"
    r"site ?map|contact(?: us)?|about us|page \d+ (?:of|/) \d+|"
    r"\d+ min(?:ute)?s?(?: read)?|enditem|"
    r"(?:press|news|media) release|for immediate release|for release|breaking(?: news)?|"
    r"from (?:the|our) (?:wires?|archives?|files)(?:[,:]? \d+ years? ago)?|"
    r"ends?|end of (?:text|document)|[-–—] ?(?:30|ends?) ?[-–—]|#ends|\(ends?\)|"
    r"imprimer|partager|haut de (?:la )?page|retour|drucken|teilen|nach oben|zurück|"
    r"imprimir|compartir|volver(?: arriba)?|voltar|compartilhar|stampa|condividi|"
    r"(?:分享|打印|收藏|关闭|返回|纠错|字体|字号|复制链接|返回顶部|返回首页|返回列表|关闭窗口|"
    r"打印本页|分享到|"
    r"印刷|共有|シェアする|ページトップへ|トップへ戻る|印刷する|인쇄|공유|목록)(?:[\s|：:]|分享|"
    r"打印|关闭|大|中|小)*|"
    r"печать|поделиться|наверх)[ .:…»›>→↑]*",
    re.IGNORECASE,
)

# Beginnings of furniture that stands after the text only.
_FOOTER = re.compile(
    r"(?:contact us\b|copyright\b|\(c\) ?\d{4}|© ?|all rights reserved|sign up (?:for|to) (?:our|"
    r"the)|"
    r"subscribe to (?:our|the)|follow us\b|like us on|join us on|find us on|connect with us|"
    r"share this\b|print this\b|email this\b|read more\b|read also\b|also read\b|see also\b|"
    r"click here\b|learn more (?:about|at)\b|for more (?:news|stories)\b|"
    r"get (?:our|the) (?:latest|newsletter|app)|download (?:our|the) app|"
    r"this (?:website|site) uses cookies|we use cookies|powered by|"
    r"(?:editor|editing|reporting|web editor|responsible editor)(?: by)?: |"
    r"filed under|tagged(?: with| as)?\b|tags: |keywords: |topics: |categories: |posted in |"
    r"our standards: |view (?:original|source)\b|"
    r"à lire aussi|lire aussi|mehr zum thema|lesen sie auch|leer más|lea también|leggi anche|"
    r"leia também|tous droits réservés|alle rechte vorbehalten|todos los derechos|"
    r"tutti i diritti riservati|"
    r"联系我们|版权所有|责任编辑|责编|编辑[：:]|网站(?:声明|标识码|地图)|京ICP备|扫一扫|上一篇|"
    r"下一篇|相关链接|"
    r"著作権|お問い合わせ|저작권|무단 ?전재|все права защищены)",
    re.IGNORECASE,
)
_FOOTER_ANYWHERE = re.compile(
    r"all rights reserved|©|\bICP\b.{0,3}\d|公网安备|版权所有|无断転載|無断転載", re.IGNORECASE
)
_LONGEST_FOOTER = 400

_RELATED = re.compile(
    r"(?:related|more|other|latest|recent|recommended|most (?:read|popular|viewed))"
    r"(?: (?:articles?|stories|story|news|links?|topics?|content|posts?|coverage|headlines|"
    r"press releases|from .{2,40}|on this (?:story|topic)|like this))+|"
    r"(?:you (?:may|might) also (?:like|be interested in)|read (?:more|next|also)|see also|"
    r"recommended for you|what to read next|don['’]t miss|"
    r"相关(?:新闻|阅读|链接|报道|文章)|推荐阅读|延伸阅读|関連記事|관련 ?기사|"
    r"(?:à lire aussi|sur le même sujet|mehr zum thema|noticias relacionadas|articoli correlati))",
    re.IGNORECASE,
)

_CONTROL_WORD = re.compile(
    r"\b(?:print|share|e-?mail|friend|close|back|top|font|text size|comment|subscribe|download|"
    r"video|home|menu|bookmark|save|tweet|facebook|twitter|next|previous|search|click|photos?|"
    r"large|medium|small|full text|read more|enlarge|play|listen|drucken|imprimer|imprimir|"
    r"stampa)\b|打印|关闭|分享|字体|字号|返回|收藏",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"(?:(?:\[[^\[\]]{1,60}\]|【[^【】]{1,40}】|\{[^{}]{1,40}\})\s*)+")
# A control such as <Suggest To A Friend>, but not what is or looks like a tag of HTML.
_ANGLED_ONE = r"<(?![A-Z]{1,2}\d?>|[A-Z]{3,10}>)(?=[^\Wa-z\d_])[^<>=/\"'();]{2,60}>"
_ANGLED = re.compile(rf"{_ANGLED_ONE}(?:\s*{_ANGLED_ONE})*")

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_MENU_WORD = re.compile(
    r"(?:home(?: ?page)?|about(?: us)?|contacts?(?: us)?|news(?:room)?|careers?|jobs|log ?in|"
    r"sign (?:in|up)|search|site ?map|help|faqs?|privacy(?: policy)?|terms(?: of use)?|rss|blog|"
    r"shop|subscribe|menu|media|events?|english|français|español|deutsch|中文|русский|العربية|"
    r"world|politics|business|sports?|opinion|culture|science|health|technology|tech|travel|"
    r"(?:\w+ )?news|video|photos?|weather|archives?|accessibility|copyright|disclaimer|press|"
    r"publications|"
    r"services|products|support|newsletter|"
    r"首页|新闻|关于我们|联系我们|网站地图|繁體|简体|专题|视频|图片|登录|注册|ホーム|ニュース|"
    r"お問い合わせ)",
    re.IGNORECASE,
)
_MENU_SPLIT = re.compile(r"\s*[|·•│｜]\s*")
_CONTACT = re.compile(r"@|https?://|www\.|\(\d{3}\)|\btel\b|\bfax\b|©", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:(?:yours )?(?:sincerely|respectfully|faithfully|truly)|(?:best|kind|warm) regards|"
    r"(?:[A-Z][A-Z.'’-]*,? ){1,4}[A-Z][A-Z.'’-]+)[,.]?"
)


def is_furniture_anywhere(line: str) -> bool:
    """Tell whether a line is no text even in the middle of an article: a rule, "Advertisement"."""
    if len(line) > 100:
        return False
    if _ANYWHERE.fullmatch(line):
        return True
    return _BRACKETED.fullmatch(line) is not None and _CONTROL_WORD.search(line) is not None


def is_menu(line: str) -> bool:
    """Tell whether a line is a row of links such as `Home | About | Contact`."""
    if len(line) > 300:
        return False
    parts = [part for part in _MENU_SPLIT.split(line) if part]
    known = sum(_MENU_WORD.fullmatch(part) is not None for part in parts)
    return len(parts) >= 3 and known >= 2 and 2 * known >= len(parts)


def is_menu_word(line: str) -> bool:
    """Tell whether a line is one entry of a menu, which might also be a very short title."""
    return len(line) <= 40 and _MENU_WORD.fullmatch(line) is not None


def is_control(line: str) -> bool:
    """Tell whether a line at the edge of a text is a page control or a menu, as a whole."""
    if len(line) > 300:
        return False
    if not _LETTER_OR_DIGIT.search(line):
        return "…" not in line and "..." not in line
    if len(line) <= 120 and (_CONTROL.fullmatch(line) or _ANGLED.fullmatch(line)):
        return True
    return is_furniture_anywhere(line) or is_menu(line)


def is_footer(line: str, repeated: frozenset[str]) -> bool:
    """Tell whether a line after the text belongs to the page.

    A line that the source repeats does, unless it is a sentence or signs a letter.
    """
    if is_control(line):
        return True
    if len(line) <= _LONGEST_FOOTER and (_FOOTER.match(line) or _FOOTER_ANYWHERE.search(line)):
        return True
    return line in repeated and not _SIGNED.fullmatch(line) and not _is_sentence(line)


def is_related_header(line: str) -> bool:
    """Tell whether a line opens a list of other articles."""
    return len(line) <= 80 and _RELATED.fullmatch(line.rstrip(" :：»›>")) is not None


def _is_sentence(line: str) -> bool:
    if _CONTACT.search(line):
        return False
    return (SENTENCE_END.search(line) is not None or line[-1] in ":：") and word_count(line) >= 4

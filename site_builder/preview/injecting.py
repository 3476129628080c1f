"""Making a served page reload itself: the script is added on the fly, never to the file."""

import re
from html import escape, unescape
from urllib.parse import urlencode

SCRIPT = "/livereload.js"
VERSION = "/livereload-version"

_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_POLICY = re.compile(
    r"""<meta\b(?=[^>]*http-equiv=["']?content-security-policy)[^>]*?"""
    r"""\bcontent=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')[^>]*>""",
    re.IGNORECASE,
)
# What livereload.js needs where a page has a policy.
_NEEDED = {"script-src": "'self'", "connect-src": "'self' ws: wss:", "style-src": "'self'"}

# A build can end between the loading of a page and the connection of its script. When connected,
# and when connected again to a preview that was started anew, the page asks whether it is current.
_CATCH_UP = """
;(function (script) {
  var mine = new URL(script.src).searchParams.get("version");
  document.addEventListener("LiveReloadConnect", function () {
    fetch("VERSION", { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(function (now) { if (now !== mine) { location.reload(); } })
      .catch(function () {});
  });
})(document.currentScript);
""".replace("VERSION", VERSION)


def live_script(livereload: bytes) -> bytes:
    """Return the script that pages load: that of livereload, and a check for missed reloads."""
    return _CATCH_UP.encode() + livereload


def with_live_reload(html: str, host: str, version: str) -> str:
    """Add the script to a page, and allow it in the page's content security policy.

    `host` is the one that the browser asked, with its port; `version` is that of the showing.
    """
    name, _, port = host.rpartition(":") if re.search(r":\d+$", host) else (host, "", "80")
    settings = {"host": name, "port": port, "mindelay": 300, "maxdelay": 2000, "version": version}
    source = escape(f"{SCRIPT}?{urlencode(settings, safe='[]:')}", quote=True)
    tag = f'<script src="{source}" defer></script>'
    html = _POLICY.sub(_allowed, html)
    end = _HEAD_END.search(html)
    at = end.start() if end else 0 if not html.lstrip().startswith("<!") else html.index(">") + 1
    return html[:at] + tag + html[at:]


def _allowed(match: re.Match[str]) -> str:
    group = "double" if match["double"] is not None else "single"
    policy = escape(_policy(unescape(match[group])), quote=True)
    start, end = match.start(group) - match.start(), match.end(group) - match.start()
    return match[0][:start] + policy + match[0][end:]


def _policy(text: str) -> str:
    rules: dict[str, list[str]] = {}
    for part in text.split(";"):
        words = part.split()
        if words:
            rules.setdefault(words[0].lower(), words[1:])
    for name, needed in _NEEDED.items():
        if name in rules or "default-src" in rules:
            allowed = rules.get(name, rules.get("default-src", []))
            kept = [word for word in allowed if word != "'none'"]
            rules[name] = [*kept, *(word for word in needed.split() if word not in kept)]
    return "; ".join(" ".join((name, *words)) for name, words in rules.items())

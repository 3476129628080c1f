"""The page that a browser shows while the site cannot be built."""

import re
from collections.abc import Callable, Sequence
from html import escape

from site_builder.model.problem import Problem

Source = Callable[[str], str | None]
"""Reads a project file by the path that messages show; None where it cannot be read."""

_AROUND = 3
_STYLE = """\
:root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fdfcfa; --quiet: #595959;
  --box: #f1efea; --mark: #a3180e; --marked: #f9dcd8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e3; --paper: #16171a; --quiet: #a5a5a5; --box: #222428; --mark: #ff9d91;
    --marked: #4a1f1b; }
}
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; color: var(--mark); }
.lead { margin: 0 0 2rem; color: var(--quiet); }
article { border-top: 3px solid var(--mark); padding: 1rem 0 1.5rem; }
h2 { font-size: 1.15rem; margin: 0 0 .35rem; overflow-wrap: anywhere; }
.where { margin: 0; font-family: ui-monospace, monospace; font-size: .95rem;
  overflow-wrap: anywhere; }
code { font: .95em ui-monospace, monospace; }
.code { color: var(--quiet); }
pre { background: var(--box); padding: .75rem 0; overflow-x: auto; border-radius: 4px;
  font: .9rem/1.5 ui-monospace, monospace; }
pre > * { display: block; padding: 0 .9rem; min-width: max-content; }
pre mark { background: var(--marked); color: inherit; }
pre .line { color: var(--quiet); display: inline; padding: 0 1rem 0 0; user-select: none; }
"""


def error_page(problems: Sequence[Problem], source: Source) -> str:
    """Write the page that explains why the last build failed; it needs no other file."""
    count = f"{len(problems)} problems" if len(problems) != 1 else "1 problem"
    items = "\n".join(_item(problem, source) for problem in problems)
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The site cannot be built: {count}</title>
<style>
{_STYLE}</style>
</head>
<body>
<main>
<h1>The site cannot be built: {count}</h1>
<p class="lead">Mend this and save the file: the page that was here comes back by itself.</p>
{items}
</main>
</body>
</html>
"""


def _item(problem: Problem, source: Source) -> str:
    place = problem.location
    where = f'<span class="place">{escape(str(place))}</span> ' if place else ""
    parts = [
        f"<h2>{_said(problem.message)}</h2>",
        f'<p class="where">{where}<span class="code">[{escape(problem.code)}]</span></p>',
    ]
    if place and place.line and (text := source(place.path)) is not None:
        parts.append(_excerpt(text, place.line))
    if problem.hint:
        parts.append(f'<p class="hint">{_said(problem.hint)}</p>')
    return "<article>\n" + "\n".join(parts) + "\n</article>"


def _said(text: str) -> str:
    """Show what stands between backquotes as code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", escape(text))


def _excerpt(text: str, line: int) -> str:
    lines = text.replace("\r\n", "\n").split("\n")
    first, last = max(line - _AROUND, 1), min(line + _AROUND, len(lines))
    shown = []
    for number in range(first, last + 1):
        row = f'<span class="line">{number:>{len(str(last))}}</span>{escape(lines[number - 1])}'
        shown.append(f"<mark>{row}</mark>" if number == line else f"<span>{row}</span>")
    return f'<pre tabindex="0">{"".join(shown)}</pre>' if shown else ""

"""Writes the pages of docs/reference/ that repeat what the code says: commands and settings."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from site_builder.cli import main as site_builder
from site_builder.content.config_file import KEYS

REFERENCE = Path(__file__).parent / "reference"
MADE_BY = "<!-- Written by `make docs` from the code. Change it there. -->\n"

COMMANDS = """\
# Commands

`site-builder COMMAND [OPTIONS]`, also as `python -m site_builder COMMAND [OPTIONS]`.

The exit status is 0 when all went well, 1 when a build or an import failed, and 2 when a command
was used wrongly. A build fails on errors; with `--strict` on warnings, too. Colour is left out in a
pipe and where `NO_COLOR` is set. `SOURCE_DATE_EPOCH` sets the day that counts as today: the date
that import notes, and the last day that is not in the future.
"""

SETTINGS = """\
# Settings: `site.toml`

One file at the top of the site, in [TOML](https://toml.io/). Every key is optional. A key that does
not exist is reported, with the one that was probably meant. The folder of this file is the site;
all paths are below it.

A key with a dot stands in a table: `latest` in `[home]`. Tables come after all keys without a dot.

```toml
title = "Harbour news"
base_url = "https://news.example.org/"

[home]
latest = 20
```

| key | type | default | meaning |
|---|---|---|---|
"""

TYPES = {str: "text", int: "whole number", list: "list of texts"}


def commands() -> str:
    """Write the reference of all commands and options, from their help."""
    context = click.Context(site_builder, info_name="site-builder", **site_builder.context_settings)
    parts = [MADE_BY + COMMANDS]
    parts += [
        _command(site_builder.commands[name], context)
        for name in site_builder.list_commands(context)
    ]
    parts.append("## Without a command, and with each\n\n" + _options(site_builder, context))
    return "\n".join(parts)


def _command(command: click.Command, parent: click.Context) -> str:
    context = click.Context(command, parent, info_name=command.name)
    usage = " ".join(command.get_usage(context).removeprefix("Usage: ").split())
    text = "\n\n".join(
        " ".join(paragraph.split()) for paragraph in (command.help or "").split("\n\n")
    )
    parts = (f"## {command.name}", f"```\n{usage}\n```", text, _options(command, context))
    return "\n\n".join(parts).rstrip() + "\n"


def _options(command: click.Command, context: click.Context) -> str:
    rows = "\n".join(_option_rows(command, context))
    return f"| option | meaning |\n|---|---|\n{rows}\n" if rows else ""


def _option_rows(command: click.Command, context: click.Context) -> Iterator[str]:
    top = context.parent is None
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if isinstance(option, click.Option) and record and (top or "--help" not in option.opts):
            names, meaning = record
            yield f"| `{names}` | {_cell(meaning)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def settings() -> str:
    """Write the reference of all keys of `site.toml`."""
    rows = (
        f"| `{key.name}` | {TYPES[key.type]} | {_default(key.default)} | {_cell(key.meaning)} |\n"
        for key in KEYS
    )
    return MADE_BY + SETTINGS + "".join(rows)


def _default(value: str | int | tuple[str, ...]) -> str:
    """Write a value as TOML does; nothing for an empty one."""
    if value in ("", ()):
        return ""
    shown = list(value) if isinstance(value, tuple) else value
    return f"`{json.dumps(shown, ensure_ascii=False)}`"


def pages() -> dict[Path, str]:
    """Make every generated page, by its file."""
    return {REFERENCE / "commands.md": commands(), REFERENCE / "config.md": settings()}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, "utf-8")
        sys.stdout.write(f"wrote {path.relative_to(Path.cwd())}\n")

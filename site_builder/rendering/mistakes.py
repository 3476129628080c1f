"""Mistakes in templates, in words: which file, which line, what to do."""

import traceback
from difflib import get_close_matches

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from site_builder.model.problem import Location, Problem
from site_builder.rendering.environment import FILE_PREFIX
from site_builder.rendering.theme import Theme

_FIELDS = "`site-builder explain ADDRESS` lists what the template of a page can show."


def explain(error: Exception, template: str, theme: Theme) -> Problem:
    """Turn what went wrong while rendering with a template into a problem with its file and line.

    The place is the innermost template at work: the one with the mistake in it, be it one that the
    page's own template extends or includes.
    """
    message, hint = _words(error, theme)
    return Problem("template-error", message, _place(error, template, theme), hint, "error")


def _words(error: Exception, theme: Theme) -> tuple[str, str]:
    match error:
        case TemplateNotFound():
            name = str(error.name)
            paths = sorted({path for layer in theme.layers for path in layer.templates})
            near = get_close_matches(name.rpartition(":")[2], paths, 1)
            advice = f"Did you mean `{near[0]}`?" if near else "Check its name."
            return f"There is no template `{name}`.", advice
        case TemplateSyntaxError():
            return (
                _sentence(f"This template cannot be read: {error.message}"),
                _advice(error.message or "", theme),
            )
        case UndefinedError():
            return _sentence(error.message or str(error)), _FIELDS
        case RecursionError():
            return (
                "These templates extend or include each other in a circle.",
                "Take one of the `extends` or `include` tags out.",
            )
        case _:
            said = str(error) or type(error).__name__
            return _sentence(f"This line of the template failed: {said}"), "Correct this line."


def _advice(message: str, theme: Theme) -> str:
    if message.startswith("No filter named"):
        return f"Beside the filters of Jinja there are: {', '.join(sorted(theme.filters))}."
    if "Unexpected end of template" in message:
        return "A block that was opened is not closed before the end of the file."
    return "Correct this line, or the one before it."


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _place(error: Exception, template: str, theme: Theme) -> Location | None:
    file, line = "", None
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or "", error.lineno
    else:
        for frame, at in traceback.walk_tb(error.__traceback__):
            if frame.f_code.co_filename.startswith(FILE_PREFIX):
                file, line = frame.f_code.co_filename, at
    if file.startswith(FILE_PREFIX):
        return Location(theme.shown(file.removeprefix(FILE_PREFIX)), line)
    own = theme.resolve(template)
    return Location(theme.shown(own)) if own else None

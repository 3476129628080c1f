"""A page and a theme become bytes."""

from site_builder.model.page import Output, Page, output_path
from site_builder.model.problem import Problem
from site_builder.rendering.theme import Theme


class RenderError(Exception):
    """A page could not be rendered; `problem` says why, with the template's file and line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def render(page: Page, theme: Theme) -> Output:
    """Render a page: equal pages and themes give equal bytes, in UTF-8, ended by a line feed.

    A template sees the view as `page` and the page's address as `url`. Raises RenderError.
    """
    try:
        template = theme.template(page.template)
        theme.links.turn_to(page)
        text = template.render(page=page.view, url=page.url)
    except Exception as error:
        from site_builder.rendering.mistakes import explain

        raise RenderError(explain(error, page.template, theme)) from error
    if not text.endswith("\n"):
        text += "\n"
    return Output(output_path(page.url), text.encode("utf-8", "replace"))

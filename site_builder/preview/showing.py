"""What the preview shows: the site as it is in `output/`, or what is wrong with it."""

from dataclasses import dataclass, field

from site_builder.build import BuildReport
from site_builder.model.problem import Problem

EVERYTHING = "*"
"""The path that tells browsers to load their page again, whatever it is."""


@dataclass(slots=True)
class Showing:
    """The state of a preview; `version` changes with everything that a browser would see change.

    `problems` are those that made the last build fail, and none where it did not fail. `start`
    tells one run of the preview from the next.
    """

    start: str = ""
    problems: tuple[Problem, ...] = ()
    builds: int = field(default=0)

    @property
    def version(self) -> str:
        """Name the state that pages are served in."""
        return f"{self.start}-{self.builds}"

    def take(self, report: BuildReport) -> tuple[str, ...]:
        """Take in what a build did; returns what browsers are to load again.

        That is `EVERYTHING`, or the style sheets where nothing else changed, or nothing.
        """
        before, self.problems = self.problems, fatal_problems(report)
        changed = (*report.written, *report.removed)
        if not changed and before == self.problems:
            return ()
        self.builds += 1
        if not before and not self.problems and all(path.endswith(".css") for path in changed):
            return changed
        return (EVERYTHING,)


def fatal_problems(report: BuildReport) -> tuple[Problem, ...]:
    """List the problems that made a build fail, none twice."""
    fatal = ("error", "warning") if report.strict else ("error",)
    return tuple(dict.fromkeys(p for p in report.problems if p.severity in fatal))

"""What to render, what to keep, what to remove, and why."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from site_builder.incremental.fingerprint import Fingerprint, changed_fields
from site_builder.incremental.manifest import Manifest
from site_builder.incremental.reasons import (
    CodeChanged,
    Forced,
    NeverBuilt,
    OutputChanged,
    OutputMissing,
    Reason,
    TemplateChanged,
    ViewChanged,
)
from site_builder.model.page import Written

Templates = Mapping[str, Mapping[str, str]]
"""For each template, the digest of every file that it is made of, by name."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Decides page by page: compares what is wanted with the last build, and with its files.

    `templates` and `code` are as in a manifest, as they are now.
    """

    manifest: Manifest
    templates: Templates
    code: str
    force: bool = False

    def reasons(
        self, path: str, made: Fingerprint, fields: tuple[str, ...], there: Written | None
    ) -> tuple[Reason, ...]:
        """Say why a page is to be rendered; there is no reason where it is to be kept.

        `fields` are the names in its view. `there` is its file, None where there is none; for a
        page that the last build did not have it is not looked at.
        """
        reasons = self._reasons(path, made, fields, there)
        return reasons or ((Forced(),) if self.force else ())

    def _reasons(
        self, path: str, made: Fingerprint, fields: tuple[str, ...], there: Written | None
    ) -> tuple[Reason, ...]:
        entry = self.manifest.entries.get(path)
        if entry is None:
            return (OutputChanged(),) if path in self.manifest.pending else (NeverBuilt(),)
        if there is None:
            return (OutputMissing(),)
        reasons: list[Reason] = []
        if there != entry.written or path in self.manifest.pending:
            reasons.append(OutputChanged())
        if self.code != self.manifest.code:
            reasons.append(CodeChanged())
        then = entry.fingerprint
        if made.template != then.template:
            reasons.append(TemplateChanged((made.template,)))
        elif changed := self._changed_files(made.template):
            reasons.append(TemplateChanged(changed))
        if made.digest != then.digest:
            reasons.append(ViewChanged(changed_fields(made, then, fields)))
        return tuple(reasons)

    def _changed_files(self, template: str) -> tuple[str, ...]:
        now, then = self.templates.get(template, {}), self.manifest.templates.get(template, {})
        if now == then:
            return ()
        return tuple(sorted(key for key in {*now, *then} if now.get(key) != then.get(key)))

    def changed_templates(self) -> frozenset[str]:
        """List the templates that are made of other files than in the last build."""
        names = self.templates.keys() | self.manifest.templates.keys()
        return frozenset(name for name in names if self._changed_files(name))

    def left_over(self, wanted: Collection[str]) -> tuple[str, ...]:
        """List the files of ours that nothing wants any more."""
        owned = self.manifest.entries.keys() | self.manifest.pending
        return tuple(sorted(path for path in owned if path not in wanted))

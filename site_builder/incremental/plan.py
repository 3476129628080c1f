"""The build plan: what to render, what to keep, what to remove, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.incremental.fingerprint import Fingerprint
from site_builder.incremental.manifest import Entry, Manifest
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
class BuildPlan:
    """What a build does; all paths are below `output/`.

    `render` names the reasons for each path. `remove` are files of ours that nothing wants.
    `foreign` are the paths to be rendered where a file lies that we did not write.
    """

    render: Mapping[str, tuple[Reason, ...]]
    keep: tuple[str, ...]
    remove: tuple[str, ...]
    foreign: tuple[str, ...] = ()


def plan(
    wanted: Mapping[str, Fingerprint],
    templates: Templates,
    code: str,
    manifest: Manifest,
    present: Mapping[str, Written],
    force: bool = False,
) -> BuildPlan:
    """Compare what is wanted with the last build and with the files that are there."""
    render: dict[str, tuple[Reason, ...]] = {}
    keep = []
    for path, fingerprint in wanted.items():
        reasons = _reasons(path, fingerprint, templates, code, manifest, present.get(path))
        if force and not reasons:
            reasons = (Forced(),)
        if reasons:
            render[path] = reasons
        else:
            keep.append(path)
    owned = {*manifest.entries, *manifest.pending}
    return BuildPlan(
        render=render,
        keep=tuple(keep),
        remove=tuple(sorted(path for path in owned if path not in wanted)),
        foreign=tuple(path for path in render if path in present and path not in owned),
    )


def _reasons(
    path: str,
    fingerprint: Fingerprint,
    templates: Templates,
    code: str,
    manifest: Manifest,
    there: Written | None,
) -> tuple[Reason, ...]:
    entry = manifest.entries.get(path)
    if entry is None:
        return (OutputChanged(),) if path in manifest.pending else (NeverBuilt(),)
    if there is None:
        return (OutputMissing(),)
    reasons: list[Reason] = []
    if path in manifest.pending or there != entry.written:
        reasons.append(OutputChanged())
    if code != manifest.code:
        reasons.append(CodeChanged())
    if fingerprint.template != entry.fingerprint.template:
        reasons.append(TemplateChanged((fingerprint.template,)))
    elif changed := _changed_files(fingerprint.template, templates, manifest.templates):
        reasons.append(TemplateChanged(changed))
    if changed := _changed_fields(fingerprint, entry):
        reasons.append(ViewChanged(changed))
    return tuple(reasons)


def _changed_files(template: str, now: Templates, then: Templates) -> tuple[str, ...]:
    return _differing(now.get(template, {}), then.get(template, {}))


def _changed_fields(fingerprint: Fingerprint, entry: Entry) -> tuple[str, ...]:
    return _differing(fingerprint.fields, entry.fingerprint.fields)


def _differing(now: Mapping[str, str], then: Mapping[str, str]) -> tuple[str, ...]:
    if now == then:
        return ()
    return tuple(sorted(key for key in {*now, *then} if now.get(key) != then.get(key)))

"""Cleaning: removing what builds wrote, and nothing else."""

import shutil

from site_builder.disk.output import read_manifest, remove_outputs
from site_builder.disk.project import Project
from site_builder.disk.state import manifest_path


def clean(project: Project) -> int:
    """Remove our files from the output folder, then the state; returns how many files went."""
    manifest = read_manifest(manifest_path(project))
    removed: list[str] = []
    if manifest:
        ours = sorted({*manifest.entries, *manifest.pending})
        removed = remove_outputs(str(project.output), ours)
    shutil.rmtree(project.state, ignore_errors=True)
    return len(removed)

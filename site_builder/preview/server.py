"""The preview: the site at a local address, built again and shown again on every change."""

import asyncio
import errno
import secrets
import socket
import threading
import webbrowser
from collections.abc import Sequence
from contextlib import suppress

import click
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from site_builder.build import BuildOptions, BuildReport
from site_builder.disk.project import Project
from site_builder.model.problem import Problem
from site_builder.preview.application import Preview, make_app
from site_builder.preview.rebuilding import Build, Rebuilder
from site_builder.preview.watch import Watcher
from site_builder.reporting import print_build, print_problems

# So long a build at work may take to end after Ctrl-C, in seconds.
_LAST_BUILD = 10
_ANY_ADDRESS = ("", "0.0.0.0", "::")


def serve(
    project: Project,
    options: BuildOptions,
    host: str,
    port: int,
    open_browser: bool,
    build: Build,
) -> int:
    """Serve a project's site until Ctrl-C, and return the exit status of the command.

    The site is built by `build` first, and again after every change. Port 0 takes any free one.
    """
    try:
        sockets = bind_sockets(port, host)
    except (OSError, OverflowError) as error:
        click.echo(_not_listening(host, port, error), err=True)
        return 1
    preview = Preview(project, options.base_url, secrets.token_hex(4))
    rebuilder = Rebuilder(project, options, build)
    terminal = _Terminal(project)

    def start(report: BuildReport, seconds: float) -> None:
        terminal.show(report, seconds)
        preview.publish(report)

    try:
        with Watcher(project, rebuilder.changed):
            rebuilder.build(start)
            address = _address(host, sockets)
            asyncio.run(_serve(preview, sockets, address, open_browser, rebuilder, terminal))
    except KeyboardInterrupt:
        click.echo("\nStopped.")
    return 0


async def _serve(
    preview: Preview,
    sockets: Sequence[socket.socket],
    address: str,
    open_browser: bool,
    rebuilder: Rebuilder,
    terminal: "_Terminal",
) -> None:
    loop = asyncio.get_running_loop()
    server = HTTPServer(make_app(preview))
    server.add_sockets(sockets)

    def publish(report: BuildReport, seconds: float) -> None:
        terminal.show(report, seconds)
        with suppress(RuntimeError):  # the preview has ended meanwhile
            loop.call_soon_threadsafe(preview.publish, report)

    builds = threading.Thread(target=rebuilder.run, args=(publish,), daemon=True, name="builds")
    builds.start()
    click.echo(f"Serving the site at {address} - stop with Ctrl-C.")
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        await asyncio.Event().wait()
    finally:
        server.stop()
        rebuilder.stop()
        builds.join(_LAST_BUILD)


class _Terminal:
    """Tells in the terminal what each build did, and no problem twice while it stays the same."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: tuple[Problem, ...] | None = None

    def show(self, report: BuildReport, seconds: float) -> None:
        """Show one build; of a later one that changed nothing, nothing."""
        if self._known is None:
            print_build(report, seconds, self._project)
        else:
            self._show_again(report, seconds, self._known)
        self._known = report.problems

    def _show_again(self, report: BuildReport, seconds: float, known: tuple[Problem, ...]) -> None:
        changed = len(report.written) + len(report.removed)
        if report.problems != known or (report.failed and not report.unchanged):
            print_problems(self._project, report.problems)
        if report.failed:
            click.echo("The site cannot be built: see above.")
        elif changed or report.problems != known:
            first = next(iter((*report.written, *report.removed)), "no page changed")
            more = f" and {changed - 1} more" if changed > 1 else ""
            click.echo(f"Built again: {first}{more} ({seconds:.2f} s).")


def _address(host: str, sockets: Sequence[socket.socket]) -> str:
    port = sockets[0].getsockname()[1]
    shown = "127.0.0.1" if host in _ANY_ADDRESS else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def _not_listening(host: str, port: int, error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        return (
            f"Port {port} is in use by another program, perhaps by another preview.\n"
            f"Stop that one, or choose another port: site-builder serve -p {other}"
        )
    if isinstance(error, OverflowError):
        return f"There is no port {port}: a port is a number up to 65535."
    reason = getattr(error, "strerror", None) or error
    return f"The preview cannot listen at {host}, port {port}: {reason}."

"""`serve`."""

import socket

import click

from search.cli.group import WijkCommand
from search.cli.session import Session, note


@click.command(
    cls=WijkCommand,
    examples=(
        ("wijk serve", "then open http://127.0.0.1:8000"),
        ("wijk serve --host 0.0.0.0 --port 80", "for everyone on your network"),
    ),
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.pass_obj
def serve(session: Session, host: str, port: int) -> None:
    """Serve the web view, in Dutch, until you stop it with Ctrl-C."""
    # Flask takes longer to import than a search takes.
    from waitress.server import create_server  # noqa: PLC0415

    from search.web import create_app  # noqa: PLC0415

    with session.collection():
        pass  # built, when it was not yet
    app = create_app(session.series(), session.home)
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    note(f"http://{shown}:{listening.getsockname()[1]}  (stop with Ctrl-C)")
    create_server(app, sockets=[listening]).run()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise click.UsageError(
            f"Cannot listen on {host}:{port}: {error.strerror}. Choose another --host or --port."
        ) from error

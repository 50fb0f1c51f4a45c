"""The command line as a whole: its exit codes, its help, and its processes."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import click
import pytest
from click.testing import CliRunner
from conftest import Wijk

from search.cli import cli

EXITS = {
    "a search that finds": (["search", "moestuin"], 0),
    "a search that does not": (["search", "zwabbelplok"], 1),
    "a search without words": (["search", "?!"], 1),
    "a search for a stop word": (["search", "de"], 0),
    "a search for an emoji": (["search", "😀"], 1),
    "a search with an unbalanced quote": (["search", '"moestuin'], 0),
    "cases that are not there": (["cases", "zwabbelplok"], 1),
    "a question that is not answered": (["ask", "Wat kost een treinkaartje?"], 1),
    "no words": (["search"], 2),
    "an unknown option": (["search", "x", "--nergens"], 2),
    "an unknown edition": (["search", "x", "--edition", "9"], 2),
    "an unknown theme": (["cases", "--theme", "ruimtevaart"], 2),
    "an unknown case": (["case", "nergens"], 2),
    "a citation of an unknown case": (["cite", "nergens"], 2),
    "an unknown series": (["--series", "nergens", "search", "x"], 2),
    "a limit below one": (["search", "x", "--limit", "0"], 2),
    "a publication that is not there": (["add", "nergens.pdf", "--edition", "1"], 2),
}


@pytest.mark.parametrize(("arguments", "code"), EXITS.values(), ids=EXITS.keys())
def test_exit_code_says_how_it_went(wijk_default: Wijk, arguments: list[str], code: int) -> None:
    result = wijk_default(*arguments)
    assert result.exit_code == code
    if code:
        assert result.stdout == ""
        assert result.stderr.strip()


def _commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [path]
    for name, command in group.commands.items():
        below = (*path, name)
        found += _commands(command, below) if isinstance(command, click.Group) else [below]
    return found


@pytest.mark.parametrize("path", _commands(cli), ids=" ".join)
def test_help_of_every_command_begins_with_examples(path: tuple[str, ...]) -> None:
    text = CliRunner().invoke(cli, [*path, "--help"]).output
    after_usage = text.split("\n\n", 1)[1]
    assert after_usage.startswith("Examples:\n  wijk ")


def _process(home: Path, *arguments: str, **streams: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", "from search.cli import main; main()", *arguments],
        env={**os.environ, "WIJK_HOME": str(home)},
        text=True,
        **streams,
    )


def test_closed_pipe_is_no_error(default_home: Path) -> None:
    process = _process(
        default_home, "cases", "--json", stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_server_answers_until_it_is_stopped(default_home: Path) -> None:
    process = _process(default_home, "serve", "--port", "0", stderr=subprocess.PIPE)
    with process:
        try:
            assert process.stderr is not None
            address = process.stderr.readline().split()[0]
            with urlopen(f"{address}/healthz") as answer:  # noqa: S310 - our own loopback address
                assert json.load(answer)["status"] == "ok"
        finally:
            # Not SIGINT: a process started in the background of a script is deaf to it.
            process.terminate()
    assert process.returncode == -signal.SIGTERM

"""The README is true: its examples print what they say, its names exist."""

import re
import shlex
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from conftest import Wijk

from search.cli import cli

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ (wijk [^\n]*)\n(.*?)```", TEXT, re.DOTALL)


def _shown(output: str) -> str:
    """What a reader sees, wherever the checkout lies."""
    anywhere = re.sub(r"file://\S*/", "file:///…/", output)
    return "\n".join(line.rstrip() for line in anywhere.strip("\n").splitlines())


@pytest.mark.usefixtures("casebook_home")
@pytest.mark.parametrize(("command", "printed"), EXAMPLES, ids=[line for line, _ in EXAMPLES])
def test_example_prints_what_the_readme_shows(
    wijk_default: Wijk, command: str, printed: str
) -> None:
    result = wijk_default(*shlex.split(command)[1:], COLUMNS="100")
    assert _shown(result.output) == printed.strip("\n")


def test_readme_has_examples_on_its_first_screen() -> None:
    assert len(EXAMPLES) >= 4
    first_screen = "\n".join(TEXT.splitlines()[:40])
    assert all(word in first_screen for word in ("wijk ask", "make demo", "make test"))


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"`wijk {name}" in TEXT


@pytest.mark.parametrize("target", re.findall(r"`make (\w+)`", TEXT))
def test_every_make_target_of_the_readme_exists(target: str) -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_as_documented(shell: str) -> None:
    result = CliRunner().invoke(
        cli, prog_name="wijk", env={"_WIJK_COMPLETE": f"{shell}_source"}, args=[]
    )
    assert "_WIJK_COMPLETE" in result.output


def _keys(command: str) -> set[str]:
    row = next(line for line in TEXT.splitlines() if line.startswith(f"| `{command}` | `"))
    return set(re.findall(r"`(\w+)`", row)) - {command}


def test_json_keys_of_the_readme_are_those_of_the_commands(wijk_default: Wijk) -> None:
    runs = {
        "search": ("search", "moestuin*"),
        "cases": ("cases", "--facets"),
        "case": ("case", "oranjerijk"),
        "similar": ("similar", "oranjerijk"),
        "matrix": ("matrix", "--rows", "province"),
        "ask": ("ask", "Welke initiatieven zijn er voor jongeren?"),
        "themes": ("themes",),
        "status": ("status",),
        "inspect": ("inspect", "casuswijzer-1", "--page", "8"),
        "series": ("series",),
    }
    for command, arguments in runs.items():
        shown = msgspec.json.decode(wijk_default(*arguments, "--json").stdout)
        missing = _keys(command) - _all_keys(shown) - {"answered", command}
        assert not missing, f"{command}: {missing}"


def _all_keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_all_keys, value.values()))
    if isinstance(value, list):
        return set().union(*map(_all_keys, value))
    return set()

"""Times what a user waits for: building the default index, and a search from a cold process.

Run by `make bench`. Prints the median and the range of some runs beside the bound that the project
sets itself, and ends with exit code 1 when a median is over its bound. A benchmark, not a test: it
measures the machine as much as the program.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

WIJK = (sys.executable, "-c", "from search.cli import main; main()")
JOBS = (
    ("build of the default index", ("index", "--rebuild"), 5, 10.0),
    ("search from a cold process", ("search", "moestuin"), 15, 0.6),
    (
        "question from a cold process",
        ("ask", "Welk initiatief is er voor Poolse vrouwen?"),
        15,
        0.6,
    ),
)


def main() -> None:
    """Runs the jobs in a home of their own."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "WIJK_HOME": str(Path(home) / "home")}
        _seconds(("index",), environment)
        click.echo(
            f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        )
        over = [name for name, *job in JOBS if not _measure(name, *job, environment)]
    sys.exit(bool(over))


def _measure(
    name: str, arguments: tuple[str, ...], runs: int, bound: float, environment: dict[str, str]
) -> bool:
    seconds = [_seconds(arguments, environment) for _ in range(runs)]
    median = statistics.median(seconds)
    click.echo(
        f"{name:32} median {median:6.2f} s  ({min(seconds):.2f} to {max(seconds):.2f}, {runs} runs)"
        f"  bound {bound} s"
    )
    return median <= bound


def _seconds(arguments: tuple[str, ...], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        [*WIJK, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
